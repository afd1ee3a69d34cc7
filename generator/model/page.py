"""What the renderer hands on: pages and other files of the site, not yet written anywhere."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page; `path` is relative to the site's source, with forward slashes, ending in .md.

    `description` is a line for search engines and previews, `data` the page's subject as JSON-LD, `hide`
    the sidebars it does without ("navigation", "toc").
    """

    path: str
    title: str
    markdown: str
    description: str = ""
    data: str = ""
    hide: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """The Markdown with title, description and hidden sidebars as front matter; JSON strings are YAML strings.

        Themes print a title and a description into their pages as they are, so both are given as HTML.
        """
        title, description = (
            html.escape(text).replace("&#x27;", "'") for text in (self.title, self.description)
        )
        told = {"title": title, "description": description, "hide": list(self.hide)}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items() if value]
        return "\n".join(("---", *lines, "---", "", self.markdown))


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
