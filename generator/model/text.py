"""What was read: an article, its paragraphs and, once parsed, its sentences and tokens.

All offsets are Python string indices into the `text` of one paragraph, end exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

ParagraphKind = Literal["headline", "dek", "body", "heading", "caption", "credit", "related", "note"]
Rights = Literal["full", "excerpts"]
Record = TypeVar("Record")

#: What an article can state of itself; headline and dek are paragraphs.
METADATA = ("byline", "published", "outlet", "url")
#: Kinds whose words are the reporter's own telling; only these are analysed for statements.
TELLING: frozenset[str] = frozenset({"headline", "dek", "body"})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one paragraph: the evidence that a statement points to."""

    article: str
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, with its permanent id and what part it plays.

    `start` is the offset of `text` in the source file as read; `date` the ISO date that a teaser
    of related coverage bears.
    """

    id: str
    kind: ParagraphKind
    text: str
    start: int
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: ISO date, how it is known, and the reason in plain words.

    `basis` is `stated` (metadata or front matter), `inferred` (by a rule, told in `why`) or
    `unknown` (then `value` is None).
    """

    value: str | None
    basis: Literal["stated", "inferred", "unknown"]
    why: str

    @property
    def year(self) -> str:
        """The year of publication, "" if it is not known."""
        return (self.value or "")[:4]


@dataclass(frozen=True)
class Article:
    """One source article as read, nothing of it interpreted but the parts of its layout."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    published: Published
    dek: str = ""
    outlet: str = ""
    byline: tuple[str, ...] = ()
    url: str = ""
    rights: Rights = "full"
    source: str = ""  # the file's name under seeds/articles/

    def paragraph(self, id: str) -> Paragraph:
        """The paragraph with that id; KeyError if there is none."""
        return self._by_id[id]

    @property
    def stated(self) -> dict[str, str]:
        """What the article says of itself, by METADATA; a date that is only inferred is not said."""
        date = self.published.value if self.published.basis == "stated" else None
        told = (", ".join(self.byline), date, self.outlet, self.url)
        return {part: text for part, text in zip(METADATA, told, strict=True) if text}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number that a reader sees for each paragraph id, counted from 1."""
        return {paragraph.id: n for n, paragraph in enumerate(self.paragraphs, 1)}

    @cached_property
    def _by_id(self) -> dict[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.paragraphs}

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.paragraph(span.paragraph).text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the language model sees it; `head` is an index into the sentence's `tokens`.

    `pos` is the Universal Dependencies tag, `tag` the Penn Treebank one, `dep` the ClearNLP
    dependency label that spaCy's English pipelines use. A root is its own head.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one paragraph, parsed."""

    paragraph: str
    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the language model marks it; `label` is OntoNotes' (PERSON, GPE, ORG, NORP, DATE …)."""

    paragraph: str
    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Parsed:
    """An article with its sentences and the model's raw names, in order of the text."""

    article: Article
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]

    def sentences_of(self, paragraph: str) -> tuple[Sentence, ...]:
        """The sentences of one paragraph, in order."""
        return self._by_paragraph.get(paragraph, ())

    def names_of(self, paragraph: str) -> tuple[Name, ...]:
        """The names of one paragraph, in order."""
        return self._names_by_paragraph.get(paragraph, ())

    @cached_property
    def _by_paragraph(self) -> dict[str, tuple[Sentence, ...]]:
        return grouped(self.sentences, lambda sentence: sentence.paragraph)

    @cached_property
    def _names_by_paragraph(self) -> dict[str, tuple[Name, ...]]:
        return grouped(self.names, lambda name: name.paragraph)


def grouped(records: Iterable[Record], key: Callable[[Record], str]) -> dict[str, tuple[Record, ...]]:
    """The records by what `key` tells of each, in their order: of an article's, those of one paragraph."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return {name: tuple(these) for name, these in found.items()}
