"""Few marks for many speakers: those who speak near each other get different ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

#: Where somebody speaks: each article with a paragraph's number.
Places = Sequence[tuple[str, int]]


def keep_apart(spoken: Mapping[str, Places], marks: int) -> dict[str, int]:
    """A mark from 1 to `marks` for each speaker, the weightiest first in `spoken`.

    As long as there are marks that nobody has, each gets the next; then the one whose holders speak farthest away,
    of those the one with the fewest holders.
    """
    given: dict[str, int] = {}
    for speaker, places in spoken.items():
        held = {mark: [spoken[s] for s in given if given[s] == mark] for mark in range(1, marks + 1)}
        far = {
            mark: min((_gap(places, other) for other in others), default=inf) for mark, others in held.items()
        }
        given[speaker] = min(held, key=lambda mark: (-far[mark], len(held[mark]), mark))
    return given


def _gap(some: Places, others: Places) -> float:
    """How many paragraphs two speakers are apart where they are nearest; without end if they share no article."""
    return min((abs(a - b) for x, a in some for y, b in others if x == y), default=inf)
