"""Events as the pages tell them: what is latest, what came before, by day, and of one subject."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from generator.model.statement import Event
from generator.model.story import Story, Subject
from generator.model.text import Span
from generator.render.comparison import Day, day_of, days
from generator.render.record import Record
from generator.render.register import Register

#: How many events the home page shows of either kind.
EVENTS = 4
#: An event longer ago than this before its article is no news of it.
RECENT = timedelta(days=31)


class Chronicle:
    """The events of a story, chosen and put in order for a page."""

    def __init__(self, story: Story, register: Register, record: Record) -> None:
        self.story, self.register, self.record = story, register, record

    def latest(self) -> tuple[Event, ...]:
        """Where it stands: the last few events that the latest article tells of its own days, in order of time.

        None if that article has no date: nobody can say then what is the latest.
        """
        if not self._published():
            return ()
        since = (date.fromisoformat(self._published()) - RECENT).isoformat()
        now = (event for event in self.story.timeline if day_of(event) >= since and self._is_told_now(event))
        return tuple(now)[-EVENTS:]

    def earlier(self) -> tuple[Event, ...]:
        """What came before: the last few events dated before the latest ones and before the latest article.

        Of what other articles tell, only events in which nobody acts whom the latest one does not name.
        """
        limit = min([*map(day_of, self.latest()), self._published()])
        before = (event for event in self.story.timeline if day_of(event) < limit)
        return tuple(e for e in before if self._is_told_now(e) or self._is_close(e))[-EVENTS - 1 :]

    def days(self, events: Sequence[Event] | None = None) -> tuple[Day, ...]:
        """Events of the timeline by date."""
        return days(self.story.timeline if events is None else events)

    def of(self, subject: Subject) -> tuple[list[Event], list[Event]]:
        """A subject's events: the dated ones in order of time; the others, but for those that its page tells as acts."""
        acts = [s.span for s in (*subject.statements, *subject.stands_on)]
        others = [e for e in subject.events if not day_of(e)]
        untold = [e for e in others if not any(_overlap(e.span, act) for act in acts)]
        return sorted(filter(day_of, subject.events), key=day_of), untold

    def _published(self) -> str:
        return (self.story.articles[0].published.value or "") if self.story.articles else ""

    def _is_told_now(self, event: Event) -> bool:
        """Whether the latest article tells an event, alone or among others."""
        latest = self.story.analyses[0].article.id if self.story.analyses else ""
        return latest in {told.span.article for told in self.record.tellings(event)}

    def _is_close(self, event: Event) -> bool:
        found = [self.story.subject(id) for id in event.entities]
        return bool(found) and all(s and self.register.now[s.id] for s in found)


def _overlap(one: Span, other: Span) -> bool:
    same = (one.article, one.paragraph) == (other.article, other.paragraph)
    return same and one.start < other.end and other.start < one.end
