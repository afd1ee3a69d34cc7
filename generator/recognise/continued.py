"""Names that go on where the language model stopped: "Ministry of Trade, Crafts and Tourism", "Ash & Rowe", "Local 90"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.text import Sentence, Token
from generator.recognise.clean import Piece
from generator.recognise.houses import houses

_CAP = r"[A-Z][^\W\d_]*(?:-[^\W\d_]+|[’'](?!s\b)[^\W\d_]+)*"
_RUN = rf"{_CAP}(?: {_CAP})*"
_FIELDS = re.compile(rf"(?:, {_RUN})*,? (?:and|&) (?:the )?{_RUN}")
_FIELD = re.compile(_RUN)
_HEADED = re.compile(r"(?P<head>[A-Z]\w+) (?:of|for|on|and) ")
_NUMBER = re.compile(r" \d{1,4}\b(?![.,:/-]\d| ?(?:%|percent|per cent))")
_NUMBERED = re.compile(rf" \d{{1,4}} {_CAP}(?! \d)")
_NAMED = re.compile(r"\b(?:called|named|dubbed) [“\"]?$")
_OF_PLACE = re.compile(rf" of {_CAP}(?: {_CAP})? (?:(?:Inc|Corp|Co|Ltd)\b\.?|LLC\b|plc\b)")
_ORDINAL = re.compile(r"(?<![\w-])\d{1,3}(?:st|nd|rd|th) $")
_COMPASS = frozenset({"North", "South", "East", "West", "Greater", "Upper", "Lower"})
_PROPER = frozenset({"NNP", "NNPS"})
_EDGE = 40


def continued(text: str, pieces: Sequence[Piece], sentences: Sequence[Sentence]) -> Iterator[Piece]:
    """The pieces of one paragraph that are only parts of longer names, as the whole names."""
    tokens = {token.start: token for sentence in sentences for token in sentence.tokens}
    by_end = {token.end: token for token in tokens.values()}
    opening = {sentence.start for sentence in sentences}
    for piece in pieces:
        end = _with_fields(text, piece) or _with_pair(text, piece) or _with_number(text, piece)
        start = _with_ordinal(text, piece) or _with_compass(piece, by_end, opening)
        if start is not None or end is not None:
            yield replace(piece, start=piece.start if start is None else start, end=end or piece.end)
    yield from _with_forms(text, pieces)
    yield from houses(text, pieces, tokens)


def _with_fields(text: str, piece: Piece) -> int | None:
    """Where a body ends that is for several fields: "Institute for Sea Trade" goes on with "and Fisheries"."""
    head = _HEADED.search(text, piece.start, piece.end)
    last = text[piece.start : piece.end].rpartition(" ")[2]
    match = _FIELDS.match(text, piece.end) if head and _is_field(last) else None
    if (
        head is None
        or match is None
        or head["head"].casefold() not in shapes_of("heads") | words_of("bodies")
    ):
        return None
    fields = [found[0].rpartition(" ")[2] for found in _FIELD.finditer(match[0])]
    return match.end() if all(_is_field(field) for field in fields) else None


def _is_field(word: str) -> bool:
    return word.casefold() in shapes_of("fields")


def _with_pair(text: str, piece: Piece) -> int | None:
    """Where the name of a body of two lands ends: "… of England and Wales"."""
    if not text.startswith(" and ", piece.end):
        return None
    for pair in sorted(shapes_of("pairs")):
        one, _, other = pair.replace("_", " ").title().partition(" And ")
        own = text[piece.start : piece.end]
        if own.endswith((f" of {one}", f" for {one}")) and text.startswith(f" and {other}", piece.end):
            return piece.end + len(other) + 5
    return None


def _with_number(text: str, piece: Piece) -> int | None:
    """Where a name ends that has a number: "Local 90", "Partito 5 Voci", "a fund called Dawn 45"."""
    words = text[piece.start : piece.end].casefold().split()
    if words[-1] in shapes_of("before_numbers") or _NAMED.search(
        text, max(0, piece.start - _EDGE), piece.start
    ):
        match = _NUMBER.match(text, piece.end)
    elif len(words) == 1 and words[0] in words_of("foreign_heads", "clubs"):
        match = _NUMBERED.match(text, piece.end)
    else:
        return None
    return match.end() if match else None


def _with_forms(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Firms whose form in law stands behind their place: "Norvik of Utopia Inc."."""
    for piece in pieces:
        match = _OF_PLACE.match(text, piece.end)
        if match is not None:
            yield replace(piece, end=match.end(), label="organisation")


def _with_ordinal(text: str, piece: Piece) -> int | None:
    """Where a unit's name begins that has an ordinal before it: "11th" + "Circuit Court"."""
    first = text[piece.start : piece.end].removeprefix("U.S. ").split(maxsplit=1)[0].casefold()
    if piece.label != "organisation" or first not in shapes_of("numbered"):
        return None
    match = _ORDINAL.search(text, max(0, piece.start - 6), piece.start)
    return match.start() if match else None


def _with_compass(piece: Piece, by_end: Mapping[int, Token], opening: AbstractSet[int]) -> int | None:
    """Where a place's name begins that is a half of another: "East" + "Los Angeles"."""
    before = by_end.get(piece.start - 1)
    if piece.label != "place" or before is None or before.start in opening:
        return None
    return before.start if before.text in _COMPASS and before.tag in _PROPER else None
