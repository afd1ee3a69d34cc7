"""Which way the clause around a date looks: to what is past or to what is to come.

The verb that governs the date decides; where it has no tense of its own (an infinitive, a
participle), the verb above it does.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.knowledge import vocabulary
from generator.model.text import Sentence, Token

_WORDS = vocabulary.load("dates")
_PLANNING, _SCHEDULING = frozenset(_WORDS["planning"]), frozenset(_WORDS["scheduling"])
_AWAITED, _FACING = frozenset(_WORDS["awaited"]), frozenset(_WORDS["facing"])
_INTENDING = frozenset(_WORDS["intending"])
_AHEAD, _LIMITS = frozenset(_WORDS["ahead"]), frozenset(_WORDS["limits"])
_MODALS, _REPORTING = frozenset(_WORDS["modals"]), frozenset(_WORDS["reporting"])
_UNCHANGED = frozenset(_WORDS["unchanged"])
_TIMES = frozenset({"after", "once", "before"})
#: "Ahead of Friday’s vote": news tells it before the vote.
_AHEAD_OF = frozenset({"ahead", "of"})
#: Dependencies of a date that belongs to a noun: "Friday’s vote", "the Oct. 23 attack".
_ATTRIBUTE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a date hangs: the tokens above it, and what lies between it and its verb."""

    sentence: Sentence
    above: tuple[int, ...]

    def words(self, before: int) -> frozenset[str]:
        """The words between the date and a place further up, in lower case."""
        return frozenset(self.sentence.tokens[i].text.lower() for i in self.above[1:before])

    @property
    def attribute(self) -> bool:
        """Whether the date belongs to a noun."""
        return self.sentence.tokens[self.above[0]].dep in _ATTRIBUTE

    def direct(self, before: int) -> bool:
        """Whether nothing but prepositions lies between the date and a place further up."""
        return all(self.sentence.tokens[i].pos in ("ADP", "SCONJ") for i in self.above[1:before])


def aim(sentence: Sentence | None, start: int, end: int) -> int:
    """-1 if the clause of the stretch from start to end tells the past, 1 the future, 0 if unclear."""
    inside = [i for i, t in enumerate(sentence.tokens) if t.start < end and start < t.end] if sentence else []
    if sentence is None or not inside:
        return 0
    place = _Place(
        sentence,
        _above(sentence, next((i for i in inside if sentence.tokens[i].head not in inside), inside[-1])),
    )
    return 1 if place.words(4) >= _AHEAD_OF else _climb(place)


def _climb(place: _Place) -> int:
    """The tense of the first verb above a date that has one."""
    bare = False
    for step, index in enumerate(place.above):
        token = place.sentence.tokens[index]
        if token.pos in ("ADJ", "NOUN") and token.lemma.lower() in _AHEAD:
            return -1 if _had(_helpers(place.sentence, token.head)) else 1  # "had been due on Friday"
        if token.pos not in ("VERB", "AUX") or step == 0:
            continue
        if "since" in place.words(step):
            return -1
        helpers = _helpers(place.sentence, index)
        if not bare and any(t.tag == "TO" for t in helpers):
            bare = True
        elif bare and place.attribute:
            return 0  # "ways around Friday’s ruling": what it belongs to is mostly known already
        elif found := _above_bare(token, helpers) if bare else _tense(place, step, token, helpers):
            return _limited(place, step, found)
    return int((bare and not place.attribute) or bool(place.words(3) & _LIMITS))


def _above(sentence: Sentence, index: int) -> tuple[int, ...]:
    """A token and those above it, up to the root of its sentence."""
    path = [index]
    while (head := sentence.tokens[path[-1]].head) not in path:
        path.append(head)
    return tuple(path)


def _helpers(sentence: Sentence, index: int) -> list[Token]:
    return [
        t
        for i, t in enumerate(sentence.tokens)
        if t.head == index and i != index and t.dep in ("aux", "auxpass")
    ]


def _had(helpers: list[Token]) -> bool:
    return any(t.lemma in ("have", "had", "’d") and t.tag == "VBD" for t in helpers)


def _above_bare(verb: Token, helpers: list[Token]) -> int:
    """The way an infinitive looks, by the verb above it: a plan is ahead, an act's purpose is done."""
    if _had(helpers):
        return -1
    if (
        verb.lemma in _PLANNING
        or any(t.text.lower() in _MODALS for t in helpers)
        or verb.tag in ("VBZ", "VBP")
    ):
        return 1
    return -1 if verb.tag == "VBD" else 0


