"""National sides: in a report of matches "Peru beat Chile 2-0" tells of teams, "in Peru" and "Ann Lee of Peru" of the country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.model.entity import Mention, Sense
from generator.resolve.sides import told_in_plural
from generator.resolve.syntax import Syntax

if TYPE_CHECKING:
    from generator.knowledge import Knowledge

_EDGE = 60
_OWN = (
    "captain|skipper|coach|manager|goalkeeper|keeper|striker|midfielder|defender|winger|batsman|batsmen|bowlers?|squad|team|side"
    "|bench|pack|forwards|players?|goals?|innings|victory|win|defeat|great"
)
#: Whom a side meets or beats, and what is played against it.
_MET = re.compile(
    r"\b(?:beat|beats|beating|defeat(?:ed|ing|s)|thrash(?:ed|ing)|rout(?:ed|ing)|edged|stunned|faced?|faces|meets?|met|hosted|lost to|loses to"
    r"|(?:draws?|drew|drawn) (?:\d+\s?[-–]\s?\d+ )?with|(?:win|victory|draw|defeat|loss|match|test|tie|final|semi-?final|quarter-?final|friendly"
    r"|goals?|tries|points|innings) (?:over|against|with|to))(?: [a-z-]+)? $"
    r"|\d{1,2}\s?[-–]\s?\d{1,2}(?: [a-z]+){0,2} (?:with|at home to|away to|to|by|over|against) $"
)
#: What sides do and have.
_PLAYS = re.compile(
    r" (?:[a-z]+ )?(?:beat|defeated|thrashed|routed|edged|faced|drew|lost|won|scored|conceded|equali[sz]ed|trailed|qualified|winning|losing)\b"
    rf"|['’]s? (?:[a-z]+ ){{0,2}}(?:{_OWN})\b| (?:{_OWN})\b"
)
#: Where it was, and whose a player is.
_THERE = re.compile(
    r"\b(?:of|from|in|at|near|across|throughout|around|to|through)(?: [a-z]+| [A-Z]\w+,)? $|\($"
)
_MOVED_TO = re.compile(r"\b(?:defeat|loss|lost|loses|draw|win|conceded|penalty|lead|points?|\d) to $")


class NationalSides:
    """The countries that one article's report of matches tells of as sides, more often than as places."""

    def __init__(self, mentions: Sequence[Mention], knowledge: Knowledge, syntax: Syntax) -> None:
        self._syntax = syntax
        self._keys = frozenset(_sides(mentions, knowledge, syntax)) if syntax.sports else frozenset()

    def sense(self, mention: Mention, target: str | None, sense: Sense) -> Sense:
        """How the mention is used: a side is an organisation wherever it is not just where something was."""
        if target in self._keys and sense in {"place", "government"} and not _is_there(mention, self._syntax):
            return "organisation"
        return sense


def _sides(mentions: Sequence[Mention], knowledge: Knowledge, syntax: Syntax) -> Iterator[str]:
    told: Counter[str] = Counter()
    for mention in mentions:
        entry = knowledge.get(mention.keys[0]) if len(mention.keys) == 1 else None
        country = entry is not None and entry.kind in {"government", "place"} and not entry.stands_for
        if entry is not None and country and mention.label != "group":
            told[entry.id] += -1 if _is_there(mention, syntax) else 2 * _plays(mention, syntax)
    yield from (key for key, count in told.items() if count > 0)


def _is_there(mention: Mention, syntax: Syntax) -> bool:
    """Whether a country is only where something was or somebody is from."""
    before = syntax.around(mention.span)[0][-_EDGE:]
    within = _THERE.search(before) is not None and not _MOVED_TO.search(before)
    return within or syntax.opens_dateline(mention.span)


def _plays(mention: Mention, syntax: Syntax) -> bool:
    """Whether the words around a country tell of a side that plays."""
    before, after = syntax.around(mention.span)
    before, after = before[-_EDGE:], after[:_EDGE]
    return bool(_MET.search(before) or _PLAYS.match(after)) or told_in_plural(before, after)
