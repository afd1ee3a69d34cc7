"""Few marks for many speakers: those who speak near each other get different ones."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    holders = Counter[int]()
    heard: dict[tuple[int, str], list[int]] = defaultdict(
        list
    )  # by mark and article, where its holders speak
    for speaker, places in spoken.items():
        far = {mark: _gap(places, mark, heard) for mark in range(1, marks + 1)}
        given[speaker] = own = min(far, key=lambda mark: (-far[mark], holders[mark], mark))
        holders[own] += 1
        for article, paragraph in places:
            heard[own, article].append(paragraph)
    return given


def _gap(places: Places, mark: int, heard: Mapping[tuple[int, str], list[int]]) -> float:
    """How many paragraphs a speaker is from the nearest holder of a mark; without end if they share no article."""
    return min((abs(a - b) for article, a in places for b in heard.get((mark, article), ())), default=inf)
