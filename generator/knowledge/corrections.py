"""Editors' corrections of the analysis: seeds/corrections.yml, read and held to its form.

The file is a list; each item is one correction, named by its key, with an optional `why`:

    - merge: [Jane Doe, Mrs Doe]                      # the first one stays
    - split: {mentions: [Doe], paragraph: "a few words of it", to: John Doe}
    - rename: {id: jane-doe, name: Jane A. Doe}
    - kind: {id: harbour-board, kind: organisation}
    - role: {id: jane-doe, role: "harbour master"}    # words of the article; none takes the role away
    - speaker: {words: "we shall see", speaker: jane-doe}     # none: nobody known
    - date: {words: "Friday", paragraph: p-3f9a1c, date: 2023-03-17}
    - stance: {words: "welcomed the plan", stance: for}       # for, against, neutral or none
    - not_actor: harbour-board
    - not_mention: {words: "Doe", article: a-day-at-sea}
    - pin: {words: "Doe", to: jane-doe}
      why: One sentence, shown on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.errors import InputErrors
from generator.knowledge.files import read_text, relative
from generator.knowledge.frontmatter import parse
from generator.knowledge.names import slug
from generator.knowledge.schema import ENTRY, SOURCE, Checked, Key, check, did_you_mean
from generator.model.correction import Act, Correction

FILE = "corrections.yml"
_TOP = "corrections"
#: What takes a value away, beside a key without one.
_NOTHING = frozenset({"", "none", "null", "unknown"})
_STANCES = ("for", "against", "neutral")

_PROSE = SOURCE["title"].read
_ID = Key(_PROSE, required=True)
_WHERE: Mapping[str, Key] = {"article": Key(_PROSE), "paragraph": Key(_PROSE)}
_WORDS: Mapping[str, Key] = {**_WHERE, "words": _ID}


def _names(value: Any) -> Any:
    """A list of names, as they stand; whatever is no list is told as the aliases of an entry would be."""
    return tuple(map(_PROSE, value)) if isinstance(value, list) else ENTRY["aliases"].read(value)


def _one_or_more(value: Any) -> Any:
    return _names(value if isinstance(value, list) else [value])


#: The keys of each correction that is written as a record.
_FORMS: Mapping[Act, Mapping[str, Key]] = {
    "split": {**_WHERE, "mentions": Key(_one_or_more, required=True), "from": Key(_PROSE), "to": _ID},
    "rename": {"id": _ID, "name": Key(ENTRY["name"].read, required=True)},
    "kind": {"id": _ID, "kind": Key(ENTRY["kind"].read, required=True)},
    "role": {**_WHERE, "id": _ID, "role": Key(_PROSE)},
    "speaker": {**_WORDS, "speaker": Key(_one_or_more)},
    "date": {**_WORDS, "date": Key(SOURCE["date"].read)},
    "stance": {**_WORDS, "stance": Key(_PROSE)},
    "not_mention": _WORDS,
    "pin": {**_WORDS, "to": _ID},
}
#: Keys whose value may be "none", but which must be there.
_EMPTIED = frozenset({"role", "speaker", "date", "stance"})
_ACTS: tuple[Act, ...] = ("merge", "not_actor", *_FORMS)


def load_corrections(seeds: Path) -> tuple[Correction, ...]:
    """The corrections in the file's order; none if there is no file. InputErrors with every problem of it."""
    path = seeds / FILE
    if not path.exists() and not path.is_symlink():
        return ()
    told = relative(path.absolute(), seeds.absolute().parent)
    text = read_text(path.absolute(), seeds.absolute().parent, blank=True)  # the last one may be deleted
    return read_corrections(text, told)


def read_corrections(text: str, path: str) -> tuple[Correction, ...]:
    """The corrections that a file's text holds; `path` is told in errors. InputErrors, BackgrounderError."""
    text = re.sub(r"\A---[ \t]*(?=\n)", "", text)
    if not re.search(rf"^{_TOP}:", text, re.MULTILINE):
        # The list becomes the value of a key on the line before the first, so that lines stay right.
        values, lines = parse(f"{_TOP}:\n{text}", path, first_line=0)
    else:
        values, lines = parse(text, path)
    checked = Checked(path, lines)
    rows = values.get(_TOP) or []
    for stray in [*(values.keys() - {_TOP}), *([] if isinstance(rows, list) else [_TOP])]:
        dashed = stray.startswith("-")
        hint = "put a blank behind the dash" if dashed else "begin each with a dash: - merge: [one, another]"
        checked.problem(stray, "a list of corrections is expected here", hint)
    rows = rows if isinstance(rows, list) else []
    found = [one for n, row in enumerate(rows) for one in _correction(row, n, checked)]
    _check_circles(found, checked)
    if checked.problems:
        raise InputErrors(tuple(sorted(checked.problems, key=lambda p: (p.line, p.what))))
    return tuple(found)


