"""What lets a built site work from a file system and without any other host."""

from __future__ import annotations

import errno
import html
import json
import re
from pathlib import Path

from generator.errors import BackgrounderError, of_system

#: Our styles and scripts, by their address below the site's root.
STYLES = ("assets/backgrounder.css",)
SCRIPTS = ("assets/backgrounder.js",)
ICON = "assets/favicon.svg"
#: A script that should run before the first paint, but must not hold it up; and one that must run before the theme's own.
EARLY = "assets/early.js"
FIRST = "assets/worker.js"

_LINK = re.compile(r'(\shref=")([^"]*)"')


def direct_links(page: str) -> str:
    """Relative links to directories as links to their index.html, which a file system needs as well."""
    return _LINK.sub(lambda m: f'{m[1]}{_direct(m[2])}"', page)


def _direct(address: str) -> str:
    path, mark, fragment = address.partition("#")
    if (
        not path
        or path.startswith("/")
        or re.match(r"[a-z][a-z0-9+.-]*:", path, re.IGNORECASE)
        or "?" in path
    ):
        return address
    if path.endswith("/") or path.rsplit("/", 1)[-1] in (".", ".."):
        path = f"{path.rstrip('/')}/index.html"
    return f"{path}{mark}{fragment}"


def picture(page: str) -> str:
    """Where a page's picture lies, below the site's root; the page by the path of its Markdown."""
    return f"assets/social/{page.removesuffix('.md')}.png"


def illustrated(data: str, address: str) -> str:
    """JSON-LD of an article with the address of its picture."""
    thing = json.loads(data) if data and address else {}
    if thing.get("@type") != "NewsArticle":
        return data
    text = json.dumps({**thing, "image": address}, ensure_ascii=False, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def direct_search(site: Path) -> None:
    """The search index with addresses that name files, and a copy of it as a script.

    A page opened from a file system can load the script, while it may not fetch JSON.
    """
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


def refused(error: Exception, site: Path) -> BackgrounderError | None:
    """What the system says where a site cannot be written, with a mend; None for any other error."""
    if not isinstance(error, OSError):
        return None
    path = Path(str(error.filename or ""))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        hint = "the disk is full: make room, then build again"
    elif path == site or site in path.parents:
        hint = f"{site} must be a folder that you may write in, or not be there at all"
    else:
        return None
    told = of_system(error)
    return BackgrounderError(f"the site cannot be written: {told.what}", path=told.path, hint=hint)


#: Fixed to the foot of the window, so that it shows wherever the editor reads; a preview has no other style for it.
_BANNER = (
    '<!-- problem --><div role="alert" style="position:fixed;inset:auto 0 0 0;z-index:99;max-height:50vh;'
    'overflow:auto;padding:1rem;background:#7f1d1d;color:#fff;font:.8rem/1.5 monospace;white-space:pre-wrap">'
    "{}</div><!-- /problem -->"
)
_TOLD = re.compile(r"<!-- problem -->.*?<!-- /problem -->", re.DOTALL)


def tell_problem(site: Path, problem: str) -> None:
    """Show a problem at the foot of every page of a built site, in place of one shown before."""
    banner = _BANNER.format(html.escape(f"This preview is not up to date.\n{problem}"))
    for path in sorted(site.rglob("*.html")):
        page = _TOLD.sub("", path.read_text(encoding="utf-8"))
        start, end, rest = page.rpartition("</body>")
        path.write_text(f"{start}{banner}{end}{rest}" if end else page + banner, encoding="utf-8")
