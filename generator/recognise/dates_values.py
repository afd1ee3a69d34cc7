"""The setting of a date expression, what was read of it, and how a value is chosen between years.

A reader takes the named groups of its form of date and the setting, and gives a reading, or None if
the words are no date after all. Weeks are ISO weeks; the values are those of `DateExpression`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.knowledge import calendar
from generator.model.statement import Basis, DateExpression, Precision

_FIXED_YEAR = 2000  # a leap year, to test whether a month has such a day at all

Parts = Mapping[str, str]

#: By aim, how much a day back and a day ahead weigh: "agreed to sell by 20 November", told on the
#: 2nd, means the coming one, though the verb is past; undecided clauses mostly tell what was.
_WEIGHTS = {-1: (1, 10), 0: (1, 2), 1: (10, 1)}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a date stands: what it may be counted from, and which way its clause looks.

    `day` is the day the text speaks from and `anchor` what to call it; `aim` is -1 where the clause
    tells what is past, 1 where it tells what is to come, 0 if neither is plain. `earlier` are the
    dates named just before, the last one first; `full` the values of all days given in full so far.
    """

    day: date | None
    anchor: str
    aim: int
    earlier: tuple[DateExpression, ...]
    full: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a date expression, and why; see `DateExpression`."""

    value: str | None
    precision: Precision
    basis: Basis
    why: str
    until: str | None = None


Reader = Callable[[Parts, Setting], Reading | None]


def exact(value: str, why: str = "the text gives it in full", until: str | None = None) -> Reading:
    """A date that the text gives itself."""
    return Reading(value, calendar.precision_of(value), "explicit", why, until)


def counted(value: str, how: str, setting: Setting, until: str | None = None) -> Reading:
    """A date counted from the day that the text speaks from."""
    return Reading(value, calendar.precision_of(value), "relative", f"{how} {setting.anchor}", until)


def open_reading(precision: Precision) -> Reading:
    """A date that is named but cannot be placed, since nobody knows when the text was written."""
    return Reading(None, precision, "relative", "the article’s date is not known")


def nearest(candidates: Iterable[str], setting: Setting) -> str | None:
    """The candidate that the clause means: the nearest, where days against its tense count many times."""
    day = setting.day
    if day is None:
        return None
    back, ahead = _WEIGHTS[setting.aim]
    return min(candidates, key=lambda v: (_days_off(v, day, back, ahead), v), default=None)


def _days_off(value: str, day: date, back: int, ahead: int) -> int:
    """How far a day lies from a stretch, days before it and after it each with their weight."""
    if calendar.last_day(value) < day:
        return back * (day - calendar.last_day(value)).days
    return ahead * max(0, (calendar.first_day(value) - day).days)


def _years(setting: Setting, form: str) -> list[str]:
    """The values of a form such as "{}-03-20" in the years around the setting's, those that exist."""
    year = setting.day.year if setting.day else _FIXED_YEAR
    return [v for y in (year - 1, year, year + 1) if (v := valid(form.format(f"{y:04}")))]


def valid(value: str) -> str | None:
    """The value if the calendar has it, else None."""
    try:
        calendar.precision_of(value)
    except ValueError:
        return None
    return value


def by_tense(
    form: str, name: str, precision: Precision, setting: Setting, weekday: str = ""
) -> Reading | None:
    """A day, month, quarter or season named without its year, in the year that the clause means."""
    if setting.day is None:
        return open_reading(precision)
    values = _years(setting, form)
    if weekday:
        number = calendar.weekday_of(weekday)
        values = [v for v in values if calendar.first_day(v).weekday() == number] or values
    value = nearest(values, setting)
    if value is None:
        return None
    return counted(value, f"the {name} {side(value, setting)}", setting)


def side(value: str, setting: Setting) -> str:
    """Whether a value lies before or after the day of the setting, or is there."""
    day = setting.day
    if day is None or calendar.first_day(value) <= day <= calendar.last_day(value):
        return "current on"
    return "last before" if calendar.last_day(value) < day else "next after"


def strict(form: str, name: str, word: str, setting: Setting) -> Reading | None:
    """A named month or season of which the text says "last" or "next": wholly before or after."""
    day = setting.day
    if day is None:
        return None
    values = _years(setting, form)
    if word == "last":
        value = max((v for v in values if calendar.last_day(v) < day), default=None)
        if value and calendar.precision_of(value) == "month" and value == _month_before(day):
            return Reading(None, "month", "relative", f"the {name} just past, or that of the year before")
    else:
        value = min((v for v in values if calendar.first_day(v) > day), default=None)
    return counted(value, f"the {word} {name} counted from", setting) if value else None


def _month_before(day: date) -> str:
    return calendar.step(calendar.cut(day, "month"), -1)


def which(parts: Parts) -> str:
    """The word that chooses: the last of "this coming", "last", "next" …, or nothing."""
    return ["", *(parts.get("which") or "").lower().split()][-1]


def shift(words: str) -> int:
    """How many steps "last", "this", "next" and their like lead away from the present one."""
    words = words.lower()
    if re.search(r"\b(?:last|previous|past|prior|ago)\b", words):
        return -1
    return 1 if re.search(r"\b(?:next|following|coming)\b", words) else 0


def on(day: date, how: str, setting: Setting, until: date | None = None) -> Reading:
    """A day counted from the setting's."""
    return counted(day.isoformat(), how, setting, until.isoformat() if until else None)


def reported(setting: Setting) -> DateExpression | None:
    """The quarter that figures are reported of: the last one named that is not there to compare with."""
    named = (d for d in setting.earlier if d.value and d.precision == "quarter")
    return next(
        (d for d in named if not re.search(r"\b(?:ago|earlier|last year|prior)\b", d.text.lower())), None
    )


def linked(value: str, why: str) -> Reading:
    """A date counted from another that the text names."""
    return Reading(value, calendar.precision_of(value), "relative", why)
