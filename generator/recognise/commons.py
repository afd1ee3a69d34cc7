"""Words with a capital that name nobody: "Working", "NEXT", "Trumpian" are what a language model takes for names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.knowledge.names import fold
from generator.knowledge.wordlists import words_of
from generator.model.text import Paragraph
from generator.recognise.clean import Piece

#: What is made of names but is none: "Putinophobia", "Clintonian".
_MADE = re.compile(r"\w{4,}(?:isms?|phobi[ac]|i[sz]ation|nomics|esque|gate|mania)")
_DERIVED = ("ian", "ians", "ite", "ites", "ist", "ists", "ish", "like", "er", "ers")


def without_commons(
    paragraphs: Sequence[Paragraph], found: Mapping[str, list[Piece]]
) -> dict[str, list[Piece]]:
    """The findings by paragraph, without ordinary words: names of one word that are no part of a longer one.

    A word is ordinary by the list of such words or because the article has it in small letters; one that the article
    has as a name three times is a name.
    """
    texts = {p.id: p.text for p in paragraphs}
    names = [fold(texts[id][i.start : i.end]) for id, pieces in found.items() for i in pieces]
    often = Counter(names)
    longer = frozenset(word for name in names if " " in name for word in name.split())
    small = frozenset(_small_words(texts.values()))
    kept = {name for name in often if " " in name or name in longer or often[name] > 2}
    return {
        id: [i for i in pieces if not _common(texts[id], i, kept, small, often)]
        for id, pieces in found.items()
    }


def _small_words(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        yield from (word for word in re.findall(r"[^\W\d_]+", text) if word.islower())


def _common(text: str, piece: Piece, kept: set[str], small: frozenset[str], names: Mapping[str, int]) -> bool:
    """Whether a piece is an ordinary word with a capital."""
    word = fold(text[piece.start : piece.end])
    if piece.origin == "lexicon" or " " in word:
        return False
    if _MADE.fullmatch(word) or any(
        word.removesuffix(end) in names for end in _DERIVED if word.endswith(end)
    ):
        return True
    if word in kept or piece.origin != "model":
        return False
    opens = piece.start == 0 or text[: piece.start].rstrip(" “\"‘'").endswith((".", "!", "?", ":", "”"))
    if opens and len(word) > 5 and word.endswith(("ly", "ing")) and word not in words_of("given"):
        return True
    if "." in text[piece.start : piece.end] or text[: piece.start].endswith("The "):
        return False
    return word in words_of("ordinary") or (
        names[word] == 1 and word in small and word not in words_of("general")
    )
