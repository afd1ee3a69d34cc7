"""Whether the words of an event tell something that happened: a whole clause, unbroken, and not only supposed."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.events_lean import SUBJECTS
from generator.extract.events_tree import Tree
from generator.extract.marks import Quoted
from generator.knowledge import vocabulary

_WORDS = vocabulary.load("events")
_VAGUE, _POINTING = frozenset(_WORDS["vague"]), frozenset(_WORDS["pointing"])
_SAYING, _DEEDS = frozenset(_WORDS["saying"]), frozenset(_WORDS["deeds"])
_UNITS = vocabulary.words("events", "units")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAIRS = (("“", "”"), ("(", ")"))
_CONTENT = ("ccomp", "xcomp", "advcl", "parataxis")
_ABOUT = frozenset({"about", "of", "against", "to", "with", "for"})
_BELOW = frozenset({"relcl", "acl", "ccomp", "pcomp", "attr", "dobj", "pobj", "prep"})
_CASES = frozenset({"case", "time", "instance", "occasion", "example", "moment"})
_LEADING = frozenset(
    {"in", "of", "at", "on", "by", "from", "into", "over", "under", "against", "toward", "towards"}
)
_CONDITIONS = frozenset({"if", "unless", "should"})
_MODALS = frozenset({"should", "would", "could", "must", "might", "may", "will", "’d", "'d", "’ll", "'ll"})


def is_broken(tree: Tree, every: Sequence[int], head: int, quoted: Sequence[Quoted]) -> bool:
    """Whether words are cut so that they end before a colon, a verb or the other half of their marks."""
    if not every:
        return True
    words = [tree.tokens[i].text for i in every]
    text = " ".join(words)
    halves = (text.count('"'), text.count("''") + text.replace("` `", "``").count("``"))
    torn = any(text.count(a) != text.count(b) for a, b in _PAIRS) or any(n % 2 for n in halves)
    first = tree.tokens[every[0]]
    closing = first.text in ('"', "”", "''") and not any(q.open <= first.start < q.close for q in quoted)
    after = tree.tokens[every[-1] + 1 : every[-1] + 2]
    clause = tree.is_verb(_top(tree, every, head))
    cut = any(t.tag == "VB" or (t.tag in _FINITE and clause) for t in after)
    return words[-1] == ":" or torn or closing or cut or (clause and _is_behind(tree, every[0]))


def _is_behind(tree: Tree, first: int) -> bool:
    """Whether a clause begins right behind a preposition: the parser took what that leads to for its subject."""
    before = tree.tokens[first - 1] if first else None
    return before is not None and before.tag == "IN" and before.text.lower() in _LEADING


def is_supposed(tree: Tree, head: int) -> bool:
    """Whether a clause tells what should have been, what hangs on an “if”, or what “there never has been”."""
    helpers = {tree.tokens[c].text.lower() for c in tree.children(head) if tree.tokens[c].dep == "aux"}
    open_end = tree.tokens[head].tag not in ("VBD", "VBN") or not helpers.isdisjoint(_MODALS)
    marks = {
        tree.tokens[m].text.lower()
        for c in tree.children(head)
        if tree.tokens[c].dep == "advcl"
        for m in tree.children(c)
        if tree.tokens[m].dep == "mark"
    }
    return (
        ("have" in helpers and not helpers.isdisjoint(_MODALS))
        or (open_end and not marks.isdisjoint(_CONDITIONS))
        or any(_is_void(tree, above, head) for above in _around(tree, head))
    )


def _around(tree: Tree, head: int) -> list[int]:
    """The words in whose content or relative clauses a clause stands."""
    path = tree.above(head)
    apart = (
        n
        for n, at in enumerate(path)
        if tree.tokens[at].dep not in _BELOW and (n or tree.tokens[at].dep != "advcl")
    )
    return list(path[1 : next(apart, len(path)) + 1])


def _is_void(tree: Tree, verb: int, head: int) -> bool:
    """Whether a verb says that there is no such thing: “there never has been a case when …”."""
    below = [tree.tokens[c] for c in tree.children(verb)]
    case = any(t.dep == "attr" and t.lemma in _CASES for t in below)
    if tree.tokens[head].dep == "advcl" and not case:
        return False
    none = any(tree.tokens[d].text.lower() == "no" for c in tree.children(verb) for d in tree.children(c))
    return any(t.dep == "expl" for t in below) and (none or any(t.dep == "neg" for t in below))


def is_told(tree: Tree, inside: Sequence[int], head: int) -> bool:
    """Whether the words are a whole clause that the parser did not tear apart, or a noun that says what happened."""
    doing = tree.tokens[head].dep == "acl" and tree.tokens[head].tag == "VBD"
    if doing and any(tree.tokens[c].dep == "dobj" for c in tree.children(head)):
        return False  # a main verb that the parser hung on the noun before it
    whole = _is_clause if tree.is_verb(head) and tree.tokens[head].dep not in ("acl", "relcl") else _is_noun
    return whole(tree, inside, head) and all(_joins(tree, i) for i in tree.above(head) if i in inside)


def _top(tree: Tree, inside: Sequence[int], head: int) -> int:
    return next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), head)


def _is_clause(tree: Tree, inside: Sequence[int], head: int) -> bool:
    """Whether the words are a clause with a finite verb of its own, as in a headline also without."""
    first = tree.tokens[min(inside, default=head)]
    own = any(_is_finite(tree, i) for i in tree.above(head) if i in inside and tree.is_verb(i))
    done = tree.tokens[head].tag == "VBN" and any(tree.tokens[c].dep == "nsubj" for c in tree.children(head))
    return own or done or (first.pos == "PROPN" and _titled(tree))


def _is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb has a tense of its own; a past like the infinitive (“Ana, who …, quit”) is known by its subject."""
    below = [tree.tokens[c] for c in tree.children(verb)]
    helpers = [t for t in below if t.dep in ("aux", "auxpass")]
    plain = tree.tokens[verb].tag == "VB" and tree.tokens[verb].dep == "ROOT"
    bare = plain and not helpers and any(t.dep == "nsubj" for t in below)
    return bare or tree.tokens[verb].tag in _FINITE or any(t.tag in _FINITE for t in helpers)


