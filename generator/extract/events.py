"""What happened when: the article's dated events in its own words, and its undated acts.

A date places the clause whose verb governs it; a date that only bounds a happening ("since 2018",
"by Friday") places none, and one that belongs to a noun ("Friday’s ruling") places what the noun
names, if that is a happening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract import syntax
from generator.extract.dateline import after_dateline
from generator.extract.doubted import is_framed
from generator.extract.events_alone import Alone
from generator.extract.events_clause import Tree, clause, governor
from generator.extract.marks import Quoted, find_quoted
from generator.knowledge import vocabulary
from generator.model.entity import ACTING, Resolution
from generator.model.statement import DateExpression, Event, Meant
from generator.model.text import TELLING, Paragraph, Parsed, Span, grouped

_WORDS = vocabulary.load("events")
_BOUNDS, _ACTS = frozenset(_WORDS["bounds"]), frozenset(_WORDS["acts"])
_LIMITS, _ASKING = frozenset(_WORDS["limits"]), frozenset(_WORDS["asking"])
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINEST = ("day", "week", "month", "season", "quarter", "year")
_ROUGHLY: tuple[str, ...] = tuple(_WORDS["roughly"])
_SCHEDULING = frozenset(_WORDS["scheduling"])
_ACTS_WITH: dict[str, list[str]] = _WORDS["acts_with"]
_TELLING_WORDS = 3  # so many words must a noun's phrase have beside its date to tell a happening
_LONGEST = 300  # characters beyond which a clause without a date is no single act
#: What may stand before the date in the dateline that opens a report: a place, mostly in capitals.
_BEFORE_DATELINE = re.compile(r"[A-Z][\w.’' /-]*(?:,\s*[A-Z][\w.’' -]*)?,?\s*[(–—-]?\s*")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)]{1,40}\)|[-–—_])")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A date with the head of the clause that it places, and how far above the date that is."""

    date: DateExpression
    head: int
    distance: int


def find_events(parsed: Parsed, resolution: Resolution, dates: Sequence[DateExpression]) -> tuple[Event, ...]:
    """The happenings that headline, dek and body tell, in order of the text.

    Each has the words of its clause and its date; an act in the past tense of somebody known has
    date None if the text gives none. Captions and related coverage are not the article's telling.
    """
    events: list[Event] = []
    quoted, alone = _quotations(parsed), Alone(parsed, resolution)
    dated = grouped(dates, lambda date: date.span.paragraph)
    for paragraph in parsed.article.paragraphs:
        if paragraph.kind in TELLING:
            own = [d for d in dated.get(paragraph.id, ()) if not _in_dateline(d, paragraph)]
            for sentence in parsed.sentences_of(paragraph.id):
                inside = [d for d in own if sentence.start <= d.span.start < sentence.end]
                tree, marks = Tree(sentence), quoted[paragraph.id]
                found = _of_sentence(tree, inside, paragraph, parsed.article.id, resolution)
                told = syntax.Tree(sentence)
                for event, head in found:
                    if is_framed(told, head) or _is_others(tree, event, head, marks):
                        continue  # the event's own words would not show that it is denied, supposed, invented or said
                    meant = None if _quoted(event.span, marks) else alone.meant(tree, event.span, head, marks)
                    if meant is not None:
                        events.append(_meaning(event, meant))
    return tuple(sorted(events, key=lambda e: _order(parsed, e)))


def _order(parsed: Parsed, event: Event) -> tuple[int, int, int]:
    return parsed.article.numbers[event.span.paragraph], event.span.start, event.span.end


def _in_dateline(found: DateExpression, paragraph: Paragraph) -> bool:
    """Whether a date stands in the dateline of a report ("PARIS, May 3 (Agency) —")."""
    before, after = paragraph.text[: found.span.start], paragraph.text[found.span.end :]
    return bool(_BEFORE_DATELINE.fullmatch(before) and _AFTER_DATELINE.match(after))


