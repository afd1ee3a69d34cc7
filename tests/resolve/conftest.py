"""Short texts, resolved."""

import pytest

from generator.model.text import Article, Paragraph, Published
from generator.recognise import find_mentions
from generator.resolve import resolve


@pytest.fixture(scope="session")
def resolution_of(linguist, world):
    """Paragraphs in, their resolution out."""

    def run(*texts):
        paragraphs = tuple(Paragraph(f"p-{i}", "body", text, 0) for i, text in enumerate(texts))
        parsed = linguist.parse(Article("a", "", paragraphs, Published(None, "unknown", "")))
        return resolve(parsed, find_mentions(parsed, world), world)

    return run


@pytest.fixture(scope="session")
def meant(resolution_of):
    """Paragraphs in, (words, entity id) of each mention out."""

    def run(*texts):
        return [(r.mention.text, r.entity) for r in resolution_of(*texts).mentions]

    return run
