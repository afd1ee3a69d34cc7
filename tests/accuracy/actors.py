"""Actors by corpus: precision, recall and F1 of the persons, organisations and places that the pipeline finds.

    python tests/accuracy/actors.py [CORPUS…] [--errors] [--model NAME]

reads annotated news beside the repository (BACKGROUNDER_EVAL, default ../shared/eval), runs
read → recognise → resolve on each document, and prints a table. A document's actors are what it names:
a government that appears only through its capital ("Beijing rejected") counts as the capital.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if Path(sys.path[0]).resolve() == Path(__file__).resolve().parent:
    sys.path[0] = str(ROOT)  # as a script; this folder's html.py would hide the standard library’s

from generator import DEFAULT_MODEL  # noqa: E402
from generator.knowledge import load_knowledge  # noqa: E402 - the path comes first
from generator.model.entity import Entity, Resolution  # noqa: E402
from generator.model.text import Article  # noqa: E402
from generator.read import parse_source  # noqa: E402
from generator.recognise import Linguist, find_mentions  # noqa: E402
from generator.resolve import resolve  # noqa: E402

EVAL = Path(os.environ.get("BACKGROUNDER_EVAL", ROOT.parent / "shared" / "eval"))
CORPORA = ("gum_dev", "msnbc", "news_fair_dev", "reuters1996_dev")
TYPES = {"person": "PERSON", "organisation": "ORG", "government": "ORG", "place": "PLACE"}


def scorer() -> ModuleType:
    """The module beside the corpora that loads and scores them; FileNotFoundError where there is none."""
    path = EVAL / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if not path.exists() or spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path}: no annotated news here; set BACKGROUNDER_EVAL")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def actors(article: Article, resolution: Resolution, span: tuple[int, int]) -> Iterator[dict[str, Any]]:
    """The actors named between two offsets of the source, as the scorer wants them."""
    starts = {p.id: p.start for p in article.paragraphs}
    names: dict[str, list[tuple[bool, str]]] = {}
    for resolved in resolution.mentions:
        mention = resolved.mention
        at = starts[mention.span.paragraph] + mention.span.start
        nominal = mention.text.casefold().startswith("the ") and mention.text[4:].islower()
        if resolved.entity and resolved.sense != "group" and span[0] <= at < span[1] and not nominal:
            names.setdefault(resolved.entity, []).append((resolved.rule.startswith("metonym"), mention.text))
    seen: set[str] = set()
    for entity in resolution.entities:
        if entity.kind in TYPES and entity.id in names:
            found = _as_named(entity, names[entity.id])
            if found["name"] not in seen:
                seen.add(found["name"])
                yield found


def _as_named(entity: Entity, uses: list[tuple[bool, str]]) -> dict[str, Any]:
    own = [text for metonym, text in uses if not metonym]
    texts = own or [text for _, text in uses]
    name = entity.name if entity.name in texts else max(texts, key=lambda t: (len(t.split()), len(t)))
    kind = TYPES[entity.kind] if own else "PLACE"
    return {"name": name, "type": kind, "aliases": list(entity.aliases)}


def score(corpus: str, linguist: Linguist) -> dict[str, Any]:
    """The scorer's figures for one corpus, with the seconds of the parser and of all that follows."""
    marks, knowledge = scorer(), load_knowledge(None)
    documents, found, parsing, rest = marks.load(corpus), {}, 0.0, 0.0
    for document in documents:
        article = parse_source(document["text"], "x.txt")
        begun = time.perf_counter()
        parsed = linguist.parse(article)
        between = time.perf_counter()
        resolution = resolve(parsed, find_mentions(parsed, knowledge), knowledge)
        parsing, rest = parsing + between - begun, rest + time.perf_counter() - between
        span = tuple(document.get("eval_span") or (0, 10**9))
        found[document["id"]] = list(actors(article, resolution, span))
    figures: dict[str, Any] = marks.score_actors(documents, found, details=True)
    wrong = [error for document in documents for error in confusions(document, found[document["id"]], marks)]
    return figures | {"parsing": parsing, "rest": rest, "wrong": wrong}


def confusions(document: dict[str, Any], found: list[dict[str, Any]], marks: ModuleType) -> Iterator[str]:
    """Actors of another kind than the annotators', and those named twice, with the words around the first mention.

    Follows the scorer: each annotated actor goes to the first that bears one of its names.
    """
    gold, claimed = marks.gold_actors(document), dict[int, str]()
    for actor in found:
        fitting = [i for i, g in enumerate(gold) if marks.norm(actor["name"]) in g["names"]]
        free = [i for i in fitting if i not in claimed]
        where = f"{document['id']}: {_around(document, actor['name'])}"
        if free:
            best = next((i for i in free if gold[i]["type"] == actor["type"]), free[0])
            claimed[best] = actor["name"]
            if gold[best]["type"] != actor["type"]:
                yield f"KIND {actor['name']}: {actor['type']}, annotated as {gold[best]['type']} | {where}"
        elif fitting:
            yield f"TWICE {actor['name']}: {actor['type']}, a second {claimed[fitting[0]]} | {where}"


def _around(document: dict[str, Any], name: str) -> str:
    """The words around the first place within the annotated span where the name stands."""
    start, end = document.get("eval_span") or (0, len(document["text"]))
    at = document["text"].find(name, start, end)
    near = document["text"][max(start, at - 70) : min(end, at + len(name) + 70)] if at >= 0 else ""
    return " ".join(near.split())


def tell(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Print the table, and with --errors each actor missed or made up."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", nargs="*", default=CORPORA)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    options = parser.parse_args()
    linguist = Linguist(options.model)
    tell(f"{'corpus':18}{'P':>7}{'R':>7}{'F1':>7}{'main R':>8}{'kind':>7}{'parse s':>9}{'rest s':>8}")
    for corpus in options.corpora:
        s = score(corpus, linguist)
        figures = f"{s['P']:7}{s['R']:7}{s['F1']:7}{s['R_main']:8}{s['type_acc']:7}"
        tell(f"{corpus:18}{figures}{s['parsing']:9.1f}{s['rest']:8.1f}")
        for error in s["errors"] if options.errors else ():
            tell("    " + " ".join(map(str, error)))
        for error in s["wrong"] if options.errors else ():
            tell(f"    {error}")


if __name__ == "__main__":
    main()
