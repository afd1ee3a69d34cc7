"""Words of an event that point to what was told before it: “the meeting”, “the 12”, “another bomb”, “net income” of nobody.

A “the” with a bare noun names nothing by itself, unless every reader knows the one that is meant (the economy), or the
words before it in the event name what it can be: “Lima lost the port”, “X named a panel, and the panel met”.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from generator.extract.events_tree import Tree
from generator.knowledge import vocabulary
from generator.knowledge.wordlists import role_words
from generator.model.text import Token

_PLAIN, _CLASSING = vocabulary.words("events", "plain"), vocabulary.words("events", "classing")
_KNOWN, _MEASURES = vocabulary.words("events", "known"), vocabulary.words("events", "measures")
_UNITS, _NEW = vocabulary.words("events", "units"), vocabulary.words("events", "new")
_EPITHETS, _HERE = vocabulary.words("events", "epithets"), vocabulary.words("events", "here")
_PERSON_NOUNS = vocabulary.words("events", "persons")
_HAPPENINGS, _SITES = vocabulary.words("events", "happenings"), vocabulary.words("events", "sites")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TELLING_APART = frozenset({"compound", "nmod", "poss", "prep", "relcl", "acl", "appos", "conj", "nummod"})
#: How a noun hangs on the verb of an event as one of those that it tells of.
_OWN = frozenset(
    {"pobj", "dobj", "dative", "prep", "agent", "xcomp", "ccomp", "oprd", "poss", "attr", *_SUBJECTS}
)

_PERSONS, _PLACES = frozenset({"person"}), frozenset({"place", "government"})
_BODIES = frozenset({"organisation", "group", "government"})
_ANYBODY = _PERSONS | _PLACES | _BODIES

#: Whether the words of an event name somebody of one of some kinds before a token.
Names = Callable[[int, frozenset[str]], bool]


def points_back(tree: Tree, inside: Sequence[int], at: int, head: int, names: Names) -> bool:
    """Whether a word stands for something told of before the event's words, and nothing in them tells what."""
    return (
        _is_another(tree, inside, at)
        or _is_similar(tree, at, head)
        or _is_counted(tree, at, names)
        or _is_there(tree, at, names)
        or _is_unowned(tree, at, head, names)
        or (
            is_definite(tree, at)
            and at != subject_of(tree, head)
            and _is_argument(tree, at, head)
            and not _is_met(tree, inside, at, names)
        )
    )


def is_unknown_subject(tree: Tree, inside: Sequence[int], at: int, head: int, names: Names) -> bool:
    """Whether the subject of an event is “the” with a bare noun that the words before do not tell."""
    return is_definite(tree, at) and at == subject_of(tree, head) and not _is_met(tree, inside, at, names)


def subject_of(tree: Tree, head: int) -> int | None:
    """The subject of the main clause that a head belongs to."""
    verbs = [i for i in tree.above(head) if tree.is_verb(i)]
    return next((s for v in verbs if (s := tree.subject(v)) is not None), None)


def is_definite(tree: Tree, at: int) -> bool:
    """Whether a noun stands with “the” and nothing that tells it apart, and is none that every reader knows."""
    token = tree.tokens[at]
    if (
        token.pos != "NOUN"
        or not (token.text.isalpha() and token.text.islower())
        or token.lemma.lower() in _KNOWN | _UNITS
    ):
        return False
    below = [tree.tokens[c] for c in tree.children(at) if not _is_bare_participle(tree, c)]
    again = token.lemma.lower() in _PLAIN | _EPITHETS
    apart = any(t.dep in _TELLING_APART or (t.dep == "amod" and _tells_apart(t, again=again)) for t in below)
    return not apart and any(t.text.lower() == "the" for t in below)


def _tells_apart(adjective: Token, *, again: bool) -> bool:
    """Whether an adjective says which one is meant; `again`: of a noun by which news calls somebody once more.

    “The ruling party” and “the largest bank” are known by it, “the extremist party” is not.
    """
    low = adjective.text.lower()
    kind = low in _CLASSING or adjective.tag in ("JJS", "RBS") or not adjective.text.islower()
    return low not in _NEW and (kind or not again)


def _is_bare_participle(tree: Tree, at: int) -> bool:
    """Whether a participle alone stands behind its noun, and tells little of it: “the men detained”."""
    return tree.tokens[at].dep == "acl" and tree.tokens[at].tag == "VBN" and not tree.children(at)


