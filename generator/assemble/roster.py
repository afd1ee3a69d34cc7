"""Who is who while corrections are applied: entities by id and by name, and what became of old ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from generator.knowledge import Knowledge
from generator.knowledge.names import fold, slug
from generator.model.entity import Entity
from generator.model.entry import Entry
from generator.model.statement import Analysis


class NotFoundError(Exception):
    """What a correction names is not there (any more): told with the nearest that is."""

    def __init__(self, what: str, candidates: Iterable[str] = (), advice: str = "") -> None:
        super().__init__(what)
        self.what, self.advice = what, advice
        self.candidates = tuple(candidates)


def near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three of the known words that come nearest to a word, the nearest first."""
    by_fold = {fold(one): one for one in sorted(set(known), reverse=True)}
    return tuple(by_fold[one] for one in get_close_matches(fold(word), sorted(by_fold), n=3, cutoff=0.5))


class Roster:
    """The entities of all articles and of knowledge, as the corrections so far left them.

    `moved` maps ids that are no more to those that took their place; `changed` holds, by id, the
    fields that corrections set.
    """

    def __init__(self, analyses: Sequence[Analysis], knowledge: Knowledge, joined: Mapping[str, str]) -> None:
        self._knowledge = knowledge
        self._entities: dict[str, Entity] = {}
        self._named: dict[str, dict[str, None]] = {}
        self.moved: dict[str, str] = dict(joined)
        self.changed: dict[str, dict[str, Any]] = {}
        for analysis in analyses:
            for entity in analysis.resolution.entities:
                self.add(entity)

    def add(self, entity: Entity) -> None:
        """Enter an entity, or the names of one that is there already."""
        self._entities.setdefault(entity.id, entity)
        for name in (entity.name, *entity.aliases):
            self._named.setdefault(fold(name), {})[entity.id] = None

    def entity(self, id: str, own: Entity | None = None) -> Entity:
        """The entity with that id, as one article has it (`own`) or as first met, with what was changed."""
        entity = own or self._entities.get(id) or self._of_entry(id)
        return replace(entity, **self.changed.get(id, {}))

    def one(self, target: str) -> str:
        """The one id that an id or a name means now; NotFoundError if there is none, or more than one."""
        found = self.find(target)
        if not found:
            raise NotFoundError(f"there is no `{target}`", near(target, self._known()))
        if len(found) > 1:
            raise NotFoundError(f"`{target}` could be more than one", found)
        return found[0]

    def find(self, target: str) -> tuple[str, ...]:
        """The ids that an id or a name can mean now: an id before a name, the articles before knowledge."""
        for found in (self._by_id(target), self._named.get(fold(target), {}), self._entries(target)):
            if found:
                return tuple(dict.fromkeys(self.now(id) for id in found))
        return ()

    def now(self, id: str) -> str:
        """The id that stands for an id now."""
        while id in self.moved:
            id = self.moved[id]
        return id

    def change(self, id: str, **fields: Any) -> None:
        """Set fields of an entity wherever it occurs; a new name is added to the old ones."""
        self.changed.setdefault(id, {}).update(fields)
        if "name" in fields:
            self._named.setdefault(fold(fields["name"]), {})[id] = None

    def move(self, old: str, new: str) -> None:
        """Let an id stand for another; an entry that described the old one describes the new one if none does."""
        entity, other = self.entity(old), self._entities.get(new)
        self._entities.setdefault(new, replace(entity, id=new))
        if other is not None and not other.key and entity.key:
            self.change(new, key=entity.key, entry=entity.entry)
        elif other is None and old in self.changed:
            self.changed[new] = self.changed[old]
        self.moved[old] = new

    def rename(self, old: str, new: str) -> None:
        """Give an entity an id that is free, or was its own or that of one merged into it."""
        self._entities[new] = replace(self.entity(old), id=new)
        self.changed[new] = dict(self.changed.get(old, {}))
        self.moved.pop(new, None)
        self.moved[old] = new

    def _by_id(self, target: str) -> tuple[str, ...]:
        known = target in self._entities or target in self.moved or self._knowledge.get(target)
        return (target,) if known else ()

    def _entries(self, target: str) -> tuple[str, ...]:
        return tuple(entry.id for entry in self._knowledge.named(target))

    def _of_entry(self, id: str) -> Entity:
        entry = self._knowledge.get(id)
        if entry is None:  # only ids from `find` are asked for
            raise KeyError(id)
        entity = described(entry)
        self.add(entity)
        return entity

    def _known(self) -> Iterable[str]:
        """Every id and name, of the articles before the editors' entries."""
        for entity in self._entities.values():
            yield from (entity.id, entity.name, *entity.aliases)
        yield from (entry.id for entry in self._knowledge.entries if entry.section != "world")


def described(entry: Entry) -> Entity:
    """The entity of an entry that no article mentions."""
    return Entity(
        entry.id, entry.kind, entry.name, (), "world" if entry.section == "world" else "editor", entry.id
    )


def named(name: str, kind: Entity) -> Entity:
    """A new entity of a name, of the kind of another."""
    return Entity(slug(name), kind.kind, name)
