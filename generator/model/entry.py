"""Knowledge that an editor or the world pack gives: every entry names its sources and its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.entity import Kind


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was taken from: a title that a reader can look up, and a link where one exists."""

    title: str
    url: str = ""
    publisher: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled fact of an entry ("Born": "7 October 1952"); `source` is an index into its sources."""

    label: str
    value: str
    source: int = 0


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What became of the matter after the articles: a note with the date as of which it holds."""

    text: str
    as_of: str
    source: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor, a glossary term or a background page, as knowledge has it.

    `section` says which folder or pack it belongs to. `summary` is one or two plain sentences: the
    hover card. `body` is Markdown (an editor's longer text, may be empty). `affiliation` is the id of the entity
    it belongs to ("russia"), `code` an ISO 3166 alpha-2 code, `point` (latitude, longitude) in
    degrees. `stands_for` is the entity that this name is a metonym of (the Kremlin → russia).
    `about` lists ids of entries that the text should be tied to (background pages). `why` says why it matters in this story. `path` is the
    seed file, relative to the project, for messages and citations. `media` marks news outlets and agencies, which
    are seldom actors of the story they tell.
    """

    id: str
    section: Literal["actors", "glossary", "background", "world"]
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    acronym: str = ""
    summary: str = ""
    body: str = ""
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    as_of: str = ""
    afterwards: tuple[Afterwards, ...] = ()
    affiliation: str = ""
    code: str = ""
    point: tuple[float, float] | None = None
    stands_for: str = ""
    about: tuple[str, ...] = ()
    why: str = ""
    path: str = ""
    media: bool = False