def _of_sentence(
    tree: Tree, dates: list[DateExpression], paragraph: Paragraph, article: str, resolution: Resolution
) -> Iterator[tuple[Event, int]]:
    """The events of a sentence, each with the head of its clause."""
    if tree.tokens and (tree.tokens[-1].text == "?" or tree.tokens[0].text.lower() in _ASKING):
        return  # a question tells nothing that happened
    placed = [p for d in dates if (p := _place(tree, d))]
    heads = {p.head for p in placed}
    taken: dict[tuple[int, int], _Placed] = {}  # the same words are told once
    for one in sorted(placed, key=_exactness):
        start, end = clause(tree, one.head, heads)
        span = one.date.span  # a date's own comma may have cut it off
        taken.setdefault((min(start, span.start), max(end, span.end)), one)
    if not dates:
        yield from _undated(tree, paragraph, article, resolution)
    for (start, end), one in taken.items():
        yield _event(Span(article, paragraph.id, start, end), paragraph, one.date, resolution), one.head


def _exactness(placed: _Placed) -> tuple[int, int, int]:
    """Of several dates of one clause the finest places it, then the one nearest its verb."""
    found = placed.date
    return _FINEST.index(found.precision), placed.distance, found.span.start


def _place(tree: Tree, found: DateExpression) -> _Placed | None:
    """The clause that a date places; None if it bounds a happening, or places nothing that happens."""
    top = tree.top(found.span.start, found.span.end)
    head = governor(tree, top) if top is not None else None
    if top is None or head is None:
        return None
    path = tree.above(top)
    between = path[1 : path.index(head)]
    bounded = any(
        tree.tokens[i].text.lower() in (_LIMITS if n > 1 else _BOUNDS) for n, i in enumerate(between)
    )
    of_subject = tree.is_verb(head) and any(_is_dated_subject(tree, i) for i in between)
    bare = not tree.is_verb(head) and len(_further(tree, head, found)) < _TELLING_WORDS
    return (
        None
        if bounded
        or of_subject
        or bare
        or _is_loose(tree, between, found)
        or _is_aim(tree, between, head, found)
        or _is_not_so(tree, head)
        else _Placed(found, head, len(between))
    )


def _is_loose(tree: Tree, between: tuple[int, ...], found: DateExpression) -> bool:
    """Whether a date is a law's or treaty's name ("the Harbour Act of 1993"), or only about right ("over 20 years ago")."""
    words = [tree.tokens[i] for i in between[:2]]
    named = len(words) == 2 and words[0].text.lower() == "of" and words[1].pos == "PROPN"
    return named or (found.text.endswith(" ago") and found.text.lower().startswith(_ROUGHLY))


def _is_not_so(tree: Tree, verb: int) -> bool:
    """Whether a clause only says what is not the case: “they aren’t waiting for May”; what was not done is told."""
    around = [tree.tokens[c] for c in tree.children(verb)]
    present = any(t.tag in ("VBP", "VBZ") for t in (tree.tokens[verb], *around) if t.dep in ("aux", "ROOT"))
    return present and any(t.dep == "neg" for t in around)


def _is_dated_subject(tree: Tree, at: int) -> bool:
    """Whether a date within a subject is the subject's own: “the slaughter early on Sunday has …”; names have none."""
    return (
        tree.tokens[at].dep in _SUBJECTS and tree.tokens[at].pos == "NOUN" and tree.tokens[at].text.islower()
    )


def _is_aim(tree: Tree, between: tuple[int, ...], head: int, found: DateExpression) -> bool:
    """Whether a year or quarter is what something is for: their candidate for 2016, data for 2009; not: set for 2016."""
    aimed = bool(between) and tree.tokens[between[0]].text.lower() == "for"
    long = found.precision in ("year", "quarter", "season")
    return aimed and long and tree.tokens[head].lemma.lower() not in _SCHEDULING


