"""Clauses with a date that tell no happening all the same: a scheme, a forecast, what somebody may do, a paper's coming out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.events_tree import Tree
from generator.knowledge import vocabulary

_SCHEMES, _PLANNED = vocabulary.words("events", "schemes"), vocabulary.words("events", "planned")
_OUTCOMES, _PAPERS = vocabulary.words("events", "outcomes"), vocabulary.words("events", "papers")
_CORRECTING, _HOURS = vocabulary.words("events", "correcting"), vocabulary.words("events", "hours")
_REPORTING, _UNITS = vocabulary.words("events", "reporting"), vocabulary.words("events", "units")
_STATES = vocabulary.words("events", "states")
_PRESENT = frozenset({"VBZ", "VBP"})
_WILL = frozenset({"will", "wo", "’ll", "'ll", "shall"})
_DUTIES = frozenset({"have", "need", "ought"})


def tells_no_happening(tree: Tree, inside: Sequence[int], head: int) -> bool:
    """Whether the words of an event only claim, plan or name something."""
    return (
        _is_scheme(tree, head)
        or _is_forecast(tree, head)
        or _is_asked_of(tree, head)
        or _is_compared_with(tree, inside, head)
        or _is_by_itself(tree, head)
        or _is_asking(tree, inside)
        or _is_paper(tree, inside, head)
        or tree.tokens[head].lemma in _CORRECTING
    )


def _chain(tree: Tree, head: int) -> list[int]:
    """A verb and those that govern it up to the one of its clause: “is likely to vote”."""
    found = [head]
    for at in tree.above(head)[1:]:
        if tree.tokens[found[-1]].dep not in ("xcomp", "acomp"):
            break
        found.append(at)
    return found


def _is_scheme(tree: Tree, head: int) -> bool:
    """Whether “is” only tells what a scheme is, or who is able to do something: “the aim is to win in May”, “they can vote”."""
    chain = _chain(tree, head)
    top = tree.tokens[chain[-1]]
    if top.lemma != "be" or top.tag not in _PRESENT:
        return False
    words = [tree.tokens[i] for i in chain] + [
        tree.tokens[c] for c in tree.children(chain[-1]) if tree.tokens[c].dep == "acomp"
    ]
    able = len(chain) > 1 and any(
        t.pos == "ADJ" and t.dep == "acomp" and t.text.lower() not in _PLANNED for t in words
    )
    subject = tree.subject(chain[-1])
    return able or (subject is not None and tree.tokens[subject].lemma in _SCHEMES)


def _is_forecast(tree: Tree, head: int) -> bool:
    """Whether an outcome or a state is only foretold: “X will win in May”; what is sure to be held or built is planned."""
    token = tree.tokens[head]
    helpers = {
        tree.tokens[c].text.lower() for c in tree.children(head) if tree.tokens[c].dep in ("aux", "auxpass")
    }
    passive = any(tree.tokens[c].dep in ("auxpass", "nsubjpass") for c in tree.children(head))
    return token.lemma in _OUTCOMES and not passive and not helpers.isdisjoint(_WILL)


def _is_asked_of(tree: Tree, head: int) -> bool:
    """Whether it is asked of the reader or hearer: “you have to vote on Friday”."""
    return tree.is_verb(head) and any(
        tree.tokens[c].text.lower() == "you" and tree.tokens[c].dep in ("nsubj", "nsubjpass")
        for verb in _chain(tree, head)
        for c in tree.children(verb)
    )


def _is_compared_with(tree: Tree, inside: Sequence[int], head: int) -> bool:
    """Whether a clause only stands behind “than”, as what something is compared with."""
    first = min(inside, default=head)
    return first > 0 and tree.tokens[first - 1].text.lower() == "than"


def _is_by_itself(tree: Tree, head: int) -> bool:
    """Whether it tells of the hour or of a time alone: “as dawn broke on Saturday”."""
    subject = tree.subject(head) if tree.is_verb(head) else None
    return subject is not None and tree.tokens[subject].lemma.lower() in _HOURS


def _is_asking(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether the words ask something, or begin with whatever is left open."""
    first = tree.tokens[min(inside)] if inside else None
    return any(tree.tokens[i].text == "?" for i in inside) or (
        first is not None and first.text.lower() in ("whatever", "whoever", "whichever")
    )


def _is_paper(tree: Tree, inside: Sequence[int], head: int) -> bool:
    """Whether only a paper is named with the day on which it came out, and not what it says."""
    if tree.is_verb(head) and tree.tokens[head].dep not in ("acl", "relcl"):
        return False
    top = next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), head)
    told = any(tree.tokens[i].dep in ("ccomp", "relcl") and i != head for i in tree.subtree(top))
    return tree.tokens[top].lemma.lower() in _PAPERS and not told
