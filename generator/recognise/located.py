"""Towns by the country or state behind them: "in Sela, Utopia" and "the Sela, N.J.-based maker" tell of places, whatever the model saw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.knowledge.names import fold
from generator.knowledge.wordlists import shapes_of, words_of
from generator.recognise.clean import Piece

#: What stands before a town: "in Sela, Utopia", "Norvik, Utopia, and Sela, Utopia".
_BEFORE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Oo]ff|[Ff]rom|[Aa]t|[Aa]round|of|to|and) $")
_STATE = re.compile(r", (?P<state>(?:[A-Z]\. ?){2}|[A-Z][a-z]{1,4}\.)(?P<based>-based)?")
_BASED = re.compile(r", [A-Z][\w. ]{1,24}-based\b")
_EDGE = 12


def located(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of one paragraph, those that are towns by what stands before and behind them as places."""
    lands = {p.start for p in pieces if p.origin == "lexicon" and p.label in {"place", "government"}}
    for piece in pieces:
        town = piece.origin != "lexicon" and piece.label in {"group", "organisation", "person", "unknown"}
        yield replace(piece, label="place") if town and _is_town(text, piece, lands) else piece


def _is_town(text: str, piece: Piece, lands: set[int]) -> bool:
    """Whether a land follows a name after a comma, and the words before it or behind it are those of a town."""
    words = fold(text[piece.start : piece.end]).split()
    if words[-1] in words_of("organisations") | shapes_of("organisations") or len(words) > 3:
        return False
    state = _STATE.match(text, piece.end)
    abbreviated = state is not None and fold(state["state"]).replace(" ", "") in _states()
    land = text.startswith(", ", piece.end) and piece.end + 2 in lands
    if not (land or abbreviated):
        return False
    if _BASED.match(text, piece.end):
        return True
    before = _BEFORE.search(text, max(0, piece.start - _EDGE), piece.start)
    return before is not None and not (
        piece.label == "person" and (len(words) > 1 or before[0] in {"of ", "and ", "to "})
    )


def _states() -> frozenset[str]:
    return frozenset(pair.partition("=")[0] for pair in words_of("states"))
