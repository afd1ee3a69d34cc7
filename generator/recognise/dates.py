"""The dates of an article: every expression that names one, and the calendar value it stands for.

Patterns find them (`dates_forms`), readers place them (`dates_days`, `dates_periods`,
`dates_linked`), the tense of the clause decides between past and future (`dates_tense`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.knowledge import calendar, vocabulary
from generator.model.statement import DateExpression
from generator.model.text import Article, Paragraph, Parsed, Sentence, Span
from generator.recognise.dates_forms import FORMS, Form
from generator.recognise.dates_tense import aim
from generator.recognise.dates_values import Reading, Setting

_WORDS = vocabulary.load("dates")
_BEFORE_YEAR, _COUNTED = frozenset(_WORDS["before_year"]), frozenset(_WORDS["counted"])
#: A month's name right after another word with a capital: perhaps somebody's surname.
_NAMED = re.compile(r"\b([A-Z][\w’'-]+)\s+(April|May|June|August)\b(?!\s+\d)")
_POINTERS = frozenset({"last", "this", "next", "past", "later", "earlier", "on", "at", "mid", "but", "and"})
#: "Black Friday" is a day of its own name, and not the last Friday.
_PROPER = re.compile(rf"\b(?:{'|'.join(_WORDS['proper_weekdays'])})\s+$")
#: "Today’s world" is no day.
_GENERAL = re.compile(rf"['’]s\s+(?:\w+\s+)?(?:{'|'.join(_WORDS['general'])})\b")
_AS_EARLY = re.compile(
    r"\b(?:as (?:early|soon) as|no later than|starting|beginning)\s+(?:on\s+)?$", re.IGNORECASE
)
#: A date counts from one named before it only if that is no further back than this many dates.
_REACH = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of a paragraph that has the form of a date."""

    form: Form
    start: int
    end: int
    parts: dict[str, str]


def find_dates(parsed: Parsed) -> tuple[DateExpression, ...]:
    """Every date the article names, in order of its text; durations, ages and numbers are none.

    Dates without a year, weekdays and words such as "last month" are counted from the article's
    date (a teaser of related coverage from its own) and stay without value if that is unknown.
    """
    dates: list[DateExpression] = []
    for paragraph in parsed.article.paragraphs:
        if paragraph.kind != "credit":
            for date_expression in _of_paragraph(paragraph, parsed, dates):
                dates.append(date_expression)  # noqa: PERF402 - the next one reads what stands before it
    return tuple(dates)


def _of_paragraph(
    paragraph: Paragraph, parsed: Parsed, before: Sequence[DateExpression]
) -> Iterator[DateExpression]:
    """The dates of a paragraph; `before` grows with each that is taken."""
    day, anchor = _spoken(paragraph, parsed.article)
    sentences = parsed.sentences_of(paragraph.id)
    end = 0
    for found in _candidates(paragraph, parsed):
        if found.start < end:
            continue
        sentence = next((s for s in sentences if s.start <= found.start < s.end), None)
        earlier = tuple(before[: -_REACH - 1 : -1])
        full = tuple(
            d.value for d in reversed(before) if d.value and d.precision == "day" and d.basis == "explicit"
        )
        reading = _read(found, Setting(day, anchor, _aim(paragraph, sentence, found), earlier, full))
        if reading:
            end = found.end
            yield _expression(parsed.article.id, paragraph, found, reading)


def _spoken(paragraph: Paragraph, article: Article) -> tuple[date | None, str]:
    """The day that a paragraph speaks from, and what to call it."""
    published = article.published
    if paragraph.kind == "related":
        own = calendar.explicit_date(paragraph.date or "")
        return (date.fromisoformat(own), f"the teaser’s date, {calendar.spell(own)}") if own else (None, "")
    value = calendar.explicit_date(published.value or "")
    if value is None:
        return None, ""
    inferred = " (itself inferred)" if published.basis == "inferred" else ""
    return date.fromisoformat(value), f"the article’s date, {calendar.spell(value)}{inferred}"


