"""When an article appeared: as it states, or as its own words let one infer it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.errors import BackgrounderError
from generator.knowledge import calendar, vocabulary
from generator.model.text import Paragraph, Published

_WORDS = vocabulary.load("calendar")
#: "Published: 3 May 2024", "STOCKHOLM, Feb 4 2026".
_DATE_LINE = re.compile(
    rf"(?:(?-i:[A-Z][A-Z.’'\-/ ]{{2,}}),\s+)?(?:(?:{'|'.join(_WORDS['date_line'])})(?:\s+on\b)?\s*:?\s+)?(?P<date>.+)",
    re.IGNORECASE,
)
#: "MOSCOW, March 20 (Reuters) -", "PARIS, 3 May 2024 —": a place in capitals, a date, a dash.
_DATELINE = re.compile(
    rf"[A-Z][A-Z.’'\- ]{{2,}}(?:[,/][\w.’'\- ]+?)?,\s+"
    rf"(?P<date>(?i:(?:{calendar.MONTH})\s+{calendar.DAY}|{calendar.DAY}\s+(?:{calendar.MONTH})))"
    r"(?:,?\s+(?P<year>\d{4}))?\s*(?:\([^)]{1,40}\)\s*)?[-–—]"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,20}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_OWN_DAY = re.compile(
    rf"(?<![\w-])(?P<before>\w+\s+)?(?P<day>{'|'.join(_WORDS['weekdays'])})(?![\w-])(?!,?\s+{calendar.MONTH}\s+\d)"
)
#: “Thursday, Sept. 18, 2025”: a day in full with its weekday, as news words its own day where a year may be asked.
_FULL_DAY = re.compile(
    rf"(?P<weekday>{calendar.WEEKDAY}),?\s+(?P<date>(?:{calendar.MONTH})\s+{calendar.DAY},?\s+\d{{4}}"
    rf"|{calendar.DAY}\s+(?:{calendar.MONTH}),?\s+\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"\b(?:{'|'.join(_WORDS['ahead'])})\b")
_BOUNDED = re.compile(rf"\b(?:{'|'.join(_WORDS['bounding'])})\b")
_SENTENCE_END = re.compile(r"(?<=[a-z][.!?])\s+(?=[A-Z“\"])")
#: A date line stands at the head of an article: before or just after this many paragraphs of prose.
_HEAD = 2
_PROSE = 120  # characters from which a paragraph is prose rather than a line of layout


def infer_published(paragraphs: Sequence[Paragraph], stated: str | None) -> Published:
    """The article's date: the one stated, else its date line, else inferred from its words, else unknown.

    `stated` is what metadata or front matter say (a whole date, see `calendar.explicit_date`);
    BackgrounderError if it is given and no date. Inference: the latest date of related coverage is
    the earliest day possible; the weekday on which the text places its own happenings then fixes
    the day. So does a day that its beginning or a caption gives in full, with the weekday. Without such
    ground the value is None.
    """
    if stated and stated.strip():
        return _stated(stated)
    return (
        _date_line(paragraphs) or _dateline(paragraphs) or _by_full_day(paragraphs) or _by_weekday(paragraphs)
    )


def _stated(stated: str) -> Published:
    value = calendar.explicit_date(stated)
    if value is None:
        raise BackgrounderError(f"no date: {stated!r}", hint="write the date as YYYY-MM-DD, as in 2023-03-20")
    return Published(value, "stated", "The article’s metadata gives its date.")


def _date_line(paragraphs: Sequence[Paragraph]) -> Published | None:
    """The date that stands as a line of its own at the head of the article."""
    prose = 0
    for paragraph in paragraphs:
        if prose > _HEAD:
            return None
        prose += paragraph.kind == "body" and len(paragraph.text) >= _PROSE
        found = _DATE_LINE.fullmatch(paragraph.text.strip())
        if found and paragraph.kind != "related" and (value := calendar.explicit_date(found["date"])):
            return Published(value, "stated", f"The article’s date line says “{paragraph.text.strip()}”.")
    return None


def _dateline(paragraphs: Sequence[Paragraph]) -> Published | None:
    """The date in the dateline that opens the first paragraph of the text."""
    body = [p for p in paragraphs if p.kind == "body"]
    found = next((m for p in body[:_HEAD] if (m := _DATELINE.match(p.text))), None)
    if not found:
        return None
    day, year = found["date"], found["year"]
    if year:
        value = calendar.explicit_date(f"{day} {year}")
        words = found.string[found.start("date") : found.end("year")]
        return Published(value, "stated", f"The dateline says “{words}”.") if value else None
    return _with_year(day, f"The dateline says “{day}”", paragraphs)


def _with_year(day: str, words: str, paragraphs: Sequence[Paragraph]) -> Published | None:
    """The dateline's day in the year of the copyright line, or the first one after related coverage."""
    earliest = _latest_coverage(paragraphs)
    if year := next((m["year"] for p in paragraphs if (m := _COPYRIGHT.search(p.text))), None):
        value, ground = calendar.explicit_date(f"{day} {year}"), f"the copyright line gives the year {year}"
    elif earliest:
        years = (calendar.explicit_date(f"{day} {earliest.year + n}") for n in (0, 1))
        value = next((v for v in years if v and v >= earliest.isoformat()), None)
        ground = f"this is the first such day since the latest related coverage, {_spell(earliest)}"
    else:
        return None
    return Published(value, "inferred", f"{words}; {ground}.") if value else None


