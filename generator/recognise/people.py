"""Persons whom the language model passed over: a title or a usual given name, and the proper nouns after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.text import Sentence, Token
from generator.recognise.casing import shouted, titled
from generator.recognise.clean import Piece
from generator.recognise.tables import is_list

_PROPER = frozenset({"NNP", "NNPS"})
#: What follows a person: a mark, a verb, "and", "of", "in".
_AFTER = frozenset({",", ".", "VBD", "VBZ", "MD", "POS", "CC", "IN", "TO", "-RRB-", "''", ":", "WP", "HYPH"})


def overlooked(text: str, sentences: Sequence[Sentence], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Two or three proper nouns of a paragraph that no piece claims and that are somebody by their first word or title."""
    if titled(text) or shouted(text) or is_list(text):
        return
    claimed = [(piece.start, piece.end) for piece in pieces]
    for sentence in sentences:
        for first, last in _runs(sentence.tokens, claimed):
            if _is_somebody(sentence.tokens, first, last):
                yield Piece(sentence.tokens[first].start, sentence.tokens[last].end, "person", "pattern")


def _runs(tokens: Sequence[Token], claimed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of words that could be a name and that nothing claims; titles are none of it."""
    begin = None
    for i, token in enumerate([*tokens, None]):
        free = token is not None and _is_part(token)
        free = free and not any(a < token.end and token.start < b for a, b in claimed)  # type: ignore[union-attr]
        if free and begin is None:
            begin = i
        elif not free and begin is not None:
            yield begin, i - 1
            begin = None


def _is_part(token: Token) -> bool:
    low = token.text.casefold()
    return (
        token.tag in _PROPER
        and token.text.istitle()
        and token.text.isalpha()
        and low not in words_of("titles") | words_of("edges") | words_of("occupations") | words_of("general")
        and low not in shapes_of("headline_words")
    )


def _is_somebody(tokens: Sequence[Token], first: int, last: int) -> bool:
    after = tokens[last + 1].tag if last + 1 < len(tokens) else "."
    before = tokens[first - 1] if first else None
    ends = tokens[last].text.casefold()
    title = before is not None and before.text.casefold().strip(".") in words_of("titles")
    named = tokens[first].text.casefold() in words_of("given") or (title and before.text[0].isupper())  # type: ignore[union-attr]
    adjoined = before is not None and before.tag in _PROPER and not title
    bodies = shapes_of("organisations") | shapes_of("places") | words_of("organisations") | words_of("events")
    return 1 <= last - first <= 2 and named and not adjoined and after in _AFTER and ends not in bodies
