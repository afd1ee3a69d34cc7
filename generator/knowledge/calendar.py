"""The calendar: dates as text words them, and the values they are cut to.

A value is ISO 8601 cut to its precision: YYYY-MM-DD, YYYY-Www (ISO week, from Monday), YYYY-MM,
YYYY-Qn, YYYY-SP|SU|FA|WI (season) or YYYY. Weeks and days follow ISO 8601; seasons are the
meteorological ones of the northern hemisphere (spring from 1 March).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from generator.knowledge import vocabulary
from generator.model.statement import Precision

_WORDS = vocabulary.load("calendar")


def _numbered(names: Mapping[str, list[str]], first: int) -> dict[str, int]:
    """Each name and its abbreviations in lower case, with its number."""
    return {
        word: number
        for number, (name, short) in enumerate(names.items(), first)
        for word in (name.lower(), *short)
    }


def _choice(names: Mapping[str, list[str]]) -> str:
    """A regular expression for any of the names or their abbreviations, these with or without a dot."""
    short = sorted((word for words in names.values() for word in words), key=len, reverse=True)
    return rf"(?:(?:{'|'.join(names)})\b|(?:{'|'.join(short)})\b\.?)"


#: Word in lower case → number: months 1 to 12, weekdays 0 (Monday) to 6.
MONTHS: Mapping[str, int] = _numbered(_WORDS["months"], 1)
WEEKDAYS: Mapping[str, int] = _numbered(_WORDS["weekdays"], 0)
NUMBERS: Mapping[str, int] = _WORDS["numbers"]
ORDINALS: Mapping[str, int] = _WORDS["ordinals"]
#: Season in lower case → its code in a value.
SEASONS: Mapping[str, str] = {name: season["code"] for name, season in _WORDS["seasons"].items()}
#: Regular expressions (to be read without regard to case) for a month, a weekday, a day of the month.
MONTH = _choice(_WORDS["months"])
WEEKDAY = _choice(_WORDS["weekdays"])
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"

_MONTH_NAMES: tuple[str, ...] = tuple(_WORDS["months"])
_WEEKDAY_NAMES: tuple[str, ...] = tuple(_WORDS["weekdays"])
_SEASON_STARTS = {
    season["code"]: (name, season["month"]) for name, season in reversed(_WORDS["seasons"].items())
}
_QUARTERS = ("first", "second", "third", "fourth")
_TIME = r"(?:[T\s,]+(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,4})?)?"
_WHOLE = tuple(
    re.compile(rf"(?:{WEEKDAY},?\s+)?{form}{_TIME}\s*\.?", re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
        rf"(?P<month>{MONTH})\s+(?P<d>{DAY}),?\s+(?P<y>\d{{4}})",
        rf"(?:the\s+)?(?P<d>{DAY})(?:\s+of)?\s+(?P<month>{MONTH}),?\s+(?P<y>\d{{4}})",
        r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>\d{4})",
    )
)
_VALUE = re.compile(
    r"(\d{4})(?:-(?:W(?P<week>\d\d)|Q(?P<quarter>[1-4])|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def number(words: str) -> int | None:
    """A whole number in figures or words up to 999 ("three", "twenty-one", "16"), else None."""
    if re.fullmatch(r"\d{1,9}", words):
        return int(words)
    values = [NUMBERS.get(word) for word in re.split(r"[\s-]+(?:and\s+)?", words.strip().lower())]
    total = 0
    for value in values:
        if value is None:
            return None
        total = total * 100 if value == 100 else total + value
    return total


def month_of(word: str) -> int:
    """The number of a month's name or abbreviation ("Feb." → 2); KeyError if it is none."""
    return MONTHS[word.rstrip(".").lower()]


def weekday_of(word: str) -> int:
    """The number of a weekday's name or abbreviation ("Tues." → 1); KeyError if it is none."""
    return WEEKDAYS[word.rstrip(".").lower()]


def day_of(words: str) -> int:
    """The day of the month in "17", "17th"; ValueError if it is none."""
    return int(words.rstrip("stndrhSTNDRH"))


