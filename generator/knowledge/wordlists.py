"""The word lists of vocabulary/names.yml and given_names.yml, as sets."""

from __future__ import annotations

from functools import cache

from generator.knowledge import vocabulary


@cache
def words_of(name: str) -> frozenset[str]:
    """One list, its words separated by blanks; KeyError if there is none of that name."""
    source = "given_names" if name == "given" else "names"
    return frozenset(vocabulary.load(source)[name].split())
