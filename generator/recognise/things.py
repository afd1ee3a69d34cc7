"""Things that bear names and act in no story: films, ships, storms, programs, prizes. The language model takes them for somebody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator.knowledge.names import fold
from generator.knowledge.wordlists import shapes_of
from generator.model.text import Paragraph
from generator.recognise.clean import Label, Piece

_SITE = re.compile(r"[\w-]+(?:\.co)?\.(?:com|org|net|info|uk|gov|edu)", re.IGNORECASE)
_SITES = re.compile(r"\b(?:web ?)?(?:sites?|page|blog|forum|portal|homepage)\b")
_LAST_WORD = re.compile(r"(?P<word>[A-Za-z]+)(?: (?:called|titled|entitled|named))? [“\"‘']?$")
#: Characters before a name beyond which no pattern looks.
_REACH = 1000
_NEAR = 60
#: What stands before a thing's name and no person's, and what goes on behind it.
_PODCAST = re.compile(r"['’”\"]? (?:podcast|sitcom|trilogy)\b")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)(?: [a-z-]+){0,2} $")
_WARE = re.compile(r"(?: [a-z-]+){0,2} (?P<word>[a-z]+)")
_WHICH = re.compile(r",? which\b")
#: "U.S. Patriot" before "missiles": a state and its thing.
_STATE = re.compile(r"(?:U\.?S\.?|U\.?K\.?|EU) (?=[A-Z][a-z-]+\Z)")
_JOINING = frozenset({"of", "and", "the", "for", "in", "to", "on"})
_STORMY = re.compile(r", (?:the|a) [^,.;]{0,40}\b(?:hurricane|typhoon|cyclone|storm)\b")
_WON = re.compile(
    r"\b(?:an|the|his|her|their|first|second|two|three|picture|actor|actress|director|won|win|wins|winning|for) $"
)
_PRIZED = re.compile(r"[- ](?:winn|nomin|award|ceremon|race|night|host|speech|statuette)|s\b")


def without_things(
    paragraphs: Sequence[Paragraph], found: Mapping[str, list[Piece]]
) -> dict[str, list[Piece]]:
    """The findings by paragraph: what the words around it call a thing is a work or an event, a prize is nothing."""
    texts = {p.id: p.text for p in paragraphs}
    borne = set(_surnames(texts, found))
    things = {
        fold(texts[id][i.start : i.end]): kind
        for id, pieces in found.items()
        for i in pieces
        if i.origin != "lexicon" and i.label != "place" and (kind := _thing(texts[id], i)) is not None
    }
    names = {fold(texts[id][i.start : i.end]) for id, pieces in found.items() for i in pieces}
    surnames = {name.split()[-1] for name in names if " " in name}
    things = {name: kind for name, kind in things.items() if kind != "work" or name not in borne}
    wares = {
        fold(texts[id][i.start : i.end])
        for id, pieces in found.items()
        for i in pieces
        if _ware(texts[id], i)
    }
    if wares:
        wares -= surnames | {*things, *_bare_bodies(texts, found)}
        things |= dict.fromkeys(sorted(wares), "work")
    return {id: list(_told(texts[id], pieces, things, names)) for id, pieces in found.items()}


def _surnames(texts: Mapping[str, str], found: Mapping[str, list[Piece]]) -> Iterator[str]:
    """The surnames of those named in full: a film called like somebody makes nobody a film."""
    for id, pieces in found.items():
        names = (fold(texts[id][i.start : i.end]) for i in pieces if i.label == "person")
        yield from (
            name.rpartition(" ")[2] for name in names if " " in name and name not in shapes_of("products")
        )


def _told(
    text: str, pieces: Sequence[Piece], things: Mapping[str, Label], names: set[str]
) -> Iterator[Piece]:
    honours = [match.span() for match in _honours().finditer(text)]
    for piece in pieces:
        name = fold(text[piece.start : piece.end])
        kind = things.get(name) or _site(text, piece, names)
        if piece.label == "place":  # a ship may bear a state's name
            kind = _thing(text, piece)
        if any(start <= piece.start and piece.end <= end for start, end in honours):
            continue
        if piece.origin == "lexicon" or kind is None:
            yield _of_state(text, piece) or piece
        elif name not in shapes_of("prizes"):
            yield replace(piece, label=kind)


def _thing(text: str, piece: Piece) -> Label | None:
    """The kind of thing that a name is by its own words or by those next to it."""
    name = fold(text[piece.start : piece.end])
    before = text[max(0, piece.start - _REACH) : piece.start]
    if name in shapes_of("prizes"):
        return "event" if _WON.search(before) or _PRIZED.match(text, piece.end) else None
    if name in shapes_of("products") or fold(" ".join([*before.split()[-1:], name])) in shapes_of("products"):
        return "work"
    if name in shapes_of("firms"):
        return "organisation"
    return _called(text, piece, name, before) if piece.label not in {"group", "event", "work"} else None


def _called(text: str, piece: Piece, name: str, before: str) -> Label | None:
    """What the words next to a name call it."""
    if text[piece.end : piece.end + 1] == ")" and before.endswith("(") and _abbreviates(before[:-1], name):
        return "unknown"
    match = _LAST_WORD.search(before)
    word = match["word"].casefold() if match else ""
    carrier = word == "carrier" and (piece.label != "organisation" or before.endswith("aircraft carrier "))
    if carrier or word in shapes_of("works", "vessels") or _PODCAST.match(text, piece.end):
        return "work"
    stormy = word in shapes_of("storms") or (" " not in name and _STORMY.match(text, piece.end))
    return "event" if stormy or _is_inquiry(text, piece, name.split()) else None


def _bare_bodies(texts: Mapping[str, str], found: Mapping[str, list[Piece]]) -> Iterator[str]:
    """The bodies named once, or without an article as well, as firms are: "Boeing" beside "a Boeing jet"."""
    bodies = [(id, i) for id, pieces in found.items() for i in pieces if i.label == "organisation"]
    often = Counter(fold(texts[id][i.start : i.end]) for id, i in bodies)
    for id, i in bodies:
        name = fold(texts[id][i.start : i.end])
        if often[name] == 1 or not _with_article(texts[id], i):
            yield name


def _with_article(text: str, piece: Piece) -> bool:
    return _ARTICLE.search(text, max(0, piece.start - _NEAR), piece.start) is not None


def _ware(text: str, piece: Piece) -> bool:
    """Whether a name of one word is a thing's: "the swift Vostrel missile", a person's also in "the Vostrel, which …"."""
    if piece.label not in {"person", "organisation", "unknown"} or piece.origin == "lexicon":
        return False
    if not text[piece.start : piece.end].isalpha() or not _with_article(text, piece):
        return False
    which = piece.label != "organisation" and _WHICH.match(text, piece.end) is not None
    return which or _before_ware(text, piece.end)


def _before_ware(text: str, end: int) -> bool:
    """Whether a noun for weapons, vessels or programs ends the words behind a name."""
    match = _WARE.match(text, end)
    return match is not None and any(
        word in shapes_of("wares") or word.removesuffix("s") in shapes_of("wares", "vessels")
        for word in match[0].split()
    )


def _of_state(text: str, piece: Piece) -> Piece | None:
    """The state alone, of a body that is none: "U.S. Vostrel" before "missiles"."""
    state = _STATE.match(text, piece.start, piece.end) if piece.label == "organisation" else None
    if state is None or state.end() >= piece.end or not _before_ware(text, piece.end):
        return None
    return replace(piece, end=state.end() - 1, label="place")


def _abbreviates(before: str, name: str) -> bool:
    """Whether a name in brackets is the initials of small words: "roadside bombs and mines (RBMs)"."""
    letters = name.removesuffix("s")
    words = [word for word in re.findall(r"[^\W\d_]+", before)[-len(letters) - 2 :] if word not in _JOINING]
    last = words[-len(letters) :]
    return len(letters) > 1 and "".join(word[0] for word in last) == letters


def _is_inquiry(text: str, piece: Piece, words: Sequence[str]) -> bool:
    """Whether three words or more, none of them an institution, stand before "study" or "festival"."""
    after = re.match(r" ([a-z]+)\b", text[piece.end :])
    bodies = shapes_of("organisations", "heads")
    return (
        after is not None
        and after[1] in shapes_of("inquiries")
        and piece.label == "organisation"
        and len(words) > 2
        and not bodies & {*words}
    )


def _site(text: str, piece: Piece, names: set[str]) -> Label | None:
    """Whether an address on the web is called a site, or is that of somebody named by the article."""
    name = text[piece.start : piece.end]
    if not _SITE.fullmatch(name):
        return None
    around = text[max(0, piece.start - 40) : piece.start] + text[piece.end : piece.end + 20]
    return "work" if name.partition(".")[0].casefold() in names or _SITES.search(around) else None


@cache
def _honours() -> re.Pattern[str]:
    whom = "|".join(sorted(word.capitalize() for word in shapes_of("honoured")))
    when = "|".join(sorted(word.capitalize() for word in shapes_of("honours")))
    crowns = "|".join(sorted(word.capitalize() for word in shapes_of("crowns")))
    return re.compile(
        rf"\b(?:(?:(?:{whom}) and )?(?:{whom}) of the (?:{when})|M(?:iss|r\.?) (?:Teen )?(?:USA|America|{crowns}))\b"
    )
