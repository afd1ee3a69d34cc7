"""Prints how well saved pages are read: `python tests/accuracy/html.py [CORPUS]`, by default html_dev.

The corpus lies beside the repository, or where BACKGROUNDER_EVAL says; its own scorer measures.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)  # this folder would hide the standard library's html

from generator.errors import BackgrounderError  # noqa: E402
from generator.read import parse_source  # noqa: E402

EVAL = Path(os.environ.get("BACKGROUNDER_EVAL", ROOT.parent / "shared" / "eval"))
#: Parts that count as the article's text.
TEXT = {"body", "heading", "dek"}


def prediction(page: dict[str, str]) -> dict[str, object]:
    """What the scorer wants of one page."""
    try:
        article = parse_source(page["html"], "page.html")
    except BackgrounderError as error:
        return {"text": "", "title": str(error)}
    paragraphs = [p.text for p in article.paragraphs if p.kind in TEXT]
    stated = article.published.value if article.published.basis == "stated" else None
    return {
        "text": "\n".join(paragraphs),
        "title": article.title,
        "authors": list(article.byline),
        "date": stated,
    }


def measure(corpus: str) -> dict[str, object]:
    """The scores of a corpus of pages; FileNotFoundError where there is none."""
    if not (EVAL / "score.py").is_file():
        raise FileNotFoundError(EVAL)
    sys.path.insert(0, str(EVAL))
    import score

    pages = score.load(corpus)
    return dict(score.score_html(pages, {page["id"]: prediction(page) for page in pages}))


if __name__ == "__main__":
    print(json.dumps(measure(*sys.argv[1:] or ["html_dev"]), indent=1))  # noqa: T201
