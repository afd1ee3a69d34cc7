"""The YAML between the two `---` lines at the top of a file, with the line that every value stands on.

Every scalar stays text: YAML's guesses (`no` as false, `2023-03-20` as a date, `1.10` as a number)
surprise people who write about Norway and version numbers; the schema decides what a text means.
Aliases, anchors and tags are refused: they are how a small file becomes a very large one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import yaml

from generator.errors import BackgrounderError

#: Blank lines above the first dashes count as none where `key: value` lines follow.
_ABOVE = r"\ufeff?(?:(?:[ \t]*\r?\n)+(?=---[ \t]*\r?\n[\w-]+:))?"
_FENCED = re.compile(rf"{_ABOVE}---[ \t]*\r?\n(.*?)(?:^|(?<=\n))---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_OPENING = re.compile(rf"{_ABOVE}---[ \t]*(\r?\n|\Z)")
#: How to mend a file whose front matter has no dashes above it.
UNOPENED = "put a line of three dashes (---) above the first `key: value` line, and one below the last"
_DEEPEST = 8
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: What libyaml says, and what an editor can do about it.
_HINTS = (
    ("mapping values are not allowed", 'put a text that contains ": " between double quotes'),
    ("tab character", "indent with spaces, not with tabs"),
    ("cannot start any token", "indent with spaces, and quote a text that begins with a sign such as @ or `"),
    ("expected <block end>", "check the indentation, and that each line is `key: value`"),
    ("could not find expected ':'", "each line is `key: value`; quote a text that goes over several lines"),
    ("quoted scalar", "a quotation mark is opened and never closed"),
    (
        "expected ',' or",
        "a [ or { is not closed, or a text that holds a colon or a comma lacks its double quotes",
    ),
    ("flow", "a [ or { is opened and never closed"),
    ("expected key", "each line is `key: value`; a quotation mark may be missing here or above"),
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file in its two parts.

    `values` holds texts, lists and mappings of texts (a key without value gives ""). `lines` gives
    the 1-based line in the file of every value by its dotted path: "name", "sources", "sources.0.url".
    `body` is everything after the closing `---`; it begins on line `body_line`, at character
    `body_start` of the text. Without front matter `values` is empty and the body is the whole text.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    body: str
    body_line: int
    body_start: int = 0


def split(text: str, path: str) -> FrontMatter:
    """The front matter and the body of a file's text; `path` is only told in errors.

    Raises BackgrounderError when the front matter is never closed, is not YAML, is not a list of
    keys with values, repeats a key, or uses aliases, anchors or tags.
    """
    fenced = _FENCED.match(text)
    if fenced is None:
        return _without(text, path)
    values, lines = parse(fenced.group(1), path, first_line=text.count("\n", 0, fenced.start(1)) + 1)
    start = fenced.end()
    return FrontMatter(values, lines, text[start:], text.count("\n", 0, start) + 1, start)


def parse(text: str, path: str, *, first_line: int = 1) -> tuple[Mapping[str, Any], Mapping[str, int]]:
    """The values of a YAML mapping and the line of each, as in FrontMatter; raises BackgrounderError.

    `first_line` is the line of the file on which the text begins.
    """
    builder = _Builder(path, first_line)
    try:
        values = builder.document(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.YAMLError as error:
        raise _explained(error, path, text, first_line) from error
    return MappingProxyType(values), MappingProxyType(builder.lines)


def _without(text: str, path: str) -> FrontMatter:
    if _OPENING.match(text):
        raise BackgrounderError(
            "the front matter is never closed",
            path=path,
            line=1,
            hint="put a line of three dashes (---) after the last `key: value` line",
        )
    return FrontMatter(MappingProxyType({}), MappingProxyType({}), text, 1)


def _explained(error: yaml.YAMLError, path: str, text: str, first_line: int) -> BackgrounderError:
    mark = getattr(error, "problem_mark", None)
    position = getattr(error, "position", None)  # of an unprintable character
    line = mark.line if mark else text.count("\n", 0, position) if isinstance(position, int) else 0
    line = min(
        line, text.rstrip().count("\n")
    )  # not behind the last word, where libyaml misses what is to follow
    said = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "it cannot be read")
    context = f"{getattr(error, 'context', '') or ''} {said}"
    hint = next((hint for words, hint in _HINTS if words in context), "")
    return BackgrounderError(f"not valid YAML: {said}", path=path, line=line + first_line, hint=hint)


class _Builder:
    """Builds plain values from libyaml's events: one pass, no node that is used twice."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.lines: dict[str, int] = {}

    def document(self, events: Iterator[Any]) -> dict[str, Any]:
        """The mapping that the stream's one document holds; {} for an empty stream."""
        event = next(events)
        while isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        if not isinstance(event, yaml.MappingStartEvent):
            raise self._error(event, "expected lines of `key: value`")
        values = self._mapping(event, events, "")
        next(events)  # the document's end
        if not isinstance(extra := next(events), yaml.StreamEndEvent):
            raise self._error(extra, "a second YAML document")
        return values

    def _value(self, event: Any, events: Iterator[Any], where: str) -> Any:
        self._refuse(event, where)
        if where:
            self.lines.setdefault(where, self._line(event))
        if isinstance(event, yaml.ScalarEvent):
            return "" if event.implicit[0] and event.value in ("~", "null") else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, where)
        return self._mapping(event, events, where)

    def _sequence(self, events: Iterator[Any], where: str) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self._value(event, events, f"{where}.{len(values)}"))
        return values

    def _mapping(self, start: Any, events: Iterator[Any], where: str) -> dict[str, Any]:
        self._refuse(start, where)
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, values)
            inner = f"{where}.{key}" if where else key
            self.lines[inner] = self._line(event)
            values[key] = self._value(next(events), events, inner)
        return values

    def _key(self, event: Any, values: dict[str, Any]) -> str:
        self._refuse(event, "")
        if not isinstance(event, yaml.ScalarEvent):
            raise self._error(event, "a key must be a word", "quote a text that begins with [ or {")
        if event.value in values:
            raise self._error(event, f"the key `{event.value}` appears twice", "keep one of them")
        return str(event.value)

    def _refuse(self, event: Any, where: str) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._error(event, "YAML aliases and anchors (* and &) are not allowed", "quote the text")
        if event.tag:
            raise self._error(event, "YAML tags (!) are not allowed", "quote a text that begins with !")
        if where.count(".") > _DEEPEST:
            raise self._error(event, "lists nested too deeply")

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line

    def _error(self, event: Any, what: str, hint: str = "") -> BackgrounderError:
        return BackgrounderError(what, path=self.path, line=self._line(event), hint=hint)
