"""All-capital headlines, written as the rest of the article would write them, letter for letter.

A language model takes every word of "MOSCOW REJECTS PLAN" for a name. The article's own body shows
which of them are (Lita et al. 2003, tRuEcasIng): a word that it writes with a capital keeps one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

#: Paragraphs whose case is remembered: each rule asks anew, an article at a time.
_REMEMBERED = 1024
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Words of three letters or fewer that have a small letter Even in Such a Line.
_SMALL = frozenset(
    "a an the and but or nor of in on at to up by for as if off out per via vs v is it its de la le el du der al".split()
)


@lru_cache(_REMEMBERED)
def shouted(text: str) -> bool:
    """Whether a paragraph is set in capitals throughout (three words or more)."""
    words = _WORD.findall(text)
    capitals = sum(word.isupper() for word in words)
    return len(words) >= 3 and capitals >= 0.85 * len(words)


@lru_cache(_REMEMBERED)
def titled(text: str) -> bool:
    """Whether A Line Is Set Like This: five words or more, all but the small ones with a capital."""
    words = _WORD.findall(text)
    return sum(len(word) > 3 for word in words) >= 5 and all(
        word[0].isupper() or (len(word) < 4 and word in _SMALL) for word in words
    )


def recase(texts: Sequence[str]) -> list[str]:
    """The texts in order, those set in capitals recased from the others; every length stays the same."""
    loud = [shouted(text) or titled(text) for text in texts]
    if not any(loud):
        return list(texts)
    usual = _usual_spellings(text for text, shout in zip(texts, loud, strict=True) if not shout)
    return [_quiet(text, usual) if shout else text for text, shout in zip(texts, loud, strict=True)]


def _usual_spellings(texts: Iterable[str]) -> dict[str, str]:
    """Each word's commonest spelling; the first word of a text counts last, its capital means nothing."""
    seen: Counter[str] = Counter()
    for text in texts:
        words = _WORD.findall(text)
        seen.update(words[1:])
    return {word.casefold(): word for word, _ in sorted(seen.items(), key=lambda item: (item[1], item[0]))}


def _quiet(text: str, usual: dict[str, str]) -> str:
    quiet = _WORD.sub(lambda match: _spelling(match[0], usual), text)
    return quiet if len(quiet) == len(text) else text


def _spelling(word: str, usual: dict[str, str]) -> str:
    known = usual.get(word.casefold())
    if known and len(known) == len(word):
        return known
    return word.lower() if word.isupper() else word
