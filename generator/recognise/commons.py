"""Words with a capital that name nobody: "Working", "NEXT", "Trumpian" are what a language model takes for names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.knowledge.names import fold
from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.text import Paragraph
from generator.recognise.casing import shouted
from generator.recognise.clean import Piece

#: What is made of names but is none: "Putinophobia", "Clintonian".
_MADE = re.compile(r"\w{4,}(?:isms?|phobi[ac]|i[sz]ation|nomics|esque|gate|mania)")
#: What is called for somebody: "Ray’s disease", "Achilles’ heel".
_NAMED_FOR = re.compile(r"['’]s? (?:disease|syndrome|heel|paradox|theorem|lymphoma|sarcoma|palsy|chorea)\b")
#: What follows the name of a stock index: "Norvik 40 index".
_INDEX = re.compile(
    r"(?: \d{2,4})?(?:(?: (?:blue-chip|composite|industrial|market|share|stock))+ average|(?: [a-z-]+)? index)\b(?! cards?\b)"
)
_COUNT = re.compile(r"[a-z]|[ivx]{1,4}|\d{1,4}|one|two|three|four|five|first")
_CLOCKS = (" standard time", " daylight time", " mean time", " summer time")
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


def _small_words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (word for word in re.findall(r"[^\W\d_]+", text) if word.islower())


def _common(text: str, piece: Piece, kept: set[str], small: frozenset[str], names: Mapping[str, int]) -> bool:
    """Whether a piece is an ordinary word with a capital."""
    raw = text[piece.start : piece.end]
    word = fold(raw)
    if piece.origin == "lexicon":
        return " " not in word and shouted(text) and word in words_of("ordinary")
    if " " in word:
        return (
            _is_counted(word) or _INDEX.match(text, piece.end) is not None or _is_heading(piece, word.split())
        )
    if _INDEX.match(text, piece.end) or _NAMED_FOR.match(text, piece.end):
        return True
    if len(word) == 1 or _is_made(word, names) or (raw.isupper() and word in words_of("headings")):
        return True
    if word in kept or piece.origin != "model":
        return False
    seldom = names[word] == 1 and word in small and word not in words_of("general")
    return _is_adverb(text, piece, word) or (
        (seldom or word in words_of("ordinary", "occupations") or word in shapes_of("called_organisations"))
        and "." not in raw
        and not text[: piece.start].endswith("The ")
    )


def _is_heading(piece: Piece, words: Sequence[str]) -> bool:
    """Whether a person is none but a newspaper's words: "Correction Appended", "Exclusive Excerpt"."""
    if piece.label != "person" or piece.origin != "model":
        return False
    common = words_of("ordinary", "headings")
    return common.issuperset(words) and words[0] not in words_of("given")


def _is_counted(name: str) -> bool:
    """Whether a name is a letter's or a number's ("Group C"), or that of a clock ("Eastern Standard Time")."""
    first, _, rest = name.partition(" ")
    counted = first in shapes_of("counted") and _COUNT.fullmatch(rest) is not None
    return counted or name.endswith(_CLOCKS)


def _is_made(word: str, names: Mapping[str, int]) -> bool:
    """Whether a word is made of a name: "Putinophobia", or "Clintonian" where Clinton is named."""
    derived = any(word.removesuffix(end) in names for end in _DERIVED if word.endswith(end))
    return derived or _MADE.fullmatch(word) is not None


def _is_adverb(text: str, piece: Piece, word: str) -> bool:
    """Whether a word that opens a sentence has the form of an adverb or a participle ("Hastily", "Working")."""
    before = text[: piece.start].rstrip(" “\"‘'")
    opens = piece.start == 0 or before.endswith((".", "!", "?", ":", "”"))
    return opens and len(word) > 5 and word.endswith(("ly", "ing")) and word not in words_of("given")
