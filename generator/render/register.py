"""What is the same on every page of a site: found once a render, however many pages there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.knowledge import Knowledge
from generator.model.statement import Event, Quotation
from generator.model.story import Story, Subject
from generator.model.text import Span
from generator.render.backlinks import Place
from generator.render.news import News, news

#: How many main actors a page shows, and how many background pages to read first.
ACTORS, TOPICS = 8, 4
#: Words below which a paragraph may stand in two articles by chance.
TELLING_WORDS = 5
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Register:
    """The story and its knowledge, with the ways to look up what a page needs of all subjects.

    `used` maps paragraphs to the pages that rest on them, `titles` pages to their titles.
    """

    story: Story
    knowledge: Knowledge
    used: Mapping[Place, tuple[str, ...]]
    titles: Mapping[str, str]

    @cached_property
    def actors(self) -> tuple[Subject, ...]:
        """Subjects with an actor's page, the most mentioned first."""
        return self.under("actors/")

    @cached_property
    def of_kind(self) -> Mapping[str, tuple[Subject, ...]]:
        """The actors by kind."""
        return _gathered((s.kind, s) for s in self.actors)

    @cached_property
    def members(self) -> Mapping[str, tuple[Subject, ...]]:
        """The actors by the id of what their entries say they belong to."""
        return _gathered((s.entry.affiliation, s) for s in self.actors if s.entry)

    @cached_property
    def about(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the subjects whose entries are about a subject, by its id."""
        return _gathered((id, s.id) for s in self.story.subjects if s.entry for id in s.entry.about)

    @cached_property
    def on_page(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the subjects by the path of their page."""
        return _gathered((s.page, s.id) for s in self.story.subjects if s.page)

    @cached_property
    def now(self) -> Mapping[str, int]:
        """How often the latest article, which the home page leads with, mentions a subject, by its id."""
        latest = self.story.analyses[0].article.id if self.story.analyses else ""
        return {s.id: s.weight_in(latest) for s in self.story.subjects}

    @cached_property
    def main_actors(self) -> tuple[Subject, ...]:
        """Those whom the latest article names most; who is named once must have a role or an entry."""
        named = (s for s in self.actors if s.weight and self.now[s.id])
        here = sorted(named, key=lambda s: (-self.now[s.id], s.id))
        return tuple(([s for s in here if s.weight > 1 or s.roles or s.entry] or here)[:ACTORS])

    @cached_property
    def first_topics(self) -> tuple[Subject, ...]:
        """Background pages that the latest article mentions most, or that are about its main actors."""
        main = {s.id for s in self.main_actors[:4]}

        def rank(topic: Subject) -> tuple[int, int, str]:
            about = topic.entry.about if topic.entry else ()
            return -self.now[topic.id], -len(main.intersection(about)), topic.id

        return tuple(sorted(self.under("background/"), key=rank)[:TOPICS])

    @cached_property
    def news(self) -> News | None:
        """What the latest article brings that no earlier one had."""
        return news(self.story)

    @cached_property
    def standing(self) -> Mapping[str, Span]:
        """The one paragraph of the site that has just these words, where there are enough of them to tell."""
        places = _gathered(
            (p.text, Span(a.id, p.id, 0, 0)) for a in self.story.articles for p in a.paragraphs if p.text
        )
        alone = ((text, spans[0]) for text, spans in places.items() if len(spans) == 1)
        return {text: span for text, span in alone if len(text.split()) >= TELLING_WORDS}

    @cached_property
    def echoes(self) -> Mapping[Quotation | Event, tuple[Quotation | Event, ...]]:
        """What other articles tell as well, by the record that is told on the pages."""
        return {group[0]: group[1:] for group in self.story.echoes}

    @cached_property
    def again(self) -> frozenset[Quotation | Event]:
        """What an earlier article told already."""
        return frozenset(told for group in self.story.echoes for told in group[1:])

    def under(self, folder: str) -> tuple[Subject, ...]:
        """The subjects whose pages lie in a folder, the most mentioned first."""
        return tuple(s for s in self.story.subjects if s.page.startswith(folder))


def _gathered(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
