"""Editors' corrections put over the analyses, in the order of their file; each applies to what the ones before left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.assemble.places import in_scope, is_paragraph, locate, occurrences
from generator.assemble.reassign import Given, given, renamed, respoken, tidied
from generator.assemble.roster import NotFoundError, Roster, named
from generator.knowledge import Knowledge
from generator.knowledge.names import slug
from generator.model.correction import Act, Applied, Correction, Unmatched
from generator.model.entity import Entity
from generator.model.statement import Analysis, DateExpression, Event, Precision, Quotation, Role, Statement
from generator.model.text import TELLING, Span


@dataclass(frozen=True)
class Corrected:
    """The analyses as the editors have them.

    `unmatched` are corrections that apply to nothing any more; `moved` maps the ids that were merged or
    renamed away to those in their place; `changed` holds the fields that were set, by id; `not_actors`
    are entities that get no page as actors.
    """

    analyses: tuple[Analysis, ...]
    applied: tuple[Applied, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    not_actors: frozenset[str] = frozenset()


def correct(
    analyses: Sequence[Analysis], corrections: Sequence[Correction], knowledge: Knowledge
) -> Corrected:
    """The analyses corrected; without corrections, the very same ones."""
    if not corrections:
        return Corrected(tuple(analyses))
    return _Corrector(analyses, knowledge).corrected(corrections)


class _Corrector:
    """The state of the work: the analyses so far, and who is who."""

    def __init__(self, analyses: Sequence[Analysis], knowledge: Knowledge) -> None:
        self.before = tuple(analyses)
        self.analyses = list(analyses)
        self.roster = Roster(analyses, knowledge)
        self.barred: set[str] = set()
        self.acts: dict[Act, Callable[[Correction], Applied]] = {
            "merge": self._merge,
            "split": self._split,
            "rename": self._rename,
            "kind": self._kind,
            "role": self._role,
            "speaker": self._speaker,
            "date": self._date,
            "stance": self._stance,
            "not_actor": self._not_actor,
            "not_mention": self._not_mention,
            "pin": self._pin,
        }

    def corrected(self, corrections: Iterable[Correction]) -> Corrected:
        applied: list[Applied] = []
        unmatched: list[Unmatched] = []
        for correction in corrections:
            try:
                applied.append(self.acts[correction.act](correction))
            except NotFoundError as lost:
                unmatched.append(Unmatched(correction, lost.what, lost.candidates))
        now = self.roster.now
        return Corrected(
            tuple(self._finished(old, new) for old, new in zip(self.before, self.analyses, strict=True)),
            tuple(replace(one, entities=tuple(dict.fromkeys(map(now, one.entities)))) for one in applied),
            tuple(unmatched),
            {old: now(old) for old in self.roster.moved},
            self.roster.changed,
            frozenset(map(now, self.barred)),
        )

    def _finished(self, old: Analysis, new: Analysis) -> Analysis:
        changed = new is not old or any(e.id in self.roster.changed for e in old.resolution.entities)
        return tidied(new, self.roster) if changed else old

    def _every(self, change: Callable[[Analysis], Analysis]) -> None:
        self.analyses = [change(analysis) for analysis in self.analyses]

    def _where(self, spans: Iterable[Span], change: Callable[[Analysis], Analysis]) -> None:
        """Change the analyses that the spans are of."""
        ids = {span.article for span in spans}
        self._every(lambda analysis: change(analysis) if analysis.article.id in ids else analysis)

    def _merge(self, correction: Correction) -> Applied:
        first, *others = (self.roster.one(target) for target in correction.entities)
        others = [other for other in dict.fromkeys(others) if other != first]
        if not others:
            raise NotFoundError(f"these are one already: {', '.join(correction.entities)}")
        for other in others:
            self.roster.move(other, first)
        self._every(lambda analysis: renamed(analysis, dict.fromkeys(others, first)))
        return Applied(correction, (first,))

    def _rename(self, correction: Correction) -> Applied:
        """An entity of its own gets the address of its new name; one with an entry keeps the entry's."""
        old, name = self.roster.one(correction.entities[0]), correction.to or ""
        if not self.roster.entity(old).key and slug(name) != old:
            if self.roster.find(slug(name)):
                raise NotFoundError(
                    f"“{name}” has the address of another; merge the two instead",
                    self.roster.find(slug(name)),
                )
            self.roster.move(old, slug(name))
            self._every(lambda analysis: renamed(analysis, {old: slug(name)}))
        new = self.roster.now(old)
        self.roster.change(new, name=name)
        return Applied(correction, (new,))

    def _kind(self, correction: Correction) -> Applied:
        id = self.roster.one(correction.entities[0])
        self.roster.change(id, kind=correction.to)
        return Applied(correction, (id,))

    def _not_actor(self, correction: Correction) -> Applied:
        id = self.roster.one(correction.entities[0])
        self.barred.add(id)
        return Applied(correction, (id,))

    def _role(self, correction: Correction) -> Applied:
        id = self.roster.one(correction.entities[0])
        span = self._role_words(correction, id) if correction.to else None
        scope = {span.article} if span else {a.article.id for a in in_scope(correction, self.analyses)}
        if not span and not any(
            r.entity == id for a in self.analyses if a.article.id in scope for r in a.roles
        ):
            raise NotFoundError(f"`{id}` has no role there")

        def change(analysis: Analysis) -> Analysis:
            if analysis.article.id not in scope:
                return analysis
            roles = [role for role in analysis.roles if role.entity != id]
            if span:
                roles.append(Role(id, analysis.article.words(span), span, correction.rule))
            return replace(analysis, roles=tuple(roles))

        self._every(change)
        return Applied(correction, (id,), (span,) if span else ())

    def _role_words(self, correction: Correction, id: str) -> Span:
        """The words of the text that are the role; where the entity is named beside them, if anywhere."""
        told = [
            (analysis, span)
            for analysis in in_scope(correction, self.analyses)
            for span in occurrences(analysis, correction.to or "")
            if analysis.article.paragraph(span.paragraph).kind in TELLING
            and is_paragraph(
                analysis.article.paragraph(span.paragraph), correction.paragraph or span.paragraph
            )
        ]
        if not told:
            roles = (role.text for a in self.analyses for role in a.roles if role.entity == id)
            raise NotFoundError(f"no article words a role as “{correction.to}”", roles)
        beside = (span for analysis, span in told if id in _named_in(analysis, span.paragraph))
        return next(beside, told[0][1])

    def _speaker(self, correction: Correction) -> Applied:
        new = tuple(self.roster.one(target) for target in correction.entities)
        spans = locate(correction, self.analyses, lambda a: (q.span for q in a.quotations))
        old = [s for a in self.analyses for q in a.quotations if q.span in spans for s in q.speakers]

        def change(analysis: Analysis) -> Analysis:
            said = tuple(
                _respoken(q, new, correction.rule) if q.span in spans else q for q in analysis.quotations
            )
            return respoken(replace(analysis, quotations=said), spans[0], old, new)

        self._where(spans, change)
        return Applied(correction, tuple(dict.fromkeys([*new, *old])), spans)

    def _date(self, correction: Correction) -> Applied:
        try:
            spans = locate(correction, self.analyses, lambda a: (d.span for d in a.dates))
        except NotFoundError:
            spans = locate(correction, self.analyses, lambda a: (e.span for e in a.events))
        self._where(spans, lambda analysis: _dated(analysis, spans[0], correction))
        touched = (
            e
            for a in self.analyses
            for e in a.events
            if e.span == spans[0] or (e.date and e.date.span == spans[0])
        )
        return Applied(
            correction, tuple(dict.fromkeys(id for event in touched for id in event.entities)), spans
        )

    def _stance(self, correction: Correction) -> Applied:
        spans = locate(correction, self.analyses, lambda a: dict.fromkeys(s.span for s in a.statements))
        found = [s for a in self.analyses for s in a.statements if s.span in spans]

        def change(analysis: Analysis) -> Analysis:
            said = (_sided(s, correction.to) if s in found else s for s in analysis.statements)
            return replace(analysis, statements=tuple(said))

        self._where(spans, change)
        return Applied(
            correction, tuple(dict.fromkeys(i for s in found for i in (s.subject, *s.about))), spans
        )

    def _pin(self, correction: Correction) -> Applied:
        """Of the mentions of these words the open ones; where there are none, all of them."""
        entity = self.roster.entity(self.roster.one(correction.to or ""))
        found = self._mentions(correction, lambda _: True)
        decided = {m.mention.span for a in self.analyses for m in a.resolution.mentions if m.entity}
        spans = tuple(span for span in found if span not in decided) or found
        return self._give(correction, spans, entity)

    def _split(self, correction: Correction) -> Applied:
        whose = {self.roster.one(target) for target in correction.entities}
        spans = self._mentions(correction, lambda one: not whose or one in whose)
        old = next((id for a in self.analyses for id in _entities_at(a, spans, undecided=True)), "")
        found = self.roster.find(correction.to or "")
        if len(found) > 1:
            raise NotFoundError(f"`{correction.to}` could be more than one", found)
        if not found and not old:
            raise NotFoundError(f"“{correction.words}” stands for nobody yet; pin it instead")
        entity = (
            self.roster.entity(found[0]) if found else named(correction.to or "", self.roster.entity(old))
        )
        self.roster.add(entity)
        return self._give(correction, spans, entity)

    def _not_mention(self, correction: Correction) -> Applied:
        return self._give(correction, self._mentions(correction, lambda _: True), None)

    def _mentions(self, correction: Correction, whose: Callable[[str | None], bool]) -> tuple[Span, ...]:
        def spans(analysis: Analysis) -> Iterable[Span]:
            return (m.mention.span for m in analysis.resolution.mentions if whose(m.entity))

        return locate(correction, self.analyses, spans, many=True, exact=True)

    def _give(self, correction: Correction, spans: tuple[Span, ...], entity: Entity | None) -> Applied:
        old = [id for a in self.analyses for id in _entities_at(a, spans)]
        now = Given(frozenset(spans), entity, correction.rule)
        self._where(spans, lambda analysis: given(analysis, now))
        return Applied(correction, tuple(dict.fromkeys([*([entity.id] if entity else []), *old])), spans)


