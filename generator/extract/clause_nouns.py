"""The nouns that a clause tells of: which of a list belong to it, which of several are meant, what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.syntax import Tree, is_verb

_BESIDE = frozenset({"acl", "relcl", "appos", "conj", "cc"})


def joined_before(tree: Tree, noun: int, verb: int) -> list[int]:
    """A noun with a clause behind it and those joined to it, without the next of a list: “X, who …, and Y”."""
    return [n for n in tree.conjuncts(noun) if n == noun or n < verb]


def told_of(tree: Tree, first: int, subjects: Sequence[int]) -> list[int]:
    """The noun before a clause, without which its words have no object: “a plan backed by X”."""
    noun = tree.tokens[first].head
    if not _lacks_object(tree, first) or is_verb(tree.tokens[noun]) or noun in subjects:
        return []
    return [i for i in tree.subtree(noun, without=_BESIDE) if i < first]


def _lacks_object(tree: Tree, verb: int) -> bool:
    """Whether the noun before a clause is what is done or said in it, not when or where: “a plan X backed”."""
    if tree.tokens[verb].dep != "relcl":
        return tree.tokens[verb].dep == "acl" and tree.tokens[verb].tag == "VBN"
    led = [i for p in tree.children(verb, "prep") if p < verb for i in tree.children(p, "pobj")]
    objects = tree.children(verb, "dobj")
    elsewhere = [*tree.children(verb, "advmod"), *led]
    return not any(tree.tokens[i].tag in {"WRB", "WDT"} for i in elsewhere) and all(
        tree.tokens[i].tag in {"WDT", "WP"} for i in objects
    )


def is_partial(tree: Tree, at: int) -> bool:
    """Whether only some are meant, or none: “most Britons”, “not all members”, “a Russian”, “one Democrat”."""
    return any(
        tree.tokens[c].text.lower() in _SOME or _counts(tree, c, at)
        for c in tree.children(at, "det", "amod", "nummod", "neg", "predet", "quantmod")
    )


def _counts(tree: Tree, number: int, noun: int) -> bool:
    """Whether a number says how many of them are meant: “two Republicans”, and no part of a name."""
    token = tree.tokens[number]
    return token.dep == "nummod" and token.text.islower() and tree.tokens[noun].tag in {"NNS", "NNPS"}


_SOME = frozenset("a an no not one few some many most every each another certain half any all".split())


def listed(tree: Tree, heads: list[int]) -> list[int]:
    """The first names of “A, B and C” where the parser joined only the last two."""
    if len(heads) < 2:
        return []
    found: list[int] = []
    first = min(*tree.subtree(heads[0]), heads[0])
    while first >= 2 and tree.tokens[first - 1].text == "," and tree.tokens[first - 2].pos == "PROPN":
        found.insert(0, first - 2)
        first = min(i for i in tree.subtree(first - 2) if i <= first - 2)
    return found