def _by_full_day(paragraphs: Sequence[Paragraph]) -> Published | None:
    """The latest day that the first paragraphs or a new picture’s caption give in full with its weekday, as news dates itself.

    None if the text tells it as still to come, if related coverage is younger, if another day stands in full further on,
    or if the first paragraphs tell of another weekday too.
    """
    body = [p for p in paragraphs if p.kind == "body"]
    told = [p for p in paragraphs if p.kind == "caption" and not p.text.startswith(_WORDS["archive"])]
    found = {day: words for p in (*body[:_HEAD], *told) for day, words in _full_days(p.text)}
    earliest = _latest_coverage(paragraphs)
    later = any(day > max(found, default="") for p in body for day, _ in _full_days(p.text, ahead=False))
    if not found or later or (earliest and max(found) < earliest.isoformat()):
        return None
    value = max(found)
    now = (s for p in body[:_HEAD] for s in _SENTENCE_END.split(p.text) if not _AHEAD.search(s))
    if {day for sentence in now for day in _weekdays(sentence)} - {date.fromisoformat(value).weekday()}:
        return None
    why = f"The article states no date; it tells of “{found[value]}” as of its own day."
    return Published(value, "inferred", why)


def _full_days(text: str, *, ahead: bool = True) -> Iterator[tuple[str, str]]:
    """The days that a text gives in full with their weekday, and the words; with `ahead` only if no sentence tells them as to come."""
    for found in _FULL_DAY.finditer(text):
        value = calendar.explicit_date(found["date"])
        sentence = _SENTENCE_END.split(text[: found.start()])[-1]
        right = value and date.fromisoformat(value).weekday() == calendar.weekday_of(found["weekday"])
        if value and right and not (ahead and (_AHEAD.search(sentence) or _BOUNDED.search(sentence))):
            yield value, found.group()


def _by_weekday(paragraphs: Sequence[Paragraph]) -> Published:
    """The first day, since the latest related coverage, that is the weekday of the text's own happenings."""
    earliest = _latest_coverage(paragraphs)
    if earliest is None:
        return _unknown("The article states no date, and nothing in it fixes one.")
    told = _own_weekday(paragraphs)
    since = f"the latest related coverage is dated {_spell(earliest)}"
    if told is None:
        return _unknown(f"The article states no date; {since}, but no single weekday stands for its own day.")
    weekday, often = told
    day = earliest + timedelta(days=(weekday - earliest.weekday()) % 7)
    name = calendar.weekday_name(weekday)
    why = f"The article states no date; {since}, and the text places its own happenings on {name} ({often}). "
    return Published(day.isoformat(), "inferred", f"{why}The first {name} from then on is {_spell(day)}.")


def _latest_coverage(paragraphs: Sequence[Paragraph]) -> date | None:
    """The latest day that a teaser of related coverage bears."""
    days = [calendar.explicit_date(p.date) for p in paragraphs if p.date]
    return max((date.fromisoformat(day) for day in days if day), default=None)


def _own_weekday(paragraphs: Sequence[Paragraph]) -> tuple[int, str] | None:
    """The weekday on which the text places its own happenings, with how often; None if it is not clear.

    It is the most frequent weekday of the body; where the first paragraph names a weekday, the two
    must agree.
    """
    body = [list(_weekdays(p.text)) for p in paragraphs if p.kind == "body"]
    counts = Counter(day for days in body for day in days)
    lead = body[0] if body else []
    most = [day for day, count in counts.items() if count == max(counts.values())]
    agreed = [day for day in most if day in lead] if lead else most
    if len(agreed) != 1 or (not lead and counts[agreed[0]] < 2):
        return None
    count = counts[agreed[0]]
    often = "once" if count == 1 else f"{count} times"
    return agreed[0], f"{often}, also in its first paragraph" if lead and count > 1 else often


def _weekdays(text: str) -> Iterator[int]:
    """The weekdays in a text that may be the article's own day, in order."""
    for found in _OWN_DAY.finditer(text):
        if (found["before"] or "").strip().lower() not in _WORDS["elsewhere"]:
            yield calendar.weekday_of(found["day"])


def _spell(day: date) -> str:
    return calendar.spell(day.isoformat())


def _unknown(why: str) -> Published:
    return Published(None, "unknown", why)
