"""Interviews and transcripts: turns that begin with their speaker's name or with “Q:” and “A:”, without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.reference import References
from generator.extract.scene import Scene
from generator.extract.standing import is_leading
from generator.extract.telling import Word
from generator.extract.turns import Told
from generator.knowledge.names import fold
from generator.model.statement import Quotation
from generator.model.text import Paragraph, Parsed, Span

#: “Q:”, “A.”, “MOSER:”, “Anna Keller:”, with or without a title.
_TURN = re.compile(
    r"(?P<who>Q|A|Question|Answer|(?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*){0,3}):\s+(?=\S)|(?P<letter>[QA])\.\s+(?=[A-Z])"
)
_MARKS = '“”"«»„'


def find_turns(parsed: Parsed, scene: Scene, told: list[Told], references: References) -> Iterator[Quotation]:
    """What each turn says, if the article is told in turns: three paragraphs or more, by two speakers or more."""
    turns = [(p, m) for p in parsed.article.paragraphs if p.kind == "body" and (m := _TURN.match(p.text))]
    labels = [(m.group("who") or m.group("letter")).casefold() for _, m in turns]
    if len(turns) < 3 or len(set(labels)) < 2 or len(set(labels)) > len(labels) - 1:
        return
    asked = _parties(scene, told, references, turns[0][0])
    for paragraph, match in turns:
        words = paragraph.text[match.end() :].rstrip()
        if words and words[0] not in _MARKS:
            part = "who" if match.group("who") else "letter"
            label = Span(parsed.article.id, paragraph.id, match.start(part), match.end(part))
            yield _turn(parsed, scene, asked, paragraph, label)


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who answers and who asks, as the words before the first turn tell; None where they do not."""

    answers: str | None
    asks: str | None


def _parties(scene: Scene, told: list[Told], references: References, first: Paragraph) -> _Parties:
    """The one person whom the introduction is about, and whom it says that they spoke to."""
    at = next((n for n, t in enumerate(told) if t.paragraph.id == first.id), len(told))
    intro = [i for t in told[:at] for i in t.items if isinstance(i, Word)]
    people = {w: e for w in intro if (e := _person(scene, references, w))}
    heard = {e for w, e in people.items() if _spoken_to(w)}
    leading = {e for w, e in people.items() if is_leading(w)} - heard
    others = set(people.values()) - heard - leading
    answers = next(iter(leading)) if len(leading) == 1 and not others else None
    return _Parties(answers, next(iter(heard)) if answers and len(heard) == 1 else None)


def _person(scene: Scene, references: References, word: Word) -> str | None:
    """The person that a name or a pronoun of the introduction stands for."""
    if word.token.text.lower() in {"he", "she"}:
        return next(iter(references.pronoun(word).entities), None)
    resolved = scene.of_token(word.tree, word.at)
    if resolved is None or resolved.mention.span.end != word.token.end or not scene.is_person(resolved):
        return None
    return resolved.entity


def _spoken_to(word: Word) -> bool:
    """Whether somebody spoke to or with whom the word names."""
    prep = word.tree.tokens[word.token.head]
    verb = word.tree.tokens[prep.head]
    to = word.token.dep == "pobj" and prep.text.lower() in {"to", "with"}
    return to and verb.lemma.lower() in {"speak", "talk", "sit", "chat"}


def _turn(parsed: Parsed, scene: Scene, asked: _Parties, paragraph: Paragraph, label: Span) -> Quotation:
    who = parsed.article.words(label)
    speakers, rule = _behind(scene, asked, label, who)
    match = _TURN.match(paragraph.text)
    start = match.end() if match else label.end
    span = Span(parsed.article.id, paragraph.id, start, len(paragraph.text.rstrip()))
    return Quotation(span, parsed.article.words(span), "direct", "", speakers, who, label, rule)


def _behind(scene: Scene, asked: _Parties, label: Span, who: str) -> tuple[tuple[str, ...], str]:
    """Whom a label stands for, and the rule."""
    letter = who[:1].upper() if who.casefold() in {"q", "a", "question", "answer"} else ""
    party = {"Q": asked.asks, "A": asked.answers}.get(letter)
    if party:
        whom = "interviewer" if letter == "Q" else "one interviewed"
        return (party,), f"the {whom} whom the introduction names"
    resolved = scene.at(label.paragraph, label.start, label.end)
    if resolved is not None and resolved.entity and scene.is_person(resolved):
        return (resolved.entity,), "the turn begins with the speaker’s name"
    named = [
        e.id
        for e in scene.resolution.entities
        if e.kind == "person"
        and fold(who).split()[-1:] in [fold(n).split()[-1:] for n in (e.name, *e.aliases)]
    ]
    if len(named) == 1 and not letter:
        return (named[0],), "the turn begins with the speaker’s name"
    return (), "the turn begins with a label that names nobody known"
