"""The short names of clubs in a report of matches: "the Lakers", "Vancouver", "PSV"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.model.entry import Entry
from generator.resolve.names import Name
from generator.resolve.syntax import Syntax

#: Where a city is the city, and not the side that bears its name.
_THERE = re.compile(r"\b(?:in|near|around|outside|from|at|downtown|born) $")
_REGION = re.compile(r", [A-Z]")
_DATED = re.compile(r"[^.a-z]{0,3}(?:\d|[-–—(])")


def clubs(names: Sequence[Name], syntax: Syntax) -> list[Name]:
    """The clubs that a sports report names in full; none in other texts."""
    return [name for name in names if _is_club(name)] if syntax.sports else []


def club(name: Name, mention: Mention, named: Sequence[Name], syntax: Syntax) -> Name | None:
    """The only one of the clubs named in full whose city, nickname or letters the name is."""
    if not named or len(name.words) > 3:
        return None
    fitting = [n for n in named if _is_nickname(name, n) or _is_letters(name, n)]
    if not fitting and _may_be_side(name, mention, syntax):
        fitting = [n for n in named if _has_nickname(n) and n.words[:-1] == name.words]
    return fitting[0] if len(fitting) == 1 else None


def _is_club(name: Name) -> bool:
    """Whether a name is a city's and a nickname, mostly in the plural: "Vancouver Canucks"; or letters and a city."""
    last = name.words[-1]
    common = words_of("organisations", "places", "events")
    return len(name.words) > 1 and name.kind == "organisation" and not name.keys and last not in common


def _is_nickname(name: Name, full: Name) -> bool:
    return name.words == full.words[-1:] and _has_nickname(full) and not name.keys and name.kind != "person"


def _is_letters(name: Name, full: Name) -> bool:
    letters = name.text.isupper() and name.text.isalpha() and len(name.text) in {3, 4}
    return letters and len(full.words) == 2 and name.words == full.words[:1] and not name.keys


def _has_nickname(full: Name) -> bool:
    last = full.words[-1]
    return (last.endswith("s") and len(last) > 3) or last in words_of("club_nicknames")


def _may_be_side(name: Name, mention: Mention, syntax: Syntax) -> bool:
    """Whether a city is named as a side would be: not "in Vancouver", not "Vancouver, British Columbia"."""
    if name.kind not in {"place", "organisation"} or mention.text.isupper():
        return False
    before, after = syntax.around(mention.span)
    opens = not before.strip() and _DATED.match(after) is not None
    return not (_THERE.search(before) or _REGION.match(after) or opens)


def is_listed_side(mention: Mention, entries: Iterable[Entry | None]) -> bool:
    """Whether a table of results names a capital: its team is meant; "(Scotland)" is where a player is from."""
    if mention.origin != "pattern" or mention.label != "organisation":
        return False
    return all(entry is not None and entry.kind == "place" and entry.stands_for for entry in entries)
