"""The clause that a date places.

A date places the clause whose verb governs it; one that only bounds a happening ("since 2018", "by Friday"), with which
something is compared ("than a year earlier") or that belongs to something else in the clause ("the results of Friday's
vote") places none, and one that belongs to a noun ("Friday’s ruling") what the noun names, if that is a happening.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.events_clause import clause, governor
from generator.extract.events_tree import Tree
from generator.knowledge import vocabulary
from generator.model.statement import DateExpression

_WORDS = vocabulary.load("events")
_BOUNDS, _LIMITS = frozenset(_WORDS["bounds"]), frozenset(_WORDS["limits"])
_HAPPENINGS, _SCHEDULING = frozenset(_WORDS["happenings"]), frozenset(_WORDS["scheduling"])
_SUMS, _STATES = frozenset(_WORDS["sums"]), frozenset(_WORDS["states"])
_STRETCHING = frozenset(_WORDS["stretching"])
_ROUGHLY: tuple[str, ...] = tuple(_WORDS["roughly"])
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINEST = ("day", "week", "month", "season", "quarter", "year")
_TELLING_WORDS = 3  # so many words must a noun's phrase have beside its date to tell a happening
_COMPARED = re.compile(r"\byear[- ](?:ago|earlier)\b", re.IGNORECASE)
_STILL = frozenset({"still", "even"})
_HARMS = frozenset(_WORDS["harms"])
#: Times that come again and again, with the present tense.
_EVERY = re.compile(r"the (?:spring|summer|autumn|fall|winter|weekend)", re.IGNORECASE)
#: Times that only the sentence before can tell.
_ON_THAT_DAY = re.compile(
    r"\b(?:that|(?:in|on) the|the (?:next|same|following|previous)) (?:same )?(?:day|morning|afternoon|evening|night|week|month|year)\b",
    re.IGNORECASE,
)
#: Years that say how long, or of which years: “its effects over 2000–2050”.
_SPAN = re.compile(r"\d{4}\s*[-–—]\s*\d{4}")
_NAMED_DAYS = frozenset({"9/11", "sept. 11", "september 11"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A date with the head of the clause that it places, and how far above the date that is."""

    date: DateExpression
    head: int
    distance: int


def exactness(placed: Placed) -> tuple[int, int, int]:
    """Of several dates of one clause the finest places it, then the one nearest its verb."""
    found = placed.date
    return _FINEST.index(found.precision), placed.distance, found.span.start


def place(tree: Tree, found: DateExpression) -> Placed | None:
    """The clause that a date places; None if it bounds a happening, or places nothing that happens."""
    top = tree.top(found.span.start, found.span.end)
    head = governor(tree, top) if top is not None else None
    if top is None or head is None or _is_torn_off(tree, top, found):
        return None
    path = tree.above(top)
    between = path[1 : path.index(head)]
    bare = not tree.is_verb(head) and len(_further(tree, head, found)) < _TELLING_WORDS
    no = (
        _is_bounded(tree, between, head)
        or _is_of_another(tree, (top, *between), head)
        or _is_loose(tree, between, found)
        or _is_aim(tree, between, head, found)
        or _is_compared(tree, (top, *between), head, found)
        or _is_not_so(tree, head)
        or _is_state(tree, (top, *between), head, found)
        or _is_habit(tree, head, found)
        or _is_of_a_name(tree, head, found)
        or _is_passed_by(tree, (top, *between))
        or bool(_SPAN.search(found.text))
        or (tree.is_verb(head) and _is_behind_noun(tree, found))
        or (found.value is None and bool(_ON_THAT_DAY.search(found.text)))
    )
    return None if bare or no else Placed(found, head, len(between))


def _is_habit(tree: Tree, head: int, found: DateExpression) -> bool:
    """Whether it happens so every time: “coatings keep houses cool in the summer”, “rents fall due at the end of the month”."""
    while tree.tokens[head].dep in ("xcomp", "ccomp") and tree.tokens[head].tag == "VB":
        head = tree.tokens[head].head
    helped = any(tree.tokens[c].dep in ("aux", "auxpass") for c in tree.children(head))
    return tree.tokens[head].tag in ("VBZ", "VBP") and not helped and bool(_EVERY.fullmatch(found.text))


