"""Source file → Article: text, Markdown and HTML; headline, captions, related coverage, dates set apart."""

from generator.read.article import parse_source, read_article
from generator.read.identity import changes, gone, inherit, keep

__all__ = ["changes", "gone", "inherit", "keep", "parse_source", "read_article"]
