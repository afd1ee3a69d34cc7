"""What several extractors read of one article: its told sentences, who is in the scene, whom its pronouns mean."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.clauses import Clauses
from generator.extract.last import keeps_last
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


@keeps_last
def reading_of(parsed: Parsed, resolution: Resolution) -> Reading:
    """The reading of an article, which quotations, statements, relations and events share."""
    told, scene = sentences(parsed), Scene(parsed, resolution)
    references = References(scene, told)
    return Reading(parsed, resolution, told, scene, references, Clauses(scene, references))
