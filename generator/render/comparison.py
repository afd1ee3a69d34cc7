"""Stands and dates set side by side: what a reader compares, grouped so that nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.statement import DateExpression, Event, Statement
from generator.model.story import Issue, Story
from generator.model.text import Span

#: The columns of a comparison, in reading order; "" holds stands whose verb shows no side.
STANCES = ("for", "against", "neutral")


@dataclass(frozen=True)
class Stand:
    """One sentence with all who take a stand in it, and the verbs that show it."""

    subjects: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Compared:
    """An issue with its stands by side: for, against, neutral; sides that nobody takes are left out."""

    subject: str
    sides: tuple[tuple[str, tuple[Stand, ...]], ...]


@dataclass(frozen=True)
class Day:
    """Events that share a date; `number` is the place of the first one in the timeline, from 1."""

    number: int
    date: DateExpression
    events: tuple[Event, ...]


def compared(story: Story) -> tuple[Compared, ...]:
    """Issues on which at least two take a stand: matters before actors, the disputed and the busiest first."""
    found = [issue for issue in story.issues if _actors(issue) > 1]
    return tuple(_compared(issue) for issue in sorted(found, key=lambda issue: _rank(story, issue)))


def alone(story: Story) -> tuple[Compared, ...]:
    """Matters on which one actor alone takes a stand, unless a comparison shows it; actors are no matters."""
    shown = {s for issue in story.issues if _actors(issue) > 1 for s in issue.statements}
    found = [i for i in story.issues if _is_matter(story, i) and not shown.issuperset(i.statements)]
    return tuple(_compared(issue) for issue in found if _actors(issue) == 1)


def _actors(issue: Issue) -> int:
    return len({s.subject for s in issue.statements})


def _rank(story: Story, issue: Issue) -> tuple[bool, int, int, str]:
    sides = {side(s, issue.subject) for s in issue.statements} - {"neutral"}
    return not _is_matter(story, issue), -len(sides), -_actors(issue), issue.subject


def _is_matter(story: Story, issue: Issue) -> bool:
    """Whether the issue is a thing to take a stand on, and no actor."""
    subject = story.subject(issue.subject)
    return subject is not None and not subject.page.startswith("actors/")


def _compared(issue: Issue) -> Compared:
    stances = [(side(s, issue.subject), s) for s in issue.statements]
    sides = ((each, stands(s for stance, s in stances if stance == each)) for each in STANCES)
    return Compared(issue.subject, tuple((each, found) for each, found in sides if found))


def side(statement: Statement, on: str | None) -> str:
    """The side a statement shows on a subject (at all, if None): neutral unless it is directed at it."""
    shown = on is None or on in statement.target
    return (statement.stance or "neutral") if shown else "neutral"


def stands(statements: Iterable[Statement]) -> tuple[Stand, ...]:
    """Statements in the order of the text; those of one sentence by the same actors, or by one verb, as one."""
    by_verb: dict[tuple[Span, str], list[Statement]] = {}
    for statement in statements:
        by_verb.setdefault((statement.span, statement.verb), []).append(statement)
    by_actors: dict[tuple[Span, tuple[str, ...]], list[Statement]] = {}
    for (span, _), group in by_verb.items():
        actors = tuple(dict.fromkeys(s.subject for s in group))
        by_actors.setdefault((span, actors), []).append(group[0])
    return tuple(Stand(actors, tuple(group)) for (_, actors), group in by_actors.items())


def day_of(event: Event) -> str:
    """An event's calendar value, which sorts by time; "" if it has none."""
    return (event.date and event.date.value) or ""


def days(events: Sequence[Event]) -> tuple[Day, ...]:
    """Dated events, in order of time, gathered by date."""
    numbered = [(n, e, e.date) for n, e in enumerate(events, 1) if e.date and e.date.value]
    grouped = groupby(numbered, key=lambda item: (item[2].value, item[2].until))
    found = [tuple(group) for _, group in grouped]
    return tuple(Day(group[0][0], group[0][2], tuple(e for _, e, _ in group)) for group in found)
