"""Names in running text → links: the same for entries and for hand-written pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.knowledge import Knowledge
from generator.model.story import Story, Subject


@dataclass(frozen=True)
class Piece:
    """A stretch of text, and the subject that it names if it is to be a link."""

    text: str
    subject: Subject | None = None


def pieces(
    text: str, seen: set[str], known: Callable[[str], Iterator[tuple[int, int, str]]], story: Story
) -> Iterator[Piece]:
    """The text cut at the first mention of each subject that has a page and is not in `seen` yet.

    `known(text)` yields the names found: start, end, id. `seen` is added to, so that one page links
    each subject once.
    """
    at = 0
    for start, end, id in known(text):
        subject = story.subject(id)
        if subject is None or not subject.page or id in seen:
            continue
        seen.add(id)
        yield Piece(text[at:start])
        yield Piece(text[start:end], subject)
        at = end
    yield Piece(text[at:])


def finder(knowledge: Knowledge) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """Names of knowledge entries in a text that can mean one entry only."""

    def known(text: str) -> Iterator[tuple[int, int, str]]:
        for start, end, ids in knowledge.find(text):
            if len(ids) == 1:
                yield start, end, _meant(knowledge, ids[0])

    return known


def _meant(knowledge: Knowledge, id: str) -> str:
    """The entry itself: in a definition, "Beijing" stays the place."""
    entry = knowledge.get(id)
    return entry.id if entry else id
