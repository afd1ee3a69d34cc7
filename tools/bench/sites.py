"""The sites that are measured: with the generator, and the same pages as plain files without it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from generator.editing.new import new
from tools.bench.runs import ROOT, run

#: The one article of the repository's own site.
ARTICLE = "seeds/articles/xi-visits-moscow.txt"


def own(folder: Path) -> Path:
    """A copy of the repository's own site: one article, and its entries."""
    for name in ("docs", "seeds", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def plain(site: Path, folder: Path) -> Path:
    """The pages of a site exported to `folder`, with settings of the same theme and extensions, without the plugin."""
    folder.mkdir(parents=True)
    run(site, "generator", "export", str(folder / "docs"))
    settings = yaml.safe_load((site / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["plugins"] = [p for p in settings["plugins"] if "backgrounder" not in p]
    settings["extra_css"] = ["assets/backgrounder.css"]
    settings["extra_javascript"] = ["assets/worker.js", "assets/backgrounder.js"]
    settings["validation"]["omitted_files"] = "ignore"
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return folder


def pages(folder: Path) -> int:
    """How many pages a site in plain files has."""
    return sum(1 for _ in (folder / "docs").rglob("*.md"))


def empty(folder: Path) -> Path:
    """A new site without its example article and entries."""
    new(folder)
    for path in (folder / "seeds").rglob("*.md"):
        path.unlink()
    return folder


def reword(path: Path, number: int) -> str:
    """Change one word in the middle of a file's text, each time to another; the word."""
    text = path.read_text(encoding="utf-8")
    if "Changeable" not in text:
        place = text.index("\n\n", len(text) // 2)
        text = f"{text[:place]} Changeable0 it is.{text[place:]}"
    word = f"Changeable{number}"
    path.write_text(re.sub(r"Changeable\d+", word, text), encoding="utf-8")
    return word
