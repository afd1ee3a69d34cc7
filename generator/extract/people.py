"""The people of a told sentence, as a pronoun may stand for each: names, nouns, and what only may be a name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.described import humans, named_last
from generator.extract.scene import Scene
from generator.extract.standing import ARGUMENTS, is_leading, verb_of
from generator.extract.syntax import Tree
from generator.extract.telling import Word
from generator.knowledge.genders import Gender, of_name, of_noun
from generator.knowledge.names import fold
from generator.knowledge.wordlists import cue_words, gender_words
from generator.model.entity import Resolved

_SOMEBODY = frozenset({"a", "an", "the", "another", "one", "this", "that"})
_ROLE_AFTER = frozenset({"as", "of", "for", "like", "than"})
#: Words that open a family name of two parts (De Witt), which a body's name seldom begins with.
_PARTICLES = frozenset(
    {
        "de",
        "van",
        "von",
        "di",
        "da",
        "del",
        "della",
        "du",
        "le",
        "la",
        "bin",
        "al",
        "el",
        "ben",
        "mac",
        "ter",
        "den",
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person in a sentence.

    `entity` is None for one who has no name there that is known, `noun` what such a one is called;
    `leads` tells whether the sentence is about them: subjects of main clauses, and who is named as the
    source or the doer (“according to Ruiz”, “by Ruiz”), `speaks` whether they are the subject of a verb of speech,
    `addressed` whether they are spoken to.
    """

    entity: str | None
    leads: bool
    gender: Gender | None = None
    noun: str = ""
    speaks: bool = False
    addressed: bool = False


def named(scene: Scene, word: Word) -> Person | None:
    """The person that a name stands for, or may stand for; None for what is no person's name."""
    token = word.token
    leads = is_leading(word)
    resolved = scene.of_token(word.tree, word.at)
    if resolved is None:
        return Person(None, leads, noun=token.text) if _may_be_a_name(word, leads=leads) else None
    if resolved.mention.span.end != token.end or _qualifies(word):
        return None
    if scene.is_person(resolved):
        gender = scene.gender(resolved)
        return None if gender is None and _is_no_human(word) else Person(resolved.entity, leads, gender)
    return _misread(scene, word, resolved, leads=leads)


def _may_be_a_name(word: Word, *, leads: bool) -> bool:
    """Whether a capitalised word that was not recognised may be anybody's name: no day, no “(R-Texas)”."""
    token, before = word.token, word.other(word.at - 1).token.text if word.at else ""
    if token.pos != "PROPN" or token.dep == "appos" or before == "(":
        return False
    several, lemma = token.tag == "NNPS", token.lemma.lower()
    time = lemma in cue_words("never_speakers", "times_of_saying")
    return (leads or token.dep == "poss") and not (time or several)


def _qualifies(word: Word) -> bool:
    """Whether a name only tells one thing from another (the Brandt campaign)."""
    return word.token.dep == "compound" and word.token.head > word.at


def _is_no_human(word: Word) -> bool:
    """Whether the sentence says that a name is what happened or a place: Hazel Hill was a tragedy."""
    tree, verb = word.tree, word.token.head
    is_ = word.token.dep == "nsubj" and tree.tokens[verb].lemma.lower() == "be"
    told = tree.children(verb, "attr") if is_ else []
    return any(tree.tokens[i].lemma.lower() in gender_words("no_people") for i in told)


def _misread(scene: Scene, word: Word, resolved: Resolved, *, leads: bool) -> Person | None:
    """The person whose name was taken for a body's or a place's, as a given name, a particle or “who” shows."""
    entity = scene.entity(resolved.entity) if resolved.entity else None
    words = fold(resolved.mention.text).split()
    if (entity is not None and entity.key) or len(words) > 3:
        return None
    gender = of_name(resolved.mention.text)
    human = gender or (len(words) > 1 and words[0] in _PARTICLES) or _with_who(word)
    one = None if resolved.sense == "group" else resolved.entity  # a Republican who … is not his party
    return Person(one, leads, gender, "" if one else word.token.text) if human else None


def _with_who(word: Word) -> bool:
    relative = [c for r in word.tree.children(word.at, "relcl") for c in word.tree.children(r)]
    return any(word.tree.tokens[c].text.lower() == "who" for c in relative)


def by_noun(word: Word) -> Person | None:
    """Somebody without a name (an aide, the Senate leader, his lawyer)."""
    tree, token = word.tree, word.token
    lemma = token.lemma.lower()
    if token.tag != "NN" or lemma not in humans() or token.dep not in {*ARGUMENTS, "conj"}:
        return None
    if any(tree.tokens[c].pos == "PROPN" for c in tree.children(word.at, "appos")) or named_last(word):
        return None
    if tree.tokens[_joined_to(tree, word.at)].dep in {"appos", "attr"} or _apposed(tree, word.at):
        return None  # what somebody else is
    if lemma in gender_words("things") and not is_leading(word):
        return None
    role = token.dep == "pobj" and tree.tokens[token.head].text.lower() in _ROLE_AFTER
    known = tree.children(word.at, "poss") or any(
        tree.tokens[c].text.lower() in _SOMEBODY for c in tree.children(word.at, "det")
    )
    if not known or role or _sought(tree, word.at):
        return None
    return Person(None, is_leading(word), of_noun(lemma), lemma)


def _apposed(tree: Tree, at: int) -> bool:
    """Whether a noun stands behind a name and a comma (Ruiz, a nurse), however it was parsed."""
    first = min([c for c in tree.children(at) if c < at], default=at)
    return first > 1 and tree.tokens[first - 1].text == "," and tree.tokens[first - 2].pos == "PROPN"


def _sought(tree: Tree, at: int) -> bool:
    """Whether somebody is only looked for or thought of: to find a leader."""
    if not any(tree.tokens[c].text.lower() in {"a", "an", "another"} for c in tree.children(at, "det")):
        return False
    verb = verb_of(tree, at)
    return verb is not None and any(tree.tokens[c].tag in {"TO", "MD"} for c in tree.children(verb, "aux"))


def _joined_to(tree: Tree, at: int) -> int:
    """The first of those joined by “and”."""
    while tree.tokens[at].dep == "conj" and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    return at
