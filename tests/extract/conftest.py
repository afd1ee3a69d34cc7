"""Small articles through the real stages before extraction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from generator.knowledge import load_knowledge
from generator.knowledge.lookup import Knowledge
from generator.model.entity import Resolution
from generator.model.text import Article, Paragraph, Parsed, Published
from generator.recognise import Linguist, find_mentions
from generator.resolve import resolve


@dataclass(frozen=True)
class Read:
    """An article as the extractors get it."""

    parsed: Parsed
    resolution: Resolution
    knowledge: Knowledge

    @property
    def article(self) -> Article:
        return self.parsed.article


@pytest.fixture(scope="session")
def linguist() -> Linguist:
    return Linguist()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge(None)


@pytest.fixture(scope="session")
def read(linguist: Linguist, knowledge: Knowledge) -> Callable[..., Read]:
    """Paragraphs (texts, or pairs of kind and text) → the parsed and resolved article."""

    def make(*texts: str | tuple[str, str]) -> Read:
        pairs = [("body", t) if isinstance(t, str) else t for t in texts]
        paragraphs = tuple(Paragraph(f"p-{n}", kind, text, 0) for n, (kind, text) in enumerate(pairs))  # type: ignore[arg-type]
        parsed = linguist.parse(Article("a", pairs[0][1], paragraphs, Published(None, "unknown", "")))
        return Read(parsed, resolve(parsed, find_mentions(parsed, knowledge), knowledge), knowledge)

    return make
