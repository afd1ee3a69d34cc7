"""Who bears a verb of speech: the words that a sentence names as its speaker, by the grammar of the verb."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.marks import Quoted
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word
from generator.knowledge import vocabulary
from generator.knowledge.wordlists import cue_words


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and the head of the words that name the speaker (None: the sentence does not say)."""

    cue: Word
    speaker: Word | None
    rule: str


def says(word: Word) -> bool:
    """Whether a word is a verb of speech."""
    lemma = word.token.lemma.lower()
    return (
        is_verb(word.token)
        and (lemma in cue_words("speech") or (lemma == "put" and _puts_it(word)) or _phrasal(word))
        and not (_only_may(word) or word.tree.is_subject_clause(word.at))
        and not (lemma in cue_words("carrying_on") and _goes_on_to(word))
    )


def _goes_on_to(word: Word) -> bool:
    """Whether the verb only tells that another deed goes on: continued to act with “…”."""
    below = word.tree.children(word.at, "xcomp")
    return any(word.tree.tokens[i].text.lower() == "to" for b in below for i in word.tree.children(b, "aux"))


def _phrasal(word: Word) -> bool:
    """Shot back, went on, chimed in."""
    particles: dict[str, list[str]] = vocabulary.load("cues")["phrasal"]
    near = {word.tree.tokens[i].text.lower() for i in word.tree.children(word.at, "prt", "advmod", "prep")}
    return any(word.token.lemma.lower() in particles.get(particle, ()) for particle in near)


def _only_may(word: Word) -> bool:
    """Whether the verb says what should, may or will be said."""
    modals = {word.tree.tokens[i].text.lower() for i in word.tree.children(word.at, "aux")}
    return bool(modals & {"should", "must", "may", "might", "could", "can", "will", "shall"})


def _puts_it(word: Word) -> bool:
    """As the minister put it."""
    return any(word.tree.tokens[o].text.lower() == "it" for o in word.tree.children(word.at, "dobj"))


def gives_words(word: Word) -> bool:
    """Whether a word is a verb that may come with somebody's words."""
    lemma = word.token.lemma.lower()
    return says(word) or _uses_phrase(word) or (is_verb(word.token) and lemma in cue_words("describe"))


def _uses_phrase(word: Word) -> bool:
    """Used the phrase “…”, coined the term “…”."""
    objects = {word.tree.tokens[o].lemma.lower() for o in word.tree.children(word.at, "dobj")}
    return word.token.lemma.lower() in {"use", "coin", "utter", "employ"} and bool(
        objects & {"phrase", "term", "word", "expression", "slogan", "hashtag"}
    )


def can_speak(word: Word) -> bool:
    """Whether a noun may be a speaker: times and expletives are not."""
    return word.token.lemma.lower() not in cue_words("never_speakers")


def spoken_by(items: list[Item], verb: Word) -> Attribution | None:
    """The speaker that a verb of speech names: its subject, or whom a passive names after “by”."""
    tree = verb.tree
    if tree.children(verb.at, "auxpass") or (verb.token.tag == "VBN" and not tree.children(verb.at, "aux")):
        by = tree.agent(verb.at)
        if by is not None:
            return Attribution(verb, verb.other(by), "agent")
        if tree.children(verb.at, "auxpass"):
            return None
    if undergone(verb):
        return None
    subject = _able(verb, _bearer(verb))
    told = {(id(i.tree), i.at) for i in items if isinstance(i, Word)}
    if subject is not None and (id(tree), subject) in told:
        return Attribution(verb, verb.other(subject), "subject")
    return _preceding(items, verb)


def undergone(verb: Word) -> bool:
    """Whether a participle says what was done by nobody who is named: files later deemed “secret”."""
    participle = verb.token.tag in {"VBD", "VBN"} and verb.token.dep in {"acl", "advcl", "amod"}
    return (
        participle
        and not says(verb)
        and not verb.tree.children(verb.at, "nsubj", "nsubjpass", "aux", "mark", "agent")
    )


def _able(verb: Word, subject: int | None) -> int | None:
    """The subject, or another of the verb's where that cannot speak (“Ruiz, a nurse, said Thursday morning”)."""
    able = [i for i in verb.tree.children(verb.at, "nsubj") if can_speak(verb.other(i))]
    return subject if subject is None or not able or can_speak(verb.other(subject)) else able[-1]


