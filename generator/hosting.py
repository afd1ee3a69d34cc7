"""What lets a built site work from a file system and without any other host."""

from __future__ import annotations

import json
import re
from pathlib import Path

#: Our styles and scripts, by their address below the site's root.
STYLES = ("assets/backgrounder.css", "assets/figures.css")
SCRIPTS = ("assets/backgrounder.js",)
#: Scripts that must run before the theme's own.
FIRST = ("assets/worker.js",)

_LINK = re.compile(r'(\shref=")([^"]*)"')


def direct_links(page: str) -> str:
    """Relative links to directories as links to their index.html, which a file system needs as well."""
    return _LINK.sub(lambda m: f'{m[1]}{_direct(m[2])}"', page)


def _direct(address: str) -> str:
    path, mark, fragment = address.partition("#")
    if not path or path.startswith("/") or re.match(r"[a-z][a-z0-9+.-]*:", path, re.IGNORECASE) or "?" in path:
        return address
    if path.endswith("/") or path.rsplit("/", 1)[-1] in (".", ".."):
        path = f"{path.rstrip('/')}/index.html"
    return f"{path}{mark}{fragment}"


def direct_search(site: Path) -> None:
    """The search index with addresses that name files, and a copy as a script, which a page opened
    from a file system can load (it may not fetch JSON)."""
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    for record in index.get("docs", ()):
        record["location"] = _indexed(record["location"])
    text = json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_name("search_index.js").write_text(f"var __index = {text}", encoding="utf-8")


def _indexed(location: str) -> str:
    path, mark, fragment = location.partition("#")
    if not path or path.endswith("/"):
        path += "index.html"
    return f"{path}{mark}{fragment}"
