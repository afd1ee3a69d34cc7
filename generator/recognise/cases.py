"""Court cases by their parties, "Roe v. Wade", and laws for several things: nobody in them acts in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.recognise.clean import Piece

_CAP = r"[A-Z][\w’'-]*"
_CASE = re.compile(
    rf"\bRoe vs?\.? Wade\b|(?<![\w.])(?P<one>{_CAP}(?: {_CAP}){{0,3}}) v\. (?P<other>{_CAP}(?: {_CAP}){{0,3}})"
)


#: "the Banks Reform, Recovery and Enforcement Act".
_LAW = re.compile(
    rf"\bthe (?P<law>{_CAP}(?: {_CAP})*(?:, {_CAP}(?: {_CAP})*)+,? and {_CAP}(?: {_CAP})* Act)\b"
)


def cases(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The cases and laws that a paragraph names; a case ends where the name of its second party ends."""
    if " Act" in text:
        yield from (Piece(*match.span("law"), "event", "pattern") for match in _LAW.finditer(text))
    if " v" not in text:
        return
    for match in _CASE.finditer(text):
        ends = [p.end for p in pieces if p.start == match.start("other")]
        yield Piece(match.start(), max([match.end(), *ends]), "work", "pattern")