def _tense(place: _Place, step: int, verb: Token, helpers: list[Token]) -> int:
    """The way a verb looks by its own form, 0 if it has none."""
    if any(t.text.lower() in _MODALS for t in helpers):
        return 1
    if _had(helpers):
        return -1
    if found := _undergone(place, step, verb, helpers):
        return found
    if not helpers and verb.tag == "VBD" and verb.lemma in _INTENDING and _intends(place, step):
        return 1
    if (
        verb.tag in ("VBD", "VBN")
        or _is_past_alike(place, step, verb)
        or any(t.tag == "VBD" or t.text.lower() == "could" for t in helpers if t.tag in ("VBD", "MD"))
    ):
        return -1
    return _present(place, step, verb, helpers)


def _is_past_alike(place: _Place, step: int, verb: Token) -> bool:
    """Whether a verb whose past looks like its infinitive is past: of one it would else end in “s” (“weakness hurt shares”)."""
    of_one = verb.tag == "VBP" and verb.lemma in _UNCHANGED
    return of_one and any(
        t.head == place.above[step] and t.dep == "nsubj" and t.tag in ("NN", "NNP") and not _joined(place, i)
        for i, t in enumerate(place.sentence.tokens)
    )


def _joined(place: _Place, at: int) -> bool:
    return any(t.head == at and t.dep == "conj" for t in place.sentence.tokens)


def _intends(place: _Place, step: int) -> bool:
    """Whether an active verb has what it plans beside the date: “planned a march on Saturday”, “on Friday, planned to pay”."""
    at, below = place.above[step], place.above[max(step - 1, 0)]
    return not place.attribute and any(
        t.head == at
        and i != at
        and (t.dep == "xcomp" or (t.dep == "dobj" and i < place.above[0] and i != below))
        for i, t in enumerate(place.sentence.tokens)
    )


def _undergone(place: _Place, step: int, verb: Token, helpers: list[Token]) -> int:
    """The way a passive looks: "is scheduled for", "was expected" and "is heard" ahead, "was called off" back."""
    passive = [t.tag for t in helpers if t.dep == "auxpass"]
    bare = helpers or not place.direct(step) or "for" in place.words(step)
    if verb.lemma in _SCHEDULING and verb.tag in ("VBN", "VBD") and bare:
        return 1
    if verb.lemma in _PLANNING and passive:
        return -1 if verb.lemma not in _AWAITED and "VBD" in passive else 1
    heard = verb.tag == "VBN" and not {"VBZ", "VBP"}.isdisjoint(passive) and len(helpers) == 1
    return int(heard and place.direct(step))


def _present(place: _Place, step: int, verb: Token, helpers: list[Token]) -> int:
    """What is told of a day in the present tense lies ahead, unless it reports what somebody said."""
    if verb.tag == "VBG" and not helpers and _awaits(place, step):
        return 1
    if verb.tag == "VBG":
        lemmas = {t.lemma for t in helpers}
        looks = (
            not place.attribute or verb.lemma in _FACING
        )  # "is speaking about Monday’s raid" tells no day of hers
        return -1 if "have" in lemmas else int("be" in lemmas and looks)
    if verb.tag not in ("VBZ", "VBP") or not place.direct(step):
        return 0
    return -1 if verb.lemma in _REPORTING else 1


def _awaits(place: _Place, step: int) -> bool:
    """Whether a clause of time in the present tense lies ahead of a participle: “endorsing her on Thursday after they meet”."""
    tokens, at = place.sentence.tokens, place.above[step]
    present = {
        i for i, t in enumerate(tokens) if t.head == at and t.dep == "advcl" and t.tag in ("VBZ", "VBP")
    }
    return any(t.head in present and t.dep in ("mark", "advmod") and t.text.lower() in _TIMES for t in tokens)


def _limited(place: _Place, step: int, found: int) -> int:
    """The way of a clause whose date is a limit: "gave them until Friday" looks ahead."""
    limits = place.words(3) & _LIMITS
    if not limits or found > 0 or "by" in limits:
        return found
    verb, own = place.sentence.tokens[place.above[step]], place.sentence.tokens[place.above[0]]
    return 1 if own.start > verb.start and verb.lemma != "be" else found
