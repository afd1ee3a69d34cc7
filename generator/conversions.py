"""The HTML of pages, kept by all that it was made from: the same Markdown is not converted twice.

It imports no host: a page is whatever turns its Markdown into HTML and asks the site's files for the
addresses of those that it links. Only what no warning was told of is kept, so that each is told again.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

from generator import cache

#: Extensions whose result depends on the text and their settings alone: Python-Markdown's own, by name or
#: module, and those of PyMdown that read no other file.
_PURE = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes"
    r"|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)"
    r"|pymdownx\.(?:arithmatex|betterem|caret|critic|details|emoji|highlight|inlinehilite|keys|magiclink|mark"
    r"|saneheaders|smartsymbols|superfences|tabbed|tasklist|tilde)"
)
#: Whose releases decide what becomes of a text.
_CONVERTERS = ("markdown", "mkdocs", "pymdown-extensions")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of a page's table of contents."""

    name: str
    id: str
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """What a page's Markdown became.

    `title` is its first heading, where it opens with one; `anchors` can be linked to; `links` are those to anchors, as written, by the path of the file and the
    anchor; `asked` tells where each file was that was asked for ("" if nowhere).
    """

    content: str
    title: str | None
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    links: dict[str, dict[str, str]]
    asked: dict[str, str]


class Page(Protocol):
    """A host's page, before and after its Markdown is converted."""

    file: Any
    markdown: str | None
    content: str | None
    toc: Any
    _title_from_render: str | None
    present_anchor_ids: set[str] | None
    links_to_anchors: Any


@dataclass
class Asked:
    """A site's files, noting what is asked of them."""

    files: Any
    answers: dict[str, str] = field(default_factory=dict)

    def get_file_from_path(self, path: str) -> Any:
        """The file of that path in the sources, None if there is none."""
        found = self.files.get_file_from_path(path)
        self.answers[path] = _place(found)
        return found


class Conversions:
    """What was converted before, under `folder` (None: nothing is kept).

    `extensions` and `settings` are what decides how Markdown is converted and what is told of it; `contents` makes a host's table of contents of headings.
    """

    def __init__(
        self,
        folder: Path | None,
        extensions: Iterable[object],
        settings: object,
        contents: Callable[[list[Any]], Any],
    ) -> None:
        way = f"{list(extensions)} {settings}"
        pure = all(isinstance(e, str) and _PURE.fullmatch(e) for e in extensions)
        # What has no name of its own, a function among the settings, is told apart by its place in memory only.
        self.shelf = cache.Shelf(folder if pure and " at 0x" not in way else None)
        self.way = [way.encode(), *(metadata.version(name).encode() for name in _CONVERTERS)]
        self.contents = contents

    def convert(self, page: Page, files: Any, convert: Callable[[Any], None], links: bytes = b"") -> None:
        """Give a page its HTML, as it became before if all files that were asked for are still where they were.

        `links` tells what else is linked on the page than what its Markdown says.
        """
        key = cache.key(*self.way, links, page.file.url.encode(), (page.markdown or "").encode())
        known = self.shelf.read(key, Converted)
        if known and all(_place(files.get_file_from_path(p)) == place for p, place in known.asked.items()):
            self._restore(page, known, files)
            return
        asked = Asked(files)
        with _warnings() as told:
            convert(asked)
        if not told and page.links_to_anchors is not None:
            self.shelf.write(key, _converted(page, asked.answers))

    def _restore(self, page: Page, known: Converted, files: Any) -> None:
        page.content, page._title_from_render = known.content, known.title  # noqa: SLF001 - it has no public name
        page.toc = self.contents([_token(heading) for heading in known.headings])
        page.present_anchor_ids = set(known.anchors)
        page.links_to_anchors = {files.get_file_from_path(p): links for p, links in known.links.items()}


def _place(file: Any) -> str:
    """Where a file of the site is served, and whether it is."""
    return f"{file.url} {file.inclusion.name}" if file else ""


def _converted(page: Page, asked: dict[str, str]) -> Converted:
    links = {file.src_uri: links for file, links in page.links_to_anchors.items()}
    anchors = tuple(sorted(page.present_anchor_ids or ()))
    title = page._title_from_render  # noqa: SLF001 - as above
    return Converted(page.content or "", title, _headings(page.toc), anchors, links, asked)


def _headings(toc: Iterable[Any]) -> tuple[Heading, ...]:
    return tuple(Heading(item.title, item.id, item.level, _headings(item.children)) for item in toc)


def _token(heading: Heading) -> dict[str, Any]:
    """A heading as Python-Markdown tells it."""
    children = [_token(child) for child in heading.children]
    return {"name": heading.name, "id": heading.id, "level": heading.level, "children": children}


@contextmanager
def _warnings() -> Iterator[list[logging.LogRecord]]:
    """Whatever MkDocs tells its user meanwhile."""
    told: list[logging.LogRecord] = []
    handler = logging.Handler(logging.INFO)
    handler.emit = told.append  # type: ignore[assignment]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)
