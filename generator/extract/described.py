"""Nouns for one person, and the name that a description of one ends with."""

from __future__ import annotations

from functools import cache

from generator.extract.telling import Word
from generator.knowledge.wordlists import gender_words, role_words


@cache
def humans() -> frozenset[str]:
    """Nouns for one person."""
    return role_words("nouns") | gender_words("people")


def named_last(word: Word) -> int | None:
    """The name between commas that ends a person's description: the head of the city's board, X, said."""
    tree = word.tree
    if word.token.lemma.lower() not in humans():
        return None
    inside = tree.subtree(word.at, without=frozenset({"relcl", "acl", "conj", "advcl"}))
    last = [i for i in inside if tree.tokens[i].dep == "appos" and tree.tokens[i].pos == "PROPN"][-1:]
    closed = last and tree.tokens[last[0] + 1 : last[0] + 2]
    of_another = last and tree.tokens[tree.tokens[last[0]].head].lemma.lower() in humans()
    return last[0] if closed and closed[0].text == "," and not of_another else None
