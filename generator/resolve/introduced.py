"""What the words that introduce a name say of its kind: "whose leader, X", "a party called X", "the director of the X", "The X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.entity import Mention

#: Characters before a name beyond which nothing introduces it.
_EDGE = 60
_THEIRS = re.compile(r"(?:\b(?:whose|its|his|her|their)|['’]s?)(?: [a-z-]+){0,3}? (?P<role>[a-z]+), $")
_CAPITAL = re.compile(r" [A-Z]")
_NAMED_AS = re.compile(r"\b(?P<noun>[A-Za-z-]+) (?:called|named|dubbed|known as) (?:the |The )?[“\"‘']?$")
_AS = re.compile(r"\b(?:called|named|dubbed|as)\b")
_LED = re.compile(
    r"\b(?:(?:director|head|executive|C\.?E\.?O\.?|president|founder|chair|chairman|chairwoman|members?|fellow|researcher|spokes[a-z]+)"
    r" (?:of|at|for|with)|leads|led|founded|heads|headed|nonprofit|think tank) (?:the |The )?$"
)
_OTHERS = re.compile(
    r" and (?:(?:two|three|four|five|several|many|most) )?other (?:[a-z-]+ )?(?P<noun>[a-z]+)\b"
)
_SUCH = re.compile(r"\b(?P<noun>[a-z]+),? (?:such as|including|included|like) (?:the |The )?$")
#: What presidents have, and no place: "the Ray administration".
_ADMINISTRATION = re.compile(r" (?:administration|presidency|candidacy|White House)\b")
#: What towns have as well: "the Ray government".
_RULED = re.compile(r" (?:government|cabinet|ministry|era|years)\b")
#: Whom a president appoints: "a Ray appointee".
_APPOINTEE = re.compile(r" (?:appointees?|nominees?|loyalists?|biographer)\b")
#: Where research appears: "a study published on Monday in Tallis Plants".
_PUBLISHED = re.compile(
    r"\b(?:study|studies|paper|article|research|findings|results|review|report|letter|analysis)\b[^.;]{0,60}"
    r"\b(?:published|appeared|appears|appearing|reported)(?: [a-z]+day| online| this week| last week| on [A-Z][a-z]+day)? in (?:the (?:journals? )?)?$"
)
_SITE = re.compile(r" (?:stadium|airport|prison|bridge|dam|reservoir|tunnel|park|square|plaza|race track)\b")
_THE = ("the ", "The ")
_WITHIN = re.compile(r"[a-z,] The $")
_ON = re.compile(r"\b(?:in|on|along|across|down|up) The $")
_PLURAL = re.compile(r"[A-Z]\w+ (?:[A-Z]\w+ )*[A-Z][a-z]+[^s]s")
#: What follows a name that is none before a noun.
_NOT_NOUN = re.compile(
    r"[,.;:)]| (?:in|on|at|to|for|and|with|who|when|after|before|have|had|were|are|will|would|did|won|lost|beat)\b|$"
)


def introduced(mention: Mention, before: str, after: str) -> Iterator[str]:
    """Votes for kinds from the words that introduce a name."""
    near = before[-_EDGE:]
    if _is_theirs(mention, near, after):
        yield from ["person"] * 3
    yield from _after_article(mention, near, after)
    yield from _called(near)
    yield from _of_a_kind(near, after)
    if mention.label == "place" and not mention.keys and _APPOINTEE.match(after):
        yield from ["person"] * 4
    if _PUBLISHED.search(near):
        yield from ["organisation"] * 5
    if mention.label in {"event", "organisation", "unknown"} and _LED.search(near):
        yield from ["organisation"] * 2


def _is_theirs(mention: Mention, near: str, after: str) -> bool:
    """Whether a name of several words stands after whose office it holds: "whose leader, Ann Le Ray, won"."""
    if not near.endswith(", ") or " " not in mention.text or mention.keys or _CAPITAL.match(after):
        return False
    match = _THEIRS.search(near)
    return match is not None and match["role"] in words_of("titles", "person_nouns")


def _after_article(mention: Mention, near: str, after: str) -> Iterator[str]:
    """What an article tells: "the Ray administration", "the Lima Games", "on The Severn", "the Lima Lions"."""
    text = mention.text.removeprefix("The ")
    near += "The " if text != mention.text else ""
    if not near.endswith(_THE):
        return
    if mention.label in {"person", "place"} and " " in text and _SITE.match(after):
        yield from ["place"] * 6
    if text.endswith(" Games"):
        yield from ["event"] * 6
    if mention.label in {"person", "place", "organisation"} and not mention.keys and " " not in text:
        yield from ["person"] * 6 * bool(_ADMINISTRATION.match(after))
        ruled = mention.label == "person" and mention.origin == "model" and _RULED.match(after) is not None
        yield from ["person"] * 3 * ruled
    if mention.label == "person" and _NOT_NOUN.match(after):
        yield from ["place" if _ON.search(near) else "organisation"] * 3 * _is_nobody(text, near)


def _is_nobody(text: str, near: str) -> bool:
    """Whether a name is no person's where it has an article: a lone word with a capital one, letters, a plural."""
    letters = text.isupper() and len(text) > 2
    return (
        letters
        or _PLURAL.fullmatch(text) is not None
        or (" " not in text and _WITHIN.search(near) is not None)
    )


def _of_a_kind(near: str, after: str) -> Iterator[str]:
    """What a name's company is called: "firms such as Norvik", "Norvik and other witnesses"."""
    match = _OTHERS.match(after) or _SUCH.search(near)
    noun = match["noun"] if match else ""
    kinds = ("organisation", "place", "person")
    yield from (kind for kind in kinds if noun in shapes_of(f"many_{kind}s") for _ in range(4))


def _called(near: str) -> Iterator[str]:
    """What a noun before "called" says."""
    match = _NAMED_AS.search(near) if _AS.search(near, max(0, len(near) - 12)) else None
    noun = match["noun"].casefold() if match else ""
    if noun in shapes_of("called_organisations") or noun == "pac":
        yield from ["organisation"] * 6
    elif noun in shapes_of("called_places"):
        yield from ["place"] * 5
