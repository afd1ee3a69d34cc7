"""Names that their form alone betrays: acronyms in brackets, both halves of "Russia-China"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model.text import Paragraph, Parsed
from generator.recognise.clean import Piece

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.]{0,8}[A-Z])\)")


def patterned(parsed: Parsed, paragraph: Paragraph, found: Sequence[Piece]) -> Iterator[Piece]:
    """Further pieces of one paragraph; `found` are those that the other finders agree on."""
    for match in _ACRONYM.finditer(paragraph.text):
        yield Piece(match.start(1), match.end(1), "organisation", "pattern")
