"""What the renderer hands on: pages and other files of the site, not yet written anywhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page; `path` is relative to the site's source, with forward slashes, ending in .md."""

    path: str
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Asset:
    """Any other file of the site, as it is to be served."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """Every generated file of a site, sorted by path."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...] = ()
