"""The timeline's axis: stretches of time drawn to scale, breaks between them, marks, and room for labels.

Time runs downwards. A stretch is cut at its longest gap as soon as drawing it to one scale would push
labels far from their dates; what is left out is told at the break. Each stretch has its own scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, zip_longest
from math import inf

from generator.knowledge.labels import Labels
from generator.render.figures.periods import Period, next_tick

_FAR = 60.0  # a label farther than this from its date asks for a break
_GAP = 0.3  # the least share of a stretch that is worth a break
_TICK = 30.0  # units between two marks of the axis, at least
_BREAK = 46.0  # height of a break
_STUB = 0.3  # how far a stretch goes on past its last date, as a share of it, to show longer periods
_LONGER = (1.0, 1.2, 1.4, 1.6)  # by how much a crowded stretch may be drawn out
_UNITS = (
    *(("day", 1), ("day", 7), ("month", 1), ("month", 3), ("year", 1), ("year", 2), ("year", 5)),
    *(("year", 10), ("year", 20), ("year", 50), ("year", 100), ("year", 500), ("year", 1000)),
)
_DAYS = {"day": 1.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Row:
    """A period with the height of its label; `index` leads back to the item it stands for."""

    period: Period
    height: float
    index: int

    @property
    def at(self) -> float:
        """The moment that the label belongs to."""
        return self.period.at


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of one scale, with where their labels begin.

    `since` is the gap before it in days: 0 if it goes on where the one above ended.
    """

    rows: tuple[Row, ...]
    labels: tuple[float, ...]
    first: float
    last: float
    top: float
    bottom: float
    since: float = 0.0

    def y(self, moment: float) -> float:
        """Where a moment lies; those outside lie at the ends."""
        if self.last <= self.first:
            return self.top
        share = (moment - self.first) / (self.last - self.first)
        return self.top + min(1.0, max(0.0, share)) * (self.bottom - self.top)

    @property
    def end(self) -> float:
        """The lowest part of the stretch, be it axis or label."""
        return max(self.bottom, self.labels[-1] + self.rows[-1].height)


def stretches(rows: Sequence[Row], top: float) -> tuple[Stretch, ...]:
    """The whole axis, beginning at `top`, from rows in order of time."""
    drawn: list[Stretch] = []
    groups = list(_split(tuple(rows)))
    for group, after in zip_longest(groups, groups[1:]):
        since = group[0].at - drawn[-1].last if drawn else 0.0
        until = after[0].at if after else inf
        drawn.append(_roomy(group, until, drawn[-1].end + _BREAK if drawn else top, since))
    return tuple(drawn)


def _split(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    gaps = [(b.at - a.at, -i) for i, (a, b) in enumerate(pairwise(rows))]
    widest, place = max(gaps, default=(0.0, 0))
    if widest > _GAP * (rows[-1].at - rows[0].at) and widest > 1 and _squashed(rows):
        yield from _split(rows[: 1 - place])
        yield from _split(rows[1 - place :])
    else:
        yield rows


def _squashed(rows: tuple[Row, ...]) -> bool:
    return _farthest(_stretch(rows, inf, 0.0, 0.0)) > _FAR


def _farthest(stretch: Stretch) -> float:
    """How far the worst label stands from where it belongs."""
    return max(abs(y - at) for y, at in zip(stretch.labels, _wanted(stretch), strict=True))


def _roomy(rows: tuple[Row, ...], until: float, top: float, since: float) -> Stretch:
    """The stretch, drawn longer as long as labels stand far from their dates."""
    drawn = (_stretch(rows, until, top, since, longer) for longer in _LONGER)
    best = next(drawn)
    while _farthest(best) > _FAR and (longer := next(drawn, None)):
        best = longer
    return best


def _stretch(rows: tuple[Row, ...], until: float, top: float, since: float, longer: float = 1.0) -> Stretch:
    """One stretch that ends at `until` at the latest: there the next one begins."""
    first, last = rows[0].at, min(_last(rows), until)
    length = sum(row.height for row in rows[:-1]) if rows[-1].at > first else 0.0
    if last > rows[-1].at:
        length = max(length, rows[-1].height) * (1 + _STUB)
    bare = Stretch(rows, (), first, last, top, top + length * longer, since)
    return replace(bare, labels=spread(_wanted(bare), [row.height for row in rows], top))


def _wanted(stretch: Stretch) -> list[float]:
    """Where labels belong: the first of a moment beside it, the others of that moment below."""
    wanted: list[float] = []
    for above, row in zip((None, *stretch.rows), stretch.rows, strict=False):
        same = above and above.at == row.at
        wanted.append(wanted[-1] + above.height if above and same else stretch.y(row.at))
    return wanted


def _last(rows: Sequence[Row]) -> float:
    """Where a stretch would end: with its last period, unless that is long beside all the others."""
    start, last = rows[0].at, rows[-1].at
    end = max(float(row.period.end) for row in rows if not row.period.is_day) if _has_bars(rows) else last
    return max(last, end if last == start else min(end, last + _STUB * (last - start)))


def _has_bars(rows: Sequence[Row]) -> bool:
    return any(not row.period.is_day for row in rows)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float) -> tuple[float, ...]:
    """Positions as near as can be (least squares) to those wanted, in order, not overlapping, below `top`.

    The pool-adjacent-violators method of isotonic regression: blocks that collide move as one.
    """
    blocks: list[tuple[float, list[int]]] = []  # the mean of its members' ideal starts, its members
    before = [sum(heights[:i]) for i in range(len(heights))]
    for i, y in enumerate(wanted):
        mean, members = y - before[i], [i]
        while blocks and blocks[-1][0] > mean:
            other, earlier = blocks.pop()
            mean = (other * len(earlier) + mean * len(members)) / (len(earlier) + len(members))
            members = earlier + members
        blocks.append((mean, members))
    return tuple(max(mean, top) + before[i] for mean, members in blocks for i in members)


def ticks(stretch: Stretch, labels: Labels) -> Iterator[tuple[float, str]]:
    """The marks of a stretch: where, and which day, month or year begins there."""
    if stretch.last <= stretch.first:
        return
    unit, step = _unit(stretch)
    day = date.fromordinal(max(1, int(stretch.first) - 1))
    while (day := next_tick(day, unit, step)).toordinal() <= stretch.last and day != date.max:
        if day.toordinal() >= stretch.first:
            yield stretch.y(day.toordinal()), _tick_words(day, unit, labels)


def _unit(stretch: Stretch) -> tuple[str, int]:
    """The finest division whose marks stay apart."""
    per_day = (stretch.bottom - stretch.top) / (stretch.last - stretch.first)
    fitting = (u for u in _UNITS if _DAYS[u[0]] * u[1] * per_day >= _TICK)
    return next(fitting, _UNITS[-1])


def _tick_words(day: date, unit: str, labels: Labels) -> str:
    if unit == "year":
        return str(day.year)
    month = labels.texts["date.months-short"].split()[day.month - 1]
    return labels.text(f"axis.{unit}", day=day.day, month=month, year=day.year)