def _is_behind_noun(tree: Tree, found: DateExpression) -> bool:
    """Whether it stands right behind a happening that “of” leads to, and dates that: “in light of the arrests last week”."""
    first = next(iter(tree.inside(found.span.start, found.span.end)), 0)
    noun = tree.tokens[first - 1] if first else None
    happening = noun is not None and noun.dep == "pobj" and noun.lemma.lower() in _HAPPENINGS
    return happening and noun is not None and tree.tokens[noun.head].text.lower() == "of"


def _is_of_a_name(tree: Tree, head: int, found: DateExpression) -> bool:
    """Whether a day is the name of what happened on it, and only remembered: “a 9/11 memorial ceremony”."""
    named = found.text.lower() in _NAMED_DAYS
    return named and not tree.is_verb(head) and tree.tokens[head].lemma.lower() not in _HARMS


def _is_passed_by(tree: Tree, path: tuple[int, ...]) -> bool:
    """Whether a “not” before the date's phrase says that it was another time: “it came not during the rally in June”."""
    return any(tree.tokens[i - 1].text.lower() == "not" for i in path if i and tree.tokens[i].pos == "ADP")


def _is_torn_off(tree: Tree, top: int, found: DateExpression) -> bool:
    """Whether a date that names a happening was parsed apart from its noun: “indicted in the October 1998 shooting”."""
    inside = tree.inside(found.span.start, found.span.end)
    before, after = tree.tokens[: inside[0]][-1:], tree.tokens[inside[-1] + 1 :][:1]
    named = any(t.text.lower() == "the" for t in before) and any(t.tag in ("NN", "NNS", "VBG") for t in after)
    return tree.tokens[top].dep == "pobj" and named


def _is_bounded(tree: Tree, between: tuple[int, ...], head: int) -> bool:
    """Whether a date only says since when, until when or as of when, or before what something was said."""
    words = [tree.tokens[i].text.lower() for i in between]
    limited = any(word in (_LIMITS if n > 1 else _BOUNDS) for n, word in enumerate(words))
    stretch = tree.tokens[head].dep != "ROOT" and tree.tokens[head].text.lower() in _STRETCHING
    marks = {tree.tokens[c].text.lower() for c in tree.children(head) if tree.tokens[c].dep == "mark"}
    before = tree.tokens[head].dep == "ccomp" and not marks.isdisjoint(_LIMITS)
    return limited or stretch or before or words[:2] == ["of", "as"] or not _STRETCHING.isdisjoint(words)


def _is_of_another(tree: Tree, path: tuple[int, ...], head: int) -> bool:
    """Whether a date belongs to something that the clause only names: its subject, or what hangs two nouns deep.

    A happening that is the scene of the clause may lie deeper: “at a hearing of the committee on Friday, she said”.
    """
    if not tree.is_verb(head):
        return False
    top, nouns = tree.tokens[path[0]], [i for i in path[1:] if tree.tokens[i].tag in ("NN", "NNS")]
    scene = bool(nouns) and tree.tokens[nouns[-1]].lemma.lower() in _HAPPENINGS
    told_now = tree.tokens[head].tag in ("VBZ", "VBP")  # “the chart shows last year’s figures”
    return (
        top.dep in _SUBJECTS
        or (0 < head - path[0] < 3 and tree.subject(head) is None)  # “Monday marked …”
        or (top.dep == "dobj" and tree.children(path[0]) != ())
        or _is_aside(tree, path[0])
        or _is_aside(tree, head)
        or any(_is_dated_subject(tree, i) or _is_quality(tree, i) for i in path[1:])
        or (len(nouns) > (not told_now) and not scene)
    )


def _is_aside(tree: Tree, at: int) -> bool:
    """Whether a word stands in brackets within the sentence."""
    before = [t.text for t in tree.tokens[:at]]
    return before[:1] != ["("] and before.count("(") > before.count(")")


