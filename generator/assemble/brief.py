"""The story in brief: the article's own key sentences, chosen by a stated method."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge import vocabulary
from generator.model.statement import Analysis
from generator.model.story import Subject
from generator.model.text import Span

#: How many sentences the brief has at most, the first one included.
LENGTH = 5
#: A paragraph as far down as this counts for about 0.7 of one at the top.
EARLY = 8
#: Fewer words than that make a heading, a cross-line or a teaser; more are no brief.
WORDS = range(8, 46)


def brief(analysis: Analysis, subjects: Sequence[Subject]) -> tuple[Span, ...]:
    """Up to five sentences of the article's body, in its order.

    The first one always, unless it only repeats the headline or is a heading or announces what follows; then those that name
    the most of the story's main subjects not yet named. News tells what matters first (the inverted
    pyramid), so a later paragraph counts for less, and who is named only once is no main subject: else
    lists of agencies would win. Sentences with quotation marks, questions, such as lean on the sentence
    before them, and such as somebody says of himself or to the reader are passed over. A plain greedy
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
    said = analysis.article.words
    body = [s for s in analysis.sentences if analysis.article.paragraph(s.paragraph).kind == "body"]
    told = [s for s in body if not _repeats(analysis, said(s)) and not said(s).endswith(":")]
    first = next((n for n, s in enumerate(told) if len(said(s).split()) in range(WORDS.start, 1000)), 0)
    return told[first : first + 1] + [s for s in told[first + 1 :] if _stands_alone(said(s))] or body[:1]


def _repeats(analysis: Analysis, words: str) -> bool:
    """Whether a sentence only says the headline again."""
    plain = words.rstrip(".;: ").casefold()
    return any(
        plain in p.text.casefold() for p in analysis.article.paragraphs if p.kind in ("headline", "dek")
    )


def _stands_alone(words: str) -> bool:
    """Whether a sentence is whole, the reporter's own and says whom it means."""
    each = [word.strip("“”\"'’,.").casefold() for word in words.split()]
    opening = {" ".join(each[:n]) for n in (1, 2, 3)}
    leans = opening & vocabulary.words("brief", "leaning") or ("either" in each and "or" not in each)
    spoken = vocabulary.words("brief", "voices") & set(each) or "''" in words or set(words) & set('“”"<>')
    whole = words[:1].isalnum() and words[-1:] in (".", "!") and each[-1] != "so"
    return whole and len(each) in WORDS and not leans and not spoken


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
