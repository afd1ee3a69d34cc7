"""Pronouns as speakers and subjects: “he”, “she”, “it”, “they”.

Each is resolved by a named rule that the reader is told, or not at all: the candidates are kept instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.extract.described import humans
from generator.extract.marks import Quoted
from generator.extract.nominals import Nominals
from generator.extract.people import Person, by_noun, named
from generator.extract.scene import Scene
from generator.extract.stage import RIVALS, Appearance, Reference, choose
from generator.extract.standing import (
    beside,
    governs,
    in_relative,
    is_addressed,
    is_leading,
    is_speaking,
    led_in,
    opens,
)
from generator.extract.syntax import Tree
from generator.extract.telling import Item, Word
from generator.extract.turns import Told
from generator.knowledge.genders import PRONOUNS, Gender, of_given
from generator.knowledge.names import fold
from generator.knowledge.wordlists import unsaid_words
from generator.model.text import TELLING

_SUBJECTS = frozenset({"he", "she"})
_OBJECTS = frozenset({"him", "her"})
_GROUPS = frozenset({"they", "both"})


class References:
    """Resolves the pronouns and descriptions of one article in order of the text, remembering what each stood for."""

    def __init__(self, scene: Scene, told: list[Told]) -> None:
        self._scene = scene
        self._told = told
        self._place = {(t.paragraph.id, _start(i)): n for n, t in enumerate(told) for i in t.items}
        self._known: dict[tuple[str, int], Reference] = {}
        self._meant: dict[str, Gender] = {}  # what the pronouns resolved so far tell of each person
        self._people: dict[int, list[tuple[Word, Person]]] = {}
        self._nominals = Nominals(scene, self)
        self._read_all()
        if self._meant.keys() - scene.genders.keys() and not all(r.entities for r in self._known.values()):
            self._read_all()  # what “she” told of somebody further down

    def _read_all(self) -> None:
        for at, sentence in enumerate(self._told):
            self._people[at] = []
            self._read(at, sentence)

    def _read(self, at: int, sentence: Told) -> None:
        """Resolves the pronouns of a sentence and notes its people."""
        for word in sentence.items:
            if isinstance(word, Quoted) or not _may_name(word):
                continue
            person = self._pronoun(word, at) if _is_personal(word) else named(self._scene, word)
            person = person or self._described(word)
            if person:
                leads = person.leads or opens(sentence.items, word)
                said = replace(person, leads=leads, speaks=is_speaking(word), addressed=is_addressed(word))
                self._people[at].append((word, said))

    def _pronoun(self, word: Word, at: int) -> Person:
        text = word.token.text.lower()
        found = self._choose(text, word, at)
        self._known[_key(word)] = found
        gender = PRONOUNS[text]
        if found.entities:
            self._meant.setdefault(found.entities[0], gender)
        entity = found.entities[0] if found.entities else None
        return Person(entity, text in _SUBJECTS and is_leading(word), gender, text)

    def _described(self, word: Word) -> Person | None:
        """Somebody whom a noun stands for, under a name if it is the only one called so."""
        person = by_noun(word)
        known = self._nominals.of(word) if person else None
        return replace(person, entity=known.entities[0]) if person and known and known.entities else person

    def nominal(self, word: Word) -> Reference | None:
        """Whom a description stands for; None if the words are no such description."""
        return self._nominals.of(word)

    def pronoun(self, word: Word) -> Reference:
        """Whom “he”, “she”, “it” or “they” as a speaker stands for."""
        text = word.token.text.lower()
        if _key(word) in self._known:
            return self._known[_key(word)]
        if text in _GROUPS:
            return self.together(word, text)
        return (self._it(word, across=True) if text == "it" else None) or Reference(
            (), f"“{text}”: the sentence does not say who"
        )

    def subject(self, word: Word) -> Reference | None:
        """Whom a pronoun as the subject of a statement stands for; “it” only by the rule of the same subject."""
        text = word.token.text.lower()
        if text in PRONOUNS:
            return self.pronoun(word)
        return self._it(word) if text == "it" else None

    def place(self, word: Word) -> int | None:
        """The number of the told sentence that a word stands in."""
        return self._place.get((word.tree.sentence.paragraph, word.token.start))

    def before(self, word: Word, reach: int) -> Iterator[Appearance]:
        """The people named before a word, in its sentence and some sentences back, nearest sentence first."""
        at = self.place(word)
        if at is None:
            return
        for other, person in self._people[at]:
            if other.token.start < word.token.start:
                yield Appearance(person, 0)
        for back, earlier in enumerate(self._earlier(at, reach), start=1):
            same = self._told[earlier].order == self._told[at].order
            yield from (Appearance(person, back, same) for _, person in self._people[earlier])

    def paragraphs_to(self, word: Word, reach: int) -> frozenset[str]:
        """A word's own paragraph and so many told before it."""
        at = self.place(word)
        told = dict.fromkeys(t.paragraph.id for t in self._told[: at + 1]) if at is not None else {}
        return frozenset([*told][-reach - 1 :])

    def _earlier(self, at: int, reach: int) -> Iterator[int]:
        """Sentences before one, nearest first; not those that are quotations and nothing else, nor captions between."""
        kind = self._told[at].paragraph.kind
        told = (n for n in range(at - 1, -1, -1) if not self._told[n].alone)
        yield from islice((n for n in told if self._told[n].paragraph.kind in {kind, *TELLING}), reach)

    def _choose(self, text: str, word: Word, at: int) -> Reference:
        gender = PRONOUNS[text]
        others = self._others(word, at)
        stage = [
            self._known_gender(a)
            for a in self._stage(word, at)
            if a.person.entity is None or a.person.entity not in others
        ]
        if text in _OBJECTS:
            stage = [a for a in stage if a.person.noun != text or a.person.entity]
        goes_on = is_speaking(word) and self._takes_up(word, at)
        stage = [a for a in stage if not (goes_on and self._is_called_otherwise(a.person, gender))]
        found = choose(gender, stage, goes_on=goes_on)
        first = word.tree.tokens[0].text.lower() in {"born", "raised"}
        if first and len({a.somebody for a in stage if a.person.gender in {gender, None}}) > 1:
            found = Reference(
                (), "a life is told: perhaps of who the article is about", found.entities or found.candidates
            )
        return replace(found, rule=f"“{text}”: {found.rule}")

    def _takes_up(self, word: Word, at: int) -> bool:
        """Whether a sentence begins with a quotation, or with the pronoun before anybody else is named."""
        items = self._told[at].items
        if isinstance(items[0], Quoted):
            return True
        aside = any(
            isinstance(i, Word) and i.token.text == "(" for i in items if _start(i) < word.token.start
        )
        return not self._people[at] and opens(items, word) and not aside

    def _stage(self, word: Word, at: int) -> Iterator[Appearance]:
        gender = PRONOUNS[word.token.text.lower()]
        here = [(o, p) for o, p in self._people[at] if o.token.start < word.token.start]
        here = [(o, p) for o, p in here if p.gender in {gender, None}]
        beside_it = set(beside(word.tree, word.at))
        for other, person in here:
            if other.tree is word.tree and other.at in beside_it:
                continue
            alone = not [o for o, _ in here if o is not other and o.token.dep != "poss"]
            leads = governs(other, word) or (person.leads and alone) or in_relative(word)
            yield Appearance(replace(person, leads=leads), 0)
        yield from (a for a in self.before(word, RIVALS) if a.back)

    def _is_called_otherwise(self, person: Person, gender: Gender) -> bool:
        """Whether somebody bears no name but a given one of the other gender: no proof, but he is not taken for “she”."""
        name = fold(self._scene.entity(person.entity).name) if person.entity and not person.gender else ""
        return of_given(name) not in {gender, None}

    def _known_gender(self, appearance: Appearance) -> Appearance:
        person = appearance.person
        if person.entity is None or person.gender is not None:
            return appearance
        return replace(appearance, person=replace(person, gender=self._meant.get(person.entity)))

    def _others(self, word: Word, at: int) -> set[str]:
        """Whom the pronoun does not mean: those named beside it in its clause, or in the words quoted there."""
        around = [*beside(word.tree, word.at), *led_in(word.tree, word.at)]
        named_here = [self._scene.of_token(word.tree, i) for i in around]
        told = self._told[at]
        accuses = word.tree.tokens[word.token.head].lemma.lower() in unsaid_words("accusing")
        quoted = [i for i in told.items if isinstance(i, Quoted) and not accuses]
        after = [q for q in quoted if q.open > word.token.start]
        for item in (*quoted[: len(quoted) - len(after)], *after[:1]):
            named_here += self._scene.mentions(told.paragraph.id, item.start, item.end)
        return {r.entity for r in named_here if r is not None and r.entity}

    def _it(self, word: Word, *, across: bool = False) -> Reference | None:
        """“It”: the body or government that is the subject of the clause around it, or of the sentence before.

        `across`: also where a paragraph ends between.
        """
        for above in word.tree.ancestors(word.token.head):
            found = self._body_subject(word.tree, above, word.at)
            if found:
                return Reference((found,), "“it”: the subject of the verb that governs the clause")
        at = self.place(word)
        reads = word.tree.tokens[word.token.head].lemma.lower() == "read"  # “it reads”: a letter, a sign
        if not at or reads or self._body_between(word, at):
            return None
        if not across and self._told[at - 1].paragraph.id != self._told[at].paragraph.id:
            return None
        before = next(self._earlier(at, 1), at) if across else at - 1
        roots = [i for i in self._told[before].items if isinstance(i, Word) and i.token.dep == "ROOT"]
        subjects = [self._body_subject(r.tree, r.at, None) for r in roots]
        if len(subjects) == 1 and subjects[0]:
            return Reference((subjects[0],), "“it”: the subject of the sentence before")
        return None

    def _body_between(self, word: Word, at: int) -> bool:
        """Whether a body or a government is named in the sentence before the pronoun: “it” may be that one."""
        start = self._told[at].items[0]
        named_here = self._scene.mentions(self._told[at].paragraph.id, _start(start), word.token.start)
        return any(
            r.entity and not self._scene.is_person(r) and self._scene.can_act(r.entity) for r in named_here
        )

    def _body_subject(self, tree: Tree, verb: int, other_than: int | None) -> str | None:
        """The government or organisation that is a verb's own and only subject."""
        own = tree.own_subject(verb)
        if own is None or own == other_than or len(tree.conjuncts(own)) > 1:
            return None
        if tree.tokens[own].text.lower() == "it":
            found = self._it(Word(tree, own))
            return found.entities[0] if found else None
        resolved = self._scene.of_token(tree, own)
        if resolved is None and tree.tokens[own].pos == "NOUN":
            called = self._nominals.of(Word(tree, own))
            body = called.entities[0] if called and len(called.entities) == 1 else None
            return body if body and self._scene.entity(body).kind == "organisation" else None
        if resolved is None or resolved.entity is None or resolved.sense in {"person", "group"}:
            return None
        return resolved.entity if self._scene.can_act(resolved.entity) else None

    def together(self, word: Word, text: str) -> Reference:
        """“They”, “both men”: those who are together the subject of the sentence before, if it names no others."""
        at = self.place(word)
        before = next(self._earlier(at, 1), None) if at is not None else None
        if before is None:
            return Reference((), f"“{text}”: nobody is named before")
        words = [i for i in self._told[before].items if isinstance(i, Word)]
        groups = [w for w in words if is_leading(w) and len(w.tree.conjuncts(w.at)) > 1]
        first = [[self._scene.of_token(w.tree, i) for i in w.tree.conjuncts(w.at)] for w in groups[:1]]
        entities = tuple(r.entity for group in first for r in group if r is not None and r.entity)
        whole = bool(first) and len(entities) == len(first[0])
        others = any(w.token.tag == "NNS" and w.token.lemma.lower() in humans() for w in words)
        if whole and not others and all(self._scene.can_act(e) for e in entities):
            return Reference(entities, f"“{text}”: together the subject of the sentence before")
        return Reference((), f"“{text}”: the sentence before does not say who", entities)


def _may_name(word: Word) -> bool:
    """Whether a word is a noun, begins with a capital or is a pronoun: nothing else stands for somebody."""
    return word.token.pos in {"NOUN", "PROPN", "PRON"} or word.token.text[:1].isupper()


def _is_personal(word: Word) -> bool:
    text = word.token.text.lower()
    return text in _SUBJECTS or (text in _OBJECTS and word.token.tag == "PRP")


def _key(word: Word) -> tuple[str, int]:
    return word.tree.sentence.paragraph, word.token.start


def _start(item: Item) -> int:
    return item.open if isinstance(item, Quoted) else item.token.start
