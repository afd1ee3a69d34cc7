"""Pages written to a directory that is ours alone: only what changed, and nothing of others touched."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.errors import BackgrounderError
from generator.model.page import Site

#: The file that marks a directory as ours and lists what was written.
MANIFEST = ".backgrounder.json"


def files(site: Site) -> dict[str, bytes]:
    """Every file of a site by its path; the page's title goes into front matter."""
    pages = {page.path: _with_title(page.title, page.markdown).encode() for page in site.pages}
    return {**pages, **{asset.path: asset.content for asset in site.assets}}


def _with_title(title: str, markdown: str) -> str:
    """The Markdown with its title as front matter; JSON strings are YAML strings."""
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{markdown}"


def export(contents: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """Make `folder` hold exactly these files, beside files that others put there.

    Writes only what differs, removes only what an earlier export wrote, and returns the paths
    written or removed, sorted. The list of what is ours is written before the files, so that an
    export that was killed is taken up by the next. BackgrounderError if the folder holds files and
    was not made by an export, or if a file of somebody else stands where ours belongs.
    """
    ours = _ours(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _refuse_others(folder, contents, ours)
    _write(folder / MANIFEST, _manifest({*ours, *contents}))
    changed = [path for path, content in sorted(contents.items()) if _differs(folder / path, content)]
    for path in changed:
        _write(folder / _inside(path), contents[path])
    gone = sorted(path for path in ours if path not in contents)
    for path in gone:
        _remove(folder, path)
    _write(folder / MANIFEST, _manifest(set(contents)))
    return tuple(sorted([*changed, *gone]))


def _ours(folder: Path) -> frozenset[str]:
    """The paths that an earlier export wrote."""
    manifest = folder / MANIFEST
    if manifest.is_file():
        try:
            return frozenset(
                str(_inside(path)) for path in json.loads(manifest.read_text(encoding="utf-8"))["files"]
            )
        except (ValueError, KeyError, TypeError) as error:
            hint = "export into a new directory"
            raise BackgrounderError("is damaged", path=str(manifest), hint=hint) from error
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "name a directory that is new, empty or was made by an earlier export"
        raise BackgrounderError("is not ours to write into", path=str(folder), hint=hint)
    return frozenset()


def _refuse_others(folder: Path, contents: Mapping[str, bytes], ours: frozenset[str]) -> None:
    for path in sorted(contents):
        if path not in ours and (folder / path).exists():
            hint = "move it away; the export would overwrite it"
            raise BackgrounderError("was not written by an export", path=str(folder / path), hint=hint)


def _inside(path: str) -> PurePosixPath:
    """The path if it stays below the directory; BackgrounderError otherwise."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts:
        raise BackgrounderError("leaves the directory", path=path)
    return pure


def _manifest(paths: set[str]) -> bytes:
    return (json.dumps({"files": sorted(paths)}, indent=1) + "\n").encode()


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".backgrounder-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)


def _remove(folder: Path, path: str) -> None:
    """The file, and the directories that it leaves empty."""
    target = folder / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