def _named_in(analysis: Analysis, paragraph: str) -> set[str | None]:
    return {m.entity for m in analysis.resolution.mentions_in(paragraph)}


def _entities_at(analysis: Analysis, spans: Sequence[Span], *, undecided: bool = False) -> list[str]:
    """The entities of the mentions at these spans; with `undecided`, the candidates of open ones as well."""
    there = [m for m in analysis.resolution.mentions if m.mention.span in spans]
    found = [m.entity for m in there if m.entity]
    known = {entity.id for entity in analysis.resolution.entities}
    return found + [id for m in there if undecided and not m.entity for id in m.candidates if id in known]


def _respoken(quotation: Quotation, speakers: tuple[str, ...], rule: str) -> Quotation:
    """A quotation with its speakers set; of one that nobody is known to have said, no words name a speaker."""
    if speakers:
        return replace(quotation, speakers=speakers, rule=rule, candidates=())
    return replace(quotation, speakers=(), speaker_text="", speaker_span=None, rule=rule, candidates=())


def _dated(analysis: Analysis, span: Span, correction: Correction) -> Analysis:
    """The analysis with the value of one date set, and of the events that bear it or have these words."""
    dates = {d: _set(d, correction) for d in analysis.dates if d.span == span}

    def event(one: Event) -> Event:
        if one.span == span and not dates:
            told = one.date or DateExpression(one.span, one.text, None, "day", "inferred")
            return replace(one, date=_set(told, correction))
        return replace(one, date=_set(one.date, correction)) if one.date and one.date.span == span else one

    return replace(
        analysis,
        dates=tuple(dates.get(d, d) for d in analysis.dates),
        events=tuple(event(one) for one in analysis.events),
    )


def _set(date: DateExpression, correction: Correction) -> DateExpression:
    value = correction.to
    precision: Precision = {4: "year", 7: "month"}.get(len(value or ""), "day")  # type: ignore[assignment]
    return replace(date, value=value, precision=precision, basis="inferred", why=correction.rule, until=None)


def _sided(statement: Statement, stance: str | None) -> Statement:
    """The statement with the side that the editor gives; what it is about alone is what the side is on."""
    target = statement.target or (statement.about if len(statement.about) == 1 else ())
    return replace(statement, stance=stance, target=target)  # type: ignore[arg-type]
