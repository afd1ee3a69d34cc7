"""Datelines: the place from which a report comes, before its first words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.recognise.casing import shouted
from generator.recognise.clean import Piece

_PLACE = r"(?P<place>[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]{2,}){0,3})"
_REGION = r"(?:, (?P<region>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)*))?"
_DATE = r"(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}\b)"
_DATELINE = re.compile(rf"{_PLACE}{_REGION}(?:,? {_DATE})?(?: ?\([A-Z][\w /]+\))?(?:,? {_DATE})?\s*(?P<end>[-–—]+(?= )|$)")


def dateline(text: str) -> Iterator[Piece]:
    """The place (and region) of a dateline that opens the paragraph or is all of it."""
    match = _DATELINE.match(text)
    if shouted(text) or match is None or not (match["end"] or re.search(_DATE, match[0])):
        return
    yield Piece(match.start("place"), match.end("place"), "place", "pattern")
    if match["region"] and not re.match(_DATE, match["region"]):
        yield Piece(match.start("region"), match.end("region"), "place", "pattern")
