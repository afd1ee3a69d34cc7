"""Who and what an article speaks of: mentions, and the entities they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.model.text import Span, grouped

Kind = Literal["person", "government", "organisation", "place", "term", "event", "work", "group"]
Sense = Literal["person", "government", "organisation", "place", "group", "term", "event", "work"]

#: Kinds that can act: they get a page under actors/ when the article makes them actors.
ACTING: frozenset[str] = frozenset({"person", "government", "organisation"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that may name something, before anybody decided what.

    `label` is the kind that its form and the language model suggest (or "unknown"); `keys` are the
    ids of the knowledge entries that bear this name; `origin` says who found it.
    """

    span: Span
    text: str
    label: Kind | Literal["unknown"]
    origin: Literal["model", "lexicon", "pattern"]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with what it stands for, or None with the candidates that kept it open.

    `rule` names the rule that decided ("full name", "surname of the only such person", "acronym
    defined in the text", "metonym: subject of rejected" …) in words that a reader understands.
    `sense` is how this mention uses the entity: "Beijing" may be the government or the place.
    """

    mention: Mention
    entity: str | None
    rule: str
    sense: Sense
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that at least one mention stands for.

    `id` is a slug: [a-z0-9-]+. `name` is the fullest name used in the text, or the entry's.
    `aliases` are the other names that the articles use, in order of first use. `entry` tells
    whether an editor's entry, one of the world pack, or none describes it; `key` is that entry's
    id ("" if none).
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    entry: Literal["editor", "world", "none"] = "none"
    key: str = ""


@dataclass(frozen=True)
class Resolution:
    """All mentions of an article, resolved or left open, and the entities they stand for."""

    entities: tuple[Entity, ...]
    mentions: tuple[Resolved, ...]

    def entity(self, id: str) -> Entity:
        """The entity with that id; KeyError if there is none."""
        return self._by_id[id]

    def mentions_in(self, paragraph: str) -> tuple[Resolved, ...]:
        """The mentions of one paragraph, in order."""
        return self._by_paragraph.get(paragraph, ())

    @cached_property
    def _by_paragraph(self) -> dict[str, tuple[Resolved, ...]]:
        return grouped(self.mentions, lambda resolved: resolved.mention.span.paragraph)

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}
