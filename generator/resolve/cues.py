"""What the words around a mention say of its kind: a title, "in", ", who", an age, a score, a sport's verb."""

from __future__ import annotations

import re
from collections import Counter

from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.resolve.syntax import Syntax

_WHO = re.compile(r",? who\b|, (?:aged )?\d\d\b,?|,? (?:Jr|Sr)\b| \((?:\d\d|[A-Z][a-z]+)\)")
_IN = re.compile(
    r"\b(?:in|near|outside|across|throughout|around)(?: the| downtown| central| northern| southern| eastern| western)? $"
)


def cues(mention: Mention, syntax: Syntax) -> Counter[str]:
    """Votes for kinds from one mention's surroundings."""
    votes: Counter[str] = Counter()
    before, after = syntax.around(mention.span)
    if mention.label in {"person", "organisation", "place", "unknown"} and syntax.titled(mention.span):
        votes["person"] += 4
    if _WHO.match(after) and mention.label in {"person", "organisation", "unknown"}:
        votes["person"] += 2
    if _IN.search(before) and mention.label != "group":
        votes["place"] += 2
    if mention.label in {"person", "place"} and _is_club(mention, before):
        votes["organisation"] += 4
    if (
        syntax.sports
        and mention.label in {"place", "person"}
        and " " not in mention.text
        and _plays(mention, syntax)
    ):
        votes["organisation"] += 4
    return votes


def _is_club(mention: Mention, before: str) -> bool:
    """Whether a name begins with capitals only ("PSV Eindhoven"), or "champions" stands before it."""
    words = mention.text.split()
    last = before.split()[-1:] if before.endswith(" ") else []
    return (
        len(words) > 1
        and words[0].isupper()
        and words[0].isalpha()
        and len(words[0]) > 2
        and not words[-1].isupper()
    ) or (bool(last) and last[0] in words_of("sides"))


def _plays(mention: Mention, syntax: Syntax) -> bool:
    """Whether, in a sports report, a name is the subject or object of what sides do, or "over", "against" it."""
    sentence, at = syntax.head(mention.span)
    token = sentence.tokens[at]
    head = sentence.tokens[token.head]
    if token.dep == "pobj":
        return head.text in {"over", "against"} or (
            head.text == "with" and sentence.tokens[head.head].lemma == "draw"
        )
    if token.dep not in {"nsubj", "dobj", "nsubjpass"}:
        return False
    return mention.label == "place" and head.lemma in words_of("contests") | words_of("side_verbs")
