"""Nouns as speakers: “the spokeswoman”, “the prince”, “the committee”, “both men”, and whom each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from generator.extract.described import humans
from generator.extract.epithets import agrees, homes_of, kin_of, states_before
from generator.extract.genders import head_of
from generator.extract.people import Person
from generator.extract.scene import Scene
from generator.extract.stage import REACH, Appearance, Reference
from generator.extract.telling import Word
from generator.knowledge import vocabulary
from generator.knowledge.genders import Gender, of_noun
from generator.knowledge.names import fold
from generator.knowledge.wordlists import gender_words, words_of
from generator.model.entity import Entity
from generator.model.text import Article, Span

_AGED = re.compile(r"the \d{1,3} year old\b", re.IGNORECASE)
_TITLE = re.compile(r"((?:\b[A-Za-z-]+ ){0,2}\b[A-Z][a-z]+)\.? $")
#: So many paragraphs back a body may be named for which "the network" stands.
_BODY_REACH = 8
#: Told sentences back in which the holder of an office is named, and in which the only person on stage is.
_OFFICE_REACH, _STAGE_REACH = 30, 2
_BEFORE = ("amod", "compound", "nmod", "poss", "nummod")


class Telling(Protocol):
    """What has been told before a word."""

    def before(self, word: Word, reach: int) -> Iterator[Appearance]:
        """The people named before a word, some sentences back."""
        ...

    def together(self, word: Word, text: str) -> Reference:
        """Those who are together the subject of the sentence before."""
        ...

    def paragraphs_to(self, word: Word, reach: int) -> frozenset[str]:
        """A word's own paragraph and so many told before it."""
        ...


