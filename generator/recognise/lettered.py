"""Names as long as their letters say: "Western and Central Pacific Fisheries Commission (WCPFC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.knowledge.names import initials
from generator.recognise.clean import Piece

_LETTERS = re.compile(r" \((?P<letters>[A-Z]{3,8})\)")
#: The words that may belong to a name which ends behind them: with a capital, or small ones between such.
_BEFORE = re.compile(r"(?:(?:[A-Z][\w’'-]*|of|the|and|for|on|in|&) ){1,7}$")


def lettered(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of one paragraph that begin too late for the letters in brackets behind them, with their first words."""
    for piece in pieces:
        match = _LETTERS.match(text, piece.end)
        start = _start(text, piece, match["letters"].casefold()) if match else None
        if start is not None:
            yield replace(piece, start=start)


def _start(text: str, piece: Piece, letters: str) -> int | None:
    """Where a name begins whose words have these first letters; None if it does where it is, or nowhere."""
    run = _BEFORE.search(text, 0, piece.start)
    if run is None or initials(text[piece.start : piece.end]) == letters:
        return None
    starts = [run.start() + word.start() for word in re.finditer(r"[A-Z][\w’'-]*", run[0])]
    return next((at for at in reversed(starts) if initials(text[at : piece.end]) == letters), None)
