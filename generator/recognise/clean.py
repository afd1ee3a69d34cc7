"""What the model marked as a name, without the words it swallowed: verbs, titles, articles, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.knowledge.wordlists import words_of
from generator.model.entity import Kind
from generator.model.text import Name

Label = Kind | Literal["unknown"]

#: OntoNotes' labels (Weischedel et al. 2013) as kinds; the rest (dates, numbers) are no names.
_KINDS: dict[str, Label] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "unknown",
}
_WORD = re.compile(r"[^\W_][\w.&'’/-]*[\w.]|[^\W_]\.?|&")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A proposed mention inside one paragraph."""

    start: int
    end: int
    label: Label
    origin: Literal["model", "lexicon", "pattern"]
    keys: tuple[str, ...] = ()


def clean(text: str, name: Name) -> Iterator[Piece]:
    """The name's proper part (or parts), if it has one: it begins and ends with a capital or a number."""
    label = _KINDS.get(name.label)
    if label is None:
        return
    for start, end in _parts(text, name.start, name.end, label):
        trimmed = _trim(text, start, end, label)
        if trimmed is not None:
            yield Piece(*trimmed, label, "model")


def _parts(text: str, start: int, end: int, label: Label) -> Iterator[tuple[int, int]]:
    """A name cut where no name goes on: at line breaks, dashes with blanks, slashes and commas."""
    cut = (
        r"\s+[-–—/|]+\s+|\n|\s*[;:()\[\]“”\"]\s*|,\s+(?!(?:Inc|Ltd|LLC|Jr|Sr)\b)"
        if label != "work"
        else r"\n"
    )
    at = start
    for match in re.finditer(cut, text[start:end]):
        yield at, start + match.start()
        at = start + match.end()
    yield at, end


def _trim(text: str, start: int, end: int, label: Label) -> tuple[int, int] | None:
    """The span without edge words; None if nothing of a name is left."""
    words = [(m.start() + start, m.end() + start) for m in _WORD.finditer(text[start:end])]
    while words and _drop_first(text[slice(*words[0])], label, len(words)):
        words.pop(0)
    while words and _drop_last(text[slice(*words[-1])], label):
        words.pop()
    if not words:
        return None
    start, end = words[0][0], words[-1][1]
    possessive = _POSSESSIVE.search(text[start:end])
    return (start, start + possessive.start()) if possessive and possessive.start() else (start, end)


def _drop_first(word: str, label: Label, left: int) -> bool:
    low = word.casefold()
    if low in words_of("edges") and not (word.isupper() and len(word) > 1):
        return True
    if label == "person" and left > 1 and low.strip(".") in words_of("titles"):
        return True
    return not (word[0].isupper() or word[0].isdigit() or low in words_of("particles"))


def _drop_last(word: str, label: Label) -> bool:
    low = word.casefold()
    if low in words_of("edges") and not (word.isupper() and len(word) > 1):
        return True
    bare = _POSSESSIVE.sub("", word)
    return not (bare[:1].isupper() or bare[:1].isdigit() or any(c.isupper() for c in bare))
