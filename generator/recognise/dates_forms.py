"""The forms in which news words dates: a pattern each, and the reader of what it matched.

Durations, ages and sums have no form here, so they are never found; a plain number of four figures
is a year only in the company that `dates.py` asks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge import calendar, vocabulary
from generator.recognise import dates_days as days
from generator.recognise import dates_linked as linked
from generator.recognise import dates_periods as periods
from generator.recognise.dates_values import Reader

_WORDS = vocabulary.load("dates")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of date. `bare` forms are a common word or number, a date only in certain company.

    A text that has the form holds one of its `signs` in small letters, if there are any.
    """

    name: str
    pattern: re.Pattern[str]
    read: Reader
    bare: bool = False
    signs: tuple[str, ...] = ()

    def found_in(self, text: str, small: str) -> Iterator[re.Match[str]]:
        """Every stretch of a text that has the form; `small` is the text in small letters."""
        may = not self.signs or any(sign in small for sign in self.signs)
        return self.pattern.finditer(text) if may else iter(())


def _capital(names: str) -> str:
    """A name of the calendar, which is written with a capital."""
    return rf"(?-i:(?=[A-Z]))(?i:{names})"


_FULL_MONTHS = "|".join(w for w in calendar.MONTHS if len(w) > 4 or w in ("may", "june", "july"))
_FULL_DAYS = "|".join(w for w in calendar.WEEKDAYS if w.endswith("day"))
_MONTH = _capital(calendar.MONTH)
_MONTH_ALONE = rf"(?-i:(?=[A-Z]))(?i:(?:{_FULL_MONTHS})\b|(?:jan|feb|aug|sept|oct|nov|dec)\.(?=\s))"
_WEEKDAY = _capital(rf"(?:{_FULL_DAYS})\b")
_WEEKDAY_SHORT = _capital(calendar.WEEKDAY)
_YEAR = r"(?:1\d|20)\d\d(?![\d%])(?![.,:]\d)"
_DAY = rf"{calendar.DAY}(?![\d%])(?![.,:]\d)"
_DASH = r"\s*(?:[-–—]|to|through|until|till)\s*"
_UNIT = r"week|month|quarter|year"
_YEARWORD = r"(?:this|last|next|the (?:previous|following|current)|of (?:this|last|next))\s+year"
_SEASON = "|".join(calendar.SEASONS)
_COUNT = (
    r"(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|(?:a|one|two|three|four|five|six|seven|eight|nine)\s+hundred|an?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\d{1,3})"
)
_ABOUT = r"(?:(?:about|around|almost|nearly|over|roughly|some|just|only|exactly|more than|less than|at least)\s+){0,2}"
_PART = r"early|late|mid|earlier|later"
_EDGE = (
    rf"(?:(?:{_PART}|the\s+(?:very\s+)?(?:early|late|beginning|start|middle|end|close|eve|night|morning|afternoon|evening|"
    rf"(?:(?:early|late)\s+)?(?:part|half|days|weeks|months|hours))(?:\s+of)?)[\s-]+(?:on\s+)?)?"
)
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?)|noon|midnight|midday|dawn|dusk|daybreak)"
_ZONE = r"(?:\s+\(?(?:[A-Z]{2,4}|local\s+time|Eastern(?:\s+time)?)\)?)?"
_CLOCK = rf"(?:{_HOUR}{_ZONE}(?:\s+\([^)]{{1,30}}\))?,?\s+(?:on\s+)?)?"
_OF_DAY = r"(?:\s+(?:(?:early|late|mid)[\s-]+)?(?:morning|afternoon|evening|night|midnight|midday|noon)\b)?"
_HOLIDAYS = "|".join(
    sorted((re.escape(h).replace("’", "['’]") for h in _WORDS["holidays"]), key=len, reverse=True)
)
_FAMOUS = "|".join(sorted((re.escape(str(h)) for h in _WORDS["famous"]), key=len, reverse=True))


