"""Whose claim a clause is: the article's own, or what somebody is said to have said, thought or feared."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.syntax import Tree, is_verb
from generator.knowledge.wordlists import cue_words


def claimants(tree: Tree, at: int) -> Iterator[int | None]:
    """The subjects of the verbs that report the clause of a verb: the nouns, None for one left unsaid.

    “Smith said that X attacked Y”, “X, Smith said, attacked Y”, “according to Smith, X attacked Y”,
    “claims that X attacked Y”. Nothing where the article tells the clause itself.
    """
    below = at
    for verb in (at, *tree.ancestors(at)):
        if verb != below:
            token = tree.tokens[below]
            if token.dep == "ccomp" and reports(tree, verb):
                yield tree.subject(verb)
        if tree.tokens[verb].dep in {"acl", "ROOT"} and _is_that_clause(tree, verb):
            yield None
        yield from _beside(tree, verb)
        below = verb


def reports(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody said, thought or feared."""
    return is_verb(tree.tokens[verb]) and tree.tokens[verb].lemma.lower() in _reporting()


def _reporting() -> frozenset[str]:
    return cue_words("speech", "report", "holding")


def _is_that_clause(tree: Tree, verb: int) -> bool:
    """The clause of “claims that …”, or one that stands alone as “That …”: what is claimed, not what is."""
    return any(tree.tokens[m].text.lower() == "that" for m in tree.children(verb, "mark"))


def _beside(tree: Tree, verb: int) -> Iterator[int | None]:
    """Who is said to say it in passing: “X, Smith said, …”, “according to Smith”."""
    for child in tree.children(verb, "parataxis"):
        if reports(tree, child) and tree.own_subject(child) is not None:
            yield tree.own_subject(child)
    for child in tree.children(verb, "prep", "advcl", "advmod"):
        if tree.tokens[child].lemma.lower() == "accord" or tree.tokens[child].text.lower() == "according":
            named = [n for to in tree.children(child, "prep") for n in tree.children(to, "pobj")]
            yield named[0] if named else None


def is_wish(tree: Tree, at: int) -> bool:
    """Whether a clause only says what should be: “demanded that X accept it”."""
    token = tree.tokens[at]
    bare = token.tag == "VB" and not tree.children(at, "aux")
    return bare and token.dep == "ccomp"
