"""The words of a role's noun: with its modifiers and what it is of, without asides and the names joined to it."""

from __future__ import annotations

from generator.extract.syntax import Tree

_BRANCHES = frozenset({"relcl", "appos", "acl", "advcl", "conj", "cc", "punct", "parataxis"})

ASIDES = frozenset({"relcl", "appos", "acl", "advcl", "parataxis"})

#: Prepositions that begin the time of holding a role, not the role.
_WHEN = frozenset({"by", "until", "till", "after", "before", "amid"})


def phrase(tree: Tree, at: int) -> tuple[int, int]:
    """A noun with its modifiers and prepositional phrases, without relatives, asides and the nouns joined to it."""
    inside = [at]
    for child in tree.children(at):
        if tree.tokens[child].dep not in _BRANCHES:
            inside += tree.subtree(child, without=ASIDES)
    inside = sorted(i for i in inside if not _is_other(tree, i, at))
    when = next((i for i in inside if i > at and tree.tokens[i].text.lower() in _WHEN), None)
    dash = next((i for i in inside if i > at and tree.tokens[i].text in {"--", "—", "–"}), when)
    ends = [i for i in (when, dash) if i is not None]
    inside = [i for i in inside if not ends or i < min(ends)]
    last = at
    for i in inside:
        if i > last and tree.tokens[i].text not in {",", ";"}:
            last = i if all(j in inside or tree.tokens[j].tag == "HYPH" for j in range(last, i + 1)) else last
    first = min(inside)
    return tree.tokens[first].start, tree.tokens[_before_bracket(tree, at, last)].end


def _before_bracket(tree: Tree, at: int, last: int) -> int:
    """Where words end that run into a bracket which they do not close: “head of the Port Council (PC” of “(PC)”."""
    opened = next((i for i in range(at + 1, last + 1) if tree.tokens[i].text == "("), None)
    short = opened is not None and any(t.text == ")" for t in tree.tokens[opened + 2 : opened + 3])
    return opened - 1 if opened is not None and short and last < opened + 2 else last


def _is_other(tree: Tree, at: int, head: int) -> bool:
    """Whether a word belongs to a name joined to the last of a phrase, which may be anybody's: “of X and Y”."""
    path = [at, *(i for i in tree.ancestors(at))]
    inside = path[: path.index(head)] if head in path else []
    return any(
        tree.tokens[i].dep == "conj" and not (_is_part(tree, i) or _is_within_name(tree, i)) for i in inside
    )


def _is_within_name(tree: Tree, joined: int) -> bool:
    """Whether what is joined comes before its noun: “director of the Sun and Moon program”."""
    first = tree.tokens[joined].head
    return tree.tokens[first].dep in {"nmod", "compound", "amod"} and tree.tokens[first].head > joined


def _is_part(tree: Tree, joined: int) -> bool:
    """Whether a joined noun belongs to one thing with the first: “of Health and Human Services”, “of research and sales”."""
    last = max(tree.subtree(joined))
    ends = last + 1 < len(tree.tokens) and tree.tokens[last + 1].text in {",", ".", ";", ")", "—"}
    capital = tree.tokens[joined].pos == "PROPN" and tree.tokens[joined - 1].text != ","
    plain = tree.tokens[joined].pos in {"NOUN", "ADJ", "NUM"} and not tree.children(joined, "det")
    return plain or (capital and ends)