def _form(name: str, pattern: str, read: Reader, *, bare: bool = False, case: bool = False) -> Form:
    flags = re.NOFLAG if case else re.IGNORECASE
    compiled = re.compile(rf"(?<![\w$€£])(?:{pattern})(?!\w)", flags)
    return Form(name, compiled, read, bare, tuple(_WORDS["signs"].get(name, ())))


_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{_ONES}))?"
_SPELLED = (
    rf"nineteen\s+(?:{_TENS}|{_TEENS})|(?<=\bin\s)twenty\s+(?:{_TEENS}|twenty[\s-](?:{_ONES}))"
    rf"|(?:(?<=\byear\s)|(?<=\bin\s))two\s+thousand(?:\s+(?:and\s+)?(?:{_TENS}|{_TEENS}|{_ONES}))?"
)
_FULL_WEEKDAY = rf"(?:(?P<weekday>{_WEEKDAY_SHORT}),?\s+)?"

FORMS: tuple[Form, ...] = (
    _form("iso", r"(?P<figures>\d{4}-\d\d-\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", days.figures),
    _form("figures", r"(?P<figures>\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4})", days.figures),
    _form(
        "full, American",
        rf"{_CLOCK}{_FULL_WEEKDAY}(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:{_DASH}(?:(?P<month2>{_MONTH})\s+)?(?P<day2>{_DAY}))?"
        rf"(?:\s*,\s*|\s+)(?P<year>{_YEAR})",
        days.full,
    ),
    _form(
        "full, British",
        rf"{_CLOCK}{_FULL_WEEKDAY}(?:the\s+)?(?P<day>{_DAY})(?:{_DASH}(?P<day2>{_DAY}))?(?:\s+of)?\s+(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})",
        days.full,
    ),
    _form(
        "range, British",
        rf"(?P<day>{_DAY})\s+(?P<month>{_MONTH}){_DASH}(?P<day2>{_DAY})\s+(?P<month2>{_MONTH}),?\s+(?P<year>{_YEAR})",
        days.full,
    ),
    _form(
        "day, American",
        rf"{_CLOCK}{_EDGE}(?:(?P<which>last|this|next)\s+)?{_FULL_WEEKDAY}(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?:{_DASH}(?:(?P<month2>{_MONTH})\s+)?(?P<day2>{_DAY}))?",
        days.day_of_month,
    ),
    _form(
        "day, British",
        rf"{_CLOCK}{_EDGE}{_FULL_WEEKDAY}(?:the\s+)?(?P<day>{_DAY})(?:{_DASH}(?P<day2>{_DAY}))?(?:\s+of)?\s+(?P<month>{_MONTH})",
        days.day_of_month,
    ),
    _form(
        "two days, American",
        rf"(?P<month>{_MONTH})\s+(?P<day>{_DAY})\s+(?:and|&)\s+(?P<day2>{_DAY})(?:\s*,\s*(?P<year>{_YEAR}))?",
        days.two_days,
    ),
    _form(
        "two days, British",
        rf"(?P<day>{_DAY})\s+(?:and|&)\s+(?P<day2>{_DAY})\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?",
        days.two_days,
    ),
    _form(
        "weekend of days",
        rf"(?:the\s+)?weekend\s+of\s+(?:(?P<month>{_MONTH})\s+(?P<day>{_DAY})|(?P<day3>{_DAY})\s+(?P<month3>{_MONTH}))"
        rf"(?:(?:\s*[-–—&]\s*|\s+(?:and|to)\s+){_DAY})?(?:,?\s+(?P<year>{_YEAR}))?",
        days.weekend_of,
    ),
    _form(
        "weekday of a week",
        rf"(?P<weekday>{_WEEKDAY})\s+(?:of\s+)?(?P<week>last|this|next)\s+week(?!['’]s)",  # not: “on Monday of last week’s storm”
        days.weekday_of,
    ),
    _form(
        "weekday of a month",
        rf"(?:(?:the|on|one)\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<weekday>{_WEEKDAY})\s+(?:of|in)\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?",
        days.nth_weekday,
    ),
    _form("year in words", rf"(?:(?P<month>{_MONTH})\s+)?(?P<spelled>{_SPELLED})", periods.spelled),
    _form(
        "month and year",
        rf"{_EDGE}(?P<month>{_MONTH}),?\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<yearword>{_YEARWORD}))",
        periods.month,
    ),
    _form(
        "month with a pointer",
        rf"{_EDGE}(?P<which>this\s+(?:coming|past)|last|this|next|(?<=\bthe\s)past|previous)\s+(?P<month>{_MONTH_ALONE})",
        periods.month,
    ),
    _form(
        "part of a month",
        rf"(?:early|late|mid|the\s+(?:beginning|start|middle|end)\s+of)[\s-]+(?P<month>{_MONTH_ALONE})",
        periods.month,
    ),
    _form("month", rf"(?P<month>{_MONTH_ALONE})", periods.month, bare=True),
    _form(
        "weekday",
        rf"{_CLOCK}{_EDGE}(?:(?P<which>this\s+(?:coming|past)|the\s+(?:previous|following|next|coming|past)|last|this|next|coming)\s+)?(?P<weekday>{_WEEKDAY}){_OF_DAY}",
        days.weekday,
    ),
    _form(
        "near day",
        rf"{_CLOCK}{_EDGE}(?P<near>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|today|(?<!better )(?<!brighter )(?<!people of )(?<!leaders of )(?<!world of )tomorrow|tonight|last\s+night"
        rf"|this\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening)){_OF_DAY}",
        days.named_day,
    ),
    _form(
        "weekend",
        r"(?:(?P<which>this(?:\s+(?:past|coming))?|last|next|the\s+(?:past|coming|previous))|the)\s+(?:\w+day\s+)?weekend",
        days.weekend,
    ),
    _form(
        "holiday",
        rf"{_EDGE}(?:(?P<which>this|last|next)\s+)?(?P<holiday>{_HOLIDAYS})(?:,?\s+(?P<year>{_YEAR}))?",
        days.holiday,
    ),
    _form("famous", rf"(?:the\s+)?(?P<famous>{_FAMOUS})", days.famous),
    _form(
        "period",
        rf"{_EDGE}(?P<which>this|(?<!\bthe\s)(?:last|next)|(?:the\s+)?(?:current|coming)|this\s+past)\s+(?:(?:calendar|fiscal|financial)\s+)?(?P<unit>{_UNIT})",
        periods.period,
    ),
    _form(
        "within a period",
        r"(?:early|late|earlier|later)\s+in\s+the\s+(?P<which>)(?P<unit>week|month|year)",
        periods.period,
    ),
    _form(
        "end of the period",
        r"(?:the\s+)?(?:start|beginning|middle|end)\s+of\s+the\s+(?P<which>)(?P<unit>week|month|year)|(?P<which2>)year[-’' ]s?\s*end",
        periods.end,
    ),
    _form(
        "season",
        rf"{_EDGE}(?:(?P<which>this\s+(?:coming|past)|last|this|next|past|previous)|the|in|since|by|until)\s+(?:early\s+|late\s+)?(?-i:(?=[a-z]))(?P<season>{_SEASON})(?!\s+(?:I|he|she|they|we|you)\b)(?!(?<=the\sfall)\s+(?:of\s+(?!\d|this|last|next|nineteen|two)|in\s+[a-z]))"
        rf"(?:\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<yearword>{_YEARWORD})))?",
        periods.season,
    ),
    _form(
        "season and year",
        rf"(?P<season>{_SEASON})\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<yearword>{_YEARWORD}))",
        periods.season,
    ),
    _form(
        "quarter",
        rf"{_EDGE}(?:the\s+|its\s+|their\s+)?(?:(?P<yearword1>(?:this|last|next)\s+year)['’]s\s+)?(?:(?P<year0>{_YEAR})\s+)?(?:fiscal[\s-]+)?(?P<ordinal>first|second|third|fourth)[\s-]quarter"
        rf"(?:\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<yearword>{_YEARWORD})))?",
        periods.quarter,
    ),
    _form(
        "quarter by its last month",
        rf"(?:the\s+)?(?P<month>March|June|September|December)[\s-]quarter(?:\s+(?:of\s+)?(?P<year>{_YEAR}))?",
        periods.month_quarter,
        case=True,
    ),
    _form("Qn", rf"Q(?P<figure>[1-4])\s+(?:of\s+)?(?P<year>{_YEAR})", periods.quarter),
    _form(
        "the quarter",
        r"(?:the|this|that)\s+(?P<latest>latest\s+|recent\s+|most\s+recent\s+|just-ended\s+)?(?:fiscal\s+)?(?:quarter|(?<=latest\s)period)(?!-to-)",
        periods.plain_quarter,
    ),
    _form(
        "this year in other words",
        r"(?P<which>)the\s+(?:full|fiscal)\s+(?P<unit>year)|(?P<which2>)(?<=for\s)the\s+(?P<unit2>year)(?=\s*[.,;])|the\s+(?:rest|remainder|course)\s+of\s+the\s+(?P<unit3>year)",
        periods.end,
    ),
    _form(
        "half",
        rf"(?:the\s+)?(?P<ordinal>first|second|last)\s+half\s+of\s+(?:(?P<year>{_YEAR})|(?P<yearword>{_YEARWORD}))",
        periods.half,
    ),
    _form("half alone", r"(?:the\s+)?(?P<ordinal>first|second)[\s-]half(?!-)", periods.half_alone),
    _form(
        "ago",
        rf"{_ABOUT}(?P<count>{_COUNT})\s+(?P<unit>days?|weeks?|months?|years?)\s+(?:or\s+(?:so|more)\s+)?ago(?:\s+(?:today|this\s+\w+))?",
        linked.ago,
    ),
    _form(
        "apart",
        rf"{_ABOUT}(?P<count>{_COUNT})\s+(?P<unit>days?|weeks?|months?|years?)\s+(?P<side>earlier|later|previously|before(?=\s*(?:[,.;]|$)))",
        linked.apart,
    ),
    _form("in the day", r"(?:earlier|later)\s+(?:in|on)\s+(?:in\s+)?the\s+(?P<unit>day)", linked.in_the_day),
    _form(
        "week of a day",
        rf"the\s+week\s+(?:of|beginning|starting|ending)\s+{_FULL_WEEKDAY}(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:,?\s+(?P<year>{_YEAR}))?",
        days.week_of,
    ),
    _form(
        "neighbour",
        r"(?:(?:earlier|later)\s+)?(?P<which>that|(?<!over\s)(?<!for\s)(?<!in\s)(?<!during\s)(?<!within\s)the\s+next|the\s+(?:same|previous|following|preceding))\s+(?P<unit>day|week|month|year|morning|night|evening|afternoon)",
        linked.neighbour,
    ),
    _form(
        "year ago",
        r"(?:(?:the|a)\s+)?(?:comparable\s+)?year[-\s](?:earlier|ago)(?:\s+(?P<quarter>(?:\w+\s+)?quarter|period))?"
        rf"|(?:the|its)\s+(?P<year>{_YEAR})\s+(?:quarter|period)",
        linked.year_ago,
    ),
    _form("years", rf"(?P<year>{_YEAR})\s*[-–/]\s*(?P<year2>\d{{4}}|\d\d)(?![\d-])", periods.year),
    _form(
        "decade",
        r"(?:the\s+)?(?:(?P<part>early|late|mid)[\s-]+)?(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s|['’‘](?P<decade2>[2-9]0)s)",
        periods.decade,
    ),
    _form(
        "year with a word",
        rf"(?:(?:early|late|mid)[\s-]+|the\s+(?:beginning|start|middle|end)\s+of\s+|(?:the\s+)?(?:fiscal|financial|calendar)\s+(?:year\s+)?|the\s+year\s+)(?P<year>{_YEAR})",
        periods.year,
    ),
    _form("year", rf"(?P<year>{_YEAR})", periods.year, bare=True),
)
