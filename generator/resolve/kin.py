"""A name misread in one place, put right by the rest of the article: a full name by its surname, a town by its region."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.wordlists import shapes_of, words_of
from generator.resolve.names import Name


def put_right(names: Sequence[Name]) -> None:
    """Give each full name that was taken for an organisation or a place the votes of its parts alone.

    "Paloma Ferrer" is a person where "Ferrer" laughs, or where the article takes "Ferrer" for one and
    says nothing of a firm. What a name's own words say ("Ferrer Motors") is not overruled.
    """
    whole = {name.folded: name for name in names}
    single = {folded: name for folded, name in whole.items() if len(name.words) == 1}
    for full in names:
        if _doubtful(full):
            parts = [single[word] for word in (full.words[-1], full.words[0]) if word in single]
            _persuade(full, [part for part in parts if not part.keys])
        if full.words[0] in shapes_of("leading_forms") and (core := whole.get(" ".join(full.words[1:]))):
            core.votes["organisation"] += 4 * len(core.mentions)  # "Samudra Jaya" beside "PT Samudra Jaya"
        if full.words[-1] in shapes_of("forms") or "&" in full.words:
            _incorporate(full, whole)
    for full in names:
        _locate(full, single.get(full.words[0]))


def _incorporate(full: Name, whole: dict[str, Name]) -> None:
    """Give "Polly Peck" beside "Polly Peck International Inc." the firm, where nothing tells of a person."""
    for cut in range(2, len(full.words)):
        core = whole.get(" ".join(full.words[:cut]))
        if core is not None and core.kind == "person" and not core.keys and not core.said["person"]:
            core.formed = None
            core.votes["organisation"] += 4 * len(core.mentions)
            core.votes["person"] = 0


def _locate(full: Name, first: Name | None) -> None:
    """Give "Lindi" the place of "Lindi Region", and take "Lindi Citibus" from the persons where Lindi is a place."""
    if first is None or first is full or first.keys or len(full.words) < 2:
        return
    if full.words[-1] in words_of("lands") and len(full.words) == 2 and not first.said["person"]:
        first.votes["place"] += 4 * len(first.mentions)
    sure = first.kind == "place" and (first.said["place"] > 0 or len(first.mentions) > 1)
    if sure and full.kind == "person" and full.formed is None and not full.said["person"] and not full.keys:
        full.votes["organisation"] += 3 * len(full.mentions)


def _doubtful(name: Name) -> bool:
    several = 2 <= len(name.words) <= 3 and not name.text.isupper()
    return several and not name.keys and name.formed is None and name.kind in {"organisation", "place"}


def _persuade(full: Name, parts: Sequence[Name]) -> None:
    said = sum(name.said["person"] for name in (full, *parts))
    against = sum(name.said["organisation"] + name.said["place"] for name in (full, *parts))
    surname = next((part for part in parts if part.folded == full.words[-1]), None)
    known = surname is not None and surname.kind == "person" and len(surname.mentions) > 1
    if against or not (said >= 3 or known):
        return
    for name in (full, *parts):
        name.votes["person"] += 4 * len(name.mentions)