def _whose_phrase(word: Word) -> Word:
    """The noun that a phrase is about: the premier, in “the premier of the state of …”."""
    tree, at = word.tree, word.at
    while tree.tokens[at].dep in {"pobj", "prep"} and tree.tokens[tree.tokens[at].head].pos in {
        "ADP",
        "NOUN",
        "PROPN",
    }:
        at = tree.tokens[at].head
    return word.other(at) if tree.tokens[at].pos in {"NOUN", "PROPN", "PRON"} else word


def _preceding(items: list[Item], verb: Word) -> Attribution | None:
    """The noun or pronoun right before a verb whose subject the parser did not find."""
    words = [i for i in items if isinstance(i, Word) and i.token.start < verb.token.start]
    for word in reversed(words[-6:]):
        if word.token.pos in {"PROPN", "PRON", "NOUN"}:
            return Attribution(verb, _whose_phrase(word), "subject")
        if word.token.pos not in {"ADV", "AUX", "PART"}:
            break
    return None


def _bearer(verb: Word) -> int | None:
    """The subject of a verb of speech; for “released a statement saying”, who released it."""
    outer = _joined_behind_comma(verb)
    if outer is not None:
        return outer
    subject = _not_oneself(verb, _subject(verb))
    if verb.token.tag != "VBG" or verb.tree.own_subject(verb.at) is not None:
        return subject
    for rule in (_quoted_as, _blamed_for, _overheard):
        if (told := rule(verb)) is not None:
            return told
    return _of_participle(verb, subject)


def _of_participle(verb: Word, subject: int | None) -> int | None:
    """Who says what a participle says, by the noun or the clause that it hangs on."""
    tree = verb.tree
    if verb.token.dep == "acl" and subject is not None and _addressed(tree, subject):
        return None
    if verb.token.dep == "acl" and subject is not None and tree.tokens[subject].dep in {"dobj", "pobj"}:
        above = next((a for a in tree.ancestors(subject) if is_verb(tree.tokens[a])), None)
        holder = tree.tokens[subject].lemma.lower() in cue_words("holders")
        return tree.subject(above) if holder and above is not None and _gives_out(tree, above) else subject
    for above in tree.ancestors(verb.at):
        if tree.tokens[above].dep == "ccomp" and tree.tokens[above].head != above:
            main = Word(tree, tree.tokens[above].head)
            if says(main) and _behind_comma(verb):
                return tree.subject(main.at)
    return subject


def _gives_out(tree: Tree, verb: int) -> bool:
    """Whether a verb’s subject is the author of what it names: released a statement, but not read one."""
    return tree.tokens[verb].lemma.lower() in cue_words("issuing", "making")


def _overheard(verb: Word) -> int | None:
    """The reports that say it, where they stand right before a participle: responded to reports … claiming that …."""
    tree = verb.tree
    above = verb.token.head
    if verb.token.dep != "advcl" or _behind_comma(verb) or above > verb.at:
        return None
    held = [
        i
        for i in range(above + 1, verb.at)
        if tree.tokens[i].lemma.lower() in cue_words("holders") and tree.tokens[i].dep in {"pobj", "dobj"}
    ]
    return held[-1] if held and not _gives_out(tree, above) else None


def _behind_comma(verb: Word) -> bool:
    """Whether a comma stands before a verb, a closing mark between."""
    before = (t for t in reversed(verb.tree.tokens[: verb.at]) if t.tag not in {"``", "''"})
    return next((t.text == "," for t in before), False)


def _joined_behind_comma(verb: Word) -> int | None:
    """Who goes on after a claim: Smith, in “Smith claims that Jones lies, and asserts that …”."""
    tree, joined = verb.tree, verb.token.head
    if verb.token.dep != "conj" or verb.token.lemma.lower() not in cue_words("report") or verb.at < 2:
        return None
    comma = tree.tokens[verb.at - 1].dep == "cc" and tree.tokens[verb.at - 2].text == ","
    main = Word(tree, tree.tokens[joined].head)
    same = tree.tokens[joined].dep == "ccomp" and says(main) and main.token.tag == verb.token.tag
    return tree.subject(main.at) if comma and same and not tree.children(verb.at, "nsubj", "aux") else None


def _quoted_as(word: Word) -> int | None:
    """Whom a verb quotes: Keller, in “quoted Keller as saying …”."""
    tree, verb = word.tree, word.at
    above = list(tree.ancestors(verb))[:2]
    if len(above) < 2 or tree.tokens[above[0]].text.lower() != "as" or not is_verb(tree.tokens[above[1]]):
        return None
    return next(iter(tree.children(above[1], "dobj")), None)


