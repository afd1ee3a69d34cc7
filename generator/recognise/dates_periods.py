"""Longer stretches: how the forms of date that name a week, month, quarter, season or year are read."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.knowledge import calendar
from generator.model.statement import Precision
from generator.recognise.dates_values import (
    Parts,
    Reading,
    Setting,
    by_tense,
    counted,
    exact,
    linked,
    open_reading,
    reported,
    shift,
    strict,
    valid,
    which,
)


def month(parts: Parts, setting: Setting) -> Reading | None:
    """A month with a year, or without ("March", "last April", "June last year")."""
    number = calendar.month_of(parts["month"])
    if parts.get("year"):
        value = valid(f"{parts['year']}-{number:02}")
        return exact(value) if value else None
    name = calendar.month_name(number)
    chosen = which(parts)
    if setting.day is None:
        return open_reading("month")
    if parts.get("yearword"):
        year = setting.day.year + shift(parts["yearword"])
        return counted(
            f"{year:04}-{number:02}", f"{name} of {parts['yearword'].lower()}, counted from", setting
        )
    if chosen in ("last", "next"):
        return strict(f"{{}}-{number:02}", name, chosen, setting)
    aim = -1 if chosen in ("past", "previous") else setting.aim
    return by_tense(f"{{}}-{number:02}", name, "month", replace(setting, aim=aim))


def period(parts: Parts, setting: Setting) -> Reading | None:
    """The present, last or next week, month, quarter or year ("earlier this month", "early next year")."""
    unit: Precision = parts["unit"].lower()  # type: ignore[assignment]  # the form allows only these words
    if setting.day is None:
        return open_reading(unit)
    steps = shift(parts["which"])
    value = calendar.step(calendar.cut(setting.day, unit), steps)
    how = {-1: f"the {unit} before that of", 0: f"the {unit} of", 1: f"the {unit} after that of"}[steps]
    return counted(value, how, setting)


def end(parts: Parts, setting: Setting) -> Reading | None:
    """Read "the end of the year" and its like: the present one."""
    unit = parts.get("unit") or "year"
    return period({"unit": unit, "which": ""}, setting)


def season(parts: Parts, setting: Setting) -> Reading | None:
    """A season, with its year or without ("last fall", "the summer of 1998")."""
    name = parts["season"].lower()
    code = calendar.SEASONS[name]
    if parts.get("year"):
        return exact(f"{parts['year']}-{code}")
    if setting.day is None:
        return open_reading("season")
    if parts.get("yearword"):
        year = setting.day.year + shift(parts["yearword"])
        return counted(
            f"{year:04}-{code}", f"the {name} of {parts['yearword'].lower()}, counted from", setting
        )
    chosen = which(parts)
    if chosen in ("last", "next"):
        return strict(f"{{}}-{code}", name, chosen, setting)
    return by_tense(f"{{}}-{code}", name, "season", setting)


def quarter(parts: Parts, setting: Setting) -> Reading | None:
    """A numbered quarter ("the third quarter of 1998", "third-quarter", "next year's first quarter")."""
    number = int(parts.get("figure") or calendar.ORDINALS[parts["ordinal"].lower()])
    if year := parts.get("year") or parts.get("year0"):
        return exact(f"{year}-Q{number}")
    if setting.day is None:
        return open_reading("quarter")
    if yearword := parts.get("yearword") or parts.get("yearword1"):
        value = f"{setting.day.year + shift(yearword):04}-Q{number}"
        return counted(value, f"that quarter of {yearword.lower()}, counted from", setting)
    # Companies speak of a coming report on a quarter that is over: "will report third-quarter profit".
    aim = min(setting.aim, 0)
    name = f"{parts['ordinal'].lower()} quarter"
    return by_tense(f"{{}}-Q{number}", name, "quarter", replace(setting, aim=aim))


def plain_quarter(parts: Parts, setting: Setting) -> Reading | None:
    """Read "the quarter": the one named before, else the last that was over."""
    before = reported(setting)
    if (
        before
        and before.value
        and not (parts.get("latest") and setting.day and calendar.last_day(before.value) >= setting.day)
    ):
        return linked(before.value, f"the quarter named before (“{before.text}”)")
    if setting.day is None or not parts.get("latest"):
        return None
    value = calendar.step(calendar.cut(setting.day, "quarter"), -1)
    return counted(value, "the last quarter that was over by", setting)


def month_quarter(parts: Parts, setting: Setting) -> Reading | None:
    """The quarter that ends with a month ("the March quarter"), as firms and statisticians of several countries say."""
    number = calendar.month_of(parts["month"]) // 3
    if parts.get("year"):
        return exact(f"{parts['year']}-Q{number}", "the quarter that ends with this month")
    name = f"quarter that ends in {calendar.month_name(calendar.month_of(parts['month']))}"
    return by_tense(f"{{}}-Q{number}", name, "quarter", replace(setting, aim=min(setting.aim, 0)))


def half_alone(parts: Parts, setting: Setting) -> Reading | None:
    """Half a year that no year is said of, where the text reports on quarters; else it may be half a match."""
    if setting.day is None or reported(setting) is None:
        return None
    first = parts["ordinal"].lower() == "first"
    year = setting.day.year - (not first and setting.aim <= 0 and setting.day.month < 7)
    value, until = (f"{year:04}-Q1", f"{year:04}-Q2") if first else (f"{year:04}-Q3", f"{year:04}-Q4")
    return counted(value, "that half of the year, as seen from", setting, until)


def half(parts: Parts, setting: Setting) -> Reading | None:
    """A half of a year, as its quarters."""
    year = parts.get("year")
    if not year and setting.day is None:
        return open_reading("quarter")
    year = year or f"{setting.day.year + shift(parts.get('yearword') or ''):04}"  # type: ignore[union-attr]
    first = parts["ordinal"].lower() == "first"
    value, until = (f"{year}-Q1", f"{year}-Q2") if first else (f"{year}-Q3", f"{year}-Q4")
    return (
        exact(value, until=until)
        if parts.get("year")
        else counted(value, "that half of the year of", setting, until)
    )


def year(parts: Parts, _: Setting) -> Reading | None:
    """A year, or years from one to another ("1998", "fiscal 2022", "2019-21")."""
    value, until = parts["year"], parts.get("year2")
    if until and len(until) == 2:
        until = value[:2] + until
    if valid(value) is None or (until and until <= value):
        return None
    return exact(value, until=until)


_YEARS_OF = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}


def decade(parts: Parts, _: Setting) -> Reading | None:
    """A decade, from its first year until its last ("the 1990s", "the ’90s"); early, mid and late are parts of it."""
    digits = parts.get("decade") or parts["decade2"]
    ten, part = (digits if len(digits) == 4 else f"19{digits}")[:3], (parts.get("part") or "").lower()
    first, last = _YEARS_OF[part]
    why = f"{part} in the decade, taken as these years" if part else "the ten years from its first"
    return exact(f"{ten}{first}", why, until=f"{ten}{last}")


def spelled(parts: Parts, _: Setting) -> Reading | None:
    """A year in words, as it is spoken ("nineteen ninety-six", "two thousand and eight")."""
    words = re.split(r"[\s-]+", parts["spelled"].lower())
    century = {"nineteen": 1900, "two": 2000, "twenty": 2000}[words[0]]
    rest = [w for w in words[1:] if w not in ("thousand", "and")]
    value = f"{century + sum(_NUMBERS[w] for w in rest)}"
    return exact(f"{value}-{calendar.month_of(parts['month']):02}" if parts.get("month") else value)


_NUMBERS = {
    **{
        word: n
        for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
    },
    **{f"{word}teen": n for n, word in enumerate("thir four fif six seven eigh nine".split(), 13)},
    **{
        word: n
        for n, word in zip(
            range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
        )
    },
}