class Nominals:
    """Whom the descriptions of one article stand for."""

    def __init__(self, scene: Scene, telling: Telling) -> None:
        self._scene = scene
        self._telling = telling
        people = [e for e in scene.resolution.entities if e.kind == "person"]
        self._called = {e.id: [c for c in self._callings(e.id) if c] for e in people}

    def of(self, word: Word) -> Reference | None:
        """Whom “the spokeswoman” or “the committee” stands for; None if the words are no such description."""
        tree, token, wording = word.tree, word.token, _wording(word)
        if _is_pair(word):
            return self._telling.together(word, wording)
        if not any(tree.tokens[c].text.lower() in {"the", "this"} for c in tree.children(word.at, "det")):
            return None
        lemma = fold(token.lemma)
        fitting = tuple(e for e in self._called if self._fits(word, lemma, e)) if lemma in humans() else ()
        bodies = self._bodies(word, lemma)
        found = self._aged(word, wording) or self._somebody(word, lemma, fitting)
        if found is None and len(bodies) == 1:
            found = Reference(bodies, "short for the only name that says so")
        found = found or Reference((), "no name is given", fitting or bodies)
        return replace(found, rule=f"“{wording}”: {found.rule}")

    def _somebody(self, word: Word, lemma: str, fitting: tuple[str, ...]) -> Reference | None:
        """The one person whom a description stands for; `fitting` are those whom the article calls so."""
        if len(fitting) == 1 and (
            self._in_focus(word, lemma, fitting[0]) or self._holds_it(word, lemma, fitting[0])
        ):
            return Reference(fitting, "the only one whom the article calls so")
        if found := self._at_home(word, lemma):
            return found
        alone = None if fitting else self._on_stage(word, lemma)
        return Reference((alone,), "the only person on stage") if alone else None

    def _aged(self, word: Word, wording: str) -> Reference | None:
        """Whom “the 57-year-old scientist” stands for: the only person of the sentence before."""
        if not _AGED.match(wording):
            return None
        near = {a.person.entity: a.person for a in self._telling.before(word, 1)}
        [(entity, person)] = near.items() if len(near) == 1 else [(None, None)]
        gender = of_noun(fold(word.token.lemma))
        if entity is None or person is None or {person.gender, gender} == {"man", "woman"}:
            return None
        return Reference((entity,), "the only person named in the sentence before")

    def _callings(self, entity: str) -> Iterator[list[str]]:
        """What the article calls a person, each in words with its noun last: roles, and titles with the name."""
        for role in self._scene.roles.get(entity, ()):
            parts = re.split(r" and |, ", role)
            yield from ([*part.split()[: len(_phrase(part))], head_of(part)] for part in parts)
        for resolved in self._scene.resolution.mentions:
            if resolved.entity == entity:
                yield from self._titles(fold(resolved.mention.text).split()[:-1])
                before = _before(self._scene.parsed.article, resolved.mention.span)
                yield from (title for title in self._titles(before) if title == before)

    def _titles(self, words: list[str]) -> Iterator[list[str]]:
        for at, word in enumerate(words):
            if word.rstrip(".") in humans() or word.rstrip(".") in _short():
                yield words[: at + 1]

    def _fits(self, word: Word, lemma: str, entity: str) -> bool:
        """Whether the article calls somebody by the noun, and by the words before it; and nothing else tells him apart."""
        modifiers = _modifiers(word)
        gender = of_noun(lemma)
        if gender and self._scene.genders.get(entity, gender) != gender:
            return False
        for calling in self._called[entity]:
            words = {w.removesuffix("'s").removesuffix("’s") for w in calling}
            apart = words & gender_words("apart")
            if lemma in _long(calling[-1]) and modifiers <= words and apart <= modifiers:
                return True
        return False

    def _in_focus(self, word: Word, lemma: str, entity: str) -> bool:
        """Whether this one is named near before, and nobody near whose role is unknown may be called so."""
        near = [a.person for a in self._telling.before(word, REACH)]
        others = [p for p in near if p.entity != entity]
        return any(p.entity == entity for p in near) and not any(self._may_be(p, lemma) for p in others)

    def _holds_it(self, word: Word, lemma: str, entity: str) -> bool:
        """Whether somebody was named before who alone holds an office of which there is one (the president, the inspector general)."""
        kinds = {
            fold(word.tree.tokens[c].text) for c in word.tree.children(word.at, "amod", "compound", "nmod")
        }
        sole = lemma in words_of("sole_offices") and not kinds
        sole = sole or (lemma, *sorted(kinds)) in {
            ("minister", "prime"),
            ("general", "inspector"),
            ("general", "attorney"),
        }
        return sole and any(a.person.entity == entity for a in self._telling.before(word, _OFFICE_REACH))

    def _at_home(self, word: Word, lemma: str) -> Reference | None:
        """The one with the office and the state that a description tells of (the Texas senator).

        Whom the article places there, else the only one with that office whom it places nowhere, if in focus.
        """
        states = states_before(word.tree, word.at)
        if len(states) != 1:
            return None
        holders = {e: self._homes.get(e, frozenset()) for e in self._called if self._holds(word, lemma, e)}
        sure = tuple(e for e, homes in holders.items() if states <= homes)
        maybe = tuple(e for e, homes in holders.items() if not homes)
        if len(sure) == 1 and any(
            a.person.entity == sure[0] for a in self._telling.before(word, _OFFICE_REACH)
        ):
            return Reference(sure, "the only one whom the article places there")
        if not sure and len(maybe) == 1 and self._in_focus(word, lemma, maybe[0]):
            return Reference(maybe, "the only one near with that office")
        return None

    def _holds(self, word: Word, lemma: str, entity: str) -> bool:
        """Whether somebody is called by an office, and is or was in it as a description says."""
        before = {fold(word.tree.tokens[i].text) for i in word.tree.subtree(word.at) if i < word.at}
        apart, gender = gender_words("apart"), of_noun(lemma)
        fits = any(lemma in _long(c[-1]) and set(c) & apart == before & apart for c in self._called[entity])
        return fits and (gender is None or self._scene.genders.get(entity, gender) == gender)

    @cached_property
    def _homes(self) -> Mapping[str, frozenset[str]]:
        return homes_of(self._scene)

    def _on_stage(self, word: Word, lemma: str) -> str | None:
        """The only person named shortly before, of whom a word for a prominent person may tell (the candidate)."""
        modifiers = _modifiers(word)
        kin = kin_of(lemma, modifiers)
        near = list(self._telling.before(word, _STAGE_REACH)) if kin else []
        others = [a.person for a in near if a.person.entity is None and _is_anybody(a.person, lemma)]
        known = [a.person for a in near if a.person.entity]
        prominent = len(known) > 1 or any(p.leads for p in known)
        if others or not prominent or len({p.entity for p in known}) != 1:
            return None
        entity = known[0].entity
        return entity if entity and self._may_be_called(word, lemma, entity, kin) else None

    def _may_be_called(self, word: Word, lemma: str, entity: str, kin: frozenset[str]) -> bool:
        """Whether nothing that the article calls somebody speaks against a description."""
        modifiers = _modifiers(word)
        callings = self._called.get(entity, [])
        nouns = {n for c in callings for n in _long(c[-1])} - gender_words("neutral")
        known = not nouns or any(self._holds(word, noun, entity) for noun in kin)
        gender, states = of_noun(lemma), states_before(word.tree, word.at)
        man = gender is None or self._scene.genders.get(entity, gender) == gender
        home = states <= (self._homes.get(entity) or states)
        return known and man and home and agrees(modifiers, callings)

    def _may_be(self, person: Person, lemma: str) -> bool:
        gender: Gender | None = of_noun(lemma)
        if gender and person.gender not in {None, gender}:
            return False
        if person.entity is None:
            return person.noun in {lemma, ""} or person.noun[:1].isupper()
        return not self._called.get(person.entity)

    def _bodies(self, word: Word, lemma: str) -> tuple[str, ...]:
        """Organisations named before whose name says that they are one (the ministry, the company)."""
        if word.tree.children(word.at, *_BEFORE):
            return ()
        earlier = self._telling.paragraphs_to(word, _BODY_REACH)
        bodies = [e for e in self._scene.resolution.entities if e.kind == "organisation"]
        called = [e.id for e in bodies if self._is_called(e, lemma)]
        return tuple(e for e in called if self._seen(e, earlier))

    def _is_called(self, body: Entity, lemma: str) -> bool:
        """Whether a body's name, or what the article calls it, says that it is a ministry, a company, a network."""
        named = any(lemma in _kinds(name) for name in (body.name, *body.aliases))
        alike = gender_words("papers") if lemma in gender_words("papers") else {lemma}
        return named or any(head_of(role) in alike for role in self._scene.roles.get(body.id, ()))

    def _seen(self, entity: str, paragraphs: frozenset[str]) -> bool:
        return any(
            r.entity == entity and r.mention.span.paragraph in paragraphs
            for r in self._scene.resolution.mentions
        )


