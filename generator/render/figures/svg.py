"""SVG as a tree of elements: the one place of the figures where text is cleaned and escaped.

No element carries a style or a script, so that figures work under a strict content security policy;
their look comes from classes (`bg-fig-*`) in docs/assets/backgrounder.css, and without that file from a few
presentation attributes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

#: Every element that a figure may contain.
ELEMENTS: frozenset[str] = frozenset(
    {"svg", "title", "desc", "g", "a", "path", "rect", "circle", "line", "text", "tspan"}
)
#: The width of every figure, and the size of its letters, in units of its view box. On a telephone of
#: 360 px the theme leaves 328 px to a figure: 15 units are then 11.2 px.
WIDTH = 440.0
SIZE = 15.0
LINE = 1.25 * SIZE

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_SAFE = frozenset({"http", "https", "mailto"})
_NOT_ID = re.compile(r"[^A-Za-z0-9_-]+")
_DROPPED = frozenset({"Cc", "Cs", "Co", "Cn"})  # controls, surrogates, private use, unassigned
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Element:
    """An SVG element; `str()` gives its markup."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Element | str, ...]

    def __str__(self) -> str:
        attributes = "".join(f" {name}={quoteattr(clean(value))}" for name, value in self.attributes)
        if not self.children:
            return f"<{self.name}{attributes}/>"
        inner = "".join(_markup(child) for child in self.children)
        return f"<{self.name}{attributes}>{inner}</{self.name}>"


def element(name: str, *children: Element | str, **attributes: str | float | None) -> Element:
    """An element. Underscores in attribute names become hyphens, `class_` is `class`, None is left out.

    Raises ValueError for an element that figures do not use.
    """
    if name not in ELEMENTS:
        raise ValueError(f"a figure has no <{name}>")
    pairs = ((_attribute(key), value) for key, value in attributes.items() if value is not None)
    return Element(name, tuple((key, number(value)) for key, value in pairs), children)


def clean(text: str) -> str:
    """Text in one line, without characters that XML forbids or that reorder the text around them."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (" " if c.isspace() else c for c in text if c.isspace() or _printable(c))
    return " ".join("".join(kept).split())


def number(value: str | float) -> str:
    """A coordinate rounded to one decimal, so that every machine writes the same; strings pass."""
    if isinstance(value, str):
        return value
    rounded = f"{value:.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded


def path(*parts: str | float) -> str:
    """The `d` of a path from commands and coordinates."""
    return " ".join(number(part) for part in parts)


def link(href: str, *children: Element, **attributes: str | float | None) -> Element:
    """The children inside a link, or in a group if there is no address that is safe to follow."""
    address = safe(href)
    return (
        element("a", *children, href=address, **attributes)
        if address
        else element("g", *children, **attributes)
    )


def safe(href: str) -> str:
    """The address if it is relative, or leads to the web or a mailbox; "" otherwise (no script)."""
    address = clean(href).replace(" ", "%20")
    scheme = _SCHEME.match(address)
    return "" if scheme and scheme.group(1).lower() not in _SAFE else address


def identifier(text: str) -> str:
    """Text as part of an id: letters, digits, hyphens."""
    return _NOT_ID.sub("-", text).strip("-") or "figure"


def frame(*children: Element, kind: str, height: float, title: str, desc: str, prefix: str) -> str:
    """A whole figure as markup in one line: scales to its container, named and described.

    `kind` is the figure's class, `prefix` makes its ids unique in the page. A figure with links is a
    group to a screen reader, since the content of an image cannot be reached; otherwise an image.
    """
    base = identifier(prefix)
    svg = element(
        "svg",
        element("title", title or " ", id=f"{base}-title"),
        element("desc", desc or " ", id=f"{base}-desc"),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"bg-fig bg-fig-{kind}",
        viewBox=f"0 0 {number(WIDTH)} {number(height)}",
        width="100%",
        role="group" if any(map(_has_link, children)) else "img",
        aria_labelledby=f"{base}-title",
        aria_describedby=f"{base}-desc",
        font_size=SIZE,
        fill="currentColor",
    )
    return str(svg)


def _markup(child: Element | str) -> str:
    return str(child) if isinstance(child, Element) else escape(clean(child))


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _printable(char: str) -> bool:
    return unicodedata.category(char) not in _DROPPED and char not in _BIDI


def _has_link(node: Element | str) -> bool:
    return isinstance(node, Element) and (node.name == "a" or any(map(_has_link, node.children)))
