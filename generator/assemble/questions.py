"""What the site does not know, told rather than hidden."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.statement import Analysis, OpenQuestion
from generator.model.story import Subject


def open_questions(analyses: Sequence[Analysis], subjects: Sequence[Subject]) -> tuple[OpenQuestion, ...]:
    """Every gap, by kind and in the order of the texts; each points to the paragraph where it shows."""
    found = [*_unexplained(subjects), *_outdated(analyses, subjects)]
    for analysis in analyses:
        found += [*_published(analysis), *_ambiguous(analysis), *_unattributed(analysis), *_undated(analysis)]
        found += analysis.open_questions
    return tuple(dict.fromkeys(found))


def _unexplained(subjects: Sequence[Subject]) -> Iterable[OpenQuestion]:
    for subject in subjects:
        if subject.actor and subject.weight and not (subject.entry and subject.entry.summary):
            first = subject.occurrences[0].mention.mention.span
            yield OpenQuestion("unexplained", subject.entity.name, first.article, first.paragraph)


def _outdated(analyses: Sequence[Analysis], subjects: Sequence[Subject]) -> Iterable[OpenQuestion]:
    """Editors' entries that hold as of a day more than a year before the latest article."""
    latest = next((a.article.published.value for a in analyses if a.article.published.value), None)
    for subject in subjects:
        entry = subject.entry
        if (
            latest
            and entry
            and entry.section != "world"
            and entry.as_of
            and _year_before(latest) > entry.as_of
        ):
            yield OpenQuestion("outdated", subject.entity.name, "", "")


def _year_before(date: str) -> str:
    return f"{int(date[:4]) - 1:04}{date[4:]}"


def _published(analysis: Analysis) -> Iterable[OpenQuestion]:
    article = analysis.article
    if not article.published.value:
        yield OpenQuestion("publication-date", article.title, article.id, article.paragraphs[0].id)


def _ambiguous(analysis: Analysis) -> Iterable[OpenQuestion]:
    for resolved in analysis.resolution.mentions:
        if resolved.entity is None and len(resolved.candidates) > 1:
            span = resolved.mention.span
            yield OpenQuestion("ambiguous", resolved.mention.text, span.article, span.paragraph)


def _unattributed(analysis: Analysis) -> Iterable[OpenQuestion]:
    for quotation in analysis.quotations:
        if quotation.speakers or quotation.form == "reported":
            continue
        kind = "unnamed-source" if quotation.speaker_text else "unattributed"
        yield OpenQuestion(kind, quotation.text, quotation.span.article, quotation.span.paragraph)


def _undated(analysis: Analysis) -> Iterable[OpenQuestion]:
    for date in analysis.dates:
        if date.value is None:
            yield OpenQuestion("unresolved-date", date.text, date.span.article, date.span.paragraph)
