"""The dateline: the place and agency that open a report before its dash, no words of what happened."""

from __future__ import annotations

import re

_DATELINE = re.compile(r"[A-Z]{3}[^–—-]{0,40}?\s*(?:[–—]-?|--?)\s+(?=[A-Z“\"])")


def after_dateline(text: str) -> int:
    """The offset at which a paragraph's own words begin: 0 where it opens with no dateline."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
