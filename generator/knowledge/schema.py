"""What may stand in an entry's front matter, as data, and the one function that holds a file to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args
from urllib.parse import urlsplit

from generator.errors import BackgrounderError
from generator.knowledge.citations import split_mark
from generator.model.entity import Kind

#: An id, which is also a file's name without its ending.
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_HTML = re.compile(r"<[a-zA-Z/!?](?!ttps?://)[^>]*>?")
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?\Z")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the front matter: how its value is read, whether it must be there, and what is written if so."""

    read: Callable[[Any], Any]
    required: bool = False
    example: str = ""
    rows: Mapping[str, Key] | None = None  # for a list of records: the keys of one record


@dataclass(slots=True)
class Checked:
    """The values of a file that hold, and the problems of those that do not, each with its line."""

    path: str
    lines: Mapping[str, int]
    problems: list[BackgrounderError] = field(default_factory=list)

    def problem(self, where: str, what: str, hint: str = "") -> None:
        """Notes a problem of the value at a dotted path ("sources.0.url"; "" for the whole file)."""
        line = self.lines.get(where, 0) or self.lines.get(where.rpartition(".")[0], 1)
        self.problems.append(BackgrounderError(what, path=self.path, line=line, hint=hint))


def check(
    values: Mapping[str, Any], keys: Mapping[str, Key], into: Checked, where: str = ""
) -> dict[str, Any]:
    """The values read by their keys' rules; what is wrong is noted in `into` and left out."""
    prefix = f"{where}." if where else ""
    unknown = {name: did_you_mean(name, keys) for name in values if name not in keys}
    for name, hint in unknown.items():
        into.problem(prefix + name, f"unknown key `{name}`", hint)
    for name, key in keys.items():
        misspelt = name not in values and _meant(name) in unknown.values()
        if key.required and values.get(name) in (None, "", []) and not misspelt:
            hint = f"write it like this: {key.example}" if key.example else ""
            into.problem(prefix + name if name in values else where, f"`{name}` is missing", hint)
    given = [name for name in keys if values.get(name) not in (None, "", [])]
    return {
        name: read
        for name in given
        if (read := _read(values[name], keys[name], into, prefix + name)) is not None
    }


def did_you_mean(word: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """A hint that names the nearest known word, or "" when none is near."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return _meant(near[0]) if near else ""


def _meant(word: str) -> str:
    return f"did you mean `{word}`?"


def has_html(text: str) -> bool:
    """Whether a text holds an HTML tag or comment; `<https://…>` is Markdown's own and no tag."""
    return _HTML.search(text) is not None


def safe_url(url: str) -> bool:
    """Whether a link leads to the web: http or https, with a host, without blanks."""
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", url)
        )
    except ValueError:  # brackets that are no address
        return False


def _read(value: Any, key: Key, into: Checked, where: str) -> Any:
    if key.rows is not None:
        return _records(value, key.rows, into, where)
    try:
        return key.read(value)
    except _WrongError as wrong:
        into.problem(where, f"`{where.rpartition('.')[2]}` {wrong.what}", wrong.hint)
        return None


def _records(value: Any, rows: Mapping[str, Key], into: Checked, where: str) -> list[dict[str, Any]]:
    records = []
    for index, row in enumerate(value if isinstance(value, list) else [value]):
        if isinstance(row, dict):
            records.append(check(row, rows, into, f"{where}.{index}"))
        else:
            example = ", ".join(f"{name}: …" for name in rows)
            into.problem(f"{where}.{index}", f"`{where}` is not a list of records", f"write - {{{example}}}")
    return records


class _WrongError(Exception):
    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongError("must be one text", 'quote a text that begins with [ or {: "…"')
    return " ".join(value.split())


def _prose(value: Any) -> str:
    text = _text(value)
    if has_html(text):
        raise _WrongError("holds HTML", "write plain text")
    return text


def _at_most(words: int) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = _prose(value)
        if (count := len(split_mark(text)[0].split())) > words:
            raise _WrongError(f"has {count} words, {words} are allowed", "the body has room for more")
        return text

    return read