def _is_noun(tree: Tree, inside: Sequence[int], head: int) -> bool:
    """Whether a noun names what happened: no stretch of time, no “thing”, no deed of nobody."""
    top = _top(tree, inside, head)
    token = tree.tokens[top]
    pointing = any(tree.tokens[c].text.lower() in _POINTING for c in tree.children(top))
    vague = token.pos == "PRON" or token.tag == "DT" or token.lemma.lower() in _VAGUE or token.lemma in _UNITS
    gap = (
        tree.tokens[head].dep == "relcl" and tree.tokens[head].lemma in _SAYING
    )  # “the range that she said a month ago …”
    meant_to = (
        tree.tokens[head].dep == "acl" and tree.tokens[head].tag == "VB"
    )  # “the first to join on Friday”
    return not (pointing or vague or gap or meant_to) and (
        token.lemma.lower() not in _DEEDS or _has_doer(tree, top)
    )


def _has_doer(tree: Tree, noun: int) -> bool:
    """Whether a deed's noun has somebody who did it or whom it befell: “her victory over X”, not “a wide victory in Ohio”."""
    below = [tree.tokens[c] for c in tree.children(noun)]
    led = any(
        t.dep in ("prep", "agent") and t.text.lower() in ("of", "by", "for", "over", "against", "with", "to")
        for t in below
    )
    return led or any(
        t.dep in ("poss", "relcl")
        or (t.dep == "acl" and t.tag != "VB")
        or (t.dep == "compound" and t.pos == "PROPN")
        for t in below
    )


def _joins(tree: Tree, head: int) -> bool:
    """Whether a joined verb with its own subject is joined by a word or comma; else the parser tore the clause apart."""
    token = tree.tokens[head]
    own = next((c for c in tree.children(head) if tree.tokens[c].dep in SUBJECTS), None)
    if token.dep != "conj" or own is None or token.head > head:
        return True
    between = [tree.tokens[i] for i in range(token.head, head)]
    return any(t.dep in ("cc", "punct") and t.head in (token.head, head) for t in between)


def says_nothing(tree: Tree, inside: Sequence[int], head: int) -> bool:
    """Whether somebody only is told to have said something, and not what: “as she said last week in Lima”."""
    verb = tree.tokens[head]
    content = [c for c in tree.children(head) if c in inside and _is_said(tree, c, verb.lemma)]
    passive = any(tree.tokens[c].dep in ("nsubjpass", "auxpass") for c in tree.children(head))
    above = verb.head in inside and verb.head != head
    torn = (
        verb.dep == "acl" and verb.tag == "VBD"
    )  # the parser took the main verb behind a quotation for a participle
    return verb.lemma in _SAYING and not content and not passive and (torn or not above)


def _is_said(tree: Tree, at: int, verb: str) -> bool:
    """Whether a word below a verb of saying begins what is said, or names what it is about: warned of, wrote about."""
    token = tree.tokens[at]
    about = token.dep == "prep" and token.text.lower() in _ABOUT
    return token.dep in _CONTENT or about or (token.dep == "dobj" and verb not in ("tell", "ask"))


def _titled(tree: Tree) -> bool:
    """Whether a sentence has no finite verb at all, as headlines do: “Lima to host talks in May”."""
    return not any(token.tag in _FINITE for token in tree.tokens)
