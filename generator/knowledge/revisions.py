"""The recorded history: seeds/revisions.yml, which `backgrounder revise` alone writes; read, checked, and worded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

import yaml

from generator.errors import BackgrounderError, InputErrors
from generator.knowledge.files import read_text, relative
from generator.knowledge.frontmatter import parse
from generator.knowledge.schema import ENTRY, ID, Checked, Key, check, did_you_mean
from generator.model.revision import Change, ChangeKind, History, Revision
from generator.model.text import METADATA

FILE = "revisions.yml"
#: Bytes. A record of a thousand articles with all their changes has ten million.
LARGEST = 100_000_000
_HEAD = "# Written by `backgrounder revise`. The ids and old addresses of this site rest on it: keep it with the articles.\n"
_RESTORE = "take the file back from your backup or version control; `backgrounder revise` alone writes it"
_PARAGRAPH = re.compile(r"p-[0-9a-f]{6}(?:-\d+)?\Z")
_PAGE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md\Z")
_TEXT = re.compile("")
_PARTS = ("revisions", "articles", "pages")
#: Missing where the last revision is older than they are.
_STATING, _MOVED = "metadata", "moved"
_STATED = re.compile("|".join(METADATA) + r"\Z")
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def _any(value: Any) -> Any:
    return value if isinstance(value, str) else ""


_REVISION: Mapping[str, Key] = {
    "number": Key(_any, required=True),
    "date": Key(ENTRY["as_of"].read, required=True),
    "why": Key(_any, required=True),
    "changes": Key(lambda value: value),
}
_CHANGE: Mapping[str, Key] = {
    "article": Key(_any, required=True),
    "kind": Key(_any, required=True),
    **{name: Key(_any) for name in ("paragraph", "before", "after", "other")},
}


def load_history(seeds: Path) -> History:
    """The recorded history; an empty one if nothing was recorded. InputErrors with every problem of the file."""
    path = (seeds / FILE).absolute()
    root = seeds.absolute().parent
    if not path.exists() and not path.is_symlink():
        return History()
    return read_history(read_text(path, root, largest=LARGEST), relative(path, root))


def read_history(text: str, path: str) -> History:
    """The history that a file's text holds; `path` is told in errors. InputErrors, BackgrounderError."""
    values, lines = parse(text, path)
    checked = Checked(path, lines)
    for key in values.keys() - {*_PARTS, _STATING, _MOVED}:
        checked.problem(key, f"unknown key `{key}`", did_you_mean(key, _PARTS))
    for key in (key for key in _PARTS if key not in values):
        checked.problem("", f"`{key}` is missing: the file was cut off, or edited")
    revisions = tuple(_revision(row, n, checked) for n, row in enumerate(_list(values, "revisions", checked)))
    articles = _by_article(values, "articles", _PARAGRAPH, checked)
    metadata = _by_article(values, _STATING, _STATED, checked)
    _check_articles(revisions, articles, checked)
    pages = _texts(values.get("pages", ""), "pages", _PAGE, checked)
    moved = _texts(values.get(_MOVED, ""), _MOVED, _PAGE, checked, _PAGE)
    if checked.problems:
        raise InputErrors(
            tuple(sorted((_hinted(p) for p in checked.problems), key=lambda p: (p.line, p.what)))
        )
    return History(
        revisions,
        MappingProxyType(articles),
        MappingProxyType(pages),
        metadata=MappingProxyType(metadata),
        moved=MappingProxyType(moved),
    )


def _by_article(
    values: Mapping[str, Any], part: str, form: re.Pattern[str], checked: Checked
) -> dict[str, Mapping[str, str]]:
    """The texts that a part of the record holds of each article."""
    return {
        id: MappingProxyType(_texts(rows, f"{part}.{id}", form, checked))
        for id, rows in _mapping(values.get(part, ""), part, checked).items()
        if _is_id(id, part, checked)
    }


