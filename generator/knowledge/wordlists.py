"""The word lists of vocabulary/names.yml, given_names.yml and shapes.yml, as sets."""

from __future__ import annotations

from functools import cache

from generator.knowledge import vocabulary


@cache
def words_of(name: str) -> frozenset[str]:
    """One list, its words separated by blanks; KeyError if there is none of that name."""
    source = "given_names" if name == "given" else "names"
    return frozenset(vocabulary.load(source)[name].split())


@cache
def shapes_of(name: str) -> frozenset[str]:
    """One list of shapes.yml, blanks for its underscores; KeyError if there is none of that name."""
    return frozenset(word.replace("_", " ") for word in vocabulary.load("shapes")[name].split())
