"""A built site, checked against its sources from scratch."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lxml import html

from generator.errors import BackgrounderError
from generator.knowledge import Knowledge
from generator.knowledge.labels import Labels
from generator.model.correction import Correction
from generator.model.revision import History
from generator.model.text import Article
from generator.publish.addresses import check_addresses
from generator.publish.grounding import Evidence, check_grounding, plain
from generator.publish.problem import Problem

#: Where story.json holds spans with their words.
WORDED = ("mentions", "quotations", "dates", "events")
#: What stands for words that may not be shown.
BLANKED = "… "
SPANNED = (*WORDED, "statements", "relations")


@dataclass(frozen=True)
class Sources:
    """What a site is checked against, as read now."""

    articles: tuple[Article, ...]
    knowledge: Knowledge
    corrections: tuple[Correction, ...] = ()
    history: History = field(default_factory=History)


def verify(site: Path, sources: Sources, labels: Labels) -> tuple[Problem, ...]:
    """All problems of a built site, sorted; none if every word on it is where it says it is.

    BackgrounderError if there is no site to check.
    """
    story = _story(site)
    read = {article.id: article for article in sources.articles}
    trees = {
        path.relative_to(site).as_posix(): html.parse(str(path)).getroot()
        for path in sorted(site.rglob("*.html"))
    }
    evidence = _edited(_evidence(story, {**read, **_shown(story, read)}, sources.knowledge, labels), sources)
    found = [*_check_story(story, read), *check_addresses(site, trees)]
    for page in story.get("pages", ()):
        found += (
            check_grounding(page, trees[page], evidence) if page in trees else [Problem(page, "is missing")]
        )
    return tuple(sorted(set(found)))


def _story(site: Path) -> dict[str, Any]:
    path = site / "story.json"
    if not path.is_file():
        raise BackgrounderError(
            "there is no built site here", path=str(site), hint="build it first: mkdocs build"
        )
    try:
        story: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BackgrounderError(
            f"is not JSON: {error}", path=str(path), hint="build the site again"
        ) from error
    return story


def _check_story(story: Mapping[str, Any], articles: Mapping[str, Article]) -> Iterator[Problem]:
    """The data contract against the articles as read now."""
    for told in story["articles"]:
        article = articles.get(told["id"])
        if article is None or not _as_read(article, told["paragraphs"]):
            yield Problem("story.json", "an article is not as in its seed", told["id"])
    for kind in SPANNED:
        for record in story[kind]:
            yield from _check_record(kind, record, articles)


def _as_read(article: Article, told: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the paragraphs are the article's; where it is shown in excerpts, words may be blanked."""
    if [p.id for p in article.paragraphs] != [p["id"] for p in told]:
        return False
    pairs = zip((p.text for p in article.paragraphs), (p["text"] for p in told), strict=True)
    blank = BLANKED if article.rights == "excerpts" else ""
    return all(
        len(a) == len(b) and all(y in (x, *blank) for x, y in zip(a, b, strict=True)) for a, b in pairs
    )


def _shown(story: Mapping[str, Any], articles: Mapping[str, Article]) -> dict[str, Article]:
    """Articles shown in excerpts, with their text as story.json tells it (checked against the seed)."""
    shown = {}
    for told in story["articles"]:
        article = articles.get(told["id"])
        if article and article.rights == "excerpts" and _as_read(article, told["paragraphs"]):
            texts = [p["text"] for p in told["paragraphs"]]
            paragraphs = (replace(p, text=text) for p, text in zip(article.paragraphs, texts, strict=True))
            shown[article.id] = replace(article, paragraphs=tuple(paragraphs))
    return shown


