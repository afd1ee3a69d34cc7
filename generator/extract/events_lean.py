"""Words of an event that lean on the text around it: pronouns, “the company”, “others”, whom nothing in them names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.extract.events_tree import Tree
from generator.knowledge import vocabulary
from generator.knowledge.wordlists import role_words

_WORDS = vocabulary.load("events")
_POINTING = frozenset(_WORDS["pointing"])
_UNITS, _PLAIN = vocabulary.words("events", "units"), vocabulary.words("events", "plain")
_RELATIVE, _NEW = vocabulary.words("events", "relative"), frozenset(_WORDS["new"])
_EPITHETS = vocabulary.words("events", "epithets")
_HERE = frozenset(_WORDS["here"])
_SOMEBODY = role_words("nouns") | _EPITHETS | vocabulary.words("events", "persons")
_PERSONS, _THINGS = frozenset({"he", "she"}), frozenset({"it", "they"})
_OTHERS = frozenset({"him", "her", "it", "them", "his", "its", "their"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TELLING_APART = frozenset({"compound", "nmod", "poss", "prep", "relcl", "acl", "appos", "conj"})


def leans(tree: Tree, inside: Sequence[int], at: int, head: int, is_person: Callable[[int], bool]) -> bool:
    """Whether a word means somebody or something for which the words of the event have nobody and nothing."""
    token, low = tree.tokens[at], tree.tokens[at].text.lower()
    if token.dep == "det" and low in ("that", "those", "these", "this"):
        place = tree.tokens[token.head].lemma.lower() in _HERE
        return not place and not dates(tree, token.head)  # “that plane” is one that was told of before
    if low in _RELATIVE or (low in ("that", "this", "these", "those") and token.dep in ("pobj", "dobj")):
        return _is_relative(tree, inside, at)
    if low not in _OTHERS or token.dep in SUBJECTS:
        return False
    same = _PERSONS if low in ("him", "his", "her") else _THINGS
    if any(tree.tokens[i].text.lower() in same and tree.tokens[i].dep in SUBJECTS for i in inside):
        return False
    others = _candidates(tree, inside, at, head)
    if same is _PERSONS:
        return not any(is_person(i) or _is_somebody(tree, i) for i in others) and not _has_who(
            tree, inside, at
        )
    return not any(_is_something(tree, i, several=low in ("them", "their")) for i in others)


def _has_who(tree: Tree, inside: Sequence[int], at: int) -> bool:
    """Whether a “who” before a pronoun shows that a person is told of."""
    return any(tree.tokens[i].tag == "WP" and i < at for i in inside)


def _candidates(tree: Tree, inside: Sequence[int], at: int, head: int) -> list[int]:
    """The words that may name whom a pronoun means: before it, or after an owner that stands outside the subject."""
    if tree.tokens[at].tag == "PRP$":
        own = tree.tokens[at].head
        return [i for i in inside if i != own and (i < at or not _leads(tree, at, head))]
    doer = next((c for i in tree.above(at) for c in tree.children(i) if tree.tokens[c].dep in SUBJECTS), None)
    return [i for i in inside if i < at and i != doer]


def _leads(tree: Tree, at: int, head: int) -> bool:
    """Whether a word stands in the subject of the clause, or before the noun that is told: nobody is named before it."""
    if not tree.is_verb(head) or tree.tokens[head].dep in ("acl", "relcl"):
        return True
    subjects = (c for v in tree.above(head) for c in tree.children(v) if tree.tokens[c].dep in SUBJECTS)
    return any(at in tree.subtree(s) for s in subjects)


def _is_relative(tree: Tree, inside: Sequence[int], at: int) -> bool:
    """Whether “others”, “both”, “that” stands for what was told before: nothing of its kind stands in the words."""
    token = tree.tokens[at]
    before = token.dep in ("det", "amod", "nummod", "predet", "advmod", "mark", "preconj")
    if before and not _is_pair(tree, at):
        return False
    at = token.head if before else at
    if any(tree.tokens[c].dep in ("prep", "relcl", "acl") for c in tree.children(at)):
        return False
    asked = tree.tokens[at].dep in SUBJECTS or token.text.lower() in ("that", "this", "these", "those")
    above = tree.above(at)
    nouns = (i for i in inside if i < at and i not in above and not dates(tree, i))
    return asked and not any(tree.tokens[i].pos in ("NOUN", "PROPN") for i in nouns)


def _is_pair(tree: Tree, at: int) -> bool:
    """Whether a word before a noun says that it has been told of: other mayors, both mayors, the two mayors."""
    token, beside = tree.tokens[at], [tree.tokens[c] for c in tree.children(tree.tokens[at].head)]
    named = any(t.pos == "PROPN" or t.dep in ("conj", "appos") for t in beside)
    counted = token.dep == "nummod" and any(t.text.lower() == "the" for t in beside)
    return not named and (token.text.lower() in ("other", "both", "another") or counted)


def is_plain(tree: Tree, inside: Sequence[int], at: int, head: int) -> bool:
    """Whether the subject is a noun that says nothing of whom it means: “the company”, “the new plan”."""
    token = tree.tokens[at]
    subject = token.dep in SUBJECTS and token.head in tree.above(head)
    children = [tree.tokens[c] for c in tree.children(at)]
    definite = any(c.text.lower() in ("the", "both") for c in children if c.dep in ("det", "predet"))
    before = (i for i in inside if i < at and tree.tokens[i].head != at)
    named = any(tree.tokens[i].pos == "PROPN" and not dates(tree, i) for i in before)
    again = token.lemma in _EPITHETS and not any(
        c.dep in _TELLING_APART - {"compound", "nmod"} and c.tag != "PRP" for c in children
    )
    plain = token.lemma in _PLAIN and not any(
        c.dep in _TELLING_APART or (c.dep == "amod" and c.text.lower() not in _NEW) for c in children
    )
    return subject and definite and token.text.islower() and not named and (plain or again)


def points(tree: Tree, at: int, head: int) -> bool:
    """Whether a word points back as the subject: “this came after …”."""
    token = tree.tokens[at]
    return (
        token.tag == "DT" and token.dep in SUBJECTS and token.head == head and token.text.lower() in _POINTING
    )


def _is_somebody(tree: Tree, at: int) -> bool:
    """Whether a noun may be a person: a name, or “a man”, “the minister” that does or undergoes something; no “rifle”."""
    token = tree.tokens[at]
    acts = token.tag == "NN" and token.dep in (*SUBJECTS, "appos") and token.lemma.lower() in _SOMEBODY
    return (acts or token.pos == "PROPN") and not dates(tree, at)


def _is_something(tree: Tree, at: int, *, several: bool) -> bool:
    """Whether a noun may be a thing, or with `several` more than one, that a pronoun stands for."""
    token = tree.tokens[at]
    noun = token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod") and not dates(tree, at)
    joined = any(tree.tokens[c].dep == "conj" for c in tree.children(at))
    return noun and (not several or joined or token.tag in ("NNS", "NNPS"))


def dates(tree: Tree, at: int) -> bool:
    """Whether a noun only says when."""
    return tree.tokens[at].dep == "npadvmod" or tree.tokens[at].lemma in _UNITS


def may_be_person(tree: Tree, at: int) -> bool:
    """Whether a subject may be a person: a name, or a noun of persons."""
    token = tree.tokens[at]
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.lemma.lower() in _SOMEBODY)
