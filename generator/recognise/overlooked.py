"""Names that the language model passed over: proper nouns after a title, a given name, or what calls them a firm or a town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.text import Sentence, Token
from generator.recognise.clean import Label, Piece

_PROPER = frozenset({"NNP", "NNPS"})
#: What follows a person: a mark, a verb, "and", "of", "in".
_AFTER = frozenset({",", ".", "VBD", "VBZ", "MD", "POS", "CC", "IN", "TO", "-RRB-", "''", ":", "WP", "HYPH"})


def overlooked(sentences: Sequence[Sentence], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Proper nouns of a paragraph that no piece claims and that name somebody by the words in them or before them."""
    claimed = [(piece.start, piece.end) for piece in pieces]
    people = {edge for piece in pieces if piece.label == "person" for edge in (piece.start, piece.end)}
    for sentence in sentences:
        for first, last in _runs(sentence.tokens, claimed):
            named = any(end == sentence.tokens[first].start - 1 for _, end in claimed)
            listed = _is_listed(sentence.tokens, first, last, people)
            if listed or _is_somebody(sentence.tokens, first, last, after_name=named):
                yield Piece(sentence.tokens[first].start, sentence.tokens[last].end, "person", "pattern")
            elif label := _called(sentence.tokens, first, last):
                yield Piece(sentence.tokens[first].start, sentence.tokens[last].end, label, "pattern")


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
    return (
        token.tag in _PROPER
        and token.text[0].isupper()
        and token.text.isalnum()
        and token.text.casefold() not in _no_names()
    )


@cache
def _no_names() -> frozenset[str]:
    lists = ("titles", "edges", "occupations", "general")
    return shapes_of("headline_words").union(*(words_of(name) for name in lists))


def _is_somebody(tokens: Sequence[Token], first: int, last: int, *, after_name: bool) -> bool:
    """Whether a run is a person's name; behind another name only if it then does something ("the Army Cole Ray said")."""
    after = tokens[last + 1].tag if last + 1 < len(tokens) else "."
    before = tokens[first - 1] if first else None
    ends = tokens[last].text.casefold()
    title = before is not None and before.text.casefold().strip(".") in words_of("titles")
    named = tokens[first].text.casefold() in words_of("given") or (title and before.text[0].isupper())  # type: ignore[union-attr]
    acts = after_name and after in {"VBD", "VBZ", "MD"}
    adjoined = before is not None and before.tag in _PROPER and not (title or acts)
    bodies = shapes_of("organisations", "places") | words_of("organisations", "events")
    plain = all(token.text.istitle() and token.text.isalpha() for token in tokens[first : last + 1])
    short = last == first and title and before.text.istitle() and len(ends) > 2  # type: ignore[union-attr]
    long_enough = 1 <= last - first <= 2 or (short and before.text.casefold() not in words_of("kin"))  # type: ignore[union-attr]
    return plain and long_enough and named and not adjoined and after in _AFTER and ends not in bodies


def _is_listed(tokens: Sequence[Token], first: int, last: int, people: set[int]) -> bool:
    """Whether two words stand between marks beside a person's name: "Forwards - Ioan Vladescu, Bo Ray, Cy Fox."."""
    if last - first != 1 or not all(t.text.istitle() and t.text.isalpha() for t in tokens[first : last + 1]):
        return False
    before, after = tokens[max(0, first - 2) : first], tokens[last + 1 : last + 3]
    opened = bool(before) and before[-1].text in {"-", "–", ":", ","}
    closed = bool(after) and after[0].text in {",", ".", ";"}
    beside = (after[:1] and after[0].text == "," and after[-1].start in people) or (
        opened and before[-1].text == "," and before[0].end in people
    )
    return opened and closed and bool(beside)


def _is_paper(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a run is a newspaper's name: "the Daily Gull", "told The Gull", "The Gull reported"."""
    if tokens[first].text == "Daily":
        return last > first
    if not first or tokens[first - 1].text != "The":
        return False
    asked = first > 1 and tokens[first - 2].text.casefold() in {"told", "tells"}
    cited = first > 2 and [t.text.casefold() for t in tokens[first - 3 : first - 1]] == ["according", "to"]
    reported = last + 1 < len(tokens) and tokens[last + 1].text in {"reported", "reports"}
    return asked or cited or reported


def _called(tokens: Sequence[Token], first: int, last: int) -> Label | None:
    """The kind that a small word before a run gives it: "firm Norvik", "the village of Sela"; of two joined, both."""
    before = [token.text for token in tokens[max(0, first - 2) : first]]
    common = words_of("ordinary", "headings")
    if last - first > 2 or not before or tokens[first].text.casefold() in common:
        return None
    if before[-1] in shapes_of("called_organisations") or _is_paper(tokens, first, last):
        return "organisation"
    if before[-1] in {"the", "The"} and first == last and tokens[first].text in shapes_of("bare"):
        return "organisation"
    if before[-1] == "of" and before[0] in shapes_of("called_places"):
        return "place"
    joined = tokens[first].dep == "conj" and before[-1] == "and" and tokens[first].head == first - 2
    return _called(tokens, first - 2, first - 2) if joined and first > 2 else None
