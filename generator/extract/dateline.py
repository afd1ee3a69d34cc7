"""The dateline: the place and agency that open a report before its dash, no words of what happened."""

from __future__ import annotations

import re

from generator.extract.telling import Word

_DATELINE = re.compile(r"[A-Z]{3}[^–—-]{0,40}?\s*(?:[–—]-?|--?)\s+(?=[A-Z“\"])")


def after_dateline(text: str) -> int:
    """The offset at which a paragraph's own words begin: 0 where it opens with no dateline."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def behind_dateline(word: Word, opening: int) -> Word:
    """The noun behind a dateline's dash that the parser set in apposition to the place: “OSLO - Norvik said”."""
    behind = [i for i in word.tree.children(word.at, "appos") if word.tree.tokens[i].start >= opening]
    return word.other(behind[0]) if word.token.start < opening and behind else word
