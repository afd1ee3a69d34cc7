"""How a mention uses what it names: a country or its capital as the government, or as the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.entity import Mention, Sense
from generator.resolve.persons import Verdict
from generator.resolve.syntax import Syntax

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


def sense_of(mention: Mention, verdict: Verdict, syntax: Syntax, knowledge: Knowledge) -> Sense:
    """The sense of one mention."""
    if mention.label == "group":
        return "group"
    entry = knowledge.get(verdict.target) if verdict.target else None
    if entry is not None:
        return entry.kind
    return "term" if mention.label == "unknown" else mention.label
