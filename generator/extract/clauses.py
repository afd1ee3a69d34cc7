"""Clauses that assert something of an actor: who, the verb with its negation, and its objects.

What a quotation says, what is asked or wished, and what stands under “if” asserts nothing and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.asserted import asserts
from generator.extract.claims import claimants
from generator.extract.clause_nouns import is_partial, joined_before, listed, told_of
from generator.extract.dateline import after_dateline
from generator.extract.marks import Quoted
from generator.extract.reference import References
from generator.extract.scene import Scene
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Word
from generator.extract.turns import Told
from generator.extract.verbs import (
    antecedent,
    chain_from,
    denied_form,
    is_content,
    is_neither,
    is_passive,
    is_possible,
    is_reported,
    named_by,
    negations_in,
    no_longer,
    nots,
    past,
    shares_with,
    singular,
    spelled_out,
)
from generator.knowledge.wordlists import stance_words
from generator.model.entity import Resolved
from generator.model.text import TELLING, Span

_ACTS = frozenset({"person", "government", "organisation", "group"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A verb that somebody is said to have done: `chain` runs from “refused” to “condemn”.

    `subjects` are the entities that do it, `negations` how often it is denied, `possible` that it only may be.
    """

    tree: Tree
    chain: tuple[int, ...]
    subjects: tuple[str, ...]
    subject_heads: tuple[int, ...]
    negations: int
    possible: bool
    passive: bool

    @property
    def verb(self) -> int:
        """The verb that carries the meaning: the last of the chain."""
        return self.chain[-1]

    @property
    def words(self) -> list[int]:
        """The verb group without adverbs: auxiliaries only where they deny or limit it."""
        kept = list(self.chain)
        for at in self.chain:
            kept += [*nots(self.tree, at), *self.tree.children(at, "prt"), *no_longer(self.tree, at)]
            if (
                self.possible
                or self._denied(at)
                or self._is_stressed(at)
                or (self.tree.tokens[at].tag == "VBG" and not self.passive)
            ):
                kept += self.tree.children(at, "aux", "auxpass")
            kept += [i for i in self.tree.children(at, "aux") if self.tree.tokens[i].tag in {"TO", "MD"}]
        if len(self.chain) > 1:
            kept += [i for i in self.tree.ancestors(self.chain[-1]) if self.chain[0] < i < self.chain[-1]]
        return sorted(set(kept))

    def _denied(self, at: int) -> bool:
        return bool(nots(self.tree, at)) or (at == self.chain[0] and self._neither)

    @property
    def _neither(self) -> bool:
        """Whether only “neither” or “nor” denies it, which stands apart from the verb."""
        first = self.chain[0]
        return is_neither(self.tree, first) and not nots(self.tree, first)

    def _is_stressed(self, at: int) -> bool:
        """Whether “did” stands before it, which alone tells its tense."""
        return any(self.tree.tokens[i].lemma.lower() == "do" for i in self.tree.children(at, "aux"))

    @property
    def wording(self) -> str:
        """The verb as a reader would say it: “does not recognise”, “refused to condemn”."""
        return self.worded(self.words)

    def worded(self, words: list[int]) -> str:
        """Some words of the clause in full, as a reader would say them of each subject alone."""
        verbs = [i for i in words if is_verb(self.tree.tokens[i])]
        said = {i: spelled_out(self.tree.tokens[i].text) for i in words}
        if verbs and not self.passive and self._of_one_each():
            said[verbs[0]] = singular(said[verbs[0]], self.tree.tokens[verbs[0]].tag)
        if verbs and self.chain[0] == verbs[0]:
            said[verbs[0]] = past(said[verbs[0]], self.tree.tokens[verbs[0]].tag)
        if verbs and self._neither:
            said[verbs[0]] = denied_form(self.tree.tokens[verbs[0]], alone=verbs[0] == self.chain[0])
        return re.sub(r"\ba (?=[aeiou])", "an ", " ".join(said[i] for i in words))

    def _of_one_each(self) -> bool:
        """Whether the verb is told of each of several, or of a body that the writer puts in the plural."""
        several = len(self.subjects) > 1 or len(self.subject_heads) > 1
        tags = {self.tree.tokens[h].tag for h in self.subject_heads}
        return several or (bool(tags) and tags <= {"NNP", "NN"})


