"""How well quotations and their speakers are found, on the annotated news beside the repository.

    python tests/accuracy/quotes.py [CORPUS …]        # default: polnear_dev polnear_train

Prints found, precision, and speakers by what names them in the gold (a name, a noun, a pronoun).
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.extract import find_quotations
from generator.knowledge import load_knowledge
from generator.model.entity import Resolution
from generator.model.statement import Quotation
from generator.model.text import Article, Paragraph, Parsed, Published
from generator.recognise import Linguist, find_mentions
from generator.resolve import resolve

EVAL = Path(os.environ.get("BACKGROUNDER_EVAL", Path(__file__).resolve().parents[3] / "shared" / "eval"))


def scorer() -> ModuleType:
    """The corpora's own score.py."""
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    if spec is None or spec.loader is None or not (EVAL / "score.py").exists():
        sys.exit(f"no annotated news at {EVAL}: set BACKGROUNDER_EVAL")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article_of(document: dict[str, Any]) -> Article:
    """A corpus document as an article: each line a paragraph, the first one the headline."""
    lines = [m for m in re.finditer(r"[^\n]+", document["text"]) if m.group().strip()]
    paragraphs = []
    for number, line in enumerate(lines):
        text = line.group().strip()
        start = line.start() + line.group().index(text)
        paragraphs.append(Paragraph(f"p-{number}", "body" if number else "headline", text, start))
    return Article(document["id"], paragraphs[0].text, tuple(paragraphs), Published(None, "unknown", ""))


def predict(parsed: Parsed, resolution: Resolution, knowledge: Any) -> list[dict[str, Any]]:
    """The marked quotations as the scorer wants them, offsets into the document's text."""
    found = find_quotations(parsed, resolution, knowledge)
    return [_row(parsed.article, resolution, q) for q in found if q.form != "reported"]


def _row(article: Article, resolution: Resolution, quotation: Quotation) -> dict[str, Any]:
    base = article.paragraph(quotation.span.paragraph).start
    row: dict[str, Any] = {
        "start": base + quotation.span.start,
        "end": base + quotation.span.end,
        "speaker": None,
    }
    if quotation.speaker_span is not None:
        names = [resolution.entity(s).name for s in quotation.speakers]
        at = article.paragraph(quotation.speaker_span.paragraph).start
        row["speaker"] = " ".join([quotation.speaker_text, *names])
        row["speaker_start"] = at + quotation.speaker_span.start
        row["speaker_end"] = at + quotation.speaker_span.end
    return row


def main(corpora: list[str]) -> None:
    """Scores each corpus and prints the figures."""
    score, linguist, knowledge = scorer(), Linguist(), load_knowledge(None)
    for corpus in corpora:
        documents = score.load(corpus)
        predictions = {}
        for document in documents:
            parsed = linguist.parse(article_of(document))
            resolution = resolve(parsed, find_mentions(parsed, knowledge), knowledge)
            predictions[document["id"]] = predict(parsed, resolution, knowledge)
        print(corpus, json.dumps(score.score_quotes(documents, predictions), indent=1))  # noqa: T201 - a command


if __name__ == "__main__":
    main(sys.argv[1:] or ["polnear_dev", "polnear_train"])
