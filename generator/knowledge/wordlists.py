"""The vocabularies' word lists as sets, one reader a file: role_words("nouns") is the list `nouns` of roles.yml."""

from __future__ import annotations

from functools import partial

from generator.knowledge import vocabulary

cue_words = partial(vocabulary.words, "cues")
doubt_words = partial(vocabulary.words, "doubted")
gender_words = partial(vocabulary.words, "genders")
metonym_words = partial(vocabulary.words, "metonyms")
role_words = partial(vocabulary.words, "roles")
shapes_of = partial(vocabulary.words, "shapes")
stance_words = partial(vocabulary.words, "stances")
unsaid_words = partial(vocabulary.words, "unsaid")


def words_of(name: str) -> frozenset[str]:
    """One list of names.yml, or with "given" the given names; KeyError if there is none of that name."""
    return vocabulary.words("given_names" if name == "given" else "names", name)
