"""The project's own gold: invented articles in gold/, each with what a careful reader takes from it.

gold/README.md says what is annotated and how.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model.text import Article, Span
from generator.read import parse_source

FOLDER = Path(__file__).parent / "gold"
KEYS = {
    "actors": {"name", "kind", "aliases", "maybe"},
    "quotations": {"words", "form", "speaker", "open", "maybe"},
    "dates": {"text", "value", "until", "maybe"},
    "stances": {"subject", "verb", "stance", "about", "maybe"},
}


@dataclass(frozen=True)
class Gold:
    """An article with its annotation: rows of actors, quotations, dates and stances as the YAML has them."""

    name: str
    article: Article
    published: str
    actors: tuple[dict[str, Any], ...]
    quotations: tuple[dict[str, Any], ...]
    dates: tuple[dict[str, Any], ...]
    stances: tuple[dict[str, Any], ...]


def load() -> tuple[Gold, ...]:
    """Every annotated article, by name; ValueError for a row with an unknown key or a name that is no actor's."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.yml")))


def _read(path: Path) -> Gold:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    article = parse_source(path.with_suffix(".md").read_text(encoding="utf-8"), f"{path.stem}.md")
    rows = {part: tuple(raw.pop(part)) for part in KEYS}
    gold = Gold(path.stem, article, str(raw["published"]), **rows)
    for problem in _problems(gold):
        raise ValueError(f"{path}: {problem}")
    return gold


def _problems(gold: Gold) -> Iterator[str]:
    actors = {row["name"] for row in gold.actors}
    for part, keys in KEYS.items():
        for row in getattr(gold, part):
            yield from (f"{part}: unknown key {key!r}" for key in sorted(row.keys() - keys))
    named = [name for row in gold.quotations for name in several(row["speaker"])]
    named += [name for row in gold.stances for name in (row["subject"], *row["about"])]
    yield from (f"{name!r} is not among the actors" for name in named if name not in actors)


def several(value: Any) -> tuple[Any, ...]:
    """One value, several or None, as a tuple."""
    return () if value is None else tuple(value) if isinstance(value, list) else (value,)


def places(article: Article, texts: Sequence[str]) -> tuple[Span, ...]:
    """Where each of these words stands, none on another's place: the longest first, from the article's start.

    ValueError for words that the article does not have, or not as often.
    """
    taken: dict[int, Span] = {}
    for at in sorted(range(len(texts)), key=lambda n: (-len(texts[n]), n)):
        taken[at] = _first_free(article, texts[at], list(taken.values()))
    return tuple(taken[at] for at in range(len(texts)))


def _first_free(article: Article, words: str, taken: list[Span]) -> Span:
    free = (span for span in everywhere(article, words) if not any(shared(span, other) for other in taken))
    found = next(free, None)
    if found is None:
        raise ValueError(f"{article.source}: «{words}» is not in the text, or not as often as annotated")
    return found


def everywhere(article: Article, words: str) -> Iterator[Span]:
    """Every place where these words stand, letter by letter, between word boundaries."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for paragraph in article.paragraphs:
        for found in pattern.finditer(paragraph.text):
            yield Span(article.id, paragraph.id, found.start(), found.end())


def shared(one: Span, other: Span) -> int:
    """How many characters two spans have in common."""
    if one.paragraph != other.paragraph:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))