def _check_articles(revisions: Iterable[Revision], articles: Collection[str], checked: Checked) -> None:
    """No article is forgotten, so each one that changed is in the record."""
    for n, revision in enumerate(revisions):
        for i, change in enumerate(revision.changes):
            if change.article and change.article not in articles:
                where = f"revisions.{n}.changes.{i}.article"
                checked.problem(where, f"`{change.article}` is no article of the record")


def _hinted(problem: BackgrounderError) -> BackgrounderError:
    return BackgrounderError(
        problem.what, path=problem.path, line=problem.line, hint=problem.hint or _RESTORE
    )


def _is_id(id: str, part: str, checked: Checked) -> bool:
    if not ID.match(id):
        checked.problem(f"{part}.{id}", f"`{id}` is no article’s id")
    return ID.match(id) is not None


def _list(values: Mapping[str, Any], key: str, checked: Checked) -> list[Any]:
    value = values.get(key) or []
    if isinstance(value, list):
        return value
    checked.problem(key, f"`{key}` is not a list")
    return []


def _mapping(value: Any, where: str, checked: Checked) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    if value:
        checked.problem(where, f"`{where}` is not a list of `key: value`")
    return {}


def _texts(
    value: Any, where: str, form: re.Pattern[str], checked: Checked, texts: re.Pattern[str] = _TEXT
) -> dict[str, str]:
    """A mapping of ids or paths to texts, in its order."""
    found = {}
    for key, text in _mapping(value, where, checked).items():
        if not form.match(key) or not isinstance(text, str) or not texts.match(text):
            checked.problem(f"{where}.{key}", f"`{key}` is not right")
        else:
            found[key] = text
    return found


def _revision(row: Any, n: int, checked: Checked) -> Revision:
    where = f"revisions.{n}"
    given = check(_mapping(row, where, checked), _REVISION, checked, where)
    if given.get("number", str(n + 1)) != str(n + 1):
        checked.problem(f"{where}.number", f"`number` is {given['number']}, where {n + 1} is expected")
    rows = _list(given, "changes", checked)
    changes = (_change(row, f"{where}.changes.{i}", checked) for i, row in enumerate(rows))
    return Revision(n + 1, given.get("date", ""), given.get("why", ""), tuple(changes))


def _change(row: Any, where: str, checked: Checked) -> Change:
    given = check(_mapping(row, where, checked), _CHANGE, checked, where)
    if (kind := given.get("kind", "new")) not in get_args(ChangeKind):
        checked.problem(
            f"{where}.kind",
            f"`kind` is not a kind of change: {kind}",
            did_you_mean(kind, get_args(ChangeKind)),
        )
    forms = {"paragraph": _PARAGRAPH, "other": _STATED if kind == "metadata" else _PARAGRAPH}
    for key, form in forms.items():
        if given.get(key) and not form.match(given[key]):
            wanted = "none of " + ", ".join(METADATA) if form is _STATED else "no paragraph’s id"
            checked.problem(f"{where}.{key}", f"`{given[key]}` is {wanted}")
    return Change(**{"article": "", "kind": "new", **given})


def worded(history: History) -> str:
    """A history as the text of its file, which `read_history` reads back as it was."""
    data = {
        "revisions": [
            {"number": r.number, "date": r.date, "why": r.why, "changes": [*_changes(r.changes)]}
            for r in history.revisions
        ],
        "articles": {id: dict(texts) for id, texts in sorted(history.articles.items())},
        _STATING: {id: dict(texts) for id, texts in sorted(history.metadata.items())},
        "pages": dict(sorted(history.pages.items())),
        _MOVED: dict(sorted(history.moved.items())),
    }
    return _HEAD + yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=110)


def _changes(changes: Iterable[Change]) -> Iterable[dict[str, str]]:
    for change in changes:
        values = {key: getattr(change, key) for key in _CHANGE}
        yield {key: value for key, value in values.items() if value}
