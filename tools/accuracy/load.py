"""Speed and memory: the analysis beside the bare language pipeline, over the same articles in one process."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.knowledge import load_knowledge
from generator.model.text import Article
from generator.pipeline import analyse
from generator.recognise import Linguist
from generator.recognise.linguist import PARSED

#: Articles that warm both up before the clock starts.
WARMING = 3


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds of processor time and megabytes: after loading, after the first pass, after a second."""

    articles: int
    words: int
    bare: float
    analysis: float
    memory: tuple[float, float, float]

    @property
    def ratio(self) -> float:
        """The analysis against the bare pipeline."""
        return self.analysis / self.bare


def measure(articles: Sequence[Article], linguist: Linguist) -> Load:
    """Time each article both ways, in turn, so that other work on the machine touches both alike; then once more."""
    knowledge, bare = load_knowledge(None), pipeline(linguist.model)
    seconds = {"bare": 0.0, "analysis": 0.0}
    for article in articles[:WARMING]:
        _texts(article, bare)
        analyse(article, knowledge, linguist)
    loaded = resident()
    for article in articles:
        seconds["bare"] += _timed(lambda article=article: _texts(article, bare))  # type: ignore[misc]
        seconds["analysis"] += _timed(lambda article=article: analyse(article, knowledge, linguist))  # type: ignore[misc]
    first = resident()
    for article in articles:
        analyse(article, knowledge, linguist)
    words = sum(len(p.text.split()) for a in articles for p in a.paragraphs)
    return Load(len(articles), words, seconds["bare"], seconds["analysis"], (loaded, first, resident()))


def pipeline(model: str) -> Any:
    """The language pipeline as its package gives it."""
    import spacy  # noqa: PLC0415 - only where speed is measured

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(model)


def _texts(article: Article, bare: Any) -> None:
    for _ in bare.pipe([p.text for p in article.paragraphs if p.kind in PARSED]):
        pass


def _timed(work: Callable[[], Any]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def resident() -> float:
    """The process's memory in MB (Linux; 0 where the system does not tell)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)
