"""Mentions of short texts."""

import pytest

from generator.model.text import Article, Paragraph, Published
from generator.recognise import find_mentions


@pytest.fixture(scope="session")
def mentions_of(linguist, world):
    """Paragraphs in, (words, label) of their mentions out."""

    def find(*texts):
        paragraphs = tuple(Paragraph(f"p-{i}", "body", text, 0) for i, text in enumerate(texts))
        parsed = linguist.parse(Article("a", "", paragraphs, Published(None, "unknown", "")))
        return [(m.text, m.label) for m in find_mentions(parsed, world)]

    return find
