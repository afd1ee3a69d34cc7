"""The picture that goes with a link when a page is shared: title, section and site, 1200 × 630.

Drawn by Pillow in Source Serif, which lies in a package of its own: nothing is fetched, and the same words give the
same bytes. Words with letters that the font has not, such as Chinese or Arabic ones, are left out rather than
shown as boxes.
"""

from __future__ import annotations

import functools
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL import __version__ as pillow

SIZE = (1200, 630)
_MARGIN, _RIGHT = 96, 1120
_PAPER, _INK, _SOFT, _ACCENT, _LINE = "#fbfaf7", "#1f1f1f", "#5f5b53", "#8a1c2b", "#d9d5cb"
#: Sizes of the title, the largest that fits its lines is taken.
_SIZES = (84, 76, 68, 60, 52, 46)
_LINES = 4
_TITLE_TOP, _TITLE_BOTTOM = 170, 500
#: Few colours, since there are few: a third of the bytes.
_COLOURS = 32
_NOT_IN_THE_FONT = "\U0010fffe"


@dataclass(frozen=True)
class Card:
    """What a picture says."""

    title: str
    section: str
    site: str


def way() -> bytes:
    """What pictures depend on beside their words: this file, and Pillow's release."""
    return Path(__file__).read_bytes() + str(pillow).encode()


def picture(card: Card) -> bytes:
    """The card as a PNG."""
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 23, SIZE[1]), fill=_ACCENT)
    draw.line((_MARGIN, 536, _RIGHT, 536), fill=_LINE, width=2)
    section, title = _legible(card.section), _legible(card.title)
    draw.text((_MARGIN, 88), section if title else "", font=_font("Semibold", 34), fill=_ACCENT)
    draw.text((_MARGIN, 558), _legible(card.site), font=_font("Regular", 30), fill=_SOFT)
    font, lines = _fitted(title or section)
    height = font.size * 1.16
    top = _TITLE_TOP + max(0.0, (_TITLE_BOTTOM - _TITLE_TOP - height * len(lines)) / 3)
    for i, line in enumerate(lines):
        draw.text((_MARGIN - 3, top + i * height), line, font=font, fill=_INK)
    return _png(image)


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(file, "PNG", compress_level=6)
    return file.getvalue()


def _fitted(text: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which a title fits its lines; the last line ends in an ellipsis if none do."""
    for size in _SIZES:
        font = _font("Bold", size)
        lines = list(_wrapped(text, font))
        if len(lines) <= _LINES and len(lines) * size * 1.16 <= _TITLE_BOTTOM - _TITLE_TOP:
            return font, lines
    return font, [*lines[: _LINES - 1], f"{lines[_LINES - 1].rstrip('.,;: ')}…"]


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > _RIGHT - _MARGIN:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _legible(text: str) -> str:
    """The text in composed letters; "" if the font lacks one of them."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return composed if all(map(_has, sorted(set(composed)))) else ""


@functools.cache
def _has(letter: str) -> bool:
    """Whether the font draws a letter, and not the box that stands for what it lacks."""
    return letter.isspace() or _drawn(letter) != _drawn(_NOT_IN_THE_FONT)


def _drawn(letter: str) -> tuple[bytes, tuple[int, int]]:
    mask = _font("Regular", 30).getmask(letter)
    return bytes(mask), mask.size


@functools.cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """Letters laid out one by one: what a system's own shaping would add differs from machine to machine."""
    font = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(str(font), size, layout_engine=ImageFont.Layout.BASIC)
