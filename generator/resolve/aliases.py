"""Other names that the text itself gives: "Luiz Tavares, known as Nando", "Shaquille O’Neal (Shaq)", acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.knowledge.names import fold, initials
from generator.model.entity import Mention
from generator.model.entry import Entry
from generator.resolve.names import Name, canonical
from generator.resolve.persons import bare
from generator.resolve.syntax import Syntax

_OPENED = re.compile(r"\s*\(\s*(?:the\s+)?[“\"]?")
#: What makes the second of two neighbouring names another name of the first.
_CALLED = re.compile(
    r",?(?: who (?:is|was))? \(?(?:(?:also|better|best|widely|popularly|commonly|universally|simply|once|affectionately) )*"
    r"(?:known(?: to [a-z’' ]{2,40}?)? (?:simply )?as|nicknamed|dubbed|a\.?k\.?a\.?|alias|who goes by(?: the (?:nick)?name)?(?: of)?) "
    r"(?:simply )?(?:the )?[“\"‘']?"
)
_BORN = re.compile(r",? \(?(?:who was )?born (?:as )?")
_NOT_A_NAME = frozenset({"group", "event", "government"})


def acronyms(mentions: Sequence[Mention], syntax: Syntax) -> dict[str, int]:
    """Acronyms given in brackets after a name: folded acronym → number of the named mention.

    The letters may stand in the order of the name's own language: "National Alliance (AN)"; and before the
    brackets, with the name in them: "Cilt (Centre for Inland Lake Trade)".
    """
    defined: dict[str, int] = {}
    for number, (full, short) in enumerate(pairwise(mentions)):
        gap = syntax.between(full.span, short.span)
        if gap is None or not _OPENED.fullmatch(gap):
            continue
        if len(full.text) > 1 and initials(short.text) == full.text.casefold():
            defined.setdefault(full.text.casefold(), number + 1)
        if not short.text.isupper():
            if _is_short(full, short):
                defined.setdefault(short.text.casefold(), number)
            continue
        own, letters = initials(full.text), short.text.casefold().replace(".", "")
        if letters == f"t{own}" and syntax.around(full.span)[0].casefold().endswith("the "):
            own = letters  # "The Sea Institute (TSI)"
        begins = own[:1] == letters[:1] and full.label != "person"
        ends = len(letters) > 2 and own.endswith(letters)
        if begins or ends or (len(letters) > 1 and sorted(own) == sorted(letters)):
            defined.setdefault(letters, number)
    return defined


def _is_short(full: Mention, short: Mention) -> bool:
    """Whether one word in brackets is made of a body's name: "Department of Trade and Cooperation (Detraco)"."""
    if full.label != "organisation" or short.keys or not short.text.isalpha():
        return False
    letters = iter(full.text.casefold())
    own = initials(full.text)
    made = all(letter in letters for letter in short.text.casefold())
    return made and len(own) > 2 and sum(letter in short.text.casefold() for letter in own) >= len(own) - 1


def other_names(mentions: Sequence[Mention], syntax: Syntax) -> dict[str, int]:
    """Names that the text says a person goes by: the folded name → number of the person's mention."""
    return {
        canonical(other.text): number
        for number, (full, other) in enumerate(pairwise(mentions))
        if (gap := syntax.between(full.span, other.span)) is not None
        and full.label == "person"
        and not (other.keys or other.label in _NOT_A_NAME)
        and _is_other(full, gap, other, syntax)
    }


def _is_other(full: Mention, gap: str, other: Mention, syntax: Syntax) -> bool:
    if _CALLED.fullmatch(gap):
        return True
    if _BORN.fullmatch(gap):  # "born Lima" is nobody’s name; "born Ann Lee" is
        return " " in other.text and other.label == "person"
    _, after = syntax.around(other.span)
    return (
        bool(_OPENED.fullmatch(gap))
        and after.startswith((")", "”)", '")'))
        and any(_shortens(other.text, word) for word in bare(full.text.split()))
    )


def _shortens(short: str, name: str) -> bool:
    """Whether a word is the beginning of a name: "Shaq" of "Shaquille"."""
    return 3 <= len(short) < len(name) and name.casefold().startswith(short.casefold())


def unclaimed(others: dict[str, int], taken: Iterable[str]) -> dict[str, int]:
    """The other names without those that are also part of somebody's full name: whose, the text leaves open."""
    words = {word for name in taken for word in name.split()}
    return {name: number for name, number in others.items() if " " in name or name not in words}


def shares_word(name: Name, entries: Iterable[Entry]) -> bool:
    """Whether a name has a word of four letters or more in common with the names of entries."""
    told = {w for e in entries for n in (e.name, *e.aliases) for w in fold(n).split() if len(w) > 3}
    return not told.isdisjoint(name.words)