def _check_record(kind: str, record: Mapping[str, Any], articles: Mapping[str, Article]) -> Iterator[Problem]:
    article = articles.get(record["article"])
    if article is None or record["paragraph"] not in article.numbers:
        yield Problem(
            "story.json", f"{kind}: no such paragraph", f"{record['article']}#{record['paragraph']}"
        )
        return
    words = article.paragraph(record["paragraph"]).text[record["start"] : record["end"]]
    if not words or (kind in WORDED and words != record["text"]):
        yield Problem(
            "story.json", f"{kind}: words that the article does not hold there", record.get("text", "")
        )


def _evidence(
    story: Mapping[str, Any], articles: Mapping[str, Article], knowledge: Knowledge, labels: Labels
) -> Evidence:
    return Evidence(
        articles=articles,
        knowledge=knowledge,
        labels=labels,
        names=frozenset(plain(name) for name in _names(story, articles, knowledge, labels)),
        relations=frozenset(plain(told) for told in _relations(story)),
        rules=frozenset(plain(rule) for rule in _rules(story)),
        dates=frozenset(_dates(story, knowledge)),
        questions=frozenset(plain(q["text"]) for q in story["open_questions"]),
    )


def _edited(evidence: Evidence, sources: Sources) -> Evidence:
    """The evidence with what editors recorded: the words of revisions, the reasons of corrections."""
    history = sources.history
    recorded = (*history.articles.values(), *history.metadata.values())
    last = [text for texts in recorded for text in texts.values()]
    now = ((a.title, *a.stated.values(), *(p.text for p in a.paragraphs)) for a in sources.articles)
    last += [text for texts in now for text in texts]
    told = {
        str(r.number): [r.why, *(t for c in r.changes for t in (c.before, c.after))]
        for r in history.revisions
    }
    return replace(
        evidence,
        names=evidence.names | {plain(title) for title in (*history.pages.values(), *history.articles)},
        dates=evidence.dates | {revision.date for revision in history.revisions},
        revisions={number: frozenset(map(plain, texts)) for number, texts in {"0": last, **told}.items()},
        corrections={str(c.number): plain(c.why) for c in sources.corrections if c.why},
    )


def _names(
    story: Mapping[str, Any], articles: Mapping[str, Article], knowledge: Knowledge, labels: Labels
) -> Iterator[str]:
    """Names of what the articles mention or knowledge describes, of the articles, and of our own pages."""
    for entity in story["entities"]:
        yield from (entity["name"], *entity["aliases"])
    for article in articles.values():
        yield from (article.title, article.dek, article.outlet, *article.byline)
    for entry in knowledge.entries:
        yield from (entry.name, entry.acronym)
    yield from (text for key, text in labels.texts.items() if key.endswith(".title"))


def _relations(story: Mapping[str, Any]) -> Iterator[str]:
    """Who does what to whom, in one line as figures have it."""
    names = {entity["id"]: entity["name"] for entity in story["entities"]}
    for told in story["relations"]:
        subject, object = (names.get(told[end], told[end]) for end in ("subject", "object"))
        yield f"{subject} {told['verb']} {object}"


def _rules(story: Mapping[str, Any]) -> Iterator[str]:
    for kind in ("mentions", "quotations"):
        yield from (record["rule"] for record in story[kind])
    yield from (quotation["cue"] for quotation in story["quotations"])
    yield from (record["verb"] for kind in ("statements", "relations") for record in story[kind])
    yield from (date["why"] for date in story["dates"])
    yield from (article["published"]["why"] for article in story["articles"])
    yield from (entity["role"]["rule"] for entity in story["entities"] if "role" in entity)


def _dates(story: Mapping[str, Any], knowledge: Knowledge) -> Iterator[str]:
    for record in (*story["dates"], *story["events"]):
        value = record.get("value") or record.get("date")
        if value:
            yield from (value, f"{value}/{record['until']}" if record.get("until") else value)
    for article in story["articles"]:
        yield article["published"]["value"] or ""
        yield from (p["date"] for p in article["paragraphs"] if p.get("date"))
    for entry in knowledge.entries:
        yield from (entry.as_of, *(note.as_of for note in entry.afterwards))
