"""One name spelled two ways: "N. Ireland" and "Northern Ireland", "University of NSW" and "… of New South Wales", slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.resolve.names import Name

#: How the rule begins by which a misspelt name stands for another.
SLIP = "a slip for"
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
    if same := _same_words(name, names):
        return same
    short = name.text.removeprefix("the ").removeprefix("The ").split()
    if not any(_is_short(word) for word in short):
        return None
    fitting = [n for n in names if n is not name and n.kind != "person" and _spells(short, n.words)]
    return fitting[0] if len(fitting) == 1 else None


def _same_words(name: Name, names: Sequence[Name]) -> Name | None:
    """The only earlier name with the same words but for the small ones: "Food Standards Utopia" of "… of Utopia"."""
    words = [word for word in name.words if word not in _SMALL]
    if len(words) < 3 and words[0] not in {"department", "ministry"}:
        return None  # "Department of Trade" is "Department of the Trade"
    earlier = (n for n in names if n.folded.startswith(words[0]) and n.mentions[0] < name.mentions[0])
    fitting = [n for n in earlier if [word for word in n.words if word not in _SMALL] == words]
    return fitting[0] if len(fitting) == 1 and fitting[0].kind != "person" else None


def slip(name: Name, names: Sequence[Name]) -> Name | None:
    """The only earlier name that this one, met once, may be by a slip of the pen: "Ms Lidström" after "Ann Lindström"."""
    if name.keys or len(name.mentions) > 1 or name.kind not in {"person", "organisation"}:
        return None
    earlier = (n for n in names if n.mentions[0] < name.mentions[0] and n.kind == name.kind and not n.keys)
    fitting = [n for n in earlier if _slips(name, n)]
    return fitting[0] if len(fitting) == 1 else None


def _slips(name: Name, other: Name) -> bool:
    """Whether all words but one are the same, and that one nearly; a surname alone is held against full names."""
    own, theirs = name.words, other.words
    if name.kind == "person" and len(own) == 1:
        return len(theirs) > 1 and _nearly(own[0], theirs[-1])
    differing = [(a, b) for a, b in zip(own, theirs, strict=False) if a != b]
    enough = len(own) > 1 or len(own[0]) > 9
    return len(own) == len(theirs) and len(differing) == 1 and enough and _nearly(*differing[0])


def _nearly(one: str, other: str) -> bool:
    """Whether two long words begin alike, and one or (of longer words) two letters are too many or out of place.

    One letter for another is no slip: Petersen is not Peterson.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 6 or one[0] != other[0] or len(long) - len(short) > 2:
        return False
    if len(short) == len(long) and sum(a != b for a, b in zip(short, long, strict=True)) == 1:
        return False
    missing = len(short) + len(long) - 2 * _in_common(short, long)
    return missing == 1 or (missing == 2 and len(short) > 7)


def _in_common(one: str, other: str) -> int:
    """How many letters two words have in common in the same order."""
    row = [0] * (len(other) + 1)
    for letter in one:
        last = row
        row = [0]
        for at, same in enumerate(other):
            row.append(last[at] + 1 if letter == same else max(row[at], last[at + 1]))
    return row[-1]


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
