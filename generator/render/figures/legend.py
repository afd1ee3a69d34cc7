"""Legends: small drawn signs with their meaning in words, set in lines."""

from __future__ import annotations

from collections.abc import Sequence

from generator.render.figures.lettering import measure, text_lines
from generator.render.figures.svg import LINE, WIDTH, Element, element

_SIGN = 34.0  # room for a sign
_SPACE = 14.0  # between two entries

#: A sign, drawn around (0, 0) no more than 24 units wide, and what it means.
Entry = tuple[Element, str]


def legend(entries: Sequence[Entry], top: float) -> tuple[Element, float]:
    """The entries from left to right in as many lines as they need, and the height of it all."""
    x, y, drawn = 0.0, top + LINE / 2, []
    for sign, words in entries:
        width = _SIGN + measure(words)
        if x > 0 and x + width > WIDTH:
            x, y = 0.0, y + LINE * 1.15
        drawn.append(element("g", sign, transform=f"translate({x + 14:.1f} {y:.1f})"))
        drawn.append(text_lines(x + _SIGN, y, (words,), class_="bg-fig-muted"))
        x += width + _SPACE
    group = element("g", *drawn)
    return group, (y + LINE / 2 - top if entries else 0.0)
