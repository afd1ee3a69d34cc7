"""Text in figures: how wide it will be, where it breaks, how it is cut.

SVG does not wrap text, and a static page cannot measure it: widths are estimated from classes of letters,
a little above those of Helvetica and Arial, the theme's fonts where a site loads none.
"""

from __future__ import annotations

import functools
import unicodedata

from generator.render.figures.svg import LINE, SIZE, Element, clean, element

_ELLIPSIS = "…"
_WIDTHS = (("iljI'’‘|!", 0.26), ("frt.,:;()[]-/“” ", 0.33), ("ckszvxyJ", 0.53), ("mwMW", 0.9), ("@%—…&", 1.0))
_EM = {letter: width for letters, width in _WIDTHS for letter in letters}


def measure(text: str, size: float = SIZE) -> float:
    """The estimated width of a text, in the units of `size`."""
    return size * sum(_em(char) for char in text)


def shorten(text: str, width: float, size: float = SIZE) -> str:
    """The text, or as much of it as fits the width with an ellipsis, cut between words where possible."""
    text = clean(text)
    if measure(text, size) <= width:
        return text
    kept = _fitting(text, width - measure(_ELLIPSIS, size), size)
    head, space, _ = kept.rpartition(" ")
    return (head if space and len(head) > len(kept) / 2 else kept).rstrip(" ,;:–-") + _ELLIPSIS


def wrap(text: str, width: float, lines: int, size: float = SIZE) -> tuple[str, ...]:
    """The text in at most so many lines of that width; the last one is cut if it must be."""
    words = clean(text).split(" ")
    done: list[str] = []
    while words and len(done) < lines - 1:
        count = _words_that_fit(words, width, size)
        done.append(shorten(" ".join(words[:count]), width, size))
        words = words[count:]
    return (*done, shorten(" ".join(words), width, size)) if words else tuple(done)


def text_lines(x: float, y: float, lines: tuple[str, ...], **attributes: str | float | None) -> Element:
    """Lines of text one under the other; `y` is the middle of the first line's small letters."""
    spans = (element("tspan", line, x=x, dy=None if i == 0 else "1.25em") for i, line in enumerate(lines))
    return element("text", *spans, x=x, y=y + 0.34 * SIZE, **attributes)


def height(lines: int) -> float:
    """The height of so many lines."""
    return lines * LINE


@functools.lru_cache(maxsize=1024)
def _em(char: str) -> float:
    if char in _EM:
        return _EM[char]
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    return 0.73 if char.isupper() else 0.58


def _fitting(text: str, width: float, size: float) -> str:
    end = 0
    while end < len(text) and measure(text[: end + 1], size) <= width:
        end += 1
    return text[:end]


def _words_that_fit(words: list[str], width: float, size: float) -> int:
    count = 1
    while count < len(words) and measure(" ".join(words[: count + 1]), size) <= width:
        count += 1
    return count
