"""Editors' entries: the files under actors/, glossary/ and background/, read and held to the schema."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from generator.errors import BackgrounderError
from generator.knowledge.citations import numbers
from generator.knowledge.files import read_text, relative
from generator.knowledge.frontmatter import FrontMatter, split
from generator.knowledge.names import slug
from generator.knowledge.schema import ENTRY, ID, Checked, Key, check, did_you_mean, has_html, safe_url
from generator.model.entry import Afterwards, Entry, Fact, Source

Section = Literal["actors", "glossary", "background"]
SECTIONS: tuple[Section, ...] = ("actors", "glossary", "background")
_FROM_WORLD = ("kind", "summary")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|<([a-z][a-z0-9+.-]*:[^>\s]*)>", re.IGNORECASE)
_BLOCK = re.compile(r"(?:.+\n?)+")
_CITED = re.compile(r"\[\d[\d\s,]*\]\.?\s*\Z")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


def read_entries(seeds: Path, world: Mapping[str, Entry]) -> tuple[list[Entry], list[BackgrounderError]]:
    """All entries of the three folders, by file name, and all problems found in them.

    `world` holds the world pack's entries, which fill the gaps of editors' entries of the same id.
    """
    entries: list[Entry] = []
    problems: list[BackgrounderError] = []
    for section in SECTIONS:
        for path in _files(seeds / section, seeds.parent, problems):
            try:
                entry, wrong = read_entry(path, section, seeds.parent, world.get(path.stem))
            except BackgrounderError as error:
                problems.append(error)
                continue
            problems += wrong
            entries.append(entry)
    return entries, problems + _duplicates(entries)


def read_entry(
    path: Path, section: Section, root: Path, known: Entry | None = None
) -> tuple[Entry, list[BackgrounderError]]:
    """One file's entry, as far as it holds, and its problems; `known`: the world pack's of this id.

    Raises BackgrounderError when the file cannot be read at all.
    """
    told = relative(path, root)
    front = split(read_text(path, root), told)
    checked = Checked(told, front.lines)
    if not ID.match(path.stem):
        checked.problem("", f"`{path.stem}` is no id", f"name the file {slug(path.stem)}.md")
    values = check(front.values, _keys(known), checked)
    _check_citations(values, front, checked)
    _check_body(front, checked)
    values.setdefault("kind", known.kind if known else "term")
    return build(values, path.stem, section, told, front.body.strip()), checked.problems


def _keys(known: Entry | None) -> Mapping[str, Key]:
    """The keys of an entry; what the world pack knows of it may be left out."""
    return {**ENTRY, **{key: replace(ENTRY[key], required=known is None) for key in _FROM_WORLD}}


def build(values: Mapping[str, Any], id: str, section: Any, path: str, body: str = "") -> Entry:
    """The record of an entry whose values were checked."""
    rest = {key: value for key, value in values.items() if key not in {"facts", "sources", "afterwards"}}
    return Entry(
        **{"name": id, **rest},
        id=id,
        section=section,
        body=body,
        path=path,
        facts=_built(Fact, values.get("facts", ())),
        sources=_built(Source, values.get("sources", ())),
        afterwards=_built(Afterwards, values.get("afterwards", ())),
    )


def dangling(entries: Collection[Entry], known: Collection[str]) -> list[BackgrounderError]:
    """The problems of entries that point to ids nobody knows."""
    ids = tuple(sorted(known))
    return [
        BackgrounderError(
            f"`{key}` points to `{target}`, which is no entry",
            path=entry.path,
            hint=did_you_mean(target, ids),
        )
        for entry in entries
        for key, target in _pointers(entry)
        if target not in known
    ]


def _pointers(entry: Entry) -> Iterator[tuple[str, str]]:
    yield from (("about", id) for id in entry.about)
    yield from ((key, id) for key in ("affiliation", "stands_for") if (id := getattr(entry, key)))


def _built(record: Any, rows: Any) -> tuple[Any, ...]:
    required = {"Fact": ("label", "value"), "Source": ("title",), "Afterwards": ("text", "as_of")}[
        record.__name__
    ]
    return tuple(record(**row) for row in rows if all(key in row for key in required))


def _files(folder: Path, root: Path, problems: list[BackgrounderError]) -> Iterator[Path]:
    """The folder's Markdown files in order; whatever else lies there is told, never passed over."""
    if not folder.exists():
        return
    if not folder.is_dir():
        problems.append(BackgrounderError("a folder is expected here", path=relative(folder, root)))
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.suffix == ".md":
            yield path
        else:
            hint = "an entry is one file, named like its id with .md at the end"
            problems.append(BackgrounderError("this is no entry", path=relative(path, root), hint=hint))


def _duplicates(entries: list[Entry]) -> list[BackgrounderError]:
    seen: dict[str, str] = {}
    problems = []
    for entry in entries:
        if entry.id in seen:
            hint = f"{seen[entry.id]} has the same id: rename one, or make one file of both"
            problems.append(BackgrounderError(f"the id `{entry.id}` is taken", path=entry.path, hint=hint))
        seen.setdefault(entry.id, entry.path)
    return problems


def _check_citations(values: Mapping[str, Any], front: FrontMatter, checked: Checked) -> None:
    """Every number of a source, in facts, notes, summary and why, must be that of a source."""
    count = _sources(front)
    for key in ("facts", "afterwards"):
        for index, row in enumerate(values.get(key, ())):
            if (source := row.get("source", 0)) >= count:
                checked.problem(f"{key}.{index}.source", _no_source(source, count))
    for key in ("summary", "why"):
        for source in numbers(values.get(key, "")):
            if not 0 <= source < count:
                checked.problem(key, _no_source(source, count))


def _check_body(front: FrontMatter, checked: Checked) -> None:
    """The body is plain Markdown, leads to the web only, and every paragraph and list names its sources."""
    blocks = [
        (front.body.count("\n", 0, m.start()) + front.body_line, m.group())
        for m in _BLOCK.finditer(front.body)
    ]
    blocks = [block for block in blocks if block[1].strip()]
    following = [text for _, text in blocks[1:]] + [""]
    for (line, text), after in zip(blocks, following, strict=True):
        for what, hint in _wrong_in_block(text, after, _sources(front)):
            checked.problems.append(BackgrounderError(what, path=checked.path, line=line, hint=hint))


def _wrong_in_block(text: str, after: str, count: int) -> Iterator[tuple[str, str]]:
    if has_html(text):
        yield "the body holds HTML", "write Markdown: **bold**, *italics*, ## heading, - list"
    if "{:" in text or "![" in text:
        yield "the body holds a picture or an attribute list", "entries are words, lists, headings and links"
    for link in _LINK.finditer(text):
        if not safe_url(url := link.group(1) or link.group(2) or ""):
            yield f"the body links to {url or 'nothing'}", "a link begins with https:// or http://"
    yield from ((_no_source(n, count), "") for n in numbers(text) if not 0 <= n < count)
    if not (_CITED.search(text) or text.startswith("#") or _goes_on(text, after)):
        yield "a paragraph without its source", "end it with the source's number: [1]"


def _goes_on(text: str, after: str) -> bool:
    """Whether the list that follows ends what this block begins; its last item names the sources."""
    return bool(_ITEM.match(after)) and (text.rstrip().endswith(":") or bool(_ITEM.match(text)))


def _sources(front: FrontMatter) -> int:
    sources = front.values.get("sources", ())
    return len(sources) if isinstance(sources, list) else 1


def _no_source(index: int, count: int) -> str:
    return f"source {index + 1} does not exist: there are {count}"
