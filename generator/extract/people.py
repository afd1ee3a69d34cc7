"""The people of a told sentence, as a pronoun may stand for each: names, nouns, and what only may be a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.extract.scene import Scene
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word
from generator.knowledge.genders import Gender, of_name, of_noun
from generator.knowledge.names import fold
from generator.knowledge.wordlists import cue_words, gender_words, role_words
from generator.model.entity import Resolved

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})
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
    source or the doer (“according to Ruiz”, “by Ruiz”), `speaks` whether they are the subject of a verb of speech.
    """

    entity: str | None
    leads: bool
    gender: Gender | None = None
    noun: str = ""
    speaks: bool = False


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
        gender = scene.genders.get(resolved.entity) if resolved.entity else None
        return Person(resolved.entity, leads, gender)
    return _misread(scene, word, resolved, leads=leads)


def _may_be_a_name(word: Word, *, leads: bool) -> bool:
    """Whether a capitalised word that was not recognised may be anybody's name: no day, no “(R-Texas)”."""
    token, before = word.token, word.other(word.at - 1).token.text if word.at else ""
    if token.pos != "PROPN" or token.dep == "appos" or before == "(":
        return False
    return (leads or token.dep == "poss") and token.lemma.lower() not in cue_words("never_speakers")


def _qualifies(word: Word) -> bool:
    """Whether a name only tells one thing from another (the Brandt campaign)."""
    return word.token.dep == "compound" and word.token.head > word.at


def _misread(scene: Scene, word: Word, resolved: Resolved, *, leads: bool) -> Person | None:
    """The person whose name was taken for a body's or a place's, as a given name, a particle or “who” shows."""
    entity = scene.entity(resolved.entity) if resolved.entity else None
    words = fold(resolved.mention.text).split()
    if (entity is not None and entity.key) or len(words) > 3:
        return None
    gender = of_name(resolved.mention.text)
    human = gender or (len(words) > 1 and words[0] in _PARTICLES) or _with_who(word)
    return Person(resolved.entity, leads, gender) if human else None


def _with_who(word: Word) -> bool:
    relative = [c for r in word.tree.children(word.at, "relcl") for c in word.tree.children(r)]
    return any(word.tree.tokens[c].text.lower() == "who" for c in relative)


def by_noun(word: Word) -> Person | None:
    """Somebody without a name (an aide, the Senate leader, his lawyer)."""
    tree, token = word.tree, word.token
    lemma = token.lemma.lower()
    if token.tag != "NN" or lemma not in humans() or token.dep not in {*_ARGUMENTS, "conj"}:
        return None
    if any(tree.tokens[c].pos == "PROPN" for c in tree.children(word.at, "appos")):
        return None
    if tree.tokens[_joined_to(tree, word.at)].dep in {"appos", "attr"} or _apposed(tree, word.at):
        return None  # what somebody else is
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
    verb = _verb(tree, at)
    return verb is not None and any(tree.tokens[c].tag in {"TO", "MD"} for c in tree.children(verb, "aux"))


@cache
def humans() -> frozenset[str]:
    """Nouns for one person."""
    return role_words("nouns") | gender_words("people")


def _joined_to(tree: Tree, at: int) -> int:
    """The first of those joined by “and”."""
    while tree.tokens[at].dep == "conj" and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    return at


def opens(items: list[Item], word: Word) -> bool:
    """Whether a word is the subject with which the reporter's sentence begins, before any verb, or its topic (As for Ruiz, …)."""
    if word.token.dep == "pobj" and word.tree.tokens[word.token.head].text.lower() == "for":
        return _is_topic(word)
    before = (i for i in items if isinstance(i, Word) and i.token.start < word.token.start)
    return word.token.dep in _SUBJECTS and not any(is_verb(i.token) or i.token.pos == "SCONJ" for i in before)


def _is_topic(word: Word) -> bool:
    """Whether “As for” and a name open the sentence."""
    first = word.tree.tokens[: word.token.head + 1]
    return [t.text.lower() for t in first] == ["as", "for"]


