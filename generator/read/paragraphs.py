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
        digest = _digest(each.block.text)
        seen[digest] += 1
        name = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        found.append(Paragraph(name, each.kind, each.block.text, each.block.start, each.date))
    return tuple(found)


def _digest(text: str) -> str:
    """Of the words alone: white space and Unicode's two spellings of an accent make no difference."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return f"p-{hashlib.sha256(words.encode()).hexdigest()[:6]}"
