"""The world pack: countries, capitals, seats, institutions and terms that come with the program.

Each file of world/ gives the date as of which it holds, its sources under short names, and its
entries by id, each with one fact set a line. Values are the package's own and held to the schema by
the tests, not at each start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, cast

import yaml

from generator.knowledge.names import fold, slug
from generator.model.entry import Entry, Fact, Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COPIED = ("name", "kind", "acronym", "affiliation", "code", "stands_for", "summary")
#: Keys of the pack that become labelled facts, and which of the file's sources says so if not the first.
_FACTS = {
    "official": ("Official name", "iso"),
    "capital": ("Capital", "geonames"),
    "region": ("Region", "m49"),
    "founded": ("Founded", ""),
    "headquarters": ("Headquarters", ""),
}


@dataclass(frozen=True, slots=True)
class World:
    """The pack's entries by id, and the words for people and things of a country, folded, with its id."""

    entries: Mapping[str, Entry]
    demonyms: Mapping[str, str]


@cache
def world() -> World:
    """The whole pack, read once in a process."""
    entries: dict[str, Entry] = {}
    demonyms: dict[str, str] = {}
    for name, data in files():
        for id, row in data["entries"].items():
            for entry in _entries(id, row, data, f"generator/knowledge/world/{name}"):
                entries.setdefault(entry.id, entry)
            demonyms |= {fold(word): id for word in row.get("demonyms", ())}
    return World(MappingProxyType(entries), MappingProxyType(demonyms))


def files() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Name and data of each file of the pack, by name."""
    folder = resources.files("generator.knowledge") / "world"
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".yml"):
            events = iter(yaml.parse(path.read_text(encoding="utf-8"), Loader=_LOADER))
            next(events), next(events)  # the stream's and the document's start
            yield path.name, _plain(next(events), events)


def _plain(event: Any, events: Iterator[Any]) -> Any:
    """The value that begins with this event, every scalar a text, as editors' files are read.

    Straight from the parser: half the time of PyYAML's loaders, at each start of the program.
    """
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return event.value
    if kind is yaml.SequenceStartEvent:
        values = []
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            values.append(_plain(event, events))
        return values
    pairs = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        pairs[event.value] = _plain(next(events), events)
    return pairs


def _entries(id: str, row: Mapping[str, Any], data: Mapping[str, Any], path: str) -> Iterator[Entry]:
    sources = _sources(row, data)
    given = {key: row[key] for key in _COPIED if key in row}
    yield Entry(
        **{"kind": data["kind"], "summary": _summary(row), **given},
        id=id,
        section="world",
        aliases=(*row.get("aliases", ()), *([row["official"]] if "official" in row else ())),
        sources=sources,
        facts=tuple(_facts(row, data)),
        as_of=row.get("as_of", data["as_of"]),
        point=_point(row),
        media=row.get("media", data.get("media")) == "true",
        path=path,
    )
    if "capital" in row:
        yield _capital(id, row, data, path)


def _capital(country: str, row: Mapping[str, Any], data: Mapping[str, Any], path: str) -> Entry:
    """A country's capital: a place whose name often means the government that sits there."""
    name = row["capital"]
    return Entry(
        id=row.get("capital_id", slug(name)),
        section="world",
        kind="place",
        name=name,
        aliases=tuple(row.get("capital_aliases", ())),
        summary=f"{row.get('seat', 'Capital')} of {row.get('called', row['name'])}.",
        sources=_sources({"sources": ["geonames"]}, data),
        as_of=data["as_of"],
        point=_point(row),
        stands_for=country,
        path=path,
    )


def _summary(row: Mapping[str, Any]) -> str:
    """A country's sentence from its facts; entries with a summary of their own do not need it."""
    seat = f" {row.get('seat', 'Capital')}: {row['capital']}." if "capital" in row else ""
    return f"Country in {row['region']}.{seat}" if "region" in row else ""


def _facts(row: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[Fact]:
    keys = _source_keys(row, data)
    for key, (label, source) in _FACTS.items():
        if key in row:
            told = row.get("seat", label) if key == "capital" else label
            yield Fact(told, row[key], keys.index(source) if source in keys else 0)


def _sources(row: Mapping[str, Any], data: Mapping[str, Any]) -> tuple[Source, ...]:
    """The entry's own website if it has one, then the sources it names, or else the file's first ones."""
    own: list[Source] = []
    if "site" in row:
        own.append(Source(f"{row['name']}: official website", row["site"], row["name"]))
    if "britannica" in row:
        own.append(Source(row["britannica"], publisher="Encyclopædia Britannica"))
    return (*own, *(_source(key, data) for key in _source_keys(row, data)))


def _source_keys(row: Mapping[str, Any], data: Mapping[str, Any]) -> Sequence[Any]:
    """The short names of an entry's sources; one with a website of its own needs no other."""
    default = () if "site" in row or "britannica" in row else data.get("default_sources", ())
    return cast("Sequence[Any]", row.get("sources", default))


def _source(key: str | Mapping[str, str], data: Mapping[str, Any]) -> Source:
    return Source(**(data["sources"][key] if isinstance(key, str) else key))


def _point(row: Mapping[str, Any]) -> tuple[float, float] | None:
    if "point" not in row:
        return None
    latitude, longitude = row["point"]
    return float(latitude), float(longitude)
