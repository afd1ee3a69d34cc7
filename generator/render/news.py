"""What the latest article brings that no earlier one had: for readers who know the story so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.model.statement import Analysis, Event, Quotation
from generator.model.story import Story, Subject
from generator.model.text import TELLING, Article, Span
from generator.render.comparison import Stand, stands

Record = TypeVar("Record")
#: How many of each kind the home page tells; the article's own page has them all.
MOST = 5


@dataclass(frozen=True)
class News:
    """What is new since the article before the latest one, each with its evidence, the first few of each kind.

    `actors` were named by no earlier article: each with the sentence that names it first. `said` and
    `stands` are of actors who were known before; `events` are dated ones.
    """

    previous: Article
    actors: tuple[tuple[Subject, Span], ...]
    said: tuple[Quotation, ...]
    stands: tuple[Stand, ...]
    events: tuple[Event, ...]

    def spans(self) -> Iterator[Span]:
        """Every span that is cited."""
        yield from (span for _, span in self.actors)
        yield from (q.span for q in self.said)
        yield from (e.span for e in self.events)
        yield from (stand.statements[0].span for stand in self.stands)


def news(story: Story) -> News | None:
    """The news of a story's latest article; None if it is the only one, or brings nothing of these kinds.

    None too where the two latest have no dates: nobody can say then which is the later.
    """
    if len(story.analyses) < 2 or not all(a.article.published.value for a in story.analyses[:2]):
        return None
    latest, *earlier = story.analyses
    known = {m.entity for analysis in earlier for m in analysis.resolution.mentions if m.entity}
    again = {told.span for group in story.echoes for told in group}
    before = {_wording(story, span) for analysis in earlier for span in _records(analysis)}
    fresh = {s for s in _records(latest) if s not in again and _wording(story, s) not in before}
    events = _first(e for e in latest.events if e.span in fresh and e.date and e.date.value)
    said = _first(q for q in latest.quotations if q.span in fresh and known.intersection(q.speakers))
    spans = [*(e.span for e in events), *(q.span for q in said)]
    told = {sentence for span in spans for sentence in _sentence(latest, span)}
    acts = (s for s in latest.statements if s.subject in known and s.span in fresh)
    done = (s for s in acts if told.isdisjoint(_sentence(latest, s.span)))
    found = News(
        previous=earlier[0].article,
        actors=_first(_newcomers(story, latest, known)),
        said=said,
        stands=stands(done)[:MOST],
        events=events,
    )
    return found if any(found.spans()) else None


def _records(analysis: Analysis) -> Iterator[Span]:
    """The spans of what is said, done and dated in an article."""
    yield from (event.span for event in analysis.events)
    yield from (quotation.span for quotation in analysis.quotations)
    yield from (statement.span for statement in analysis.statements)


def _wording(story: Story, span: Span) -> str:
    """Words as they are compared: what another article told in the same words is not new."""
    return " ".join(re.findall(r"\w+", story.words(span).casefold()))


def _newcomers(story: Story, latest: Analysis, known: set[str]) -> Iterator[tuple[Subject, Span]]:
    """Actors that no earlier article names, those that the latest one names most first."""
    telling = {p.id for p in latest.article.paragraphs if p.kind in TELLING}
    first: dict[str, Span] = {}
    for mention in latest.resolution.mentions:
        span = mention.mention.span
        if mention.entity and mention.entity not in known and span.paragraph in telling:
            first.setdefault(mention.entity, next(_sentence(latest, span), span))
    for subject in story.subjects:
        if subject.id in first and subject.page.startswith("actors/"):
            yield subject, first[subject.id]


def _sentence(analysis: Analysis, span: Span) -> Iterator[Span]:
    """The sentences that a span begins in: one, or none."""
    return (s for s in analysis.sentences if s.paragraph == span.paragraph and s.start <= span.start < s.end)


def _first(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(records)[:MOST]
