"""One name spelled two ways: "N. Ireland" and "Northern Ireland", "University of NSW" and "… of New South Wales"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.resolve.names import Name

_SMALL = frozenset({"of", "the", "and", "for", "&"})
_POINTS = {
    "n": ("north", "northern"),
    "s": ("south", "southern"),
    "e": ("east", "eastern"),
    "w": ("west", "western"),
}


def in_full(name: Name, names: Sequence[Name]) -> Name | None:
    """The only name of the text that this one spells with an abbreviated part; None if there is none."""
    if name.kind == "person" or len(name.words) < 2 or name.keys:
        return None
    short = name.text.removeprefix("the ").removeprefix("The ").split()
    if not any(_is_short(word) for word in short):
        return None
    fitting = [n for n in names if n is not name and n.kind != "person" and _spells(short, n.words)]
    return fitting[0] if len(fitting) == 1 else None


def _is_short(word: str) -> bool:
    return word.endswith(".") or (word.isupper() and 1 < len(word) < 6)


def _spells(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words are the full ones, an abbreviation among them standing for one word or for several."""
    if not short or not full:
        return not short and not full
    word = short[0].casefold().strip(".")
    if word == full[0] and _spells(short[1:], full[1:]):
        return True
    if not _is_short(short[0]):
        return False
    if short[0].endswith("."):
        ending = word[-1] in "tlv" and re.fullmatch(rf"{word[:-1]}\w+{word[-1]}", full[0])
        whole = full[0] in _POINTS[word] if word in _POINTS else len(word) > 2 and full[0].startswith(word)
        return bool(whole or (len(word) > 2 and ending)) and _spells(short[1:], full[1:])
    return any(
        _initials(full[:count]) == word and _spells(short[1:], full[count:])
        for count in range(2, len(full) + 1)
    )


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL)
