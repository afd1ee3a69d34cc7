"""The rules that say what a name stands for, the surest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.resolve.address import Addresses
from generator.resolve.aliases import acronyms, other_names, shares_word, unclaimed
from generator.resolve.clubs import club, clubs, is_listed_side
from generator.resolve.homes import Homes
from generator.resolve.names import Name
from generator.resolve.organisations import Body, by_initials, half, lettered, short_form
from generator.resolve.persons import Person, Verdict, bare, called_otherwise, is_given, part_of
from generator.resolve.senses import is_people
from generator.resolve.spellings import SLIP, in_full, slip
from generator.resolve.syntax import Syntax

if TYPE_CHECKING:
    from generator.knowledge import Knowledge

#: What a general word by itself stands for: such a mention is none.
NOBODY = Verdict(None, "a general word by itself")
CROWNED = "a sovereign bears this name too"


@dataclass(frozen=True)
class Judge:
    """Applies the rules of each kind to one article's findings, the surest first.

    `owned` are the bodies that stand after their owner, by number of mention.
    """

    mentions: Sequence[Mention]
    names: Sequence[Name]
    people: Sequence[Person]
    owned: Mapping[int, Body]
    syntax: Syntax
    knowledge: Knowledge

    @cached_property
    def _acronyms(self) -> Mapping[str, int]:
        return acronyms(self.mentions, self.syntax)

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(self.mentions, self.names, self.people, self.syntax)

    @cached_property
    def _homes(self) -> Homes:
        return Homes(self.names, self.knowledge)

    @cached_property
    def _clubs(self) -> Sequence[Name]:
        return clubs(self.names, self.syntax)

    @cached_property
    def _lettered(self) -> Mapping[str, Sequence[Name]]:
        return lettered(self.names, self._is_place)

    @cached_property
    def _others(self) -> Mapping[str, int]:
        told = other_names(self.mentions, self.syntax)
        return unclaimed(told, (" ".join(p.words) for p in self.people))

    @cached_property
    def _full(self) -> Mapping[int, Person]:
        return {person.first: person for person in self.people}

    def verdicts(self) -> list[Verdict]:
        """One verdict a mention."""
        found: dict[int, Verdict] = {}
        for name in self.names:
            for number in name.mentions:
                found[number] = self._verdict(name, number)
        return [found[number] for number in range(len(self.mentions))]

    def _verdict(self, name: Name, number: int) -> Verdict:
        rules = (
            self._by_surname_of_a_people,
            self._by_club,
            self._by_entry,
            self._by_country,
            self._by_owner,
            self._by_other_name,
            self._by_full_name,
            self._by_acronym,
            self._by_spelling,
            self._by_part,
            self._by_slip,
            self._by_pet_name,
        )
        for rule in rules:
            verdict = rule(name, number)
            if verdict is not None:
                return verdict
        return self._by_itself(name)

    def _by_entry(self, name: Name, number: int) -> Verdict | None:
        mention = self.mentions[number]
        keys = mention.keys
        if (
            not keys
            or is_listed_side(mention, map(self.knowledge.get, mention.keys))
            or self._is_other(name, mention)
        ):
            return None
        if self._homes.is_namesake(name) or self._homes.is_foreign(name) or self._spells_another(name, keys):
            return None
        if name.votes["person"] > sum(name.votes.values()) / 2 and part_of(name.words, number, self.people):
            return None
        if len(keys) == 1:
            people = is_people(mention, self.knowledge)
            return Verdict(keys[0], "word for the country’s people" if people else "name of the entry")
        return self._homes.choice(keys)

    def _spells_another(self, name: Name, keys: Sequence[str]) -> bool:
        """Whether the text spells the letters out as a name without a word of the entry's names."""
        full = self._acronyms.get(name.folded)
        if full is None or full in name.mentions or self.mentions[full].keys:
            return False
        return not shares_word(self._name_of(full), filter(None, map(self.knowledge.get, keys)))

    def _is_other(self, name: Name, mention: Mention) -> bool:
        """Whether the text shows another than the entry: a capital that plays, a sea called like a newspaper."""
        entries = [entry for key in mention.keys if (entry := self.knowledge.get(key)) is not None]
        plays = name.said["organisation"] > 3 and name.said["organisation"] > name.said["place"]
        if self.syntax.sports and plays and all(e.kind == "place" and e.stands_for for e in entries):
            return True
        bodies = all(e.kind in {"organisation", "work"} for e in entries)
        return bodies and mention.origin == "model" and mention.label == "place"

    def _by_surname_of_a_people(self, name: Name, number: int) -> Verdict | None:
        """A person called like a people, "Veronica Finn": "Finn" by itself, where no noun follows."""
        mention = self.mentions[number]
        if len(name.words) > 1 or not is_people(mention, self.knowledge):
            return None
        sentence, at = self.syntax.head(mention.span)
        alone = sentence.tokens[at].tag == "NNP" and sentence.tokens[at].dep not in {
            "amod",
            "compound",
            "nmod",
        }
        people = [p for p in self.people if p.words[-1] == name.folded]
        return part_of(name.words, number, people) if alone else None

    def _by_club(self, name: Name, number: int) -> Verdict | None:
        """In a sports report: "the Lakers" after "Los Angeles Lakers", "Vancouver" after "Vancouver Canucks"."""
        full = club(name, self.mentions[number], self._clubs, self.syntax)
        return self._as(full, "the only such club in the text") if full else None

    def _as(self, full: Name, rule: str) -> Verdict:
        """The verdict that a name stands for whatever another one does."""
        return replace(self._verdict(full, full.mentions[0]), rule=rule)

    def _by_country(self, name: Name, _number: int) -> Verdict | None:
        """A body of a country with the country's name before it: "United Kingdom Home Office"."""
        if name.keys:
            return None
        for cut in (1, 2):
            owner, body = " ".join(name.words[:cut]), " ".join(name.words[cut:])
            country = self.knowledge.demonyms.get(owner) or next(
                (e.id for e in self.knowledge.named(owner)), ""
            )
            found = [
                e.id for e in self.knowledge.named(body) if body and country and e.affiliation == country
            ]
            if len(found) == 1:
                return Verdict(found[0], "name of the entry, with its country")
        return None

    def _by_other_name(self, name: Name, _number: int) -> Verdict | None:
        """A name that the text says somebody goes by: "Luiz Tavares, known as Nando"."""
        full = self._others.get(name.folded)
        if full is None or full in name.mentions or name.keys:
            return None
        return self._as(self._name_of(full), "the text says that they are called so")

    def _by_spelling(self, name: Name, _number: int) -> Verdict | None:
        """A name with an abbreviated part: "University of NSW"."""
        full = in_full(name, self.names)
        return self._as(full, f"short for “{full.text}” in the text") if full else None

    def _by_slip(self, name: Name, _number: int) -> Verdict | None:
        """A name misspelt once: "Office of Fair Dealings"; a surname alone may be another's, and stays open."""
        right = slip(name, self.names)
        told = self._as(right, f"{SLIP} “{right.text}”") if right else None
        alone = name.kind == "person" and len(name.words) == 1
        return Verdict(None, f"perhaps {told.rule}", told.meant) if told and alone else told

    def _by_pet_name(self, name: Name, _number: int) -> Verdict | None:
        return called_otherwise(name, self.people)

    def _by_owner(self, name: Name, number: int) -> Verdict | None:
        """A body: "Investigative Committee" after "Russia’s", or where only one owner of such a body is named."""
        if number in self.owned:
            return Verdict(self.owned[number].key, f"body of its owner: “{self.owned[number].text}”")
        keys = self._owners[name.mentions[0]]
        if len(keys) == 1:
            return Verdict(keys[0], "the only body of this name")
        return Verdict(None, "bodies of several owners bear this name", keys) if keys else None

    @cached_property
    def _owners(self) -> Mapping[int, tuple[str, ...]]:
        """The owners of each name's bodies, by the name's first mention."""
        return {
            name.mentions[0]: tuple(
                dict.fromkeys(self.owned[n].key for n in name.mentions if n in self.owned)
            )
            for name in self.names
        }

    def _by_full_name(self, name: Name, _number: int) -> Verdict | None:
        person = self._full.get(name.mentions[0])
        if person is None:
            return None
        whole = person.key == name.key
        return Verdict(person.key, "full name" if whole else "part of a fuller name in the text")

    def _by_acronym(self, name: Name, _number: int) -> Verdict | None:
        full = self._acronyms.get(name.folded.replace(".", ""))
        if full is not None and full not in name.mentions:
            return self._as(self._name_of(full), "acronym defined in the text")
        spelled = by_initials(name, self._lettered)
        return self._as(spelled, "initials of a name in the text") if spelled else None

    def _by_part(self, name: Name, number: int) -> Verdict | None:
        if self.syntax.regal(self.mentions[number].span):
            return None
        letters = name.kind == "organisation" and name.text.isupper() and len(name.text) < 6
        people = name.kind == "group" and (bool(name.keys) or len(name.words) > 1)
        named = not (letters or people or name.kind in {"event", "work"})
        shouted = name.text.isupper() and 2 < len(name.text) < 6 and name.text.isalpha()
        given = not shouted and (name.kind not in {"place", "group"} or is_given(name))
        if named and (verdict := part_of(name.words, number, self.people, given=given)):
            if any(n < number and self.syntax.regal(self.mentions[n].span) for n in name.mentions):
                return Verdict(None, CROWNED, (*verdict.meant, name.key))
            addressed = self._addresses.verdict(name, number, verdict)
            return (
                addressed
                if addressed is not verdict or verdict.target
                else self._established(name, number, verdict)
            )
        if (land := half(name, self.names)) is not None:
            return self._as(land, f"short for “{land.text}”, the only one that the text names")
        longer = short_form(name, self.names, self._is_place)
        if len(longer) == 1:
            return self._as(longer[0], "short form of the only such organisation")
        return (
            Verdict(None, f"{len(longer)} names end so", tuple(n.target for n in longer)) if longer else None
        )

    def _is_place(self, words: str) -> bool:
        """Whether words name a place or its people by an entry, or by what the article says."""
        words = words.removesuffix("'s").removesuffix("'")
        if words in self.knowledge.demonyms or any(
            e.kind in {"place", "government"} for e in self.knowledge.named(words)
        ):
            return True
        return any(n.folded == words and n.kind == "place" for n in self.names)

    def _established(self, name: Name, number: int, open_verdict: Verdict) -> Verdict:
        """A surname that was one person's (twice, or once if the others are relatives) before its second bearer came in stays theirs.

        Not in a paragraph that names another bearer: there the surname may be the other's.
        """
        bearers = [p for p in self.people if p.key in open_verdict.candidates]
        first, others = bearers[0], [p for p in bearers if p.key != bearers[0].key]
        came_in = min(p.first for p in others)
        before = [n for n in name.mentions if first.first < n < came_in]
        named_here = any(self._names_in(p, self.mentions[number].span.paragraph) for p in others)
        enough = 1 if all(map(self._addresses.is_relative, others)) else 2
        if len(before) < enough or named_here:
            return open_verdict
        return Verdict(first.key, "surname, theirs in the text before another bearer came in")

    def _names_in(self, person: Person, paragraph: str) -> bool:
        name = self._by_first[person.first]
        return any(self.mentions[n].span.paragraph == paragraph for n in name.mentions)

    @cached_property
    def _by_first(self) -> Mapping[int, Name]:
        return {name.mentions[0]: name for name in self.names}

    def _by_itself(self, name: Name) -> Verdict:
        rank = {*name.words} <= words_of("titles") | {"staff"}
        clause = name.kind == "person" and not {*name.words[1:-1]}.isdisjoint(words_of("clause_words"))
        if not name.keys and (name.folded in words_of("general") or rank or clause):
            return NOBODY
        words = bare(name.words)
        if name.kind == "person" and len(words) == 1:  # "Charles III" is "Charles" again
            return Verdict(f"name:{words[0]}", "name in the text")
        return Verdict(name.key, "name in the text")

    def _name_of(self, number: int) -> Name:
        return next(n for n in self.names if number in n.mentions)
