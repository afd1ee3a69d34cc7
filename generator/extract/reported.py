"""Reported speech: what somebody is said to have said, in the reporter's words (“said that …”, “according to …”)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.bearers import Attribution, speaker_of
from generator.extract.dateline import after_dateline
from generator.extract.speakers import Speaker, Speakers, rule_of
from generator.extract.syntax import Tree
from generator.extract.telling import Word
from generator.extract.turns import Passage, Told
from generator.knowledge import vocabulary
from generator.model.statement import Quotation
from generator.model.text import Parsed, Span

_STATED = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})  # “to say that …” may never have been said
_SHORTEST = 3  # words; “said so” reports nothing


def find_reported(
    parsed: Parsed, told: list[Told], speakers: Speakers, quoted: list[Passage]
) -> Iterator[Quotation]:
    """The clauses that a verb of reporting or “according to” governs, where no quoted sentence is their content."""
    taken = [(p.told.paragraph.id, p.quoted.open, p.quoted.close) for p in quoted]
    for sentence in told:
        if sentence.paragraph.kind not in {"body", "dek", "headline"}:
            continue
        for word in [i for i in sentence.items if isinstance(i, Word)]:
            found = _report(word, sentence)
            if found is None:
                continue
            attribution, start, end = found
            if not _overlaps(sentence.paragraph.id, start, end, taken) and attribution.speaker is not None:
                opening = after_dateline(sentence.paragraph.text)
                start = opening if start < opening < end else start
                span = Span(parsed.article.id, sentence.paragraph.id, start, end)
                yield _quotation(parsed, span, attribution, speakers.name(attribution.speaker))


def _overlaps(paragraph: str, start: int, end: int, taken: list[tuple[str, int, int]]) -> bool:
    """Whether quoted words make up most of a clause: then they are listed, not the clause."""
    inside = sum(max(0, min(end, b) - max(start, a)) for p, a, b in taken if p == paragraph)
    return inside > 0.6 * (end - start)


def _quotation(parsed: Parsed, span: Span, attribution: Attribution, speaker: Speaker) -> Quotation:
    cue = "according to" if attribution.rule == "according to" else attribution.cue.token.text
    return Quotation(
        span,
        parsed.article.words(span),
        "reported",
        cue,
        speaker.entities,
        speaker.text,
        speaker.span,
        rule_of(attribution, speaker),
        speaker.candidates,
    )


def _report(word: Word, told: Told) -> tuple[Attribution, int, int] | None:
    if word.token.lemma.lower() == "accord":
        return _according(word)
    if word.token.lemma.lower() not in vocabulary.load("cues")["report"] or word.token.tag not in _STATED:
        return None
    if word.token.tag == "VBN" and not word.tree.children(word.at, "aux"):
        return None
    for clause in word.tree.children(word.at, "ccomp"):
        extent = _clause(word, clause)
        attribution = speaker_of(told.items, word)
        if extent and attribution:
            return attribution, *extent
    return None


def _clause(word: Word, clause: int) -> tuple[int, int] | None:
    """The offsets of a content clause without “that”, on one side of its verb; None if too short."""
    tree = word.tree
    inside = [i for i in tree.subtree(clause) if (i > word.at) == (clause > word.at)]
    while inside and (tree.tokens[inside[0]].dep == "mark" or tree.tokens[inside[0]].pos == "PUNCT"):
        inside = inside[1:]
    while inside and tree.tokens[inside[-1]].pos == "PUNCT":
        inside = inside[:-1]
    inside = _unbroken(inside)
    if len(inside) < _SHORTEST or not _has_verb(tree, clause):
        return None
    return tree.extent(inside)


def _unbroken(inside: list[int]) -> list[int]:
    return (
        inside
        if not inside or inside[-1] - inside[0] + 1 == len(inside)
        else [i for n, i in enumerate(inside) if i - inside[0] <= n + 2]
    )


def _has_verb(tree: Tree, clause: int) -> bool:
    return bool(tree.children(clause, "nsubj", "nsubjpass", "csubj", "expl"))


def _according(word: Word) -> tuple[Attribution, int, int] | None:
    """The rest of the sentence that “according to” stands in."""
    tree = word.tree
    noun = next((n for to in tree.children(word.at, "prep") for n in tree.children(to, "pobj")), None)
    if noun is None:
        return None
    phrase = set(tree.subtree(word.at))
    rest = [i for i, t in enumerate(tree.tokens) if i not in phrase]
    before = [i for i in rest if i < min(phrase)]
    inside = before if len(before) >= _SHORTEST else [i for i in rest if i > max(phrase)]
    while inside and tree.tokens[inside[0]].pos == "PUNCT":
        inside = inside[1:]
    while inside and tree.tokens[inside[-1]].pos == "PUNCT":
        inside = inside[:-1]
    if len(inside) < _SHORTEST:
        return None
    return Attribution(word, word.other(noun), "according to"), *tree.extent(inside)
