"""Markdown sources: the blocks of CommonMark that articles use, their marks taken off."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.text import ParagraphKind
from generator.read.block import Block
from generator.read.characters import beginning, clean
from generator.read.forms import stands_alone

_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s+|$)")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*$")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})[\w-]*\s*$")
_REFERENCE = re.compile(r"\s{0,3}\[[^\]]+\]:\s*\S+.*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")
_IMAGE = re.compile(
    r"!\[(?P<alt>[^\[\]]*)\](?:\([^()\s]*(?:\s+[\"'(](?P<title>[^\"')]*)[\"')])?\s*\)|\[[^\[\]]*\])"
)

#: Inline marks in the order in which they come off. No pattern can run past the next beginning of
#: its own kind, so that time grows with the text only.
_INLINE = (
    (re.compile(r"<!--(?:(?!-->|<!--).)*-->", re.DOTALL), ""),
    (re.compile(r"<(https?://[^<>\s]+|[\w.+-]{1,80}@[\w.-]{1,80})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"\[\^[^\[\]]+\]"), ""),
    (
        re.compile(r"\[([^\[\]]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+[\"'(][^\"')]*[\"')])?\s*\)"),
        r"\1",
    ),
    (re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]"), r"\1"),
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARK = re.compile(r"\\.|`+|\*{1,3}|_{1,3}|~~", re.DOTALL)


def markdown_blocks(content: str, start: int) -> list[Block]:
    """The blocks of a Markdown text from offset `start` on, as plain text.

    Headings and pictures bear their kind (`heading`, `caption`); quotations and list items are paragraphs.
    """
    return [block for piece in _pieces(content, start) for block in _plain_blocks(piece)]


def plain(text: str) -> str:
    """Markdown as plain text: emphasis, links, code marks, tags and escapes taken off."""
    text = _IMAGE.sub(lambda match: match["alt"], text)
    for pattern, by in _INLINE:
        text = pattern.sub(by, text)
    return clean(html.unescape(_ESCAPE.sub(r"\1", _unmarked(text))))


def _unmarked(text: str) -> str:
    """The text without the pairs of marks of emphasis and code; a mark without its like stays."""
    opened: dict[str, re.Match[str]] = {}
    pairs: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        if mark[0] in opened and _closes(text, mark):
            pairs += [opened.pop(mark[0]), mark]
        elif mark[0][0] != "\\" and _opens(text, mark):
            opened[mark[0]] = mark
    kept = [0]
    for mark in sorted(pairs, key=lambda pair: pair.start()):
        kept += mark.span()
    kept.append(len(text))
    return "".join(text[a:b] for a, b in zip(kept[::2], kept[1::2], strict=True))


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands before a word, `_` not within one."""
    inside = mark[0][0] == "_" and text[max(mark.start() - 1, 0) : mark.start()].isalnum()
    return not inside and not text[mark.end() : mark.end() + 1].isspace() and mark.end() < len(text)


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands after a word, `_` not within one."""
    inside = mark[0][0] == "_" and text[mark.end() : mark.end() + 1].isalnum()
    return not inside and not text[mark.start() - 1].isspace()


@dataclass(slots=True)
class _Piece:
    """Neighbouring lines of one block, without the marks at their beginning."""

    text: str
    start: int
    group: int
    kind: ParagraphKind | None = None


def _plain_blocks(piece: _Piece) -> Iterator[Block]:
    """The pictures of a piece as captions, then what remains of it."""
    for image in _IMAGE.finditer(piece.text):
        alt = plain(image["title"] or image["alt"])
        if alt:
            yield Block(
                alt, piece.start + image.start("title" if image["title"] else "alt"), piece.group, "caption"
            )
    rest = _IMAGE.sub(lambda match: " " * len(match[0]), piece.text)
    text = plain(rest)
    if text:
        yield Block(text, piece.start + _first(rest, text), piece.group, piece.kind)


def _first(raw: str, text: str) -> int:
    """Where the first word of the plain text stands in the raw one; where the raw one begins if it changed."""
    found = raw.find(text.split(maxsplit=1)[0])
    return found if found >= 0 else beginning(raw)


def _pieces(content: str, start: int) -> Iterator[_Piece]:
    """The lines of the text put together to blocks, as CommonMark does, lazily continued ones too."""
    piece: _Piece | None = None
    group = 0
    for raw in content[start:].splitlines(keepends=True):
        line = raw.rstrip()
        ends = not clean(line) or _FENCE.match(line) or _REFERENCE.match(line) or _TABLE_RULE.match(line)
        if piece and _UNDERLINE.match(line) and not piece.kind:
            piece.kind, ends = "heading", True
        if ends or _RULE.match(line):
            group += not clean(line)
            if piece:
                yield piece
            piece = None
        elif piece and _continues(piece, line):
            piece.text = f"{piece.text}\n{line[len(_marks(line)) :]}"
        else:
            if piece:
                yield piece
            piece = _opened(line, start, group)
        start += len(raw)
    if piece:
        yield piece


def _opened(line: str, start: int, group: int) -> _Piece:
    heading = _HEADING.match(line)
    if heading:
        return _Piece(
            re.sub(r"(?<!\S)#+$", "", line[heading.end() :]), start + heading.end(), group, "heading"
        )
    marks = _marks(line)
    return _Piece(line[len(marks) :].replace(" | ", "   "), start + len(marks), group)


def _marks(line: str) -> str:
    """The marks of quotation and list at the beginning of a line."""
    quote = _QUOTE.match(line)
    rest = line[quote.end() :] if quote else line
    item = _ITEM.match(rest)
    return line[: (quote.end() if quote else 0) + (item.end() if item else 0)]


def _continues(piece: _Piece, line: str) -> bool:
    """Whether a line belongs to the block above it."""
    if piece.kind or _HEADING.match(line) or _ITEM.match(line) or line.lstrip().startswith("|"):
        return False
    last = piece.text.rsplit("\n", 1)[-1]
    return not any(stands_alone(plain(each)) for each in (last, line)) and not _IMAGE.fullmatch(last.strip())
