"""What belongs to a name after the point where the language model stopped: "and Casino", "NV", "Diop-Sarr", "del Norte"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.knowledge.wordlists import shapes_of, words_of
from generator.recognise.clean import Piece

#: Characters before a name beyond which no rule looks for its first word.
_EDGE = 30
_AND = re.compile(r" and (?P<word>[A-Z][a-z]+)\b(?! [A-Z])")
_COMPANY = re.compile(r"(?: (?P<form>[A-Z][A-Za-z]{1,3}|plc)\b)+")
_AT = re.compile(r" at [A-Z][\w-]+(?: (?!School|College|Medical)[A-Z][\w-]+)?")
_NICKNAME = re.compile(r" (?P<nick>[A-Z][a-z]+)\b(?! [A-Z]|[-’'])")
_OF_FOREIGN = re.compile(r" (?:d[oae]|del|des|du|della|dos|das) [A-Z][^\W\d_]+")
_FOREIGN_OF = re.compile(r"(?<!\w)[A-Z][^\W\d_]+ $")
_FOREIGN = re.compile(r"(?:d[oae]|del|des|du|della|dos|das) [A-Z]")
_PARTICLES = re.compile(r" (?P<small>[a-z]{2,4}(?: l[ao]s?)?) [A-Z][\w-]+")
_GENERATION = re.compile(r",? (?:Jr|Sr)\b\.?")
_COURT_DISTRICT = re.compile(r"(?:Eastern|Western|Northern|Southern|Central|Middle) District")
_OF_STATE = re.compile(r" of [A-Z][a-z]+(?: [A-Z][a-z]+)?\b")
_HYPHENATED = re.compile(r"[A-Z][a-z]+[-‑][A-Z][a-z]+")


def ended(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of one paragraph in order of the text, each with the end that its form demands."""
    ordered = sorted(pieces, key=lambda piece: piece.start)
    for piece, after in pairwise([*(_with_form(text, piece) for piece in ordered), None]):
        if piece is not None:
            yield _with_surname(text, piece, after) or _with_double(text, piece) or _with_end(text, piece)


def _with_form(text: str, piece: Piece) -> Piece:
    """A firm with the form that stands before its name: "PT" + "Samudra Jaya"; a ship with its letters: "USS" + "Carl Lee"."""
    form = (
        text[: piece.start].rpartition(" ")[0].rpartition(" ")[2]
        if text[piece.start - 1 : piece.start] == " "
        else ""
    )
    ship = form.casefold() in words_of("ship_heads")
    if not form.isupper() or not (ship or form.casefold() in shapes_of("leading_forms")):
        return piece
    return replace(piece, start=piece.start - len(form) - 1, label="work" if ship else "organisation")


def formed(text: str, piece: Piece) -> Piece:
    """A name with the legal form of a firm behind it: "Norvik" + "ASA"."""
    match = _COMPANY.match(text, piece.end)
    if match and match["form"].casefold() in shapes_of("companies"):
        return replace(piece, end=match.end(), label="organisation")
    return piece


def _tail(text: str, piece: Piece) -> re.Match[str] | None:
    """What goes on behind a name: "and Casino", the town of a university's part, the state of a court's district."""
    if piece.label in {"organisation", "place"}:
        match = _AND.match(text, piece.end)
        if match and match["word"].casefold() in shapes_of("seconds"):
            return match
    if text.startswith("University of ", piece.start):
        return _AT.match(text, piece.end)
    district = _COURT_DISTRICT.fullmatch(text, piece.start, piece.end)
    return _OF_STATE.match(text, piece.end) if district else None


def _with_end(text: str, piece: Piece) -> Piece:
    tail = _tail(text, piece)
    if tail is not None:
        return replace(piece, end=tail.end())
    firm = formed(text, piece)
    if firm is not piece:
        return firm
    whole = _with_particle(text, piece) or _with_nickname(text, piece) or _as_state(text, piece)
    if whole is not None:
        return whole
    if piece.label == "person" and " " in text[piece.start : piece.end]:
        generation = _GENERATION.match(text, piece.end)
        return replace(piece, end=generation.end()) if generation else piece
    match = _PARTICLES.match(text, piece.end) if piece.label == "place" else None
    small = match["small"].split() if match else [""]
    return replace(piece, end=match.end()) if match and small[0] in shapes_of("place_particles") else piece


def _with_particle(text: str, piece: Piece) -> Piece | None:
    """A body with a small word of its own language inside, of which the model saw a half: "Observatório" + "do Clima"."""
    if piece.label == "organisation" and " " not in text[piece.start : piece.end]:
        match = _OF_FOREIGN.match(text, piece.end)
        return replace(piece, end=match.end()) if match else None
    if piece.label in {"place", "organisation"} and _FOREIGN.match(text, piece.start):
        match = _FOREIGN_OF.search(text, max(0, piece.start - _EDGE), piece.start)
        return replace(piece, start=match.start(), label="organisation") if match else None
    return None


def _with_nickname(text: str, piece: Piece) -> Piece | None:
    """A side by its city and its nickname: "Sacramento" + "Kings"."""
    match = _NICKNAME.match(text, piece.end) if piece.label == "place" else None
    known = words_of("nicknames", "city_nicknames", "club_nicknames")
    if match is None or match["nick"].casefold() not in known:
        return None
    return replace(piece, end=match.end(), label="organisation")


def _as_state(text: str, piece: Piece) -> Piece | None:
    """A state's abbreviation behind a town with the full stop that the model left out: "St. Albans, Vt" + "."."""
    short = text[piece.start : piece.end].casefold()
    behind = text.startswith(".", piece.end) and text.endswith(", ", 0, piece.start)
    known = behind and any(pair.startswith(f"{short}=") for pair in words_of("states"))
    return replace(piece, end=piece.end + 1, label="place") if known else None


def _with_surname(text: str, piece: Piece, after: Piece | None) -> Piece | None:
    """A given name that the model took for a place, with the hyphenated surname that it took for a person."""
    if after is None or after.start != piece.end + 1 or text[piece.end] != " ":
        return None
    alone = " " not in text[piece.start : piece.end] and text[piece.start : piece.end].istitle()
    double = _HYPHENATED.fullmatch(text, after.start, after.end)
    if alone and double and after.label == "person" and piece.label in {"person", "place", "unknown"}:
        return replace(piece, end=after.end, label="person")
    return None


def _with_double(text: str, piece: Piece) -> Piece | None:
    """A given name with a hyphenated surname that the model passed over."""
    given = text[piece.start : piece.end].casefold() in words_of("given")
    double = (
        _HYPHENATED.match(text, piece.end + 1) if given and text[piece.end : piece.end + 1] == " " else None
    )
    return replace(piece, end=double.end(), label="person") if double else None
