"""story.json: all the site's data, for programs. Fields may be added, never renamed (docs/design.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.model.correction import Applied
from generator.model.entity import Resolved
from generator.model.revision import Revision
from generator.model.statement import DateExpression, Event, Quotation, Relation, Role, Statement
from generator.model.story import Story, Subject
from generator.model.text import Article, Paragraph, Span

SCHEMA = 1
Json = dict[str, Any]


def story_json(story: Story, version: str, *, pages: Iterable[str] = (), line: bool = False) -> str:
    """The story as JSON text: UTF-8, keys sorted, one line if `line`, else indented.

    Offsets are character offsets into the paragraph's text, end exclusive. `pages` are the paths of
    the generated pages (with .md), told as files of the built site.
    """
    data = {
        "schema": SCHEMA,
        "pages": [page_file(page) for page in pages],
        "generator": f"backgrounder {version}",
        "articles": [_article(a) for a in story.articles],
        "entities": [
            _entity(s) for s in sorted(story.subjects, key=lambda s: s.id) if s.occurrences or s.page
        ],
        "mentions": [_mention(m) for a in story.analyses for m in a.resolution.mentions],
        "quotations": [_quotation(q) for q in story.quotations],
        "dates": [_date(d) for d in story.dates],
        "events": [_event(e) for e in story.events],
        "statements": [_statement(s) for a in story.analyses for s in a.statements],
        "relations": [_relation(r) for r in story.relations],
        "revisions": [_revision(r) for r in story.history.revisions],
        "corrections": [_correction(a) for a in story.corrections],
        "moved": dict(sorted(story.moved.items())),
        "open_questions": [
            {"kind": q.kind, "text": q.text, "article": q.article, "paragraph": q.paragraph}
            for q in story.open_questions
        ],
    }
    if line:
        return json.dumps(data, ensure_ascii=False, sort_keys=True)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _at(span: Span) -> Json:
    return {"article": span.article, "paragraph": span.paragraph, "start": span.start, "end": span.end}


def _given(**values: Any) -> Json:
    """The values that there are: None stands for a field left out."""
    return {key: value for key, value in values.items() if value is not None}


def _article(article: Article) -> Json:
    published = article.published
    return {
        "id": article.id,
        "title": article.title,
        "dek": article.dek,
        "outlet": article.outlet,
        "byline": list(article.byline),
        "url": article.url,
        "source": article.source,
        "rights": article.rights,
        "published": {"value": published.value, "basis": published.basis, "why": published.why},
        "paragraphs": [_paragraph(p) for p in article.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> Json:
    fields = {"id": paragraph.id, "kind": paragraph.kind, "text": paragraph.text, "start": paragraph.start}
    return {**fields, **_given(date=paragraph.date)}


def _entity(subject: Subject) -> Json:
    entity = subject.entity
    role = subject.roles[0] if subject.roles else None
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "url": page_url(subject.page),
        "entry": entity.entry,
        "actor": subject.actor,
        **_given(role=_role(role) if role else None),
    }


def page_url(page: str) -> str | None:
    """The address of a page below the site's root, as directories: "actors/x.md" → "actors/x/"."""
    return f"{page.removesuffix('.md')}/" if page else None


def page_file(page: str) -> str:
    """The file of a page in the built site: "actors/x.md" → "actors/x/index.html"."""
    stem = page.removesuffix(".md")
    return f"{stem}.html" if stem.split("/")[-1] == "index" else f"{stem}/index.html"


def _role(role: Role) -> Json:
    return {"text": role.text, **_at(role.span), "rule": role.rule}


def _mention(resolved: Resolved) -> Json:
    mention = resolved.mention
    return {
        **_at(mention.span),
        "text": mention.text,
        "entity": resolved.entity,
        "rule": resolved.rule,
        "sense": resolved.sense,
        **_given(candidates=list(resolved.candidates) or None),
    }


def _quotation(quotation: Quotation) -> Json:
    speaker = quotation.speakers[0] if quotation.speakers else None
    where = quotation.speaker_span
    return {
        **_at(quotation.span),
        "text": quotation.text,
        "form": quotation.form,
        "cue": quotation.cue,
        "speaker": speaker,
        "speakers": list(quotation.speakers),
        "speaker_text": quotation.speaker_text,
        "rule": quotation.rule,
        **_given(
            speaker_span=_at(where) if where else None,
            candidates=list(quotation.candidates) or None,
        ),
    }


def _date(date: DateExpression) -> Json:
    fields = {
        "value": date.value,
        "precision": date.precision,
        "basis": date.basis,
        "text": date.text,
        "why": date.why,
    }
    return {**fields, **_at(date.span), **_given(until=date.until)}


def _event(event: Event) -> Json:
    date = event.date
    when = (
        {"date": date.value, "precision": date.precision, "basis": date.basis, **_given(until=date.until)}
        if date
        else {"date": None}
    )
    meant = [
        {"text": m.text, "start": m.span.start, "end": m.span.end, "entity": m.entity} for m in event.meant
    ]
    told = {"text": event.text, **_at(event.span), "entities": list(event.entities)}
    return {**when, **told, **_given(meant=meant or None)}


def _statement(statement: Statement) -> Json:
    return {
        "subject": statement.subject,
        "verb": statement.verb,
        "about": list(statement.about),
        "target": list(statement.target),
        **_at(statement.span),
        **_given(stance=statement.stance),
    }


def _relation(relation: Relation) -> Json:
    return {
        "subject": relation.subject,
        "verb": relation.verb,
        "object": relation.object,
        **_at(relation.span),
    }


def _revision(revision: Revision) -> Json:
    """A revision without the articles' words, which are not always ours to hand on."""
    changes = [{"article": c.article, "paragraph": c.paragraph, "kind": c.kind} for c in revision.changes]
    return {"number": revision.number, "date": revision.date, "why": revision.why, "changes": changes}


def _correction(applied: Applied) -> Json:
    correction = applied.correction
    return {"act": correction.act, "entities": list(applied.entities), "why": correction.why}
