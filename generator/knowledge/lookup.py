"""Knowledge: all entries of editors and world pack, and the ways to find one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from generator.knowledge.lexicon import Lexicon, build
from generator.model.entry import Entry


@dataclass(frozen=True)
class Knowledge:
    """What the program knows before it reads an article.

    `entries` are sorted by id; `demonyms` maps folded words ("russian", "britons") to country ids.
    `drafts` are editors' entries in which nothing is filled in yet: nothing rests on them.
    The index of names is built when first asked for.
    """

    entries: tuple[Entry, ...] = ()
    demonyms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    drafts: tuple[Entry, ...] = ()

    def get(self, id: str) -> Entry | None:
        """The entry with this id, or None."""
        return self._by_id.get(id)

    def named(self, name: str) -> tuple[Entry, ...]:
        """The entries that bear this name, alias or acronym, by id.

        Case, accents and dots do not count, but an acronym is known by its capitals: "WHO" is not "who".
        """
        return tuple(self._by_id[id] for id in self._lexicon.named(name))

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """The names in a text: start, end (string indices, end exclusive) and entry ids, left to right.

        Matches are the longest, never overlap, and stand on word boundaries. A name that several
        entries bear gives all their ids: which one is meant is the resolver's question.
        """
        return self._lexicon.find(text)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _lexicon(self) -> Lexicon:
        return build(self.entries)
