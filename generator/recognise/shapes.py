"""Whole names by their shape, where the language model is silent or saw a part: "Reef Park Authority", "Council on Trade"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.text import Sentence, Token
from generator.recognise.clean import Label, Piece

_CAP = r"[A-Z][^\W_]*(?:(?:[-.&]|['’](?!s\b))[A-Za-z0-9][^\W_]*)*(?:s['’](?= [A-Z]))?"
_ORDINAL = r"\d{1,3}(?:st|nd|rd|th)"
_RUN = re.compile(rf"(?<![\w'’-])(?:{_ORDINAL} )?{_CAP}(?: (?:& )?{_CAP})*")
_WORD = re.compile(rf"{_ORDINAL}|{_CAP}|&")
_OF = re.compile(rf" (?:(?:of|for|against) (?:the )?|on )(?=(?P<rest>{_CAP}(?: {_CAP})*))")
#: After "Public Service", what makes it a minister's field and no service.
_OFFICER = re.compile(r" (?:Minister|Secretary|Commissioner|Undersecretary)\b")
_WAY = re.compile(r"\b[A-Z][a-z]+(?:[-–][A-Z][a-z]+)+ (?P<way>[a-z]+)\b")
#: After "Trade Ministry" and "Utopia State University", what is no part of the name.
_TAKEN = re.compile(r"(?:Ministry|Department) for |University of the [A-Z.]+\b")
_LAND = re.compile(rf" of (?:the )?{_CAP}(?: {_CAP})?")
_LED = re.compile(r"-[a-z]{3,}$")
_OFFICE = re.compile(r"(?: General)?['’]s (?:[Oo]ffice|[Dd]epartment)\b")
_PROPER = frozenset({"NNP", "NNPS"})


def shaped(text: str, sentences: Sequence[Sentence], model: Sequence[Piece]) -> Iterator[Piece]:
    """The names of one paragraph that their first or last word betrays."""
    yield from _ways(text)
    tokens = {t.start: t for s in sentences for t in s.tokens}
    begun = {piece.start: piece.label for piece in model}
    for match in _RUN.finditer(text):
        for words in _names(text, match, tokens):
            yield from _by_last(text, words, begun)
            yield from _by_head(text, words, tokens, begun)
            yield from _by_land(text, words)
            yield from _office(text, words)


def _ways(text: str) -> Iterator[Piece]:
    """A way by its ends and its noun: "the Lima-Cusco railway"."""
    for match in _WAY.finditer(text):
        if match["way"] in shapes_of("ways"):
            yield Piece(match.start(), match.end(), "place", "pattern")


Words = list[tuple[int, int]]


def _names(text: str, run: re.Match[str], tokens: Mapping[int, Token]) -> Iterator[Words]:
    """The stretches of a run of capitalised words that may be a name: without titles, days, and what is no noun."""
    words: Words = []
    for match in _WORD.finditer(text, run.start(), run.end()):
        if _belongs(match[0], tokens.get(match.start())) or _holder(text, match):
            words.append(match.span())
        else:
            yield words
            words = []
    yield words


def _belongs(word: str, token: Token | None) -> bool:
    low = word.casefold().strip(".")
    if word[0].isdigit() or word == "&":
        return True
    if (low in words_of("edges") and not word.isupper()) or (low in words_of("titles") and low != "general"):
        return False
    if _LED.search(word):
        return False
    return "-" in word or token is None or token.tag in _PROPER


def _by_last(text: str, words: Words, begun: Mapping[int, Label]) -> Iterator[Piece]:
    """The words if the last ends as organisations or places do; what the model begins after it is another name."""
    end = next((n for n, word in enumerate(words) if n > 1 and word[0] in begun), len(words))
    half = end == len(words) > 0 and _OFFICER.match(text, words[-1][1])
    label = _kind(text[slice(*words[end - 1])]) if words and not half else None
    first = _first(text, words[:end]) if words else 0
    if label is not None and end - first > 1:
        yield Piece(words[first][0], words[end - 1][1], label, "pattern")


def _first(text: str, words: Words) -> int:
    """Where the name begins: an ordinal belongs to a unit's ("20th Brigade") and to no other."""
    numbered = any(text[slice(*word)].casefold() in shapes_of("numbered") for word in words)
    return 0 if numbered or not text[words[0][0]].isdigit() else 1


def _kind(last: str) -> Label | None:
    low = last.casefold().strip(".")
    if low in shapes_of("organisations"):
        return "organisation"
    return "place" if low in shapes_of("places") else None


def _by_head(
    text: str, words: Words, tokens: Mapping[int, Token], begun: Mapping[int, Label]
) -> Iterator[Piece]:
    """A head with what it is "of", "for" or "on", up to where the model begins another name."""
    if not words or text[slice(*words[-1])].casefold() not in shapes_of("heads"):
        return
    match = _OF.match(text, words[-1][1])
    taken = len(words) > 1 and match is not None and _TAKEN.match(text, words[-1][0])
    if (
        match is None
        or taken
        or begun.get(match.end()) in ({"person", "place"} if " on " in match[0] else {"person"})
    ):
        return
    rest = [m.span() for m in _WORD.finditer(text, *match.span("rest"))]
    ends = [end for n, (start, end) in enumerate(rest) if n == 0 or not _other(text, start, tokens, begun)]
    good = next((n for n, (_, end) in enumerate(rest) if end not in ends), len(rest))
    if good and _belongs(text[slice(*rest[0])], tokens.get(rest[0][0])):
        end = rest[good - 1][1]
        label = _kind(text[slice(*rest[good - 1])]) or "organisation"
        yield Piece(words[0][0], end, label, "pattern")


def _by_land(text: str, words: Words) -> Iterator[Piece]:
    """A land or a water with what it is "of": "Gulf of Sela", "Republic of Norvik"."""
    match = _LAND.match(text, words[-1][1]) if words else None
    if match and text[slice(*words[-1])].casefold() in shapes_of("lands_of"):
        yield Piece(words[-1][0], match.end(), "place", "pattern")


def _other(text: str, start: int, tokens: Mapping[int, Token], begun: Mapping[int, Label]) -> bool:
    word = _WORD.match(text, start)
    return start in begun or word is None or not _belongs(word[0], tokens.get(start))


def _office(text: str, words: Words) -> Iterator[Piece]:
    """An office by its holder: "Kern County Sheriff’s Office"."""
    match = _OFFICE.match(text, words[-1][1]) if len(words) > 1 else None
    if match and text[slice(*words[-1])].casefold() in shapes_of("office_holders"):
        yield Piece(words[0][0], match.end(), "organisation", "pattern")


def _holder(text: str, word: re.Match[str]) -> bool:
    return word[0].casefold() in shapes_of("office_holders") and _OFFICE.match(text, word.end()) is not None
