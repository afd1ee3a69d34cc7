"""What happened when: the article's dated events in its own words, and its undated acts.

Which clause a date places is told in `events_place`, which words it has in `events_clause`, whether it can be understood
alone in `events_alone`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract import syntax
from generator.extract.dateline import after_dateline
from generator.extract.doubted import is_framed
from generator.extract.events_alone import Alone
from generator.extract.events_clause import clause
from generator.extract.events_place import Placed, exactness, place
from generator.extract.events_tree import Tree
from generator.extract.marks import Quoted, find_quoted
from generator.knowledge import vocabulary
from generator.model.entity import ACTING, Resolution
from generator.model.statement import DateExpression, Event, Meant
from generator.model.text import TELLING, Paragraph, Parsed, Span, grouped

_WORDS = vocabulary.load("events")
_ACTS, _ASKING = frozenset(_WORDS["acts"]), frozenset(_WORDS["asking"])
_ACTS_WITH: dict[str, list[str]] = _WORDS["acts_with"]
_NO_ACTS_WITH: dict[str, list[str]] = _WORDS["no_acts_with"]
_LONGEST = 300  # characters beyond which a clause without a date is no single act
#: What may stand before the date in the dateline that opens a report: a place, mostly in capitals.
_BEFORE_DATELINE = re.compile(r"[A-Z][\w.’' /-]*(?:,\s*[A-Z][\w.’' -]*)?,?\s*[(–—-]?\s*")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)]{1,40}\)|[-–—_])")


def find_events(parsed: Parsed, resolution: Resolution, dates: Sequence[DateExpression]) -> tuple[Event, ...]:
    """The happenings that headline, dek and body tell, in order of the text.

    Each has the words of its clause and its date; an act in the past tense of somebody known has
    date None if the text gives none. Captions and related coverage are not the article's telling.
    """
    events: list[Event] = []
    quoted, alone, trees = _quotations(parsed), Alone(parsed, resolution), syntax.trees_of(parsed)
    dated = grouped(dates, lambda date: date.span.paragraph)
    for paragraph in parsed.article.paragraphs:
        if paragraph.kind in TELLING:
            own = [d for d in dated.get(paragraph.id, ()) if not _in_dateline(d, paragraph)]
            for told in trees[paragraph.id]:
                sentence = told.sentence
                inside = [d for d in own if sentence.start <= d.span.start < sentence.end]
                tree, marks = Tree(sentence), quoted[paragraph.id]
                found = _of_sentence(tree, inside, paragraph, parsed.article.id, resolution)
                for event, head in found:
                    if is_framed(told, head) or _is_others(tree, event, head, marks):
                        continue  # the event's own words would not show that it is denied, supposed, invented or said
                    meant = (
                        None
                        if _quoted(event.span, marks)
                        else alone.meant(tree, event.span, head, marks, dated=event.date is not None)
                    )
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
    placed = [p for d in dates if (p := place(tree, d))]
    heads = {p.head for p in placed}
    taken: dict[tuple[int, int], Placed] = {}  # the same words are told once
    for one in sorted(placed, key=lambda p: (_is_participle(tree, p.head), exactness(p))):
        start, end = clause(tree, one.head, heads)
        span = one.date.span  # a date's own comma may have cut it off
        taken.setdefault((min(start, span.start), max(end, span.end)), one)
    if not dates:
        yield from _undated(tree, paragraph, article, resolution)
    for (start, end), one in taken.items():
        yield _event(Span(article, paragraph.id, start, end), paragraph, one.date, resolution), one.head


def _is_participle(tree: Tree, head: int) -> bool:
    """Whether a date hangs on a participle beside the main verb, which has the time of its clause if it has one."""
    return tree.tokens[head].tag == "VBG" and tree.tokens[head].dep in ("advcl", "pcomp")


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
    act = following in _ACTS_WITH.get(token.lemma, ()) or (
        token.lemma in _ACTS and following not in _NO_ACTS_WITH.get(token.lemma, ())
    )
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
