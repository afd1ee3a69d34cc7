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
from collections.abc import Iterator
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


def errors(documents: list[dict[str, Any]], predictions: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Every gold date that is missed or misplaced, and every prediction that is no date, each in its context."""
    for document in documents:
        found, text = predictions[document["id"]], document["text"]
        for gold in filter(_counts, document["timex"]):
            best = max(
                (p for p in found if _shared(p, gold) > 0), key=lambda p: _shared(p, gold), default=None
            )
            if best is None or best["value"] != _day(gold):
                ours = f"{best['text']} = {best['value']} ({best['why']})" if best else "missed"
                yield f"{document['date'][:10]} «{gold['text']}» {_day(gold)}: {ours} … {_context(text, gold)}"
        for p in found:
            if not any(_shared(p, gold) > 0 for gold in document["timex"]):
                yield f"no date: «{p['text']}» {p['value']} … {_context(text, p)}"


def _counts(gold: dict[str, Any]) -> bool:
    """Whether the scorer counts a gold expression: a date or time with a calendar value, not the article's own."""
    calendared = re.match(r"\d{4}", _day(gold)) and "X" not in _day(gold)
    return gold["type"] in ("DATE", "TIME") and bool(calendared) and gold.get("function") != "CREATION_TIME"


def _day(gold: dict[str, Any]) -> str:
    return re.sub(r"T.*", "", gold["value"] or "")


def _shared(one: dict[str, Any], other: dict[str, Any]) -> int:
    return min(one["end"], other["end"]) - max(one["start"], other["start"])


def _context(text: str, place: dict[str, Any]) -> str:
    return text[max(0, place["start"] - 70) : place["end"] + 40].replace("\n", " ")


def main() -> None:
    """Prints the figures of each corpus, and the errors where they are asked for."""
    score, linguist = scorer(), Linguist()
    for name in [a for a in sys.argv[1:] if not a.startswith("-")] or CORPORA:
        documents = score.load(name)
        predictions = predict(documents, linguist)
        lines = [f"{name} {score.score_dates(documents, predictions)}"]
        if "--errors" in sys.argv:
            lines += errors(documents, predictions)
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
