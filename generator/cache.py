"""Results kept on disk by what they depend on: analyses, and the last site. Never trusted, always replaceable."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

Kept = TypeVar("Kept")
#: How many analyses a folder keeps beside those in use, the newest ones: an editor goes back and forth.
SPARE = 200
_OURS = re.compile(r"[0-9a-f]{64}\.json")


def key(*parts: bytes) -> str:
    """A digest over all that an analysis depends on; parts cannot run into each other."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def read(folder: Path | None, key: str, kind: type[Kept], name: str = "") -> Kept | None:
    """What is kept under a key (in the file `name`, if it has one); None if nothing is, or it is damaged or foreign."""
    if folder is None:
        return None
    try:
        seal, _, data = (folder / f"{name or key}.json").read_bytes().partition(b"\n")
        return msgspec.json.decode(data, type=kind) if seal == _seal(key, data) else None
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _seal(key: str, data: bytes) -> bytes:
    """The first line of a file: a digest that damage, or a file under another's name, does not fit."""
    return hashlib.sha256(key.encode() + data).hexdigest().encode()


def write(folder: Path | None, key: str, result: object, name: str = "") -> None:
    """Keep a result; in a file `name` of its own, if it has one, in the place of the last.

    It is written whole or not at all, so that concurrent builds cannot harm each other. A folder that cannot be written to means only that nothing is kept.
    """
    if folder is None:
        return
    data = msgspec.json.encode(result)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(key, data) + b"\n" + data)
            Path(part).replace(folder / f"{name or key}.json")
        finally:
            Path(part).unlink(missing_ok=True)
    except OSError:
        return


def tidy(folder: Path | None, used: frozenset[str]) -> None:
    """Remove the oldest analyses that are not in use, all but SPARE; what cannot be removed stays."""
    if folder is None:
        return
    try:
        ours = (path for path in folder.iterdir() if _OURS.fullmatch(path.name) and path.stem not in used)
        spare = [(path.stat().st_mtime_ns, path) for path in ours]
        for _, path in sorted(spare, reverse=True)[SPARE:]:
            path.unlink(missing_ok=True)
    except OSError:
        return


@dataclass
class Shelf:
    """A folder of one kind of results (None: nothing is kept), and the keys that were asked for."""

    folder: Path | None
    used: set[str] = field(default_factory=set)

    def read(self, key: str, kind: type[Kept]) -> Kept | None:
        """As `read`, and the key counts as used."""
        self.used.add(key)
        return read(self.folder, key, kind)

    def write(self, key: str, result: object) -> None:
        """As `write`."""
        write(self.folder, key, result)

    def tidy(self) -> None:
        """As `tidy`: the oldest that nobody asked for are removed."""
        tidy(self.folder, frozenset(self.used))
