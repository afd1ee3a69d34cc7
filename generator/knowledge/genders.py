"""Men and women: what a title, the noun of a role or a given name tells of a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from generator.knowledge import vocabulary
from generator.knowledge.names import fold
from generator.knowledge.wordlists import role_words

Gender = Literal["man", "woman"]

#: Third-person pronouns of one person.
PRONOUNS: Mapping[str, Gender] = {
    "he": "man",
    "him": "man",
    "his": "man",
    "himself": "man",
    "she": "woman",
    "her": "woman",
    "hers": "woman",
    "herself": "woman",
}


def joined(genders: Iterable[Gender]) -> Gender | None:
    """The gender that all evidence agrees on."""
    found = set(genders)
    return next(iter(found)) if len(found) == 1 else None


def of_noun(word: str) -> Gender | None:
    """What a title or a noun says (spokeswoman, king), in small letters."""
    return _listed_in("roles", word)


def of_given(name: str) -> Gender | None:
    """The gender of a folded given name that is nearly always a man's or nearly always a woman's."""
    return _listed_in("genders", name)


def of_name(name: str) -> Gender | None:
    """The gender of the first of two or more names; None if the name is borne by both or is not known."""
    words = [w for w in fold(name).split() if w not in role_words("address")]
    if len(words) < 2:
        return None
    parts = [words[0]] if of_given(words[0]) else words[0].split("-")
    if parts[0] == "jean" and len(parts) > 1:
        return "man"  # Jean-Marie: in French the first part decides
    return joined(g for part in parts if (g := of_given(part)))


def _listed_in(vocabulary_name: str, word: str) -> Gender | None:
    genders: tuple[Gender, Gender] = ("man", "woman")
    return joined(g for g in genders if word in vocabulary.words(vocabulary_name, g))
