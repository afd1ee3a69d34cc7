"""Dates of limited precision: the stretch of days that each stands for, and the marks of an axis between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

#: Meteorological seasons of the northern hemisphere, by first month; winter is named for its December.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORM = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|WI)))?")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to, not including, `end`, as ordinals of the calendar."""

    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.end - self.start == 1

    @property
    def at(self) -> float:
        """The moment at which it is marked: the middle of a day, the start of a longer period."""
        return self.start + (0.5 if self.is_day else 0.0)


def read_period(value: str, until: str | None = None) -> Period:
    """The days that a cut ISO date stands for, or those from one such date to another.

    Raises ValueError for a value of another form or a day that no calendar has.
    """
    first = _single(value)
    if until is None or until == value:
        return first
    last = _single(until)
    if last.end <= first.start:
        raise ValueError(f"a period from {value} cannot end with {until}")
    return Period(first.start, last.end)


def _single(value: str) -> Period:
    match = _FORM.fullmatch(value)
    if not match:
        raise ValueError(f"no date cut to its precision: {value!r}")
    year, month, day, week, quarter, half, season = match.groups()
    if day:
        return _days(date(int(year), int(month), int(day)), 1)
    if week:
        return _days(date.fromisocalendar(int(year), int(week), 1), 7)
    return _months(int(year), *_first_month(month, quarter, half, season))


def _first_month(month: str, quarter: str, half: str, season: str) -> tuple[int, int]:
    """The first month of a part of a year, and how many it has."""
    if month:
        return int(month), 1
    if quarter:
        return 3 * int(quarter) - 2, 3
    if half:
        return 6 * int(half) - 5, 6
    return (_SEASONS[season], 3) if season else (1, 12)


def _days(first: date, count: int) -> Period:
    return Period(first.toordinal(), first.toordinal() + count)


def _months(year: int, month: int, count: int) -> Period:
    start = date(year, month, 1)
    return Period(start.toordinal(), month_after(start, count).toordinal())


def month_after(first: date, count: int) -> date:
    """The first day of the month `count` months on; the calendar's last day if there is none."""
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1) if months // 12 <= date.max.year else date.max


def rounded(days: float) -> tuple[str, int]:
    """A length of time in a unit that suits it: ("years", 8); the unit is a key of the catalogue."""
    for length, unit in ((365.25, "years"), (30.44, "months"), (7, "weeks")):
        if days >= 2 * length:
            return unit, round(days / length)
    return "days", round(days)


def next_tick(day: date, unit: str, step: int) -> date:
    """The first mark of the axis after that day; `unit` is day, month or year. date.max at the end of time."""
    if unit == "day":
        return date.fromordinal(day.toordinal() + 1) if step == 1 else day + timedelta(7 - day.weekday())
    if unit == "month":
        return month_after(date(day.year, (day.month - 1) // step * step + 1, 1), step)
    year = (day.year // step + 1) * step
    return date(year, 1, 1) if year <= date.max.year else date.max
