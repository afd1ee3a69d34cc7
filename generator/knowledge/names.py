"""How names are compared and turned into ids, the same everywhere."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Letters that Unicode does not decompose, with their usual Latin spelling.
_LATIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "ı": "i"}
)

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "&"})


@lru_cache(maxsize=1 << 14)  # an article asks for the same names a hundred times
def fold(text: str) -> str:
    """A name for comparison: no case, accents, typographic apostrophes, dots or extra blanks."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_LATIN))
        text = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(text.casefold().replace("’", "'").replace(".", "").split())


def slug(text: str) -> str:
    """An id of [a-z0-9-] for a name, never empty, never a path and never a list's own page ("Guinea-Bissau" → guinea-bissau)."""
    plain = re.sub(r"['’](s\b)?", "", fold(text))
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "unnamed"
    return "the-index" if found == "index" else found


def initials(text: str) -> str:
    """The first letters of a name's capitalised words: "Organization of American States" → "oas"."""
    words = re.findall(r"[^\W_][\w.’']*", text)
    return "".join(w[0] for w in words if w.casefold() not in _SMALL).casefold()
