"""What an article says: every record carries the span it rests on, so none exists without evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.model.entity import Resolution
from generator.model.text import Article, Span, grouped

Stance = Literal["for", "against", "neutral"]
Precision = Literal["day", "week", "month", "quarter", "season", "year"]
Basis = Literal["explicit", "relative", "inferred"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the article gives as somebody's.

    `span` covers the words without their quotation marks. `form`: `direct` is a quoted sentence or
    clause, `partial` a quoted phrase inside the reporter's sentence, `reported` speech without
    marks. Quoted words that are nobody's speech (scare quotes, titles of works) are no quotation.
    `speakers` are entity ids, empty when unattributed; `speaker_text` and `speaker_span` the words
    that name the speaker ("he"); `rule` says in words how the speaker was found, or why not.
    """

    span: Span
    text: str
    form: Literal["direct", "partial", "reported"]
    cue: str
    speakers: tuple[str, ...]
    speaker_text: str
    speaker_span: Span | None
    rule: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """What the article calls somebody: "Kremlin spokesman", "secretary of Ukraine's …"."""

    entity: str
    text: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the text words it, and the calendar value it stands for.

    `value` is ISO 8601 cut to its precision: YYYY-MM-DD, YYYY-Www (week), YYYY-MM, YYYY-Qn,
    YYYY-SP|SU|FA|WI (season) or YYYY; `until` the end of a range. None: no calendar value can be
    given (the publication date is unknown, or the words do not fix it).
    """

    span: Span
    text: str
    value: str | None
    precision: Precision
    basis: Basis
    why: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun stands for: where it stands, its text and an entity id."""

    span: Span
    text: str
    entity: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the article says happened, in its own words; `date` None when it gives none.

    `meant` tells whom the pronouns of the words stand for that nothing in them names.
    """

    span: Span
    text: str
    date: DateExpression | None
    entities: tuple[str, ...]
    meant: tuple[Meant, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """An actor's act of taking a stand: who, the verb that shows it, about what.

    `verb` is the verb with its negation as a reader would say it ("does not recognise"); `about`
    are ids of entities that its words name, `target` those of them at which the stand is directed:
    only on these does it show a side. `span` is the clause that says so, `verb_span` the verb.
    """

    subject: str
    verb: str
    verb_span: Span
    stance: Stance | None
    about: tuple[str, ...]
    span: Span
    target: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """Actor → verb → actor, with the sentence or clause that says so."""

    subject: str
    verb: str
    object: str
    span: Span


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something that the site does not know; `kind` is a key of the labels catalogue."""

    kind: str
    text: str
    article: str
    paragraph: str


@dataclass(frozen=True)
class Analysis:
    """Everything understood of one article; `sentences` are the spans of its sentences, in order."""

    article: Article
    resolution: Resolution
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    roles: tuple[Role, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()

    def quotations_in(self, paragraph: str) -> tuple[tuple[int, Quotation], ...]:
        """The quotations of one paragraph, each with its number in the article, counted from 1."""
        return self._quotations.get(paragraph, ())

    @cached_property
    def _quotations(self) -> dict[str, tuple[tuple[int, Quotation], ...]]:
        return grouped(enumerate(self.quotations, 1), lambda numbered: numbered[1].span.paragraph)
