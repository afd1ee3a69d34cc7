"""Calendar values written out for readers, in the language of a catalogue."""

from __future__ import annotations

import re
from datetime import date

from generator.knowledge.labels import Labels


def date_in_words(value: str, labels: Labels, until: str | None = None) -> str:
    """An ISO value cut to its precision, in words: "2023-03-17" → "17 March 2023".

    Weeks, quarters, seasons and ranges have wordings of their own in the catalogue; a value of no
    known form is given as it stands.
    """
    words = _single(value, labels)
    return labels.text("date.range", start=words, end=_single(until, labels)) if until else words


def weekday_in_words(value: str, labels: Labels) -> str:
    """The weekday of a full date, "" for anything less precise."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return ""
    return labels.texts["date.weekdays"].split()[date.fromisoformat(value).weekday()]


def _single(value: str, labels: Labels) -> str:
    months = labels.texts["date.months"].split()
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        year, month, day = found.groups()
        return labels.text("date.day", day=int(day), month=months[int(month) - 1], year=year)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return labels.text("date.month", month=months[int(found[2]) - 1], year=found[1])
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat()
        return labels.text("date.week", day=_single(monday, labels))
    if found := re.fullmatch(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)", value):
        return labels.text(f"date.{found[2]}", year=found[1])
    return value
