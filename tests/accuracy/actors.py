"""Actors by corpus: precision, recall and F1 of the persons, organisations and places that the pipeline finds.

    python tests/accuracy/actors.py [CORPUS…] [--errors]

reads annotated news beside the repository (BACKGROUNDER_EVAL, default ../shared/eval).
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EVAL = Path(os.environ.get("BACKGROUNDER_EVAL", ROOT.parent / "shared" / "eval"))
CORPORA = ("gum_dev", "msnbc", "news_fair_dev", "reuters1996_dev")
SCORED = {"person": "PERSON", "organisation": "ORG", "government": "ORG", "place": "PLACE"}


def scorer() -> Any:
    """The module that lies beside the corpora: loads and scores them."""
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(EVAL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
