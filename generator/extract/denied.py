"""Denials: sayings that a sentence takes back (“never said”, “refused to call it”, “denied that he was …”)."""

from __future__ import annotations

from generator.extract.marks import Quoted
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word, outermost
from generator.knowledge.wordlists import unsaid_words

_EVEN_SO = frozenset({"only", "just", "merely", "simply", "solely"})
_TURNS = frozenset({"but", "because", "instead", "since"})
_NEAR = 2  # words between a negated verb and the words that it denies
_PLAIN = frozenset({"say", "tell", "write", "state", "claim", "call", "tweet", "post"})


def is_denial(cue: Word) -> bool:
    """Whether a verb denies what it governs."""
    return cue.token.lemma.lower() in unsaid_words("denials")


def denies(items: list[Item], cue: Word, at: int) -> bool:
    """Denied that he was “…”, denied any “…”; not: denied entry to “…”."""
    quoted = items[at]
    if not isinstance(quoted, Quoted) or not is_denial(cue) or _behind_colon(items, at):
        return False
    top = outermost(cue.tree, quoted)
    chain = [] if top is None else [top, *cue.tree.ancestors(top)]
    if cue.at not in chain[1:] or cue.token.start > quoted.start:
        return False
    below = cue.tree.tokens[chain[chain.index(cue.at) - 1]]
    of_words = below.lemma.lower() in unsaid_words("sayings", "hearsay")
    return quoted.start <= below.start < quoted.end or is_verb(below) or of_words


def why_denied(cue: Word, chain: list[int], items: list[Item], quoted: int | None) -> str:
    """What takes back what a cue gives; "" if nothing does.

    `chain`: the cue and the words whose content it is; `quoted`: the index of the quotation among the items.
    """
    tree = cue.tree
    free = quoted is not None and _is_free(items, cue, quoted)
    for at in chain:
        token = tree.tokens[at]
        denied = _is_negated(tree, at)
        if at == cue.at:
            if denied and not free:
                return f"denied: {_with_negation(tree, at)}"
        elif token.lemma.lower() in unsaid_words("held_back") and denied:
            continue
        elif denied or _shuns(tree, at) or _is_no(tree, at):
            return f"denied: {_with_negation(tree, at)} … {cue.token.text}"
    return ""


def _is_free(items: list[Item], cue: Word, quoted: int) -> bool:
    """Whether the quoted words escape a “not” at the cue: He did not budge: “…”; did not say why, but “…”."""
    if _behind_colon(items, quoted):
        return cue.token.lemma.lower() not in _PLAIN
    between = [i.token for i in items[:quoted] if isinstance(i, Word) and i.token.start >= cue.token.end]
    turned = any(t.text.lower() in _TURNS for t in between)
    words = [t for t in between if t.text[0].isalnum()]
    apart = bool(between) and between[-1].text in {",", "-", "--", "—", "–"}
    return turned or (apart and len(words) > _NEAR)


def _behind_colon(items: list[Item], at: int) -> bool:
    before = items[at - 1] if at else None
    return isinstance(before, Word) and before.token.text == ":"


def _is_negated(tree: Tree, at: int) -> bool:
    """Whether a verb has “not”, “never”, or nobody as its subject; “not only” and “not … until” affirm."""
    adverbs = tree.children(at, "neg", "advmod", "cc", "preconj")
    nots = [
        i
        for i in adverbs
        if tree.tokens[i].dep == "neg" or (i < at and tree.tokens[i].text.lower() in _adverbs())
    ]
    until = any(tree.tokens[i].text.lower() == "until" for i in tree.subtree(at) if i > at)
    only = any(tree.tokens[i + 1].text.lower() in _EVEN_SO for i in nots if i + 1 < len(tree.tokens))
    denied = _is_all_but(tree, at) or (bool(nots) and not until and not only) or _is_nobodys(tree, at)
    return denied or (_goes_with_be(tree, at) and _is_negated(tree, tree.tokens[at].head))


def _goes_with_be(tree: Tree, at: int) -> bool:
    """Whether the parser took a form of “be” for the main verb: he wasn’t so much | saying that …."""
    above = tree.tokens[at].head
    between = tree.tokens[above + 1 : at]
    close = above < at and tree.tokens[above].lemma.lower() == "be" and all(t.text != "," for t in between)
    return close and tree.tokens[at].tag == "VBG" and tree.own_subject(at) is None


def _is_all_but(tree: Tree, at: int) -> bool:
    return at > 1 and [t.text.lower() for t in tree.tokens[at - 2 : at]] == ["all", "but"]


def _is_nobodys(tree: Tree, at: int) -> bool:
    """Neither Smith nor Jones, no minister, nobody."""
    subject = tree.own_subject(at)
    if subject is None or not is_verb(tree.tokens[at]):
        return False
    near = {tree.tokens[i].text.lower() for i in tree.children(subject, "det", "preconj", "cc", "neg")}
    return bool(near & {"no", "neither", "not"}) or tree.tokens[subject].text.lower() in {
        "nobody",
        "none",
        "neither",
    }


def _shuns(tree: Tree, at: int) -> bool:
    """Refused to, without, stopped short of, has yet to."""
    token = tree.tokens[at]
    yet = token.lemma.lower() in {"have", "remain", "be"} and any(
        tree.tokens[i].text.lower() == "yet" for i in tree.children(at, "advmod")
    )
    before = tree.tokens[at - 1].text.lower() if at else ""
    if token.text.lower() in {"of", "from", "than"} and before in {"instead", "short", "far", "rather"}:
        return True
    if token.lemma.lower() in unsaid_words("shunning_from"):
        return any(tree.tokens[i].text.lower() == "from" for i in tree.children(at, "prep"))
    shunned = "shunned_after" if token.pos in {"ADP", "SCONJ", "ADV", "ADJ"} else "shunning"
    return yet or token.lemma.lower() in unsaid_words(shunned)


def _is_no(tree: Tree, at: int) -> bool:
    """No evidence that he said."""
    no = any(
        tree.tokens[i].text.lower() in {"no", "little", "scant"} for i in tree.children(at, "det", "amod")
    )
    return no and tree.tokens[at].lemma.lower() in unsaid_words("proof")


def _with_negation(tree: Tree, at: int) -> str:
    """A verb with its auxiliaries and “not”, as the text has them."""
    around = tree.children(at, "aux", "neg", "det", "auxpass")
    around += [
        i for i in tree.children(at, "cc", "advmod") if tree.tokens[i].text.lower() in _adverbs() | {"yet"}
    ]
    subject = tree.own_subject(at)
    nobody = subject is not None and _is_nobodys(tree, at)
    if nobody and subject is not None:
        around += [*tree.children(subject, "det", "preconj", "neg"), subject]
    if at and (_is_all_but(tree, at) or tree.tokens[at].text.lower() in {"of", "from", "than"}):
        around += [at - 1, *([at - 2] if _is_all_but(tree, at) else [])]
    after = tree.children(at, "neg", "acomp") if tree.tokens[at].lemma == "be" else []
    after += [i for i in tree.children(at, "advmod") if tree.tokens[i].text.lower() == "yet"]
    return tree.words(sorted({*(i for i in around if i <= at), at, *after}))


def _adverbs() -> frozenset[str]:
    return unsaid_words("denying_adverbs", "nearly")
