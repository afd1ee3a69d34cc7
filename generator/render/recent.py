"""What a page tells where the articles are too many for one page: the latest of them; the others have pages of their own.

A page that draws on all articles would grow with their number: with a thousand of them to tens of
megabytes, which no browser shows and no reader reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from itertools import islice
from typing import Any

from generator.model.statement import Event
from generator.model.story import Issue, Story, Subject
from generator.model.text import Article

#: How many articles a page about the whole story draws on, and how many a subject's own page.
STORY, SUBJECT = 40, 30


@dataclass(frozen=True)
class Recent:
    """A subject with what the latest articles that name it say, and the earlier ones, latest first."""

    subject: Subject
    earlier: tuple[Article, ...]
    articles: int


def recent_story(story: Story) -> Story:
    """The story as its latest articles tell it; the story itself where they are few enough."""
    if len(story.analyses) <= STORY:
        return story
    latest = story.analyses[:STORY]
    names = frozenset(analysis.article.id for analysis in latest)
    again = {event: group[0] for group in story.echoes for event in group if isinstance(event, Event)}
    told = {again.get(event, event) for analysis in latest for event in analysis.events}
    issues = (Issue(i.subject, _of(i.statements, names)) for i in story.issues)
    return replace(
        story,
        analyses=latest,
        timeline=tuple(event for event in story.timeline if event in told),
        undated=_of(story.undated, names),
        issues=tuple(issue for issue in issues if issue.statements),
        shares=story.shares[:STORY],
        open_questions=tuple(q for q in story.open_questions if q.article in names),
        subjects=tuple(_within(subject, names) for subject in story.subjects),
        archive=tuple(analysis.article for analysis in story.analyses[STORY:]),
    )


def recent_subject(subject: Subject, story: Story) -> Recent:
    """A subject as the latest articles that name it tell of it."""
    naming = {occurrence.sentence.article for occurrence in subject.occurrences}
    if len(naming) <= SUBJECT:
        return Recent(subject, (), len(naming))
    found = [article for article in story.articles if article.id in naming]
    names = frozenset(article.id for article in islice(found, SUBJECT))
    return Recent(_within(subject, names), tuple(found[SUBJECT:]), len(found))


def _within(subject: Subject, names: frozenset[str]) -> Subject:
    """A subject with those of its records that some articles hold."""
    kept: dict[str, Any] = {
        field.name: _of(value, names)
        for field in fields(subject)
        if isinstance(value := getattr(subject, field.name), tuple)
    }
    return replace(subject, **kept)


def _of(records: Iterable[Any], names: frozenset[str]) -> tuple[Any, ...]:
    return tuple(record for record in records if _article(record) in names)


def _article(record: Any) -> str:
    """The article that a record's words are of."""
    span = record.sentence if hasattr(record, "sentence") else record.span
    return str(span.article)
