"""Analyses one edited article of a site, with all its other analyses at hand, and nothing more: `python -m tools.bench.one SITE`."""

from __future__ import annotations

import sys
from pathlib import Path

from generator import pipeline
from generator.config import of_project
from generator.seeds import load_seeds
from tools.bench import sites


def main() -> None:
    """Reword the first article, and analyse what has changed."""
    settings = of_project(Path(sys.argv[1]))
    sites.reword(min((settings.seeds / "articles").iterdir()), 2)
    seeds = load_seeds(settings)
    pipeline.analyse_all(settings, seeds.articles, seeds.knowledge)


if __name__ == "__main__":
    main()
