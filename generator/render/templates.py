"""The page templates: found in the project or in the package, and filled with escaped values only."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import jinja2
from jinja2.bccache import Bucket

from generator.errors import BackgrounderError
from generator.render.escape import escape


class Store(Protocol):
    """Where bytes are kept by a key."""

    def read(self, key: str, kind: type[bytes]) -> bytes | None:
        """What is kept, None if nothing is."""

    def write(self, key: str, result: object) -> None:
        """Keep something."""

    def tidy(self) -> None:
        """Forget the oldest of what nobody asked for."""


class Compiled(jinja2.BytecodeCache):
    """What templates were compiled to before: compiling them takes longer than filling them.

    `way` tells apart what else they are compiled by; Jinja sees to their own text and Python's release.
    """

    def __init__(self, store: Store, way: bytes) -> None:
        self.store, self.way = store, way

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja's hook: give it what is kept of a template, if anything."""
        kept = self.store.read(self._key(bucket), bytes)
        if kept:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja's hook: keep what it made of a template."""
        self.store.write(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        told = (self.way, jinja2.__version__.encode(), bucket.key.encode(), bucket.checksum.encode())
        return hashlib.sha256(b"\0".join(told)).hexdigest()


class Templates:
    """The templates of the given folders; an earlier folder's template wins over a later one's."""

    def __init__(self, folders: Sequence[Path], compiled: Compiled | None = None) -> None:
        self._environment = _environment(tuple((folder, _names(folder)) for folder in folders))
        self._environment.bytecode_cache = compiled

    def fill(self, name: str, values: Mapping[str, object]) -> str:
        """The template NAME.md.j2 filled; BackgrounderError with file and line if it is at fault."""
        try:
            text = self._environment.get_template(f"{name}.md.j2").render(values)
        except jinja2.TemplateSyntaxError as error:
            raise BackgrounderError(
                error.message or "syntax", path=f"templates/{error.name}", line=error.lineno
            ) from error
        except jinja2.UndefinedError as error:
            raise BackgrounderError(
                str(error),
                path=f"templates/{name}.md.j2",
                hint="the template uses a value that pages do not have",
            ) from error
        except (TypeError, ValueError, KeyError, AttributeError, ArithmeticError) as error:
            what = f"{type(error).__name__}: {error}"
            raise BackgrounderError(
                what,
                path=f"templates/{name}.md.j2",
                hint="the template uses a value in a way it does not allow",
            ) from error
        except jinja2.TemplateNotFound as error:
            raise BackgrounderError(f"there is no template {error.name}", path="templates") from error
        return _tidy(text)


@functools.lru_cache(maxsize=2)
def _environment(folders: tuple[tuple[Path, tuple[str, ...]], ...]) -> jinja2.Environment:
    """The host of the folders' templates, with all that it compiled before in this process.

    It sees by itself that a template has changed, but not that an earlier folder has one of that name
    now, or no longer: so it is kept by the names in each folder.
    """
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder, _ in folders]),
        undefined=jinja2.StrictUndefined,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        autoescape=True,  # so that what a macro returns counts as markup; `finalize` escapes before
    )


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.name for path in folder.iterdir())) if folder.is_dir() else ()


def _tidy(text: str) -> str:
    """At most one blank line between blocks, so that the Markdown reads well."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"
