"""What is told about an article outside of its text: the front matter, checked key by key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.errors import BackgrounderError, InputErrors
from generator.knowledge import calendar, frontmatter
from generator.knowledge.frontmatter import FrontMatter
from generator.knowledge.schema import did_you_mean, safe_url
from generator.model.text import Rights
from generator.read.characters import clean


@dataclass(frozen=True, slots=True)
class Metadata:
    """What metadata tell; empty where they tell nothing. `published` is an ISO date."""

    title: str = ""
    dek: str = ""
    outlet: str = ""
    byline: tuple[str, ...] = ()
    url: str = ""
    published: str = ""
    rights: Rights = "full"


def read_front_matter(content: str, name: str) -> tuple[Metadata, int]:
    """The metadata at the head of `content`, and the offset at which the text begins.

    BackgrounderError with file and line for broken YAML, an unknown key or a value of the wrong form;
    InputErrors for several.
    """
    front = frontmatter.split(content, name)
    if _OPEN.match(content) and not front.body_start:
        raise BackgrounderError(
            "the front matter is never opened", path=name, line=1, hint=frontmatter.UNOPENED
        )
    found: dict[str, Any] = {}
    problems: list[BackgrounderError] = []
    for key, value in front.values.items():
        try:
            found[key] = _value(key, value, front, name)
        except BackgrounderError as problem:
            problems.append(problem)
    if problems:
        raise problems[0] if len(problems) == 1 else InputErrors(tuple(problems))
    found.pop("language", None)
    return Metadata(**{key: value for key, value in found.items() if value}), front.body_start


def _value(key: str, value: Any, front: FrontMatter, name: str) -> Any:
    line = front.lines.get(key, 1)
    read = _KEYS.get(key)
    if read is None:
        meant = _ELSEWHERE.get(key.lower())
        hint = (
            f"write `{meant}`" if meant else did_you_mean(key.lower(), _KEYS)
        ) or f"the keys are {', '.join(_KEYS)}"
        raise BackgrounderError(f"unknown key `{key}`", path=name, line=line, hint=hint)
    try:
        return read(value) if value not in ("", []) else None
    except _WrongError as wrong:
        raise BackgrounderError(f"`{key}` {wrong.what}", path=name, line=line, hint=wrong.hint) from None


class _WrongError(Exception):
    """A value that does not fit its key; the caller adds file and line."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongError("must be one text", 'quote a text that begins with [ or {: "…"')
    return clean(value)


def _names(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for item in items if (name := _text(item))))


def _date(value: Any) -> str:
    date = calendar.explicit_date(_text(value))
    if date is None:
        raise _WrongError(f"is no date: {_text(value)}", "write year-month-day: 2023-03-20")
    return date


def _url(value: Any) -> str:
    if not safe_url(_text(value)):
        raise _WrongError(f"is no web address: {_text(value)}", "it begins with https:// or http://")
    return _text(value)


def _rights(value: Any) -> str:
    if _text(value) not in {"full", "excerpts"}:
        raise _WrongError(f"cannot be `{_text(value)}`", "write `full` or `excerpts`")
    return _text(value)


def _language(value: Any) -> str:
    if not re.match(r"en(?:[-_]\w+)*\Z|english\Z", _text(value), re.IGNORECASE):
        raise _WrongError(
            f"is `{_text(value)}`, and only English is understood", "write `en`, or take the article out"
        )
    return _text(value)


#: What other programs, and habit, call these keys.
_ELSEWHERE = {
    "author": "byline",
    "authors": "byline",
    "date": "published",
    "description": "dek",
    "headline": "title",
    "lang": "language",
    "link": "url",
    "publisher": "outlet",
    "source": "outlet",
    "subtitle": "dek",
    "summary": "dek",
}

_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "title": _text,
    "dek": _text,
    "outlet": _text,
    "byline": _names,
    "url": _url,
    "published": _date,
    "rights": _rights,
    "language": _language,
}
#: Two lines of them at the head of a file, without the dashes above.
_OPEN = re.compile(rf"\s*(?:{'|'.join(_KEYS)}):.*\n(?:(?:{'|'.join(_KEYS)}):|---[ \t]*\n)")
