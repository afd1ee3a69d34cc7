"""From verdicts to entities: ids, names, aliases and kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.knowledge.names import fold, slug
from generator.model.entity import Entity, Kind, Mention, Resolution, Resolved, Sense
from generator.resolve.persons import Verdict

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


@dataclass(slots=True)
class _Cluster:
    """The mentions that stand for one entity, while they are being gathered."""

    key: str
    texts: list[str] = field(default_factory=list)
    senses: Counter[Sense] = field(default_factory=Counter)


def entities_of(
    mentions: Sequence[Mention], verdicts: Sequence[Verdict], senses: Sequence[Sense], knowledge: Knowledge
) -> Resolution:
    """The resolution: every mention with its entity's id, and the entities in order of first mention."""
    clusters: dict[str, _Cluster] = {}
    for mention, verdict, sense in zip(mentions, verdicts, senses, strict=True):
        if verdict.target is not None:
            cluster = clusters.setdefault(verdict.target, _Cluster(verdict.target))
            cluster.senses[sense] += 1
            cluster.texts.append(mention.text)
    entities: dict[str, Entity] = {}
    for cluster in clusters.values():
        entities[cluster.key] = _entity(cluster, knowledge, {e.id for e in entities.values()})
    ids = {key: entity.id for key, entity in entities.items()}
    resolved = tuple(
        Resolved(
            m, ids.get(v.target) if v.target else None, v.rule, s, tuple(ids.get(c, c) for c in v.candidates)
        )
        for m, v, s in zip(mentions, verdicts, senses, strict=True)
    )
    return Resolution(tuple(entities.values()), resolved)


def _entity(cluster: _Cluster, knowledge: Knowledge, taken: set[str]) -> Entity:
    entry = knowledge.get(cluster.key)
    texts = _distinct(cluster.texts)
    if entry is not None:
        aliases = tuple(t for t in texts if t != entry.name)
        origin = "world" if entry.section == "world" else "editor"
        return Entity(entry.id, _entry_kind(entry.kind, cluster.senses), entry.name, aliases, origin, entry.id)  # type: ignore[arg-type]
    name = max(texts, key=lambda t: (len(t.split()), not t.isupper(), len(t)))
    return Entity(_free(slug(name), taken), _kind(cluster.senses), name, tuple(t for t in texts if t != name))


def _entry_kind(kind: Kind, senses: Counter[Sense]) -> Kind:
    """A country that the article only locates things in is a place there; one that acts is a government."""
    if kind != "government":
        return kind
    acting = senses["government"]
    return "government" if acting >= 2 and acting >= 0.25 * (acting + senses["place"]) else "place"


def _distinct(texts: Sequence[str]) -> list[str]:
    """Texts that differ by more than case and accents, in order, the quieter spelling of each."""
    seen: dict[str, str] = {}
    for text in texts:
        old = seen.get(fold(text))
        seen[fold(text)] = text if old is None or (old.isupper() and not text.isupper()) else old
    return list(seen.values())


def _kind(senses: Counter[Sense]) -> Kind:
    return sorted(senses.items(), key=lambda item: (-item[1], item[0]))[0][0]


def _free(wish: str, taken: set[str]) -> str:
    number, free = 1, wish
    while free in taken:
        number += 1
        free = f"{wish}-{number}"
    return free
