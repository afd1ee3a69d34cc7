"""Who is in the scene: an article's resolved mentions by place, and what is known of each person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from generator.extract.genders import gender_of, of_title, reflexives
from generator.extract.roles import callings
from generator.extract.syntax import Tree, trees_of
from generator.extract.telling import Word
from generator.knowledge.genders import Gender, joined
from generator.knowledge.names import fold
from generator.knowledge.world_pack import world
from generator.model.entity import ACTING, Entity, Resolution, Resolved
from generator.model.text import Parsed


class Scene:
    """Look-ups from words to entities in one resolved article."""

    def __init__(self, parsed: Parsed, resolution: Resolution) -> None:
        self.parsed = parsed
        self.resolution = resolution
        self._by_paragraph: dict[str, list[Resolved]] = {}
        for resolved in resolution.mentions:
            self._by_paragraph.setdefault(resolved.mention.span.paragraph, []).append(resolved)

    def mentions(self, paragraph: str, start: int = 0, end: int | None = None) -> Iterator[Resolved]:
        """The mentions of a paragraph that lie within two offsets, in order."""
        for resolved in self._by_paragraph.get(paragraph, ()):
            span = resolved.mention.span
            if span.start >= start and (end is None or span.end <= end):
                yield resolved

    def at(self, paragraph: str, start: int, end: int) -> Resolved | None:
        """The mention that covers some characters; the longest one."""
        covering = [
            r
            for r in self._by_paragraph.get(paragraph, ())
            if r.mention.span.start < end and start < r.mention.span.end
        ]
        return max(covering, key=lambda r: r.mention.span.end - r.mention.span.start, default=None)

    def of(self, word: Word) -> Resolved | None:
        """The mention that a word is part of."""
        return self.at(word.tree.sentence.paragraph, word.token.start, word.token.end)

    def of_token(self, tree: Tree, at: int) -> Resolved | None:
        """The mention that a word of a tree is part of, with the word as its head (not “Putin” in “Putin aide”)."""
        resolved = self.at(tree.sentence.paragraph, tree.tokens[at].start, tree.tokens[at].end)
        if resolved is None or resolved.mention.span.end < tree.tokens[at].end:
            return None
        return resolved

    def is_person(self, resolved: Resolved) -> bool:
        """Whether a mention stands for, or looks like, a person."""
        if resolved.entity is None:
            return resolved.mention.label == "person"
        return self.resolution.entity(resolved.entity).kind == "person"

    def can_act(self, id: str) -> bool:
        """Whether an entity is a person, a body or a state, even where the article uses it as a place."""
        entity = self.resolution.entity(id)
        known = world().entries.get(entity.key)
        return entity.kind in ACTING or (
            entity.kind == "place" and known is not None and known.kind in ACTING
        )

    def entity(self, id: str) -> Entity:
        """The entity with that id."""
        return self.resolution.entity(id)

    @cached_property
    def roles(self) -> dict[str, list[str]]:
        """What the article calls each entity, folded."""
        found: dict[str, list[str]] = {}
        for role in callings(self.parsed, self.resolution):
            found.setdefault(role.entity, []).append(fold(role.text))
        return found

    def gender(self, resolved: Resolved) -> Gender | None:
        """Whether a mention of a person tells of a man or a woman; by its title where it is open who is meant."""
        if resolved.entity is None:
            return of_title(self.parsed.article, resolved.mention)
        return self.genders.get(resolved.entity)

    @cached_property
    def genders(self) -> dict[str, Gender]:
        """Men and women as titles, roles, given names and reflexives tell; others are left out."""
        people = [e for e in self.resolution.entities if e.kind == "person"]
        found: dict[str, set[Gender]] = {}
        for entity in people:
            gender = gender_of(self.parsed.article, self.resolution, entity, self.roles.get(entity.id, ()))
            found[entity.id] = {gender} if gender else set()
        for tree, subject, gender in reflexives(t for ts in trees_of(self.parsed).values() for t in ts):
            resolved = self.of_token(tree, subject)
            if resolved is not None and resolved.entity in found and len(tree.conjuncts(subject)) == 1:
                found[resolved.entity].add(gender)
        return {id: gender for id, told in found.items() if (gender := joined(told))}
