"""The generator's share of `mkdocs build`: the site against the same pages built by MkDocs alone."""

from __future__ import annotations

from pathlib import Path

from tools.bench import sites
from tools.bench.runs import Run, middle, rows, run, tell

BUILD = ("mkdocs", "build")


def table(folder: Path, rounds: int) -> str:
    """Medians of interleaved builds: plain, with nothing to analyse, with one article to analyse."""
    site = sites.own(folder / "site")
    pages = sites.plain(site, folder / "plain")
    run(site, *BUILD)
    run(pages, *BUILD)
    found: dict[str, list[Run]] = {"plain": [], "warm": [], "one": []}
    for number in range(rounds):
        tell(f"share: round {number + 1} of {rounds}")
        found["plain"].append(run(pages, *BUILD))
        found["warm"].append(run(site, *BUILD))
        sites.reword(site / sites.ARTICLE, number)
        found["one"].append(run(site, *BUILD))
    plain, warm, one = (middle(found[name]) for name in ("plain", "warm", "one"))
    names = (
        (f"MkDocs alone, the same {sites.pages(pages)} pages", plain),
        ("with the generator, nothing changed", warm),
        ("with the generator, one article changed and analysed", one),
    )
    head = ("`mkdocs build`", "seconds", "ratio", "processor seconds", "ratio", "memory, MB")
    return rows(head, (_row(name, each, plain) for name, each in names))


def _row(name: str, each: Run, plain: Run) -> tuple[str, ...]:
    return (
        name,
        f"{each.clock:.1f}",
        f"{each.clock / plain.clock:.2f}",
        f"{each.processor:.1f}",
        f"{each.processor / plain.processor:.2f}",
        f"{each.memory:.0f}",
    )
