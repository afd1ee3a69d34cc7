"""A new site, ready to fill: settings, an example article, an entry with its source, a publishing workflow, and what it is built by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from generator import __version__
from generator.editing.wheel import NAME, wheel
from generator.errors import BackgrounderError

#: Names that begin with a dot only in the new site, so that no tool passes over them in the package.
_DOTTED = {"github": ".github", "gitignore": ".gitignore"}


def new(folder: Path) -> tuple[str, ...]:
    """Write the starter into a folder, which is made if need be; the paths written, sorted.

    BackgrounderError, before anything is written, if one of its files is there already.
    """
    if folder.exists() and not folder.is_dir():
        raise BackgrounderError("is no folder", path=str(folder), hint="name a folder that is new or empty")
    starter = dict(_files(resources.files("generator.editing") / "starter", PurePosixPath()))
    program = wheel()
    needs = f"./{program[0]}" if program else f"{NAME}=={__version__}"
    contents = {
        path: _filled(path, text, folder.resolve().name, needs).encode() for path, text in starter.items()
    }
    contents |= {PurePosixPath(program[0]): program[1]} if program else {}
    taken = sorted(str(path) for path in contents if (folder / path).exists())
    if taken:
        hint = "a new site is written over nothing; name another folder"
        raise BackgrounderError(f"holds {', '.join(taken[:3])} already", path=str(folder), hint=hint)
    for path, content in contents.items():
        _write(folder / path, content)
    return tuple(sorted(str(path) for path in contents))


def _files(folder: Traversable, below: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        path = below / _DOTTED.get(item.name, item.name)
        if item.is_dir():
            yield from _files(item, path)
        else:
            yield path, item.read_text(encoding="utf-8")


def _filled(path: PurePosixPath, text: str, name: str, needs: str) -> str:
    """The text with the site's title, and what it is built by, in their places."""
    title = name.replace("-", " ").replace("_", " ").strip() or "Backgrounder"
    title = title[:1].upper() + title[1:]
    quoted = json.dumps(title, ensure_ascii=False)[1:-1] if path.suffix == ".yml" else title
    return text.replace("{title}", quoted).replace("{needs}", needs)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
