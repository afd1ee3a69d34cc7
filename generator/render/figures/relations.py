"""The relations figure: who does what to whom, as numbered arrows whose sentences stand below the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import dist, hypot

from generator.knowledge.labels import Labels
from generator.render.figures.choice import choose, short_ways
from generator.render.figures.legend import Entry, legend
from generator.render.figures.lettering import height, text_lines, wrap
from generator.render.figures.places import NODE, Curve, Pair, Place, curves, ring, star
from generator.render.figures.records import Figure, RelationEdge, RelationNode
from generator.render.figures.svg import LINE, SIZE, WIDTH, Element, element, frame, link, path

_MOST_NODES = 12
_MOST_EDGES = 20
_BADGE = 11.0  # radius of a number on its arrow
_INDENT = 34.0
#: Where on its arrow a number may stand, best first.
_STATIONS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_SHAPES = ("person", "government", "organisation", "group")


def relations(  # noqa: PLR0913 - keyword-only texts
    nodes: Sequence[RelationNode],
    edges: Sequence[RelationEdge],
    *,
    labels: Labels,
    title: str,
    desc: str,
    prefix: str = "relations",
) -> Figure:
    """The weightiest relations, at most 12 actors and 20 edges, as a ring. Raises ValueError without a node."""
    shown, kept = choose(nodes, edges, _MOST_NODES, _MOST_EDGES)
    if not shown:
        raise ValueError("a relations figure needs nodes")
    pairs = _pairs(kept)
    order = short_ways(tuple(node.id for node in shown), pairs)
    places, used = ring(order)
    svg = _draw(
        shown, kept, places, curves(pairs, places), used, labels, title=title, desc=desc, prefix=prefix
    )
    return Figure(svg, len(nodes) - len(shown), len(edges) - len(kept))


def around(  # noqa: PLR0913 - keyword-only texts
    centre: str,
    nodes: Sequence[RelationNode],
    edges: Sequence[RelationEdge],
    *,
    labels: Labels,
    title: str,
    desc: str,
    prefix: str = "relations",
) -> Figure:
    """One actor in the middle and those tied to it around. What is left out is counted among its own ties.

    Raises ValueError if the actor is not among the nodes.
    """
    if all(node.id != centre for node in nodes):
        raise ValueError(f"no node {centre!r} to draw the others around")
    own = [edge for edge in edges if centre in {edge.subject, edge.object}]
    near = [n for n in nodes if n.id == centre or any(n.id in {e.subject, e.object} for e in own)]
    shown, kept = choose(near, own, _MOST_NODES, _MOST_EDGES)
    places, used = star(centre, [node.id for node in shown if node.id != centre])
    ways = curves(_pairs(kept), places, centre)
    svg = _draw(shown, kept, places, ways, used, labels, title=title, desc=desc, prefix=prefix)
    return Figure(svg, len(near) - len(shown), len(own) - len(kept))


def _pairs(edges: Sequence[RelationEdge]) -> tuple[Pair, ...]:
    """Each subject with object once, in order: several verbs between two actors share an arrow."""
    return tuple(dict.fromkeys((edge.subject, edge.object) for edge in edges))


def _draw(  # noqa: PLR0913, PLR0917 - all that a drawing needs
    nodes: Sequence[RelationNode],
    edges: Sequence[RelationEdge],
    places: Mapping[str, Place],
    ways: Sequence[Curve],
    used: float,
    labels: Labels,
    **texts: str,
) -> str:
    pairs = _pairs(edges)
    weights = [sum(e.count for e in edges if (e.subject, e.object) == pair) for pair in pairs]
    arrows = [_arrow(way, weight) for way, weight in zip(ways, weights, strict=True)]
    badges = [_badge(i, spot) for i, spot in enumerate(stations(ways), start=1)]
    boxes = [_node(node, places[node.id], labels) for node in nodes]
    key, tall = legend(tuple(_signs(nodes, labels)), used + 12)
    rows, bottom = _sentences(nodes, edges, labels, used + tall + 26)
    return frame(*arrows, *boxes, *badges, key, *rows, kind="relations", height=bottom, **texts)


def stations(ways: Sequence[Curve]) -> tuple[tuple[float, float], ...]:
    """Where the number of each arrow stands: on it, and clear of all heads and the numbers before, if it can."""
    taken = [way.end for way in ways]
    for way in ways:
        spots = [way.at(t) for t in _STATIONS]
        taken.append(max(spots, key=lambda spot: min(_clear(spot, taken), 2 * _BADGE + 1)))
    return tuple(taken[len(ways) :])


def _clear(spot: tuple[float, float], taken: Sequence[tuple[float, float]]) -> float:
    return min((dist(spot, other) for other in taken), default=1000.0)


def _arrow(way: Curve, weight: int) -> Element:
    """The curve and its head, which lies along the end's direction; the more often said, the thicker."""
    dx, dy = way.end[0] - way.second[0], way.end[1] - way.second[1]
    length = max(hypot(dx, dy), 1.0)
    ux, uy = dx / length, dy / length
    x, y = way.end[0] - 10 * ux, way.end[1] - 10 * uy
    curve = path("M", *way.start, "C", *way.first, *way.second, x, y)
    head = path("M", *way.end, "L", x - 5 * uy, y + 5 * ux, "L", x + 5 * uy, y - 5 * ux, "z")
    width = min(1.2 + 0.5 * weight, 4.0)
    return element(
        "g",
        element(
            "path", class_="bg-fig-edge", d=curve, fill="none", stroke="currentColor", stroke_width=width
        ),
        element("path", class_="bg-fig-head", d=head),
    )


