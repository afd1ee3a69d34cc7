"""Where the actors of the relations figure stand, and how the arrows between them run.

A layout of our own, made for narrow figures: actors stand in two columns bulging like an ellipse, with one
at the top and one at the bottom. No two ever cover each other, arrows start from the inner sides and run
through the free middle, and nothing depends on chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import dist, sqrt
from typing import Literal

from generator.render.figures.svg import WIDTH

Point = tuple[float, float]
Pair = tuple[str, str]
Side = Literal["left", "right", "top", "bottom"]

NODE = (144.0, 60.0)  # a node's width and height
PITCH = 88.0  # from row to row
_NECK = 16.0  # more room below the top and above the bottom, where arrows turn
_BULGE = (WIDTH - NODE[0]) / 2 - 2  # how far the columns stand from the middle at most
_LEAST = 96.0  # and at least: actors of one row, or of the next, keep clear of each other
_NORMALS: dict[Side, Point] = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}
_APART = (17.0, 27.0)  # between two arrows on a node's upright side, and on its top or bottom


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a node, and the side on which its arrows begin and end."""

    x: float
    y: float
    side: Side


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier curve."""

    start: Point
    first: Point
    second: Point
    end: Point

    def at(self, t: float) -> Point:
        """The point at parameter t, from 0 at the start to 1 at the end."""
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (self.start, self.first, self.second, self.end)
        x, y = (sum(w * p[i] for w, p in zip(weights, points, strict=True)) for i in (0, 1))
        return x, y


def ring(ids: Sequence[str]) -> tuple[dict[str, Place], float]:
    """The actors clockwise from the top, and the height they take."""
    pairs, last = divmod(len(ids) - 1, 2)
    half = ((pairs + last) * PITCH + (1 + last) * _NECK) / 2
    rows = [(k + 1) * PITCH + _NECK - half for k in range(pairs)]
    spots = [Place(0, -half, "bottom")]
    spots += [Place(_bulge(y, half), y, "left") for y in rows]
    spots += [Place(0, half, "top")] * last
    spots += [Place(-_bulge(y, half), y, "right") for y in reversed(rows)]
    return _down(dict(zip(ids, spots, strict=True)))


def star(centre: str, others: Sequence[str]) -> tuple[dict[str, Place], float]:
    """One actor in the middle, the others above and below in rows of two, the heaviest nearest."""
    upper, lower = others[0::2], others[1::2]
    spots = {centre: Place(0, 0, "bottom")}
    for ids, sign in ((upper, -1), (lower, 1)):
        for i, id_ in enumerate(ids):
            spots[id_] = _beside(i, len(ids), sign)
    return _down(spots)


def _beside(i: int, count: int, sign: int) -> Place:
    """The i-th place of a half star: two a row, an odd last one in the middle."""
    y = sign * (i // 2 + 1.4) * PITCH
    if i == count - 1 and count % 2:
        return Place(0, y, "bottom" if sign < 0 else "top")
    return Place(_BULGE, y, "left") if i % 2 else Place(-_BULGE, y, "right")


def _bulge(y: float, half: float) -> float:
    return max(_LEAST, _BULGE * sqrt(max(0.0, 1 - (y / (half + PITCH / 3)) ** 2)))


def _down(spots: Mapping[str, Place]) -> tuple[dict[str, Place], float]:
    """From around (0, 0) into the figure; and the height of it all."""
    top = min(place.y for place in spots.values()) - NODE[1] / 2 - 2
    bottom = max(place.y for place in spots.values()) + NODE[1] / 2 + 2
    moved = {id_: Place(p.x + WIDTH / 2, p.y - top, p.side) for id_, p in spots.items()}
    return moved, bottom - top


def curves(pairs: Sequence[Pair], places: Mapping[str, Place], centre: str = "") -> tuple[Curve, ...]:
    """An arrow's way for each pair. Those that meet one side of a node share it, in an order that crosses little."""
    sides = {(id_, pair): _side(id_, pair, places, centre) for pair in pairs for id_ in pair}
    anchors: dict[tuple[str, Pair], Point] = {}
    for id_, side in dict.fromkeys((id_, side) for (id_, _), side in sides.items()):
        met = [pair for pair in pairs if sides.get((id_, pair)) == side]
        ends = sorted((_across(id_, pair, side, places), pair) for pair in met)
        for i, (_, pair) in enumerate(ends):
            anchors[id_, pair] = _anchor(places[id_], side, i, len(ends))
    return tuple(_curve(anchors, sides, pair) for pair in pairs)


def _side(id_: str, pair: Pair, places: Mapping[str, Place], centre: str) -> Side:
    """The side on which an arrow meets a node; the one in the centre has its arrows above and below."""
    if id_ == centre:
        return "top" if _other(id_, pair, places).y < places[id_].y else "bottom"
    return places[id_].side


def _other(id_: str, pair: Pair, places: Mapping[str, Place]) -> Place:
    return places[pair[1] if pair[0] == id_ else pair[0]]


def _across(id_: str, pair: Pair, side: Side, places: Mapping[str, Place]) -> tuple[float, float, bool]:
    """Where along the side an arrow should meet it: in the order of the other ends, near ones outside.

    Of the two arrows between the same actors, each actor's own comes first clockwise: so they do not cross.
    """
    me, other = places[id_], _other(id_, pair, places)
    upright = side in {"left", "right"}
    along, away = (other.y - me.y, abs(other.x - me.x)) if upright else (other.x - me.x, abs(other.y - me.y))
    return along, -away if along > 0 else away, (pair[0] == id_) == (side in {"left", "bottom"})


def _anchor(place: Place, side: Side, i: int, count: int) -> Point:
    (width, height), (nx, ny) = NODE, _NORMALS[side]
    length = height - 14 if nx else width - height  # clear of round corners
    shift = (i - (count - 1) / 2) * min(_APART[nx == 0], length / max(count - 1, 1))
    return place.x + nx * width / 2 + abs(ny) * shift, place.y + ny * height / 2 + abs(nx) * shift


def _curve(
    anchors: Mapping[tuple[str, Pair], Point], sides: Mapping[tuple[str, Pair], Side], pair: Pair
) -> Curve:
    """Leaves and enters at right angles to the nodes' sides, the rounder the farther apart they are."""
    (a, na), (b, nb) = ((anchors[id_, pair], _NORMALS[sides[id_, pair]]) for id_ in pair)
    reach = 16 + 0.3 * dist(a, b)
    return Curve(
        a, (a[0] + na[0] * reach, a[1] + na[1] * reach), (b[0] + nb[0] * reach, b[1] + nb[1] * reach), b
    )
