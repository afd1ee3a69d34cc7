"""The timeline: dated things along a vertical axis, each with how precise and how sure its date is.

Vertical, since a label then has the whole width of a page, be it a desk's or a telephone's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.knowledge.labels import Labels
from generator.knowledge.wording import date_in_words
from generator.render.figures.axis import Row, Stretch, stretches, ticks
from generator.render.figures.legend import Entry, legend
from generator.render.figures.lettering import height, text_lines, wrap
from generator.render.figures.periods import Period, read_period, rounded
from generator.render.figures.records import Basis, TimelineItem
from generator.render.figures.svg import WIDTH, Element, element, frame, identifier, link, path

_AXIS = 80.0  # x of the axis; the marks' words stand left of it
_LANES = 4  # bars side by side before they cover each other
_LANE = 9.0
_BAR = 6.0  # width of a bar
_TEXT = 128.0  # x of the labels
_SPACE = 10.0  # between two labels
_MANY = (
    40  # from so many items on, a label has one line instead of three, or of two beside others of its date
)
_BASES: tuple[Basis, ...] = ("explicit", "relative", "inferred")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item made ready: its period, its date in words, and its words in lines.

    `dated` is the date line, "" if the label above has the same.
    """

    item: TimelineItem
    period: Period
    when: str
    dated: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return height(len(self.lines) + bool(self.dated)) + _SPACE


def timeline(
    items: Sequence[TimelineItem], *, labels: Labels, title: str, desc: str, prefix: str = "timeline"
) -> str:
    """Dated items as SVG, in order of time.

    A day is a dot, a longer period a bar of its length; dates not stated in the text are drawn hollow,
    and say so. Every item is a group with the id `prefix-id`, and its full text as its title.
    Raises ValueError if there is no item, or a date has another form than records.py tells.
    """
    if not items:
        raise ValueError("a timeline needs items")
    entries = _entries(items, labels)
    head, used = legend(tuple(_signs(entries, labels)), 4)
    rows = [Row(entry.period, entry.height, i) for i, entry in enumerate(entries)]
    drawn = stretches(rows, used + 26)
    body = [
        element(
            "g",
            *(_break(s, labels) if s is not drawn[0] else ()),
            *_marks(s, labels),
            *_stretch(s, entries, labels, identifier(prefix)),
        )
        for s in drawn
    ]
    bottom = drawn[-1].end + 8
    return frame(head, *body, kind="timeline", height=bottom, title=title, desc=desc, prefix=prefix)


def _entries(items: Sequence[TimelineItem], labels: Labels) -> tuple[_Entry, ...]:
    """In order of time, as the axis orders them."""
    dated = [(read_period(item.value, item.until), item) for item in items]
    dated.sort(key=lambda pair: (pair[0].at, pair[0].end, pair[1].basis, pair[1].id))
    shared = Counter(period for period, _ in dated)
    entries: list[_Entry] = []
    above = ""
    for period, item in dated:
        words = _dated(item, labels)
        lines = wrap(item.label, WIDTH - _TEXT, 1 if len(items) >= _MANY else 2 if shared[period] > 1 else 3)
        entries.append(_Entry(item, period, words, "" if words == above else words, lines))
        above = words
    return tuple(entries)


def _dated(item: TimelineItem, labels: Labels) -> str:
    """The date in words, and how it is known unless the text states it."""
    words = date_in_words(item.value, labels, item.until)
    return words if item.basis == "explicit" else labels.text(f"figure.{item.basis}", date=words)


def _signs(entries: Sequence[_Entry], labels: Labels) -> Iterator[Entry]:
    """What the legend explains: only what is drawn."""
    for basis in _BASES:
        if any(entry.item.basis == basis for entry in entries):
            yield element("circle", cx=0, cy=0, r=5, **_look(basis)), labels.text(f"basis.{basis}")
    if any(not entry.period.is_day for entry in entries):
        bar = element("rect", x=-_BAR / 2, y=-9, width=_BAR, height=18, rx=2, **_look("explicit"))
        yield bar, labels.text("figure.bar")


def _look(basis: Basis) -> dict[str, str | None]:
    if basis == "explicit":
        return {"class_": "bg-fig-dot"}
    dashes = "2 2" if basis == "inferred" else None
    return {"class_": "bg-fig-hollow", "fill": "none", "stroke": "currentColor", "stroke_dasharray": dashes}


def _marks(stretch: Stretch, labels: Labels) -> Iterator[Element]:
    """The axis with what begins where."""
    yield element(
        "line",
        class_="bg-fig-axis",
        x1=_AXIS,
        x2=_AXIS,
        y1=stretch.top - 8,
        y2=stretch.bottom + 8,
        stroke="currentColor",
    )
    for y, words in ticks(stretch, labels):
        yield element("line", class_="bg-fig-axis", x1=_AXIS - 5, x2=_AXIS, y1=y, y2=y, stroke="currentColor")
        yield text_lines(_AXIS - 9, y, (words,), class_="bg-fig-muted", text_anchor="end")


