"""Source file → Article: text, Markdown and HTML; headline, captions, related coverage, dates set apart."""

from generator.read.article import parse_source, read_article

__all__ = ["parse_source", "read_article"]