def _badge(number: int, spot: tuple[float, float]) -> Element:
    return element(
        "g",
        element("circle", class_="bg-fig-badge", cx=spot[0], cy=spot[1], r=_BADGE, fill="none"),
        text_lines(*spot, (str(number),), text_anchor="middle"),
        aria_hidden="true",
    )


def _node(node: RelationNode, place: Place, labels: Labels) -> Element:
    lines = wrap(node.name, NODE[0] - 16, 3)
    return link(
        node.href,
        element("title", f"{node.name} · {labels.text(f'kind.{node.kind}')}"),
        *_shape(node.kind, place.x, place.y, *NODE),
        text_lines(place.x, place.y - height(len(lines) - 1) / 2, lines, text_anchor="middle"),
        class_="bg-fig-node",
    )


def _shape(kind: str, x: float, y: float, width: float, tall: float) -> Iterator[Element]:
    """A kind's outline: pill, double rectangle, octagon, hexagon; a dashed rectangle for all others."""
    left, top = x - width / 2, y - tall / 2
    look = {"class_": "bg-fig-box", "fill": "none", "stroke": "currentColor"}
    if kind in {"organisation", "group"}:
        yield element("path", d=_cut_corners(x, y, width, tall, kind), **look)
        return
    dashes = None if kind in _SHAPES else "4 3"
    radius = tall / 2 if kind == "person" else 0
    yield element("rect", x=left, y=top, width=width, height=tall, rx=radius, stroke_dasharray=dashes, **look)
    if kind == "government":
        yield element("rect", x=left + 3, y=top + 3, width=width - 6, height=tall - 6, **look)


def _cut_corners(x: float, y: float, width: float, tall: float, kind: str) -> str:
    """An octagon with small corners cut off, or a hexagon with pointed ends."""
    dx, dy = (tall / 5, tall / 5) if kind == "organisation" else (tall / 5, tall / 2)
    left, right, top, bottom = x - width / 2, x + width / 2, y - tall / 2, y + tall / 2
    corners = [(left + dx, top), (right - dx, top), (right, top + dy), (right, bottom - dy)]
    corners += [(right - dx, bottom), (left + dx, bottom), (left, bottom - dy), (left, top + dy)]
    return path("M", *(part for corner in corners for part in (*corner, "L")), *corners[0], "z")


def _signs(nodes: Sequence[RelationNode], labels: Labels) -> Iterator[Entry]:
    """A small shape for each kind that is drawn, the four acting kinds first."""
    kinds = {node.kind for node in nodes}
    for kind in (*(k for k in _SHAPES if k in kinds), *sorted(kinds - set(_SHAPES))):
        yield element("g", *_shape(kind, 0, 0, 26, 16)), labels.text(f"kind.{kind}")


def _sentences(
    nodes: Sequence[RelationNode], edges: Sequence[RelationEdge], labels: Labels, top: float
) -> tuple[list[Element], float]:
    """What each number says, one sentence an edge, and where the list ends."""
    names = {node.id: node.name for node in nodes}
    drawn: list[Element] = []
    for number, pair in enumerate(_pairs(edges), start=1):
        drawn.append(_badge(number, (_BADGE + 1, top + LINE / 2)))
        for edge in (e for e in edges if (e.subject, e.object) == pair):
            sentence, lines = _sentence(edge, names, labels, top + LINE / 2)
            drawn.append(sentence)
            top += max(height(lines), 2 * _BADGE) + 0.4 * SIZE
    return drawn, top + 4


def _sentence(edge: RelationEdge, names: Mapping[str, str], labels: Labels, y: float) -> tuple[Element, int]:
    full = f"{names[edge.subject]} {edge.verb} {names[edge.object]}"
    if edge.count > 1:
        full = labels.text("figure.times", relation=full, n=edge.count)
    lines = wrap(full, WIDTH - _INDENT, 3)
    return link(edge.href, element("title", full), text_lines(_INDENT, y, lines)), len(lines)
