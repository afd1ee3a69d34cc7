"""Floors under the measured accuracy of dates, where the annotated corpora lie beside the repository."""

import importlib.util
import os
from pathlib import Path

import pytest

from generator.recognise.linguist import Linguist

ROOT = Path(__file__).resolve().parents[2]
EVAL = Path(os.environ.get("BACKGROUNDER_EVAL", ROOT.parent / "shared" / "eval"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not EVAL.is_dir(), reason=f"no annotated news at {EVAL}: set BACKGROUNDER_EVAL"),
]


def script():
    spec = importlib.util.spec_from_file_location("accuracy_dates", ROOT / "tests" / "accuracy" / "dates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("corpus", "exact", "precision"), [("timebank", 87, 97), ("aquaint", 87, 97), ("gum_dates_dev", 84, 88)]
)
def test_dates_are_found_and_placed_as_measured(corpus, exact, precision):
    dates = script()
    score = dates.scorer()
    documents = score.load(corpus)
    figures = score.score_dates(documents, dates.predict(documents, Linguist()))
    assert figures["ALL"]["exact%"] >= exact
    assert figures["detection_precision_any_timex"] >= precision
