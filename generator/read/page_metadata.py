"""What a saved page states about its article: schema.org (JSON-LD), Open Graph, trafilatura's reading."""

from __future__ import annotations

from trafilatura.settings import Document

from generator.knowledge.calendar import explicit_date
from generator.knowledge.schema import safe_url
from generator.read.characters import clean
from generator.read.metadata import Metadata


def page_metadata(content: str, document: Document) -> Metadata:
    """The metadata of a page: what it states itself, else what trafilatura reads from its layout."""
    return Metadata(
        title=clean(document.title or ""),
        outlet=clean(document.sitename or ""),
        byline=tuple(clean(a) for a in (document.author or "").split(";") if clean(a)),
        url=document.url if document.url and safe_url(document.url) else "",
        published=explicit_date(document.date or "") or "",
    )
