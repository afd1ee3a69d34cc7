"""Names that entries bear, and the words for a country's people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.knowledge.names import fold
from generator.knowledge.wordlists import shapes_of, words_of
from generator.recognise.clean import Piece

_TWINS = re.compile(
    r"\b[Tt]he (?P<left>[A-Z]\w+(?: [A-Z]\w+)?) and (?P<right>[A-Z]\w+(?: [A-Z]\w+)?) (?P<body>Departments|Ministries)\b"
)
_HALVES = ("left", "right")
_HALF = re.compile(r"\b([A-Z][a-z]+)-(?=[A-Z])")

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


def known_names(text: str, knowledge: Knowledge) -> Iterator[Piece]:
    """What the lexicon finds in a paragraph: aliases of entries, then demonyms ("Russian")."""
    for start, end, keys in knowledge.find(text):
        entry = knowledge.get(keys[0])
        if entry is not None and text[end : end + 1] != "$":  # "US$ 20" names money
            yield Piece(start, end, entry.kind, "lexicon", keys)
    for match in _HALF.finditer(text):
        country = _halves().get(match[1].casefold())
        if country and knowledge.get(country):
            yield Piece(match.start(1), match.end(1), "group", "lexicon", (country,))
    for match in re.finditer(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b", text):
        yield from _demonym(match, knowledge)


def of_country(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The entry that a name means after its country: "United Kingdom Home Office"; () if it means none."""
    words = name.split()
    for at in range(1, min(len(words), 4)):
        owner = " ".join(words[:at])
        countries = {entry.id for entry in knowledge.named(owner)} | {_country(owner, knowledge)}
        bodies = knowledge.named(" ".join(words[at:])) if countries - {None} else ()
        own = tuple(entry.id for entry in bodies if entry.affiliation in countries)
        if len(own) == 1:
            return own
    return ()


def twins(text: str, knowledge: Knowledge) -> Iterator[Piece]:
    """Both bodies of "the State and Homeland Security Departments", where both are known."""
    for match in _TWINS.finditer(text):
        body = "Ministry" if match["body"] == "Ministries" else "Department"
        keys = {
            half: tuple(entry.id for entry in knowledge.named(f"{match[half]} {body}")) for half in _HALVES
        }
        if all(keys.values()):
            yield from (Piece(*match.span(half), "organisation", "lexicon", keys[half]) for half in _HALVES)


def clubs(text: str) -> Iterator[Piece]:
    """Clubs whose names look like something else: "Sheffield Wednesday", but not "met in Sheffield Wednesday"."""
    for match in _clubs().finditer(text):
        before = text[: match.start()]
        if not (before[-1:].isalnum() or before.endswith((" in ", "In "))):
            yield Piece(match.start(), match.end(), "organisation", "pattern")


@cache
def _clubs() -> re.Pattern[str]:
    names = "|".join(re.escape(name.title().replace("'S ", "'s ")) for name in sorted(shapes_of("clubs")))
    return re.compile(rf"(?:{names})\b")  # without a word boundary before it, which would make it slow


_fold = lru_cache(maxsize=10_000)(fold)


def _country(word: str, knowledge: Knowledge) -> str | None:
    folded = _fold(word)
    return knowledge.demonyms.get(folded) or knowledge.demonyms.get(folded.removesuffix("s"))


@cache
def _halves() -> dict[str, str]:
    return dict(pair.split("=") for pair in words_of("halves"))


def _demonym(match: re.Match[str], knowledge: Knowledge) -> Iterator[Piece]:
    """A people's word, in the singular or plural; of two capitalised words both or the first one."""
    for words in (match[0], match[0].split(" ")[0], match[0].split(" ")[-1]):
        country = _country(words, knowledge)
        if country:
            start = match.start() + match[0].index(words)
            yield Piece(start, start + len(words), "group", "lexicon", (country,))
            return
