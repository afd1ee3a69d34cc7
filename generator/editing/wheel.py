"""The program as a file beside a new site, so that whoever builds the site can install it from there.

A site names what it needs in requirements.txt. That is the release where the program came from a package index;
where it came from its repository or from a file, no index may have it, and the machine that publishes the site
could not install it by name.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from generator import __version__
from generator.config import packaged

NAME = "news-backgrounder"
FOLDER = "wheels"
_STEM = f"{NAME.replace('-', '_')}-{__version__}"
_WHEEL = "Wheel-Version: 1.0\nGenerator: backgrounder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
#: What an installation adds to the package, and is none of it.
_MADE = frozenset({"__pycache__", ".DS_Store"})


def wheel() -> tuple[str, bytes] | None:
    """The path of the file in a site, and what it holds; None where an index has the program."""
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:
        return None
    if installed.read_text("direct_url.json") is None:  # PEP 610: only what no index gave has one
        return None
    return f"{FOLDER}/{_STEM}-py3-none-any.whl", _packed({**dict(_code()), **dict(_about(installed))})


def _code() -> Iterator[tuple[str, bytes]]:
    folders = {"generator": Path(__file__).parents[1]}
    folders |= {f"generator/_{name}": packaged(name) for name in ("templates", "assets")}
    for name, folder in folders.items():
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not _MADE.intersection(inside.parts):
                yield f"{name}/{inside.as_posix()}", path.read_bytes()


def _about(installed: Distribution) -> Iterator[tuple[str, bytes]]:
    for name in ("METADATA", "entry_points.txt", "licenses/LICENSE"):
        if text := installed.read_text(name):
            yield f"{_STEM}.dist-info/{name}", text.encode()
    yield f"{_STEM}.dist-info/WHEEL", _WHEEL.encode()


def _packed(files: dict[str, bytes]) -> bytes:
    """A wheel of these files: the same bytes from the same files."""
    record = f"{_STEM}.dist-info/RECORD"
    lines = [f"{name},sha256={_digest(content)},{len(content)}" for name, content in files.items()]
    listed = "\n".join([*lines, f"{record},,", ""])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*files.items(), (record, listed.encode())):
            entry = zipfile.ZipInfo(name)  # without a time of its own, it is of 1980
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
