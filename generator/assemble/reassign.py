"""Records of one article after its entities changed: ids replaced everywhere, or a mention given to another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.assemble.places import overlap, within
from generator.assemble.roster import Roster
from generator.knowledge.names import fold
from generator.model.entity import Entity, Resolution, Resolved
from generator.model.statement import Analysis, Event, Quotation, Relation, Role, Statement
from generator.model.text import Span

Id = Callable[[str], str | None]
#: What may name an entity, and rests on a span.
Told = TypeVar("Told", Role, Statement, Relation, Event)


@dataclass(frozen=True)
class Given:
    """Mentions given to another entity (None: to none, they are no mentions), by the rule named."""

    spans: Collection[Span]
    to: Entity | None
    rule: str


def renamed(analysis: Analysis, ids: Mapping[str, str | None]) -> Analysis:
    """The analysis with ids replaced in every record; an id mapped to None is taken out."""
    if not any(id in ids for id in _ids(analysis)):
        return analysis

    def now(id: str) -> str | None:
        return ids.get(id, id)

    mentions = (
        replace(m, entity=now(m.entity) if m.entity else None, candidates=_each(m.candidates, now))
        for m in analysis.resolution.mentions
    )
    return replace(
        analysis,
        resolution=Resolution(analysis.resolution.entities, tuple(mentions)),
        quotations=tuple(
            replace(q, speakers=_each(q.speakers, now), candidates=_each(q.candidates, now))
            for q in analysis.quotations
        ),
        roles=_told(analysis.roles, lambda _: now),
        events=_told(analysis.events, lambda _: now),
        statements=_told(analysis.statements, lambda _: now),
        relations=_told(analysis.relations, lambda _: now),
    )


def given(analysis: Analysis, given: Given) -> Analysis:
    """The analysis with mentions given to another entity, and what rested on them alone given to it as well.

    Where the article still mentions the old entity, only records of the words around go over: roles of the
    paragraph, quotations whose speaker the mention names, and what is told in a clause without another mention.
    """
    changed = [m for m in analysis.resolution.mentions if m.mention.span in given.spans]
    to = given.to.id if given.to else None
    mentions = tuple(_mention(m, given) for m in analysis.resolution.mentions if to or m not in changed)
    analysis = replace(analysis, resolution=Resolution(analysis.resolution.entities, mentions))
    left = {m.entity for m in mentions}
    for one in changed:
        old, span = one.entity, one.mention.span
        if old == to:
            continue
        if old is not None and old not in left:
            analysis = renamed(analysis, {old: to})
        else:
            analysis = _around(analysis, span, old, given)
    return analysis


def _mention(resolved: Resolved, given: Given) -> Resolved:
    if given.to is None or resolved.mention.span not in given.spans:
        return resolved
    return Resolved(resolved.mention, given.to.id, given.rule, given.to.kind)


def _around(analysis: Analysis, span: Span, old: str | None, given: Given) -> Analysis:
    """Records of the words around one mention, which was the old entity's."""
    to = given.to.id if given.to else None
    others = [m.mention.span for m in analysis.resolution.mentions if old and m.entity == old]

    def swap(id: str) -> str | None:
        return to if id == old else id

    def in_clause(at: Span) -> Id:
        rests = within(span, at) and not any(within(other, at) for other in others)
        return swap if rests else _same

    alone = not any(other.paragraph == span.paragraph for other in others)

    def in_paragraph(at: Span) -> Id:
        return swap if alone and at.paragraph == span.paragraph else _same

    return replace(
        analysis,
        quotations=tuple(_quotation(q, span, old, given, alone=alone) for q in analysis.quotations),
        roles=_told(analysis.roles, in_paragraph),
        events=_told(analysis.events, in_clause),
        statements=_told(analysis.statements, in_clause),
        relations=_told(analysis.relations, in_clause),
    )