def _name(value: Any) -> str:
    text = _text(value)
    if len(text) < 2 or not any(c.isalpha() for c in text):
        raise _WrongError(f"is too short to be a name: {text}")
    return text


def _list_of(read: Callable[[Any], str]) -> Callable[[Any], tuple[str, ...]]:
    def read_all(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise _WrongError("must be a list", "write it in square brackets: [one, another]")
        return tuple(dict.fromkeys(read(item) for item in value))

    return read_all


def _matching(pattern: str, example: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if not re.fullmatch(pattern, text := _text(value)):
            raise _WrongError(f"is not right: {text}", f"write it like this: {example}")
        return text

    return read


def _kind(value: Any) -> str:
    kinds = get_args(Kind)
    if (text := _text(value)) not in kinds:
        raise _WrongError(f"is not a kind: {text}", did_you_mean(text, kinds) or f"one of {', '.join(kinds)}")
    return text


def _date(value: Any) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text := _text(value)):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise _WrongError(f"is not a date: {_text(value)}", "write year-month-day: 2023-03-20")


def _date_or_part(value: Any) -> str:
    text = _text(value)
    return text if _MONTH_OR_YEAR.match(text) else _date(value)


def _url(value: Any) -> str:
    if not safe_url(text := _text(value)):
        raise _WrongError(f"is not a web address: {text}", "it begins with https:// or http://")
    return text


def _number(value: Any) -> int:
    if not re.fullmatch(r"[1-9]\d{0,3}", text := _text(value)):
        raise _WrongError(f"is not a source's number: {text}", "the first source is number 1")
    return int(text) - 1


def _point(value: Any) -> tuple[float, float]:
    try:
        latitude, longitude = (float(number) for number in value)
    except (TypeError, ValueError):
        latitude, longitude = 999.0, 999.0
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise _WrongError("is not a point", "write [latitude, longitude] in degrees: [52.09, 4.32]")
    return latitude, longitude


def _flag(value: Any) -> bool:
    if (text := _text(value)) not in {"true", "false"}:
        raise _WrongError(f"is neither true nor false: {text}")
    return text == "true"


_ID = _matching(r"[a-z0-9]+(-[a-z0-9]+)*", "international-criminal-court")

_A_FACT = "- {label: Founded, value: 1 July 2002, source: 1}"

SOURCE: Mapping[str, Key] = {
    "title": Key(_prose, required=True, example='- {title: "The harbour’s yearly report"}'),
    "url": Key(_url),
    "publisher": Key(_prose),
    "date": Key(_date_or_part),
}
FACT: Mapping[str, Key] = {
    "label": Key(_prose, required=True, example=_A_FACT),
    "value": Key(_prose, required=True, example=_A_FACT),
    "source": Key(_number, required=True, example=_A_FACT),
}
AFTERWARDS: Mapping[str, Key] = {
    "as_of": Key(_date, required=True),
    "text": Key(_prose, required=True),
    "source": Key(_number, required=True),
}
#: `kind` and `summary` may be left out where the world pack has an entry of the same id.
ENTRY: Mapping[str, Key] = {
    "name": Key(_name, required=True, example="name: International Criminal Court"),
    "kind": Key(_kind, required=True, example="kind: organisation"),
    "aliases": Key(_list_of(_name)),
    "acronym": Key(_name),
    "affiliation": Key(_ID),
    "code": Key(_matching(r"[A-Z]{2}", "RU")),
    "point": Key(_point),
    "stands_for": Key(_ID),
    "media": Key(_flag),
    "summary": Key(_at_most(40), required=True, example="summary: One or two plain sentences. [1]"),
    "facts": Key(_text, rows=FACT),
    "sources": Key(_text, required=True, rows=SOURCE, example=f"sources: [{SOURCE['title'].example[2:]}]"),
    "as_of": Key(_date, required=True, example="as_of: 2023-03-20, the day on which you checked it"),
    "afterwards": Key(_text, rows=AFTERWARDS),
    "about": Key(_list_of(_ID)),
    "why": Key(_at_most(30)),
}
