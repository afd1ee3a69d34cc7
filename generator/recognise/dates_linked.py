"""Dates counted off from another: "two years ago", "a year earlier", "the next day", "that month"."""

from __future__ import annotations

from generator.knowledge import calendar
from generator.model.statement import Precision
from generator.recognise.dates_values import (
    Parts,
    Reading,
    Setting,
    counted,
    exact,
    linked,
    open_reading,
    reported,
    shift,
)

#: From the finest stretch to the coarsest.
_SIZES: tuple[Precision, ...] = ("day", "week", "month", "quarter", "season", "year")


def ago(parts: Parts, setting: Setting) -> Reading | None:
    """So many days, weeks, months or years before the text was written."""
    unit, count = _unit(parts), _count(parts)
    if count is None:
        return None
    if unit == "year" and count == 1 and (compared := reported(setting)) and compared.value:
        return linked(
            _years_off(compared.value, -1), f"a year before “{compared.text}”, which it is compared with"
        )
    if setting.day is None:
        return open_reading(unit)
    value = calendar.step(calendar.cut(setting.day, unit), -count)
    return counted(value, f"{count} {unit}{'s' * (count > 1)} before", setting)


def apart(parts: Parts, setting: Setting) -> Reading | None:
    """So much earlier or later than the date named before ("a year earlier", "three days later")."""
    unit, count = _unit(parts), _count(parts)
    if count is None:
        return None
    before = reported(setting) if unit == "year" else None
    before = before or next(iter(setting.earlier), None)
    steps = -count if parts["side"].lower() in ("earlier", "before", "previously") else count
    if before is None or before.value is None:
        return _year_earlier(steps, unit, setting)
    if unit == "year" and before.precision == "quarter":
        return linked(_years_off(before.value, steps), f"{_much(steps, unit)} “{before.text}”")
    if _SIZES.index(before.precision) > _SIZES.index(unit):
        return _year_earlier(steps, unit, setting)
    value = calendar.step(calendar.cut(calendar.first_day(before.value), unit), steps)
    return linked(value, f"{_much(steps, unit)} “{before.text}”")


def _year_earlier(steps: int, unit: Precision, setting: Setting) -> Reading | None:
    """Read "a year earlier" where no date stands before it: compared with the article's own year."""
    if unit != "year" or steps != -1 or setting.day is None:
        return None
    return counted(f"{setting.day.year - 1:04}", "the year before", setting)


def neighbour(parts: Parts, setting: Setting) -> Reading | None:
    """The same, next or previous day, month or year as seen from the date named before."""
    unit = _unit(parts)
    before = next((d for d in setting.earlier if d.value), None)
    if before is None or before.value is None or _SIZES.index(before.precision) > _SIZES.index(unit):
        return None
    steps = shift(parts["which"])
    value = calendar.step(calendar.cut(calendar.first_day(before.value), unit), steps)
    how = {-1: "before", 0: "of", 1: "after"}[steps]
    return linked(value, f"the {unit} {how} “{before.text}”")


def in_the_day(parts: Parts, setting: Setting) -> Reading | None:
    """Read "later in the day": the day named last, else the one that the text was written on."""
    if found := neighbour({**parts, "which": "same"}, setting):
        return found
    return (
        counted(setting.day.isoformat(), "the day itself,", setting) if setting.day else open_reading("day")
    )


def year_ago(parts: Parts, setting: Setting) -> Reading | None:
    """Read "year-earlier", "the year-ago quarter": the period named before, one year back."""
    before = reported(setting)
    if before and before.value and (year := parts.get("year")):
        return linked(f"{year}{before.value[4:]}", f"that year’s quarter, as in “{before.text}”")
    if before and before.value:
        return linked(_years_off(before.value, -1), f"a year before “{before.text}”")
    if parts.get("year"):
        return exact(parts["year"])
    if parts.get("quarter"):
        return None
    return _year_earlier(-1, "year", setting)


def _years_off(value: str, years: int) -> str:
    """The same quarter or month of another year; ValueError if it leaves the years 1 to 9999."""
    return calendar.step(
        value, years * {"quarter": 4, "season": 4, "month": 12, "year": 1}[calendar.precision_of(value)]
    )


def _unit(parts: Parts) -> Precision:
    unit = parts["unit"].lower().removesuffix("s")
    return {"morning": "day", "night": "day", "evening": "day", "afternoon": "day"}.get(unit, unit)  # type: ignore[return-value]


def _count(parts: Parts) -> int | None:
    return calendar.number(parts["count"].replace("-", " "))


def _much(steps: int, unit: Precision) -> str:
    count = abs(steps)
    return f"{count} {unit}{'s' * (count > 1)} {'before' if steps < 0 else 'after'}"
