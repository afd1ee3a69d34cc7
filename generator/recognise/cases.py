"""Court cases by their parties: "Roe v. Wade", "Brown v. Board of Education". Nobody in them acts in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.recognise.clean import Piece

_CAP = r"[A-Z][\w’'-]*"
_CASE = re.compile(
    rf"\bRoe vs?\.? Wade\b|(?<![\w.])(?P<one>{_CAP}(?: {_CAP}){{0,3}}) v\. (?P<other>{_CAP}(?: {_CAP}){{0,3}})"
)


def cases(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The cases that a paragraph names; each ends where the name of its second party ends."""
    if " v" not in text:
        return
    for match in _CASE.finditer(text):
        ends = [p.end for p in pieces if p.start == match.start("other")]
        yield Piece(match.start(), max([match.end(), *ends]), "work", "pattern")
