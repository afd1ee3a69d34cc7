"""Editors' entries: the files under actors/, glossary/ and background/, read and held to the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from generator.errors import BackgrounderError
from generator.knowledge.evidence import check_body, check_citations
from generator.knowledge.files import NO_SEEDS, read_text, relative
from generator.knowledge.frontmatter import UNOPENED, FrontMatter, split
from generator.knowledge.names import slug
from generator.knowledge.schema import ENTRY, ID, Checked, Key, check, did_you_mean
from generator.model.entry import Afterwards, Entry, Fact, Source

Section = Literal["actors", "glossary", "background"]
SECTIONS: tuple[Section, ...] = ("actors", "glossary", "background")
_FROM_WORLD = ("kind", "summary")
_RECORDS: Mapping[str, type[Fact | Source | Afterwards]] = {
    "facts": Fact,
    "sources": Source,
    "afterwards": Afterwards,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A file's entry, as far as it holds, with the lines of its values and the problems found."""

    entry: Entry
    checked: Checked
    draft: bool = False


#: What text editors leave beside a file while it is edited, and after.
_KEPT_BY_EDITORS = ("~", ".bak", ".orig", ".swp", ".tmp")


@dataclass(frozen=True, slots=True)
class Entries:
    """What the three folders hold, by file name: entries, drafts in which nothing is filled in yet, problems."""

    entries: tuple[Entry, ...]
    drafts: tuple[Entry, ...]
    problems: tuple[BackgrounderError, ...]


def read_entries(seeds: Path, world: Mapping[str, Entry]) -> Entries:
    """All entries of the three folders and all problems found in them.

    `world` holds the world pack's entries, which fill the gaps of editors' entries of the same id.
    """
    found: list[Found] = []
    problems: list[BackgrounderError] = []
    for section in SECTIONS:
        for path in _files(seeds / section, seeds.parent, problems):
            try:
                found.append(read_entry(path, section, seeds.parent, world.get(path.stem)))
            except BackgrounderError as error:
                problems.append(error)
    drafts, found = [one for one in found if one.draft], [one for one in found if not one.draft]
    _check_together(found, world)
    problems += [problem for one in found for problem in one.checked.problems]
    return Entries(tuple(one.entry for one in found), tuple(one.entry for one in drafts), tuple(problems))


def read_entry(path: Path, section: Section, root: Path, known: Entry | None = None) -> Found:
    """One file's entry; `known` is the world pack's of this id, which may fill its gaps.

    Raises BackgrounderError when the file cannot be read at all.
    """
    told = relative(path, root)
    front = split(read_text(path, root), told)
    if not front.body_start:
        raise BackgrounderError("there is no front matter", path=told, line=1, hint=UNOPENED)
    checked = Checked(told, front.lines)
    if not ID.match(path.stem) or path.stem == "index":  # the page of that name lists the others
        checked.problem(
            "", f"`{path.stem}` is no id", f"name the file {slug(path.stem.replace('.', '-'))}.md"
        )
    values = check(front.values, _keys(known), checked)
    check_citations(values, front, checked)
    check_body(front, checked)
    values.setdefault("kind", known.kind if known else "term")
    entry = _built(values, path.stem, section, told, front.body.strip())
    return Found(entry, checked, draft=_is_draft(front, entry))


def _is_draft(front: FrontMatter, entry: Entry) -> bool:
    """Whether all that an editor must fill in is left empty, as `backgrounder draft` writes it."""
    return front.values.get("as_of") == "" and not (entry.summary or entry.sources or entry.body)


def _keys(known: Entry | None) -> Mapping[str, Key]:
    """The keys of an entry; what the world pack knows of it may be left out."""
    return {**ENTRY, **{key: replace(ENTRY[key], required=known is None) for key in _FROM_WORLD}}


def _built(values: Mapping[str, Any], id: str, section: Section, path: str, body: str) -> Entry:
    """The record of an entry whose values were checked."""
    rest = {key: value for key, value in values.items() if key not in _RECORDS}
    records = {key: _rows(record, values.get(key, ())) for key, record in _RECORDS.items()}
    return Entry(**{"name": id, **rest, **records}, id=id, section=section, body=body, path=path)


def _rows(record: type[Fact | Source | Afterwards], rows: Iterable[Mapping[str, Any]]) -> tuple[Any, ...]:
    """The records of a list; one that lacks what it must have was told as a problem and is left out."""
    required = {f.name for f in fields(record) if f.default is MISSING}
    return tuple(record(**row) for row in rows if required <= row.keys())


def _check_together(found: list[Found], world: Mapping[str, Entry]) -> None:
    """What no file shows alone: an id that is taken, and pointers that lead nowhere."""
    seen: dict[str, str] = {}
    known = tuple(sorted({*world, *(one.entry.id for one in found)}))
    for one in found:
        if (id := one.entry.id) in seen:
            hint = f"{seen[id]} has the same id: rename one, or make one file of both"
            one.checked.problem("", f"the id `{id}` is taken", hint)
        seen.setdefault(id, one.entry.path)
        for where, target in _pointers(one.entry):
            if target not in world and not any(target == other.entry.id for other in found):
                what = f"`{where.partition('.')[0]}` points to `{target}`, which is no entry"
                one.checked.problem(where, what, did_you_mean(target, known))


def _pointers(entry: Entry) -> Iterator[tuple[str, str]]:
    yield from ((f"about.{n}", id) for n, id in enumerate(entry.about))
    yield from ((key, id) for key in ("affiliation", "stands_for") if (id := getattr(entry, key)))


def _files(folder: Path, root: Path, problems: list[BackgrounderError]) -> Iterator[Path]:
    """The folder's Markdown files in order; whatever else lies there is told, never passed over."""
    if not folder.exists():
        return
    if not folder.is_dir():
        problems.append(BackgrounderError("a folder is expected here", path=relative(folder, root)))
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(NO_SEEDS) or path.name.endswith(_KEPT_BY_EDITORS):
            continue
        if path.suffix == ".md":
            yield path
        else:
            hint = "an entry is one file, named like its id with .md at the end"
            problems.append(BackgrounderError("this is no entry", path=relative(path, root), hint=hint))
