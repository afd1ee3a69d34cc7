"""An entry's words as Markdown: its few marks are read here, everything else is text.

An entry's body knows paragraphs, `- ` lists, `## ` headings and source marks (`[1, 3]`). Each block
is written with the entry and field it stands in, so that it can be compared with the seed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.model.entry import Entry, Source
from generator.render.escape import Safe, attribute, escape
from generator.render.paths import web_address
from generator.render.pen import Pen

#: Source marks at the end of a block: "[1]", "[1, 3]".
MARKS = re.compile(r"\s*\[(\d+(?:\s*,\s*\d+)*)\]\s*$")
Linker = Callable[[str], Safe]


class EntryPen:
    """Writes one entry on one page; `linker` turns plain text into text with names linked."""

    def __init__(self, pen: Pen, entry: Entry, linker: Linker) -> None:
        self.pen = pen
        self.entry = entry
        self.linker = linker

    def line(self, field: str, text: str, *, marks: bool = True) -> Safe:
        """One line of an entry with its source marks as links; `field` says where it stands."""
        found = MARKS.search(text)
        words = text[: found.start()] if found else text
        shown = self._marked(field, self.linker(words))
        return Safe(f"{shown}{self._marks(found[1])}") if found and marks else shown

    def plain(self, field: str, text: str) -> Safe:
        """One line without links, for places where Markdown is not read."""
        return self._marked(field, escape(text))

    def _marked(self, field: str, shown: Safe) -> Safe:
        return Safe(f'<span data-entry="{attribute(self.entry.id)}" data-field="{field}">{shown}</span>')

    def summary(self, *, marks: bool = True) -> Safe:
        """The short definition; without source marks where the list of sources is not on the page."""
        return self.line("summary", self.entry.summary, marks=marks)

    def mark(self, source: int) -> Safe:
        """The mark of one source (an index from 0), as raw HTML."""
        number = source + 1
        return Safe(f'<sup class="bg-marks"><a href="#source-{number}">{number}</a></sup>')

    def body(self) -> Safe:
        """The longer text, block by block."""
        blocks = re.split(r"\n\s*\n", self.entry.body.strip()) if self.entry.body.strip() else []
        return Safe("\n\n".join(self._block(block) for block in blocks))

    def _block(self, block: str) -> str:
        if block.startswith("#"):
            level = len(block) - len(block.lstrip("#"))
            return f"{'#' * max(3, min(level + 1, 6))} {self.line('body', block.lstrip('# ').strip())}"
        if re.match(r"[-*] ", block):
            items = re.split(r"\n\s*[-*] ", "\n" + block)[1:]
            return "\n".join(f"- {self.line('body', ' '.join(item.split()))}" for item in items)
        return self.line("body", " ".join(block.split()))

    def _marks(self, numbers: str) -> str:
        found = [int(n) for n in re.findall(r"\d+", numbers)]
        links = "".join(f"[{n}](#source-{n})" for n in found if 1 <= n <= len(self.entry.sources))
        return f'<sup class="bg-marks">{links}</sup>'

    def source(self, number: int, source: Source) -> Safe:
        """One line of the list of sources, with its link where there is one."""
        return Safe(f"{self.source_line(source)}\n{{: #source-{number} }}")

    def source_line(self, source: Source) -> Safe:
        """Title, publisher and date of a source, the title as a link where there is one."""
        parts = [self._source_part(part) for part in (source.title, source.publisher, source.date) if part]
        linked = f"[{parts[0]}](<{web_address(source.url)}>)" if source.url else parts[0]
        return Safe(", ".join([linked, *parts[1:]]))

    def _source_part(self, text: str) -> str:
        return f'<span data-source="{attribute(self.entry.id)}">{escape(text)}</span>'
