"""Lines that are nothing but a date: of a teaser of related coverage, or of the article's appearance."""

from __future__ import annotations

import re
from functools import cache

from generator.knowledge import calendar, vocabulary

_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*(?:[ap]\.?m\.?)"
_ZONE = r"(?:\s*\(?(?:[A-Z]{1,5}|[A-Z][a-z]+ [Tt]ime)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?"


def date_line(text: str) -> str | None:
    """The ISO date of a line that is only a date, with what usually stands around it; else None.

    Understood: what `calendar.explicit_date` reads, with a time of day before or after it, after words
    such as "Published", and two such separated by "|" or "·", of which an update counts less.
    """
    if len(text) > 120 or not re.search(r"\d{4}", text):
        return None
    parts = re.split(
        r"\s*[|•·]\s*|\s+/\s+|(?<!last)\s+(?=(?:last )?updated\b)", text.strip("()[] "), flags=re.IGNORECASE
    )
    told = [(is_update(part), date) for part in parts if part and (date := _date(part)) != ""]
    if not told or any(date is None for _, date in told):
        return None
    return min(told, key=lambda pair: pair[0])[1]


def is_update(text: str) -> bool:
    """Whether a date line tells of a change, not of the first appearance."""
    return text.casefold().startswith(tuple(vocabulary.load("layout")["updated"]))


def _date(part: str) -> str | None:
    """The date of one part; "" for a mere time of day."""
    bare = _opening().sub("", part, count=1)
    if re.fullmatch(f"(?:{_CLOCK}){_ZONE}", bare, re.IGNORECASE):
        return ""
    bare = re.sub(rf"^(?i:{_CLOCK}){_ZONE},?\s+(?:on\s+)?", "", bare)
    bare = re.sub(rf"(?:,?\s*(?:at\s+|[-–—]\s*)?|,\s*)(?i:{_CLOCK}){_ZONE}$", "", bare)
    return calendar.explicit_date(bare.strip(" ,"))


@cache
def _opening() -> re.Pattern[str]:
    words = vocabulary.load("layout")
    choice = "|".join(words["published"] + words["updated"])
    return re.compile(rf"^(?:{choice})\b(?:\s*:|\s+on\b|\s+at\b)?\s*", re.IGNORECASE)
