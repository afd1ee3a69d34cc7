"""A sentence as a tree of words, as events read it: what hangs on what, where clauses begin, whose subject a verb has."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from generator.model.text import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


@dataclass(frozen=True)
class Tree:
    """A sentence as a dependency tree; tokens are known by their index."""

    sentence: Sentence

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @cached_property
    def _below(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                below[token.head].append(index)
        return tuple(tuple(children) for children in below)

    def children(self, index: int) -> tuple[int, ...]:
        """The tokens that hang on one."""
        return self._below[index]

    def above(self, index: int) -> tuple[int, ...]:
        """A token and those above it, up to the root."""
        path = [index]
        while (head := self.tokens[path[-1]].head) not in path:
            path.append(head)
        return tuple(path)

    def subtree(self, index: int, without: AbstractSet[int] = frozenset()) -> frozenset[int]:
        """A token and all below it, without the branches that begin at the given tokens."""
        found, todo = {index}, [index]
        while todo:
            for child in self.children(todo.pop()):
                if child not in without and child not in found:
                    found.add(child)
                    todo.append(child)
        return frozenset(found)

    def is_verb(self, index: int) -> bool:
        """Whether a token heads a clause: a verb, or a copula or helper without one."""
        token = self.tokens[index]
        return token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound")

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, or of the verb it is coordinated with."""
        own = next((c for c in self.children(verb) if self.tokens[c].dep in SUBJECTS), None)
        above = self.tokens[verb].head
        if own is None and self.tokens[verb].dep == "conj" and above != verb and self.is_verb(above):
            return self.subject(above)
        return own

    def inside(self, start: int, end: int) -> tuple[int, ...]:
        """The tokens that a stretch of the text touches."""
        return tuple(i for i, t in enumerate(self.tokens) if t.start < end and start < t.end)

    def top(self, start: int, end: int) -> int | None:
        """The highest token of a stretch of the text."""
        inside = self.inside(start, end)
        return next(
            (i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i), None
        )