def _aim(paragraph: Paragraph, sentence: Sentence | None, found: _Found) -> int:
    if _AS_EARLY.search(paragraph.text[: found.start]):
        return 1
    looks = aim(sentence, found.start, found.end)
    # Headlines, captions and teasers tell in the present tense what has happened.
    return looks if paragraph.kind == "body" else min(looks, 0)


def _candidates(paragraph: Paragraph, parsed: Parsed) -> list[_Found]:
    """All stretches that have the form of a date, by their start, the longest first."""
    found = [
        _Found(form, m.start(), m.end(), {k: v for k, v in m.groupdict().items() if v is not None})
        for form in FORMS
        for m in form.pattern.finditer(paragraph.text)
    ]
    kept = [f for f in found if _is_date(f, paragraph, parsed)]
    return sorted(kept, key=lambda f: (f.start, -f.end))


def _read(found: _Found, setting: Setting) -> Reading | None:
    """The reading of a stretch; None if it is no date or leaves the calendar."""
    try:
        reading = found.form.read(found.parts, setting)
        if reading is None or reading.value is None:
            return reading
        calendar.precision_of(reading.value)
        if reading.until:
            calendar.precision_of(reading.until)
    except (ValueError, OverflowError):
        return None
    return reading


def _expression(article: str, paragraph: Paragraph, found: _Found, reading: Reading) -> DateExpression:
    start, end = found.start, found.end
    return DateExpression(
        Span(article, paragraph.id, start, end),
        paragraph.text[start:end],
        reading.value,
        reading.precision,
        reading.basis,
        reading.why,
        reading.until,
    )


def _is_date(found: _Found, paragraph: Paragraph, parsed: Parsed) -> bool:
    """Whether a stretch that has the form of a date is one."""
    if found.form.bare:
        return _in_company(found, paragraph, parsed)
    words = paragraph.text[found.start : found.end]
    if found.form.name == "weekday" and _PROPER.search(paragraph.text[: found.start]):
        return False
    if paragraph.kind == "body" and _is_title(words, paragraph.text[: found.start]):
        return False
    return not (words.lower() == "today" and _GENERAL.match(paragraph.text, found.end))


def _is_title(words: str, before: str) -> bool:
    """Whether "Today" or "This Week" is the name of a programme: with capitals inside a sentence."""
    if words == "TODAY":
        return bool(re.search(r"\b[A-Z]{2,}\s+$", before))
    starts = not re.search(r"\w[^.!?:;—–\w]*$", before)
    capitals = re.fullmatch(r"Today|Tonight|Tomorrow|(?:This|Last|Next) [A-Z][a-z]+", words)
    return bool(capitals) and not starts and not _names_day(words)


def _names_day(words: str) -> bool:
    """Whether the last word is a weekday or month, which always has its capital."""
    last = words.rsplit(maxsplit=1)[-1].lower()
    return last in calendar.WEEKDAYS or last in calendar.MONTHS


def _months_as_names(parsed: Parsed) -> frozenset[str]:
    """Months, in lower case, that are also somebody's name here: "Theresa May", but not "In May"."""
    return frozenset(
        name[2].lower()
        for paragraph in parsed.article.paragraphs
        for name in _NAMED.finditer(paragraph.text)
        if name[1].lower() not in _BEFORE_YEAR | _POINTERS and not _names_day(name[1])
    )


def _in_company(found: _Found, paragraph: Paragraph, parsed: Parsed) -> bool:
    """Whether a bare month or number of four figures stands where a date stands."""
    before = re.search(r"([\w’']+)[\s(“\"‘-]*$", paragraph.text[: found.start])
    after = re.match(r"[\s-]*(\w+)", paragraph.text[found.end :])
    if after and after[1].lower() in _COUNTED:
        return False
    labels = {
        n.label
        for n in parsed.names
        if n.paragraph == paragraph.id and n.start <= found.start and found.end <= n.end
    }
    if (month := found.parts.get("month")) and month.lower() in _months_as_names(parsed):
        return before is not None and before[1].lower() in ("in", "since", "until")
    if "DATE" in labels:
        return True
    return not labels and before is not None and before[1].lower() in _BEFORE_YEAR
