"""How well dates are found and placed, measured on annotated news that lies beside the repository.

    python tests/accuracy/dates.py [CORPUS …] [--errors]

Every corpus text becomes an article of one body paragraph a block, published on the document's own
date. The corpora write a weekend as YYYY-Www-WE and half a year as YYYY-Hn, where our records have
a range; `_timex` translates that notation and nothing else.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(REPOSITORY)  # this folder would hide the standard library's html

from generator.knowledge import calendar  # noqa: E402
from generator.model.statement import DateExpression  # noqa: E402
from generator.model.text import Article, Paragraph  # noqa: E402
from generator.read.published import infer_published  # noqa: E402
from generator.recognise.dates import find_dates  # noqa: E402
from generator.recognise.linguist import Linguist  # noqa: E402

EVAL = Path(os.environ.get("BACKGROUNDER_EVAL", REPOSITORY.parent / "shared" / "eval"))
CORPORA = ("timebank", "aquaint", "gum_dates_dev")


def scorer() -> Any:
    """The corpora's own scorer; FileNotFoundError where they are absent."""
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    if spec is None or spec.loader is None or not (EVAL / "score.py").exists():
        raise FileNotFoundError(EVAL / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_article(document: dict[str, Any]) -> Article:
    """A document as an article; a paragraph's `start` is its offset in the document's text."""
    blocks = re.finditer(r"\S(?:.|\n(?!\s*\n))*", document["text"])
    day = calendar.explicit_date((document["date"] or "")[:10])
    paragraphs = tuple(Paragraph(f"p-{m.start()}", "body", m.group(), m.start()) for m in blocks)
    return Article(document["id"], document["title"] or "", paragraphs, infer_published(paragraphs, day))


def predict(documents: list[dict[str, Any]], linguist: Linguist) -> dict[str, list[dict[str, Any]]]:
    """The dates found in each document, with offsets into its text."""
    predictions = {}
    for document in documents:
        article = as_article(document)
        starts = {p.id: p.start for p in article.paragraphs}
        predictions[document["id"]] = [
            {
                "start": starts[d.span.paragraph] + d.span.start,
                "end": starts[d.span.paragraph] + d.span.end,
                "value": _timex(d),
                "text": d.text,
                "why": d.why,
            }
            for d in find_dates(linguist.parse(article))
        ]
    return predictions


def _timex(found: DateExpression) -> str | None:
    """The value in the corpora's notation, which has names for weekends and halves."""
    if found.value and found.until and found.precision == "quarter":
        return f"{found.value[:4]}-H{1 if found.value.endswith('Q1') else 2}"
    if found.value and found.until and "weekend" in found.text.lower():
        year, week, _ = date.fromisoformat(found.value).isocalendar()
        return f"{year}-W{week:02}-WE"
    return found.value


def errors(documents: list[dict[str, Any]], predictions: dict[str, list[dict[str, Any]]]) -> None:
    """Prints every gold date that is missed or misplaced, and every prediction that is no date."""
    for document in documents:
        text, found = document["text"], predictions[document["id"]]
        for gold in document["timex"]:
            value = re.sub(r"T.*", "", gold["value"] or "")
            if (
                gold["type"] not in ("DATE", "TIME")
                or not re.match(r"\d{4}", value)
                or "X" in value
                or gold.get("function") == "CREATION_TIME"
            ):
                continue
            over = [p for p in found if p["start"] < gold["end"] and gold["start"] < p["end"]]
            best = max(
                over, key=lambda p: min(p["end"], gold["end"]) - max(p["start"], gold["start"]), default=None
            )
            if best is None or best["value"] != value:
                kind = "MISSED" if best is None else f"{best['text']} = {best['value']} ({best['why']})"
                context = text[max(0, gold["start"] - 70) : gold["end"] + 40].replace("\n", " ")
                print(f"{document['date'][:10]} «{gold['text']}» {value}: {kind} … {context}")
        for p in found:
            if not any(p["start"] < t["end"] and t["start"] < p["end"] for t in document["timex"]):
                context = text[max(0, p["start"] - 60) : p["end"] + 30].replace("\n", " ")
                print(f"SPURIOUS «{p['text']}» {p['value']} … {context}")


def main() -> None:
    """Prints the figures of each corpus, and the errors where they are asked for."""
    score, linguist = scorer(), Linguist()
    for name in [a for a in sys.argv[1:] if not a.startswith("-")] or CORPORA:
        documents = score.load(name)
        predictions = predict(documents, linguist)
        print(name, score.score_dates(documents, predictions))
        if "--errors" in sys.argv:
            errors(documents, predictions)


if __name__ == "__main__":
    main()
