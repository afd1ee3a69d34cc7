"""What a figure is made from: plain records, so that no figure knows where its data comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.entity import Kind

Basis = Literal["explicit", "relative", "inferred"]


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One dated thing.

    `value` and `until` are ISO 8601 cut to their precision: YYYY-MM-DD, YYYY-Www, YYYY-MM, YYYY-Qn,
    YYYY-SP|SU|FA|WI or YYYY. `basis` says how the date is known. `id` becomes an anchor of the page.
    """

    value: str
    label: str
    id: str
    href: str = ""
    until: str | None = None
    basis: Basis = "explicit"


@dataclass(frozen=True, slots=True)
class RelationNode:
    """An actor of the relations figure; the heavier `weight`, the sooner it is drawn."""

    id: str
    name: str
    kind: Kind
    href: str = ""
    weight: float = 1


@dataclass(frozen=True, slots=True)
class RelationEdge:
    """Actor → verb → actor, said `count` times; `subject` and `object` are ids of nodes."""

    subject: str
    verb: str
    object: str
    count: int = 1
    href: str = ""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place: latitude and longitude in degrees, north and east positive; `role` says why it is shown."""

    name: str
    lat: float
    lon: float
    href: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """How many words of a speaker are quoted, in how many quotations; `named`: the article names the speaker."""

    speaker: str
    words: int
    quotations: int
    named: bool = True
    href: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing that shows only the weightiest part, and how much it leaves out."""

    svg: str
    left_out_nodes: int
    left_out_edges: int
