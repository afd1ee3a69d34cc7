"""The numbers in square brackets at the end of an entry's sentence or paragraph: `[1]`, `[1, 3]`.

In the files they count from 1, as a reader counts; everywhere else a source is its index, from 0.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"\[(\d+(?:\s*,\s*\d+)*)\](?![(\[:])")
_TRAILING = re.compile(r"\s*((?:\[\d+(?:\s*,\s*\d+)*\]\s*)+)\.?\s*\Z")


def split_mark(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without the mark it ends with, and the sources' indices: "So. [1, 3]" → ("So.", (0, 2))."""
    found = _TRAILING.search(text)
    if found is None:
        return text.rstrip(), ()
    return text[: found.start()].rstrip(), numbers(found.group(1))


def numbers(text: str) -> tuple[int, ...]:
    """The indices of all sources that a text cites, in order of the text, each once."""
    cited = (int(n) - 1 for mark in _MARK.findall(text) for n in mark.split(","))
    return tuple(dict.fromkeys(cited))
