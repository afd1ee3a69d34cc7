"""What kept results depend on: the rules, the names that knowledge has, the language pipeline, whole folders."""

from __future__ import annotations

import functools
from importlib import metadata
from pathlib import Path

import msgspec

from generator import DEFAULT_MODEL, __version__, cache
from generator.config import Settings
from generator.knowledge import Knowledge
from generator.model.story import Story

#: What an analysis can know of an entry; a new summary, fact or source changes none.
_NAMING = (
    "id", "section", "kind", "name", "aliases", "acronym", "affiliation", "code", "stands_for", "media",
)  # fmt: skip
#: The rooms whose rules an analysis is made by; a new template or page needs none anew.
_ANALYSING = ("model", "knowledge", "read", "recognise", "resolve", "extract", "pipeline.py")


def surroundings(settings: Settings, knowledge: Knowledge) -> bytes:
    """What every analysis depends on beside its article: rules, language model, names known."""
    return b"\0".join((language(settings.model or DEFAULT_MODEL), _names(knowledge)))


def language(model: str) -> bytes:
    """What is understood of a text depends on beside names: the rules, and the release of the language pipeline."""
    return b"\0".join((_program(), model.encode(), _release(model)))


def linking(knowledge: Knowledge, story: Story) -> bytes:
    """What the links of a hand-written page depend on beside its text: names, and the pages of those who bear them."""
    pages = [(s.id, s.page, s.entry.summary if s.entry else "") for s in story.subjects]
    where = msgspec.json.encode((pages, sorted(story.moved.items())))
    return cache.key(program(), _names(knowledge), where).encode()


def _names(knowledge: Knowledge) -> bytes:
    names = [[getattr(entry, part) for part in _NAMING] for entry in knowledge.entries]
    return msgspec.json.encode((names, sorted(knowledge.demonyms.items())))


def _release(model: str) -> bytes:
    """The release of a language pipeline, without loading it: of its package, or what its folder tells."""
    try:
        return metadata.version(model).encode()
    except (metadata.PackageNotFoundError, ValueError):
        told = Path(model) / "meta.json"
        return told.read_bytes() if told.is_file() else b""


@functools.cache
def _program() -> bytes:
    """A digest of the program's rules and spaCy's release, so that the cache hides no change of either."""
    rooms = [Path(__file__).parent / room for room in _ANALYSING]
    files = sorted(p for room in rooms for p in (room.rglob("*") if room.is_dir() else (room,)))
    rules = (p.read_bytes() for p in files if p.suffix in {".py", ".yml"})
    return cache.key(__version__.encode(), metadata.version("spacy").encode(), *rules).encode()


@functools.cache
def program() -> bytes:
    """A digest of the whole program, as it was when it started."""
    return digest(Path(__file__).parent)


def digest(folder: Path) -> bytes:
    """Of all that a folder of rules or templates holds, but not of what Python puts there."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return cache.key(
        *(part for p in files for part in (p.relative_to(folder).as_posix().encode(), p.read_bytes()))
    ).encode()
