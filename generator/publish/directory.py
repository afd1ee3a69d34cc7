"""Pages written to a directory that is ours alone: only what changed, and nothing of others touched."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.errors import BackgrounderError
from generator.model.page import Site

#: The file that marks a directory as ours and lists what was written.
MANIFEST = ".backgrounder.json"
_PART = ".backgrounder-part-"
_FIGURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_FIGURE_LINK = re.compile(r'(<a\b[^>]*? )href(?=="(?!#|[a-z]+:))')


def files(site: Site) -> dict[str, bytes]:
    """Every file of a site by its path."""
    pages = {page.path: _portable(page.document).encode() for page in site.pages}
    return {**pages, **{asset.path: asset.content for asset in site.assets}}


def _portable(markdown: str) -> str:
    """Links in figures so that every builder leaves them alone.

    They lead from page to page as a browser sees them. MkDocs passes SVG on as it is; Zensical would
    take `href`, though not SVG's older `xlink:href`, for a link between source files and change it.
    """
    return _FIGURE.sub(lambda figure: _FIGURE_LINK.sub(r"\1xlink:href", figure[0]), markdown)


def handwritten(folder: Path) -> dict[str, bytes]:
    """The files of a folder of pages written by hand, hidden ones and links that leave it aside."""
    real = folder.resolve()
    paths = sorted(path for path in real.rglob("*") if path.is_file() and path.resolve().is_relative_to(real))
    told = {path.relative_to(real): path for path in paths}
    return {
        relative.as_posix(): path.read_bytes()
        for relative, path in told.items()
        if not any(part.startswith(".") for part in relative.parts)
    }


def export(contents: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """Make `folder` hold exactly these files, beside files that others put there.

    Writes only what differs, removes only what an earlier export wrote, and returns the paths
    written or removed, sorted. The list of what is ours is written before the files, so that an
    export that was killed at any point is taken up by the next. BackgrounderError, before anything is
    written, if the folder holds files and was not made by an export, if a file of somebody else
    stands where ours belongs, or if a link leads out of the folder.
    """
    ours = _ours(folder)
    for path in sorted({*ours, *contents}):
        _refuse_others(folder, path, known=path in ours)
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    _write(folder, MANIFEST, _manifest({*ours, *contents}))
    changed = [path for path, content in sorted(contents.items()) if _differs(folder / path, content)]
    for path in changed:
        _write(folder, path, contents[path])
    gone = sorted(path for path in ours if path not in contents)
    for path in gone:
        _remove(folder, path)
    _write(folder, MANIFEST, _manifest(set(contents)))
    return tuple(sorted([*changed, *gone]))


def _ours(folder: Path) -> frozenset[str]:
    """The paths that an earlier export wrote."""
    manifest = folder / MANIFEST
    if manifest.is_file():
        try:
            listed = json.loads(manifest.read_text(encoding="utf-8"))["files"]
            return frozenset(_inside(path) for path in listed)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            hint = "export into a new directory"
            raise BackgrounderError("is damaged", path=str(manifest), hint=hint) from error
    if folder.exists() and (not folder.is_dir() or any(not _is_part(path) for path in folder.iterdir())):
        hint = "name a directory that is new, empty or was made by an earlier export"
        raise BackgrounderError("is not ours to write into", path=str(folder), hint=hint)
    return frozenset()


def _is_part(path: Path) -> bool:
    """Whether this is what an export that was killed left of a file."""
    return path.name.startswith(_PART) and path.is_file()


def _sweep(folder: Path) -> None:
    for path in folder.iterdir():
        if _is_part(path):
            path.unlink(missing_ok=True)


def _refuse_others(folder: Path, path: str, *, known: bool) -> None:
    """BackgrounderError if `path` cannot be written without touching what is not ours."""
    target = folder / _inside(path)
    above = [parent for parent in target.parents if parent != folder and parent.is_relative_to(folder)]
    for parent in above:
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            raise BackgrounderError("is no directory of an export", path=str(parent), hint="move it away")
    if target.is_dir() and not target.is_symlink():
        raise BackgrounderError(
            "is a directory in the place of a file", path=str(target), hint="move it away"
        )
    if not known and os.path.lexists(target):
        hint = "move it away; the export would overwrite it"
        raise BackgrounderError("was not written by an export", path=str(target), hint=hint)


def _inside(path: str) -> str:
    """The path if it stays below the directory and is no file of our own housekeeping; BackgrounderError otherwise."""
    pure = PurePosixPath(path)
    odd = "\0" in path or "\\" in path or pure.as_posix() != path
    if odd or pure.is_absolute() or ".." in pure.parts or path in (".", MANIFEST):
        raise BackgrounderError("leaves the directory", path=path)
    return path


def _manifest(paths: set[str]) -> bytes:
    return (json.dumps({"files": sorted(paths)}, indent=1) + "\n").encode()


def _differs(path: Path, content: bytes) -> bool:
    return path.is_symlink() or not path.is_file() or path.read_bytes() != content


def _write(folder: Path, path: str, content: bytes) -> None:
    """Whole or not at all: what is killed in between leaves a part in the folder, which the next export sweeps."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=folder, prefix=_PART)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(part).chmod(0o644)
    Path(part).replace(target)


def _remove(folder: Path, path: str) -> None:
    """The file, and the directories that it leaves empty."""
    target = folder / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
