"""The changes as an Atom feed (RFC 4287): the same bytes for the same record, wherever it is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.knowledge.labels import Labels
from generator.model.page import Asset
from generator.model.revision import Change, Revision
from generator.model.story import Story

PATH = "changes.xml"
_ATOM = "http://www.w3.org/2005/Atom"
#: The page of the changes, relative to the feed.
_PAGE = "changes/index.html"


def feed(story: Story, labels: Labels) -> Iterator[Asset]:
    """The feed, latest revision first; none before the first revision.

    Ids are UUIDs of the recorded words, so that they hold wherever the site lies; a revision's date is
    told as midnight UTC, since no hour is recorded.
    """
    revisions = story.history.revisions
    if not revisions:
        return
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": labels.language})
    _head(root, labels.text("changes.title"), _id(revisions[0], "feed"), max(r.date for r in revisions))
    SubElement(SubElement(root, "author"), "name").text = labels.text("changes.editors")
    SubElement(root, "link", {"rel": "self", "href": PATH})
    SubElement(root, "link", {"rel": "alternate", "href": _PAGE})
    for revision in reversed(revisions):
        _entry(SubElement(root, "entry"), revision, story, labels)
    indent(root)
    yield Asset(PATH, b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="utf-8") + b"\n")


def _head(element: Element, title: str, id: str, date: str) -> None:
    SubElement(element, "title").text = _shown(title)
    SubElement(element, "id").text = id
    SubElement(element, "updated").text = f"{date}T00:00:00Z"


def _id(revision: Revision, kind: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, repr((kind, revision)))}"


def _entry(entry: Element, revision: Revision, story: Story, labels: Labels) -> None:
    _head(entry, revision.why, _id(revision, "revision"), revision.date)
    SubElement(entry, "link", {"rel": "alternate", "href": f"{_PAGE}#revision-{revision.number}"})
    counted = Counter(_line(change, story, labels) for change in revision.changes)
    lines = (f"{line} × {count}" if count > 1 else line for line, count in counted.items())
    SubElement(entry, "summary").text = _shown("\n".join([revision.why, *lines]))


def _line(change: Change, story: Story, labels: Labels) -> str:
    """A change in a line, without the article's words: the page shows those that the rights allow."""
    page = f"articles/{change.article}.md"
    titles = {article.id: article.title for article in story.articles}
    title = titles.get(change.article) or story.history.pages.get(page, change.article)
    return f"{labels.text(f'change.{change.kind}')}: {title}"


def _shown(text: str) -> str:
    """Text that XML 1.0 can hold."""
    return "".join(
        c
        for c in text
        if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
