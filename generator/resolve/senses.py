"""How each mention uses what it names, and whom a metonym stands for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.knowledge.wordlists import words_of
from generator.model.entity import Kind, Mention, Sense
from generator.model.entry import Entry
from generator.resolve.metonyms import Reading, read
from generator.resolve.persons import Verdict
from generator.resolve.syntax import Syntax

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


def used(
    mention: Mention, verdict: Verdict, kinds: Mapping[str, Kind], syntax: Syntax, knowledge: Knowledge
) -> tuple[Verdict, Sense]:
    """The verdict with metonyms carried over to those they stand for, and the mention's sense."""
    entry = knowledge.get(verdict.target) if verdict.target else None
    if is_people(mention, knowledge) and (verdict.target in {None, *mention.keys} or not mention.keys):
        alone = (
            not mention.keys and " " not in mention.text
        )  # a surname or a club that only looks like a people’s
        kind = kinds.get(verdict.target or "", "group") if alone else "group"
        return verdict, kind if kind in {"person", "organisation"} else "group"
    if entry is None:
        own: Sense = "term" if mention.label == "unknown" else mention.label
        return verdict, kinds.get(verdict.target or "", own)
    if entry.stands_for:
        return _metonym(verdict, entry, _reading(mention, syntax, seat=is_seat(mention, syntax)), knowledge)
    if entry.kind == "government":
        return verdict, _reading(mention, syntax).usage
    return verdict, entry.kind


def is_people(mention: Mention, knowledge: Knowledge) -> bool:
    """Whether the mention is a word for a country's people ("Russian"), not the name of a group."""
    entry = knowledge.get(mention.keys[0]) if mention.keys else None
    return mention.label == "group" and (entry is None or entry.kind in {"government", "place"})


def is_seat(mention: Mention, syntax: Syntax) -> bool:
    """Whether the name is a building's: with an article ("the Kremlin"), or one by its last word ("House")."""
    words = mention.text.casefold().split()
    before = syntax.before(mention.span)
    return words[-1] in words_of("seats") or "the" in (words[0], before[0].text.casefold() if before else "")


def _reading(mention: Mention, syntax: Syntax, *, seat: bool = False) -> Reading:
    if syntax.opens_dateline(mention.span):
        return Reading("place", "in a dateline")
    sentence, at = syntax.head(mention.span)
    return read(sentence.tokens, at, seat=seat)


def _metonym(verdict: Verdict, entry: Entry, reading: Reading, knowledge: Knowledge) -> tuple[Verdict, Sense]:
    if reading.usage == "place":
        return verdict, "place"
    whom = knowledge.get(entry.stands_for)
    why = reading.why or "a seat of power by itself"
    sense: Sense = whom.kind if whom is not None else "government"
    return Verdict(entry.stands_for, f"metonym: {why}"), sense
