"""The annotated news beside the repository, scored document by document with the corpora's own scorer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any

from generator.knowledge import Knowledge, load_knowledge
from generator.read import parse_source
from generator.recognise import Linguist, find_mentions
from generator.resolve import resolve
from tests.accuracy import actors, dates, html, quotes
from tools.accuracy.figures import Counts, Figures

Document = dict[str, Any]

ACTORS: Figures = {
    "precise": (["tp"], ["tp", "fp"]),
    "found": (["tp"], ["tp", "fn"]),
    "F1": (["tp", "tp"], ["tp", "tp", "fp", "fn"]),
    "main actors found": (["main"], ["mains"]),
    "kind right": (["kind"], ["tp"]),
}
QUOTATIONS: Figures = {
    "found": (["found"], ["gold"]),
    "precise": (["true"], ["given"]),
    "named speaker right, end to end": (["named"], ["named all"]),
    "named speaker right, of those given": (["named"], ["named", "named wrong"]),
    "other speaker’s words found": (["other"], ["other all"]),
}
DATES: Figures = {"exact value, end to end": (["exact"], ["gold"]), "precise": (["true"], ["given"])}
PAGES: Figures = {
    "title": (["title"], ["titles"]),
    "date": (["date"], ["dates"]),
    "authors F1": (["tp", "tp"], ["tp", "tp", "fp", "fn"]),
    "text F1": (["text"], ["texts"]),
}


def scorer() -> ModuleType:
    """The scorer beside the corpora; FileNotFoundError where there are none."""
    return actors.scorer()


def score_actors(documents: list[Document], linguist: Linguist) -> Iterator[Counts]:
    """The counts of each document for ACTORS."""
    score, knowledge = scorer().score_actors, load_knowledge(None)
    for document in documents:
        article = parse_source(document["text"], "x.txt")
        parsed = linguist.parse(article)
        resolution = resolve(parsed, find_mentions(parsed, knowledge), knowledge)
        span = tuple(document.get("eval_span") or (0, 10**9))
        found = score([document], {document["id"]: list(actors.actors(article, resolution, span))})
        yield {
            "tp": found["tp"],
            "fp": found["fp"],
            "fn": found["fn"],
            "main": _part(found["R_main"], found["n_main"]),
            "mains": found["n_main"],
            "kind": _part(found["type_acc"], found["tp"]),
        }


def score_quotations(documents: list[Document], linguist: Linguist) -> Iterator[Counts]:
    """The counts of each document for QUOTATIONS; nouns and pronouns that name a speaker are counted together."""
    score, knowledge = scorer().score_quotes, load_knowledge(None)
    for document in documents:
        rows = _quotations(document, linguist, knowledge)
        found = score([document], {document["id"]: rows})
        named, others = found["named"], (found["pronoun"], found["nominal"])
        yield {
            "gold": found["gold_direct"],
            "found": found["found"],
            "given": found["pred"],
            "true": _part(found["quote_precision_any_attr"], found["pred"]),
            "named": named["correct"],
            "named all": named["gold"],
            "named wrong": named["wrong"],
            "other": sum(o["correct"] for o in others),
            "other all": sum(o["gold"] for o in others),
        }


def _quotations(document: Document, linguist: Linguist, knowledge: Knowledge) -> list[Document]:
    parsed = linguist.parse(quotes.article_of(document))
    resolution = resolve(parsed, find_mentions(parsed, knowledge), knowledge)
    return quotes.predict(parsed, resolution, knowledge)


def score_dates(documents: list[Document], linguist: Linguist) -> Iterator[Counts]:
    """The counts of each document for DATES."""
    score = scorer().score_dates
    for document in documents:
        found = score([document], dates.predict([document], linguist))
        gold = found["ALL"]
        yield {
            "gold": gold["n"],
            "exact": _part(gold["exact%"], gold["n"]),
            "given": found["pred"],
            "true": _part(found["detection_precision_any_timex"], found["pred"]),
        }


def score_pages(pages: list[Document], linguist: Linguist) -> Iterator[Counts]:  # noqa: ARG001 - as the others
    """The counts of each saved page for PAGES."""
    score = scorer().score_html
    for page in pages:
        found = score([page], {page["id"]: html.prediction(page)})
        yield {
            "title": _part(found["title%"], found["n_title"]),
            "titles": found["n_title"],
            "date": _part(found["date%"], found["n_date"]),
            "dates": found["n_date"],
            "text": found["F1"] / 100 * found["text_pages"],
            "texts": found["text_pages"],
            **{key: found["authors"][key] for key in ("tp", "fp", "fn")},
        }


def _part(percent: float, of: int) -> int:
    """The count behind a percentage that the scorer rounded."""
    return round(percent * of / 100)


Scorer = Callable[[list[Document], Linguist], Iterator[Counts]]
#: The section of the page, its figures, how they are counted, and on which corpora.
TASKS: Mapping[str, tuple[Figures, Scorer, tuple[str, ...]]] = {
    "actors": (ACTORS, score_actors, actors.CORPORA),
    "quotations": (QUOTATIONS, score_quotations, ("polnear_dev", "polnear_train")),
    "dates": (DATES, score_dates, dates.CORPORA),
    "pages": (PAGES, score_pages, ("html_dev",)),
}
