"""A stub of an entry from what the articles say: the evidence in comments, the gaps named for the editor to fill."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from generator.config import Settings
from generator.errors import BackgrounderError
from generator.knowledge import Knowledge
from generator.knowledge.entries import SECTIONS
from generator.knowledge.files import relative
from generator.knowledge.names import fold, slug
from generator.model.entity import ACTING, Entity
from generator.model.story import Occurrence, Story, Subject
from generator.model.text import Span
from generator.pipeline import Progress, tell

#: How many sentences a stub shows; the site's page of the subject has them all.
_EVIDENCE = 12


@dataclass(frozen=True)
class _Found:
    """What the articles have on a name: an entity, and passages with what each is evidence of."""

    entity: Entity
    passages: tuple[tuple[Span, str], ...]


def draft(
    settings: Settings, names: tuple[str, ...], progress: Progress = lambda _: None
) -> tuple[Path, ...]:
    """Write a stub for each name into seeds/actors/ or seeds/glossary/; the paths written.

    BackgrounderError, before anything is written, if the articles do not have a name or its entry exists.
    """
    story, knowledge = tell(settings, progress)
    stubs = dict(_stub(settings, story, knowledge, name) for name in names)
    for path, text in stubs.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return tuple(stubs)


def _stub(settings: Settings, story: Story, knowledge: Knowledge, name: str) -> tuple[Path, str]:
    found = _find(story, name)
    entry = knowledge.get(found.entity.key or found.entity.id)
    section = "actors" if found.entity.kind in ACTING else "glossary"
    path = settings.seeds / section / f"{found.entity.id}.md"
    taken = [settings.seeds / s / path.name for s in SECTIONS if (settings.seeds / s / path.name).exists()]
    if taken:
        hint = "edit it; a draft is written over nothing"
        raise BackgrounderError("is there already", path=relative(taken[0], settings.root), hint=hint)
    return path, "\n".join(_lines(found, story, known=bool(entry and entry.summary))) + "\n"


def _find(story: Story, name: str) -> _Found:
    if not any(character.isalnum() for character in name):
        raise BackgrounderError(f"“{_comment(name)}” is no name")
    wanted = fold(name)
    bearing = [s for s in story.subjects if s.occurrences and wanted in {s.id, *map(fold, _names(s))}]
    if len(bearing) > 1:
        hint = "draft one of " + ", ".join(subject.id for subject in bearing)
        raise BackgrounderError(f"“{name}” may be more than one", hint=hint)
    if bearing:
        return _Found(bearing[0].entity, tuple(_passages(bearing[0])))
    spans = tuple((span, "the words stand here") for span in _sentences_with(story, name))
    if not spans:
        near = get_close_matches(
            name, sorted(n for s in story.subjects if s.occurrences for n in _names(s)), n=3
        )
        hint = (
            f"did you mean {' or '.join(f'“{n}”' for n in near)}?"
            if near
            else "only what they name is drafted"
        )
        raise BackgrounderError(f"no article speaks of “{name}”", hint=hint)
    return _Found(Entity(slug(name), "term", name), spans)


def _names(subject: Subject) -> tuple[str, ...]:
    return (subject.entity.name, *subject.entity.aliases)


def _sentences_with(story: Story, name: str) -> Iterator[Span]:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for analysis in story.analyses:
        yield from (span for span in analysis.sentences if pattern.search(story.words(span)))


def _passages(subject: Subject) -> Iterator[tuple[Span, str]]:
    """What says most comes first: roles, stands, then every other sentence."""
    for role in subject.roles:
        yield _around(role.span, subject.occurrences), f"role: {role.text}"
    for statement in subject.statements:
        yield _around(statement.span, subject.occurrences), f"stands: {statement.verb}"
    yield from ((occurrence.sentence, "named") for occurrence in subject.occurrences)


def _around(span: Span, occurrences: tuple[Occurrence, ...]) -> Span:
    """The sentence that holds a span, if one of the mentions' does."""
    holding = (o.sentence for o in occurrences if o.sentence.paragraph == span.paragraph)
    return next((s for s in holding if s.start <= span.start and span.end <= s.end), span)


def _lines(found: _Found, story: Story, *, known: bool) -> Iterator[str]:
    """The stub's lines; `known`: the reference pack has a summary already, which the editor may leave."""
    yield "---"
    yield "# A draft: the site leaves it out until you fill in `summary`, `sources` and `as_of`."
    yield f"name: {_quoted(found.entity.name)}"
    yield f"kind: {found.entity.kind}    # person, government, organisation, place, term, event, work or group"
    yield f"aliases: [{', '.join(map(_quoted, _aliases(found.entity)))}]"
    if known:
        yield "# The reference pack has a summary; yours, if you write one, takes its place."
    yield "# One or two plain sentences, at most 40 words, then the number of their source: [1]"
    yield "# summary:" if known else "summary:"
    yield "# Where you took it from. A title that a reader can look up is enough; url, publisher and date help."
    yield "sources:"
    yield '  - {title: "", publisher: ""}'
    yield "# The date as of which the entry holds: year-month-day"
    yield "as_of:"
    yield "#"
    yield "# What the articles say. It is not a source: the site shows it beside the entry."
    yield from _evidence(found, story)
    yield "---"


def _aliases(entity: Entity) -> Iterator[str]:
    """The other names, but for a part of a person's: in an article it is found by itself, in others it may be a namesake's."""
    words = fold(entity.name).split()
    for alias in entity.aliases:
        if entity.kind != "person" or len(words) < 2 or fold(alias) not in words:
            yield alias


def _evidence(found: _Found, story: Story) -> Iterator[str]:
    first = dict(reversed(found.passages))
    told = list(dict.fromkeys(span for span, _ in found.passages))
    for span in told[:_EVIDENCE]:
        article = story.article(span.article)
        where = f"{article.source} ¶ {article.numbers[span.paragraph]} ({span.paragraph})"
        yield f"# - {where}, {_comment(first[span])}:"
        yield f"#   {_comment(story.words(span))}"
    if len(told) > _EVIDENCE:
        yield f"# - and {len(told) - _EVIDENCE} more"


def _comment(text: str) -> str:
    """One line that YAML takes in a comment."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _quoted(text: str) -> str:
    return json.dumps(_comment(text), ensure_ascii=False)
