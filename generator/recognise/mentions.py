"""Mentions: every stretch of an article that may name something, each found once.

Three finders propose, in this order of trust: the lexicon (names that an entry bears), the language
model (cleaned of what it swallowed), and patterns (names that the form alone betrays). Where two
proposals overlap, the longer one stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.knowledge.names import fold
from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.model.text import Paragraph, Parsed, Sentence, Span
from generator.recognise.cases import cases
from generator.recognise.casing import shouted, titled
from generator.recognise.clean import Piece, clean
from generator.recognise.commons import without_commons
from generator.recognise.continued import continued
from generator.recognise.credit_lines import uncredited
from generator.recognise.datelines import dateline
from generator.recognise.ends import ended, formed
from generator.recognise.growth import grown
from generator.recognise.headlines import vouched
from generator.recognise.lettered import lettered
from generator.recognise.lexicon import clubs, known_names, of_country, twins
from generator.recognise.located import located
from generator.recognise.overlooked import overlooked
from generator.recognise.patterns import Known, acronyms, joined
from generator.recognise.quoted import without_titles
from generator.recognise.shapes import shaped
from generator.recognise.splits import split
from generator.recognise.tables import is_list, is_prose, listed
from generator.recognise.things import without_things

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


def find_mentions(parsed: Parsed, knowledge: Knowledge) -> tuple[Mention, ...]:
    """All mentions of the article in order of the text; no two of them overlap."""
    model = _model_names(parsed)
    paragraphs = [p for p in parsed.article.paragraphs if parsed.sentences_of(p.id)]
    found = {p.id: _first_pass(p, model.get(p.id, []), knowledge) for p in paragraphs}
    whole = {t for p in paragraphs if not titled(p.text) for t in _persons(p, found[p.id])}
    found = {
        p.id: [_shortened(p, i, whole) for i in found[p.id]] if titled(p.text) else found[p.id]
        for p in paragraphs
    }
    found = without_things(paragraphs, split(paragraphs, vouched(paragraphs, found)))
    found = without_commons(paragraphs, without_titles(paragraphs, found))
    found = {p.id: list(located(p.text, found[p.id])) for p in paragraphs}
    known = Known(
        (p.text[i.start : i.end], i.label) for p in paragraphs for i in found[p.id] if i.origin != "lexicon"
    )
    return tuple(
        _mention(parsed.article.id, p, piece, knowledge)
        for p in paragraphs
        for piece in longest([*found[p.id], *_again(p, parsed, known)])
    )


def _again(paragraph: Paragraph, parsed: Parsed, known: Known) -> Iterator[Piece]:
    """The names that other paragraphs have, each with the legal form behind it."""
    for piece in uncredited(paragraph.text, known.again(parsed, paragraph)):
        yield formed(paragraph.text, piece) if piece.label == "organisation" else piece


def _persons(paragraph: Paragraph, pieces: list[Piece]) -> Iterator[str]:
    """The full names of persons among the pieces."""
    names = (paragraph.text[p.start : p.end] for p in pieces if p.label == "person")
    return (name for name in names if " " in name)


def _shortened(paragraph: Paragraph, piece: Piece, whole: set[str]) -> Piece:
    """In A Line Set Like This a verb may cling to a name: the name as other paragraphs have it."""
    text = paragraph.text[piece.start : piece.end]
    name = next((n for n in sorted(whole) if text.startswith(f"{n} ")), None)
    return replace(piece, end=piece.start + len(name), label="person") if name else piece


def _model_names(parsed: Parsed) -> Mapping[str, list[Piece]]:
    """The model's names by paragraph, cleaned, and at the full length that the words around them show."""
    texts = {p.id: p.text for p in parsed.article.paragraphs}
    names: dict[str, list[Piece]] = {s.paragraph: [] for s in parsed.sentences}
    for name in parsed.names:
        names[name.paragraph].extend(clean(texts[name.paragraph], name))
    return {id: _whole(texts[id], pieces, parsed.sentences_of(id)) for id, pieces in names.items()}


