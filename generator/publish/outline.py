"""What was understood of a story as plain text, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.labels import Labels
from generator.knowledge.wording import date_in_words
from generator.model.statement import DateExpression, Quotation
from generator.model.story import Story


def outline(story: Story, labels: Labels) -> str:
    """Actors, quotations, dates, statements, relations and open questions, each with its paragraph and rule."""
    return "\n".join(_lines(story, labels))


def _lines(story: Story, labels: Labels) -> Iterator[str]:
    for article in story.articles:
        yield article.title
        yield f"  {article.published.value or labels.text('date.unknown')} ({article.published.why})"
    yield from _part(labels, "actors.title", (_actor(story, s.id) for s in story.subjects if s.actor))
    yield from _part(labels, "quotations.title", (_quotation(story, q) for q in story.quotations))
    yield from _part(labels, "timeline.title", (_date(d, labels) for d in story.dates))
    stands = (
        f"{_name(story, s.subject)} {s.verb} [{s.stance or 'neutral'}]: {story.words(s.span)}"
        for a in story.analyses
        for s in a.statements
    )
    yield from _part(labels, "stands.title", stands)
    relations = (f"{_name(story, r.subject)} → {r.verb} → {_name(story, r.object)}" for r in story.relations)
    yield from _part(labels, "relations.title", relations)
    questions = (f"{labels.text(f'question.{q.kind}')}: {q.text}" for q in story.open_questions)
    yield from _part(labels, "questions.title", questions)


def _part(labels: Labels, key: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"\n{labels.text(key)} ({len(found)})"
        yield from (f"  {line}" for line in found)


def _name(story: Story, id: str) -> str:
    subject = story.subject(id)
    return subject.entity.name if subject else id


def _actor(story: Story, id: str) -> str:
    subject = story.subject(id)
    if subject is None:
        return id
    role = f", {subject.roles[0].text}" if subject.roles else ""
    also = f" (also {', '.join(subject.entity.aliases)})" if subject.entity.aliases else ""
    return f"{subject.entity.name}{role} · {subject.kind} · {len(subject.occurrences)}×{also}"


def _quotation(story: Story, quotation: Quotation) -> str:
    speakers = (
        ", ".join(_name(story, id) for id in quotation.speakers) or f"? {quotation.speaker_text}".strip()
    )
    number = story.article(quotation.span.article).numbers[quotation.span.paragraph]
    return f"¶ {number} {speakers} [{quotation.form}, {quotation.rule}]: “{quotation.text}”"


def _date(date: DateExpression, labels: Labels) -> str:
    when = date_in_words(date.value, labels, date.until) if date.value else labels.text("date.unknown")
    return f"“{date.text}” → {when} ({date.basis}: {date.why})"