def is_leading(word: Word) -> bool:
    """Whether the sentence is about whom the word names, alone or joined to others."""
    tree, at = word.tree, word.at
    while tree.tokens[at].dep in {"conj", "appos"} and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    if tree.tokens[at].dep == "pobj":
        return _source(tree, at)
    return tree.tokens[at].dep in _SUBJECTS and _is_main(tree, tree.tokens[at].head)


def _source(tree: Tree, at: int) -> bool:
    """Whether a noun stands after “according to”, or after “by” as the doer."""
    above = tree.tokens[tree.tokens[at].head]
    return (above.dep == "agent" and _is_main(tree, above.head)) or (
        above.text.lower() == "to" and tree.tokens[above.head].text.lower() == "according"
    )


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether a verb heads a main clause, or what an attribution without a subject of its own gives."""
    while tree.tokens[verb].dep in {"conj", "parataxis"} and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    if tree.tokens[verb].dep == "ccomp":
        above = tree.tokens[verb].head
        return tree.tokens[above].dep in {"ROOT", "conj"} and tree.own_subject(above) is None
    return tree.tokens[verb].dep == "ROOT"


def is_speaking(word: Word) -> bool:
    """Whether a word is the subject of a main verb of speech."""
    verb = word.token.head
    spoken = word.tree.tokens[verb].lemma.lower() in cue_words("report") and word.token.dep == "nsubj"
    return spoken and _is_main(word.tree, verb)


def governs(word: Word, pronoun: Word) -> bool:
    """Whether a name is the subject of the verb whose clause the pronoun stands in (Ruiz said that he …)."""
    tree = pronoun.tree
    if word.tree is not tree:
        return False
    verbs = [a for a in tree.ancestors(pronoun.at) if is_verb(tree.tokens[a])]
    return not in_relative(pronoun) and any(tree.own_subject(a) == word.at for a in verbs[1:])


def in_relative(word: Word) -> bool:
    """Whether a word stands in a clause that tells more of a noun."""
    return any(word.tree.tokens[a].dep in {"relcl", "acl"} for a in word.tree.ancestors(word.at))


def beside(tree: Tree, at: int) -> list[int]:
    """The other words of a pronoun's own clause that it cannot stand for: subject, objects, addressees."""
    verb = _verb(tree, at)
    if verb is None:
        return []
    subject = tree.subject(verb)
    below = [subject] if subject is not None else []
    for child in tree.subtree(verb, without=frozenset({"ccomp", "relcl", "acl", "conj", "advcl"})):
        if tree.tokens[child].dep in _ARGUMENTS and _verb(tree, child) == verb:
            below += tree.conjuncts(child)
    below += _spoken_about(tree, at, verb)
    below += [n for b in below for n in tree.children(b, "appos")]
    return [i for i in dict.fromkeys(below) if i != at and not _topic(tree, i)]


def _spoken_about(tree: Tree, at: int, verb: int) -> list[int]:
    """The subject of the clause that a short attribution breaks: Warren, in “Warren, she said, will win”."""
    after = tree.tokens[verb + 1].text if verb + 1 < len(tree.tokens) else ""
    if at == 0 or tree.tokens[at - 1].text != "," or after != ",":
        return []
    return [s for a in tree.ancestors(verb) if (s := tree.own_subject(a)) is not None and s < at]


def _topic(tree: Tree, at: int) -> bool:
    """Whether a name stands in “As for Ruiz, …”, which the clause goes on about."""
    prep = tree.tokens[at].head
    return prep > 0 and tree.tokens[prep].text.lower() == "for" and tree.tokens[prep - 1].text.lower() == "as"


def _verb(tree: Tree, at: int) -> int | None:
    """The verb whose argument a word is, prepositions between."""
    while tree.tokens[at].head != at and tree.tokens[at].dep in {*_ARGUMENTS, "prep", "agent"}:
        at = tree.tokens[at].head
        if is_verb(tree.tokens[at]):
            return at
    return None
