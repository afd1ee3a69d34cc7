"""The dates of an article: every expression that names one, and the calendar value it stands for.

Patterns find them (`dates_forms`), readers place them (`dates_days`, `dates_periods`,
`dates_linked`), the tense of the clause decides between past and future (`dates_tense`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.knowledge import calendar
from generator.model.statement import DateExpression
from generator.model.text import Article, Paragraph, Parsed, Sentence, Span
from generator.recognise.dates_company import Company, months_as_names
from generator.recognise.dates_forms import FORMS, Form
from generator.recognise.dates_tense import aim
from generator.recognise.dates_values import Reading, Setting

#: A date counts from one named before it only if that is no further back than so many dates and paragraphs.
_REACH, _NEAR = 3, 2
#: So far back a day given in full gives its year to the same day named without one.
_MEMORY = 100


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
    taken = months_as_names(parsed.article.paragraphs)
    for paragraph in parsed.article.paragraphs:
        if paragraph.kind != "credit":
            for found in _of_paragraph(
                Company(paragraph, parsed.names_of(paragraph.id), taken), parsed, dates
            ):
                dates.append(found)  # noqa: PERF402 - the next one reads what stands before it
    return tuple(dates)


def _of_paragraph(
    company: Company, parsed: Parsed, before: Sequence[DateExpression]
) -> Iterator[DateExpression]:
    """The dates of a paragraph; `before` grows with each that is taken."""
    paragraph, end = company.paragraph, 0
    day, anchor = _spoken(paragraph, parsed.article)
    sentences = parsed.sentences_of(paragraph.id)
    ids = [p.id for p in parsed.article.paragraphs]
    near = ids[max(0, ids.index(paragraph.id) - _NEAR) : ids.index(paragraph.id) + 1]
    for found in _candidates(company):
        if found.start < end:
            continue
        sentence = next((s for s in sentences if s.start <= found.start < s.end), None)
        looks = _aim(company, sentence, found)
        earlier = tuple(
            d
            for d in before[: -_REACH - 1 : -1]
            if d.span.paragraph in near or d.precision == "quarter"  # business reports go on with the same
        )
        reading = _read(found, Setting(day, anchor, looks, earlier, _in_full(before)))
        if reading:
            end = found.end
            yield _expression(parsed.article.id, paragraph, found, reading)


def _in_full(before: Sequence[DateExpression]) -> tuple[str, ...]:
    """The values of the days that were given in full, the last one first."""
    last = before[: -_MEMORY - 1 : -1]
    return tuple(d.value for d in last if d.value and d.precision == "day" and d.basis == "explicit")


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


def _aim(company: Company, sentence: Sentence | None, found: _Found) -> int:
    if company.looks_ahead(found.start):
        return 1
    looks = aim(sentence, found.start, found.end)
    if company.goes_on(found.start):
        looks = 1 if looks >= 0 else 0  # told of what began already, or of what was ordered to begin
    # Headlines, captions and teasers tell in the present tense what has happened.
    return looks if company.paragraph.kind == "body" else min(looks, 0)


def _candidates(company: Company) -> list[_Found]:
    """All stretches that have the form of a date, by their start, the longest first."""
    small = company.paragraph.text.lower()
    found = [
        _Found(form, m.start(), m.end(), {k: v for k, v in m.groupdict().items() if v is not None})
        for form in FORMS
        for m in form.found_in(company.paragraph.text, small)
    ]
    return sorted((f for f in found if _is_date(f, company)), key=lambda f: (f.start, -f.end))


def _is_date(found: _Found, company: Company) -> bool:
    if found.form.bare:
        return company.suits_bare(found.start, found.end, found.parts.get("month", ""))
    return company.suits(found.start, found.end, weekday=found.form.name == "weekday")


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
