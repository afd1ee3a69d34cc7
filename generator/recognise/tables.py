"""Lists of names and numbers: line-ups, results, standings. No sentences, so no syntax to go by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.knowledge.wordlists import words_of
from generator.recognise.clean import Label, Piece

_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*", re.UNICODE)
_PART = r"(?:[^\W\d_]\.|[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_SMALL = r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|of|st)\s)*"
_RUN = re.compile(rf"(?<!\w)(?:al-|el-)?{_PART}(?:\s{_SMALL}(?:al-|el-)?{_PART})*(?!\w)")
_NUMBER = re.compile(r"\d")


def is_list(text: str) -> bool:
    """Whether a paragraph is made of names and numbers rather than of sentences."""
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and bool(_NUMBER.search(text)) and capitals >= 0.75 * len(words)


def listed(text: str, model: Sequence[Piece]) -> Iterator[Piece]:
    """The names of a list; what the model says of one is believed if it saw the same words."""
    said = {(piece.start, piece.end): piece.label for piece in model}
    for match in _RUN.finditer(text):
        words = match[0].split()
        if all(w.casefold().strip(".") in words_of("edges") | words_of("headings") or len(w.strip(".")) < 2 for w in words):
            continue
        if words[-1].casefold() in words_of("headings"):
            continue
        yield Piece(match.start(), match.end(), said.get(match.span()) or _label(text, match), "pattern")


def _label(text: str, match: re.Match[str]) -> Label:
    """A name with a score after it is a side's; two words or more are else a person's."""
    before, after = text[: match.start()], text[match.end() :]
    if re.match(r"\s+\d", after) and re.search(r"^$|\d\s+$", before):
        return "organisation"
    return "person" if " " in match[0] else "unknown"
