"""Which pages rest on which paragraph: the way back from the article to all that was made of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.story import Story, Subject
from generator.model.text import Span
from generator.render.news import news

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
    yield from (("timeline.md", event.span) for event in story.events if event.date and event.date.value)
    yield from (("who-said-what.md", quotation.span) for quotation in story.quotations)
    yield from (("who-stands-where.md", s.span) for issue in story.issues for s in issue.statements)
    yield from (("relations.md", relation.span) for relation in story.relations)
    for subject in story.subjects:
        if subject.page:
            yield from ((subject.page, span) for span in spans_of(subject))


def spans_of(subject: Subject) -> Iterator[Span]:
    """Every span that a subject's own page cites."""
    yield from (role.span for role in subject.roles)
    yield from (quotation.span for quotation in (*subject.said, *subject.said_of))
    yield from (statement.span for statement in (*subject.statements, *subject.stands_on))
    yield from (relation.span for relation in subject.relations)
    yield from (event.span for event in subject.events)
    yield from (occurrence.sentence for occurrence in subject.occurrences)