def _is_quality(tree: Tree, at: int) -> bool:
    """Whether a date belongs to an adjective beside a noun: “a dividend payable Dec. 7”, “a rule, effective Feb. 1”."""
    beside = tree.tokens[at].dep not in ("acomp", "oprd", "ROOT") or tree.tokens[at - 1].text == ","
    return tree.tokens[at].pos == "ADJ" and beside


def _is_dated_subject(tree: Tree, at: int) -> bool:
    """Whether a date within a subject is the subject's own: “the slaughter early on Sunday has …”; names have none."""
    token = tree.tokens[at]
    opens = at == 0 and token.tag == "NNS"  # one noun with a capital is often a name
    return token.dep in _SUBJECTS and token.pos == "NOUN" and (token.text.islower() or opens)


def _is_loose(tree: Tree, between: tuple[int, ...], found: DateExpression) -> bool:
    """Whether a date is a law's or treaty's name ("the Harbour Act of 1993", "the Harbour Bill, 1993"), or only about right."""
    words = [tree.tokens[i] for i in between[:2]]
    named = len(words) == 2 and words[0].text.lower() == "of" and words[1].pos == "PROPN"
    titled = bool(words) and words[0].pos == "PROPN" and found.precision == "year"
    return named or titled or (found.text.endswith(" ago") and found.text.lower().startswith(_ROUGHLY))


def _is_not_so(tree: Tree, verb: int) -> bool:
    """Whether a clause only says what is not the case: “they aren’t waiting for May”; what was not done is told."""
    around = [tree.tokens[c] for c in tree.children(verb)]
    present = any(t.tag in ("VBP", "VBZ") for t in (tree.tokens[verb], *around) if t.dep in ("aux", "ROOT"))
    return present and any(t.dep == "neg" for t in around)


def _is_aim(tree: Tree, between: tuple[int, ...], head: int, found: DateExpression) -> bool:
    """Whether a year or quarter is what something is for: their candidate for 2016, data for 2009; not: set for 2016."""
    aimed = bool(between) and tree.tokens[between[0]].text.lower() == "for"
    long = found.precision in ("year", "quarter", "season")
    return aimed and long and tree.tokens[head].lemma.lower() not in _SCHEDULING


def _is_compared(tree: Tree, path: tuple[int, ...], head: int, found: DateExpression) -> bool:
    """Whether a date is the one that a sum is compared with: “rose from $3 million a year earlier”."""
    words = [tree.tokens[i].text.lower() for i in (*path, head)]
    sums = any(t.text.lower() in _SUMS for t in tree.tokens)
    ago = path[0] > head and bool(_COMPARED.search(found.text))
    return sums and (ago or "compared" in words or "from" in words[1:-1])


def _is_state(tree: Tree, path: tuple[int, ...], head: int, found: DateExpression) -> bool:
    """Whether a clause tells what is, not what happens: “there is one vote this year”, “she was his aide in 2012”."""
    token = tree.tokens[head]
    before = tree.tokens[min(path) - 1].text.lower() if min(path) else ""
    what = [i for i in tree.children(head) if tree.tokens[i].dep == "attr" and tree.tokens[i].pos == "NOUN"]
    own = any(i in path[1:] for i in what)
    long = found.precision == "year" and any(tree.tokens[i].lemma.lower() not in _HAPPENINGS for i in what)
    if (token.lemma == "be" and (own or long)) or before in _STILL:
        return True
    direct = all(tree.tokens[i].pos in ("ADP", "SCONJ") for i in path[1:])
    expletive = any(tree.tokens[c].dep == "expl" for c in tree.children(head))
    return (
        token.tag in ("VBZ", "VBP")
        and token.lemma in _STATES
        and (token.lemma != "be" or expletive or not direct)
    )


def _further(tree: Tree, noun: int, found: DateExpression) -> list[int]:
    """The words that a noun's phrase says beside its date: "the 2016 election" says too little."""
    dated = tree.inside(found.span.start, found.span.end)
    start, end = clause(tree, noun, ())
    return [
        i
        for i in tree.inside(start, end)
        if i not in dated and tree.tokens[i].pos not in ("DET", "PUNCT", "PART", "ADP")
    ]
