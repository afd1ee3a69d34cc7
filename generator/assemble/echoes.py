"""The same quotation or event in several articles: found, so that a page tells it once with all its sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from generator.model.statement import Analysis, Event, Quotation

#: Words from which on two speakers' same words, or two reports of one day, are no chance.
QUOTED, TOLD = 8, 6
#: The ratio of difflib on words from which on two reports of one day are of one event.
ALIKE = 0.75

Words = tuple[str, ...]
Told = Quotation | Event


def echoes(analyses: Iterable[Analysis]) -> tuple[tuple[Told, ...], ...]:
    """The quotations and events told in several articles: groups of the same, as the first article has it first.

    `analyses` run from the latest to the oldest, as a story's do. A quotation is the same if its speakers
    are and every word is; an event, if its date is and the words are nearly so. A record without a
    known speaker or date is never taken for another's.
    """
    ordered = tuple(analyses)[::-1]
    quotations = [q for analysis in ordered for q in analysis.quotations if q.speakers]
    events = [e for analysis in ordered for e in analysis.events if e.date and e.date.value]
    said = _grouped(quotations, lambda q: q.speakers, lambda a, b: len(a) >= QUOTED and a == b)
    return (*said, *_grouped(events, lambda e: e.date and (e.date.value, e.date.until), _alike))


def _grouped(
    records: Sequence[Told], key: Callable[[Any], Hashable], same: Callable[[Words, Words], bool]
) -> Iterator[tuple[Told, ...]]:
    """Records of one key whose words are the same; one of each article at most."""
    groups: dict[Hashable, list[tuple[Words, list[Told]]]] = {}
    for record in records:
        words, known = _words(record.text), groups.setdefault(key(record), [])
        group = next((g for w, g in known if _is_free(record, g) and same(w, words)), None)
        if group is None:
            known.append((words, [record]))
        else:
            group.append(record)
    return (tuple(group) for known in groups.values() for _, group in known if len(group) > 1)


def _is_free(record: Told, group: Iterable[Told]) -> bool:
    """Whether the record's article has none in the group yet."""
    return all(record.span.article != other.span.article for other in group)


def _alike(one: Words, other: Words) -> bool:
    if min(len(one), len(other)) < TOLD:
        return False
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _words(text: str) -> Words:
    return tuple(re.findall(r"\w+", text.casefold()))
