"""Saved web pages: the article's text by trafilatura, its metadata as the page states them.

Method: A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction", ACL 2021, for the text; schema.org and Open Graph for the metadata.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.errors import BackgrounderError
from generator.model.text import ParagraphKind
from generator.read.block import Block
from generator.read.characters import clean, letters
from generator.read.linked_data import article_record
from generator.read.metadata import Metadata
from generator.read.page_metadata import page_metadata

#: trafilatura's elements that are blocks of text, with the kind that each tells.
_KINDS: dict[str, ParagraphKind | None] = {
    "head": "heading", "item": "body", "cell": "body", "p": None, "quote": None, "ab": None, "code": None,
    "list": None, "table": None, "row": None, "div": None, "body": None,
}  # fmt: skip
#: Other people's posts in social media, embedded: not the reporter's words.
_EMBEDDED = "//blockquote[contains(@class,'twitter-') or contains(@class,'instagram-') or contains(@class,'tiktok-') or contains(@class,'bluesky-')]"
#: An outlet's own full text counts where less than this share of its words was found in the page's layout.
_ENOUGH = 0.8
#: No clock decides what date is possible.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_page(content: str, name: str) -> tuple[Metadata, list[Block], str]:
    """The metadata and the blocks of a saved page, and the extracted text that their offsets count in.

    The extracted text is the headline, the dek and the blocks, with blank lines between.
    BackgrounderError if there is no article in the page.
    """
    page = _parsed(content)
    document = _extract(content) if page is not None else None
    if page is None or document is None:
        raise BackgrounderError(
            "no article found in the page", path=name, hint="save its text as .txt or .md instead"
        )
    metadata = page_metadata(page, document)
    text = "".join(f"{told}\n\n" for told in (metadata.title, metadata.dek) if told)
    blocks: list[Block] = []
    for kind, words in _found(page, document):
        if len(blocks) < 3 and kind == "heading" and letters(words) == letters(metadata.title):
            continue  # the headline once more
        blocks.append(Block(words, len(text), len(blocks), kind))
        text += f"{words}\n\n"
    return metadata, blocks, text


def _parsed(content: str) -> HtmlElement | None:
    try:
        return document_fromstring(content.encode(errors="replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None


def _extract(content: str) -> trafilatura.settings.Document | None:
    try:
        found = trafilatura.bare_extraction(
            content,
            include_comments=False,
            include_links=True,  # tells lines that are but a link to other coverage
            with_metadata=True,
            prune_xpath=_EMBEDDED,
            date_extraction_params=dict(_DATES),
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError, UnicodeError):
        return None
    return found if found is not None and not isinstance(found, dict) and found.body is not None else None


def _found(
    page: HtmlElement, document: trafilatura.settings.Document
) -> list[tuple[ParagraphKind | None, str]]:
    """The texts that trafilatura finds; where they are much less than the page states as its full text, the lines of that."""
    found = list(_texts(document.body))
    stated = article_record(page).get("articleBody")
    if not isinstance(stated, str) or sum(len(text) for _, text in found) >= _ENOUGH * len(stated):
        return found
    lines = [clean(html.unescape(line)) for line in stated.splitlines()]
    return [(None, line) for line in lines if line] if len(lines) > 2 else found


def _texts(element: etree._Element) -> Iterator[tuple[ParagraphKind | None, str]]:
    """The texts of the blocks below an element, in order, with the kind that their tags tell."""
    kind: ParagraphKind | None = "related" if _is_link(element) else _KINDS.get(str(element.tag))
    words = [element.text or ""]
    for child in element:
        if child.tag in _KINDS:
            yield from _flush(kind, words)
            yield from _texts(child)
        else:
            words.append("\n" if child.tag == "lb" else str(child.xpath("string()")))
        words.append(child.tail or "")
    yield from _flush(kind, words)


def _is_link(element: etree._Element) -> bool:
    """Whether a paragraph or list item is nothing but a link, as teasers of related coverage are."""
    if element.tag not in {"p", "item"} or len(element) != 1 or element[0].tag != "ref":
        return False
    return not (element.text or "").strip() and not (element[0].tail or "").strip(" .")


def _flush(kind: ParagraphKind | None, words: list[str]) -> Iterator[tuple[ParagraphKind | None, str]]:
    text = clean("".join(words))
    words.clear()
    if text:
        yield kind, text
