"""Which pages rest on which paragraph: the way back from the article to all that was made of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.story import Story, Subject
from generator.model.text import Span
from generator.render.news import news
from generator.render.recent import recent_story, recent_subject

Place = tuple[str, str]  # article id, paragraph id


def backlinks(story: Story) -> dict[Place, tuple[str, ...]]:
    """For each cited paragraph, the paths of the pages that rest on it, the weightiest subject's first."""
    found: dict[Place, dict[str, None]] = {}
    for page, span in _citations(story):
        found.setdefault((span.article, span.paragraph), {})[page] = None
    return {place: tuple(pages) for place, pages in found.items()}


def _citations(story: Story) -> Iterator[tuple[str, Span]]:
    yield from (("index.md", span) for span in story.brief)
    fresh = news(story)
    yield from (("index.md", span) for span in (fresh.spans() if fresh else ()))
    recent = recent_story(story)
    yield from (("timeline.md", event.span) for event in recent.events if event.date and event.date.value)
    yield from (("who-said-what.md", quotation.span) for quotation in recent.quotations)
    yield from (("who-stands-where.md", s.span) for issue in recent.issues for s in issue.statements)
    yield from (("relations.md", relation.span) for relation in recent.relations)
    for subject in story.subjects:
        if subject.page:
            told = recent_subject(subject, story).subject
            yield from ((subject.page, span) for span in spans_of(told))


def spans_of(subject: Subject) -> Iterator[Span]:
    """Every span that a subject's own page cites."""
    yield from (role.span for role in subject.roles)
    yield from (quotation.span for quotation in (*subject.said, *subject.said_of))
    yield from (statement.span for statement in (*subject.statements, *subject.stands_on))
    yield from (relation.span for relation in subject.relations)
    yield from (event.span for event in subject.events)
    yield from (occurrence.sentence for occurrence in subject.occurrences)
