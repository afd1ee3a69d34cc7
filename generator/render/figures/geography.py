"""The map under the points: which part of the world is shown, how it is projected, where its land lies.

The projection is equirectangular, with degrees of longitude shortened by the cosine of the middle
latitude, so that distances near the middle are right in both directions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from math import cos, radians

from generator.render.figures.svg import WIDTH

Point = tuple[float, float]
Ring = Sequence[Point]
Extent = tuple[float, float, float, float]

_LEAST_SPAN = 18.0  # degrees of latitude that a map shows at least: a place without its region says nothing
_PADDING = 0.18  # of the points' extent, on each side
_FLAT, _TALL = 0.55, 0.78  # a map's height lies between these shares of its width
_ANTARCTIC, _ARCTIC = -57.0, 80.0  # the empty ends of the world are shown only to a place that lies there
_MARGIN = 3.0  # land is cut so many units outside the drawing, so that no cut is seen
_FINEST = 1.2  # steps of an outline below this many units of the drawing are left out


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world in degrees; `west` may lie below -180 and `east` beyond 180, at most 360 apart."""

    west: float
    east: float
    south: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is drawn than one of latitude."""
        return max(0.25, cos(radians((self.south + self.north) / 2)))

    @property
    def scale(self) -> float:
        """Units of the drawing to a degree of latitude."""
        return WIDTH / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        """The drawing's height in units."""
        return (self.north - self.south) * self.scale

    def project(self, lon: float, lat: float) -> Point:
        """Where a place lies in the drawing; its longitude is turned into the region's own count."""
        turned = self.west + (lon - self.west) % 360
        return self._at(turned, lat)

    def _at(self, lon: float, lat: float) -> Point:
        return (lon - self.west) * self.scale * self.squeeze, (self.north - lat) * self.scale

    def outlines(self) -> Iterable[Ring]:
        """The rings of land inside the region and just past its edge, in units of the drawing."""
        box = (-_MARGIN, WIDTH + _MARGIN, -_MARGIN, self.height + _MARGIN)
        for turn in (-360.0, 0.0, 360.0):
            for ring in (
                ring for ring, extent in zip(land(), _extents(), strict=True) if self._meets(extent, turn)
            ):
                clipped = clip([self._at(lon + turn, lat) for lon, lat in ring], box)
                if thin := _thinned(clipped):
                    yield thin

    def _meets(self, extent: Extent, turn: float) -> bool:
        """Whether something of that extent, turned by so many degrees, can be seen in the drawing."""
        west, east, south, north = extent
        across = west + turn < self.east + _MARGIN and east + turn > self.west - _MARGIN
        return across and south < self.north + _MARGIN and north > self.south - _MARGIN


def region(places: Sequence[Point]) -> Region:
    """The region that shows all (longitude, latitude) places with room around them.

    It spans the shortest way around the globe, so that 170° east and 170° west are neighbours.
    """
    west, width = _shortest_arc([lon for lon, _ in places])
    lats = [lat for _, lat in places]
    south, north = _widen(min(lats), max(lats), (max(lats) - min(lats)) * 2 * _PADDING, _LEAST_SPAN)
    squeeze = max(0.25, cos(radians((south + north) / 2)))
    west, east = _widen(west, west + width, width * 2 * _PADDING, (north - south) / squeeze / _TALL)
    south, north = _widen(south, north, 0, (east - west) * squeeze * _FLAT)
    return _on_the_globe(
        west, east, max(south, min(_ANTARCTIC, min(lats) - 4)), min(north, max(_ARCTIC, max(lats) + 4))
    )


def _shortest_arc(lons: Sequence[float]) -> tuple[float, float]:
    """The western end and the width of the shortest arc that holds all longitudes."""
    ring = sorted({(lon + 180) % 360 - 180 for lon in lons})
    gaps = [(b - a, b) for a, b in pairwise([*ring, ring[0] + 360])]
    widest, after = max(gaps)
    return (after + 180) % 360 - 180, 360 - widest


def _widen(low: float, high: float, extra: float, least: float) -> tuple[float, float]:
    more = max(extra, least - (high - low), 0) / 2
    return low - more, high + more


def _on_the_globe(west: float, east: float, south: float, north: float) -> Region:
    """Shifted or cut so that it shows nothing beyond the poles and nothing twice."""
    half = min(180.0, (east - west) / 2)
    middle = ((west + east) / 2 + 180) % 360 - 180
    shift = max(0.0, -90 - south) - max(0.0, north - 90)
    return Region(middle - half, middle + half, max(-90.0, south + shift), min(90.0, north + shift))


@lru_cache(maxsize=1)
def land() -> tuple[tuple[Point, ...], ...]:
    """The rings of the world's land as (longitude, latitude); LAND.md says where they come from."""
    data = json.loads(files(__package__).joinpath("land.json").read_text(encoding="utf-8"))
    return tuple(tuple(_decoded(ring, data["unit"])) for ring in data["rings"])


@lru_cache(maxsize=1)
def _extents() -> tuple[Extent, ...]:
    """West, east, south and north of each ring of land."""
    sides = (tuple(zip(*ring, strict=True)) for ring in land())
    return tuple((min(lons), max(lons), min(lats), max(lats)) for lons, lats in sides)


def _decoded(ring: list[int], unit: float) -> Iterable[Point]:
    xs, ys = accumulate(ring[::2]), accumulate(ring[1::2])
    return ((x * unit, y * unit) for x, y in zip(xs, ys, strict=True))


def clip(ring: Ring, box: tuple[float, float, float, float]) -> Ring:
    """The ring inside the box (left, right, top, bottom), by Sutherland and Hodgman's method (1974)."""
    for axis in (0, 1):
        low, high = box[2 * axis], box[2 * axis + 1]
        values = [point[axis] for point in ring]
        if not values or max(values) <= low or min(values) >= high:
            return []
        if min(values) < low:
            ring = _cut(ring, axis, low, lambda value, edge: value >= edge)
        if max(values) > high:
            ring = _cut(ring, axis, high, lambda value, edge: value <= edge)
    return ring


def _cut(ring: Ring, axis: int, edge: float, inside: Callable[[float, float], bool]) -> Ring:
    kept: list[Point] = []
    for a, b in pairwise([ring[-1], *ring]):
        if inside(a[axis], edge) != inside(b[axis], edge):
            kept.append(_crossing(a, b, axis, edge))
        if inside(b[axis], edge):
            kept.append(b)
    return kept


def _crossing(a: Point, b: Point, axis: int, edge: float) -> Point:
    t = (edge - a[axis]) / (b[axis] - a[axis])
    across = a[1 - axis] + t * (b[1 - axis] - a[1 - axis])
    return (edge, across) if axis == 0 else (across, edge)


def _thinned(ring: Ring) -> Ring:
    """Without the points that a reader cannot tell from the one before; nothing if no surface is left."""
    kept: list[Point] = []
    for x, y in ring:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINEST:
            kept.append((x, y))
    return kept if len(kept) > 2 else []
