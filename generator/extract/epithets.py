"""Descriptions that say more than the article called somebody: “the Texas senator”, “the Republican nominee”.

The state that an article gives somebody tells whom an office with that state means; a word for a prominent person means
the only one on stage, if nothing that the article calls them speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.extract.scene import Scene
from generator.extract.syntax import Tree
from generator.knowledge import vocabulary
from generator.knowledge.names import fold
from generator.knowledge.wordlists import gender_words, words_of
from generator.model.entity import Resolved

_MODIFIERS = 5  # words
_PLACE = r"(?P<place>[A-Z][\w.]*(?: [A-Z][\w.]+)?)"
_AFTER = re.compile(
    rf" \((?:[A-Z]\w*\.?[-–— ]\s?)?{_PLACE}\)"
    rf"|, (?:R|D|I|Rep|Dem)\.?[-–—] ?{_PLACE.replace('place', 'short')}"
    rf"|,? (?:an? |the )?(?:\w+ )?(?:Republican|Democrat|[Ii]ndependent|senator|governor|lawmaker) (?:of|from) "
    rf"{_PLACE.replace('place', 'whole')}"
)
_BEFORE = re.compile(
    rf"{_PLACE} (?:(?:Republican|Democratic|GOP) )?(?:Sen|Gov|Rep|Senator|Governor|Representative|Congress\w+)\.? $"
)


def states_in(words: str) -> frozenset[str]:
    """The states of the Union that folded words name, abbreviations written out."""
    whole = f" {words} "
    found = {state for state in _states().values() if f" {state} " in whole}
    short = _states().get(words.replace(".", "").replace(" ", ""))
    found |= {short} if short else set()
    return frozenset(
        s for s in found if not any(s != o and s in o for o in found)
    )  # West Virginia is not Virginia


def homes_of(scene: Scene) -> Mapping[str, frozenset[str]]:
    """The states that the article gives each of its people, by “(R-Fla.)”, “Ohio Gov. …”, “senator from Texas”."""
    found: dict[str, set[str]] = {}
    for resolved in scene.resolution.mentions:
        if resolved.entity and scene.is_person(resolved):
            for place in _places(scene, resolved):
                found.setdefault(resolved.entity, set()).update(states_in(fold(place).rstrip(".")))
    for entity, roles in scene.roles.items():
        for role in roles:
            found.setdefault(entity, set()).update(states_in(role))
    return {entity: frozenset(states) for entity, states in found.items()}


def _places(scene: Scene, resolved: Resolved) -> Iterator[str]:
    span = resolved.mention.span
    text = scene.parsed.article.paragraph(span.paragraph).text
    behind = _AFTER.match(text, span.end)
    if behind:
        yield from (place for place in behind.groups() if place)
    before = _BEFORE.search(text[max(0, span.start - 60) : span.start])
    if before:
        yield before["place"]
        yield before["place"].split()[-1]


@cache
def _states() -> Mapping[str, str]:
    pairs = [pair.partition("=")[::2] for pair in words_of("states")]
    named = {short: full.replace("_", " ") for short, full in pairs}
    whole = [*named.values(), *gender_words("states")]
    known = named | {full.replace(" ", ""): full for full in whole}
    return {short: full for short, full in known.items() if full != "washington"}  # mostly the capital


def states_before(tree: Tree, at: int) -> frozenset[str]:
    """The states named by the words right before a noun that belong to it (the New Jersey governor)."""
    own = set(tree.subtree(at))
    first = at
    while first - 1 in own and tree.tokens[first - 1].pos != "DET" and at - first < _MODIFIERS:
        first -= 1
    return states_in(" ".join(fold(t.text) for t in tree.tokens[first:at]))


def kin_of(noun: str, modifiers: Iterable[str]) -> frozenset[str]:
    """The words of the same kind as a word for a prominent person (candidate: nominee, hopeful); empty if it is none.

    Who once held an office is called so as well (the former secretary).
    """
    groups: Mapping[str, list[str]] = vocabulary.load("genders")["epithets"]
    former = frozenset({noun}) if {"former", "ex"} & set(modifiers) else frozenset()
    return former | {word for group in groups.values() if noun in group for word in group}


def agrees(modifiers: Iterable[str], callings: Iterable[Iterable[str]]) -> bool:
    """Whether nothing that somebody is called speaks against the party that a description tells of."""
    sides = ({"republican", "gop"}, {"democratic", "democrat"}, {"libertarian"}, {"green"})
    told, called = set(modifiers), {word for calling in callings for word in calling}
    wanted = [side for side in sides if told & side]
    return all(not called & other for side in wanted for other in sides if other is not side)
