"""Editors' corrections put over the analyses, in the order of their file; each applies to what the ones before left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from generator.assemble.contradictions import contradictions
from generator.assemble.places import in_scope, is_paragraph, locate, occurrences
from generator.assemble.reassign import Given, given, renamed, respoken, tidied
from generator.assemble.roster import NotFoundError, Roster, named
from generator.assemble.set_values import dated, sided, spoken
from generator.knowledge import Knowledge
from generator.knowledge.names import slug
from generator.model.correction import Act, Applied, Correction, Unmatched
from generator.model.entity import Entity
from generator.model.statement import Analysis, Role
from generator.model.text import TELLING, Span


@dataclass(frozen=True)
class Corrected:
    """The analyses as the editors have them.

    `unmatched` are corrections that apply to nothing any more, or undo another; `moved` maps the ids that were merged or
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
    analyses: Sequence[Analysis],
    corrections: Sequence[Correction],
    knowledge: Knowledge,
    joined: Mapping[str, str] = MappingProxyType({}),
) -> Corrected:
    """The analyses corrected; `joined` maps ids that articles had for somebody to those in their place.

    Without corrections, the very same analyses.
    """
    if not corrections:
        return Corrected(tuple(analyses), moved=joined)
    return _Corrector(analyses, knowledge, joined).corrected(corrections)


class _Corrector:
    """The state of the work: the analyses so far, and who is who."""

    def __init__(self, analyses: Sequence[Analysis], knowledge: Knowledge, joined: Mapping[str, str]) -> None:
        self.before = tuple(analyses)
        self.analyses = list(analyses)
        self.roster = Roster(analyses, knowledge, joined)
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
                unmatched.append(Unmatched(correction, lost.what, lost.candidates, lost.advice))
        unmatched += contradictions(applied)
        now = self.roster.now
        return Corrected(
            tuple(self._finished(old, new) for old, new in zip(self.before, self.analyses, strict=True)),
            tuple(replace(one, entities=tuple(dict.fromkeys(map(now, one.entities)))) for one in applied),
            tuple(sorted(unmatched, key=lambda one: one.correction.number)),
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
        self.barred.difference_update(others)  # what is another name of an actor is one
        self._every(lambda analysis: renamed(analysis, dict.fromkeys(others, first)))
        return Applied(correction, (first,))

    def _rename(self, correction: Correction) -> Applied:
        """An entity of its own gets the address of its new name; one with an entry keeps the entry's."""
        target, name = correction.entities[0], correction.to or ""
        if not self.roster.find(target) and self.roster.find(name):
            what = f"there is no `{target}`, and “{name}” is called so already"
            raise NotFoundError(what, advice="delete this correction; or name whom it is about now")
        old = self.roster.one(target)
        if not self.roster.entity(old).key and slug(name) != old:
            if taken := [id for id in self.roster.find(slug(name)) if id != old]:
                what = f"“{name}” has the address of another, `{taken[0]}`"
                raise NotFoundError(
                    what, advice=f"merge the two: [{old}, {taken[0]}]; or choose another name"
                )
            self.roster.rename(old, slug(name))
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
                spoken(q, new, correction.rule) if q.span in spans else q for q in analysis.quotations
            )
            return respoken(replace(analysis, quotations=said), spans[0], old, new)

        self._where(spans, change)
        return Applied(correction, tuple(dict.fromkeys([*new, *old])), spans)

    def _date(self, correction: Correction) -> Applied:
        try:
            spans = locate(correction, self.analyses, lambda a: (d.span for d in a.dates))
        except NotFoundError as lost:
            spans = self._of_events(correction, lost)
        self._where(spans, lambda analysis: dated(analysis, spans[0], correction))
        touched = (
            e
            for a in self.analyses
            for e in a.events
            if e.span == spans[0] or (e.date and e.date.span == spans[0])
        )
        return Applied(
            correction, tuple(dict.fromkeys(id for event in touched for id in event.entities)), spans
        )

    def _of_events(self, correction: Correction, lost: NotFoundError) -> tuple[Span, ...]:
        """The event with these words, where no date has them; `lost` if there is none either."""
        try:
            return locate(correction, self.analyses, lambda a: (e.span for e in a.events))
        except NotFoundError as other:
            raise (lost if lost.candidates else other) from None

    def _stance(self, correction: Correction) -> Applied:
        spans = locate(correction, self.analyses, lambda a: dict.fromkeys(s.span for s in a.statements))
        found = [s for a in self.analyses for s in a.statements if s.span in spans]

        def change(analysis: Analysis) -> Analysis:
            said = (sided(s, correction.to) if s in found else s for s in analysis.statements)
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
