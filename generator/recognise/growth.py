"""Names at their full length: what the tagger calls a proper noun next to a name is part of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from generator.knowledge.wordlists import words_of
from generator.model.text import Sentence, Token
from generator.recognise.clean import Piece, is_eastern

_FAMILY = re.compile(r" (?P<particles>[a-z]{2,4}(?: ['’]?[a-z]{1,4})?|Ten|Ter|Van|Von|Den) [A-Z][\w-]+")
#: The rest of "Liu He", where it is no pronoun, of "Moon Jae-in" and of "Ann Ray-Lee".
_EASTERN = re.compile(
    r" He(?=['’,.]| (?:and|who|told|to|on|[a-z]+s|[a-z]+ed|said|will|would|has|had|was|is)\b)"
)
_HALF_GIVEN = re.compile(r"-[a-z]{2,6}\b(?!-)")
_DOUBLE = re.compile(r"-[A-Z][a-z]+\b(?!-)")
#: "Biblical scripture", "the Shakespearean era": made of a name, and none.
_ADJECTIVE = re.compile(r"[A-Z]\w{2,}(?:ical|[ae]sque|[a-z]{3}ean|anic)")
_PROPER = frozenset({"NNP", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "WRB", "WP", "WDT"})
#: Tags that a name of one word cannot have, whatever the name recogniser says ("Broader talks").
_COMMON = frozenset(
    {
        "JJR",
        "JJS",
        "RB",
        "RBR",
        "RBS",
        "IN",
        "DT",
        "VB",
        "VBD",
        "VBG",
        "VBN",
        "VBZ",
        "VBP",
        "MD",
        "PRP",
        "PRP$",
        "CC",
        "WRB",
        "WP",
        "UH",
    }
)


def grown(text: str, pieces: Sequence[Piece], sentences: Sequence[Sentence]) -> Iterator[Piece]:
    """The pieces of one paragraph, lengthened where their first or last word was missed; no common words."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    by_start = {token.start: i for i, token in enumerate(tokens)}
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    taken = {
        i for piece in pieces for i in range(bisect_right(ends, piece.start), bisect_left(starts, piece.end))
    }
    opening = {_first_word(sentence.tokens).start for sentence in sentences}
    parts = (part for whole in pieces for part in _without_verb(whole, tokens))
    for piece in (_without_opener(part, tokens, by_start, opening) for part in parts):
        at = by_start.get(piece.start)
        alone = at is not None and tokens[at].end >= piece.end
        if alone and (_is_common(tokens, at, opening) or _is_adjective(piece, tokens[at])):  # type: ignore[arg-type, index]
            continue
        whole = _with_surname(text, _with_family(text, piece), tokens, taken)
        yield _lengthened(text, whole, tokens, at, taken) if at is not None else whole


def _first_word(tokens: Sequence[Token]) -> Token:
    """The first word of a sentence, behind the marks that open it."""
    return next((token for token in tokens if token.text[0].isalnum()), tokens[0])


def _without_verb(piece: Piece, tokens: Sequence[Token]) -> Iterator[Piece]:
    """The piece, or what stands on both sides of the verb that it swallowed: "Brooks" saw "Stefan"."""
    first = bisect_right(tokens, piece.start, key=attrgetter("start"))
    inside = tokens[first : bisect_left(tokens, piece.end, key=attrgetter("end"))]
    verb = next((t for t in inside if t.tag in _FINITE and t.text.islower()), None)
    if verb is None or piece.label not in {"organisation", "person", "place"}:
        yield piece
        return
    yield replace(piece, end=max(t.end for t in tokens if t.end <= verb.start))
    rest = next((t for t in inside if t.start > verb.end and t.text[0].isupper()), None)
    if rest is not None:
        yield replace(piece, start=rest.start, label="unknown")


def _with_family(text: str, piece: Piece) -> Piece:
    """A person's name with the family name after its particles: "Ann" + "von der Heide"."""
    words = text[piece.start : piece.end].split()
    east = words[0].casefold() in words_of("family_first")
    if east and (match := (_EASTERN if len(words) == 1 else _HALF_GIVEN).match(text, piece.end)):
        return replace(piece, end=match.end(), label="person")
    if piece.label == "person" and len(words) > 1 and (match := _DOUBLE.match(text, piece.end)):
        return replace(piece, end=match.end())
    match = _FAMILY.match(text, piece.end) if piece.label == "person" else None
    particles = match["particles"].casefold().replace("’", "'").split() if match else [""]
    dutch = particles[-1] == "'t"
    return (
        replace(piece, end=match.end())
        if match and (dutch or {*particles} <= words_of("family_particles"))
        else piece
    )


def _with_surname(text: str, piece: Piece, tokens: Sequence[Token], taken: set[int]) -> Piece:
    """A person's given name after a title, with the unclaimed proper noun after it: "Senator Ann" + "Ray"."""
    before = text[: piece.start].split()[-1:]
    if (
        piece.label != "person"
        or " " in text[piece.start : piece.end]
        or not before
        or not before[0][0].isupper()
    ):
        return piece
    after = next((i for i, t in enumerate(tokens) if t.start == piece.end + 1), None)
    if after is None or after in taken or before[0].casefold().strip(".") not in words_of("titles"):
        return piece
    proper = tokens[after].tag in _PROPER and tokens[after].text.istitle() and tokens[after].text.isalpha()
    return replace(piece, end=tokens[after].end) if proper else piece


def _without_opener(
    piece: Piece, tokens: Sequence[Token], by_start: Mapping[int, int], opening: set[int]
) -> Piece:
    """The piece without the participle or imperative that opens its sentence: "Wearing" + "Ray"."""
    at = by_start.get(piece.start)
    if at is None or piece.start not in opening or not tokens[at].end < piece.end or at + 1 == len(tokens):
        return piece
    rest = tokens[at + 1]
    if tokens[at].tag == "VB" and rest.text.casefold() in words_of("given"):
        return replace(piece, start=rest.start, label="person")
    glued = tokens[at].tag == "VBG" and piece.label in {"person", "place"} and rest.tag in _PROPER
    return replace(piece, start=rest.start) if glued else piece


def _is_common(tokens: Sequence[Token], at: int, opening: set[int]) -> bool:
    """Whether a name of one word is none: by its tag, or a common noun that opens a sentence."""
    token = tokens[at]
    return token.tag in _COMMON or (
        token.tag in {"NN", "JJ"} and token.start in opening and token.dep in {"compound", "amod"}
    )


def _is_adjective(piece: Piece, token: Token) -> bool:
    """Whether what was taken for a person is an adjective: "Biblical scripture"."""
    used = piece.label == "person" and token.tag == "JJ" and token.dep == "amod"
    return used and _ADJECTIVE.fullmatch(token.text) is not None


def _lengthened(text: str, piece: Piece, tokens: Sequence[Token], at: int, taken: set[int]) -> Piece:
    """A person's name with the unclaimed proper noun before it: "Nacer" + "Chadli"."""
    before = tokens[at - 1] if at else None
    if before is None or piece.label != "person" or " " in text[piece.start : piece.end] or at - 1 in taken:
        return piece
    return replace(piece, start=before.start) if _given(before, tokens[at]) else piece


def _given(before: Token, name: Token) -> bool:
    low = before.text.casefold().strip(".")
    if before.end + 1 == name.start and is_eastern(low, name.text):
        return True
    common = words_of("titles", "occupations", "edges", "organisations")
    return (
        before.tag in _PROPER
        and before.end + 1 == name.start
        and before.text.isalpha()
        and before.text.istitle()
        and low not in common
    )
