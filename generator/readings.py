"""A linguist with a memory: of an article that was edited, the paragraphs that stayed as they were are not read again."""

from __future__ import annotations

from pathlib import Path

from generator import cache
from generator.model.text import Article, Parsed
from generator.recognise import Linguist, Reading, parsed


class Rereading:
    """Parses as `linguist` does, and keeps what it said of an article's texts under `folder` (None: nothing is kept).

    `language` tells apart language pipelines, and rules by which they are heard.
    """

    def __init__(self, linguist: Linguist, folder: Path | None, language: bytes) -> None:
        self.linguist, self.folder, self.language = linguist, folder, language

    def parse(self, article: Article) -> Parsed:
        """The article's sentences and raw names."""
        name = cache.key(article.id.encode())
        key = cache.key(self.language, article.id.encode())
        known = cache.read(self.folder, key, dict[str, Reading], name) or {}
        readings = self.linguist.read(article, known)
        cache.write(self.folder, key, readings, name)
        return parsed(article, readings)
