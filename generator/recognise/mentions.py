"""Mentions: every stretch of an article that may name something, each found once.

Three finders propose, in this order of trust: the lexicon (names that an entry bears), the language
model (cleaned of what it swallowed), and patterns (names that the form alone betrays). Where two
proposals overlap, the longer one stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.model.entity import Mention
from generator.model.text import Paragraph, Parsed, Span
from generator.recognise.clean import Piece, clean
from generator.recognise.lexicon import known_names
from generator.recognise.patterns import patterned

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


def find_mentions(parsed: Parsed, knowledge: Knowledge) -> tuple[Mention, ...]:
    """All mentions of the article in order of the text; no two of them overlap."""
    names: dict[str, list[Piece]] = {}
    for name in parsed.names:
        paragraph = parsed.article.paragraph(name.paragraph)
        names.setdefault(name.paragraph, []).extend(clean(paragraph.text, name))
    found: list[Mention] = []
    for paragraph in _parsed_paragraphs(parsed):
        found.extend(_of_paragraph(parsed, paragraph, names.get(paragraph.id, []), knowledge))
    return tuple(found)


def _parsed_paragraphs(parsed: Parsed) -> Iterator[Paragraph]:
    with_sentences = {sentence.paragraph for sentence in parsed.sentences}
    return (p for p in parsed.article.paragraphs if p.id in with_sentences)


def _of_paragraph(
    parsed: Parsed, paragraph: Paragraph, model: list[Piece], knowledge: Knowledge
) -> list[Mention]:
    lexicon = list(known_names(paragraph.text, knowledge))
    pieces = _longest([*lexicon, *model])
    pieces = _longest([*pieces, *patterned(parsed, paragraph, pieces)])
    return [_mention(parsed.article.id, paragraph, piece, knowledge) for piece in pieces]


def _longest(pieces: Iterable[Piece]) -> list[Piece]:
    """Non-overlapping pieces in order of the text: the longest first, then the earlier proposal."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: p.start - p.end):
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.start)


def _mention(article: str, paragraph: Paragraph, piece: Piece, knowledge: Knowledge) -> Mention:
    text = paragraph.text[piece.start : piece.end]
    keys = piece.keys or tuple(entry.id for entry in knowledge.named(text))
    return Mention(Span(article, paragraph.id, piece.start, piece.end), text, piece.label, piece.origin, keys)
