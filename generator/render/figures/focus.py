"""Where a story is: the part of the world that a map of its places should show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

#: Degrees of longitude, and of latitude, within which a map still shows a region rather than the world.
WIDE, TALL = 110.0, 60.0
#: The greatest part of all mentions that may lie outside the map.
OUTSIDE = 0.25

Weighted = tuple[float, float, float]


def focus(places: Sequence[Weighted]) -> tuple[int, ...]:
    """The indexes of the places to show, in order; each place is longitude, latitude and weight.

    As long as the map would be wider or higher than a region, the outermost place that matters least goes,
    while those that went have no more than a quarter of all weight. If that does not make a region, the
    story is about the world, and all places stay.
    """
    shown = list(range(len(places)))
    left = OUTSIDE * sum(weight for *_, weight in places)
    while len(shown) > 1 and (ends := _ends([places[i] for i in shown])):
        least = min((shown[i] for i in ends), key=lambda i: (places[i][2], i))
        left -= places[least][2]
        if left < 0:
            return tuple(range(len(places)))
        shown.remove(least)
    return tuple(shown)


def _ends(places: Sequence[Weighted]) -> set[int]:
    """The outermost places of what is too wide or too high; none of a region."""
    order = _around([lon for lon, *_ in places])
    heights = sorted(range(len(places)), key=lambda i: (places[i][1], i))
    width = (places[order[-1]][0] - places[order[0]][0]) % 360
    ends = {order[0], order[-1]} if width > WIDE else set()
    if places[heights[-1]][1] - places[heights[0]][1] > TALL:
        ends |= {heights[0], heights[-1]}
    return ends


def _around(lons: Sequence[float]) -> list[int]:
    """The places from the western to the eastern end of the shortest arc that holds them all."""
    order = sorted(range(len(lons)), key=lambda i: (lons[i] % 360, i))
    gaps = [(lons[b] - lons[a]) % 360 for a, b in pairwise([*order, order[0]])]
    after = gaps.index(max(gaps)) + 1
    return order[after:] + order[:after]
