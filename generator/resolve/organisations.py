"""Organisations: acronyms, short forms, and bodies of a state ("Russia’s Defense Ministry")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.knowledge.names import initials
from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.entity import Mention
from generator.resolve.names import Name
from generator.resolve.syntax import Syntax


def lettered(names: Sequence[Name], is_place: Callable[[str], bool]) -> dict[str, list[Name]]:
    """The names of several words that are no persons', by their initials; those without a state before a body come last."""
    several = [n for n in names if len(n.words) > 1 and n.kind != "person"]
    found: dict[str, list[Name]] = {}
    for name in several:
        found.setdefault(initials(name.text), []).append(name)
    for name in several:
        letters = initials(name.text)[1:]
        if (
            len(letters) > 2
            and letters not in found
            and name.kind == "organisation"
            and is_place(name.text.split()[0])
        ):
            found[letters] = [name]
    return found


def by_initials(name: Name, known: Mapping[str, Sequence[Name]]) -> Name | None:
    """The only organisation or place whose initials the name is, in capitals or as a word ("Nafta")."""
    letters = name.folded.replace(".", "")
    fitting = known.get(letters, ())
    if len(fitting) != 1 or name.keys or not 2 <= len(letters) <= 8:
        return None
    made = name.text.istitle() and name.text.isalpha() and len(letters) > 3 and not name.said["person"]
    return fitting[0] if name.text.isupper() or made else None


def short_form(name: Name, names: Sequence[Name], is_place: Callable[[str], bool]) -> list[Name]:
    """The longer name that this one begins, or is the core of: "Tallis" after "Tallis Motor Corp.".

    None if there is none or more than one; of a noun like "Court" all those that it may mean.
    """
    within = [n for n in names if len(n.words) > len(name.words) and {*name.words} <= {*n.words}]
    longer = [n for n in within if _shortens(name, n, is_place)]
    exact = [n for n in longer if {*n.words[len(name.words) :]} <= words_of("legal_forms")]
    longer = exact if len(exact) == 1 else longer  # "Sony" is "Sony Corp." rather than "Sony Pictures Corp."
    longer = list({n.target: n for n in longer if not any(_begins(n, other) for other in longer)}.values())
    several = len(name.words) == 1 and name.words[0] in words_of("organisations")
    return longer if len(longer) == 1 or several else []


def _begins(name: Name, other: Name) -> bool:
    """Whether another name goes on where a name ends: "Tallis Foods Inc." after "Tallis Foods"."""
    return len(other.words) > len(name.words) and other.words[: len(name.words)] == name.words


_COMPASS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})


def half(name: Name, names: Sequence[Name]) -> Name | None:
    """The only half of a country that the text names: "Korea" where it speaks of South Korea (not so North Las Vegas)."""
    halves = [n for n in names if n.keys and n.words[1:] == name.words and n.words[0] in _COMPASS]
    return halves[0] if len(halves) == 1 and not name.keys and name.kind == "place" else None


def _shortens(short: Name, full: Name, is_place: Callable[[str], bool]) -> bool:
    """Whether the full name is the short one with a word that says what it is, or that says which."""
    a, b = short.words, full.words
    begins, ends, kind = b[: len(a)] == a, b[-len(a) :] == a, full.kind
    if kind == "place":
        return (
            short.kind == "place" and not short.keys and begins and b[-1] in {"airport", "stadium", "prison"}
        )
    if kind == "organisation" and (_is_core(short, full) or (begins and _is_firm(short, full))):
        return True
    if kind != "organisation" or short.kind not in {"organisation", "unknown", "term"}:
        return kind == "organisation" and _is_club(short, full)
    inside = any(b[i : i + len(a)] == a for i in range(1, len(b))) and a[-1] in words_of("organisations")
    owned = any(
        word.endswith(("s'", "'s")) for word in b[len(a) :]
    )  # the town of "Avon Dockers’ Union" is not it
    whole = a[-1] in words_of("chambers")  # the "Senate" is more than its "Senate Judiciary Committee"
    known = begins and b[-1].strip(".") in words_of("organisations") and "of" not in b
    if (known and not owned and not whole) or inside:
        return True
    partner = "&" in b and not short.keys  # a firm by the first of its partners
    if begins and (partner or (len(a) > 1 and b[len(a)] == "of" and _are_places(b[len(a) + 1 :], is_place))):
        return True
    rest = b[: -len(a)] if ends else b[len(a) :] if begins else []
    return (bool(rest) and not short.keys and is_place(" ".join(rest))) or _is_club(short, full)


def _are_places(words: Sequence[str], is_place: Callable[[str], bool]) -> bool:
    """Whether words name a place, or two: "England and Wales"."""
    return all(is_place(part) for part in " ".join(words).split(" and "))


def _is_core(short: Name, full: Name) -> bool:
    """Whether the full name is the short one after what a church or a firm is: "Scientology", "PT Samudra Jaya"."""
    before, rest = full.words[: -len(short.words)], full.words[-len(short.words) :]
    led = before == ["church", "of"] or (len(before) == 1 and before[0] in shapes_of("leading_forms"))
    return rest == short.words and led and not short.keys


def _is_firm(short: Name, full: Name) -> bool:
    """Whether the full name is a firm's, and nothing but the model says that the short one is a person’s."""
    last = full.words[-1].strip(".")
    firm = last in words_of("firms") or (len(full.words) == 2 and last in shapes_of("trades"))
    return firm and not short.keys and not short.said["person"]


def _is_club(short: Name, full: Name) -> bool:
    """Whether a name of a side is another one with "FC" before or "United" after it."""
    a, b = short.words, full.words
    if short.keys or short.kind == "person":
        return False
    return (b[1:] == a and b[0] in words_of("clubs")) or (b[:-1] == a and b[-1] in words_of("clubs"))


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its owner before it ("Russia’s Investigative Committee"): its key and the words of both."""

    key: str
    text: str


def bodies(mentions: Sequence[Mention], names: Sequence[Name], syntax: Syntax) -> dict[int, Body]:
    """Bodies that stand right after their owner, by number of mention."""
    called = {number: name for name in names for number in name.mentions}
    found: dict[int, Body] = {}
    for number, (owner, body) in enumerate(pairwise(mentions)):
        gap = syntax.between(owner.span, body.span)
        if gap is None or not re.fullmatch(r"['’]s? ", gap) or body.keys or not _is_body(body.text):
            continue
        owner_key = owner.keys[0] if len(owner.keys) == 1 else called[number].key
        key = f"{owner_key}/{called[number + 1].folded}"
        found[number + 1] = Body(key, f"{owner.text}{gap}{body.text}")
    return found


def _is_body(text: str) -> bool:
    words = text.casefold().split()
    return bool({words[0], words[-1]} & words_of("bodies"))
