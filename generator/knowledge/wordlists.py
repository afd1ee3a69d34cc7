"""The vocabularies’ word lists as sets, one reader a file: role_words("nouns") is the list `nouns` of roles.yml; of several lists their union."""

from __future__ import annotations

from functools import cache, partial

from generator.knowledge import vocabulary

cue_words = partial(vocabulary.words, "cues")
doubt_words = partial(vocabulary.words, "doubted")
gender_words = partial(vocabulary.words, "genders")
metonym_words = partial(vocabulary.words, "metonyms")
role_words = partial(vocabulary.words, "roles")
shapes_of = partial(vocabulary.words, "shapes")
stance_words = partial(vocabulary.words, "stances")
unsaid_words = partial(vocabulary.words, "unsaid")


@cache
def words_of(*names: str) -> frozenset[str]:
    """A list of names.yml, or several as one, made once; "given" are the given names. KeyError if there is none of a name."""
    found = (vocabulary.words("given_names" if name == "given" else "names", name) for name in names)
    return frozenset().union(*found)
