"""Corrections that undo an earlier one: the later one holds, and the editors are told, since they may not mean it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from generator.knowledge.names import slug
from generator.model.correction import Applied, Unmatched

#: Acts that say who is meant by words, each in its way.
_WHO = frozenset({"pin", "split", "not_mention"})
_ADVICE = "keep one of the two; as it is, the later one holds"


def contradictions(applied: Iterable[Applied]) -> Iterator[Unmatched]:
    """Of the corrections applied, in their order, those that give something set before another value.

    One that names a part of what an earlier one set is the exception to its rule, and undoes nothing.
    """
    earlier: dict[Hashable, Applied] = {}
    for one in applied:
        if (what := _what(one)) is None:
            continue
        if what in earlier and _value(earlier[what]) != _value(one):
            line = earlier[what].correction.line
            yield Unmatched(one.correction, f"this undoes the correction on line {line}", advice=_ADVICE)
        earlier[what] = one


def _what(one: Applied) -> Hashable | None:
    """What a correction sets, None for one that sets nothing that another could set anew."""
    correction = one.correction
    match correction.act:
        case "kind":
            return ("kind", one.entities)
        case "role":
            return ("role", one.entities, correction.article, correction.paragraph)
        case "speaker" | "date" | "stance":
            return (correction.act, one.spans)
        case act if act in _WHO:
            return ("who", frozenset(one.spans))
    return None


def _value(one: Applied) -> Hashable:
    correction = one.correction
    if correction.act in _WHO:
        return None if correction.act == "not_mention" else one.entities[0]
    return tuple(map(slug, correction.entities)) if correction.act == "speaker" else correction.to
