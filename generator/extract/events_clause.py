"""The clause that a word belongs to, as a stretch of its sentence: the words of one happening.

Clauses are read off the dependency tree: a verb with all that hangs on it, less the clauses beside
it that tell another happening.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.events_tree import SUBJECTS, Tree
from generator.knowledge import vocabulary
from generator.model.text import Token

_WORDS = vocabulary.load("events")
_REPORTING = frozenset(_WORDS["reporting"])
_HAPPENINGS = frozenset(_WORDS["happenings"])
_SETTINGS, _TIES = frozenset(_WORDS["settings"]), frozenset(_WORDS["ties"])
_NEARING = frozenset(_WORDS["nearing"])
_HARMS, _HARMING = frozenset(_WORDS["harms"]), frozenset(_WORDS["harming"])
_ATTRIBUTE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
#: How a verb without a subject of its own hangs on the one whose subject it shares.
_SHARING = frozenset({"xcomp", "conj", "advcl", "ccomp", "prep", "dep"})
_WH = frozenset({"WP", "WDT", "WRB", "WP$"})
_STOPS = frozenset(",;:—–-")
_AIMS = frozenset({"attempt", "effort", "bid", "order", "hope"})  # “in an attempt to” belongs to a verb
_MARKS = frozenset({"mark", "cc", "punct"})
_OPENING, _CLOSING = '“‘("', '”’)"'


def governor(tree: Tree, index: int) -> int | None:
    """The verb of the clause that a token belongs to, or the happening it is an attribute of; None if neither."""
    path = tree.above(index)[1:]
    attribute = tree.tokens[index].dep in _ATTRIBUTE
    if not path or (attribute and tree.tokens[path[0]].lemma.lower() not in _HAPPENINGS):
        return None
    for step, above in enumerate(path):
        if tree.is_verb(above):
            return above
        happening = tree.tokens[above].lemma.lower() in _HAPPENINGS
        if happening and not _sets(tree, path[step:], attribute=attribute):
            return above
    return None


def _sets(tree: Tree, path: tuple[int, ...], *, attribute: bool) -> bool:
    """Whether a happening, the first of a path, only sets or completes what the verb above it tells.

    An attack is the scene of what it did to people, and only named by what else is told: “charged in the May 3 attack”.
    """
    token = tree.tokens[path[0]]
    if token.dep == "pobj":
        in_it = len(path) > 2 and tree.tokens[path[1]].text.lower() in _SETTINGS and tree.is_verb(path[2])
        harm = attribute and token.lemma.lower() in _HARMS
        return in_it and (not harm or tree.tokens[path[2]].lemma.lower() in _HARMING)
    return token.dep == "dobj" and not attribute


def clause(tree: Tree, head: int, others: Iterable[int]) -> tuple[int, int]:
    """The stretch of text (start, end) of the clause or noun phrase that a token heads.

    `others` are the heads of other happenings of the sentence, whose clauses are left out where
    they stand at the edge. A participle is told with its noun, what somebody said with the saying,
    a verb without a subject with the one it shares.
    """
    other = frozenset(others) - {head}
    top = _told_with(tree, head)
    branches = [b for b in range(len(tree.tokens)) if _stands_beside(tree, b, head, other)]
    kept = _shorn(tree, tree.subtree(top), branches)
    if not tree.is_verb(top):
        kept = _phrase(tree, kept, top) if head == top else _from_noun(tree, kept, top)
    return _balanced(tree, *_trimmed(tree, kept, head))


def _told_with(tree: Tree, head: int) -> int:
    """The token from whose subtree the happening can be understood."""
    token = tree.tokens[head]
    if token.head == head or token.pos in ("NOUN", "PROPN"):
        return head
    if _interposed(tree, head):
        return next((i for i in tree.above(token.head) if tree.is_verb(i)), token.head)
    if token.dep in ("acl", "relcl") and not tree.is_verb(token.head):
        return _named_by(tree, token.head)
    if not tree.is_verb(head) or _shares(tree, head):
        return _told_with(tree, token.head)
    speech = token.dep in ("ccomp", "parataxis") and tree.tokens[token.head].lemma in _REPORTING
    return _told_with(tree, token.head) if speech else head


def _interposed(tree: Tree, verb: int) -> bool:
    """Whether a saying stands between commas in what it reports, also where the parser took it for a relative clause."""
    token, own = tree.tokens[verb], _own(tree, verb)
    if token.lemma not in _REPORTING or own is None or token.dep not in ("relcl", "parataxis"):
        return False
    if token.dep == "parataxis":
        return True
    start = min(tree.subtree(verb))
    linked = tree.tokens[own].tag in _WH or any(tree.tokens[c].tag in _WH for c in tree.children(verb))
    return not linked and start > 0 and tree.tokens[start - 1].text == ","


def _named_by(tree: Tree, noun: int) -> int:
    """Whose apposition a noun is, for that says who it is: “X, a general who resigned on Monday”; else the noun."""
    at = noun
    while tree.tokens[at].dep == "conj" and at != (above := tree.tokens[at].head) and not tree.is_verb(above):
        at = above
    whole = tree.tokens[tree.tokens[noun].head].head
    if tree.tokens[noun].dep == "pobj" and tree.tokens[whole].lemma in ("poll", "survey", "study"):
        return whole  # “a poll of voters conducted in May”
    return tree.tokens[at].head if tree.tokens[at].dep == "appos" else noun


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a verb shares the subject and the time of the one above it; "after leaving" has its own time."""
    marked = any(tree.tokens[c].dep == "mark" for c in tree.children(verb))
    dep = tree.tokens[verb].dep
    return _own(tree, verb) is None and dep in _SHARING and not (dep == "advcl" and marked)


