"""JSON-LD: the record that a page's schema.org data hold of its article."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from generator.read.characters import clean

#: schema.org's types of articles that stand for a whole page, the surest first.
_TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle",
    "AskPublicNewsArticle", "LiveBlogPosting", "Article", "Report", "BlogPosting", "ScholarlyArticle", "TechArticle",
)  # fmt: skip


def article_record(page: HtmlElement) -> dict[str, Any]:
    """The page's record of its article, `@id` references in its author resolved; {} if it has none.

    Of several the one of the surest type counts, then the first.
    """
    records = [record for script in page.iter("script") for record in _records(script)]
    articles = [(rank, record) for record in records if (rank := _rank(record)) is not None]
    if not articles:
        return {}
    best = min(articles, key=lambda pair: pair[0])[1]
    known = {str(record["@id"]): record for record in records if record.get("@id") and record.get("name")}
    return {key: _resolved(value, known) for key, value in best.items()}


def text_of(value: Any) -> str:
    """The plain text of a value: a string, or the name or id of an object, or the first of a list."""
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), "")
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@id") or "")
    return clean(html.unescape(value)) if isinstance(value, str) else ""


def names_of(value: Any) -> list[str]:
    """The names in an author's value: strings, objects with a name, or lists of them."""
    if isinstance(value, list):
        return [name for item in value for name in names_of(item)]
    if isinstance(value, dict):
        return names_of(value.get("name"))
    return [text] if (text := text_of(value)) else []


def _rank(record: dict[str, Any]) -> int | None:
    types = record.get("@type")
    ranks = [
        _TYPES.index(t)
        for t in (types if isinstance(types, list) else [types])
        if isinstance(t, str) and t in _TYPES
    ]
    return min(ranks) if ranks and record.get("headline") else None


def _records(script: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of one script, the outermost first, in order."""
    if "ld+json" not in (script.get("type") or "").lower():
        return
    queue: list[Any] = [_loaded(script.text_content())]
    for value in queue:  # grows while it is read: breadth first
        if isinstance(value, dict):
            yield value
            queue += value.values()
        elif isinstance(value, list):
            queue += value


def _loaded(text: str) -> Any:
    bare = (
        re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text)
        .strip()
        .rstrip(";")
    )
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None


def _resolved(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, known) for item in value]
    if isinstance(value, dict) and not value.get("name"):
        return known.get(str(value.get("@id")), value)
    return value