def _is_argument(tree: Tree, at: int, head: int) -> bool:
    """Whether a noun is one of those that the event's verb tells of, not of a clause or noun deeper down."""
    for above in tree.above(at):
        if above == head or head in tree.above(above)[1:2]:
            return tree.tokens[above].dep in _OWN or above == head
        if tree.tokens[above].dep not in _OWN:
            return False
    return False


@cache
def _people() -> frozenset[str]:
    return role_words("nouns") | _EPITHETS | _PERSON_NOUNS


def _is_met(tree: Tree, inside: Sequence[int], at: int, names: Names) -> bool:
    """Whether the words before a noun name what it can stand for: the same noun, or somebody of its kind."""
    lemma = tree.tokens[at].lemma.lower()
    if any(i < at and tree.tokens[i].lemma.lower() == lemma for i in inside):
        return True
    if tree.tokens[at].tag == "NNS" and lemma in role_words("bodies"):
        return False  # “the companies” are no one body that is named
    people = _people()
    if lemma in people and (
        names(at, _PERSONS) or any(tree.tokens[i].lemma in people for i in inside if i < at)
    ):
        return True
    if lemma in _HERE or lemma in _SITES:
        return names(at, _PLACES)
    of_place = lemma in role_words("nouns") and names(at, _PLACES | _BODIES)
    return of_place or (lemma in role_words("bodies") and names(at, _BODIES))


def _is_another(tree: Tree, inside: Sequence[int], at: int) -> bool:
    """Whether “another” happening or subject, or “such a” one, has nothing of its kind before it, and nothing that tells it apart."""
    token, noun = tree.tokens[at], tree.tokens[at].head
    low = token.text.lower()
    following = tree.tokens[at + 1].text.lower() if at + 1 < len(tree.tokens) else ""
    if low not in ("another", "such") or (
        low == "such" and (token.dep not in ("predet", "amod") or following == "as")
    ):
        return False
    apart = any(tree.tokens[c].dep in ("appos", "relcl", "acl", "prep") for c in tree.children(noun))
    weighty = (
        low == "such"
        or tree.tokens[noun].dep in (*_SUBJECTS, "dobj")
        or tree.tokens[noun].lemma in _HAPPENINGS
    )
    met = any(i < at and tree.tokens[i].lemma.lower() == tree.tokens[noun].lemma.lower() for i in inside)
    return weighty and not (apart or met)


def _is_similar(tree: Tree, at: int, head: int) -> bool:
    """Whether a noun is only likened to what was told before: “a similar scheme”."""
    token, noun = tree.tokens[at], tree.tokens[at].head
    if token.text.lower() != "similar" or token.dep != "amod":
        return False
    weighty = noun == head or tree.tokens[noun].dep in (*_SUBJECTS, "dobj", "attr")
    if not weighty and tree.tokens[head].head != noun:
        return False
    return not any(tree.tokens[c].text.lower() == "to" for i in (at, noun) for c in tree.children(i))


def _is_counted(tree: Tree, at: int, names: Names) -> bool:
    """Whether a number stands for those told of before: “the 12 were held”, “he added one more”."""
    token = tree.tokens[at]
    year = (len(token.text) > 3 and token.text[:4].isdigit()) or not token.text.isalnum()
    if token.tag != "CD" or year or token.dep not in (*_SUBJECTS, "dobj", "pobj"):
        return False
    below = [tree.tokens[c].text.lower() for c in tree.children(at)]
    those = "the" in below and not names(at, _PERSONS | _BODIES)
    return those or (token.dep in (*_SUBJECTS, "dobj") and "more" in below and "than" not in below)


def _is_there(tree: Tree, at: int, names: Names) -> bool:
    """Whether “here” or “there” is a place that the words do not name."""
    token = tree.tokens[at]
    if token.text not in ("here", "there") or token.dep == "expl":
        return False
    return token.text == "here" or not names(at, _PLACES)


def _is_unowned(tree: Tree, at: int, head: int, names: Names) -> bool:
    """Whether the subject is a sum or measure of nobody: “net income rose”; a market's shares are its own."""
    token = tree.tokens[at]
    if at != subject_of(tree, head) or token.lemma.lower() not in _MEASURES or token.pos != "NOUN":
        return False
    named = names(at, _ANYBODY) or any(_is_name(tree, i) for i in tree.subtree(at))
    told = any(tree.tokens[c].dep in ("prep", "poss", "relcl", "acl") for c in tree.children(at))
    return not (named or told)


def _is_name(tree: Tree, at: int) -> bool:
    """Whether a word within a sentence has a capital, or names somebody by the parser at its beginning."""
    token = tree.tokens[at]
    return token.text[:1].isupper() and (at > 0 or token.pos == "PROPN")