def _further(tree: Tree, noun: int, found: DateExpression) -> list[int]:
    """The words that a noun's phrase says beside its date: "the 2016 election" says too little."""
    dated = tree.inside(found.span.start, found.span.end)
    start, end = clause(tree, noun, ())
    return [
        i
        for i in tree.inside(start, end)
        if i not in dated and tree.tokens[i].pos not in ("DET", "PUNCT", "PART", "ADP")
    ]


def _undated(
    tree: Tree, paragraph: Paragraph, article: str, resolution: Resolution
) -> Iterator[tuple[Event, int]]:
    """The acts of a sentence without a date: its main verbs in the past tense, of known actors."""
    for index, token in enumerate(tree.tokens):
        main = token.dep == "ROOT" or (token.dep == "conj" and tree.tokens[token.head].dep == "ROOT")
        if not main or not _is_act(tree, index):
            continue
        subject = tree.subject(index)
        if subject is None or not _actor(tree, subject, paragraph, resolution):
            continue
        start, end = clause(tree, index, ())
        if end - start <= _LONGEST:
            yield _event(Span(article, paragraph.id, start, end), paragraph, None, resolution), index


def _is_act(tree: Tree, verb: int) -> bool:
    """Whether a verb tells a single act that was done."""
    token = tree.tokens[verb]
    following = tree.tokens[verb + 1].text.lower() if verb + 1 < len(tree.tokens) else ""
    act = token.lemma in _ACTS or following in _ACTS_WITH.get(token.lemma, ())
    return act and token.tag == "VBD" and not any(tree.tokens[c].dep == "neg" for c in tree.children(verb))


def _quotations(parsed: Parsed) -> dict[str, list[Quoted]]:
    """What stands between quotation marks, by paragraph; a quotation may run on into the next."""
    found: dict[str, list[Quoted]] = {}
    within = False
    for paragraph in parsed.article.paragraphs:
        quoted = list(find_quoted(paragraph.text, within=within))
        within = bool(quoted) and quoted[-1].runs_on
        found[paragraph.id] = quoted
    return found


def _quoted(span: Span, quotations: list[Quoted]) -> bool:
    """Whether words are somebody's alone: they stand within marks, without the one who says them."""
    return any(q.open <= span.start and span.end <= q.close for q in quotations)


def _is_others(tree: Tree, event: Event, head: int, quotations: list[Quoted]) -> bool:
    """Whether the date is within somebody's quoted words and the happening is not: he pledged to wait “until May”."""
    if event.date is None:
        return False
    at, token = event.date.span, tree.tokens[head]
    return any(
        q.open <= at.start and at.end <= q.close and not q.open <= token.start < q.close for q in quotations
    )


def _actor(tree: Tree, subject: int, paragraph: Paragraph, resolution: Resolution) -> bool:
    """Whether a subject is somebody that the article names."""
    acting = {e.id for e in resolution.entities if e.kind in ACTING}
    token = tree.tokens[subject]
    return any(
        m.entity in acting and m.mention.span.start < token.end and token.start < m.mention.span.end
        for m in resolution.mentions_in(paragraph.id)
    )


def _meaning(event: Event, meant: tuple[Meant, ...]) -> Event:
    """An event with those whom its pronouns mean among its entities."""
    named = tuple(dict.fromkeys([*event.entities, *(m.entity for m in meant)]))
    return replace(event, entities=named, meant=meant)


def _event(span: Span, paragraph: Paragraph, found: DateExpression | None, resolution: Resolution) -> Event:
    """An event with the entities named in its words, in their order."""
    opening = after_dateline(paragraph.text)
    if span.start < opening < span.end:
        span = replace(span, start=opening)
    named = [
        m.entity
        for m in sorted(resolution.mentions_in(span.paragraph), key=lambda m: m.mention.span)
        if m.entity and span.start <= m.mention.span.start and m.mention.span.end <= span.end
    ]
    return Event(span, paragraph.text[span.start : span.end], found, tuple(dict.fromkeys(named)))
