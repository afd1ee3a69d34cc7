"""Stands in annotated sentences of development news: who takes which, and at whom it is directed.

    python -m tests.accuracy.stances

prints the figures and each loss. stances.yml holds the annotation without the texts, and says how the sentences
were drawn; each document is analysed as a whole where its corpus lies beside the repository.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.knowledge import load_knowledge
from generator.model.entity import Resolution
from generator.model.statement import Analysis, Statement
from generator.model.text import Article
from generator.pipeline import analyse
from generator.read import parse_source
from generator.recognise import Linguist
from tests.accuracy import dates, quotes
from tests.accuracy.annotation import several
from tests.accuracy.measure import ACTING, LIGHT, bare
from tests.accuracy.tally import Score, quotient, total

FILE = Path(__file__).with_name("stances.yml")
CORPORA = ("raw_news_dev", "polnear_dev", "polnear_train", "timebank", "aquaint")
KEYS = {"in", "id", "at", "drawn", "stands"}
STAND_KEYS = {"subject", "verb", "stance", "about", "beside", "maybe"}
FIGURES: Mapping[str, tuple[Sequence[str], Sequence[str]]] = {
    "found": (["stance"], ["stance", "stance missed"]),
    "precise": (["stance"], ["stance", "stance false"]),
    "about the right actors": (["about"], ["about", "about false"]),
    "side shown on the right actor": (["side"], ["side", "side false"]),
}


@dataclass(frozen=True)
class Sentence:
    """An annotated sentence: its document's corpus and id, its offsets there, how it was drawn, its stands."""

    corpus: str
    document: str
    start: int
    end: int
    drawn: str
    stands: tuple[dict[str, Any], ...]


def load() -> tuple[Sentence, ...]:
    """Every annotated sentence; ValueError for an unknown key."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(_sentence(row) for row in rows)


def _sentence(row: dict[str, Any]) -> Sentence:
    stands = tuple(row.get("stands", ()))
    unknown = (row.keys() - KEYS).union(*(stand.keys() - STAND_KEYS for stand in stands))
    if unknown:
        raise ValueError(f"{row['id']}: unknown key {min(unknown)!r}")
    return Sentence(row["in"], row["id"], *row["at"], row["drawn"], stands)


def article_of(corpus: str, document: dict[str, Any]) -> Article:
    """A corpus document as an article."""
    if corpus == "raw_news_dev":
        return parse_source(document["text"], f"{document['id']}.txt")
    return quotes.article_of(document) if corpus.startswith("polnear") else dates.as_article(document)


def scores(linguist: Linguist, limit: int | None = None) -> Iterator[tuple[Sentence, Score]]:
    """Each annotated sentence with its score; `limit` is the number of documents of each corpus."""
    world, read = load_knowledge(None), quotes.scorer().load
    annotated = load()
    for corpus in CORPORA:
        known = {s.document for s in annotated if s.corpus == corpus}
        for document in [d for d in read(corpus) if d["id"] in known][:limit]:
            analysis = analyse(article_of(corpus, document), world, linguist)
            for sentence in annotated:
                if (sentence.corpus, sentence.document) == (corpus, document["id"]):
                    yield sentence, score(sentence, analysis)


def score(sentence: Sentence, analysis: Analysis) -> Score:
    """How the stands found in a sentence compare with those annotated."""
    found, left = Score(), list(sentence.stands)
    where = f"{sentence.document} {sentence.start}"
    for statement in analysis.statements:
        if not _inside(sentence, analysis.article, statement):
            continue
        name = analysis.resolution.entity(statement.subject).name
        line = f"{where}: {name} {statement.verb} ({statement.stance})"
        row = next((r for r in left if _same(r, statement, analysis.resolution)), None)
        if row is None:
            found.lose("stance false", line)
            continue
        left.remove(row)
        if not row.get("maybe"):
            found.right("stance")
            _directed(row, statement, analysis.resolution, line, found)
    for row in left:
        if not row.get("maybe"):
            found.lose("stance missed", f"{where}: {several(row['subject'])[0]} {row['verb']}")
    return found


def _inside(sentence: Sentence, article: Article, statement: Statement) -> bool:
    at = article.paragraph(statement.verb_span.paragraph).start + statement.verb_span.start
    return sentence.start <= at < sentence.end


def _same(row: dict[str, Any], statement: Statement, resolution: Resolution) -> bool:
    verb = (set(row["verb"].split()) & set(statement.verb.split())) - LIGHT
    agree = bool(row.get("maybe")) or statement.stance in several(row["stance"])
    return agree and bool(verb) and _is(statement.subject, several(row["subject"]), resolution)


def _is(id: str, names: Sequence[str], resolution: Resolution) -> bool:
    """Whether an entity bears one of these names, or a person their last word."""
    entity = resolution.entity(id)
    texts = {m.mention.text for m in resolution.mentions if m.entity == id}
    own = {bare(name) for name in (entity.name, *entity.aliases, *texts)}
    wanted = {bare(name) for name in names}
    surnames = {w.split()[-1] for w in wanted} if entity.kind == "person" else set()
    return bool(own & wanted or {o.split()[-1] for o in own if o} & surnames)


def _directed(
    row: dict[str, Any], statement: Statement, resolution: Resolution, line: str, found: Score
) -> None:
    """Whether those that a stand names, and those on whom it shows a side, are the right ones."""
    meant, named = row.get("about", ()), (*row.get("about", ()), *row.get("beside", ()))
    for part, ids, names in (("about", statement.about, named), ("side", statement.target, meant)):
        for id in ids:
            if resolution.entity(id).kind not in ACTING:
                continue
            if _is(id, names, resolution):
                found.right(part)
            else:
                found.lose(f"{part} false", f"{line} → {resolution.entity(id).name}")


def groups(scored: Sequence[tuple[Sentence, Score]]) -> Mapping[str, list[Score]]:
    """The scores of the evenly drawn sentences, of those drawn for their verb, and of all; each document's added up."""
    found = {}
    for group, drawn in (
        ("drawn evenly", {"evenly"}),
        ("with a plain verb", {"verb"}),
        ("all", {"evenly", "verb"}),
        ("drawn afresh", {"fresh"}),
    ):
        chosen = [(sentence, s) for sentence, s in scored if sentence.drawn in drawn]
        documents = dict.fromkeys((s.corpus, s.document) for s, _ in chosen)
        found[f"{group}, {len(chosen)}"] = [
            total(s for sentence, s in chosen if (sentence.corpus, sentence.document) == d) for d in documents
        ]
    return found


def main() -> None:
    """Prints the figures of each group, and every loss."""
    every = list(scores(Linguist()))
    for group, documents in groups(every).items():
        counts = total(documents).counts
        for figure, (_, below) in FIGURES.items():
            value, counted = quotient(counts, figure, FIGURES), sum(counts[o] for o in below)
            sys.stdout.write(f"{group:22} {value:5.1f} of {counted} {figure}\n")
    losses = sorted(total(s for _, s in every).losses)
    sys.stdout.write("".join(f"{outcome}: {line}\n" for outcome, line in losses))


if __name__ == "__main__":
    main()
