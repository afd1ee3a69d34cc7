"""Two names that the language model took for one: "Ray-Lee" of Ann Ray and Bo Lee, "Norvik and Tallis"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator.knowledge.wordlists import words_of
from generator.model.text import Paragraph
from generator.recognise.clean import Label, Piece

_AND = re.compile(r"^(?P<left>.+?) and (?P<right>(?:the )?[A-Z].*)$")
#: Before two names: "the schools Norvik and Tallis".
_SEVERAL = re.compile(
    r"\b(?:agencies|airlines|banks|brands|carmakers|charities|clubs|companies|firms|groups|magazines|newspapers|parties|retailers"
    r"|rivals|schools|teams|unions|universities) (?:the )?$"
)
#: In the first half of a name with "and", what shows that both halves say what a body is for: "Centre for Sea Energy and …".
_FOR_WHAT = re.compile(r" (?:of|for|on) ")
_HYPHEN = re.compile(r"^(?P<left>[A-Z][a-z]+)[-–](?P<right>[A-Z][a-z]+)$")


def split(paragraphs: Sequence[Paragraph], found: Mapping[str, list[Piece]]) -> dict[str, list[Piece]]:
    """The findings by paragraph, glued names apart: where the article has the halves as names of their own."""
    texts = {p.id: p.text for p in paragraphs}
    alone = {texts[id][i.start : i.end]: i.label for id, pieces in found.items() for i in pieces}
    surnames = {name.split()[-1] for name, label in alone.items() if label == "person"}
    return {
        id: [half for i in pieces for half in _halves(texts[id], i, alone.keys(), surnames)]
        for id, pieces in found.items()
    }


def _halves(text: str, piece: Piece, alone: AbstractSet[str], surnames: set[str]) -> Iterator[Piece]:
    name = text[piece.start : piece.end]
    if piece.origin == "lexicon":
        yield piece
    elif (match := _HYPHEN.match(name)) and {match["left"], match["right"]} <= surnames:
        yield from _both(piece, match, "person")
    elif (
        (match := _AND.match(name))
        and piece.label == "organisation"
        and (_two(match, alone) or _SEVERAL.search(text, max(0, piece.start - 40), piece.start))
    ):
        yield from _both(piece, match, "organisation")
    else:
        yield piece


def _both(piece: Piece, match: re.Match[str], label: Label) -> Iterator[Piece]:
    for half in ("left", "right"):
        start, end = match.span(half)
        yield replace(piece, start=piece.start + start, end=piece.start + end, label=label, origin="pattern")


def _two(match: re.Match[str], alone: AbstractSet[str]) -> bool:
    """Whether "A and B" are two: one of them is named alone, or both are whole names by their form."""
    halves = [match["left"], match["right"].removeprefix("the ")]
    if any(half in alone and " " not in half for half in halves):
        return True
    last = match["left"].split()[-1].casefold()
    whole = _FOR_WHAT.search(halves[0]) is None
    return all(" " in half for half in halves) and last in words_of("organisations") and whole
