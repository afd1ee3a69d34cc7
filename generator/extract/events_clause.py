"""The clause that a word belongs to, as a stretch of its sentence: the words of one happening.

Clauses are read off the dependency tree: a verb with all that hangs on it, less the clauses beside
it that tell another happening.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from generator.knowledge import vocabulary
from generator.model.text import Sentence, Token

_WORDS = vocabulary.load("events")
_REPORTING = frozenset(_WORDS["reporting"])
_HAPPENINGS = frozenset(_WORDS["happenings"])
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_MARKS = frozenset({"mark", "cc", "punct"})
_OPENING, _CLOSING = "“‘(", "”’)"


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
        own = next((c for c in self.children(verb) if self.tokens[c].dep in _SUBJECTS), None)
        if own is None and self.tokens[verb].dep == "conj" and self.is_verb(self.tokens[verb].head):
            return self.subject(self.tokens[verb].head)
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


def governor(tree: Tree, index: int) -> int | None:
    """The verb of the clause that a token belongs to, or the happening it is an attribute of; None if neither."""
    path = tree.above(index)
    if tree.tokens[index].dep in ("poss", "compound", "nmod", "amod", "nummod"):
        owner = path[1] if len(path) > 1 else index
        return owner if tree.tokens[owner].lemma.lower() in _HAPPENINGS else None
    return next((i for i in path[1:] if tree.is_verb(i)), None)


def clause(tree: Tree, head: int, others: Iterable[int]) -> tuple[int, int]:
    """The stretch of text (start, end) of the clause or noun phrase that a token heads.

    `others` are the heads of other happenings of the sentence, whose clauses are left out where
    they stand at the edge. A participle is told with its noun, what somebody said with the saying,
    a verb without a subject with the one it shares.
    """
    top = _told_with(tree, head, frozenset(others) - {head})
    beside = frozenset(o for o in others if o not in tree.above(head))
    kept = _edge(tree, tree.subtree(top, beside | _later(tree, head)), head)
    return _balanced(tree, *_trimmed(tree, kept))


def _told_with(tree: Tree, head: int, others: frozenset[int]) -> int:
    """The token from whose subtree the happening can be understood."""
    token = tree.tokens[head]
    if token.head == head or not tree.is_verb(head):
        return head
    if token.dep in ("acl", "relcl") and tree.tokens[token.head].pos != "VERB":
        return token.head
    needs_more = token.dep in ("xcomp", "pcomp") or (
        token.dep == "conj" and tree.subject(head) != _own(tree, head)
    )
    speech = token.dep in ("ccomp", "parataxis") and tree.tokens[token.head].lemma in _REPORTING
    if (needs_more or speech) and (token.head not in others or needs_more):
        return _told_with(tree, token.head, others)
    return head


def _own(tree: Tree, verb: int) -> int | None:
    return next((c for c in tree.children(verb) if tree.tokens[c].dep in _SUBJECTS), None)


def _later(tree: Tree, head: int) -> frozenset[int]:
    """Clauses coordinated with the one of a token: further happenings."""
    return frozenset(
        c
        for c in tree.children(head)
        if tree.tokens[c].dep == "conj" and tree.is_verb(c) and tree.is_verb(head)
    )


def _edge(tree: Tree, kept: frozenset[int], head: int) -> frozenset[int]:
    """The unbroken run of kept tokens around the head; punctuation and small words do not break it."""
    start = end = head
    while start > 0 and (start - 1 in kept or tree.tokens[start - 1].dep == "punct"):
        start -= 1
    while end < len(tree.tokens) - 1 and (end + 1 in kept or tree.tokens[end + 1].dep == "punct"):
        end += 1
    return frozenset(range(start, end + 1))


def _trimmed(tree: Tree, kept: frozenset[int]) -> tuple[int, int]:
    """The first and last token that belong to the happening's words."""
    first, last, tokens = min(kept), max(kept), tree.tokens
    while first < last and first > 0 and (tokens[first].dep in _MARKS or tokens[first].text in ",;:—–-"):
        first += 1
    while (
        last > first
        and last < len(tokens) - 1
        and (tokens[last].dep in ("cc", "punct") and tokens[last].text not in _CLOSING)
    ):
        last -= 1
    return first, last


def _balanced(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """The stretch of text; the whole sentence where it would cut a quotation or bracket in two."""
    text = " ".join(t.text for t in tree.tokens[first : last + 1])
    pairs = (
        all(text.count(a) == text.count(b) for a, b in (("“", "”"), ("(", ")"))) and text.count('"') % 2 == 0
    )
    if pairs:
        return tree.tokens[first].start, tree.tokens[last].end
    return tree.tokens[0].start, tree.tokens[-1].end