def _subject(verb: Word) -> int | None:
    """The subject of a verb, also where it was joined to a noun (holding signs and chanting “…”).

    A participle joined to a finite verb goes with the participle above that (saying it was so and adding that …).
    """
    above = verb.tree.tokens[verb.token.head]
    if verb.token.dep == "conj" and verb.token.tag == "VBG" and above.tag in {"VBD", "VBZ", "VBP"}:
        for a in verb.tree.ancestors(verb.token.head):
            if verb.tree.tokens[a].tag == "VBG" and says(verb.other(a)):
                return verb.tree.subject(a)
    if verb.token.dep == "conj" and not is_verb(above):
        return verb.tree.subject(above.head)
    return verb.tree.subject(verb.at)


def _blamed_for(word: Word) -> int | None:
    """Who is blamed, praised or sued for saying something: Keller, in “thanked Keller for saying …”."""
    tree, verb = word.tree, word.at
    above = list(tree.ancestors(verb))[:2]
    says_so = tree.tokens[verb].lemma.lower() in cue_words("report") | {"call", "describe", "label", "brand"}
    if len(above) < 2 or not says_so or tree.tokens[above[0]].text.lower() != "for":
        return None
    blamed = tree.children(above[1], "dobj") if is_verb(tree.tokens[above[1]]) else []
    return next((i for i in blamed if tree.tokens[i].pos in {"PROPN", "PRON"}), None)


def speaker_of(items: list[Item], verb: Word) -> Attribution | None:
    """Whom a verb of speech names as its speaker, by the same rules as for quotations."""
    found = spoken_by(items, verb)
    return found if found and found.speaker is not None and can_report(found.cue, found.speaker) else None


def can_report(verb: Word, word: Word) -> bool:
    """Whether a word may be the subject of a verb of reporting: there “it” is a body (the water was safe, it said)."""
    body = word.token.text.lower() == "it" and verb.tree.own_subject(verb.at) == word.at
    return can_speak(word) or (body and verb.token.tag in {"VBD", "VBZ"})


def _addressed(tree: Tree, noun: int) -> bool:
    """Whether a letter goes to whom the noun names (a letter to the mayor demanding …)."""
    prep = tree.tokens[tree.tokens[noun].head]
    if tree.tokens[noun].dep != "pobj" or prep.text.lower() != "to":
        return False
    return any(tree.tokens[a].lemma.lower() in cue_words("holders") for a in tree.ancestors(noun))


def _not_oneself(verb: Word, subject: int | None) -> int | None:
    """The subject, but who is accused by name does not accuse: then it is the one who says so.

    (“Smith said that Jones lied and accused Jones of …”: the parser joins both verbs of Jones.)
    """
    tree = verb.tree
    named = {tree.tokens[o].text for o in tree.children(verb.at, "dobj") if tree.tokens[o].pos == "PROPN"}
    if subject is None or tree.tokens[subject].text not in named:
        return subject
    above = [a for a in tree.ancestors(verb.at) if says(verb.other(a))]
    return tree.subject(above[0]) if above else None


def governor(items: list[Item], at: int) -> Word | None:
    """The nearest verb of speech above the quoted words in the sentence's grammar, said by the reporter."""
    quoted = items[at]
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    told = {(id(i.tree), i.at): i for i in items if isinstance(i, Word)}
    for tree in {id(i.tree): i.tree for i in items if isinstance(i, Word)}.values():
        for at_token, token in enumerate(tree.tokens):
            if quoted.start <= token.start < quoted.end:
                above = (told.get((id(tree), a)) for a in tree.ancestors(at_token))
                found = next((word for word in above if word is not None and gives_words(word)), None)
                if found:
                    return _sayer(found, told)
    return None


def _binds_oneself(verb: Word) -> bool:
    """Whether a verb tells what somebody will do, in the words of whoever tells it: agreed to act after “…”."""
    promises = verb.token.lemma.lower() in cue_words("describe")
    return promises and bool(verb.tree.children(verb.at, "xcomp"))


def _sayer(verb: Word, told: dict[tuple[int, int], Word]) -> Word:
    """The verb of speech around a verb that does not give words of its own: said that the deal was agreed “…”."""
    own_words = verb.token.lemma.lower() in cue_words("own_words")
    if own_words or undergone(verb) or (says(verb) and not _binds_oneself(verb)):
        return verb
    for above in verb.tree.ancestors(verb.at):
        outer = told.get((id(verb.tree), above))
        if outer is not None and says(outer):
            return outer
    return verb