def _stretch(stretch: Stretch, entries: Sequence[_Entry], labels: Labels, prefix: str) -> Iterator[Element]:
    """The things of a stretch, each with the line from its mark to its words."""
    lanes = _lanes(stretch, frozenset(row.index for row in stretch.rows if entries[row.index].dated))
    places = [(row, y, _right(row, lanes)) for row, y in zip(stretch.rows, stretch.labels, strict=True)]
    for above, (row, y, x) in zip((None, *stretch.labels), places, strict=False):
        yield _leader(stretch, row, x, y) if entries[row.index].dated or above is None else _joint(above, y)
    for row, y, x in places:
        title = labels.text("figure.event", date=entries[row.index].when, event=entries[row.index].item.label)
        yield _item(entries[row.index], stretch, row, (x, y), (title, prefix))


def _break(stretch: Stretch, labels: Labels) -> Iterator[Element]:
    """A torn axis above a stretch, with the time that it leaves out."""
    unit, count = rounded(stretch.since)
    told = labels.text(f"figure.gap.{unit}", n=count) if stretch.since >= 1 else labels.text("figure.scale")
    y = stretch.top - 30
    tear = path("M", _AXIS, y - 8, "l", 0, 4, "l", -6, 3, "l", 12, 4, "l", -12, 4, "l", 6, 3, "l", 0, 4)
    yield element("path", class_="bg-fig-axis", d=tear, fill="none", stroke="currentColor")
    yield text_lines(_TEXT, y + 2, (told,), class_="bg-fig-muted bg-fig-gap")


def _lanes(stretch: Stretch, marked: frozenset[int]) -> dict[int, int]:
    """A lane for each bar that is drawn: the first that is free where it begins."""
    free = [float("-inf")] * _LANES
    lanes: dict[int, int] = {}
    for row in stretch.rows:
        if row.index in marked and not row.period.is_day:
            top, bottom = _ends(stretch, row)
            lane = next((i for i, y in enumerate(free) if y <= top), _LANES - 1)
            free[lane], lanes[row.index] = bottom + 3, lane
    return lanes


def _ends(stretch: Stretch, row: Row) -> tuple[float, float]:
    top = stretch.y(row.period.start)
    return top, max(stretch.y(row.period.end), top + 12)


def _right(row: Row, lanes: Mapping[int, int]) -> float:
    """The right edge of a mark: dots lie on the axis, bars beside it."""
    return _AXIS + 5 if row.period.is_day else _AXIS + 7 + _BAR + lanes.get(row.index, 0) * _LANE


def _leader(stretch: Stretch, row: Row, x: float, y: float) -> Element:
    at = stretch.y(row.at) + (0 if row.period.is_day else 4)
    line = path("M", x, at, "L", _TEXT - 14, y, "H", _TEXT - 5)
    return element("path", class_="bg-fig-leader", d=line, fill="none", stroke="currentColor")


def _joint(above: float, y: float) -> Element:
    """The line to a label that shares the date of the one above."""
    line = path("M", _TEXT - 14, above, "V", y, "H", _TEXT - 5)
    return element("path", class_="bg-fig-leader", d=line, fill="none", stroke="currentColor")


def _item(
    entry: _Entry, stretch: Stretch, row: Row, spot: tuple[float, float], names: tuple[str, str]
) -> Element:
    """Mark and label; no mark if it is that of the label above.

    `spot` is the mark's right edge, and where the middle of the label's first line is;
    `names` are its title and the prefix of its id.
    """
    (x, y), (title, prefix) = spot, names
    mark = _dot(entry, stretch.y(row.at)) if entry.period.is_day else _bar(entry, stretch, row, x)
    lines = ((entry.dated,) if entry.dated else ()) + entry.lines
    return link(
        entry.item.href,
        element("title", title),
        *([mark] if entry.dated else []),
        text_lines(_TEXT, y, lines, class_="bg-fig-dated" if entry.dated else None),
        id=f"{prefix}-{identifier(entry.item.id)}",
    )


def _dot(entry: _Entry, y: float) -> Element:
    return element("circle", cx=_AXIS, cy=y, r=5, **_look(entry.item.basis))


def _bar(entry: _Entry, stretch: Stretch, row: Row, right: float) -> Element:
    """The bar of a period; one that goes on past the stretch ends in a point."""
    top, bottom = _ends(stretch, row)
    tip = 7 if row.period.end > stretch.last + 0.5 else 0
    outline = path(
        "M", right - _BAR, top, "h", _BAR, "V", bottom - tip, "l", -_BAR / 2, tip, "l", -_BAR / 2, -tip, "z"
    )
    return element("path", d=outline, **_look(entry.item.basis))