def explicit_date(text: str) -> str | None:
    """The ISO date of a string that is one whole date, or None.

    Reads "March 17, 2023", "Feb. 19, 2023", "Friday, 17 March 2023", "2023-03-17", each with or
    without a time of day, and figures with slashes or dots only where they can be read one way.
    """
    for form in _WHOLE:
        if found := form.fullmatch(text.strip()):
            return _iso(found.groupdict())
    return None


def _iso(parts: Mapping[str, str | None]) -> str | None:
    """The ISO date of matched parts, or None where no such day exists or two are possible."""
    year = int(parts["y"] or 0)
    if "a" in parts:
        one, other = int(parts["a"] or 0), int(parts["b"] or 0)
        if one <= 12 and other <= 12 and one != other:
            return None
        month, day = sorted((one, other)) if one > 12 or other > 12 else (one, other)
    else:
        month = month_of(parts["month"] or "") if "month" in parts else int(parts["m"] or 0)
        day = day_of(parts["d"] or "")
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def precision_of(value: str) -> Precision:
    """How exact a value is; ValueError if it is no value or names a day that does not exist."""
    found = _VALUE.fullmatch(value)
    if not found:
        raise ValueError(value)
    first_day(value)
    parts = found.groupdict()
    named: tuple[Precision, ...] = ("day", "week", "quarter", "season", "month")
    return next((name for name in named if parts[name]), "year")


def first_day(value: str) -> date:
    """The first day of the stretch that a value names; ValueError if it is none."""
    found = _VALUE.fullmatch(value)
    if not found:
        raise ValueError(value)
    year, parts = int(found[1]), found.groupdict()
    if parts["week"]:
        return date.fromisocalendar(year, int(parts["week"]), 1)
    if parts["quarter"]:
        return date(year, 3 * int(parts["quarter"]) - 2, 1)
    month = _SEASON_STARTS[parts["season"]][1] if parts["season"] else int(parts["month"] or 1)
    return date(year, month, int(parts["day"] or 1))


def last_day(value: str) -> date:
    """The last day of the stretch that a value names; ValueError if it is none."""
    if value == "9999" or precision_of(value) == "day":
        return date(9999, 12, 31) if value == "9999" else first_day(value)
    if precision_of(value) == "season":
        return last_day(step(cut(first_day(value), "month"), 2))
    return first_day(step(value, 1)) - timedelta(days=1)


def cut(day: date, precision: Precision) -> str:
    """The value of the day, week, month, quarter, season or year that a day lies in."""
    if precision == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if precision == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if precision == "season":
        code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
        return f"{day.year - (day.month < 3):04}-{code}"
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]


def step(value: str, count: int) -> str:
    """The value `count` steps of its own precision later ("2023-02", 1 → "2023-03").

    Raises ValueError or OverflowError if it leaves the years 1 to 9999.
    """
    precision, day = precision_of(value), first_day(value)
    if precision in ("day", "week"):
        return cut(day + timedelta(days=count * (7 if precision == "week" else 1)), precision)
    months = {"month": 1, "quarter": 3, "season": 3, "year": 12}[precision] * count
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return cut(date(year, month + 1, 1), precision)


def month_name(number: int) -> str:
    """The name of a month, 1 being January."""
    return _MONTH_NAMES[number - 1]


def weekday_name(number: int) -> str:
    """The name of a weekday, 0 being Monday."""
    return _WEEKDAY_NAMES[number]


def spell(value: str) -> str:
    """A value in words: "20 March 2023", "the week of 20 March 2023", "March 2023", "spring 2023"."""
    day, precision = first_day(value), precision_of(value)
    if precision == "quarter":
        return f"the {_QUARTERS[(day.month - 1) // 3]} quarter of {day.year}"
    if precision == "season":
        return f"{_SEASON_STARTS[value[5:]][0]} {day.year}"
    name = f"{_MONTH_NAMES[day.month - 1]} {day.year}"
    words = {"year": str(day.year), "month": name, "day": f"{day.day} {name}"}
    return words.get(precision) or f"the week of {day.day} {name}"
