"""Pronouns and common nouns as speakers: “he”, “the spokeswoman”, “the committee”.

Each is resolved by a named rule that the reader is told, or not at all: the candidates are kept instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.marks import Quoted
from generator.extract.scene import Gender, Scene
from generator.extract.syntax import Tree
from generator.extract.telling import Item, Word
from generator.extract.turns import Told
from generator.knowledge import vocabulary
from generator.knowledge.names import fold

_GENDER: dict[str, Gender] = {"he": "man", "him": "man", "she": "woman", "her": "woman"}
_LOOK_BACK = 3  # told sentences that are searched for whom a pronoun stands for


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom words stand for, and the rule; no entity but candidates where it stays open."""

    entities: tuple[str, ...]
    rule: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    """A person in a sentence: entity None for one who has no name there that is known."""

    entity: str | None
    subject: bool
    gender: Gender | None = None


class References:
    """Resolves the speakers of one article in order of the text, remembering what pronouns stood for."""

    def __init__(self, scene: Scene, told: list[Told]) -> None:
        self._scene = scene
        self._told = told
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
        here = self._people(self._told[at], before=word.token.start)
        for back, people in enumerate([here, *(self._people(self._told[i]) for i in self._earlier(at))]):
            fitting = _distinct([p for p in people if self._may_be(p, gender)])
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

    def _choose(self, text: str, noun: str, where: str, people: list[_Person]) -> Reference:
        names = tuple(p.entity for p in people if p.entity)
        if len(people) == 1 and people[0].entity:
            return Reference((people[0].entity,), f"“{text}”: the only {noun} named {where}")
        subjects = [p for p in people if p.subject]
        if len(subjects) == 1 and subjects[0].entity and "before" in where:
            return Reference((subjects[0].entity,), f"“{text}”: the subject of the sentence before")
        return Reference((), f"“{text}”: more than one may be meant", names)

    def _earlier(self, at: int) -> range:
        return range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1)

    def _may_be(self, person: _Person, gender: Gender) -> bool:
        if person.entity is None:
            return person.gender in {None, gender}
        return self._scene.genders.get(person.entity, gender) == gender

    def _people(self, told: Told, before: int | None = None) -> list[_Person]:
        """The persons of a told sentence, names and resolved pronouns and people without a name."""
        found = []
        for item in told.items:
            if isinstance(item, Quoted) or (before is not None and item.token.start >= before):
                continue
            person = self._as_person(item)
            if person:
                found.append(person)
        return found

    def _as_person(self, word: Word) -> _Person | None:
        token = word.token
        acting = _acting(word)  # alone or with others: of two who act, neither is the one
        subject = acting and len(word.tree.conjuncts(_first(word))) == 1
        if token.text.lower() in {"he", "she"}:
            known = self.pronoun(word).entities
            return _Person(known[0] if known else None, subject, _GENDER[token.text.lower()])
        resolved = self._scene.of_token(word.tree, word.at)
        if resolved is not None and resolved.mention.span.end == token.end:
            return _Person(resolved.entity, subject) if self._scene.is_person(resolved) else None
        if resolved is None and token.pos == "PROPN" and (acting or token.dep == "poss"):
            return _Person(None, subject)  # a name that was not recognised may be anybody's
        human = token.pos == "NOUN" and token.tag == "NN" and token.lemma.lower() in _humans() and acting
        named = any(word.tree.tokens[c].pos == "PROPN" for c in word.tree.children(word.at, "appos"))
        return _Person(None, subject) if human and not named else None

    def nominal(self, word: Word) -> Reference | None:
        """Whom “the spokeswoman” or “the committee” stands for; None if the words are no such description."""
        tree, token = word.tree, word.token
        if not any(tree.tokens[c].text.lower() in {"the", "this"} for c in tree.children(word.at, "det")):
            return None
        lemma = fold(token.lemma)
        people = tuple(e for e, roles in self._scene.roles.items() if any(lemma in r.split() for r in roles))
        fitting = tuple(e for e in people if self._fits(word, e))
        if len(fitting) == 1 and lemma in _humans() and self._in_focus(word, fitting[0]):
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
        near: list[_Person] = next((zone for zone in zones if zone), [])
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


def _main(word: Word) -> bool:
    """Whether a subject is that of the sentence's main verb, or of the speech verb of a quotation."""
    verb = word.tree.tokens[word.token.head]
    return verb.dep in {"ROOT", "conj", "ccomp"} and word.tree.tokens[verb.head].dep in {"ROOT", "conj"}


def _distinct(people: list[_Person]) -> list[_Person]:
    """Each person once; as a subject if they are one anywhere."""
    found: dict[str | None, _Person] = {}
    for person in people:
        if person.entity not in found or person.subject:
            found[person.entity] = person
    return list(found.values())


def _humans() -> frozenset[str]:
    return frozenset(vocabulary.load("roles")["nouns"]) | {"man", "woman", "boy", "girl", "person"}


def _wording(word: Word) -> str:
    kept = word.tree.subtree(
        word.at, without=frozenset({"relcl", "appos", "acl", "conj", "cc", "punct", "prep"})
    )
    return " ".join(word.tree.tokens[i].text for i in kept)
