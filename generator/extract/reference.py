"""Pronouns and common nouns as speakers: “he”, “the spokeswoman”, “the committee”.

Each is resolved by a named rule that the reader is told, or not at all: the candidates are kept instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.genders import Gender
from generator.extract.marks import Quoted
from generator.extract.people import Person, beside, humans, is_subject, named_or_noun, same_gender_object
from generator.extract.scene import Scene
from generator.extract.syntax import Tree
from generator.extract.telling import Item, Word
from generator.extract.turns import Told
from generator.knowledge.names import fold

_GENDER: dict[str, Gender] = {"he": "man", "him": "man", "she": "woman", "her": "woman"}
_LOOK_BACK = 3  # told sentences that are searched for whom a pronoun stands for


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom words stand for, and the rule; no entity but candidates where it stays open."""

    entities: tuple[str, ...]
    rule: str
    candidates: tuple[str, ...] = ()


class References:
    """Resolves the speakers of one article in order of the text, remembering what pronouns stood for."""

    def __init__(self, scene: Scene, told: list[Told]) -> None:
        self._scene = scene
        self._told = told
        self._meant: dict[str, Gender] = {}  # what pronouns resolved so far tell of each person
        self._known: dict[tuple[str, int], str] = {}  # pronouns resolved so far, by paragraph and offset
        self._place = {(t.paragraph.id, _start(i)): n for n, t in enumerate(told) for i in t.items}

    def pronoun(self, word: Word) -> Reference:
        """Whom “he”, “she” or “it” stands for."""
        key = (word.tree.sentence.paragraph, word.token.start)
        text = word.token.text.lower()
        at = self._place.get(key)
        if key in self._known:
            return Reference((self._known[key],), f"“{text}”: as in the quotation before")
        if at is None or text not in _GENDER:
            return Reference((), f"“{text}”: the sentence does not say who")
        found = self._person(text, word, at)
        if found.entities:
            self._known[key] = found.entities[0]
            self._meant.setdefault(found.entities[0], _GENDER[text])
        return found

    def subject(self, word: Word) -> Reference | None:
        """Whom a pronoun as the subject of a statement stands for; “it” only by the rule of the same subject."""
        text = word.token.text.lower()
        if text in _GENDER:
            return self.pronoun(word)
        return self._it(word) if text == "it" else None

    def _it(self, word: Word) -> Reference | None:
        """“It”: the body or government that is the subject of the clause around it, or of the sentence before."""
        for above in word.tree.ancestors(word.token.head):
            found = self._body_subject(word.tree, above, word.at)
            if found:
                return Reference((found,), "“it”: the subject of the verb that governs the clause")
        at = self._place.get((word.tree.sentence.paragraph, word.token.start))
        if not at or self._told[at - 1].paragraph.id != self._told[at].paragraph.id:
            return None
        roots = [i for i in self._told[at - 1].items if isinstance(i, Word) and i.token.dep == "ROOT"]
        subjects = [self._body_subject(r.tree, r.at, None) for r in roots]
        if len(subjects) == 1 and subjects[0]:
            return Reference((subjects[0],), "“it”: the subject of the sentence before")
        return None

    def _body_subject(self, tree: Tree, verb: int, other_than: int | None) -> str | None:
        """The government or organisation that is a verb's own and only subject."""
        own = tree.own_subject(verb)
        if own is None or own == other_than or len(tree.conjuncts(own)) > 1:
            return None
        if tree.tokens[own].text.lower() == "it":
            found = self._it(Word(tree, own))
            return found.entities[0] if found else None
        resolved = self._scene.of_token(tree, own)
        if resolved is None or resolved.entity is None or self._scene.is_person(resolved):
            return None
        return resolved.entity if self._scene.can_act(resolved.entity) else None

    def _person(self, text: str, word: Word, at: int) -> Reference:
        gender = _GENDER[text]
        noun = "man" if gender == "man" else "woman"
        if same_gender_object(word.tree, word.at):
            return Reference((), f"“{text}”: more than one may be meant")
        others = self._others(word)
        here = self._people(self._told[at], before=word.token.start)
        for back, people in enumerate([here, *(self._people(self._told[i]) for i in self._earlier(at))]):
            fitting = _distinct([p for p in people if p.entity not in others and self._may_be(p, gender)])
            if not fitting:
                continue
            where = (
                "in the same sentence"
                if back == 0
                else "in the sentence before"
                if back == 1
                else "in the sentences before"
            )
            return self._choose(text, noun, where, fitting)
        return Reference((), f"“{text}”: nobody is named before")

    def _choose(self, text: str, noun: str, where: str, people: list[Person]) -> Reference:
        names = tuple(p.entity for p in people if p.entity)
        if len(people) == 1 and people[0].entity:
            return Reference((people[0].entity,), f"“{text}”: the only {noun} named {where}")
        subjects = [p for p in people if p.subject]
        if len(subjects) == 1 and subjects[0].entity and "before" in where:
            return Reference((subjects[0].entity,), f"“{text}”: the subject of the sentence before")
        return Reference((), f"“{text}”: more than one may be meant", names)

    def _earlier(self, at: int) -> range:
        return range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1)

    def _others(self, word: Word) -> set[str]:
        """The persons named in the pronoun's own clause, whom it therefore does not mean."""
        found = (self._scene.of_token(word.tree, i) for i in beside(word.tree, word.at))
        return {r.entity for r in found if r is not None and r.entity}

    def _may_be(self, person: Person, gender: Gender) -> bool:
        if person.entity is None:
            return person.gender in {None, gender}
        if person.gender not in {None, gender} or self._meant.get(person.entity, gender) != gender:
            return False
        return self._scene.genders.get(person.entity, gender) == gender

    def _people(self, told: Told, before: int | None = None) -> list[Person]:
        """The persons of a told sentence, names and resolved pronouns and people without a name."""
        found = []
        for item in told.items:
            if isinstance(item, Quoted) or (before is not None and item.token.start >= before):
                continue
            person = self._as_person(item)
            if person:
                found.append(person)
        return found

    def _as_person(self, word: Word) -> Person | None:
        text = word.token.text.lower()
        subject = text in {"he", "she"}
        if not subject and not (text in {"him", "her"} and word.token.tag == "PRP"):
            found = named_or_noun(self._scene, word)
            noun = found is not None and found.entity is None and word.token.pos == "NOUN"
            known = self.nominal(word, focus=False) if noun else None
            return Person(known.entities[0], found.subject) if found and known and known.entities else found
        known = self.pronoun(word)
        return Person(
            known.entities[0] if known.entities else None, subject and is_subject(word), _GENDER[text]
        )

    def nominal(self, word: Word, *, focus: bool = True) -> Reference | None:
        """Whom “the spokeswoman” or “the committee” stands for; None if the words are no such description."""
        tree, token = word.tree, word.token
        if not any(tree.tokens[c].text.lower() in {"the", "this"} for c in tree.children(word.at, "det")):
            return None
        lemma = fold(token.lemma)
        people = tuple(e for e, roles in self._scene.roles.items() if any(lemma == _head(r) for r in roles))
        fitting = tuple(e for e in people if self._fits(word, e))
        if len(fitting) == 1 and lemma in humans() and (not focus or self._in_focus(word, fitting[0])):
            return Reference(fitting, f"“{_wording(word)}”: the only one whom the article calls so")
        bodies = self._bodies(word, lemma)
        if len(bodies) == 1:
            return Reference(bodies, f"“{_wording(word)}”: short for the name that ends so")
        return Reference((), f"“{_wording(word)}”: no name is given", fitting or bodies)

    def _in_focus(self, word: Word, entity: str) -> bool:
        """Whether the nearest sentence that names people names this one, and nobody whose role is unknown."""
        at = self._place.get((word.tree.sentence.paragraph, word.token.start))
        if at is None:
            return False
        zones = [
            self._people(self._told[at], before=word.token.start),
            *(self._people(self._told[i]) for i in self._earlier(at)),
        ]
        near: list[Person] = next((zone for zone in zones if zone), [])
        return any(p.entity == entity for p in near) and all(p.entity in self._scene.roles for p in near)

    def _fits(self, word: Word, entity: str) -> bool:
        """Whether the words before the noun agree with one of the entity's roles."""
        modifiers = {
            fold(word.tree.tokens[c].text)
            for c in word.tree.children(word.at, "amod", "compound", "nmod", "poss")
        }
        return any(modifiers <= set(role.replace("'s", "").split()) for role in self._scene.roles[entity])

    def _bodies(self, word: Word, lemma: str) -> tuple[str, ...]:
        """Organisations named before whose name ends in the noun."""
        limit = self._place.get((word.tree.sentence.paragraph, word.token.start))
        if limit is None or word.tree.children(word.at, "amod", "compound", "nmod", "poss"):
            return ()
        earlier = {t.paragraph.id for t in self._told[: limit + 1]}
        found = []
        for entity in self._scene.resolution.entities:
            names = (entity.name, *entity.aliases)
            named = any(fold(n).split()[-1:] == [lemma] for n in names)
            if entity.kind == "organisation" and named and self._seen(entity.id, earlier):
                found.append(entity.id)
        return tuple(found)

    def _seen(self, entity: str, paragraphs: set[str]) -> bool:
        return any(
            r.entity == entity and r.mention.span.paragraph in paragraphs
            for r in self._scene.resolution.mentions
        )


