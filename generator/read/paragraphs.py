"""Permanent paragraph ids: a short digest of the words, so that a link holds while they stand."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable

from generator.model.text import Paragraph
from generator.read.layout import Placed


def identify(placed: Iterable[Placed]) -> tuple[Paragraph, ...]:
    """Paragraphs with ids `p-` + six hexadecimal digits; a second one of the same digest gets `-2`."""
    seen: Counter[str] = Counter()
    found = []
    for each in placed:
        id = _digest(each.block.text)
        seen[id] += 1
        id = id if seen[id] == 1 else f"{id}-{seen[id]}"
        found.append(Paragraph(id, each.kind, each.block.text, each.block.start, each.date))
    return tuple(found)


def _digest(text: str) -> str:
    """Of the words alone: white space and Unicode's two spellings of an accent make no difference."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return f"p-{hashlib.sha256(words.encode()).hexdigest()[:6]}"
