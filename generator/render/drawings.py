"""The story's records as input of the figures, with every link and description."""

from __future__ import annotations

from collections import Counter

from generator.model.statement import Relation
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
    locator_map,
    relations,
    timeline,
)
from generator.render.paths import href
from generator.render.pen import Pen

#: How many places the locator map labels, and how many of weight leave out those named once.
POINTS, FEW = 12, 3


def timeline_figure(pen: Pen) -> Safe | None:
    """The dated events to scale; None when there are too few to compare."""
    items = [
        TimelineItem(
            value=event.date.value,
            until=event.date.until,
            label=pen.story.words(event.span),
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


def map_figure(pen: Pen) -> Safe | None:
    """The places of the latest article, the most mentioned ones; None when it names none with a known position."""
    # A place named once in passing would stretch the map over the world, so it stays out if others carry the story.
    latest = pen.story.analyses[0].article.id if pen.story.analyses else ""
    named = [s for s in pen.story.subjects if s.entry and s.entry.point and s.weight_in(latest)]
    least = 2 if sum(s.weight_in(latest) > 1 for s in named) >= FEW else 1
    points: dict[tuple[float, float], MapPoint] = {}
    for subject in named:
        entry = subject.entry
        if (
            entry
            and entry.point
            and subject.weight_in(latest) >= least
            and subject.kind in ("place", "government")
        ):
            lat, lon = entry.point
            target = href(pen.page, subject.page) if subject.page else ""
            points.setdefault(entry.point, MapPoint(subject.entity.name, lat, lon, target))
    if not points:
        return None
    shown = tuple(points.values())[:POINTS]
    title, desc = pen.labels.text("map.figure"), pen.labels.text("map.desc", n=len(shown))
    return _drawn(locator_map(shown, title=title, desc=desc))


def balance_figure(pen: Pen) -> Safe | None:
    """How many words of each speaker are quoted, in how many quotations."""
    rows = [_row(pen, share) for share in pen.story.shares]
    if not rows:
        return None
    title, desc = pen.labels.text("balance.figure"), pen.labels.text("balance.desc", n=len(rows))
    return _drawn(balance(rows, labels=pen.labels, title=title, desc=desc))


def _row(pen: Pen, share: Share) -> BalanceRow:
    subject = pen.story.subject(share.speaker) if share.speaker else None
    name = subject.entity.name if subject else pen.labels.text("speaker.open")
    target = href(pen.page, subject.page) if subject and subject.page else ""
    quoted = (q for q in pen.story.quotations if q.form != "reported")
    count = sum(share.speaker in (q.speakers or (None,)) for q in quoted)
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