def _whole(text: str, pieces: Sequence[Piece], sentences: Sequence[Sentence]) -> list[Piece]:
    model = list(ended(text, list(grown(text, pieces, sentences))))
    if not is_prose(text):
        return model
    whole = [*model, *shaped(text, sentences, model)]
    whole += continued(text, whole, sentences)
    whole += lettered(text, whole)
    whole += cases(text, whole)
    return [*whole, *overlooked(sentences, whole)]


def _first_pass(paragraph: Paragraph, model: list[Piece], knowledge: Knowledge) -> list[Piece]:
    """The paragraph's names as far as it tells them by itself."""
    text = paragraph.text
    opening = dateline(text)
    both = list(twins(text, knowledge))
    lexicon = [p for p in [*both, *known_names(text, knowledge)] if p.start >= opening.end]
    model = [p for p in model if not any(p.start < b.end and b.start < p.end for b in both)]
    model = (
        []
        if shouted(text)
        else [
            p
            for p in model
            if p.start >= opening.end and not (_compound(p, text, lexicon) or _coloured(p, text, lexicon))
        ]
    )
    if is_list(text[opening.end :] or text):
        return longest([*opening.places, *sides_first(lexicon, list(listed(text, model)))])
    formed = (p for p in [*acronyms(text), *clubs(text)] if p.start >= opening.end)
    pieces = longest(uncredited(text, [*opening.places, *lexicon, *model, *formed]))
    return longest([*pieces, *joined(text, pieces)])


def _compound(piece: Piece, text: str, lexicon: list[Piece]) -> bool:
    """Whether a name is two known ones with a hyphen: "Peru-Chile" in "Peru-Chile border"."""
    halves = {(p.start, p.end) for p in lexicon}
    cuts = [i for i in range(piece.start, piece.end) if text[i] in "-–"]
    return any((piece.start, i) in halves and (i + 1, piece.end) in halves for i in cuts)


def _coloured(piece: Piece, text: str, lexicon: list[Piece]) -> bool:
    """Whether a name is a known one after an adjective: "Republican Congress", and "Hilly Nepal" at the head of a sentence."""
    first, _, rest = text[piece.start : piece.end].partition(" ")
    known = next((p for p in lexicon if (p.start, p.end) == (piece.end - len(rest), piece.end)), None)
    if not rest or known is None:
        return False
    opens = not text[: piece.start].strip(" “\"‘'") or text[: piece.start].endswith((". ", ".” ", "! ", "? "))
    place = known.label in {"place", "government"} and piece.label == "place"
    return first.casefold() in words_of("sided") or (
        opens and place and first.casefold() not in words_of("halves_of") and first.isalpha()
    )


def sides_first(lexicon: list[Piece], names: list[Piece]) -> list[Piece]:
    """In a list, a side that bears a city's name comes before the city."""
    sides = {(p.start, p.end) for p in names if p.label == "organisation"}
    cities = [p for p in lexicon if p.label == "place" and (p.start, p.end) in sides]
    return [*(p for p in lexicon if p not in cities), *names]


def longest(pieces: Iterable[Piece]) -> list[Piece]:
    """Non-overlapping pieces in order of the text: the longest first, then the earlier proposal."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: p.start - p.end):
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.start)


def _named(text: str, knowledge: Knowledge) -> Iterator[str]:
    """The entries that bear a name; one with accents ("América") is no other name of an entry without them."""
    for entry in knowledge.named(text):
        if text.isascii() or fold(entry.name) == fold(text) or not all(map(str.isascii, entry.aliases)):
            yield entry.id


def _mention(article: str, paragraph: Paragraph, piece: Piece, knowledge: Knowledge) -> Mention:
    text = paragraph.text[piece.start : piece.end]
    keys = piece.keys or tuple(_named(text, knowledge)) or of_country(text, knowledge)
    return Mention(Span(article, paragraph.id, piece.start, piece.end), text, piece.label, piece.origin, keys)
