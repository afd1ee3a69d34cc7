"""Who is who on the whole site: the rules' joins of persons over the articles, and the editors' corrections on top.

Editors correct what they see, and they see joined persons: so corrections apply after the joining. But a
correction can take away what a join rested on, such as that nobody else bears a surname; then that join is undone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.assemble.corrections import Corrected, correct
from generator.assemble.identity import Joins, agrees, joined, joins
from generator.knowledge import Knowledge
from generator.model.correction import Correction
from generator.model.entity import Entity
from generator.model.statement import Analysis

#: With these, naming somebody by the id that only one article has, an editor speaks of that one alone.
_OF_ONE = ("merge", "kind", "not_actor")


def settled(
    analyses: Sequence[Analysis], corrections: Sequence[Correction], knowledge: Knowledge
) -> Corrected:
    """The analyses with each person under one id, as the editors have them."""
    same = joins(analyses)
    if not corrections:
        return correct(joined(analyses, same), (), knowledge, _moved(same))
    apart = frozenset(_apart(same, analyses, corrections))
    first = joins(analyses, apart)
    found = correct(joined(analyses, first), corrections, knowledge, _moved(first))
    again = joins(analyses, apart, _new(found, analyses))
    if again != first:
        found = correct(joined(analyses, again), corrections, knowledge, _moved(again))
    return _joined_since(found, apart)


def _moved(same: Joins) -> dict[str, str]:
    return {old: new for old, (new, _) in same.items()}


def _apart(same: Joins, analyses: Iterable[Analysis], corrections: Iterable[Correction]) -> Iterator[str]:
    """Whom corrections name by an id of their own, and mean nobody else by it: a rename to another's name does."""
    names = {e.id: e.name for analysis in analyses for e in analysis.resolution.entities}
    for one in corrections:
        for id in one.entities:
            renamed = id in same and one.act == "rename" and not agrees(one.to or "", names[same[id][0]])
            if renamed or one.act in _OF_ONE:
                yield id


def _new(found: Corrected, analyses: Iterable[Analysis]) -> list[Entity]:
    """The persons whom only corrections tell of; one with another name or id than before is none."""
    known = {e.id for analysis in analyses for e in analysis.resolution.entities} | {*found.moved.values()}
    there = {e.id: e for analysis in found.analyses for e in analysis.resolution.entities}
    return [e for id, e in there.items() if e.kind == "person" and id not in known]


def _joined_since(found: Corrected, apart: Collection[str]) -> Corrected:
    """What the corrections made one more of, joined as well; not with whom editors split or renamed."""
    parted = (one for one in found.applied if one.correction.act in ("split", "rename"))
    touched = {id for one in parted for id in one.entities}
    told = joins(found.analyses, touched | {*apart})
    if not (same := {id: to for id, to in told.items() if to[0] not in touched}):
        return found
    now = _moved(same)
    before = {old: now.get(new, new) for old, new in found.moved.items()}
    return replace(found, analyses=joined(found.analyses, same), moved={**before, **now})
