"""A source file's text: what may be read, and how its bytes become characters."""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import BackgrounderError
from generator.knowledge.files import relative

#: Bytes. A saved page with its scripts is a megabyte or two; more is no article.
LARGEST = 5_000_000
#: The kinds of source, by the ending of the file's name.
SUFFIXES = (".txt", ".md", ".html", ".htm")

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
#: Bytes of cp1252 that are typographic quotes, dashes, dots or the euro sign.
_TYPOGRAPHY = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\xa0")


def load(path: Path, root: Path) -> str:
    """The text of a source below `root`: no byte order mark, line ends as in Unix.

    BackgrounderError for what is no article: another suffix, a folder, a link out of `root`, more than
    LARGEST bytes, an empty file, NUL bytes, an encoding that is neither UTF-8 nor certain.
    """
    told = relative(path, root)
    if not told.isprintable() and re.search("[\ud800-\udfff]", told):  # pages and records name the file
        hint = "rename the file, best with letters, digits and hyphens alone"
        raise BackgrounderError("the file’s name is not UTF-8", path=told, hint=hint)
    if path.is_dir():
        raise BackgrounderError("this is a folder, not an article", path=told, hint="give the files in it")
    check_suffix(told)
    data = _bytes(path, root, told)
    text = _decoded(data, told).replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def check_suffix(name: str) -> str:
    """The suffix of a source's name in lower case; BackgrounderError if it is none that can be read."""
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise BackgrounderError(
            f"cannot read `{suffix}` files" if suffix else "the name does not tell what kind of file it is",
            path=name,
            hint=f"an article’s name ends in one of {', '.join(SUFFIXES)}",
        )
    return suffix


def _bytes(path: Path, root: Path, told: str) -> bytes:
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve()):
            raise BackgrounderError("this leads out of the project", path=told, hint="copy the file here")
        if not real.is_file():
            raise BackgrounderError("this is no ordinary file", path=told)
        if (size := real.stat().st_size) > LARGEST:
            raise BackgrounderError(
                f"{size:,} bytes is too large; {LARGEST:,} are allowed", path=told, hint="split it"
            )
        return real.read_bytes()
    except (
        OSError,
        RuntimeError,
        ValueError,
    ) as error:  # RuntimeError: links in a circle; ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise BackgrounderError(f"cannot be read: {reason}", path=told) from error


def _decoded(data: bytes, told: str) -> str:
    if b"\0" in data:
        where = data.index(b"\0")
        raise BackgrounderError(
            f"a NUL byte at offset {where}: this is no text, or it is in UTF-16",
            path=told,
            line=data.count(b"\n", 0, where) + 1,
            hint="save it as UTF-8",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _western(data, told, error)


def _western(data: bytes, told: str, error: UnicodeDecodeError) -> str:
    """The text as Windows-1252, if a page declares it or every odd byte is typography; else an error."""
    declared = _DECLARED.search(data[:4096]) if told.lower().endswith((".html", ".htm")) else None
    name = declared[1].decode("ascii").lower() if declared else ""
    odd = {byte for byte in data if byte > 127}
    if name in {"windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1"} or (
        not name and odd <= _TYPOGRAPHY
    ):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    raise BackgrounderError(
        f"byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8",
        path=told,
        line=data.count(b"\n", 0, error.start) + 1,
        hint="save the file as UTF-8",
    ) from error
