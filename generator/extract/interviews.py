"""Interviews and transcripts: turns that begin with their speaker's name or with “Q:” and “A:”, without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.scene import Scene
from generator.model.statement import Quotation
from generator.model.text import Paragraph, Parsed, Span

#: “Q:”, “A.”, “MOSER:”, “Anna Keller:”, with or without a title.
_TURN = re.compile(
    r"(?P<who>Q|A|Question|Answer|(?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*){0,3}):\s+(?=\S)|(?P<letter>[QA])\.\s+(?=[A-Z])"
)
_MARKS = '“”"«»„'


def find_turns(parsed: Parsed, scene: Scene) -> Iterator[Quotation]:
    """What each turn says, if the article is told in turns: three paragraphs or more, by two speakers or more."""
    turns = [(p, m) for p in parsed.article.paragraphs if p.kind == "body" and (m := _TURN.match(p.text))]
    labels = [(m.group("who") or m.group("letter")).casefold() for _, m in turns]
    if len(turns) < 3 or len(set(labels)) < 2 or len(set(labels)) > len(labels) - 1:
        return
    for paragraph, match in turns:
        words = paragraph.text[match.end() :].rstrip()
        if words and not any(mark in words for mark in _MARKS):
            yield _turn(parsed, scene, paragraph, match, match.end() + len(words))


def _turn(parsed: Parsed, scene: Scene, paragraph: Paragraph, match: re.Match[str], end: int) -> Quotation:
    start = match.start("who") if match.group("who") else match.start("letter")
    who = match.group("who") or match.group("letter")
    label = Span(parsed.article.id, paragraph.id, start, start + len(who))
    resolved = scene.at(paragraph.id, label.start, label.end)
    speakers = (
        (resolved.entity,) if resolved is not None and resolved.entity and scene.is_person(resolved) else ()
    )
    rule = (
        "the turn begins with the speaker’s name"
        if speakers
        else "the turn begins with a label that names nobody known"
    )
    span = Span(parsed.article.id, paragraph.id, match.end(), end)
    return Quotation(span, parsed.article.words(span), "direct", "", speakers, who, label, rule)
