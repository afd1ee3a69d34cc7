"""Definite descriptions that can mean one body only: "the committee" after "Russia’s Investigative Committee"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.knowledge.names import fold
from generator.knowledge.wordlists import words_of
from generator.model.entity import Entity, Mention, Resolution, Resolved
from generator.model.text import Parsed, Sentence, Span, Token


def with_nominals(parsed: Parsed, resolution: Resolution) -> Resolution:
    """The resolution with a mention for each "the court" where one court only has been named before it.

    Only a noun without any other word to it counts: "the lower court" is another.
    """
    order = {p.id: i for i, p in enumerate(parsed.article.paragraphs)}
    named = _first_named(resolution, order)
    added = [
        Resolved(mention, entity, f"“{mention.text}”: the only one named before", "organisation")
        for mention in _nominals(parsed)
        if (entity := _only(mention, named, order)) is not None
    ]
    mentions = sorted(
        (*resolution.mentions, *added), key=lambda r: (order[r.mention.span.paragraph], r.mention.span.start)
    )
    return Resolution(resolution.entities, tuple(mentions))


def _first_named(resolution: Resolution, order: dict[str, int]) -> list[tuple[int, int, str, frozenset[str]]]:
    """Each organisation's first place in the text, its id, and the nouns by which it may be called."""
    entities = {e.id: e for e in resolution.entities if e.kind == "organisation"}
    first: dict[str, tuple[int, int]] = {}
    for resolved in resolution.mentions:
        if resolved.entity in entities:
            span = resolved.mention.span
            first.setdefault(resolved.entity, (order[span.paragraph], span.start))
    return [(*first[id], id, _nouns(entities[id])) for id in first]


def _nouns(entity: Entity) -> frozenset[str]:
    words = {word for name in (entity.name, *entity.aliases) for word in re.findall(r"\w+", fold(name))}
    return frozenset(words & words_of("nominals"))


def _nominals(parsed: Parsed) -> Iterator[Mention]:
    for sentence in parsed.sentences:
        for i, token in enumerate(sentence.tokens):
            if token.text in words_of("nominals") and _bare_definite(sentence, i):
                article = sentence.tokens[i - 1]
                text = parsed.article.paragraph(sentence.paragraph).text[article.start : token.end]
                span = Span(parsed.article.id, sentence.paragraph, article.start, token.end)
                yield Mention(span, text, "organisation", "pattern")


def _bare_definite(sentence: Sentence, i: int) -> bool:
    """Whether the noun has "the" right before it and nothing after it that tells which one is meant."""
    tokens = sentence.tokens
    if i == 0 or tokens[i - 1].text.casefold() != "the" or tokens[i].dep in {"compound", "nmod"}:
        return False
    return not any(_tells_which(t) for t in tokens if t.head == i)


def _tells_which(token: Token) -> bool:
    return token.dep in {"relcl", "acl", "appos", "amod", "compound", "nummod", "poss"} or (
        token.dep == "prep" and token.text in {"of", "for", "in", "on", "at"}
    )


def _only(
    mention: Mention, named: list[tuple[int, int, str, frozenset[str]]], order: dict[str, int]
) -> str | None:
    """The only organisation of the article that the noun fits, if it was named before."""
    noun = mention.text.split()[-1]
    fitting = [(at, start, id) for at, start, id, nouns in named if noun in nouns]
    here = (order[mention.span.paragraph], mention.span.start)
    return fitting[0][2] if len(fitting) == 1 and fitting[0][:2] < here else None
