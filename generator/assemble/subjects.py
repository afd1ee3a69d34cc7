"""Everything that rests on one entity, gathered over all articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.assemble.corrections import Corrected
from generator.assemble.roster import described
from generator.knowledge import Knowledge
from generator.model.entity import ACTING, Entity, Kind, Resolved
from generator.model.entry import Entry
from generator.model.statement import Analysis, Event, Quotation, Relation, Role, Statement
from generator.model.story import Occurrence, Subject
from generator.model.text import TELLING, Span

Record = TypeVar("Record", Role, Quotation, Statement, Relation, Event, Occurrence)
Grouped = dict[str, list[Record]]


def gather_subjects(corrected: Corrected, knowledge: Knowledge) -> tuple[Subject, ...]:
    """Every entity of the articles and every editor's entry, the most mentioned first."""
    entities = _merged(corrected.analyses)
    for entry in knowledge.entries:
        if entry.section != "world" and entry.id not in entities and entry.id not in corrected.moved:
            entities[entry.id] = replace(described(entry), **corrected.changed.get(entry.id, {}))
    found = _Records(corrected.analyses, corrected.not_actors)
    subjects = [found.subject(entity, knowledge) for entity in entities.values()]
    return tuple(sorted(subjects, key=lambda subject: (-subject.weight, subject.id)))


def _merged(analyses: Sequence[Analysis]) -> dict[str, Entity]:
    """One entity an id: the name of the latest article, the aliases of all."""
    merged: dict[str, Entity] = {}
    for analysis in analyses:
        for entity in analysis.resolution.entities:
            known = merged.get(entity.id)
            merged[entity.id] = _join(known, entity) if known else entity
    return merged


def _join(known: Entity, other: Entity) -> Entity:
    names = [*known.aliases, *(a for a in (other.name, *other.aliases) if a != known.name)]
    kind = _of_both(known.kind, other.kind) if known.key else known.kind
    return Entity(known.id, kind, known.name, tuple(dict.fromkeys(names)), known.entry, known.key)


def _of_both(one: Kind, other: Kind) -> Kind:
    """Of two kinds of one entry the one that tells more: a country that acts, is a place, or only plays somewhere else."""
    return next((kind for kind in ("government", "place") if kind in {one, other}), one)


class _Records:
    """The records of all analyses, grouped by the entities that they concern."""

    def __init__(self, analyses: Sequence[Analysis], not_actors: frozenset[str]) -> None:
        self.not_actors = not_actors
        self.kinds = {(a.article.id, p.id): p.kind for a in analyses for p in a.article.paragraphs}
        self.occurrences = _group((o.mention.entity, o) for a in analyses for o in _occurrences(a))
        self.roles = _group((role.entity, role) for a in analyses for role in a.roles)
        self.said = _group((s, q) for a in analyses for q in a.quotations for s in q.speakers)
        self.said_of = _group((e, q) for a in analyses for q, e in _named_in_quotations(a))
        self.statements = _group((s.subject, s) for a in analyses for s in a.statements)
        self.stands_on = _group((e, s) for a in analyses for s in a.statements for e in s.about)
        self.relations = _group(
            (e, r) for a in analyses for r in a.relations for e in dict.fromkeys((r.subject, r.object))
        )
        self.events = _group((e, v) for a in analyses for v in a.events for e in v.entities)

    def subject(self, entity: Entity, knowledge: Knowledge) -> Subject:
        """The subject for an entity; it is an actor when it can act and is named in the telling."""
        id, entry = entity.id, knowledge.get(entity.key or entity.id)
        occurrences = tuple(self.occurrences.get(id, ()))
        weight = sum(self.kinds[_place(o)] in TELLING for o in occurrences)
        actor = (
            bool(occurrences)
            and id not in self.not_actors
            and self._acts(entity)
            and not (entry and entry.section == "glossary")
        )
        return Subject(
            entity=entity,
            entry=entry,
            page=_page(entity, entry, actor=actor),
            actor=actor,
            weight=weight,
            roles=tuple(self.roles.get(id, ())),
            said=tuple(self.said.get(id, ())),
            said_of=tuple(self.said_of.get(id, ())),
            statements=tuple(self.statements.get(id, ())),
            stands_on=tuple(self.stands_on.get(id, ())),
            relations=tuple(self.relations.get(id, ())),
            events=tuple(self.events.get(id, ())),
            occurrences=occurrences,
        )

    def _acts(self, entity: Entity) -> bool:
        """People and bodies by nature; a country when the text has it do something."""
        if entity.kind in ACTING:
            return True
        does = entity.id in self.statements or entity.id in self.said
        subject = any(relation.subject == entity.id for relation in self.relations.get(entity.id, ()))
        return entity.kind == "place" and (does or subject)


def _page(entity: Entity, entry: Entry | None, *, actor: bool) -> str:
    """Where the subject's page lies: an editor's folder decides, else what the subject is."""
    if entry and entry.section != "world":
        return f"{entry.section}/{entity.id}.md"
    if actor:
        return f"actors/{entity.id}.md"
    return f"glossary/{entity.id}.md" if entry and entry.summary else ""


def _place(occurrence: Occurrence) -> tuple[str, str]:
    span = occurrence.mention.mention.span
    return span.article, span.paragraph


def _group(pairs: Iterable[tuple[str | None, Record]]) -> Grouped[Record]:
    grouped: defaultdict[str, dict[Record, None]] = defaultdict(dict)
    for id, record in pairs:
        if id:
            grouped[id][record] = None
    return {id: list(records) for id, records in grouped.items()}


def _occurrences(analysis: Analysis) -> Iterable[Occurrence]:
    sentences = _by_paragraph(analysis.sentences)
    for mention in analysis.resolution.mentions:
        yield Occurrence(mention, _around(mention, sentences))


def _around(mention: Resolved, sentences: dict[str, list[Span]]) -> Span:
    span = mention.mention.span
    holding = (s for s in sentences.get(span.paragraph, ()) if s.start <= span.start < s.end)
    return next(holding, span)


def _by_paragraph(spans: Iterable[Span]) -> dict[str, list[Span]]:
    grouped: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        grouped[span.paragraph].append(span)
    return grouped


def _named_in_quotations(analysis: Analysis) -> Iterable[tuple[Quotation, str]]:
    """Quotations with each entity that they name and that is not their speaker."""
    mentions: dict[str, list[Resolved]] = defaultdict(list)
    for mention in analysis.resolution.mentions:
        mentions[mention.mention.span.paragraph].append(mention)
    for quotation in analysis.quotations:
        span = quotation.span
        for mention in mentions[span.paragraph]:
            within = span.start <= mention.mention.span.start and mention.mention.span.end <= span.end
            if within and mention.entity and mention.entity not in quotation.speakers:
                yield quotation, mention.entity
