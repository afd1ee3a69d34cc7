"""What persons belong to: in "Ann Lee of Tallis" and "Tallis’s Ann Lee" Tallis is a body or a place, nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.knowledge.names import fold
from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.resolve.syntax import Syntax

_OWNER = re.compile(r"['’]s? ")
#: "Ann Lee of Tallis", "Bo Ray, an analyst at Tallis"
_OF = re.compile(
    r" (?:of|at) |, (?:an? |the )?(?:[a-z-]+ ){0,3}(?:analyst|economist|strategist|trader|dealer|broker|fund manager) (?:at|with) (?:the )?"
)


def belonging_votes(mentions: Sequence[Mention], syntax: Syntax) -> dict[int, Counter[str]]:
    """By number of mention: votes that a name taken for a person is what another person belongs to."""
    full = [m.text for m in mentions if m.label == "person" and " " in m.text]
    borne = {word for name in full for word in fold(name).split()}
    found: dict[int, Counter[str]] = {}
    for number, (left, right) in enumerate(pairwise(mentions)):
        gap = syntax.between(left.span, right.span) or ""
        if _OWNER.fullmatch(gap) and _is_full(right) and _may_own(left, borne):
            found[number] = Counter(organisation=4)
        elif _OF.fullmatch(gap) and _is_full(left) and _may_own(right, borne):
            found[number + 1] = Counter(organisation=4)
    return found


def _is_full(mention: Mention) -> bool:
    """Whether a mention is a person's full name."""
    words = mention.text.split()
    return mention.label == "person" and len(words) > 1 and words[0].casefold() not in words_of("regal")


def _may_own(mention: Mention, borne: set[str]) -> bool:
    """Whether a name that was taken for a person's may be a body's: no part of a full name, no given name."""
    words = fold(mention.text).split()
    alone = len(words) == 1 and words[0] in borne
    return mention.label == "person" and not (mention.keys or alone or words[0] in words_of("given"))