def _quotation(quotation: Quotation, span: Span, old: str | None, given: Given, *, alone: bool) -> Quotation:
    """A quotation whose speaker the mention names, or, where it stood alone, a pronoun that leans on it."""
    leans = alone and old in quotation.speakers and quotation.span.paragraph == span.paragraph
    if not leans and not (quotation.speaker_span and overlap(span, quotation.speaker_span)):
        return quotation
    to = (given.to.id,) if given.to else ()
    speakers = quotation.speakers or ((old,) if old else ())
    if old is None and not quotation.speakers:
        return replace(quotation, speakers=to, rule=given.rule, candidates=())
    if old not in speakers:
        return quotation
    now = tuple(dict.fromkeys(new for id in speakers for new in (to if id == old else (id,))))
    return replace(quotation, speakers=now, rule=given.rule, candidates=())


def respoken(analysis: Analysis, at: Span, old: Collection[str], new: tuple[str, ...]) -> Analysis:
    """What is told in a quotation's words, given to its new speakers; with none or several it is told of nobody."""
    gone = frozenset(old) - frozenset(new)
    to = new[0] if len(new) == 1 else None

    def swap(span: Span) -> Id:
        return (lambda one: to if one in gone else one) if overlap(span, at) else _same

    return replace(
        analysis,
        events=_told(analysis.events, swap),
        statements=_told(analysis.statements, swap),
        relations=_told(analysis.relations, swap),
    )


def tidied(analysis: Analysis, roster: Roster) -> Analysis:
    """The analysis with its entities as the corrections left them: those that it mentions, then others that it names."""
    own = {entity.id: entity for entity in analysis.resolution.entities}
    texts: dict[str, list[str]] = {}
    for resolved in analysis.resolution.mentions:
        if resolved.entity:
            texts.setdefault(resolved.entity, []).append(resolved.mention.text)
    entities = []
    for id in dict.fromkeys([*texts, *_named(analysis)]):
        entity = roster.entity(id, own.get(id))
        entities.append(replace(entity, id=id, aliases=_aliases(entity.name, texts.get(id, ()))))
    return replace(analysis, resolution=Resolution(tuple(entities), analysis.resolution.mentions))


def _ids(analysis: Analysis) -> Iterable[str]:
    """Every entity that a mention or record names or might mean."""
    for mention in analysis.resolution.mentions:
        yield from (*mention.candidates, mention.entity or "")
    yield from (id for q in analysis.quotations for id in q.candidates)
    yield from _named(analysis)


def _named(analysis: Analysis) -> Iterable[str]:
    """Every entity that a record names."""
    yield from (id for q in analysis.quotations for id in q.speakers)
    yield from (role.entity for role in analysis.roles)
    yield from (id for event in analysis.events for id in event.entities)
    yield from (id for s in analysis.statements for id in (s.subject, *s.about))
    yield from (id for r in analysis.relations for id in (r.subject, r.object))


def _aliases(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The other names in order of first use, the quieter spelling of each."""
    seen: dict[str, str] = {}
    for text in texts:
        old = seen.get(fold(text))
        seen[fold(text)] = text if old is None or (old.isupper() and not text.isupper()) else old
    return tuple(text for text in seen.values() if text != name)


def _same(id: str) -> str | None:
    return id


def _each(ids: Iterable[str], now: Id) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new for id in ids if (new := now(id))))


def _told(records: Iterable[Told], now: Callable[[Span], Id]) -> tuple[Told, ...]:
    """Records with their ids replaced, each once; one that has lost whom it is about is left out."""
    told = (_one(record, now(record.span)) for record in records)
    return tuple(dict.fromkeys(record for record in told if record is not None))


def _one(record: Told, now: Id) -> Told | None:
    match record:
        case Role():
            entity = now(record.entity)
            return replace(record, entity=entity) if entity else None
        case Event():
            meant = tuple(replace(m, entity=new) for m in record.meant if (new := now(m.entity)))
            return replace(record, entities=_each(record.entities, now), meant=meant)
        case Statement():
            subject, about = now(record.subject), _each(record.about, now)
            if not subject or (record.about and not about):
                return None
            target = _each(record.target, now)
            return replace(
                record,
                subject=subject,
                about=tuple(i for i in about if i != subject),
                target=tuple(i for i in target if i != subject),
            )
        case Relation():
            one, other = now(record.subject), now(record.object)
            return replace(record, subject=one, object=other) if one and other and one != other else None
