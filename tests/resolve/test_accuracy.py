"""Floors under the measured accuracy of actors, where the annotated corpora lie beside the repository."""

import importlib.util
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EVAL = Path(os.environ.get("BACKGROUNDER_EVAL", ROOT.parent / "shared" / "eval"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not EVAL.is_dir(), reason=f"no annotated news at {EVAL}: set BACKGROUNDER_EVAL"),
]


@pytest.fixture(scope="module")
def actors():
    spec = importlib.util.spec_from_file_location(
        "accuracy_actors", ROOT / "tests" / "accuracy" / "actors.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("corpus", "f1", "kind"),
    [("gum_dev", 84, 96), ("msnbc", 86, 97), ("news_fair_dev", 85, 94), ("reuters1996_dev", 90, 96)],
)
def test_actors_are_found_as_measured(actors, linguist, corpus, f1, kind):
    figures = actors.score(corpus, linguist)
    assert figures["F1"] >= f1
    assert figures["type_acc"] >= kind
