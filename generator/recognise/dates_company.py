"""Whether words that have the form of a date stand in the company of one.

"May", "1998" or "Today" can be a month, a year, the day of writing; or a surname, a sum, a programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.knowledge import calendar, vocabulary
from generator.model.text import Name, Paragraph

_WORDS = vocabulary.load("dates")
_BEFORE_YEAR, _COUNTED = frozenset(_WORDS["before_year"]), frozenset(_WORDS["counted"])
_NEAR = 60  # characters before an expression that can tell what it is

#: A month's name right after another word with a capital: perhaps somebody's surname.
_NAMED = re.compile(r"\b([A-Z][\w’'-]+)\s+(April|May|June|August)\b(?!\s+\d)")
_POINTERS = frozenset({"last", "this", "next", "past", "later", "earlier", "on", "at", "mid", "but", "and"})
#: After these words even a month that is somebody's name is a month.
_WHEN = frozenset({"in", "since", "until"})
#: "Black Friday" is a day of its own name, and not the last Friday.
_PROPER = re.compile(rf"\b(?:{'|'.join(_WORDS['proper_weekdays'])})\s+$")
#: "Today’s world" is no day.
_GENERAL = re.compile(rf"['’]s\s+(?:\w+\s+)?(?:{'|'.join(_WORDS['general'])})\b")
_TITLE = re.compile(r"Today|Tonight|Tomorrow|(?:This|Last|Next) [A-Z][a-z]+")
_AS_EARLY = re.compile(r"\b(?:as (?:early|soon) as|no later than)\s+(?:on\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:starting|beginning)\s+(?:on\s+)?$", re.IGNORECASE)
#: “Looked past November” tells no day, “this past November” does.
_PAST_PERIOD = re.compile(r"\b(?:this|the)\s+past\s+$", re.IGNORECASE)
#: “The March for Life”, “the March of Dimes”: no month.
_MARCHED = re.compile(r"\s+(?:of|for|on)\s+[A-Z][a-z]")


def months_as_names(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Months, in lower case, that are also somebody's name here: "Theresa May", but not "In May"."""
    return frozenset(
        name[2].lower()
        for paragraph in paragraphs
        for name in _NAMED.finditer(paragraph.text)
        if name[1].lower() not in _BEFORE_YEAR | _POINTERS and not _of_calendar(name[1])
    )


def _of_calendar(word: str) -> bool:
    """Whether a word is a weekday or month, which always has its capital."""
    return word.lower() in calendar.WEEKDAYS or word.lower() in calendar.MONTHS


@dataclass(frozen=True, slots=True)
class Company:
    """A paragraph, with the model's names in it and the months that are names in its article."""

    paragraph: Paragraph
    names: tuple[Name, ...]
    taken: frozenset[str]

    def before(self, start: int) -> str:
        """The words just before a place."""
        return self.paragraph.text[max(0, start - _NEAR) : start]

    def looks_ahead(self, start: int) -> bool:
        """Whether the words before a place say that what follows is to come ("as early as")."""
        return bool(_AS_EARLY.search(self.before(start)))

    def goes_on(self, start: int) -> bool:
        """Whether the words before a place say that something lasts from then on ("starting Friday")."""
        return bool(_FROM.search(self.before(start)))

    def suits(self, start: int, end: int, *, weekday: bool) -> bool:
        """Whether a stretch that has an unmistakable form of date is one, and not another name."""
        words, before = self.paragraph.text[start:end], self.before(start)
        if weekday and _PROPER.search(before):
            return False
        if self.paragraph.kind == "body" and _is_title(words, before):
            return False
        return not (words.lower() == "today" and _GENERAL.match(self.paragraph.text, end))

    def suits_bare(self, start: int, end: int, month: str) -> bool:
        """Whether a bare month or a number of four figures (`month` is "" then) stands where a date stands."""
        before = re.search(r"([\w’']+)[\s(“\"‘-]*$", self.before(start))
        after = re.match(r"[\s-]*(\w+)", self.paragraph.text[end : end + _NEAR])
        word = before[1].lower() if before else ""
        if after and after[1].lower() in _COUNTED:
            return False
        marched = month.lower() == "march" and _MARCHED.match(self.paragraph.text, end)
        if month.lower() in self.taken or marched:
            return word in _WHEN
        if word == "past" and not _PAST_PERIOD.search(self.before(start)):
            return False
        labels = {n.label for n in self.names if n.start <= start and end <= n.end}
        return "DATE" in labels or (not labels and word in _BEFORE_YEAR)


def _is_title(words: str, before: str) -> bool:
    """Whether "Today" or "This Week" is the name of a programme: with capitals inside a sentence."""
    if words == "TODAY":
        return bool(re.search(r"\b[A-Z]{2,}\s+$", before))
    inside = re.search(r"\w[^.!?:;—–\w]*$", before)
    return bool(_TITLE.fullmatch(words) and inside) and not _of_calendar(words.rsplit(maxsplit=1)[-1])
