"""Stretches of a paragraph that credit a photographer, a reporter or an agency: nobody in them acts in the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.recognise.clean import Piece

_CREDIT = re.compile(
    r"\b(?:Image|Photo|Photograph|Picture|Video|Credit|File photo)s?(?: by|:) [^.;]*"
    r"|©[^.;()]*|\((?:Photo|Image|Picture|AP Photo|File)[^)]*\)|\([^()]{3,60}(?:/[^()]{2,40}| (?:photo|via [A-Z][^()]*))\)"
    r"|^By [A-Z][^.,]{3,60}$"
    r"|\b(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by .*"
    r"|^[A-Z][^.]{2,80} reported from [A-Z][^.]{2,60}\.?$"
    r"|^Contribut(?:ing|ors?): .*"
)
_CONTRIBUTED = re.compile(
    r"(?:^|(?<=[.!?”\"–—-] ))[^.!?]{5,80} contributed to this (?:report|story|article).*"
)


def uncredited(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces that do not lie in a credit."""
    credits = [match.span() for match in _CREDIT.finditer(text)]
    if " contributed to this " in text:
        credits += [match.span() for match in _CONTRIBUTED.finditer(text)]
    return (p for p in pieces if not any(start <= p.start and p.end <= end for start, end in credits))
