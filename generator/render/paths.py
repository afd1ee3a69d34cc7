"""Addresses: from one generated page to another, as Markdown sees it and as a browser does."""

from __future__ import annotations

import functools
import posixpath
import re


def link(source: str, target: str, anchor: str = "") -> str:
    """The link in page `source` to page `target` (both .md paths), for Markdown: relative, ending in .md."""
    tail = f"#{anchor}" if anchor else ""
    if source == target and anchor:
        return tail
    return _relative(target, posixpath.dirname(source) or ".") + tail


#: A page's links lead to the same few pages over and over, and the path's own arithmetic is slow.
_relative = functools.lru_cache(maxsize=4096)(posixpath.relpath)


def url(path: str) -> str:
    """The address of a page below the site's root: "actors/x.md" → "actors/x/", "index.md" → ""."""
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"


def href(source: str, target: str, anchor: str = "") -> str:
    """The same link for raw HTML and SVG, between pages served as directories."""
    start, goal = url(source), url(target)
    relative = posixpath.relpath(goal or ".", start or ".")
    path = "./" if relative == "." else f"{relative}/"
    return path + (f"#{anchor}" if anchor else "")


def web_address(address: str) -> str:
    """A link target out of the site that cannot end early or be anything but http or https; else ""."""
    if not re.match(r"https?://", address):
        return ""
    return re.sub(r"[<>\s\"'`{}|\\^\[\]]", lambda m: f"%{ord(m[0]):02X}", address)
