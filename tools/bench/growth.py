"""How the generator grows with the number of articles: time, memory, pages, and MkDocs' own share beside it."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.bench import sites
from tools.bench.runs import ROOT, rows, run, tell

NEWS = Path(os.environ.get("BACKGROUNDER_EVAL", ROOT.parent / "shared" / "eval")) / "raw_news_dev.json.gz"
#: Two capitalised words: mostly a name. A repeated article gets names of its own by an ending on the second.
_NAME = re.compile(r"\b([A-Z][a-z]+ [A-Z][a-z]{2,})\b")
_ENDINGS = ("", "son", "berg", "ov", "ez", "ari", "ulu", "ko", "sen", "wala", "escu", "ström", "akis", "ian", "dóttir", "oğlu", "ska", "ini")  # fmt: skip
EXPORT = ("generator", "export")


def table(folder: Path, sizes: Sequence[int]) -> str:
    """One line a size; sites are removed as soon as they are measured."""
    head = (
        "articles", "pages", "from scratch, s", "per article, s", "again, s", "after an edit, s",
        "its analysis alone, s",
        "memory, MB", "MkDocs alone, s", "its memory, MB",
    )  # fmt: skip
    return rows(head, [_measured(folder, size) for size in sizes])


def _measured(folder: Path, size: int) -> tuple[str, ...]:
    site, out = filled_site(folder / str(size), size), folder / f"{size}-plain" / "docs"
    tell(f"growth: {size} articles from scratch")
    cold = run(site, *EXPORT, str(out))
    again = run(site, *EXPORT, str(out))
    sites.reword(next(iter(sorted((site / "seeds" / "articles").iterdir()))), 1)
    edit = run(site, *EXPORT, str(out))
    shutil.rmtree(out)
    analysis = run(site, "tools.bench.one", str(site))
    tell(f"growth: {size} articles by MkDocs alone")
    pages = sites.plain(site, out.parent / "site")
    alone = run(pages, "mkdocs", "build")
    count = sites.pages(pages)
    shutil.rmtree(folder)
    seconds = (f"{each.processor:.1f}" for each in (again, edit, analysis))
    line = (
        f"{size:,}", f"{count:,}", f"{cold.processor:.0f}", f"{cold.processor / size:.2f}", *seconds,
        f"{cold.memory:.0f}", f"{alone.processor:.0f}", f"{alone.memory:.0f}",
    )  # fmt: skip
    tell(" | ".join(line))
    return line


def filled_site(folder: Path, size: int) -> Path:
    """A site of so many articles of the raw news, one a day, repeated under other names where it needs to be."""
    site = sites.empty(folder)
    for number, (name, text) in enumerate(_articles(size)):
        date = f"{2016 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        head = f"---\ntitle: Report {number + 1}\npublished: {date}\n---\n"
        (site / "seeds" / "articles" / name).write_text(head + text, encoding="utf-8")
    return site


def _articles(size: int) -> Iterator[tuple[str, str]]:
    """File names and texts."""
    documents = json.loads(gzip.decompress(NEWS.read_bytes()))
    for number in range(size):
        again, place = divmod(number, len(documents))
        ending = _ENDINGS[again % len(_ENDINGS)]
        text = _NAME.sub(lambda m, ending=ending: m[1] + ending, documents[place]["text"])  # type: ignore[misc]
        yield f"report-{number + 1:04}.txt", text
