"""From verdicts to entities: ids, names, aliases and kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import TYPE_CHECKING

from generator.knowledge.names import fold, slug
from generator.model.entity import Entity, Kind, Mention, Resolution, Resolved, Sense
from generator.resolve.persons import Verdict
from generator.resolve.spellings import SLIP

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention with what was decided of it; `text` are its words, with its owner's where it has one."""

    mention: Mention
    verdict: Verdict
    sense: Sense
    text: str


@dataclass(slots=True)
class _Cluster:
    """The mentions that stand for one entity, while they are being gathered."""

    key: str
    texts: list[str] = field(default_factory=list)
    senses: Counter[Sense] = field(default_factory=Counter)
    slips: set[str] = field(default_factory=set)


def entities_of(readings: Sequence[Reading], knowledge: Knowledge) -> Resolution:
    """The resolution: every mention with its entity's id, and the entities in order of first mention."""
    clusters: dict[str, _Cluster] = {}
    for reading in readings:
        if reading.verdict.target is not None:
            cluster = clusters.setdefault(reading.verdict.target, _Cluster(reading.verdict.target))
            cluster.senses[reading.sense] += 1
            entry = knowledge.get(cluster.key)
            if (
                reading.sense != "group" or entry is None or entry.kind == "group"
            ):  # "Kenyan" is no name of Kenya
                cluster.texts.append(reading.text)
            if reading.verdict.rule.startswith(SLIP):
                cluster.slips.add(reading.text)
    ids: dict[str, str] = {}
    entities: list[Entity] = []
    for cluster in clusters.values():
        entities.append(_entity(cluster, knowledge, set(ids.values())))
        ids[cluster.key] = entities[-1].id
    return Resolution(tuple(entities), tuple(_resolved(reading, ids) for reading in readings))


def _resolved(reading: Reading, ids: Mapping[str, str]) -> Resolved:
    verdict = reading.verdict
    candidates = tuple(ids.get(key, slug(key)) for key in verdict.candidates)
    entity = ids[verdict.target] if verdict.target is not None else None
    return Resolved(reading.mention, entity, verdict.rule, reading.sense, candidates)


def _entity(cluster: _Cluster, knowledge: Knowledge, taken: set[str]) -> Entity:
    entry = knowledge.get(cluster.key)
    texts = _distinct(cluster.texts)
    if entry is not None:
        aliases = tuple(t for t in texts if t != entry.name)
        kind = _entry_kind(entry.kind, cluster.senses)
        return Entity(
            entry.id, kind, entry.name, aliases, "world" if entry.section == "world" else "editor", entry.id
        )
    name = max(texts, key=lambda t: (len(t.split()), not t.isupper(), t not in cluster.slips, len(t)))
    kind = _kind(cluster.senses)
    aliases = tuple(t for t in texts if t != name)
    taken = {*taken, *(id for id in (slug(name), f"{slug(name)}-{kind}") if knowledge.get(id) is not None)}
    return Entity(_free(slug(name), kind, taken), kind, _quiet(name, kind), aliases)


def _quiet(name: str, kind: Kind) -> str:
    """A name that the text only shouts, as of a dateline, in small letters; acronyms stay."""
    shouted = name.isupper() and len(name) > 3 and "." not in name and kind in {"place", "person"}
    return name.title() if shouted else name


def _entry_kind(kind: Kind, senses: Counter[Sense]) -> Kind:
    """A country that the article only locates things in is a place there; one that acts is a government, one that plays a side."""
    if kind in {"government", "place"} and senses["organisation"] > senses["government"] + senses["place"]:
        return "organisation"
    if kind != "government":
        return kind
    acting, place = senses["government"], senses["place"]
    return "government" if acting >= 6 and acting >= place else "place"


def _distinct(texts: Sequence[str]) -> list[str]:
    """Texts that differ by more than case and accents, in order, the quieter spelling of each."""
    seen: dict[str, str] = {}
    for text in texts:
        old = seen.get(fold(text))
        seen[fold(text)] = text if old is None or (old.isupper() and not text.isupper()) else old
    return list(seen.values())


def _kind(senses: Counter[Sense]) -> Kind:
    return min(senses.items(), key=lambda item: (-item[1], item[0]))[0]


def _free(wish: str, kind: Kind, taken: set[str]) -> str:
    """An id that no entity and no entry has: the wish, else with the kind, else with a number."""
    wishes = chain((wish, f"{wish}-{kind}"), (f"{wish}-{number}" for number in count(2)))
    return next(id for id in wishes if id not in taken)