def _own(tree: Tree, verb: int) -> int | None:
    return next((c for c in tree.children(verb) if tree.tokens[c].dep in SUBJECTS), None)


def _stands_beside(tree: Tree, branch: int, head: int, others: frozenset[int]) -> bool:
    """Whether a branch of the sentence tells another happening than the one of the head."""
    token = tree.tokens[branch]
    if not tree.is_verb(branch) or branch in tree.above(head):
        return False
    joined = (
        token.dep == "conj"
        and token.head == head
        and tree.is_verb(head)
        and not _completes(tree, branch)
        and not _is_told_by(tree, branch)
    )
    return joined or (branch in others and token.dep in ("conj", "advcl"))


def _completes(tree: Tree, verb: int) -> bool:
    """Whether a joined verb bears the object of the one before it too: “seized and searched a ship”."""
    at = tree.tokens[verb].head
    between = verb - at == 2 and tree.tokens[verb - 1].dep == "cc"
    bare = not any(
        tree.tokens[c].dep in ("dobj", "prep", "prt", "ccomp", "xcomp") and c > at for c in tree.children(at)
    )
    return between and bare and any(tree.tokens[c].dep == "dobj" for c in tree.children(verb))


def _is_told_by(tree: Tree, verb: int) -> bool:
    """Whether a verb that the parser joined to one of saying is what is said: “X also clarified his daughter, Y, joined”."""
    at, own = tree.tokens[verb].head, _own(tree, verb)
    return own is not None and min(tree.subtree(own)) == at + 1


def _shorn(tree: Tree, kept: frozenset[int], branches: Iterable[int]) -> frozenset[int]:
    """The kept tokens without the branches that can be cut off without leaving a hole."""
    for branch in branches:
        rest = kept - tree.subtree(branch)
        words = [i for i in rest if tree.tokens[i].dep not in _MARKS]
        span = range(min(words), max(words) + 1) if words else range(0)
        if words and all(i in rest or tree.tokens[i].dep in _MARKS for i in span):
            kept = frozenset(span)
    return kept


def _from_noun(tree: Tree, kept: frozenset[int], noun: int) -> frozenset[int]:
    """A noun's words from its own first one: not “most of all in” of “most of all in a county that voted in May”."""
    before = [i for i in kept if i < noun and tree.tokens[i].dep == "prep" and tree.tokens[i].head == noun]
    return frozenset(i for i in kept if not before or i > max(before))


def _phrase(tree: Tree, kept: frozenset[int], head: int) -> frozenset[int]:
    """A noun's phrase up to the first comma or dash on either side, unless a clause that dates it follows."""
    if any(tree.tokens[c].dep in ("relcl", "acl") for c in tree.children(head)):
        return kept
    others = {i for i in kept if i > head and _is_another_happening(tree, i, head)}
    kept = frozenset(i for i in kept if not others or i < min(min(tree.subtree(o)) for o in others))
    start = end = head
    while start - 1 in kept and not _stops(tree, start - 1):
        start -= 1
    while end + 1 in kept and not _stops(tree, end + 1):
        end += 1
    return frozenset(range(start, end + 1))


