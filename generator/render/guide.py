"""llms.txt: what the site holds and where, in plain Markdown, for programs that read rather than browse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.knowledge.labels import Labels
from generator.model.page import Asset, Page
from generator.render.paths import url


def guide(pages: Iterable[Page], labels: Labels) -> Asset:
    """The guide as a file at the site's root; addresses are relative to it."""
    return Asset("llms.txt", ("\n".join(_lines(list(pages), labels)) + "\n").encode())


def _lines(pages: list[Page], labels: Labels) -> Iterator[str]:
    home = next(page for page in pages if page.path == "index.md")
    yield f"# {_plain(home.title)}"
    yield f"\n> {_plain(home.description)}" if home.description else ""
    yield f"\n{labels.text('guide')} [story.json](story.json)\n"
    for page in pages:
        told = f": {_plain(page.description)}" if page.description else ""
        yield f"- [{_plain(page.title)}]({url(page.path) or './'}){told}"


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("[", "(").replace("]", ")")
