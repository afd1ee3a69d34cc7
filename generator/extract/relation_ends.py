"""Whom a verb's noun stands for at the other end of a relation, and where it stands for nobody after all."""

from __future__ import annotations

from generator.extract.syntax import Tree
from generator.extract.targets import next_subject

_FINITE = frozenset({"VBD", "VBZ", "MD"})


def ends(tree: Tree, noun: int) -> list[int]:
    """A noun and those joined to it, without the subject of a next clause: “met X, and Y left”."""
    found = tree.conjuncts(noun)
    aside = len(found) == 2 and _behind_comma(tree, found[1])
    return [
        at
        for at in found
        if at == found[0] or not (aside or (tree.tokens[at].pos == "PROPN" and next_subject(tree, at)))
    ]


def _behind_comma(tree: Tree, joined: int) -> bool:
    """Whether a comma stands before the “and” of two: then what is joined belongs to another list or clause."""
    start = min(tree.subtree(joined))
    if tree.children(tree.tokens[joined].head, "appos"):
        return False  # the comma closes an apposition
    return start > 1 and tree.tokens[start - 1].dep == "cc" and tree.tokens[start - 2].text == ","


def is_acted_on(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a noun behind a verb is its object: no model (Boeing 727), no list of a headline, no next clause's subject."""
    after = tree.tokens[noun + 1 : noun + 2]
    model = any(t.text[0].isdigit() and tree.tokens[noun].pos == "PROPN" for t in after)
    listed = any(
        tree.tokens[a].tag in {"NN", "NNS"}
        and not tree.children(a, "det", "poss")
        and any(tree.tokens[c].pos == "PROPN" for c in tree.children(a, "compound"))
        for a in tree.children(noun, "appos")
    )  # “condemns Kenya, Tanzania bombings”
    last = max(tree.subtree(noun, without=frozenset({"conj", "cc", "punct"})))
    behind = tree.tokens[last + 1 : last + 2]
    subject = verb < noun and tree.tokens[verb].dep != "relcl" and any(t.tag in _FINITE for t in behind)
    return not (model or listed or subject)


def is_owned(tree: Tree, noun: int) -> bool:
    """Whether a noun has an owner: “X’s visit to Y” is X's, whoever tells of it, and “its move against Y” may be anybody's."""
    return bool(tree.children(noun, "poss"))


def does(tree: Tree, prep: int, noun: int) -> bool:
    """Whether who stands behind “for” is to do something: “called for X to leave” is no call for X."""
    inside = tree.subtree(noun)
    behind = [t.text.lower() for t in tree.tokens[max(inside) + 1 : max(inside) + 3] if t.text != ","]
    within = any(tree.tokens[i].tag == "TO" and tree.tokens[i].dep == "aux" for i in inside)
    return tree.tokens[prep].text.lower() == "for" and (behind[:1] == ["to"] or within)
