"""Datelines: the place from which a report comes, before its first words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.recognise.casing import shouted
from generator.recognise.clean import Piece

_TOWN = r"[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]{2,}){0,3}"
_PLACE = rf"(?P<place>{_TOWN})(?:/(?P<other>{_TOWN}))?"
_REGION = r"(?:, (?P<region>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)*))?"
_DATE = r"(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}\b(?:,? \d{4}\b)?|\d{1,2} [A-Z][a-z]{2,8}\b(?:,? \d{4}\b)?)"
_DATELINE = re.compile(
    rf"{_PLACE}{_REGION}(?:,? {_DATE})?(?: ?\([A-Z][\w /]+\))?(?:,? {_DATE})?\s*(?P<end>[-–—―]+(?= |$)|$)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The places that a dateline names, and where it ends; the agency in it is no mention."""

    places: tuple[Piece, ...] = ()
    end: int = 0


def dateline(text: str) -> Dateline:
    """The dateline that opens a paragraph or is all of it; an empty one where there is none."""
    match = _DATELINE.match(text)
    if shouted(text) or match is None or not (match["end"] or re.search(_DATE, match[0])):
        return Dateline()
    parts = ("place", "other", "region") if _is_region(match["region"]) else ("place", "other")
    places = (Piece(*match.span(part), "place", "pattern") for part in parts if match[part])
    return Dateline(tuple(places), match.end())


def _is_region(text: str | None) -> bool:
    return text is not None and re.match(_DATE, text) is None
