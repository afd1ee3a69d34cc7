"""What a saved page states about its article: schema.org as JSON-LD, Open Graph and other meta elements.

A page tells its headline up to four times, not always alike; what most of them say is taken.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement
from trafilatura.settings import Document

from generator.knowledge.calendar import explicit_date
from generator.knowledge.schema import safe_url
from generator.read.byline import people
from generator.read.characters import clean, letters
from generator.read.linked_data import article_record, names_of, text_of
from generator.read.metadata import Metadata

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dc.date",
    "dcterms.created", "date.created", "sailthru.date", "pubdate", "publish-date", "publishdate", "published", "date",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dcsext.author",
    "byl",
    "dc.creator",
)
#: Where pages without metadata name their reporters.
_BYLINES = (
    "//*[@itemprop='author']//*[@itemprop='name']", "//*[@itemprop='author']", "//a[@rel='author']",
    "//*[contains(@class,'author-name') or contains(@class,'author__name') or contains(@class,'byline-name') or contains(@class,'byline__name')]",
)  # fmt: skip
#: Where a dek stands: right after the headline, or where the page's own names say so.
_DEKS = (
    "//h1/following::*[self::h2 or self::p or self::div][not(*[self::p or self::div])][position()<=8]",
    "//*[contains(@class,'standfirst') or contains(@class,'subhead') or contains(@class,'dek') or contains(@class,'excerpt')]",
)  # fmt: skip


def page_metadata(page: HtmlElement, document: Document) -> Metadata:
    """The metadata of a parsed page: what it states itself, else what trafilatura reads from its layout."""
    record = article_record(page)
    meta = _meta(page)
    outlet = (
        text_of(record.get("publisher")) or _first(meta, "og:site_name") or clean(document.sitename or "")
    )
    return Metadata(
        title=_title(page, record, meta, outlet) or clean(document.title or ""),
        outlet=outlet,
        byline=_byline(page, record, meta, outlet, document),
        url=_url(page, record, meta),
        published=_published(page, record, meta, document),
        dek=_dek(
            page,
            text_of(record.get("description")),
            _first(meta, "og:description"),
            _first(meta, "description"),
        ),
    )


def _meta(page: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by their lower-case name, in order."""
    found: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = clean(element.get("content") or "")
        if name and content:
            found.setdefault(name.lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], *names: str) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


# --- the headline ---


def _title(page: HtmlElement, record: dict[str, Any], meta: dict[str, list[str]], outlet: str) -> str:
    """The headline that most of the page's statements agree on; between equals, the dated record's, then the shown one."""
    stated = text_of(record.get("headline"))
    shown = [clean(h1.text_content()) for h1 in list(page.iter("h1"))[:5]]
    shared = _first(meta, "og:title", "twitter:title")
    window = clean(next((t.text or "" for t in page.iter("title")), ""))
    if record.get("@type") == "LiveBlogPosting" and shared:
        return _without_outlet(shared, outlet)  # the others change with every entry of a live page
    voices = [[stated], shown, [shared], [window]]
    candidates = [*([stated] if record.get("datePublished") else []), *shown, stated, shared]
    best = max(filter(None, candidates), key=lambda c: _support(c, voices), default="")
    if best and (_support(best, voices) > 1 or not window):
        return _without_outlet(best, outlet)
    return stated or _without_outlet(shared or window, outlet)


def _support(candidate: str, voices: Iterable[Iterable[str]]) -> int:
    """How many voices say the candidate, with or without an outlet's name after it."""
    return sum(any(_says(said, candidate) for said in voice) for voice in voices)


def _says(said: str, candidate: str) -> bool:
    full, short = letters(said), letters(candidate)
    return bool(short) and (full == short or (full.startswith(short) and _has_suffix(said, candidate)))


def _has_suffix(said: str, candidate: str) -> bool:
    """Whether what follows the candidate begins with a separator, as an outlet's name does."""
    rest = said[len(candidate) - 1 :]
    return re.match(r".{0,2}?\s*[|–—·»-]\s", rest) is not None


def _without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name behind it."""
    head, separator, tail = _rpartition(title)
    named = letters(outlet)
    return (
        head if separator and named and head and (letters(tail) in named or named in letters(tail)) else title
    )


def _rpartition(title: str) -> tuple[str, str, str]:
    match = re.match(r"(.+)(\s[|–—·»-]\s)(.+)$", title)
    return (match[1].strip(), match[2], match[3]) if match else (title, "", "")


def _dek(page: HtmlElement, *descriptions: str) -> str:
    """A description that the page also shows below its headline, word for word, is its dek."""
    wanted = {letters(text) for text in descriptions if len(text) > 20}
    shown = [clean(e.text_content()) for path in _DEKS for e in page.xpath(path)[:3]]
    return next((text for text in shown if letters(text) in wanted), "")


# --- the reporters ---


def _byline(
    page: HtmlElement, record: dict[str, Any], meta: dict[str, list[str]], outlet: str, document: Document
) -> tuple[str, ...]:
    """The reporters by the first source that names any; an outlet only where it names itself as author."""
    stated = _reporters(names_of(record.get("author")))
    if stated:
        return stated
    sources = [*(meta.get(name, []) for name in _AUTHORS), *_marked(page), (document.author or "").split(";")]
    for source in sources:
        names = _reporters(name for name in source if letters(name) != letters(outlet))
        if names:
            return names
    return ()


def _marked(page: HtmlElement) -> Iterator[list[str]]:
    for path in _BYLINES:
        yield [clean(element.text_content()) for element in page.xpath(path)[:4]]


def _reporters(told: Iterable[str]) -> tuple[str, ...]:
    """Names apart, in order, each once; addresses and long texts are none."""
    names: list[str] = []
    for each in told:
        text = re.sub(r"^by\b:?\s*", "", clean(html.unescape(each)), flags=re.IGNORECASE)
        if text and len(text) <= 120 and not re.search(r"https?:|www\.|@|\.com\b", text):
            names += (
                people(text).names if re.search(r",|\band\b|&|;|\|", text) and people(text).names else [text]
            )
    return tuple(dict.fromkeys(names))


# --- the rest ---


def _url(page: HtmlElement, record: dict[str, Any], meta: dict[str, list[str]]) -> str:
    canonical = [
        link.get("href") or "" for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    stated = [
        *canonical,
        _first(meta, "og:url"),
        text_of(record.get("url")),
        text_of(record.get("mainEntityOfPage")),
    ]
    return next((url for url in stated if url and safe_url(url)), "")


def _published(
    page: HtmlElement, record: dict[str, Any], meta: dict[str, list[str]], document: Document
) -> str:
    """The first date that is one, by how surely it is that of publication."""
    times = [
        t.get("datetime") or ""
        for t in page.iter("time")
        if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"
    ]
    stated = [
        text_of(record.get("datePublished")),
        *(_first(meta, name) for name in _DATES),
        *times,
        document.date or "",
    ]
    return next((date for text in stated if (date := _iso(text))), "")


def _iso(text: str) -> str | None:
    """The date of a time stamp, in the page's own time zone."""
    stamp = re.match(r"\d{4}-\d{2}-\d{2}", text)
    return explicit_date(stamp[0] if stamp else text)
