"""Analyses kept on disk by what they depend on: never trusted, always replaceable."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import msgspec

from generator.model.statement import Analysis


def key(*parts: bytes) -> str:
    """A digest over all that an analysis depends on; parts cannot run into each other."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def read(folder: Path | None, key: str) -> Analysis | None:
    """The analysis kept under a key; None if there is none, or if the file is damaged or foreign."""
    if folder is None:
        return None
    try:
        return msgspec.json.decode((folder / f"{key}.json").read_bytes(), type=Analysis)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None


def write(folder: Path | None, key: str, analysis: Analysis) -> None:
    """Keep an analysis; written whole or not at all, so that concurrent builds cannot harm each other.

    A folder that cannot be written to means only that nothing is kept.
    """
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(analysis))
        Path(name).replace(folder / f"{key}.json")
    except OSError:
        return
