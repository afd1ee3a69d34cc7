"""Makes generator/render/figures/land.json from the land outlines of the npm package `world-atlas`.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/land.py package/land-50m.json > generator/render/figures/land.json

Decodes TopoJSON (the specification's quantised, delta-encoded arcs), undoes jumps at 180°, simplifies each ring by Douglas and
Peucker's method, drops islets, and writes rings as delta-encoded whole numbers. The same file gives the
same bytes.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

UNIT = 0.05  # degrees: the grid of the output, 5.6 km on the equator
TOLERANCE = 0.07  # degrees that a simplified outline may lie off
ISLET = 0.08  # square degrees: smaller rings are dropped

Point = tuple[float, float]


def main(source: str) -> None:
    """Prints the compact land file made from a TopoJSON file."""
    rings = [kept for ring in read_rings(Path(source)) if (kept := compact(ring))]
    lines = ",\n".join(
        json.dumps(ring, separators=(",", ":")) for ring in sorted(rings, key=len, reverse=True)
    )
    print(f'{{"unit": {UNIT}, "rings": [\n{lines}\n]}}')


def read_rings(path: Path) -> list[list[Point]]:
    """All rings, outer and inner alike (the drawing fills by even-odd), as longitudes and latitudes."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [decode(arc, topology["transform"]) for arc in topology["arcs"]]
    geometries = topology["objects"]["land"]["geometries"]
    return [join(ring, arcs) for shape in geometries for polygon in polygons(shape) for ring in polygon]


def polygons(shape: dict[str, Any]) -> list[Any]:
    """The polygons of a geometry, as lists of rings, as lists of arc numbers."""
    return shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc's points in degrees."""
    (kx, ky), (x0, y0) = transform["scale"], transform["translate"]
    xs, ys = accumulate(dx for dx, _ in arc), accumulate(dy for _, dy in arc)
    return [(x * kx + x0, y * ky + y0) for x, y in zip(xs, ys, strict=True)]


def join(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A ring from its arcs; ~n stands for arc n backwards. Joints are kept once."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    return whole([point for part in parts for point in part[:-1]] + [parts[-1][-1]])


def whole(ring: list[Point]) -> list[Point]:
    """The ring with longitudes that run on past 180°, where the source jumps; one around the pole goes by way of it."""
    turns = accumulate((round((a[0] - b[0]) / 360) * 360 for a, b in pairwise(ring)), initial=0)
    run = [(x + turn, y) for (x, y), turn in zip(ring, turns, strict=True)]
    middle = (min(x for x, _ in run) + max(x for x, _ in run)) / 2
    run = [(x - round(middle / 360) * 360, y) for x, y in run]
    if abs(run[-1][0] - run[0][0]) < 180:
        return run
    return [*run, (run[-1][0], -90.0), (run[0][0], -90.0), run[0]]


def compact(ring: list[Point]) -> list[int]:
    """The simplified ring as first point and steps, in units; empty for an islet."""
    if abs(area(ring)) < ISLET:
        return []
    far = max(range(len(ring)), key=lambda i: distance(ring[i], ring[0], ring[0]))
    kept = simplify(ring[: far + 1])[:-1] + simplify(ring[far:])[:-1]
    cells = [(round(x / UNIT), round(y / UNIT)) for x, y in kept]
    cells = [b for a, b in pairwise([cells[-1], *cells]) if a != b]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise([(0, 0), *cells])]
    return [number for step in steps for number in step] if len(cells) > 2 else []


def simplify(line: list[Point]) -> list[Point]:
    """Douglas–Peucker: the points without which the line would be off by more than TOLERANCE."""
    if len(line) < 3:
        return line
    far = max(range(1, len(line) - 1), key=lambda i: distance(line[i], line[0], line[-1]))
    if distance(line[far], line[0], line[-1]) <= TOLERANCE:
        return [line[0], line[-1]]
    return simplify(line[: far + 1])[:-1] + simplify(line[far:])


def distance(p: Point, a: Point, b: Point) -> float:
    """How far a point lies from a segment, in degrees."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return float(((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2) ** 0.5)


def area(ring: list[Point]) -> float:
    """The signed area in square degrees."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


if __name__ == "__main__":
    main(sys.argv[1])
