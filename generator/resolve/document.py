"""The whole article's names at once: each gets an entity and a rule, or stays open with its candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.knowledge.wordlists import words_of
from generator.model.entity import Kind, Mention, Resolution
from generator.model.text import Parsed
from generator.resolve.clusters import entities_of
from generator.resolve.names import Name, favourite, gather
from generator.resolve.organisations import by_initials, defined_acronyms, short_form
from generator.resolve.persons import Verdict, full_names, part_of
from generator.resolve.senses import is_people, used
from generator.resolve.syntax import Syntax

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


def resolve(parsed: Parsed, mentions: Sequence[Mention], knowledge: Knowledge) -> Resolution:
    """All mentions resolved or left open, and the entities of those resolved."""
    syntax = Syntax(parsed)
    names = gather(mentions, syntax)
    people = full_names(names)
    verdicts = _Judge(mentions, names, people, syntax, knowledge).verdicts()
    kinds = _kinds(names, verdicts) | {person.key: "person" for person in people}
    found = [used(m, v, kinds, syntax, knowledge) for m, v in zip(mentions, verdicts, strict=True)]
    kept = [(m, v, s) for m, (v, s) in zip(mentions, found, strict=True) if v is not NOBODY]
    return entities_of(*zip(*kept, strict=True), knowledge) if kept else Resolution((), ())


def _kinds(names: Sequence[Name], verdicts: Sequence[Verdict]) -> dict[str, Kind]:
    """The kind of each target, voted over all names that stand for it."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        for target in dict.fromkeys(verdicts[number].target for number in name.mentions):
            if target is not None:
                votes.setdefault(target, Counter()).update(name.votes)
    return {target: favourite(counted) for target, counted in votes.items()}


#: What a general word by itself stands for: such a mention is none.
NOBODY = Verdict(None, "a general word by itself")


class _Judge:
    """Applies the rules of each kind, the surest first."""

    def __init__(
        self, mentions: Sequence[Mention], names: Sequence[Name], people: Sequence[Person], syntax: Syntax, knowledge: Knowledge
    ) -> None:
        self._mentions = mentions
        self._syntax = syntax
        self._knowledge = knowledge
        self._names = names
        self._people = people
        self._acronyms = defined_acronyms(mentions, syntax)

    def verdicts(self) -> list[Verdict]:
        """One verdict a mention."""
        found: dict[int, Verdict] = {}
        for name in self._names:
            for number in name.mentions:
                found[number] = self._verdict(name, number)
        return [found[number] for number in range(len(self._mentions))]

    def _verdict(self, name: Name, number: int) -> Verdict:
        for rule in (self._by_entry, self._by_full_name, self._by_acronym, self._by_part):
            verdict = rule(name, number)
            if verdict is not None:
                return verdict
        return self._by_itself(name)

    def _by_entry(self, name: Name, number: int) -> Verdict | None:
        keys = self._mentions[number].keys
        if not keys or self._is_namesake(name):
            return None
        if name.votes["person"] > sum(name.votes.values()) / 2 and part_of(name.words, number, self._people):
            return None
        if len(keys) == 1:
            return Verdict(
                keys[0],
                "the people of the country"
                if self._mentions[number].label == "group"
                else "name of the entry",
            )
        return Verdict(None, "several entries bear this name", keys)

    def _by_full_name(self, name: Name, _number: int) -> Verdict | None:
        person = next((p for p in self._people if p.first == name.mentions[0]), None)
        return Verdict(person.key, "full name") if person else None

    def _by_acronym(self, name: Name, _number: int) -> Verdict | None:
        full = self._acronyms.get(name.folded.replace(".", ""))
        if full is not None and full not in name.mentions:
            target = self._verdict(self._name_of(full), full)
            return Verdict(target.target, "acronym defined in the text", target.candidates)
        spelled = by_initials(name, self._names)
        return (
            Verdict(spelled.folded, "initials of a name in the text")
            if spelled and not spelled.keys
            else None
        )

    def _by_part(self, name: Name, number: int) -> Verdict | None:
        if name.kind in {"person", "unknown", "term", "organisation", "place"} and (
            verdict := part_of(name.words, number, self._people)
        ):
            return verdict
        return short_form(name, self._names)

    def _by_itself(self, name: Name) -> Verdict:
        if not name.keys and name.folded in words_of("general"):
            return NOBODY
        return Verdict(name.folded, "name in the text")

    def _entry_rule(self, mention: Mention) -> str:
        return "word for the country’s people" if is_people(mention, self._knowledge) else "name of the entry"

    def _is_namesake(self, name: Name) -> bool:
        """Whether a name that others bear too stands without another sign of the country it would mean."""
        if name.folded not in words_of("homonyms"):
            return False
        country = self._country(name.keys[0])
        return not any(
            self._country(key) == country for n in self._names if n is not name for key in n.keys[:1]
        )

    def _country(self, key: str) -> str:
        entry = self._knowledge.get(key)
        return entry.stands_for or entry.id if entry is not None else key

    def _name_of(self, number: int) -> Name:
        return next(n for n in self._names if number in n.mentions)
