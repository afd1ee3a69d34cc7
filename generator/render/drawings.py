"""The story's records as input of the figures, with every link and description."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model.statement import Event, Relation
from generator.model.story import Share, Subject
from generator.render.escape import Safe
from generator.render.figures import (
    BalanceRow,
    Figure,
    MapPoint,
    RelationEdge,
    RelationNode,
    TimelineItem,
    around,
    balance,
    focus,
    locator_map,
    relations,
    timeline,
)
from generator.render.paths import href
from generator.render.pen import Pen

#: How many places the locator map labels, and how many of weight leave out those named once.
POINTS, FEW = 12, 3
#: How many speakers have a bar: the table beside the bars has them all.
BARS = 12


@dataclass(frozen=True)
class Map:
    """A locator map, and the places that lie too far from the others to be drawn."""

    svg: Safe
    outside: tuple[Subject, ...]


def timeline_figure(pen: Pen) -> Safe | None:
    """The dated events to scale; None when there are too few to compare."""
    items = [
        TimelineItem(
            value=event.date.value,
            until=event.date.until,
            label=_told(pen, event),
            id=f"t-{n:04}",
            href=f"#event-{n}",
            basis=event.date.basis,
        )
        for n, event in enumerate(pen.story.timeline, 1)
        if event.date and event.date.value
    ]
    if len(items) < 2:
        return None
    title, desc = pen.labels.text("timeline.figure"), pen.labels.text("timeline.desc", n=len(items))
    return _drawn(timeline(items, labels=pen.labels, title=title, desc=desc))


def _told(pen: Pen, event: Event) -> str:
    """An event's words, behind whom its pronouns mean, since a long label is cut at its end."""
    named = ((m.text, pen.story.subject(m.entity)) for m in event.meant)
    meant = "".join(f"[{text}: {subject.entity.name}] " for text, subject in named if subject)
    return f"{meant}{pen.within(event.span)}{pen.story.words(event.span)}"


def relations_figure(pen: Pen, centre: Subject | None = None) -> Figure:
    """The relations between actors, of all or around one; what is left out is counted."""
    found = centre.relations if centre else pen.story.relations
    nodes = [_node(pen, id) for id in sorted({id for r in found for id in (r.subject, r.object)})]
    edges = _edges(found)
    desc = pen.labels.text("relations.desc", n=len(nodes))
    if centre:
        title = pen.labels.text("relations.around", name=centre.entity.name)
        figure = around(centre.id, nodes, edges, labels=pen.labels, title=title, desc=desc)
    else:
        figure = relations(
            nodes, edges, labels=pen.labels, title=pen.labels.text("relations.figure"), desc=desc
        )
    return Figure(_drawn(figure.svg), figure.left_out_nodes, figure.left_out_edges)


def map_figure(pen: Pen) -> Map | None:
    """The places of the latest article, the most mentioned ones; None when it names none with a known position.

    It shows the region that most mentions lie in: a place far from it is told beside the map instead.
    """
    named = _places(pen)
    if not named:
        return None
    inside = focus([(*_position(s), weight) for s, weight in named])
    points = [_point(pen, named[i][0]) for i in inside]
    title, desc = pen.labels.text("map.figure"), pen.labels.text("map.desc", n=len(points))
    outside = tuple(s for i, (s, _) in enumerate(named) if i not in inside)
    return Map(_drawn(locator_map(points, title=title, desc=desc)), outside)


def _places(pen: Pen) -> list[tuple[Subject, int]]:
    """Places that the latest article names, with how often, one for each spot; the most mentioned first."""
    latest = pen.story.analyses[0].article.id if pen.story.analyses else ""
    found = [(s, s.weight_in(latest)) for s in pen.story.subjects if s.kind in ("place", "government")]
    named = [(s, n) for s, n in found if n and s.entry and s.entry.point]
    # A place named once in passing stays out if others carry the story.
    least = 2 if sum(n > 1 for _, n in named) >= FEW else 1
    spots = {_position(s): (s, n) for s, n in reversed(named) if n >= least}
    return sorted(spots.values(), key=lambda pair: (-pair[1], pair[0].id))[:POINTS]


def _position(subject: Subject) -> tuple[float, float]:
    """Longitude and latitude of a subject whose entry has them."""
    point = subject.entry.point if subject.entry else None
    lat, lon = point or (0.0, 0.0)
    return lon, lat


def _point(pen: Pen, subject: Subject) -> MapPoint:
    lon, lat = _position(subject)
    return MapPoint(subject.entity.name, lat, lon, href(pen.page, subject.page) if subject.page else "")


def balance_figure(pen: Pen) -> Safe | None:
    """How many words of each speaker are quoted, in how many quotations."""
    most = sorted(pen.story.shares, key=lambda share: (share.speaker is not None, -share.words))[:BARS]
    quoted = (q for q in pen.story.quotations if q.form != "reported")
    counts = Counter(speaker for q in quoted for speaker in q.speakers or (None,))
    rows = [_row(pen, share, counts[share.speaker]) for share in most]
    if not rows:
        return None
    title, desc = pen.labels.text("balance.figure"), pen.labels.text("balance.desc", n=len(rows))
    return _drawn(balance(rows, labels=pen.labels, title=title, desc=desc))


def _row(pen: Pen, share: Share, count: int) -> BalanceRow:
    subject = pen.story.subject(share.speaker) if share.speaker else None
    name = subject.entity.name if subject else pen.labels.text("speaker.open")
    target = href(pen.page, subject.page) if subject and subject.page else ""
    return BalanceRow(name, share.words, count, subject is not None, target)


def _node(pen: Pen, id: str) -> RelationNode:
    subject = pen.story.subject(id)
    if subject is None:
        return RelationNode(id, id, "organisation")
    target = href(pen.page, subject.page) if subject.page else ""
    return RelationNode(id, subject.entity.name, subject.kind, target, subject.weight)


def _edges(found: tuple[Relation, ...]) -> list[RelationEdge]:
    counted = Counter((r.subject, r.verb, r.object) for r in found)
    return [RelationEdge(subject, verb, object, count) for (subject, verb, object), count in counted.items()]


def _drawn(svg: str) -> Safe:
    """A figure on one line: a blank line inside would end the HTML block."""
    return Safe(" ".join(line.strip() for line in svg.splitlines() if line.strip()))
