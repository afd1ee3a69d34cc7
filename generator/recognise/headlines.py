"""Names in a Line Set Like This, where a capital shows nothing: only those that something else vouches for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.knowledge.names import fold
from generator.knowledge.wordlists import words_of
from generator.model.text import Paragraph
from generator.recognise.casing import titled
from generator.recognise.clean import Piece
from generator.recognise.tables import LABELLED

#: What lists of names have and headlines hardly.
_LISTED = re.compile(r"[,()\d].*[,()\d]")


def vouched(paragraphs: Sequence[Paragraph], found: Mapping[str, list[Piece]]) -> dict[str, list[Piece]]:
    """The findings by paragraph, those in title-case lines only where the body has the name too, or its form is a person's.

    An article that is nothing but such lines keeps them all.
    """
    lines = {p.id for p in paragraphs if p.kind != "caption" and _is_headline(p.text)}
    body = [p for p in paragraphs if p.id not in lines]
    if len(body) < 2:
        return dict(found)
    known = frozenset(name for p in body for piece in found[p.id] for name in _parts(p, piece))
    usual = frozenset(word for p in body for word in p.text.split() if word.islower())
    return {
        p.id: [i for i in found[p.id] if p.id not in lines or _stands(p, i, known, usual)] for p in paragraphs
    }


def _is_headline(text: str) -> bool:
    """Whether a line Set Like This is none of a list: that has marks, or a label before its dash and a full stop."""
    return titled(text) and not (_LISTED.search(text) or LABELLED.match(text))


def _parts(paragraph: Paragraph, piece: Piece) -> Iterator[str]:
    """The name and each run of its words: a headline has the short form."""
    words = fold(paragraph.text[piece.start : piece.end]).split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def _stands(paragraph: Paragraph, piece: Piece, known: frozenset[str], usual: frozenset[str]) -> bool:
    """Whether an entry, the body or a given name vouches for a name."""
    name = fold(paragraph.text[piece.start : piece.end])
    words = name.split()
    if piece.origin != "model" or name in known:
        return True
    if words[0] in words_of("place_heads"):
        return True
    return 1 < len(words) < 4 and words[0] in words_of("given") and not usual & {*words[1:]}
