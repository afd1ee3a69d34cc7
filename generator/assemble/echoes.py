"""The same quotation or event in several articles: found, so that a page tells it once with all its sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from generator.model.statement import Analysis, Event, Quotation

#: Words from which on two speakers' same words, or two reports of one day, are no chance.
QUOTED, TOLD = 8, 6
#: The ratio of difflib on words from which on two reports of one day are of one event.
ALIKE = 0.75

Words = tuple[str, ...]
Record = TypeVar("Record", Quotation, Event)


def echoes(analyses: Iterable[Analysis]) -> dict[Quotation | Event, tuple[Quotation | Event, ...]]:
    """Each quotation or event told in several articles, as the first has it, with what the others have.

    `analyses` run from the latest to the oldest, as a story's do. A quotation is the same if its speakers
    are and every word is; an event, if its date is and the words are nearly so. A record without a
    known speaker or date is never taken for another's.
    """
    ordered = tuple(analyses)[::-1]
    quotations = [q for analysis in ordered for q in analysis.quotations if q.speakers]
    events = [e for analysis in ordered for e in analysis.events if e.date and e.date.value]
    said = _grouped(quotations, lambda q: q.speakers, lambda a, b: len(a) >= QUOTED and a == b)
    return {**said, **_grouped(events, lambda e: e.date and (e.date.value, e.date.until), _alike)}


def _grouped(
    records: Sequence[Record], key: Callable[[Record], Hashable], same: Callable[[Words, Words], bool]
) -> dict[Record, tuple[Record, ...]]:
    """Records of one key whose words are the same, under the first one; one of each article at most."""
    leads: dict[Hashable, dict[Record, Words]] = {}
    found: dict[Record, tuple[Record, ...]] = {}
    for record in records:
        words, known = _words(record.text), leads.setdefault(key(record), {})
        free = (
            r for r in known if record.span.article not in {o.span.article for o in (r, *found.get(r, ()))}
        )
        lead = next((r for r in free if same(known[r], words)), None)
        if lead is None:
            known[record] = words
        else:
            found[lead] = (*found.get(lead, ()), record)
    return found


def _alike(one: Words, other: Words) -> bool:
    if min(len(one), len(other)) < TOLD:
        return False
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _words(text: str) -> Words:
    return tuple(re.findall(r"\w+", text.casefold()))
