"""Sentences from the parser's tokens, with the boundaries mended where quotation marks misled it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.knowledge.wordlists import cue_words, words_of
from generator.model.text import Paragraph, Sentence, Token

_CLOSING = frozenset("”’»)]") | {"''", "'"}
_FINAL = (".", "!", "?", ":", "…", ";")


def cut(paragraph: Paragraph, tokens: Sequence[Token], starts: set[int]) -> list[Sentence]:
    """The paragraph's sentences; `tokens` have heads into the paragraph, `starts` begin a sentence.

    A closing mark belongs to the sentence it closes. A sentence does not begin with a small letter
    unless the one before is finished: “Will you?” he asked. Nor does one end with a title.
    """
    bounds = [0, *_bounds(tokens, starts), len(tokens)]
    return [_sentence(paragraph, tokens, a, b) for a, b in pairwise(bounds) if a < b]


def _bounds(tokens: Sequence[Token], starts: set[int]) -> Iterator[int]:
    last = 0
    for start in sorted(starts - {0}):
        bound = start
        while bound < len(tokens) and _closes(tokens, bound):
            bound += 1
        if last < bound < len(tokens) and not _runs_on(tokens, bound):
            yield bound
            last = bound


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i is a mark that closes what stands before it."""
    text = tokens[i].text
    if text == '"':
        return sum(t.text.count('"') for t in tokens[:i]) % 2 == 1
    return text in _CLOSING and tokens[i].start == tokens[i - 1].end


def _runs_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the sentence goes on at token i although the parser cut it there."""
    before = tokens[i - 1]
    if before.text in words_of("abbreviations") or _cut_title(tokens, i):
        return True
    if not tokens[i].text[0].islower():
        return False
    closed = before.text in _CLOSING or before.text == '"'
    return closed or not before.text.endswith(_FINAL)


def _cut_title(tokens: Sequence[Token], i: int) -> bool:
    """Whether the full stop before token i belongs to a title that was parted from it (“Capt” “.”)."""
    stop, title = tokens[i - 1], tokens[i - 2] if i > 1 else None
    if title is None or stop.text != "." or title.text.lower() not in cue_words("abbreviations"):
        return False
    return f"{title.text}." in words_of("abbreviations")


def _sentence(paragraph: Paragraph, tokens: Sequence[Token], a: int, b: int) -> Sentence:
    inside = [_under(t, t.head - a if a <= t.head < b else i) for i, t in enumerate(tokens[a:b])]
    return Sentence(paragraph.id, tokens[a].start, tokens[b - 1].end, tuple(_one_root(inside)))


def _under(t: Token, head: int) -> Token:
    """The word with another head; made as it is, since `replace` takes three times as long and every word comes by here."""
    return t if head == t.head else Token(t.start, t.end, t.text, t.lemma, t.pos, t.tag, t.dep, head)


def _one_root(tokens: list[Token]) -> list[Token]:
    """Sentences grown together get one root: the last verb, to which quoted ones are complements."""
    roots = [i for i, t in enumerate(tokens) if t.head == i and t.pos != "PUNCT"]
    if len(roots) < 2:
        return tokens
    main = max(roots, key=lambda i: (tokens[i].pos in {"VERB", "AUX"}, i))
    for i in roots:
        dep = "ROOT" if i == main else "ccomp" if i < main else "dep"
        tokens[i] = replace(tokens[i], head=main, dep=dep)
    return tokens
