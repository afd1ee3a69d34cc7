"""Whether a clause asserts something of its subject, or only supposes, wishes, foretells or quotes it."""

from __future__ import annotations

from generator.extract.claims import is_wish, reports
from generator.extract.doubted import is_doubted
from generator.extract.syntax import Tree
from generator.extract.verbs import named_by

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


def asserts(tree: Tree, chain: tuple[int, ...]) -> bool:
    """Whether the verbs of a chain tell what their subject does."""
    at = chain[0]
    unsure = (
        _is_conditional(tree, at)
        or is_wish(tree, at)
        or _is_called_for(tree, at)
        or _is_foretold(tree, at)
        or _may_follow(tree, at)
        or _is_torn(tree, at)
    )
    return not (unsure or is_doubted(tree, chain) or _is_undergone(tree, at) or _is_speech(tree, chain))


def _is_conditional(tree: Tree, at: int) -> bool:
    """Whether the verb stands under “if” or in a wish, or only follows from an “if”."""
    if _follows(tree, at):
        return True
    for verb in (at, *tree.ancestors(at)):
        if any(tree.tokens[m].text.lower() in _CONDITIONS for m in tree.children(verb, "mark")):
            return True
        if tree.tokens[verb].dep not in {"conj", "advcl", "ccomp", "xcomp", "relcl", "acl", "aux"}:
            return False
    return False


def _follows(tree: Tree, at: int) -> bool:
    """Whether what would be done hangs on an “if”, or is asked: “if he goes, she will …”, “how it will …”."""
    if not any(tree.tokens[i].tag == "MD" for i in tree.children(at, "aux")):
        return False
    above = [at, tree.tokens[at].head] if tree.tokens[at].dep == "conj" else [at]
    clauses = [c for verb in above for c in tree.children(verb, "advcl")]
    marks = [tree.tokens[m].text.lower() for c in clauses for m in tree.children(c, "mark")]
    asked = {tree.tokens[i].text.lower() for i in tree.children(at, "advmod") if i < at} & {"how", "why"}
    return bool(asked) or not _CONDITIONS.isdisjoint(marks)


def _may_follow(tree: Tree, at: int) -> bool:
    """Whether it stands in the content of what only may be: “it might mean that X leaves Y”."""
    if tree.tokens[at].dep != "ccomp" or reports(tree, tree.tokens[at].head):
        return False
    helpers = tree.children(tree.tokens[at].head, "aux")
    return any(tree.tokens[i].text.lower() in {"may", "might", "could", "would"} for i in helpers)


def _is_torn(tree: Tree, at: int) -> bool:
    """Whether a verb has two bare objects: a noun read as a verb, as in “The X offer values Y at …”."""
    found = tree.children(at, "dobj")
    return (
        len(found) > 1
        and found[0] == at + 1
        and tree.tokens[at].tag == "VBP"
        and not tree.children(at, "dative")
    )


def _is_called_for(tree: Tree, at: int) -> bool:
    """Whether it only should be done: “X should condemn Y”."""
    return any(tree.tokens[i].text.lower() in {"should", "must", "ought"} for i in tree.children(at, "aux"))


def _is_foretold(tree: Tree, at: int) -> bool:
    """Whether the writer only foretells it within another clause: “it means that X will attack”, “what X would accept”.

    What X says that he will do is his own word, and stays.
    """
    token = tree.tokens[at]
    if not any(tree.tokens[i].text.lower() in _FUTURE for i in tree.children(at, "aux")):
        return False
    led = any(tree.tokens[i].tag in {"WP", "WDT"} for i in tree.children(at, "nsubj"))
    content = token.dep in {"ccomp", "pcomp", "csubj"} and not reports(tree, token.head)
    torn = len(tree.children(at, "nsubj")) > 1  # a relative clause that the parser took for the main one
    return content or torn or (token.dep == "relcl" and not led)


_FUTURE = frozenset({"will", "would", "shall", "’ll", "'ll", "’d", "'d"})


def _is_undergone(tree: Tree, at: int) -> bool:
    """A bare participle with its noun (“to see them punished”): the noun suffers it."""
    token = tree.tokens[at]
    bare = token.tag == "VBN" and not tree.children(at, "aux", "auxpass", "agent", "dobj")
    seen = token.dep == "ccomp" and tree.tokens[token.head].lemma.lower() in _SEEN
    suffers = seen and token.tag == "VBD" and not tree.children(at, "dobj", "aux")
    return (bare and token.dep in {"ccomp", "xcomp", "advcl"}) or suffers or _is_headlined(tree, at)


_SEEN = frozenset({"see", "want", "have", "get", "keep", "find", "hear", "watch", "need", "wish"})


def _is_speech(tree: Tree, chain: tuple[int, ...]) -> bool:
    """Whether “me” or “you” shows that somebody speaks himself, as in a letter that is quoted without marks."""
    return any(
        tree.tokens[o].text in {"me", "us", "you"}
        for at in chain
        for o in tree.children(at, "dobj", "dative")
    )


def _is_headlined(tree: Tree, at: int) -> bool:
    """A headline's passive without “was” (“Minister urged to go”): the subject suffers it."""
    lemma, tag = tree.tokens[at].lemma.lower(), tree.tokens[at].tag
    following = tree.tokens[at + 1].text.lower() if at + 1 < len(tree.tokens) else ""
    wanted = _NEEDS_WHOM.get(lemma) == following and tag in {"VBD", "VBN"}
    return wanted and not tree.children(at, "dobj", "aux", "auxpass", "agent") and named_by(tree, at) is None


#: Verbs that need somebody as their object before these words: without one they are passive.
_NEEDS_WHOM = {"urge": "to", "press": "to", "exhort": "to", "accuse": "of", "charge": "with", "suspect": "of"}
