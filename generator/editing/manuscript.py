"""An article as a Markdown file that an editor can go on with, and that reads the same again."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from generator.errors import BackgrounderError
from generator.model.text import Article, Paragraph
from generator.read import parse_source
from generator.read.markdown import markdown_blocks

_MARKS = {"headline": "# ", "heading": "## "}
#: What can be a mark of Markdown, or begin an entity.
_SPECIAL = re.compile(r"[\\`*_\[\]<>~&!|#]")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def manuscript(article: Article) -> str:
    """The article as Markdown: what is known about it as front matter, then its paragraphs.

    Teasers of related coverage without a date are left out: plain Markdown cannot tell them from the report.
    """
    head = "".join(f"{key}: {value}\n" for key, value in _front(article))
    text = "\n\n".join(_block(paragraph) for paragraph in article.paragraphs if is_kept(paragraph))
    return f"---\n{head}---\n{text}\n"


def is_kept(paragraph: Paragraph) -> bool:
    """Whether a paragraph is taken over."""
    return paragraph.kind != "related" or bool(paragraph.date)


def read_otherwise(article: Article, text: str) -> tuple[Paragraph, ...]:
    """The paragraphs that a manuscript does not give back in their place as the same words of the same kind."""
    kept = [p for p in article.paragraphs if is_kept(p)]
    try:
        again = {(p.id, p.kind, p.text) for p in parse_source(text, "manuscript.md").paragraphs}
    except BackgrounderError:
        again = set()
    return tuple(p for p in kept if (p.id, p.kind, p.text) not in again)


def _front(article: Article) -> Iterator[tuple[str, str]]:
    published = article.published
    if any(paragraph.kind == "headline" for paragraph in article.paragraphs):
        yield "title", _quoted(article.title)
    for key in ("dek", "outlet", "url"):
        if getattr(article, key):
            yield key, _quoted(getattr(article, key))
    if article.byline:
        yield "byline", f"[{', '.join(_quoted(name) for name in article.byline)}]"
    if published.basis == "stated" and published.value:
        yield "published", published.value
    if article.rights != "full":
        yield "rights", article.rights


def _quoted(text: str) -> str:
    """As YAML in double quotes; what YAML does not take as it is becomes an escape."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in written)


def _block(paragraph: Paragraph) -> str:
    if paragraph.kind == "caption" and not set("[]") & set(paragraph.text):
        return f"![{_plain(paragraph.text)}]()"
    date = f"\n\n{paragraph.date}" if paragraph.kind == "related" else ""
    return _MARKS.get(paragraph.kind, "") + _plain(paragraph.text) + date


def _plain(text: str) -> str:
    """The text so that Markdown reads it word for word: as it is, or with its marks as entities."""
    written = (text, _SPECIAL.sub(_entity, text), _PUNCTUATION.sub(_entity, text))
    return next((each for each in written if _reads_as(each, text)), html.escape(text))


def _reads_as(written: str, text: str) -> bool:
    blocks = markdown_blocks(written, 0)
    return [(block.text, block.kind) for block in blocks] == [(text, None)]


def _entity(mark: re.Match[str]) -> str:
    return f"&#{ord(mark[0])};"
