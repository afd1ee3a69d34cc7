"""An article whose text may not be shown whole: what is kept is what the site's statements cite.

Each withheld stretch becomes an ellipsis and blanks of the same length, so that every offset holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.entity import Resolution
from generator.model.statement import Analysis
from generator.model.text import Article, Paragraph, Span

#: Parts that tell what the article is, rather than telling its story.
OPEN = frozenset({"headline", "credit"})


def excerpted(analysis: Analysis) -> Analysis:
    """The analysis with only the cited passages, if the article's rights ask for it; else as it is.

    Quotations, roles, events, statements and relations stay; mentions and dates stay where they
    stand in these; the passages take the place of the sentences.
    """
    if analysis.article.rights == "full":
        return analysis
    kept = _merged(_cited(analysis))
    return replace(
        analysis,
        article=_withheld(analysis.article, kept),
        resolution=Resolution(
            analysis.resolution.entities,
            tuple(m for m in analysis.resolution.mentions if _within(m.mention.span, kept)),
        ),
        sentences=tuple(
            span for paragraph in analysis.article.paragraphs for span in kept.get(paragraph.id, ())
        ),
        dates=tuple(date for date in analysis.dates if _within(date.span, kept)),
    )


def _cited(analysis: Analysis) -> Iterator[Span]:
    article = analysis.article
    yield from (Span(article.id, p.id, 0, len(p.text)) for p in article.paragraphs if p.kind in OPEN)
    records = (analysis.quotations, analysis.roles, analysis.events, analysis.statements, analysis.relations)
    yield from (record.span for group in records for record in group)
    yield from (q.speaker_span for q in analysis.quotations if q.speaker_span)
    yield from (event.date.span for event in analysis.events if event.date)


def _merged(spans: Iterable[Span]) -> dict[str, list[Span]]:
    """The passages of each paragraph, those that touch or overlap made one."""
    kept: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(spans):
        passages = kept[span.paragraph]
        if passages and span.start <= passages[-1].end:
            passages[-1] = replace(passages[-1], end=max(passages[-1].end, span.end))
        else:
            passages.append(span)
    return kept


def _within(span: Span, kept: dict[str, list[Span]]) -> bool:
    return any(p.start <= span.start and span.end <= p.end for p in kept.get(span.paragraph, ()))


def _withheld(article: Article, kept: dict[str, list[Span]]) -> Article:
    return replace(article, paragraphs=tuple(_masked(p, kept.get(p.id, [])) for p in article.paragraphs))


def _masked(paragraph: Paragraph, passages: list[Span]) -> Paragraph:
    text, at, parts = paragraph.text, 0, []
    for passage in [*passages, Span("", "", len(text), len(text))]:
        gap = text[at : passage.start]
        parts += [f"…{' ' * (len(gap) - 1)}" if gap.strip() else gap, text[passage.start : passage.end]]
        at = passage.end
    return replace(paragraph, text="".join(parts))
