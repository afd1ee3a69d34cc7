"""The story in brief: the article's own key sentences, chosen by a stated method."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.statement import Analysis
from generator.model.story import Subject
from generator.model.text import Span

#: How many sentences the brief has at most, the first one included.
LENGTH = 5
#: A paragraph as far down as this counts for about 0.7 of one at the top.
EARLY = 8
#: A sentence that opens with one of these leans on the one before and cannot stand alone.
LEANING = frozenset(
    "he she it they this that these those his her its their but and yet so however meanwhile also still then".split()
)


def brief(analysis: Analysis, subjects: Sequence[Subject]) -> tuple[Span, ...]:
    """Up to five sentences of the article's body, in its order.

    The first one always; then those that name the most of the story's main subjects not yet named.
    News tells what matters first (the inverted pyramid), so a later paragraph counts for less, and
    who is named only once is no main subject: else lists of agencies would win. Sentences with
    quotation marks, and such as lean on the sentence before them, are passed over. A plain greedy
    coverage, in the manner of maximal marginal relevance (Carbonell and Goldstein, 1998).
    """
    candidates = _candidates(analysis)
    if not candidates:
        return ()
    weights = {subject.id: subject.weight for subject in subjects if subject.page and subject.weight > 1}
    chosen, covered = [candidates[0]], set(_named(analysis, candidates[0]))
    while len(chosen) < LENGTH:
        best = max(
            (s for s in candidates if s not in chosen),
            key=lambda s: (_gain(analysis, s, covered, weights), -candidates.index(s)),
            default=None,
        )
        if best is None or _gain(analysis, best, covered, weights) <= 0:
            break
        chosen.append(best)
        covered |= set(_named(analysis, best))
    return tuple(sorted(chosen, key=candidates.index))


def _candidates(analysis: Analysis) -> list[Span]:
    body = [s for s in analysis.sentences if analysis.article.paragraph(s.paragraph).kind == "body"]
    return body[:1] + [s for s in body[1:] if _stands_alone(analysis.article.words(s))]


def _stands_alone(words: str) -> bool:
    each = [word.strip("“”\"'’,.").casefold() for word in words.split()]
    leans = each[0] in LEANING or ("either" in each and "or" not in each) if each else True
    return not leans and 8 <= len(each) <= 45 and not set(words) & set('“”"') and words[-1] in ".!?"


def _named(analysis: Analysis, sentence: Span) -> list[str]:
    return [
        m.entity
        for m in analysis.resolution.mentions_in(sentence.paragraph)
        if m.entity and sentence.start <= m.mention.span.start < sentence.end
    ]


def _gain(analysis: Analysis, sentence: Span, covered: set[str], weights: dict[str, int]) -> float:
    """The weight of what the sentence newly names, per root of its length and of how far down it stands."""
    new = {id for id in _named(analysis, sentence) if id not in covered}
    length = max(1, len(analysis.article.words(sentence).split()))
    depth = 1 + analysis.article.numbers[sentence.paragraph] / EARLY
    return float(sum(weights.get(id, 0) for id in new) / (length * depth) ** 0.5)
