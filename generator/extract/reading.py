"""What several extractors read of one article: its told sentences, who is in the scene, whom its pronouns mean."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.clauses import Clauses
from generator.extract.reference import References
from generator.extract.scene import Scene
from generator.extract.turns import Told, sentences
from generator.model.entity import Resolution
from generator.model.text import Parsed


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One resolved article as it is told."""

    parsed: Parsed
    resolution: Resolution
    told: list[Told]
    scene: Scene
    references: References
    clauses: Clauses


_last: list[Reading] = []


def reading_of(parsed: Parsed, resolution: Resolution) -> Reading:
    """The reading of an article; the last one is kept, since quotations, statements, relations and events share it."""
    kept = _last[0] if _last else None
    if kept is None or kept.parsed is not parsed or kept.resolution is not resolution:
        told, scene = sentences(parsed), Scene(parsed, resolution)
        references = References(scene, told)
        kept = Reading(parsed, resolution, told, scene, references, Clauses(scene, references))
        _last[:] = [kept]
    return kept
