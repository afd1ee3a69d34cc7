"""Which way the clause around a date looks: to what is past or to what is to come.

The verb that governs the date decides; where it has no tense of its own (an infinitive, a
participle), the verb above it does.
"""

from __future__ import annotations

from generator.knowledge import vocabulary
from generator.model.text import Sentence, Token

_WORDS = vocabulary.load("dates")
_PLANNING, _LIMITS = frozenset(_WORDS["planning"]), frozenset(_WORDS["limits"])
_MODALS, _REPORTING = frozenset(_WORDS["modals"]), frozenset(_WORDS["reporting"])


def aim(sentence: Sentence | None, start: int, end: int) -> int:
    """-1 if the clause of the stretch from start to end tells the past, 1 the future, 0 if unclear."""
    inside = [i for i, t in enumerate(sentence.tokens) if t.start < end and start < t.end] if sentence else []
    if sentence is None or not inside:
        return 0
    top = next((i for i in inside if sentence.tokens[i].head not in inside), inside[-1])
    limit = False
    for index in _above(sentence, top):
        token = sentence.tokens[index]
        limit = limit or token.text.lower() in _LIMITS
        if token.pos in ("VERB", "AUX") and (found := _tense(sentence, index)):
            return 1 if limit and not _perfect(sentence, index) else found
        if token.pos in ("NOUN", "ADJ") and token.lemma.lower() in _PLANNING:
            return 1
    return int(limit)


def _above(sentence: Sentence, index: int) -> list[int]:
    """The tokens from one up to the root of its sentence."""
    path = [index]
    while (head := sentence.tokens[path[-1]].head) not in path:
        path.append(head)
    return path


def _children(sentence: Sentence, index: int) -> list[Token]:
    return [t for i, t in enumerate(sentence.tokens) if t.head == index and i != index]


def _tense(sentence: Sentence, index: int) -> int:
    """The way a verb looks by its own form, 0 if it has none."""
    verb, below = sentence.tokens[index], _children(sentence, index)
    helpers = [t for t in below if t.dep in ("aux", "auxpass")]
    if any(t.tag == "TO" or t.text.lower() in _MODALS for t in helpers):
        return 1
    if verb.tag == "VBN" and verb.lemma in _PLANNING and any(t.dep == "auxpass" for t in helpers):
        return 1
    if verb.tag in ("VBD", "VBN") or any(t.tag == "VBD" for t in helpers):
        return -1
    if verb.tag == "VBG":
        return int(any(t.lemma == "be" for t in helpers))
    return _present(verb) if verb.tag in ("VBZ", "VBP") else 0


def _present(verb: Token) -> int:
    """What is told in the present tense lies ahead, unless it reports what somebody said."""
    return -1 if verb.lemma in _REPORTING and verb.lemma not in ("be", "have") else 1


def _perfect(sentence: Sentence, index: int) -> bool:
    return any(t.lemma == "have" for t in _children(sentence, index))
