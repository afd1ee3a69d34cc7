"""Whether an entry's words name their sources, and hold nothing but plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import BackgrounderError
from generator.knowledge.citations import numbers
from generator.knowledge.frontmatter import FrontMatter
from generator.knowledge.schema import Checked, has_html, safe_url

_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|<([a-z][a-z0-9+.-]*:[^>\s]*)>", re.IGNORECASE)
_BLOCK = re.compile(r"(?:.+\n?)+")
_CITED = re.compile(r"\[\d[\d\s,]*\]\.?\s*\Z")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


def check_citations(values: Mapping[str, Any], front: FrontMatter, checked: Checked) -> None:
    """Every number of a source, in facts, notes, summary and why, must be that of a source."""
    count = _sources(front)
    for key in ("facts", "afterwards"):
        for index, row in enumerate(values.get(key, ())):
            if (source := row.get("source", 0)) >= count:
                checked.problem(f"{key}.{index}.source", _no_source(source, count))
    for key in ("summary", "why"):
        for source in numbers(values.get(key, "")):
            if not 0 <= source < count:
                checked.problem(key, _no_source(source, count))


def check_body(front: FrontMatter, checked: Checked) -> None:
    """The body is plain Markdown, leads to the web only, and every paragraph and list names its sources."""
    blocks = [
        (front.body.count("\n", 0, m.start()) + front.body_line, m.group())
        for m in _BLOCK.finditer(front.body)
    ]
    blocks = [block for block in blocks if block[1].strip()]
    following = [*(text for _, text in blocks[1:]), ""]
    for (line, text), after in zip(blocks, following, strict=False):  # without blocks, one too many
        for what, hint in _wrong_in_block(text, after, _sources(front)):
            checked.problems.append(BackgrounderError(what, path=checked.path, line=line, hint=hint))


def _wrong_in_block(text: str, after: str, count: int) -> Iterator[tuple[str, str]]:
    if has_html(text):
        yield "the body holds HTML", "write Markdown: **bold**, *italics*, ## heading, - list"
    if "{:" in text or "![" in text:
        yield "the body holds a picture or an attribute list", "entries are words, lists, headings and links"
    for link in _LINK.finditer(text):
        if not safe_url(url := link.group(1) or link.group(2) or ""):
            yield f"the body links to {url or 'nothing'}", "a link begins with https:// or http://"
    yield from ((_no_source(n, count), "") for n in numbers(text) if not 0 <= n < count)
    if not (_CITED.search(text) or text.startswith("#") or _goes_on(text, after)):
        yield "a paragraph without its source", "end it with the source's number: [1]"


def _goes_on(text: str, after: str) -> bool:
    """Whether the list that follows ends what this block begins; its last item names the sources."""
    return bool(_ITEM.match(after)) and (text.rstrip().endswith(":") or bool(_ITEM.match(text)))


def _sources(front: FrontMatter) -> int:
    """How many sources a file gives; at least one, for their lack is told once, not at every mark."""
    sources = front.values.get("sources")
    return len(sources) if isinstance(sources, list) and sources else 1


def _no_source(index: int, count: int) -> str:
    return f"source {index + 1} does not exist: there are {count}"
