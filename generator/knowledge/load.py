"""Puts editors' entries over the world pack's, and tells all problems at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.errors import BackgrounderError, InputErrors
from generator.knowledge.citations import split_mark
from generator.knowledge.entries import read_entries
from generator.knowledge.lookup import Knowledge
from generator.knowledge.world_pack import world
from generator.model.entry import Entry

#: What an editor's entry takes over from the world pack's where it says nothing itself.
_GAPS = ("acronym", "affiliation", "code", "point", "stands_for", "media")


def load_knowledge(seeds: Path | None) -> Knowledge:
    """Editors' entries below `seeds` over the world pack; the world pack alone for None.

    A folder of `seeds` that is not there holds no entries. Raises InputErrors with every problem of
    every file, sorted by file and line, and BackgrounderError when `seeds` is no folder.
    """
    pack = world()
    if seeds is None:
        return Knowledge(_sorted(dict(pack.entries)), pack.demonyms)
    if not seeds.is_dir():
        raise BackgrounderError(
            f"there is no folder {seeds.name}",
            path=str(seeds.parent),
            hint="run this in the folder of mkdocs.yml, or begin a site with `backgrounder new`",
        )
    seeds = seeds.resolve()
    found = read_entries(seeds, pack.entries)
    if found.problems:
        raise InputErrors(tuple(sorted(found.problems, key=lambda p: (p.path, p.line, p.what))))
    merged = {e.id: merge(e, pack.entries[e.id]) if e.id in pack.entries else e for e in found.entries}
    return Knowledge(_sorted({**pack.entries, **merged}), pack.demonyms, found.drafts)


def merge(editor: Entry, given: Entry) -> Entry:
    """An editor's entry with the gaps filled from the world pack's entry of the same id.

    Names of both are kept. What is taken over brings its sources, behind the editor's own, so that
    the editor's numbers stay right.
    """
    gaps: dict[str, Any] = {key: getattr(editor, key) or getattr(given, key) for key in _GAPS}
    names = (*editor.aliases, given.name, *given.aliases)
    if not editor.acronym:
        names = tuple(name for name in names if name != given.acronym)
    aliases = tuple(dict.fromkeys(name for name in names if name != editor.name))
    return replace(editor, **gaps, **_text(editor, given), aliases=aliases)


def _text(editor: Entry, given: Entry) -> dict[str, Any]:
    """Kind, summary and facts that the editor left out, with the sources that they rest on."""
    shift = len(editor.sources)
    taken: dict[str, Any] = {}
    if not editor.summary:
        taken["summary"] = f"{split_mark(given.summary)[0]} [{shift + 1}]"
    if not editor.facts:
        taken["facts"] = tuple(replace(fact, source=fact.source + shift) for fact in given.facts)
    return {**taken, "sources": editor.sources + given.sources} if taken else {}


def _sorted(entries: dict[str, Entry]) -> tuple[Entry, ...]:
    return tuple(entries[id] for id in sorted(entries))
