"""Houses by their partners: "Ash Rowe & Tallis", "the law firm Ash, Rowe and Tallis", "Goldman, Sachs"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.knowledge.names import fold
from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.text import Token
from generator.recognise.clean import Piece

_CAP = r"[A-Z][^\W\d_]*(?:-[^\W\d_]+|[’'](?!s\b)[^\W\d_]+)*"
_RUN = rf"{_CAP}(?: {_CAP})*"
_AMPERSAND = re.compile(rf"(?<![\w'’&-]){_RUN} & {_RUN}")
#: After what is one firm, its partners: else "Ash, Rowe & Tallis" may be two firms.
_PARTNERS = re.compile(
    rf"\b(?:firm|house|bank|brokerage|agency|consultancy) (?P<name>{_CAP}(?:, {_CAP})+,? (?:&|and) {_CAP})(?! [A-Z])"
)
_POSSESSIVE = re.compile(r"['’]s")
_STYLED = re.compile(r"-[a-z]")
_PROPER = frozenset({"NNP", "NNPS"})
#: Where the name of a firm ends before its officer: "Ash & Rowe Chief Executive Ann Lee".
_OFFICER = re.compile(
    r" (?:(?:Co-)?(?:Chief|Vice|President|Chairman|Chairwoman|Managing|Executive)|CEO|CFO|COO|CTO)\b"
)


def houses(text: str, pieces: Sequence[Piece], tokens: Mapping[int, Token]) -> Iterator[Piece]:
    """The houses of one paragraph that are named by their partners; `tokens` by their start."""
    if " & " in text:
        yield from _ampersands(text, pieces, tokens)
    if ", " in text:
        for match in _PARTNERS.finditer(text):
            yield Piece(*match.span("name"), "organisation", "pattern")
        for match in _well_known().finditer(text):
            yield Piece(*match.span(), "organisation", "pattern")


def _ampersands(text: str, pieces: Sequence[Piece], tokens: Mapping[int, Token]) -> Iterator[Piece]:
    """Houses with an ampersand; not two persons, as in "Ann & Bo wed"."""
    people = [p for p in pieces if p.label == "person"]
    for match in _AMPERSAND.finditer(text):
        token, sides = tokens.get(match.start()), match[0].split(" & ")
        two = any(p.start == match.start() and p.end < match.end() for p in people)
        two = two and any(p.end == match.end() and p.start > match.start() for p in people)
        two = two or all(side.casefold() in words_of("given") for side in sides)
        if not two and len(match[0]) > 5 and token and token.tag in _PROPER and not _STYLED.search(match[0]):
            owned = f"{fold(match[0])}'s" in shapes_of("firms") and _POSSESSIVE.match(text, match.end())
            officer = _OFFICER.search(text, match.start(), match.end())
            end = officer.start() if officer else match.end() + 2 * bool(owned)
            yield Piece(match.start(), end, "organisation", "pattern")


@cache
def _well_known() -> re.Pattern[str]:
    """The houses with a comma in their names."""
    names = sorted(shapes_of("houses"), key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(re.escape(name.title()) for name in names)})\b(?: & Co\b\.?)?")
