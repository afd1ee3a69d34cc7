"""Scores the own gold, and the annotated news beside the repository where it is present, and writes docs/accuracy.md.

    python -m tools.accuracy [--models] [--only PART …] [--limit N]

Parts: gold (with its losses), actors, quotations, dates, pages, stances, load, models. With a limit (documents of each corpus) the tables are printed and
nothing is written. BACKGROUNDER_EVAL says where the news lies (default ../shared/eval).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from generator.read import parse_source
from generator.recognise import Linguist
from tests.accuracy import actors, stances, tally
from tests.accuracy import measure as gold
from tools.accuracy import corpora, load, models, page
from tools.accuracy.figures import listing, losses, measured, table


def main() -> None:
    """Measure what is asked for and present, and write it or print it."""
    options = _options()
    for name, text in _parts(options, Linguist()):
        if options.limit:
            sys.stdout.write(f"{name}\n{text}\n\n")
        else:
            page.write({name: text})
            _tell(f"{page.PAGE.name}: {name} written")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.accuracy", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--models", action="store_true", help="compare the installed language pipelines too")
    parser.add_argument("--only", nargs="+", default=[], metavar="PART", help="measure these parts alone")
    parser.add_argument(
        "--limit", type=int, metavar="N", help="N documents of each corpus; print, do not write"
    )
    return parser.parse_args()


def _parts(options: argparse.Namespace, linguist: Linguist) -> Iterator[tuple[str, str]]:
    """The name and the table of each part."""
    asked = set(options.only) or {"gold", *corpora.TASKS, "stances", "load"} | (
        {"models"} if options.models else set()
    )
    if "gold" in asked:
        _tell("own gold")
        scores = gold.scores(linguist).values()
        yield "gold", listing(measured(tally.FIGURES, (s.counts for s in scores)))
        yield "losses", losses(tally.total(scores).losses)
    if actors.EVAL.is_dir():
        yield from _beside(asked, options.limit, linguist)
    else:
        _tell(f"no annotated news at {actors.EVAL}: the figures of an earlier run stay (BACKGROUNDER_EVAL)")
    if "models" in asked:
        _tell(f"language pipelines: {', '.join(models.installed())}")
        yield "models", models.compare()


def _beside(asked: set[str], limit: int | None, linguist: Linguist) -> Iterator[tuple[str, str]]:
    read = corpora.scorer().load
    for task, (figures, score, names) in corpora.TASKS.items():
        rows = {}
        for name in names if task in asked else ():
            documents = read(name)[:limit]
            _tell(f"{task}: {name}, {len(documents)} documents")
            rows[f"{name}, {len(documents)}"] = list(measured(figures, score(documents, linguist)))
        if rows:
            yield task, table(rows, "corpus, documents")
    if "stances" in asked:
        _tell("stances: annotated sentences")
        yield "stances", _stances(list(stances.scores(linguist, limit)))
    if "load" in asked:
        _tell("speed and memory")
        articles = [parse_source(d["text"], f"{n}.txt") for n, d in enumerate(read("raw_news_dev")[:limit])]
        yield "load", _load(load.measure(articles, linguist), linguist.version)


def _stances(scored: list[tuple[stances.Sentence, tally.Score]]) -> str:
    rows = {
        group: list(measured(stances.FIGURES, (s.counts for s in documents)))
        for group, documents in stances.groups(scored).items()
    }
    return table(rows, "sentences")


def _load(found: load.Load, pipeline: str) -> str:
    loaded, first, second = found.memory
    return "\n".join(
        [
            "| what | measured |",
            "|---|---:|",
            f"| language pipeline | {pipeline} |",
            f"| articles (words) | {found.articles} ({found.words:,}) |",
            f"| bare language pipeline, processor seconds | {found.bare:.1f} |",
            f"| whole analysis, processor seconds | {found.analysis:.1f} |",
            f"| analysis against the bare pipeline | {found.ratio:.2f} × |",
            f"| memory when warm, MB | {loaded:.0f} |",
            f"| memory after all articles, MB | {first:.0f} |",
            f"| memory after all articles a second time, MB | {second:.0f} |",
        ]
    )


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
