"""Reading a text file of the project: only files of the project, of a sane size, in UTF-8."""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import BackgrounderError

#: Bytes. The longest entry is a few kilobytes; more is a file put in the wrong folder.
LARGEST = 1_000_000
#: How the names of files begin that are no seeds: hidden ones, editors' temporary ones, notes on the folder.
NO_SEEDS = (".", "~", "#", "README.")
#: Where a version control opens and closes an unsettled conflict.
_MINE, _THEIRS = re.compile(r"^<{7} ", re.MULTILINE), re.compile(r"^>{7} ", re.MULTILINE)


def relative(path: Path, root: Path) -> str:
    """A path as messages and citations give it: relative to the project, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def read_text(path: Path, root: Path, *, largest: int = LARGEST, blank: bool = False) -> str:
    """The text of a file below `root`, without a byte order mark; BackgrounderError if it has none.

    Refuses a folder in place of a file, a link that leaves `root`, more than `largest` bytes, other
    encodings than UTF-8, NUL characters and, unless `blank`, files without a word.
    """
    told = relative(path, root)
    data = _bytes(path, root, told, largest)
    text = _decoded(data, told)
    if not blank and not text.strip():
        raise BackgrounderError("the file is empty", path=told)
    _check_settled(text, told)
    return text


def _check_settled(text: str, told: str) -> None:
    """No marks that a version control leaves where two edits met: either side alone may be what is meant."""
    mine, theirs = _MINE.search(text), _THEIRS.search(text)
    if mine and theirs and mine.start() < theirs.start():
        hint = "keep one of the two sides, and delete the lines of <<<<<<<, ======= and >>>>>>>"
        line = text.count("\n", 0, mine.start()) + 1
        raise BackgrounderError("two edits met here, and nobody chose", path=told, line=line, hint=hint)


def _bytes(path: Path, root: Path, told: str, largest: int) -> bytes:
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve()):
            raise BackgrounderError("a link that leaves the project", path=told, hint="copy the file here")
        if not real.is_file():
            raise BackgrounderError("this is no file", path=told, hint="a file is expected in this place")
        if real.stat().st_size > largest:
            raise BackgrounderError(f"the file is larger than {largest:,} bytes", path=told)
        return real.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        reason = getattr(error, "strerror", None) or "links in a circle"
        raise BackgrounderError(f"cannot be read: {reason}", path=told) from error


def _decoded(data: bytes, told: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BackgrounderError("not UTF-8", path=told, line=line, hint="save the file as UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BackgrounderError("a NUL character: this is no text file", path=told, line=line)
    return text
