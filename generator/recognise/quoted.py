"""Titles within quotation marks: nobody in “The Ballad of Ann Lee” acts, and “Sundown” is a film even where it stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.knowledge.names import fold
from generator.knowledge.wordlists import words_of
from generator.model.text import Paragraph
from generator.recognise.clean import Piece

#: Quotation marks in pairs, with what stands between them on one line.
_PAIRS = re.compile(r"“([^“”\"\n]{3,60})”|\"([^“”\"\n]{3,60})\"|(?<!\w)‘([^‘’\n]{3,60})’(?!\w)")
_WORD = re.compile(r"[^\s–—-]+")
#: Small words that a title has inside.
_SMALL = frozenset("a an and at by de for from in la le my of on or the to with".split())
#: "Romeo and Juliet": two names of one word each.
_COUPLE = re.compile(r"[A-Z][a-zé]+ (?:and|&) [A-Z][a-zé]+,?")
_SHORT = ("’s", "'s", "’re", "'re", "’m", "'m")
_OPENING, _CLOSING = ("“", '"', "‘"), re.compile(r"(?:: [^“”\"’]{3,40})?[,.]?[”\"’]")
#: Who is called so: a paper, a band.
_BODY = re.compile(
    r"\b(?:newspapers?|daily|paper|magazine|weekly|agency|tabloid|website|group|band|club|party|firm|company|nicknamed|dubbed|called|named|known as)"
    r"(?: the)? $"
)
_EDGE = 30


def without_titles(
    paragraphs: Sequence[Paragraph], found: Mapping[str, list[Piece]]
) -> dict[str, list[Piece]]:
    """The findings by paragraph, titles in quotation marks as works: of several words, or of one that never stands without."""
    texts = {p.id: p.text for p in paragraphs}
    titled = {id: list(_titles(texts[id], pieces)) for id, pieces in found.items()}
    alone = _always_quoted(texts, titled)
    return {
        id: [replace(i, label="work") if fold(texts[id][i.start : i.end]) in alone else i for i in pieces]
        for id, pieces in titled.items()
    }


def _titles(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of one paragraph, those that are only parts of a quoted title as that title."""
    spans = [m.span(m.lastindex or 0) for m in _PAIRS.finditer(text)] if pieces else []
    titles = [span for span in spans if _is_title(text[slice(*span)]) and _says_more(text, span, pieces)]
    told: set[tuple[int, int]] = set()
    for piece in pieces:
        title = next(((a, b) for a, b in titles if a <= piece.start and piece.end <= b), None)
        if title is None or _is_whole(text, piece, title):
            yield piece
        elif title not in told:
            told.add(title)
            end = title[0] + len(text[slice(*title)].rstrip(",. "))
            yield Piece(title[0], end, "work", "pattern")


def _is_title(quoted: str) -> bool:
    """Whether quoted words are Set Like a Title: two capitals or more, no small word but those of titles, and no sentence's marks."""
    words = _WORD.findall(quoted.rstrip(",."))
    capitals = sum(word[0].isupper() for word in words)
    small = all(word[0].isupper() or word in _SMALL or word[0].isdigit() or word == "&" for word in words)
    return (
        capitals > 1
        and not quoted.isupper()
        and small
        and words[0][0].isupper()
        and not re.search(r"[.,;!?] |[a-z][’']s? (?:s|is)\b", quoted)
    )


def _says_more(text: str, title: tuple[int, int], pieces: Sequence[Piece]) -> bool:
    """Whether a quoted title has a word with a capital beside names and their titles: not so “Mayor Ann”, “That’s Ann Lee”."""
    if _COUPLE.fullmatch(text, *title):
        return True
    names = [p for p in pieces if p.label != "work"]
    words = (m for m in _WORD.finditer(text, *title) if text[m.start()].isupper())
    more = (m[0].strip(".,") for m in words if not any(p.start <= m.start() < p.end for p in names))
    return any(
        word.casefold() not in words_of("titles") | _SMALL and not word.endswith(_SHORT) for word in more
    )


def _is_whole(text: str, piece: Piece, title: tuple[int, int]) -> bool:
    rest = text[title[0] : piece.start] + text[piece.end : title[1]]
    return rest.strip(" ,.").casefold() in {"", "the", "a"}


def _always_quoted(texts: Mapping[str, str], found: Mapping[str, list[Piece]]) -> frozenset[str]:
    """The names of one word that stand in quotation marks wherever the article has them, and are no part of a longer name."""
    quoted: dict[str, bool] = {}
    longer: set[str] = set()
    for id, pieces in found.items():
        for piece in pieces:
            name = fold(texts[id][piece.start : piece.end])
            if " " in name:
                longer.update(name.split())
            else:
                quoted[name] = quoted.get(name, True) and _is_quoted(texts[id], piece)
    return frozenset(name for name, always in quoted.items() if always and name not in longer)


def _is_quoted(text: str, piece: Piece) -> bool:
    if piece.origin == "lexicon" or piece.label not in {"person", "organisation", "place", "unknown"}:
        return False
    opened = text[: piece.start].endswith(_OPENING) and _CLOSING.match(text, piece.end) is not None
    return opened and not _BODY.search(text, max(0, piece.start - _EDGE), piece.start - 1)
