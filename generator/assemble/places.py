"""Where a correction applies: found by its words, so that edits elsewhere in the article do not matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from generator.assemble.roster import NotFoundError, near
from generator.model.correction import Correction
from generator.model.statement import Analysis
from generator.model.text import Paragraph, Span

#: The share of a correction's words that makes a text one that may be meant.
HALF = 0.5
#: How many places are told of words that stand in several.
SHOWN = 5
_MARKS = '“”"‘«»„ '
#: Typographic signs and their plain forms, one for one, so that offsets stay.
_PLAIN = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")


def locate(
    correction: Correction,
    analyses: Sequence[Analysis],
    spans_of: Callable[[Analysis], Iterable[Span]],
    *,
    many: bool = False,
    exact: bool = False,
) -> tuple[Span, ...]:
    """The spans of records that a correction's words mean; NotFoundError if there are none or too many.

    A record is meant if its words hold the correction's, or stand within them; `exact` lets the latter
    only where no record has just these words. A paragraph narrows the choice; one that is gone matters only
    where the words alone would leave a choice. Unless `many`, the choice must leave one.
    """
    scope = in_scope(correction, analyses)
    found = [span for a in scope for span in _meant(a, correction.words, tuple(spans_of(a)), exact=exact)]
    if not found:
        every = {span: a.article.words(span) for a in scope for span in spans_of(a)}
        nearest = _nearest(correction.words, every.values()) or [
            every[s] for s in _inside(every, correction, scope)
        ]
        raise NotFoundError(f"nothing matches “{correction.words}”", nearest)
    if not correction.paragraph:
        return _few(found, correction, scope, many=many)
    inside = _inside(found, correction, scope)
    return _few(inside or found, correction, scope, many=many and bool(inside))


def _inside(spans: Iterable[Span], correction: Correction, scope: Sequence[Analysis]) -> list[Span]:
    """The spans in the paragraph that a correction names; none if it names none."""
    texts = {(a.article.id, p.id): p for a in scope for p in a.article.paragraphs}
    told = correction.paragraph
    return [s for s in spans if told and is_paragraph(texts[s.article, s.paragraph], told)]


def _nearest(words: str, told: Iterable[str]) -> tuple[str, ...]:
    """Up to three texts that come nearest to words as a whole, then those that hold at least half of them in order."""
    texts, wanted = sorted(set(told)), _plain(words).split()

    def share(text: str) -> float:
        blocks = SequenceMatcher(None, wanted, _plain(text).split(), autojunk=False).get_matching_blocks()
        return sum(block.size for block in blocks) / max(len(wanted), 1)

    shares = {text: share(text) for text in texts}
    holding = sorted((text for text in texts if shares[text] >= HALF), key=lambda text: -shares[text])
    return tuple(dict.fromkeys([*near(words, texts), *holding]))[:3]


def in_scope(correction: Correction, analyses: Sequence[Analysis]) -> Sequence[Analysis]:
    """The analyses of the articles that a correction is about; NotFoundError if its article is none."""
    if not correction.article:
        return analyses
    found = [a for a in analyses if a.article.id == correction.article]
    if not found:
        told, ids = correction.article.casefold(), [a.article.id for a in analyses]
        like = [
            id for id in ids if id.startswith(told) or told.startswith(f"{id}.")
        ]  # cut short; with its ending
        nearest = dict.fromkeys([*like, *near(told, ids)])
        advice = "" if nearest else "name it as its address does, without an ending"
        raise NotFoundError(f"there is no article `{correction.article}`", nearest, advice)
    return found


def is_paragraph(paragraph: Paragraph, told: str) -> bool:
    """Whether a paragraph is meant by its id, alone or behind its article's, or by a few of its words."""
    return told.rpartition("#")[2] == paragraph.id or _plain(told) in _plain(paragraph.text)


def occurrences(analysis: Analysis, words: str) -> Iterator[Span]:
    """Every place where words stand in an article, whole words only."""
    wanted = _plain(words).strip(_MARKS)
    for paragraph in analysis.article.paragraphs:
        text, at = _plain(paragraph.text), -1
        while wanted and (at := text.find(wanted, at + 1)) >= 0:
            end = at + len(wanted)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                yield Span(analysis.article.id, paragraph.id, at, end)


def within(inner: Span, outer: Span) -> bool:
    """Whether a span lies in another."""
    same = (inner.article, inner.paragraph) == (outer.article, outer.paragraph)
    return same and outer.start <= inner.start and inner.end <= outer.end


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    same = (one.article, one.paragraph) == (other.article, other.paragraph)
    return same and one.start < other.end and other.start < one.end


def _meant(analysis: Analysis, words: str, spans: Sequence[Span], *, exact: bool) -> list[Span]:
    places = tuple(occurrences(analysis, words))
    same = [span for span in spans if span in places]
    if exact and same:
        return same
    around = () if exact else (s for s in spans if any(within(p, s) for p in places))
    inside = (s for s in spans if any(within(s, p) for p in places))
    return list(dict.fromkeys([*around, *inside]))


def _few(
    found: Sequence[Span], correction: Correction, scope: Sequence[Analysis], *, many: bool
) -> tuple[Span, ...]:
    if len(found) > 1 and not many:
        what = f"“{correction.words}” stands in {len(found)} places"
        raise NotFoundError(what, advice=_choice(found, correction.words, scope))
    return tuple(found)


def _choice(found: Sequence[Span], words: str, scope: Iterable[Analysis]) -> str:
    """What to add to a correction so that it means one place, as the places themselves word it; a few are told."""
    texts = {(a.article.id, p.id): p.text for a in scope for p in a.article.paragraphs}
    shown = {span: _surrounded(texts[span.article, span.paragraph], span, words) for span in found}
    first = {(span.article, span.paragraph): span for span in reversed(found)}
    if len(first) == 1:
        return f"give more of the words: {' or '.join([f'“{text}”' for text in shown.values()][:SHOWN])}"
    places = [f"paragraph: {at[1]} (“{shown[first[at]]}”)" for at in reversed(first)]
    return f"say in which paragraph, by its id or a few of its words: {' or '.join(places[:SHOWN])}"


def _surrounded(text: str, span: Span, words: str) -> str:
    """The words, or a span within them, with three more on either side."""
    wanted = _plain(words).strip(_MARKS)
    at = _plain(text).find(wanted, span.start, span.end)
    start, end = (at, at + len(wanted)) if at >= 0 else (span.start, span.end)
    before, after = text[:start].split(" "), text[end:].split(" ")
    return f"{' '.join(before[-4:])}{text[start:end]}{' '.join(after[:4])}".strip(f"{_MARKS},")


def _plain(text: str) -> str:
    """Text for comparison, as long as the text itself."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_PLAIN))
