"""Blocks: the stretches of a source that become paragraphs, before their parts are told apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model.text import ParagraphKind
from generator.read.characters import beginning, clean

#: Columns between which a text counts as wrapped by hand or by an editor.
_NARROWEST, _WIDEST = 40, 100
#: Share of line pairs that must go on in lower case before a text counts as wrapped.
_GOES_ON = 0.4

_CLOSED = re.compile(r"[.!?:;…][”’\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A cleaned stretch of text.

    `start` is its offset in the source, `group` numbers the runs of lines without a blank line
    between, `kind` is set where the markup tells it.
    """

    text: str
    start: int
    group: int
    kind: ParagraphKind | None = None


def lines_of(content: str, start: int = 0) -> Iterator[Block]:
    """Every line of `content` from offset `start` on that shows something."""
    group = 0
    for raw in content[start:].splitlines(keepends=True):
        text = clean(raw)
        if text:
            yield Block(text, start + beginning(raw), group)
        else:
            group += 1
        start += len(raw)


def separate(content: str, start: int, alone: Callable[[str], bool]) -> list[Block]:
    """The paragraphs of a plain text from offset `start` on.

    Blank lines separate; so do line ends, except where a text is wrapped. A line of which `alone` is
    true is never joined to another.
    """
    lines = list(lines_of(content, start))
    width = _wrap_width(lines)
    blocks: list[Block] = []
    last = ""
    for line in lines:
        if blocks and blocks[-1].group == line.group and _joins(last, line.text, width, alone):
            blocks[-1] = Block(f"{blocks[-1].text} {line.text}", blocks[-1].start, line.group)
        else:
            blocks.append(line)
        last = line.text
    return blocks


def _joins(line: str, following: str, width: int, alone: Callable[[str], bool]) -> bool:
    if alone(line) or alone(following):
        return False
    return _is_full(line, following, width) or _goes_on(line, following)


def _goes_on(line: str, following: str) -> bool:
    """Whether the next line carries on an unfinished sentence."""
    return not _CLOSED.search(line) and re.match(r"[a-z]+\b", following) is not None


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted; some fillers leave a little room."""
    return bool(width) and len(line) + 1 + len(following.split(maxsplit=1)[0]) > 0.85 * width


def _wrap_width(lines: list[Block]) -> int:
    """The column at which the text is wrapped, 0 if it has one paragraph a line."""
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.group == b.group]
    if not pairs or not _NARROWEST <= width <= _WIDEST:
        return 0
    return width if sum(_goes_on(*pair) for pair in pairs) >= _GOES_ON * len(pairs) else 0