def _start(item: Item) -> int:
    return item.open if isinstance(item, Quoted) else item.token.start


def _first(word: Word) -> int:
    """The first of those joined by “and” to whom a word belongs; the word itself if it stands alone."""
    at = word.at
    while word.tree.tokens[at].dep == "conj":
        at = word.tree.tokens[at].head
    return at


def _acting(word: Word) -> bool:
    """Whether a word is the subject of a main verb, or joined to it."""
    first = Word(word.tree, _first(word))
    return first.token.dep in {"nsubj", "nsubjpass"} and _main(first)


def _distinct(people: list[Person]) -> list[Person]:
    """Each person once; as a subject if they are one anywhere."""
    found: dict[str | None, Person] = {}
    for person in people:
        if person.entity not in found or person.subject:
            found[person.entity] = person
    return list(found.values())


def _head(role: str) -> str:
    """The noun that a role is: “spokesman” of “spokesman for the president”."""
    words = re.split(r" (?:of|for|to|at|in|with|on|and|from|under)\b|,", role)[0].split()
    return words[-1] if words else ""


def _wording(word: Word) -> str:
    kept = word.tree.subtree(
        word.at, without=frozenset({"relcl", "appos", "acl", "conj", "cc", "punct", "prep"})
    )
    return " ".join(word.tree.tokens[i].text for i in kept)
