"""The Python-Markdown extension that links names in hand-written pages, as entries are linked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

#: Elements whose text is never linked: links already, headings, code, and what is cited word for word.
CLOSED = frozenset(
    {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "svg", "summary"}
)
#: A piece of text, the link target if it names something, and that thing's short definition.
Piece = tuple[str, str, str]
Cutter = Callable[[str], Iterator[Piece]]


class AutolinkExtension(Extension):
    """Links names through `cut`, which is set for each page (None: link nothing)."""

    def __init__(self) -> None:
        super().__init__()
        self.cut: Cutter | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register behind inline parsing (priority 20) and before links are made relative (0)."""
        md.treeprocessors.register(_Linker(md, self), "backgrounder-autolink", 5)


class _Linker(Treeprocessor):
    def __init__(self, md: Markdown, extension: AutolinkExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        if self.extension.cut is not None:
            _walk(root, self.extension.cut)


def _walk(element: Element, cut: Cutter) -> None:
    if element.tag in CLOSED:
        return
    children = list(element)
    element.text = _link(element, 0, element.text, cut)
    for child in children:
        _walk(child, cut)
        child.tail = _link(element, list(element).index(child) + 1, child.tail, cut)


def _link(parent: Element, at: int, text: str | None, cut: Cutter) -> str | None:
    """Insert links into `parent` from position `at` on; returns the text that stays before the first."""
    if not text or isinstance(text, AtomicString):
        return text
    before, last = "", None
    for words, target, definition in cut(text):
        if target:
            last = Element("a", {"href": target, "class": "bg-name", "title": definition})
            last.text = words
            parent.insert(at, last)
            at += 1
        elif last is None:
            before += words
        else:
            last.tail = (last.tail or "") + words
    return before
