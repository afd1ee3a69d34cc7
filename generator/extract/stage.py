"""Who is on stage where a pronoun stands, and the one decision: whom it means, or that nobody can tell.

A person who fits is taken only if every other who fits is excluded, or stands behind: a rival is behind
who is nowhere as near and as prominent. Prominent are subjects, doers and sources; all others are mentioned
only. (After the salience ranking of centering: Grosz, Joshi and Weinstein, Computational Linguistics 21, 1995.)
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.people import Person
from generator.knowledge.genders import Gender

#: Told sentences back in which somebody is looked for, and in which a rival may stand.
REACH, RIVALS = 3, 5


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in a told sentence so many sentences back (0: the pronoun's own), in its paragraph or before it."""

    person: Person
    back: int
    same: bool = True

    @property
    def somebody(self) -> str:
        """What tells one from another: the entity, or for those without a name the place and the noun."""
        return self.person.entity or f"{self.person.noun} {self.back}"

    def covers(self, other: Appearance) -> bool:
        """Whether this one is at least as near and at least as prominent."""
        return self.back <= other.back and self.person.leads >= other.person.leads


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom words stand for, and the rule; no entity but candidates where it stays open."""

    entities: tuple[str, ...]
    rule: str
    candidates: tuple[str, ...] = ()


def choose(gender: Gender, stage: list[Appearance], *, goes_on: bool = False) -> Reference:
    """The one of those on stage whom a pronoun of this gender means; `goes_on`: it follows a quotation (“…,” he said)."""
    found = _chosen(gender, stage)
    spoke = _speakers_before(gender, stage) if goes_on else {}
    [(somebody, person)] = spoke.items() if len(spoke) == 1 else [("", None)]
    if person is None or (person.entity and person.entity in found.entities):
        return found
    names = tuple(dict.fromkeys(e for e in (*found.entities, *found.candidates, person.entity) if e))
    if person.entity is None or found.entities or _is_rivalled(somebody, gender, stage):
        return Reference((), "more than one may be meant", names) if found.entities else found
    return Reference((person.entity,), "the speaker of the sentence before")


def _speakers_before(gender: Gender, stage: list[Appearance]) -> dict[str, Person]:
    """Who may be of that gender and spoke in the sentence before, words of their own aside."""
    return {
        a.somebody: a.person
        for a in stage
        if a.back == 1 and a.person.speaks and a.person.gender in {gender, None}
    }


def _is_rivalled(somebody: str, gender: Gender, stage: list[Appearance]) -> bool:
    """Whether another who may be meant stands nearer than the sentence before, or was as prominent there."""
    others = [a for a in stage if a.somebody != somebody and a.person.gender in {gender, None}]
    near = [a for a in others if a.back == 1]
    return any(a.back == 0 for a in others) or any(
        a.person.addressed or (a.person.leads and a.person.gender) for a in near
    )


def _chosen(gender: Gender, stage: list[Appearance]) -> Reference:
    by_person: dict[str, list[Appearance]] = {}
    for appearance in stage:
        if appearance.person.gender in {gender, None}:
            by_person.setdefault(appearance.somebody, []).append(appearance)
    if not by_person:
        return Reference((), "nobody is named before")
    names = tuple(dict.fromkeys(a.person.entity for g in by_person.values() for a in g if a.person.entity))
    best = next((p for p in by_person if _is_first(p, by_person)), None)
    own = by_person[best] if best else []
    if not own or own[0].person.entity is None or min(a.back for a in own) > REACH:
        return Reference((), "more than one may be meant", names)
    sure = any(a.person.gender == gender for a in own)
    if not sure and not _alone(own, [a for p, those in by_person.items() if p != best for a in those]):
        return Reference((), f"nothing shows that the person named before is a {gender}", names)
    return Reference(
        (own[0].person.entity,), _why(gender if sure else "person", own, alone=len(by_person) == 1)
    )


def _is_first(person: str, by_person: dict[str, list[Appearance]]) -> bool:
    """Whether a person stands before all the others: prominent, covers each, and is covered by none."""
    own = by_person[person]
    others = [those for other, those in by_person.items() if other != person]
    prominent = any(a.person.leads for a in own) or not others
    return prominent and all(
        _covers(own, those) and not _covers(those, own) and _is_before(own, those) for those in others
    )


def _is_before(own: list[Appearance], rival: list[Appearance]) -> bool:
    """Whether somebody stands nearer than a rival of a sentence before, or led that one: what led further back fades."""
    near = min((a.back for a in rival if a.person.gender), default=0)
    return near == 0 or any(a.back < near or (a.person.leads and a.back <= near) for a in own)


def _alone(own: list[Appearance], rivals: list[Appearance]) -> bool:
    """Whether a person of unknown gender may be taken: prominent, and nobody else near who fits.

    Within a paragraph nobody else of that paragraph may fit, over its beginning nobody in the sentence before, nor a
    subject shortly before that. Who is not prominent is taken where nobody else at all is near: the pronoun itself then
    tells the gender.
    """
    if (
        min(a.back for a in own) == 1
        and any(a.back == 1 and a.same for a in own)
        and all(a.back > REACH for a in rivals)
    ):
        return True
    prominent = [a for a in own if a.person.leads and a.back <= 1]
    if any(a.back == 0 for a in prominent):  # Vance said that he …
        return all(a.back > 0 for a in rivals)
    if any(a.same for a in prominent):
        return not any((a.same and a.back <= REACH) or _stands_out(a) for a in rivals)
    return bool(prominent) and not any(a.back <= 1 or (a.back < REACH and a.person.leads) for a in rivals)


def _stands_out(rival: Appearance) -> bool:
    """Whether a rival in a paragraph before is known to fit, and was prominent a moment ago."""
    return rival.person.leads and rival.person.gender is not None and rival.back <= 1


def _covers(these: list[Appearance], those: list[Appearance]) -> bool:
    return all(any(a.covers(b) for a in these) for b in those)


def _why(noun: str, own: list[Appearance], *, alone: bool) -> str:
    back = min(a.back for a in own)
    place = "same sentence" if back == 0 else "sentence before" if back == 1 else "sentences before"
    return f"the only {noun} named in the {place}" if alone else f"the subject of the {place}"
