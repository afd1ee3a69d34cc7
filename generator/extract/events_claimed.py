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
_HELD, _FACTS = vocabulary.words("events", "held"), vocabulary.words("events", "facts")
_SUMS = vocabulary.words("events", "sums")
_LINKING = frozenset({"be", "seem", "look", "feel", "sound", "appear"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_OPEN = frozenset({"whatever", "whoever", "whichever", "what", "why", "which", "who", "whose", "whom"})
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
        or _is_held(tree, head)
        or _is_nothing(tree, head)
        or _is_judged(tree, head)
        or _is_not_told(tree, head)
        or _is_in_passing(tree, head)
    )


def _is_held(tree: Tree, head: int) -> bool:
    """Whether somebody only needs, wants or thinks something, is able to do it, or “did” as was told before."""
    token = tree.tokens[head]
    if not tree.is_verb(head):
        return False
    able = any(tree.tokens[c].text.lower() in ("can", "ca") for c in tree.children(head))
    objects = [
        c for c in tree.children(head) if tree.tokens[c].dep in ("dobj", "ccomp", "nsubjpass", "auxpass")
    ]
    same = token.lemma == "do" and not objects
    return able or same or token.lemma in _HELD


def _is_nothing(tree: Tree, head: int) -> bool:
    """Whether it tells what there was not: “there was no word on Friday”."""
    below = tree.children(head)
    no = any(tree.tokens[d].text.lower() == "no" for c in below for d in tree.children(c))
    return no and any(tree.tokens[c].dep == "expl" for c in below)


def _is_judged(tree: Tree, head: int) -> bool:
    """Whether an adjective behind “was” only says how something is thought of: “her year was dismal”."""
    if tree.tokens[head].lemma not in _LINKING or tree.tokens[head].pos not in ("VERB", "AUX"):
        return False
    sums = any(t.text.lower() in _SUMS for t in tree.tokens)
    said = [
        c for c in tree.children(head) if tree.tokens[c].dep == "acomp" and tree.tokens[c].tag in _ADJECTIVES
    ]
    return not sums and any(
        tree.tokens[c].text.lower() not in _FACTS | _PLANNED
        and not tree.tokens[c].text.endswith("ed")
        and not any(tree.tokens[x].dep in ("xcomp", "ccomp") for x in tree.children(c))
        for c in said
    )


def _is_not_told(tree: Tree, head: int) -> bool:
    """Whether it stands in what somebody did not say: “he did not reveal what he would do on Friday”."""
    above = [i for i in tree.above(head)[1:] if tree.tokens[i].lemma in _REPORTING]
    denied = (i for i in above if any(tree.tokens[c].dep == "neg" for c in tree.children(i)))
    return tree.tokens[head].dep in ("ccomp", "xcomp", "pcomp", "advcl") and any(denied)


def _is_in_passing(tree: Tree, head: int) -> bool:
    """Whether a noun's clause tells what is or may be done with it: “a reading that X rejects”, “backers whom X will need”."""
    if tree.tokens[head].dep != "relcl":
        return False
    below = [tree.tokens[c] for c in tree.children(head)]
    present = tree.tokens[head].tag in _PRESENT or any(
        t.tag in ("MD", *_PRESENT) for t in below if t.dep == "aux"
    )
    own = any(t.dep in ("nsubj", "nsubjpass") and t.tag not in ("WP", "WDT") for t in below)
    passive = any(t.dep == "auxpass" for t in below)
    placed = any(t.tag == "WRB" or (t.dep == "prep" and t.text.lower() in ("in", "at")) for t in below)
    return present and own and not passive and not placed


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
    """Whether the words ask something, or begin with whatever is left open or with a “which” that has lost its noun."""
    first = tree.tokens[min(inside)] if inside else None
    return any(tree.tokens[i].text == "?" for i in inside) or (
        first is not None and first.text.lower() in _OPEN
    )


def _is_paper(tree: Tree, inside: Sequence[int], head: int) -> bool:
    """Whether only a paper is named with the day on which it came out, and not what it says."""
    if tree.is_verb(head) and tree.tokens[head].dep not in ("acl", "relcl"):
        return False
    top = next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), head)
    told = any(tree.tokens[i].dep in ("ccomp", "relcl") and i != head for i in tree.subtree(top))
    return tree.tokens[top].lemma.lower() in _PAPERS and not told
