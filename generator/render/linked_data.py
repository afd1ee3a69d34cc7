"""What a page is about as schema.org data (JSON-LD), for search engines: nothing that the page does not say."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from generator.knowledge.labels import Labels
from generator.model.entry import Entry
from generator.model.statement import Event
from generator.model.story import Story, Subject
from generator.model.text import Article
from generator.render.entries import MARKS

Json = dict[str, Any]
#: Kinds of subject as types of schema.org; whatever is left out is a defined term.
TYPES = {"person": "Person", "government": "GovernmentOrganization", "organisation": "Organization"}
#: Dates that schema.org knows: a day, a month, a year.
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def site_data(story: Story, title: str) -> str:
    """The home page: a site about the latest article."""
    articles = [_article(article) for article in story.articles[:1]]
    return _written({"@type": "WebSite", "name": title, "about": articles})


def article_data(article: Article, story: Story) -> str:
    """A news article, with the actors that it names most."""
    analysis = next(a for a in story.analyses if a.article.id == article.id)
    named = Counter(m.entity for m in analysis.resolution.mentions if m.entity)
    found = (story.subject(id) for id, _ in sorted(named.items(), key=lambda item: (-item[1], item[0])))
    actors = [_named(s) for s in found if s and s.actor and s.page and s.weight][:12]
    return _written({**_article(article), "about": actors})


def subject_data(subject: Subject, story: Story, labels: Labels) -> str:
    """An actor, or a term of the glossary."""
    data = {**_named(subject), "description": summary_of(subject.entry), **_term(subject, labels)}
    if subject.entity.aliases:
        data["alternateName"] = list(subject.entity.aliases)
    if subject.kind == "person":
        owner = story.subject(subject.entry.affiliation) if subject.entry else None
        data["jobTitle"] = subject.roles[0].text if subject.roles else ""
        data["affiliation"] = _named(owner) if owner else {}
    return _written(data)


def timeline_data(story: Story) -> str:
    """The dated events in order of time."""
    events = [_event(story, event) for event in story.timeline if _day(event)]
    items = [{"@type": "ListItem", "position": n, "item": event} for n, event in enumerate(events, 1)]
    return _written({"@type": "ItemList", "itemListElement": items})


def summary_of(entry: Entry | None) -> str:
    """An entry's short definition without its source marks; "" if there is none."""
    return MARKS.sub("", entry.summary) if entry else ""


def _article(article: Article) -> Json:
    return {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.dek,
        "url": article.url,
        "datePublished": (article.published.value or "") if article.published.basis == "stated" else "",
        "author": [{"@type": _signer(name, article.outlet), "name": name} for name in article.byline],
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else {},
    }


def _signer(name: str, outlet: str) -> str:
    """Whether somebody signs an article, or the outlet itself does."""
    return "Organization" if name.casefold() == outlet.casefold() else "Person"


def _named(subject: Subject) -> Json:
    return {"@type": TYPES.get(subject.kind, "DefinedTerm"), "name": subject.entity.name}


def _term(subject: Subject, labels: Labels) -> Json:
    if subject.kind in TYPES:
        return {}
    return {"inDefinedTermSet": {"@type": "DefinedTermSet", "name": labels.text("glossary.title")}}


def _event(story: Story, event: Event) -> Json:
    meant = "".join(f" [{m.text}: {_name(story, m.entity)}]" for m in event.meant)
    return {"@type": "Event", "name": f"{story.words(event.span)}{meant}", "startDate": _day(event)}


def _name(story: Story, id: str) -> str:
    subject = story.subject(id)
    return subject.entity.name if subject else id


def _day(event: Event) -> str:
    value = (event.date and event.date.value) or ""
    return value if _ISO.fullmatch(value) else ""


def _written(data: Json) -> str:
    """JSON that may stand in a script element: no tag can open or close in it; empty values are left out."""
    kept = {"@context": "https://schema.org", **{key: value for key, value in data.items() if value}}
    text = json.dumps(_filled(kept), ensure_ascii=False, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(part) for key, part in value.items() if part}
    return [_filled(part) for part in value] if isinstance(value, list) else value
