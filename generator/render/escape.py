"""Escaping, in one place: whatever the templates print passes here unless it is marked `Safe`."""

from __future__ import annotations

import functools
import re

from markupsafe import Markup

#: Characters that may begin markup inside a line of Markdown, HTML or an attribute. Numeric
#: references mean the same to all three, and to Python-Markdown they are opaque: its inline
#: patterns never look inside.
_ALWAYS = '&<>"`*_{}[]\\|~^'
#: What only means something at the start of a line: headings, lists, rules, blocks, definitions.
_LEADING = re.compile(r"^(?:[#+=:!?/-]|(\d{1,9})[.)])")
#: A scheme in plain text, which some extensions turn into a link.
_SCHEME = re.compile(r"://")
#: Doubled signs that extensions give a meaning (marks, insertions, snippets, rules).
_DOUBLED = re.compile(r"([=+:$%-])(?=\1)")
#: Template delimiters whose braces are escaped already, but not these.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

_TABLE = {ord(char): f"&#{ord(char)};" for char in _ALWAYS}


class Safe(Markup):
    """Markup that the renderer itself wrote; never made from text of an article or entry."""

    __slots__ = ()


def escape(value: object) -> Safe:
    """Any value as text that Markdown and HTML show letter by letter, on one line.

    Line breaks become blanks; control characters and invisible direction marks are left out, since
    they can make a line read otherwise than it is written (Unicode Technical Report 36).
    """
    return Safe(value) if isinstance(value, Markup) else _escaped(str(value))


@functools.lru_cache(maxsize=8192)
def _escaped(text: str) -> Safe:
    """Names, labels and addresses stand on page after page."""
    text = _INVISIBLE.sub("", " ".join(text.split()))
    text = text.translate(_TABLE)
    text = _SCHEME.sub(":&#47;&#47;", text)
    text = _DOUBLED.sub(lambda m: f"&#{ord(m[1])};", text)
    return Safe(_LEADING.sub(_lead, text))


def _lead(match: re.Match[str]) -> str:
    whole = match[0]
    return f"{match[1]}&#{ord(whole[-1])};" if match[1] else f"&#{ord(whole)};"


def attribute(value: object) -> Safe:
    """A value for use between double quotes in an HTML attribute or an attribute list."""
    return escape(value)


def join(*parts: Safe) -> Safe:
    """Markup put together from markup."""
    return Safe("".join(parts))
