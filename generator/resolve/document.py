"""The whole article's names at once: each gets an entity and a rule, or stays open with its candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.model.entity import Kind, Mention, Resolution
from generator.model.text import Parsed
from generator.resolve.clusters import Reading, entities_of
from generator.resolve.judge import NOBODY, Judge
from generator.resolve.kin import put_right
from generator.resolve.names import Name, canonical, favourite, gather, is_state
from generator.resolve.national import NationalSides
from generator.resolve.nominals import with_nominals
from generator.resolve.organisations import bodies
from generator.resolve.persons import Verdict, bare, full_names
from generator.resolve.senses import used
from generator.resolve.syntax import Syntax

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


def resolve(parsed: Parsed, mentions: Sequence[Mention], knowledge: Knowledge) -> Resolution:
    """All mentions resolved or left open, and the entities of those resolved, in order of the text.

    "The committee" and its like are added as mentions where only one committee can be meant; general
    words by themselves ("Church") are left out.
    """
    syntax = Syntax(parsed)
    names = gather(mentions, syntax)
    put_right(names)
    people = full_names(names)
    owned = bodies(mentions, names, syntax)
    verdicts = Judge(mentions, names, people, owned, syntax, knowledge).verdicts()
    kinds = _kinds(names, verdicts) | {person.key: "person" for person in people}
    sides = NationalSides(mentions, knowledge, syntax)
    readings = []
    for number, (mention, verdict) in enumerate(zip(mentions, verdicts, strict=True)):
        if verdict is not NOBODY:
            text = (
                owned[number].text
                if number in owned
                else _called(mention, kinds.get(verdict.target or ""), syntax)
            )
            meant, sense = used(mention, verdict, kinds, syntax, knowledge)
            readings.append(Reading(mention, meant, sides.sense(mention, meant.target, sense), text))
    return with_nominals(parsed, entities_of(readings, knowledge))


def _called(mention: Mention, kind: Kind | None, syntax: Syntax) -> str:
    """The mention's words, with the title that a sovereign's one name needs ("Pope Pius"); a state written out."""
    if mention.text.endswith(".") and is_state(mention.text):
        return canonical(mention.text).title()
    alone = kind == "person" and len(bare(mention.text.split())) == 1
    return syntax.regal(mention.span) * alone + mention.text


def _kinds(names: Sequence[Name], verdicts: Sequence[Verdict]) -> dict[str, Kind]:
    """The kind of each target, voted over all names that stand for it."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        for target in dict.fromkeys(verdicts[number].target for number in name.mentions):
            if target is not None:
                votes.setdefault(target, Counter()).update(name.votes)
    kinds = {target: favourite(counted) for target, counted in votes.items()}
    bodies_by_form = {n.key: n.formed for n in names if n.formed not in {None, "person"} and n.key in kinds}
    kinds.update({key: kind for key, kind in bodies_by_form.items() if kind})
    return {t: "place" if k == "government" and t.startswith("name:") else k for t, k in kinds.items()}