def _modifiers(word: Word) -> set[str]:
    """The folded words that hang before a noun."""
    return {fold(word.tree.tokens[c].text) for c in word.tree.children(word.at, *_BEFORE)}


def _is_anybody(person: Person, noun: str) -> bool:
    """Whether one without a known name may be anybody's: a name that stays open, “the man”, the same noun."""
    return person.noun[:1].isupper() or person.noun in {"", "man", "woman", "person", "he", "she", noun}


def _before(article: Article, span: Span) -> list[str]:
    """The title right before a name that does not hold it: Pres., in “Pres. Lind”."""
    found = _TITLE.search(article.paragraph(span.paragraph).text, 0, span.start)
    return fold(found[1]).split() if found else []


def _is_pair(word: Word) -> bool:
    """Whether the words stand for two or more named before: the pair, both men, the two leaders."""
    pairs = gender_words("pairs")
    before = {
        word.tree.tokens[c].text.lower() for c in word.tree.children(word.at, "det", "nummod", "predet")
    }
    plural = word.token.tag == "NNS" and word.token.lemma.lower() in humans()
    return word.token.lemma.lower() in pairs or (plural and bool(before & pairs))


def _phrase(role: str) -> list[str]:
    """The words of a role before “of”, “for” and the like, without its noun."""
    words = role.split()
    return words[: words.index(head_of(role))] if head_of(role) in words else []


def _kinds(name: str) -> set[str]:
    """What a body's name says that it is: commission, ministry (of …), company (Ltd)."""
    words = [w.strip(".,") for w in fold(name).split()]
    kinds = {words[-1], words[words.index("of") - 1] if "of" in words[1:] else words[-1]}
    return kinds | ({"company", "firm"} if words[-1] in gender_words("companies") else set())


def _short() -> Mapping[str, list[str]]:
    """Titles cut short, and the nouns that they stand for (sen: senator)."""
    return vocabulary.load("genders")["titles"]  # type: ignore[no-any-return]


def _long(noun: str) -> set[str]:
    return {noun, *_short().get(noun.rstrip("."), ())}


def _wording(word: Word) -> str:
    kept = word.tree.subtree(
        word.at, without=frozenset({"relcl", "appos", "acl", "conj", "cc", "punct", "prep"})
    )
    return " ".join(word.tree.tokens[i].text for i in kept)
