"""The whole story: every article's analysis beside the knowledge, gathered by subject."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.apart import keep_apart
from generator.model.correction import Applied, Unmatched
from generator.model.entity import Entity, Kind, Resolved
from generator.model.entry import Entry
from generator.model.revision import Change, History
from generator.model.statement import (
    Analysis,
    DateExpression,
    Event,
    OpenQuestion,
    Quotation,
    Relation,
    Role,
    Statement,
)
from generator.model.text import Article, Span

#: How many colours the theme has for speakers.
HUES = 6


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention in its sentence."""

    mention: Resolved
    sentence: Span


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something that the site knows, with all that rests on it.

    `page` is the path of its Markdown page ("actors/vladimir-putin.md"), "" if it has none.
    `weight` is the number of its mentions in the articles' own text. `said_of` are quotations of
    others in which it is named; `stands_on` the statements that are about it.
    """

    entity: Entity
    entry: Entry | None
    page: str
    actor: bool
    weight: int
    roles: tuple[Role, ...] = ()
    said: tuple[Quotation, ...] = ()
    said_of: tuple[Quotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    stands_on: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()

    @property
    def id(self) -> str:
        """The entity's id."""
        return self.entity.id

    def weight_in(self, article: str) -> int:
        """How often one article mentions the subject."""
        return sum(o.sentence.article == article for o in self.occurrences)

    @property
    def kind(self) -> Kind:
        """What the subject is to a reader: a country that acts is a government, however often it is a place."""
        return "government" if self.actor and self.entity.kind == "place" else self.entity.kind


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter on which actors took stands: the subject it is about, and the statements."""

    subject: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many quoted words one speaker has; `speaker` None counts those of nobody known."""

    speaker: str | None
    words: int


@dataclass(frozen=True)
class Story:
    """All that the site says. `analyses` run from the latest article to the oldest.

    `timeline` and `undated` tell an event that several articles tell once; `echoes` holds such
    events, and quotations, in groups. `corrections` and `unmatched` are what became of the editors' corrections; `moved` maps ids of
    entities that are no more to those in their place. `history` is the record of the articles,
    `unrecorded` what changed in them since. `archive` are articles that are known but not told here.
    """

    analyses: tuple[Analysis, ...]
    subjects: tuple[Subject, ...]
    brief: tuple[Span, ...]
    timeline: tuple[Event, ...]
    undated: tuple[Event, ...]
    issues: tuple[Issue, ...]
    shares: tuple[Share, ...]
    open_questions: tuple[OpenQuestion, ...]
    echoes: tuple[tuple[Quotation | Event, ...], ...] = ()
    corrections: tuple[Applied, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    history: History = field(default_factory=History)
    unrecorded: tuple[Change, ...] = ()
    archive: tuple[Article, ...] = ()

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles, latest first."""
        return tuple(analysis.article for analysis in self.analyses)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every quotation, by article and in the order of its text."""
        return tuple(q for analysis in self.analyses for q in analysis.quotations)

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event: the dated ones in order of time, then the others by article and in the order of its text."""
        found = [e for analysis in self.analyses for e in analysis.events]
        dated = [(e.date.value, e.span, e) for e in found if e.date and e.date.value]
        dated.sort(key=operator.itemgetter(0, 1))
        return (*(event for *_, event in dated), *(e for e in found if not (e.date and e.date.value)))

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation, by article and in the order of its text."""
        return tuple(r for analysis in self.analyses for r in analysis.relations)

    @property
    def dates(self) -> tuple[DateExpression, ...]:
        """Every date expression, by article and in the order of its text."""
        return tuple(d for analysis in self.analyses for d in analysis.dates)

    def article(self, id: str) -> Article:
        """The article with that id; KeyError if there is none."""
        return self._articles[id]

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.id: article for article in (*self.articles, *self.archive)}

    def subject(self, id: str) -> Subject | None:
        """The subject with that id, or the one in its place, if the site knows it."""
        return self._subjects.get(self.moved.get(id, id))

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        return {subject.id: subject for subject in self.subjects}

    @cached_property
    def hues(self) -> dict[str, int]:
        """One of six colours, from 1, for everybody who is quoted: who speak near each other have different ones."""
        spoken: dict[str, list[tuple[str, int]]] = {s.speaker: [] for s in self.shares if s.speaker}
        for quotation in self.quotations:
            span = quotation.span
            for speaker in quotation.speakers:
                if speaker in spoken:
                    spoken[speaker].append((span.article, self.article(span.article).numbers[span.paragraph]))
        return keep_apart(spoken, HUES)

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.article(span.article).words(span)