class Clauses:
    """Finds the asserting clauses of an article's own telling."""

    def __init__(self, scene: Scene, references: References) -> None:
        self._scene = scene
        self._references = references
        self._found: dict[int, tuple[Clause, ...]] = {}

    def of(self, told: Told) -> tuple[Clause, ...]:
        """The clauses of one told sentence whose subjects are known actors; stands and relations both ask for them."""
        if id(told) not in self._found:
            self._found[id(told)] = tuple(self._of(told))
        return self._found[id(told)]

    def _of(self, told: Told) -> Iterator[Clause]:
        if told.paragraph.kind not in TELLING or _asks(told):
            return
        own = {(id(i.tree), i.at) for i in told.items if isinstance(i, Word)}
        for item in told.items:
            if isinstance(item, Quoted) or not is_content(item):
                continue
            clause = self._clause(item, own)
            if clause is not None and clause.subjects:
                yield clause

    def _clause(self, word: Word, own: set[tuple[int, int]]) -> Clause | None:
        tree = word.tree
        chain = chain_from(tree, word.at)
        if chain is None or not asserts(tree, chain) or any((id(tree), at) not in own for at in chain):
            return None
        passive = is_passive(tree, chain[-1])
        heads = self._heads(tree, chain[0], chain[-1], passive=passive)
        heads = [h for h in [*listed(tree, heads), *heads] if (id(tree), h) in own]
        subjects = tuple(dict.fromkeys(e for h in heads for e in self.actors(tree, h)))
        if not self._vouched(tree, word.at, subjects):
            return None
        return Clause(
            tree, chain, subjects, tuple(heads), negations_in(tree, chain), is_possible(tree, chain), passive
        )

    def _vouched(self, tree: Tree, at: int, subjects: tuple[str, ...]) -> bool:
        """Whether the article itself says it, or those of whom it is said say so themselves."""
        said_by = [tree.conjuncts(h) if h is not None else [] for h in claimants(tree, at)]
        return all(set(subjects) <= {e for h in heads for e in self.actors(tree, h)} for heads in said_by)

    def _heads(self, tree: Tree, first: int, last: int, *, passive: bool) -> list[int]:
        """The heads of the nouns that do it."""
        if passive:
            by = named_by(tree, last)
            return tree.conjuncts(by) if by is not None else []
        if tree.tokens[first].dep == "acl" and tree.tokens[first].tag == "VBG":
            return joined_before(tree, tree.tokens[first].head, first)
        verb: int | None = first
        while verb is not None:
            own = tree.own_subject(verb)
            if verb != first and len(tree.children(verb, "nsubj")) > 1:
                return []  # the parser gave one verb two subjects: which one goes on is open
            if own is not None:
                undergone = tree.children(verb, "auxpass") and verb != first
                if undergone and not (tree.tokens[first].tag == "VBD" and tree.children(first, "dobj")):
                    return []  # “was arrested and charged”, but “was accused and denied the charge”
                noun = antecedent(tree, verb, own)
                return tree.conjuncts(noun) if noun == own else joined_before(tree, noun, verb)
            verb = shares_with(tree, verb)
        return []

    def actors(self, tree: Tree, at: int) -> tuple[str, ...]:
        """The actor that a noun or pronoun stands for: one entity, or none."""
        token = tree.tokens[at]
        if token.pos == "PRON":
            found = self._references.subject(Word(tree, at))
            return found.entities if found else ()
        resolved = self._scene.of_token(tree, at)
        if resolved is None and (apposed := self._apposed(tree, at)):
            return apposed
        if is_partial(tree, at):
            return ()
        if resolved is not None:
            return (resolved.entity,) if resolved.entity and self.acts(resolved) else ()
        return self._state(tree, at) or self._including(tree, at)

    def _apposed(self, tree: Tree, at: int) -> tuple[str, ...]:
        """Who “the minister, X,” is: the one whose name stands beside the noun between commas."""
        for name in tree.children(at, "appos") if tree.tokens[at].tag == "NN" else ():
            found = [self._scene.of_token(tree, n) for n in tree.conjuncts(name)]
            known = [r.entity for r in found if r is not None and r.entity and self.acts(r)]
            kinds = {self._scene.entity(e).kind for e in known}
            if len(known) == len(found) and (
                kinds <= {"person"} or (len(known) == 1 and kinds <= {"organisation"})
            ):
                return tuple(known)
        return ()

    def _including(self, tree: Tree, at: int) -> tuple[str, ...]:
        """The members that “several members, including …” names."""
        inside = [i for i in tree.subtree(at) if tree.tokens[i].dep == "prep"]
        named = [
            n for p in inside if tree.tokens[p].lemma.lower() == "include" for n in tree.children(p, "pobj")
        ]
        found = [self._scene.of_token(tree, n) for noun in named for n in tree.conjuncts(noun)]
        return tuple(r.entity for r in found if r is not None and r.entity and self._scene.can_act(r.entity))

    def acts(self, resolved: Resolved) -> bool:
        """Whether a mention is used as one who can act."""
        if resolved.entity is None:
            return False
        able = self._scene.can_act(resolved.entity)
        return not able if resolved.sense == "group" else able or resolved.sense in _ACTS

    def _state(self, tree: Tree, at: int) -> tuple[str, ...]:
        """The country of “the Russian government”."""
        if tree.tokens[at].lemma.lower() not in stance_words("state_bodies"):
            return ()
        for child in tree.children(at, "amod", "poss", "compound", "nmod"):
            resolved = self._scene.of_token(tree, child)
            if (
                resolved is not None
                and resolved.entity
                and self._scene.entity(resolved.entity).kind in {"government", "place"}
            ):
                return (resolved.entity,)
        return ()

    def span(self, told: Told, clause: Clause) -> Span:
        """The clause's words: from its subject to the end of what hangs on its verb; all if it is reported."""
        tree = clause.tree
        if is_reported(tree, clause.chain[0]) or any(True for _ in claimants(tree, clause.chain[0])):
            start, end = tree.sentence.start, tree.sentence.end
        else:
            inside = [
                *clause.subject_heads,
                *clause.words,
                *told_of(tree, clause.chain[0], clause.subject_heads),
            ]
            for child in tree.children(clause.chain[0]):
                if tree.tokens[child].dep not in {"conj", "cc"} and not leads(tree, clause, child):
                    inside += tree.subtree(child)
            for head in clause.subject_heads:
                inside += [i for i in tree.subtree(head, without=frozenset({"relcl"})) if i < clause.chain[0]]
            start, end = tree.extent([i for i in inside if tree.tokens[i].pos != "PUNCT"])
        opening = after_dateline(told.paragraph.text)
        start = opening if start < opening < end else start
        return Span(self._scene.parsed.article.id, told.paragraph.id, start, end)


def _asks(told: Told) -> bool:
    """Whether a sentence is a question of the reporter's own."""
    words = [
        item.token.text for item in told.items if isinstance(item, Word) and item.token.text not in _CLOSING
    ]
    return bool(words) and words[-1] == "?"


_CLOSING = frozenset("’”'\")]")


def leads(tree: Tree, clause: Clause, child: int) -> bool:
    """Whether a clause that hangs on the verb goes before its subject: it is another statement."""
    first = min([*clause.subject_heads, clause.chain[0]])
    return child < first and tree.tokens[child].dep in {"ccomp", "parataxis", "advcl", "dep", "prep"}
