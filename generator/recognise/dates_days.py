"""Days: how the forms of date that name a day are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from generator.knowledge import calendar, vocabulary
from generator.recognise.dates_values import (
    Parts,
    Reading,
    Setting,
    by_tense,
    counted,
    exact,
    linked,
    nearest,
    on,
    open_reading,
    shift,
    side,
    valid,
    which,
)

_WORDS = vocabulary.load("dates")


def full(parts: Parts, _: Setting) -> Reading | None:
    """A day with month and year ("17 March 2023"), or a range of such days."""
    year = parts["year"]
    value = _day(parts["month"], parts["day"], year)
    until = _day(parts.get("month2") or parts["month"], parts["day2"], year) if parts.get("day2") else None
    return exact(value, until=until if until and until > value else None) if value else None


def figures(parts: Parts, _: Setting) -> Reading | None:
    """A day in figures: ISO, or with slashes where it can be read one way."""
    value = calendar.explicit_date(parts["figures"])
    return exact(value) if value else None


def _day(month: str, day: str, year: str) -> str | None:
    return valid(f"{year}-{calendar.month_of(month):02}-{calendar.day_of(day):02}")


def day_of_month(parts: Parts, setting: Setting) -> Reading | None:
    """A day and month without a year ("Feb. 24"), or a range of such days ("3-5 May")."""
    month, day = calendar.month_of(parts["month"]), calendar.day_of(parts["day"])
    name = f"{day} {calendar.month_name(month)}"
    again = next((v for v in setting.full if v[4:] == f"-{month:02}-{day:02}"), None)
    if again and not parts.get("day2") and not which(parts):
        return linked(again, "the text gives this day in full before")
    if chosen := which(parts):
        setting = replace(setting, aim={"last": -1, "next": 1}.get(chosen, 0))
    reading = by_tense(f"{{}}-{month:02}-{day:02}", name, "day", setting, parts.get("weekday") or "")
    if reading is None or reading.value is None or not parts.get("day2"):
        return reading
    until = _day(parts.get("month2") or parts["month"], parts["day2"], reading.value[:4])
    return replace(reading, until=until if until and until > reading.value else None)


def two_days(parts: Parts, setting: Setting) -> Reading | None:
    """Two days that follow each other ("3 and 4 May"); of days apart the first ("May 3 and 17, 2021")."""
    if calendar.day_of(parts["day2"]) != calendar.day_of(parts["day"]) + 1:
        return full({k: v for k, v in parts.items() if k != "day2"}, setting) if parts.get("year") else None
    return full(parts, setting) if parts.get("year") else day_of_month(parts, setting)


def nth_weekday(parts: Parts, setting: Setting) -> Reading | None:
    """A weekday by its number in a month ("the last Friday in August")."""
    month, number = calendar.month_of(parts["month"]), calendar.weekday_of(parts["weekday"])
    nth = {"last": 0, **calendar.ORDINALS}[parts["nth"].lower()]
    if not parts.get("year") and setting.day is None:
        return open_reading("day")
    if parts.get("year"):
        return exact(_yearly([month, number, nth], int(parts["year"])), "the named day of that month")
    around = (setting.day.year + n for n in (-1, 0, 1)) if setting.day else ()
    value = nearest((_yearly([month, number, nth], year) for year in around), setting)
    name = f"{parts['nth'].lower()} {calendar.weekday_name(number)} in {calendar.month_name(month)}"
    return counted(value, f"the {name} {side(value, setting)}", setting) if value else None


def weekend_of(parts: Parts, setting: Setting) -> Reading | None:
    """The weekend in which a day lies ("the weekend of December 1 and 2")."""
    first = {"month": parts.get("month") or parts["month3"], "day": parts.get("day") or parts["day3"]}
    found = full({**parts, **first}, setting) if parts.get("year") else day_of_month(first, setting)
    if found is None or found.value is None:
        return found
    day = calendar.first_day(found.value)
    saturday = day + timedelta(days=min(5 - day.weekday(), 0) if day.weekday() > 4 else 5 - day.weekday())
    return replace(found, value=saturday.isoformat(), until=(saturday + timedelta(days=1)).isoformat())


def weekday_of(parts: Parts, setting: Setting) -> Reading | None:
    """A weekday of the last, present or next week ("Friday last week")."""
    if setting.day is None:
        return open_reading("day")
    number, week = calendar.weekday_of(parts["weekday"]), parts["week"].lower()
    monday = setting.day - timedelta(days=setting.day.weekday())
    day = monday + timedelta(days=7 * shift(week) + number)
    return on(day, f"the {calendar.weekday_name(number)} of {week} week, counted from", setting)


def week_of(parts: Parts, setting: Setting) -> Reading | None:
    """The week of a day ("the week of March 6")."""
    found = full(parts, setting) if parts.get("year") else day_of_month(parts, setting)
    if found is None or found.value is None:
        return open_reading("week")
    value = calendar.cut(calendar.first_day(found.value), "week")
    return replace(found, value=value, precision="week", why=f"the week of {calendar.spell(found.value)}")


def weekday(parts: Parts, setting: Setting) -> Reading | None:
    """A weekday ("Friday", "last Tuesday", "next Monday", "the following Thursday")."""
    chosen, number = which(parts), calendar.weekday_of(parts["weekday"])
    if (parts.get("which") or "").lower().startswith("the ") and (there := _beside(number, chosen, setting)):
        return there
    if setting.day is None:
        return open_reading("day")
    back = (setting.day.weekday() - number) % 7
    days, how = _away(back, chosen, setting.aim)
    return on(setting.day + timedelta(days=days), f"the {calendar.weekday_name(number)} {how}", setting)


def _away(back: int, chosen: str, aim: int) -> tuple[int, str]:
    """How many days a weekday lies off, if the last one was so many days back, and how to say so."""
    if chosen in ("last", "previous", "past"):
        return -(back or 7), "before"
    if chosen in ("next", "coming"):
        return 7 - back, "after"
    if back == 0:
        return 0, "that is"
    return (7 - back, "after") if aim > 0 else (-back, "before")


def _beside(number: int, chosen: str, setting: Setting) -> Reading | None:
    """Read "the previous Friday", "the following Monday": as seen from the day named before."""
    before = next((d for d in setting.earlier if d.value and d.precision == "day"), None)
    if before is None or before.value is None:
        return None
    seen, name = calendar.first_day(before.value), calendar.weekday_name(number)
    back, ahead = (seen.weekday() - number) % 7 or 7, (number - seen.weekday()) % 7 or 7
    away, how = (-back, "before") if chosen in ("previous", "past") else (ahead, "after")
    return linked((seen + timedelta(days=away)).isoformat(), f"the {name} {how} “{before.text}”")


def named_day(parts: Parts, setting: Setting) -> Reading | None:
    """Today, yesterday, tomorrow and their parts ("last night", "this morning")."""
    if setting.day is None:
        return open_reading("day")
    word = parts["near"].lower()
    shift = -1 if word.startswith(("yester", "last")) else 1 if word.startswith("tomorrow") else 0
    if word.startswith("the day "):
        shift = -2 if "yesterday" in word else 2
    how = {
        -2: "two days before",
        -1: "the day before",
        0: "the day itself,",
        1: "the day after",
        2: "two days after",
    }
    return on(setting.day + timedelta(days=shift), how[shift], setting)


def weekend(parts: Parts, setting: Setting) -> Reading | None:
    """A weekend, as its Saturday until its Sunday."""
    if setting.day is None:
        return open_reading("day")
    saturday = setting.day + timedelta(days=5 - setting.day.weekday())
    steps = shift(parts.get("which") or "")
    midweek = which(parts) == "this" and setting.day.weekday() > 1 and setting.aim == 0
    ahead = setting.aim > 0 or midweek
    if steps < 0 or (steps == 0 and not ahead and saturday > setting.day):
        saturday -= timedelta(days=7)
    if steps > 0:
        saturday += timedelta(days=7)
    value = saturday.isoformat()
    return on(saturday, f"the weekend {side(value, setting)}", setting, saturday + timedelta(days=1))


def holiday(parts: Parts, setting: Setting) -> Reading | None:
    """A named day of the year ("Christmas Day", "last Thanksgiving")."""
    rule = _HOLIDAYS[parts["holiday"].lower().replace("'", "’")]
    if setting.day is None and not parts.get("year"):
        return open_reading("day")
    around = [int(parts["year"])] if parts.get("year") else [setting.day.year + n for n in (-1, 0, 1)]  # type: ignore[union-attr]
    values = [_yearly(rule, year) for year in around if 0 < year < 9999]
    if parts.get("year"):
        return exact(values[0], "the named day of that year") if values else None
    aim = {"last": -1, "next": 1}.get(which(parts), setting.aim)
    value = nearest(values, replace(setting, aim=aim))
    return counted(value, f"{parts['holiday']} {side(value, setting)}", setting) if value else None


_HOLIDAYS: Mapping[str, list[int]] = {name.lower(): rule for name, rule in _WORDS["holidays"].items()}


def _yearly(rule: list[int], year: int) -> str:
    """The day of a yearly rule: [month, day], or [month, weekday, nth], the last one being 0."""
    if len(rule) == 2:
        return date(year, rule[0], rule[1]).isoformat()
    if rule[2] == 0:
        last = calendar.last_day(f"{year:04}-{rule[0]:02}")
        return (last - timedelta(days=(last.weekday() - rule[1]) % 7)).isoformat()
    first = date(year, rule[0], 1)
    return (first + timedelta(days=(rule[1] - first.weekday()) % 7 + 7 * (rule[2] - 1))).isoformat()


def famous(parts: Parts, _: Setting) -> Reading | None:
    """A day known by its number alone ("9/11")."""
    found = {name.lower(): value for name, value in _WORDS["famous"].items()}.get(parts["famous"].lower())
    return exact(str(found), "the day is known by this name") if found else None