def _correction(row: Any, n: int, checked: Checked) -> Iterator[Correction]:
    where = f"{_TOP}.{n}"
    act = _act(row, where, checked)
    if act is None:
        return
    before = len(checked.problems)
    why = check({"why": row.get("why", "")}, {"why": Key(_PROSE)}, checked, where).get("why", "")
    given = _values(act, row[act], f"{where}.{act}", checked)
    if len(checked.problems) == before:
        line = checked.lines.get(where, 0)
        for one in _built(act, given):
            yield replace(one, number=n + 1, why=why, path=checked.path, line=line)


def _act(row: Any, where: str, checked: Checked) -> Act | None:
    """The one key that says what a correction does; None, and a problem told, if there is not one."""
    if not isinstance(row, dict):
        first = row.split()[0] if isinstance(row, str) and row.strip() else ""
        hint = f"write - what: …, where what is one of {', '.join(_ACTS)}"
        hint = f"put a colon behind it: - {first}: …" if first in _ACTS else hint
        checked.problem(where, "this is no correction", hint)
        return None
    acts = [act for act in _ACTS if act in row]
    for key in row.keys() - {*_ACTS, "why"}:
        hint = did_you_mean(key, (*_ACTS, "why")) or f"one of {', '.join(_ACTS)}, and `why`"
        checked.problem(f"{where}.{key}", f"unknown key `{key}`", hint)
    if len(acts) > 1:
        checked.problem(
            f"{where}.{acts[1]}",
            f"two corrections in one: {', '.join(acts)}",
            "begin each with a dash of its own",
        )
    elif not acts and not row.keys() - {"why"}:
        checked.problem(where, "this corrects nothing", f"name what it does: {', '.join(_ACTS)}")
    return acts[0] if len(acts) == 1 else None


def _values(act: Act, value: Any, where: str, checked: Checked) -> dict[str, Any]:
    """The values of one correction that hold; problems are told."""
    if act == "not_actor" and isinstance(value, list):
        checked.problem(where, "`not_actor` names one alone", "write one for each: - not_actor: …")
        return {}
    if act not in _FORMS:
        form: Mapping[str, Key] = {act: Key(_PROSE if act == "not_actor" else _names, required=True)}
        found = check({act: value}, form, checked, where.rpartition(".")[0])
        if act == "merge" and len(found.get("merge", ("", ""))) < 2:
            checked.problem(where, "`merge` needs two names or more", "the first one stays: [one, another]")
        return found
    if not isinstance(value, dict):
        needed = (key for key, form in _FORMS[act].items() if form.required or key in _EMPTIED)
        keys = ", ".join(f"{key}: …" for key in needed)
        checked.problem(where, f"`{act}` needs its keys, between curly brackets", f"write {{{keys}}}")
        return {}
    empty = {key for key in _EMPTIED & value.keys() & _FORMS[act].keys() if _is_nothing(value[key])}
    found = check({k: v for k, v in value.items() if k not in empty}, _FORMS[act], checked, where)
    for key in _EMPTIED & _FORMS[act].keys() - value.keys():
        checked.problem(where, f"`{key}` is missing", f"`{key}: none` takes it away")
    if found.get("stance") and found["stance"] not in _STANCES:
        hint = did_you_mean(found["stance"], _STANCES) or f"one of {', '.join(_STANCES)}, none"
        checked.problem(f"{where}.stance", f"`stance` is not a stance: {found['stance']}", hint)
    return found


def _is_nothing(value: Any) -> bool:
    return isinstance(value, str) and value.strip().casefold() in _NOTHING


def _built(act: Act, given: Mapping[str, Any]) -> Iterator[Correction]:
    """The records of a correction: one, or one for each text of a split."""
    one = Correction(
        0,
        act,
        entities=_entities(act, given),
        to=given.get("to")
        or given.get("name")
        or next((given[k] for k in ("kind", "role", "date", "stance") if k in given), None),
        article=given.get("article", ""),
        paragraph=given.get("paragraph", ""),
        words=given.get("words", ""),
    )
    yield from (replace(one, words=text) for text in given["mentions"]) if act == "split" else (one,)


def _entities(act: Act, given: Mapping[str, Any]) -> tuple[str, ...]:
    if act in ("merge", "speaker"):
        return tuple(given.get(act, ()))
    named = given.get("id") or given.get("from") or given.get("not_actor")
    return (named,) if named else ()


def _check_circles(corrections: list[Correction], checked: Checked) -> None:
    """No merge may lead back to where it began; each circle is told once, at the merge that closes it."""
    into: dict[str, str] = {}
    for one in (c for c in corrections if c.act == "merge"):
        first, where = slug(one.entities[0]), f"{_TOP}.{one.number - 1}.merge"
        for name in one.entities[1:]:
            if slug(name) == first:
                checked.problem(where, f"`merge` names {name} twice", "name two who are one")
            elif _leads(first, slug(name), into):
                hint = "keep the one that the page is to have, and merge the others into it"
                what = f"circular: {name} is merged into {one.entities[0]}, which is merged into {name}"
                checked.problem(where, what, hint)
            else:
                into[slug(name)] = first


def _leads(start: str, goal: str, into: Mapping[str, str]) -> bool:
    while start != goal and start in into:
        start = into[start]
    return start == goal
