"""An edit under a real `mkdocs serve`: from the save to the moment at which the fresh page is served."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tools.bench import sites
from tools.bench.runs import environment, rows, tell

#: Seconds between two looks at the page, and after which something is wrong.
LOOK, PATIENCE = 0.02, 300
#: Seconds between two edits: a preview that was just rebuilt polls its folders anew.
REST = 2
PAGE = "articles/xi-visits-moscow/"


def table(folder: Path, rounds: int) -> str:
    """Medians of interleaved edits of one article's text, on both previews."""
    site = sites.own(folder / "site")
    pages = sites.plain(site, folder / "plain")
    files = {"plain": pages / "docs" / "articles" / "xi-visits-moscow.md", "ours": site / sites.ARTICLE}
    waited: dict[str, list[float]] = {name: [] for name in files}
    with serving(pages) as one, serving(site) as other:
        for number in range(rounds + 1):  # the first edit of each warms up: it loads the language model
            tell(f"preview: edit {number} of {rounds}")
            for name, port in (("plain", one), ("ours", other)):
                time.sleep(REST)
                seconds = edited(files[name], port, number)
                waited[name] += [seconds] if number else []
    plain, ours = median(waited["plain"]), median(waited["ours"])
    names = (
        (f"MkDocs alone, the same {sites.pages(pages)} pages", plain),
        ("with the generator", ours),
    )
    lines = ((name, f"{each:.1f}", f"{each / plain:.2f}") for name, each in names)
    return rows(("an edit of an article under `mkdocs serve`", "seconds", "ratio"), lines)


def edited(path: Path, port: int, number: int) -> float:
    """Seconds from an edit to the fresh page; TimeoutError if it never comes."""
    word, begun = sites.reword(path, number), time.perf_counter()
    _until(port, PAGE, word)
    return time.perf_counter() - begun


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """A preview of a site, once its pages are there; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _until(port, PAGE, "<html")
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def _until(port: int, page: str, words: str) -> None:
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        if words in _read(f"http://127.0.0.1:{port}/{page}"):
            return
        time.sleep(LOOK)
    raise TimeoutError(f"{page} never had {words}")


def _read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""
