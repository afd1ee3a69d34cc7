"""The word lists of vocabulary/names.yml, as sets."""

from __future__ import annotations

from functools import cache

from generator.knowledge import vocabulary


@cache
def words_of(name: str) -> frozenset[str]:
    """One list, its words separated by blanks; KeyError if there is none of that name."""
    return frozenset(vocabulary.load("names")[name].split())
