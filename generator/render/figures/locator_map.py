"""The locator map: where the places of a story lie. Land and points, no borders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import dist, inf

from generator.render.figures.geography import Point, Region, region
from generator.render.figures.lettering import measure, shorten, text_lines
from generator.render.figures.records import MapPoint
from generator.render.figures.svg import LINE, WIDTH, Element, element, frame, link, number, path

_DOT = 4.5
_LABEL = 190.0  # the most width that a name takes; half of it on a crowded map
_CROWDED = 10
_EDGE = 3.0  # names keep this far from the frame and from each other
#: Directions in which a name may stand from its point, best first (Imhof's order, shortened).
_DIRECTIONS = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
_DISTANCES = (9.0, 22.0, 38.0, 56.0, 76.0, 100.0, 130.0, 165.0)
_OWN = 10.0  # half the side of the square around a point that others keep out of
_NEAR = 60.0  # places within this distance are neighbours
_LED = 14.0  # a name farther than this from its point gets a line to it


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """The shared surface."""
        across = min(self.right, other.right) - max(self.left, other.left)
        if across <= 0:
            return 0.0
        return across * max(0.0, min(self.bottom, other.bottom) - max(self.top, other.top))

    def outside(self, width: float, height: float) -> float:
        """By how much it sticks out of the drawing."""
        return max(0.0, -self.left, -self.top, self.right - width, self.bottom - height)


@dataclass(frozen=True, slots=True)
class Label:
    """A name with the place that was found for it."""

    text: str
    box: Box
    led: bool


def locator_map(points: Sequence[MapPoint], *, title: str, desc: str, prefix: str = "map") -> str:
    """A map of 1 to 20 places as SVG: the region is chosen from them, names do not cover each other.

    Raises ValueError if there is no place, or one that is not on the globe.
    """
    if not points or not all(abs(p.lat) <= 90 and abs(p.lon) <= 360 for p in points):
        raise ValueError("a map needs places, with latitude and longitude in degrees")
    shown = region([(p.lon, p.lat) for p in points])
    spots = [shown.project(p.lon, p.lat) for p in points]
    labels = place_labels([p.name for p in points], spots, shown.height)
    marks = [_mark(*each) for each in zip(points, spots, labels, strict=True)]
    return frame(
        *_ground(shown), *marks, kind="map", height=shown.height, title=title, desc=desc, prefix=prefix
    )


def place_labels(names: Sequence[str], spots: Sequence[Point], height: float) -> tuple[Label, ...]:
    """A place for each name: greedily the first position that is free, the least bad one otherwise.

    Names with few neighbours choose first, so that none of them must give way to a crowd. In a second
    round those that went far look once more, now that the others have found their places.
    """
    room = _LABEL if len(names) <= _CROWDED else _LABEL / 1.6
    labels: dict[int, Label] = {}
    order = sorted(range(len(spots)), key=lambda i: (_neighbours(spots[i], spots), i))
    for i in order + order:
        if i not in labels or labels[i].led:
            taken = _taken(i, spots, labels)
            labels[i] = _best(_candidates(shorten(names[i], room), spots[i]), spots[i], taken, height)
    return tuple(labels[i] for i in range(len(spots)))


def _taken(i: int, spots: Sequence[Point], labels: Mapping[int, Label]) -> list[Box]:
    """What the i-th name must keep clear of: other points, with room around them, names and lines."""
    points = [_around(spot) for spot in spots if spot != spots[i]]
    others = [(spots[k], label) for k, label in labels.items() if k != i]
    return points + [box for spot, label in others for box in (label.box, *_crossed(spot, label))]


def _neighbours(spot: Point, spots: Sequence[Point]) -> int:
    return sum(dist(spot, other) < _NEAR for other in spots)


def _best(candidates: Iterator[Label], spot: Point, taken: Sequence[Box], height: float) -> Label:
    """The first that covers nothing, or else the one that covers least."""
    best, least = None, inf
    for label in candidates:
        cost = _cost(label, spot, taken, height, least)
        if best is None or cost < least:
            best, least = label, cost
        if least == 0:
            break
    if best is None:
        raise ValueError("there is no position to choose from")
    return best


def _cost(label: Label, spot: Point, taken: Sequence[Box], height: float, enough: float) -> float:
    """How much a name and its line cover: worst is to leave the drawing, then to cover a name with a name.

    Does not go on counting once it is `enough`.
    """
    cost = 100_000 * label.box.outside(WIDTH, height)
    if cost < enough:
        cost += 1000 * sum(label.box.overlap(other) for other in taken)
    if cost < enough:
        cost += sum(part.overlap(other) for part in _crossed(spot, label) for other in taken)
    return cost


def _candidates(text: str, spot: Point) -> Iterator[Label]:
    """The name in every direction, near positions first."""
    width = measure(text)
    for distance, (dx, dy) in product(_DISTANCES, _DIRECTIONS):
        near = distance if dx == 0 or dy == 0 else distance * 0.7
        x, y = spot[0] + dx * (near + width / 2), spot[1] + dy * (near + LINE / 2)
        box = Box(x - width / 2 - _EDGE, y - LINE / 2, x + width / 2 + _EDGE, y + LINE / 2)
        yield Label(text, box, distance > _LED)


def _crossed(spot: Point, label: Label) -> Iterator[Box]:
    """The line from a point to its name as a row of small boxes; none if the name stands beside it."""
    x, y = _nearest(spot, label.box)
    steps = int(max(abs(x - spot[0]), abs(y - spot[1])) / 6) if label.led else 0
    for i in range(2, steps):
        at = spot[0] + (x - spot[0]) * i / steps, spot[1] + (y - spot[1]) * i / steps
        yield Box(at[0] - 2, at[1] - 2, at[0] + 2, at[1] + 2)


def _around(spot: Point) -> Box:
    """The room of a point: a foreign name so near would pass for its own."""
    return Box(spot[0] - _OWN, spot[1] - _OWN, spot[0] + _OWN, spot[1] + _OWN)


def _ground(shown: Region) -> Iterator[Element]:
    yield element("rect", class_="bg-fig-sea", width=WIDTH, height=shown.height, fill="none")
    rings = " ".join(_outline(ring) for ring in shown.outlines())
    yield element("path", class_="bg-fig-land", d=rings, fill_rule="evenodd", fill_opacity="0.15")


def _outline(ring: Sequence[Point]) -> str:
    """A ring as a path of steps, which are shorter than places."""
    steps = [f"M{number(ring[0][0])},{number(ring[0][1])}"]
    x, y = (float(number(value)) for value in ring[0])
    for point in ring[1:]:
        dx, dy = number(point[0] - x), number(point[1] - y)
        x, y = x + float(dx), y + float(dy)
        steps.append(f"{'l' if len(steps) == 1 else ' '}{dx},{dy}")
    return "".join(steps) + "z"


def _mark(point: MapPoint, spot: Point, label: Label) -> Element:
    full = f"{point.name} · {point.role}" if point.role else point.name
    middle = (label.box.left + label.box.right) / 2
    return link(
        point.href,
        element("title", full),
        *([_leader(spot, label.box)] if label.led else []),
        element("circle", class_="bg-fig-dot", cx=spot[0], cy=spot[1], r=_DOT),
        text_lines(
            *_anchor(spot, label.box), (label.text,), class_="bg-fig-halo", text_anchor=_side(spot[0], middle)
        ),
        class_="bg-fig-place",
    )


def _side(spot: float, middle: float) -> str:
    """Which end of the name stays near the point when a wide screen shows smaller letters."""
    return "middle" if abs(spot - middle) < 1 else "start" if middle > spot else "end"


def _anchor(spot: Point, box: Box) -> Point:
    middle = (box.left + box.right) / 2
    ends = {"middle": middle, "start": box.left + _EDGE, "end": box.right - _EDGE}
    return ends[_side(spot[0], middle)], (box.top + box.bottom) / 2


def _leader(spot: Point, box: Box) -> Element:
    return element(
        "path", class_="bg-fig-leader", d=path("M", *spot, "L", *_nearest(spot, box)), stroke="currentColor"
    )


def _nearest(spot: Point, box: Box) -> Point:
    """The point of a name's box that is nearest to a spot."""
    return (
        min(max(spot[0], box.left + _EDGE), box.right - _EDGE),
        min(max(spot[1], box.top + _EDGE), box.bottom - _EDGE),
    )
