"""Floors under the measured accuracy, where the annotated corpora lie beside the repository."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType

import pytest

from generator.read import parse_source

ROOT = Path(__file__).resolve().parents[2]
EVAL = Path(os.environ.get("BACKGROUNDER_EVAL", ROOT.parent / "shared" / "eval"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not EVAL.is_dir(), reason=f"no annotated news at {EVAL}: set BACKGROUNDER_EVAL"),
]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy_html", ROOT / "tests" / "accuracy" / "html.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_saved_pages_are_read_as_measured() -> None:
    scores = script().measure("html_dev")
    assert scores["title%"] >= 93
    assert scores["date%"] >= 97
    assert scores["authors"]["F1"] >= 90
    assert scores["F1"] >= 95


@pytest.mark.parametrize("corpus", ["raw_news_dev", "gum_dev", "polnear_dev", "msnbc"])
def test_news_of_others_loses_no_word(corpus: str) -> None:
    for document in json.loads(gzip.decompress((EVAL / f"{corpus}.json.gz").read_bytes())):
        article = parse_source(document["text"], "a.txt")
        kept = [word for p in article.paragraphs for word in p.text.split()]
        assert len(kept) >= 0.99 * len(document["text"].split())
        telling = sum(len(p.text) for p in article.paragraphs if p.kind in {"headline", "dek", "body"})
        assert telling >= 0.7 * sum(len(p.text) for p in article.paragraphs)