def _is_another_happening(tree: Tree, at: int, head: int) -> bool:
    """Whether a noun joined within the phrase of a dated happening is one of its own: “a 1997 attack and the May raid”."""
    token = tree.tokens[at]
    listed = token.dep == "conj" and token.lemma.lower() in _HAPPENINGS and bool(tree.children(at))
    return listed and any(tree.tokens[c].dep == "det" for c in tree.children(at)) and head in tree.above(at)


def _stops(tree: Tree, at: int) -> bool:
    """Whether a comma, dash or “in an attempt” parts the words around it; a hyphen within a word does not."""
    token, behind = tree.tokens[at], {t.lemma.lower() for t in tree.tokens[at + 1 : at + 3]}
    if token.text.lower() == "in" and not _AIMS.isdisjoint(behind):
        return True
    if token.dep == "prep" and (token.text.lower() == "as" or _leads_to_deed(tree, at)):
        return True  # “praised Friday’s march for being calm”
    return token.text in _STOPS and not (token.text == "-" and tree.tokens[at - 1].end == token.start)


def _leads_to_deed(tree: Tree, at: int) -> bool:
    """Whether a preposition leads to what somebody does or is, which belongs to the verb before."""
    return tree.tokens[at].text.lower() == "for" and any(
        tree.tokens[c].dep == "pcomp" and tree.tokens[c].tag == "VBG" for c in tree.children(at)
    )


def _trimmed(tree: Tree, kept: frozenset[int], head: int) -> tuple[int, int]:
    """The first and last token that belong to the happening's words."""
    first, last, tokens = _after_colon(tree, min(kept), head), max(kept), tree.tokens
    while first < head and (first > 0 or not _is_mark(tokens[0])) and _opens(tree, first, head):
        first += 1
    while last > head and last < len(tokens) - 1 and (_closes(tokens[last]) or _hangs(tree, last)):
        last -= 1
    return first, last


def _after_colon(tree: Tree, first: int, head: int) -> int:
    """The word after the last colon or semicolon before a clause: what precedes it is another statement."""
    colons = [i for i in range(first, head) if tree.tokens[i].text in (":", ";")]
    return colons[-1] + 1 if colons else first


def _opens(tree: Tree, first: int, head: int) -> bool:
    """Whether a word only ties the clause to what stands before it."""
    token = tree.tokens[first]
    if token.text in _STOPS:
        return True
    own = token.head in tree.above(head)
    if token.dep == "mark" and not own and first < token.head < head:
        return False  # “while X rose, Y fell”: the clause before is told with it
    bound = tree.tokens[head].dep in ("advcl", "ccomp", "pcomp", "relcl")
    marks = token.dep in _MARKS and token.text not in tuple(_OPENING)
    own = own or head in tree.above(first)  # “just” of “just hours after”
    return ((bound and _ties(tree, first)) or marks) and (own or first > 0)


def _ties(tree: Tree, at: int) -> bool:
    """Whether a word ties a clause to another, by itself or before the one that does: “even after”, “hours before”."""
    words = (t.text.lower() for t in tree.tokens[at:])
    return next((word in _TIES for word in words if word not in _NEARING), False)


def _is_mark(token: Token) -> bool:
    """Whether a token is punctuation, which is kept where it opens a sentence."""
    return not token.text[0].isalnum()


def _hangs(tree: Tree, at: int) -> bool:
    """Whether a preposition has lost what it leads to, by a cut behind it."""
    lost = at + 1 < len(tree.tokens) and tree.tokens[at + 1].pos in ("PROPN", "NOUN", "DET", "NUM", "ADJ")
    return tree.tokens[at].dep == "prep" and tree.tokens[at].pos == "ADP" and lost


def _closes(token: Token) -> bool:
    return token.dep in ("cc", "punct") and token.text not in tuple(_CLOSING)


def _balanced(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """The stretch of text; the whole sentence where it would cut a quotation or bracket in two."""
    text = " ".join(t.text for t in tree.tokens[first : last + 1])
    paired = all(text.count(a) == text.count(b) for a, b in (("“", "”"), ("(", ")")))
    if paired and text.count('"') % 2 == 0:
        return tree.tokens[first].start, tree.tokens[last].end
    return tree.tokens[0].start, tree.tokens[-1].end
