"""Figures: timeline, relations, locator map and balance of voices, drawn as SVG for inline use in HTML.

Pure functions from the records below to markup in one line. Figures are `width: 100%` of what holds them
(up to a width set in docs/assets/backgrounder.css, which they need for colours), legible from 360 px on. They
never stand alone: a table or list beside them says the same.
"""

from generator.render.figures.balance import balance
from generator.render.figures.focus import focus
from generator.render.figures.locator_map import locator_map
from generator.render.figures.records import (
    BalanceRow,
    Basis,
    Figure,
    MapPoint,
    RelationEdge,
    RelationNode,
    TimelineItem,
)
from generator.render.figures.relations import around, relations
from generator.render.figures.timeline import timeline

__all__ = [
    "BalanceRow",
    "Basis",
    "Figure",
    "MapPoint",
    "RelationEdge",
    "RelationNode",
    "TimelineItem",
    "around",
    "balance",
    "focus",
    "locator_map",
    "relations",
    "timeline",
]
