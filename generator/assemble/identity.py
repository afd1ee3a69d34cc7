"""The same person under two names in two articles: one page, with the reason told at every mention.

Within one article `resolve` decides; here the articles of a site are laid beside each other. Two people are
never made one: each rule asks that nobody else on the site could be meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.assemble.reassign import renamed
from generator.knowledge.names import fold
from generator.knowledge.wordlists import words_of
from generator.model.entity import Entity, Resolution
from generator.model.statement import Analysis

INITIAL = "the same name with or without a middle initial, in another article"
ALONE = "the only one of that name in the articles, named in full in another about the same people"


#: Ids, each with the one in its place and the rule.
Joins = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class _Name:
    """A person's name in its parts, folded; `given` is empty where only one word is used."""

    given: str
    middle: str
    last: str
    suffix: str


def joins(analyses: Sequence[Analysis], apart: Collection[str] = (), others: Iterable[Entity] = ()) -> Joins:
    """Who is somebody of another article, by id: whose page they share, and the rule that says so.

    Those `apart` are never taken into another's page. `others` are persons of whom editors alone know: they are
    joined to nobody, but whoever may be meant by their name stays open.
    """
    people = _people(analyses)
    known = {**people, **{one.id: [one] for one in others if one.id not in people}}
    same = {id: to for id, to in _initials(known) if id not in apart and to[0] in people}
    left = {id: held for id, held in known.items() if id not in same}
    found = _surnames(left, analyses)
    return same | {id: to for id, to in found if id not in apart and to[0] in people}


def joined(analyses: Sequence[Analysis], same: Joins) -> tuple[Analysis, ...]:
    """The analyses with each person's names across articles under one id."""
    people = _people(analyses) if same else {}
    into = {new: people[new][0] for new, _ in same.values()}
    return tuple(_united(analysis, same, into) for analysis in analyses)


def agrees(name: str, other: str) -> bool:
    """Whether two names in full can be one person’s."""
    one, two = _parts(name), _parts(other)
    if (one.given, one.last, one.suffix) != (two.given, two.last, two.suffix):
        return False
    return not (one.middle and two.middle) or one.middle == two.middle


def _people(analyses: Sequence[Analysis]) -> dict[str, list[Entity]]:
    """The persons by id, the entity of each article."""
    people: defaultdict[str, list[Entity]] = defaultdict(list)
    for analysis in analyses:
        for entity in analysis.resolution.entities:
            if entity.kind == "person":
                people[entity.id].append(entity)
    return dict(sorted(people.items()))


def _parts(name: str) -> _Name:
    words = fold(name.replace(",", " ")).split()
    suffix = words.pop() if len(words) > 2 and words[-1] in words_of("generations") else ""
    given = words[0] if len(words) > 1 else ""
    return _Name(given, " ".join(words[1:-1]), words[-1], suffix)


def _initials(people: Mapping[str, Sequence[Entity]]) -> Iterator[tuple[str, tuple[str, str]]]:
    """“Ada Holm” and “Ada J. Holm”, where the site has no “Ada K. Holm”: the one with an entry, or most used."""
    groups: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for id, held in people.items():
        name = _parts(held[0].name)
        if name.given and len(name.middle) < 2:
            groups[name.given, name.last, name.suffix].append(id)
    for ids in groups.values():
        middles = {_parts(people[id][0].name).middle for id in ids} - {""}
        keyed = [id for id in ids if people[id][0].key]
        if len(ids) < 2 or len(middles) != 1 or len(keyed) > 1:
            continue
        first = keyed[0] if keyed else min((-len(people[id]), len(id), id) for id in ids)[2]
        yield from ((id, (first, INITIAL)) for id in ids if id != first)


def _surnames(
    people: Mapping[str, Sequence[Entity]], analyses: Sequence[Analysis]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """A surname that stands alone all through its articles, where others name its only bearer in full."""
    company, bearers_of, passing = _company(analyses), _bearers(people), _in_passing(analyses)
    for id, held in people.items():
        name = _parts(held[0].name)
        if name.given or held[0].key or id in passing:
            continue
        bearers = sorted(bearers_of[name.last] - {id})
        if len(bearers) == 1 and company[id] & company[bearers[0]] - {id, bearers[0]}:
            yield id, (bearers[0], ALONE)


def _in_passing(analyses: Sequence[Analysis]) -> set[str]:
    """Whom some article names once only: “the Bush-era whistleblower” tells not which one is meant."""
    named = (Counter(m.entity for m in a.resolution.mentions if m.entity) for a in analyses)
    return {id for counted in named for id, often in counted.items() if often < 2}


def _bearers(people: Mapping[str, Sequence[Entity]]) -> defaultdict[str, set[str]]:
    """Who is named in full by each surname, and by what their own articles shorten them to (“Xi”)."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for id, held in people.items():
        for entity in held:
            name = _parts(entity.name)
            for short in (name.last, *map(fold, entity.aliases)) if name.given else ():
                bearers[short].add(id)
    return bearers


def _company(analyses: Sequence[Analysis]) -> defaultdict[str, set[str]]:
    """For each person the people and bodies named in the same articles: countries are in too many to tell."""
    company: defaultdict[str, set[str]] = defaultdict(set)
    for analysis in analyses:
        here = {e.id for e in analysis.resolution.entities if e.kind in ("person", "organisation")}
        for id in here:
            company[id] |= here
    return company


def _united(analysis: Analysis, same: Joins, into: Mapping[str, Entity]) -> Analysis:
    here = {e.id: same[e.id] for e in analysis.resolution.entities if e.id in same}
    if not here:
        return analysis
    mentions = tuple(
        replace(m, rule=f"{m.rule}; {here[m.entity][1]}") if m.entity in here else m
        for m in analysis.resolution.mentions
    )
    entities = {e.id: e for e in analysis.resolution.entities if e.id not in here}
    for entity in analysis.resolution.entities:
        if entity.id in here:
            new = into[here[entity.id][0]]
            entities[new.id] = _joined(entities.get(new.id, replace(new, aliases=())), entity)
    told = replace(analysis, resolution=Resolution(tuple(entities.values()), mentions))
    return renamed(told, {old: new for old, (new, _) in here.items()})


def _joined(known: Entity, other: Entity) -> Entity:
    names = dict.fromkeys((*known.aliases, other.name, *other.aliases))
    return replace(known, aliases=tuple(name for name in names if name != known.name))
