"""Clauses that do not assert what their verb says: hedged, called untrue, under a condition, or invented.

“Allegedly bribed”, “it is not true that X attacked Y”, “had X supported Y, …”, “the film shows how X attacked Y”: who
reads verb and actors alone, as a drawing of relations prints them, would take for a deed what the text does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.syntax import Tree, is_verb
from generator.knowledge.wordlists import doubt_words, unsaid_words

_BELOW = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "pcomp", "acl", "relcl"})
_JOINED = frozenset({"conj", "advcl", "dep", "parataxis"})
_INVERTED = frozenset({"had", "were", "should"})
_SUPPOSED = frozenset({"would", "could", "should", "must", "’d", "'d", "will", "shall"})
_HAVE = frozenset({"have", "’ve", "'ve", "of"})
_COMPLETING = frozenset({"of", "for", "with", "by", "as", "over", "to"})
_PRESENT = frozenset({"VBZ", "VBP"})
_FINITE = _PRESENT | {"VBD"}


def is_doubted(tree: Tree, chain: tuple[int, ...]) -> bool:
    """Whether the words around the verbs of a chain leave open, or deny, that anything was done."""
    at = chain[0]
    hedged = any(_is_hedged(tree, verb) for verb in chain) or _shares_hedge(tree, at)
    return hedged or _would_have(tree, at) or _is_label(tree, chain[-1]) or is_framed(tree, at)


def is_framed(tree: Tree, at: int) -> bool:
    """Whether the clause stands in another that takes it back, under a condition, or in something invented."""
    return (
        any(
            _is_unsure(tree, above, below) or _depicts(tree, above, below)
            for below, above in _frames(tree, at)
        )
        or any(_is_condition(tree, verb) or _is_staged(tree, verb) for verb in _governing(tree, at))
        or _is_case(tree, at)
    )


def _hedges() -> frozenset[str]:
    """Adverbs after which a deed is hearsay, an error, or was not quite done."""
    return unsaid_words("hedges", "mistaken", "nearly")


def _text(tree: Tree, at: int) -> str:
    return tree.tokens[at].text.lower()


def _lemma(tree: Tree, at: int) -> str:
    return tree.tokens[at].lemma.lower()


def _is_hedged(tree: Tree, at: int) -> bool:
    """Whether an adverb of hearsay or of error stands with a verb: allegedly, nearly, falsely, hardly."""
    hedges = _hedges() | doubt_words("scarcely")
    beside = any(_text(tree, i) in hedges for i in tree.children(at, "advmod", "neg", "intj"))
    return beside or any(_is_never(tree, prep) for prep in tree.children(at, "prep"))


def _is_never(tree: Tree, prep: int) -> bool:
    """At no time, under no circumstances, by no means."""
    nouns = [n for n in tree.children(prep, "pobj") if _lemma(tree, n) in doubt_words("never_with_no")]
    return any(_text(tree, d) == "no" for n in nouns for d in tree.children(n, "det"))


def _shares_hedge(tree: Tree, at: int) -> bool:
    """Whether the first of joined verbs is hedged for all, or denies the bare verb after “or”."""
    token = tree.tokens[at]
    if token.dep != "conj" or tree.own_subject(at) is not None or not is_verb(tree.tokens[token.head]):
        return False
    bare = token.tag == "VB" and not tree.children(at, "aux")
    denied = bare and (bool(tree.children(token.head, "neg")) or tree.tokens[token.head].tag in _FINITE)
    turned = any(_text(tree, i) == "but" for i in tree.children(token.head, "cc"))
    hedged = any(_text(tree, i) in _hedges() and i < token.head for i in tree.children(token.head, "advmod"))
    return denied or (hedged and not turned)


def _would_have(tree: Tree, at: int) -> bool:
    """Would have supported: what was not, or is yet to be."""
    aux = {_text(tree, i) for i in tree.children(at, "aux")}
    return bool(aux & _SUPPOSED and aux & _HAVE)


def _is_label(tree: Tree, at: int) -> bool:
    """Whether a participle labels a name behind “and”, as in “President N and accused spy M”."""
    token = tree.tokens[at]
    nouns = next((n for n, t in enumerate(tree.tokens[at + 1 :]) if t.tag != "NN"), 0)
    name = tree.tokens[at + 1 + nouns : at + 2 + nouns]
    joins = at > 0 and (_text(tree, at - 1) in {"and", "or", ","} or tree.tokens[at - 1].tag == "DT")
    if token.dep not in {"conj", "appos", "acl"} or token.tag not in {"VBD", "VBN"} or not joins:
        return False
    named = nouns > 0 and any(t.tag == "NNP" for t in name)
    complete = tree.children(at, "agent", "xcomp", "aux", "auxpass") or any(
        tree.tokens[i].dep == "prep" and _text(tree, i) in _COMPLETING for i in tree.subtree(at)
    )
    return named and not complete and _lemma(tree, at) in doubt_words("labels")


def _governing(tree: Tree, at: int) -> Iterator[int]:
    """A verb and those above it, as long as what holds for them holds for it."""
    yield at
    for above in tree.ancestors(at):
        below = tree.tokens[at]
        joined = below.dep == "conj" and tree.own_subject(at) is not None
        aside = below.dep in {"advcl", "dep", "parataxis"} and below.tag != "VBG"
        if joined or aside or below.dep not in _BELOW | _JOINED:
            return
        yield above
        at = above


def _frames(tree: Tree, at: int) -> Iterator[tuple[int, int]]:
    """The clauses in which a clause stands as content, with the word below each: (below, above)."""
    for above in tree.ancestors(at):
        dep = tree.tokens[at].dep
        if dep not in _BELOW | {"prep", "conj"} or (dep == "conj" and tree.own_subject(at) is not None):
            return
        yield at, above
        at = above


def _is_unsure(tree: Tree, above: int, below: int) -> bool:
    """It is not true that, it is unlikely that, doubts that, rumours that, falsely reported that."""
    token = tree.tokens[below]
    if token.dep in {"acl", "relcl"}:
        return _lemma(tree, above) in unsaid_words("hearsay") | doubt_words("untruths") and _has_that(
            tree, below
        )
    if token.dep == "conj" or not _is_content(tree, below):
        return False
    if _lemma(tree, above) in doubt_words("granting") or _is_hedged(tree, above):
        return True
    verb = above if is_verb(tree.tokens[above]) else tree.tokens[above].head
    said = [above, *tree.children(verb, "acomp", "attr", "oprd", "advmod")]
    unsure = any(_text(tree, i) in unsaid_words("doubtful") | doubt_words("untrue", "untruths") for i in said)
    denied = bool(tree.children(verb, "neg")) or any(tree.children(i, "neg") for i in said)
    bare = any(_text(tree, d) == "no" for i in said for d in tree.children(i, "det"))
    return unsure or ((denied or bare) and any(_text(tree, i) in doubt_words("sure") for i in said))


def _is_content(tree: Tree, below: int) -> bool:
    """Whether a clause with a subject of its own is what another says something of."""
    return tree.tokens[below].dep in {"ccomp", "csubj", "csubjpass"}


def _has_that(tree: Tree, at: int) -> bool:
    """Rumours that X attacked Y; not: the rumours that X denied."""
    own = tree.own_subject(at)
    thats = [i for i in tree.children(at) if _text(tree, i) == "that" and i != own]
    others = [i for i in tree.children(at, "dobj", "ccomp", "xcomp") if i not in thats]
    marked = any(tree.tokens[i].dep in {"mark", "advmod"} for i in thats)
    that = marked or bool(thats and others)  # the parser may take “that” for an object too many
    return that and own is not None


def _depicts(tree: Tree, above: int, below: int) -> bool:
    """Whether a work shows what stands below: the film shows how, a novel about how."""
    if _lemma(tree, above) in unsaid_words("fiction"):
        return True
    subject = tree.own_subject(above)
    deals = _lemma(tree, above) in doubt_words("depicting") or _text(tree, below) == "about"
    if subject is None or not deals:
        return False
    return _lemma(tree, subject) in unsaid_words("fiction") | doubt_words("works")


def _is_staged(tree: Tree, verb: int) -> bool:
    """In the novel, X attacks Y; in a video game, X attacks Y."""
    inside = [
        n for p in tree.children(verb, "prep") if _text(tree, p) == "in" for n in tree.children(p, "pobj")
    ]
    return any(_is_invented(tree, n) for n in inside)


def _is_invented(tree: Tree, noun: int) -> bool:
    near = {_text(tree, i) for i in tree.children(noun, "compound", "amod")}
    screened = near & {"video", "computer", "board", "television", "tv", "comic", "fictional"}
    return _lemma(tree, noun) in unsaid_words("fiction") or (
        bool(screened) and _lemma(tree, noun) in doubt_words("works")
    )


def _is_condition(tree: Tree, verb: int) -> bool:
    """Whether a verb stands under “if”, under “until” in the present, or is inverted as in “had X known”."""
    marks = {_text(tree, m) for m in tree.children(verb, "mark", "advmod") if m < verb}
    pending = tree.tokens[verb].tag in _PRESENT and tree.tokens[verb].dep == "advcl"
    return (
        bool(marks & doubt_words("conditions"))
        or (pending and bool(marks & doubt_words("pending")))
        or _is_inverted(tree, verb)
    )


def _is_inverted(tree: Tree, verb: int) -> bool:
    """Had X supported Y; not: never had X supported Y."""
    subject, above = tree.own_subject(verb), tree.tokens[verb].head
    apart = tree.tokens[verb].dep == "ccomp" and _text(tree, above) in _INVERTED
    if apart and subject is not None and above < subject and tree.own_subject(above) is None:
        return True  # the parser took “had” for a verb of its own
    forms = [i for i in tree.children(verb, "aux", "auxpass") if subject is not None and i < subject]
    if not forms or _text(tree, forms[0]) not in _INVERTED:
        return False
    before = {_text(tree, i) for i in range(max(0, forms[0] - 3), forms[0])}
    return not before & doubt_words("fronting")


def _is_case(tree: Tree, at: int) -> bool:
    """In case X supports Y, provided that X supports Y."""
    token = tree.tokens[at]
    above = _lemma(tree, token.head), _text(tree, token.head)
    if any(_text(tree, i) == "in" and _leads_to_case(tree, i) for i in tree.children(at, "prep")):
        return True
    if token.dep in {"relcl", "acl"}:
        return above[0] in doubt_words("cases") and tree.own_subject(at) is not None
    return token.dep in {"pcomp", "ccomp", "advcl"} and above[1] in doubt_words("provisos")


def _leads_to_case(tree: Tree, prep: int) -> bool:
    """Whether “in case” begins a clause; not “in this case”, “in the case of”."""
    return any(_text(tree, n) == "case" and not tree.children(n) for n in tree.children(prep, "pobj"))
