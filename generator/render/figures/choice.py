"""What of a large network is drawn: the weightiest edges, their actors, in an order with short ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from generator.render.figures.records import RelationEdge, RelationNode

Order = tuple[str, ...]


def choose(
    nodes: Sequence[RelationNode], edges: Iterable[RelationEdge], most_nodes: int, most_edges: int
) -> tuple[tuple[RelationNode, ...], tuple[RelationEdge, ...]]:
    """The nodes and edges to draw: edges by count, then by the weight of their ends, while there is room.

    An edge from an actor to itself, or to one that is not among the nodes, is never drawn. Actors without
    an edge fill no room, unless there is no edge at all.
    """
    weights = {node.id: node.weight for node in nodes}
    kept: list[RelationEdge] = []
    ids: set[str] = set()
    for edge in _ranked(edges, weights):
        ends = {edge.subject, edge.object}
        if len(kept) < most_edges and len(ids | ends) <= most_nodes:
            kept.append(edge)
            ids |= ends
    ranked = sorted(nodes, key=lambda node: (-node.weight, node.id))
    shown = [node for node in ranked if node.id in ids] if kept else ranked[:most_nodes]
    return tuple(shown), tuple(kept)


def _ranked(edges: Iterable[RelationEdge], weights: dict[str, float]) -> list[RelationEdge]:
    drawable = (e for e in edges if e.subject != e.object and {e.subject, e.object} <= weights.keys())

    def rank(edge: RelationEdge) -> tuple[float, float, str, str, str]:
        both = weights[edge.subject] + weights[edge.object]
        return -edge.count, -both, edge.subject, edge.object, edge.verb

    return sorted(drawable, key=rank)


def short_ways(ids: Order, pairs: Sequence[tuple[str, str]]) -> Order:
    """An order around a circle in which connected actors stand near each other.

    Exchanges two actors as long as that shortens the sum of all ways; the first one keeps its place.
    Ends in a local minimum, always the same for the same input.
    """
    best, length = ids, _ways(ids, pairs)
    improved = True
    while improved:
        improved = False
        for i, j in combinations(range(1, len(ids)), 2):
            tried = _exchanged(best, i, j)
            if (ways := _ways(tried, pairs)) < length:
                best, length, improved = tried, ways, True
    return best


def _ways(order: Order, pairs: Sequence[tuple[str, str]]) -> int:
    place = {id_: i for i, id_ in enumerate(order)}
    steps = (abs(place[a] - place[b]) for a, b in pairs)
    return sum(min(step, len(order) - step) for step in steps)


def _exchanged(order: Order, i: int, j: int) -> Order:
    changed = list(order)
    changed[i], changed[j] = order[j], order[i]
    return tuple(changed)
