"""Dates of limited precision: the stretch of days that each stands for, and how a reader writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
#: Meteorological seasons of the northern hemisphere, by first month; winter is named for its December.
_SEASONS = {"SP": ("spring", 3), "SU": ("summer", 6), "FA": ("autumn", 9), "WI": ("winter", 12)}
_QUARTERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_FORM = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q([1-4])|(SP|SU|FA|WI)))?")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to, not including, `end`, as ordinals of the calendar; `words` name it."""

    start: int
    end: int
    words: str

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
    return Period(first.start, last.end, _range_words(first, last))


def _single(value: str) -> Period:
    match = _FORM.fullmatch(value)
    if not match:
        raise ValueError(f"no date cut to its precision: {value!r}")
    year, month, day, week, quarter, season = match.groups()
    if day:
        return _day(date(int(year), int(month), int(day)))
    if week:
        return _week(int(year), int(week))
    if month:
        return _months(int(year), int(month), 1, f"{MONTHS[int(month) % 12 - 1]} {year}")
    if quarter:
        return _months(int(year), 3 * int(quarter) - 2, 3, f"{_QUARTERS[quarter]} quarter of {year}")
    if season:
        name, first = _SEASONS[season]
        return _months(int(year), first, 3, f"{name} {year}")
    return _months(int(year), 1, 12, year)


def _day(day: date) -> Period:
    return Period(day.toordinal(), day.toordinal() + 1, day_words(day))


def _week(year: int, week: int) -> Period:
    monday = date.fromisocalendar(year, week, 1)
    return Period(monday.toordinal(), monday.toordinal() + 7, f"week of {day_words(monday)}")


def _months(year: int, month: int, count: int, words: str) -> Period:
    start = date(year, month, 1)
    return Period(start.toordinal(), month_after(start, count).toordinal(), words)


def month_after(first: date, count: int) -> date:
    """The first day of the month `count` months on; the calendar's last day if there is none."""
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1) if months // 12 <= date.max.year else date.max


def day_words(day: date) -> str:
    """A day as a reader writes it: 17 March 2023."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _range_words(first: Period, last: Period) -> str:
    if not (first.is_day and last.is_day):
        return f"{first.words} to {last.words}"
    start, end = date.fromordinal(first.start), date.fromordinal(last.start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_words(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day_words(end)}"
    return f"{first.words} – {last.words}"


def span_words(days: float) -> str:
    """A length of time in round words: about 8 years."""
    for length, unit in ((365.25, "years"), (30.44, "months"), (7, "weeks")):
        if days >= 2 * length:
            return f"about {round(days / length)} {unit}"
    return f"{round(days)} days" if round(days) != 1 else "1 day"


def next_tick(day: date, unit: str, step: int) -> date:
    """The first mark of the axis after that day; `unit` is day, month or year. date.max at the end of time."""
    if unit == "day":
        return date.fromordinal(day.toordinal() + 1) if step == 1 else day + timedelta(7 - day.weekday())
    if unit == "month":
        return month_after(date(day.year, (day.month - 1) // step * step + 1, 1), step)
    year = (day.year // step + 1) * step
    return date(year, 1, 1) if year <= date.max.year else date.max
