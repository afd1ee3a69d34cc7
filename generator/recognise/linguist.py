"""The language model: paragraphs in, sentences with their syntax and the model's raw names out.

The only module that knows spaCy, and it imports it when the first article is parsed. Any installed
English pipeline with a tagger, a parser, a lemmatizer and a name recogniser serves.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from generator import DEFAULT_MODEL
from generator.errors import BackgrounderError
from generator.model.text import Article, Name, Paragraph, Parsed, Sentence, Token
from generator.recognise.casing import recase
from generator.recognise.sentences import cut

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Paragraphs that are parsed; credits and notes name nobody who acts in the story.
PARSED = frozenset({"headline", "dek", "body", "heading", "caption", "related"})

#: Components that some pipelines carry and that nothing here reads.
_UNUSED = ("senter", "textcat", "textcat_multilabel", "entity_linker", "entity_ruler", "span_ruler")
#: The spellings of all words that the pipeline was trained with: half the time to load it, and every
#: word of a text is spelt out by the text itself. The tests hold the parses with and without against each other.
_SPELLINGS = "strings"


class Word(NamedTuple):
    """A word as the pipeline sees it: string indices into its text, and what Token tells of it; `head` is an index of words."""

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the pipeline says of one text: its words, which of them begin a sentence, and names (start, end, label)."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]
    names: tuple[tuple[int, int, str], ...]


class Linguist:
    """Parses articles with one spaCy pipeline, loaded on first use.

    `model` is the name of an installed pipeline package ("en_core_web_trf") or the path of one.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    def parse(self, article: Article) -> Parsed:
        """The article's sentences and raw names; BackgrounderError if the pipeline is not installed."""
        return parsed(article, self.read(article, {}))

    def read(self, article: Article, known: Mapping[str, Reading]) -> dict[str, Reading]:
        """What the pipeline says of each text of an article, those `known` from before included: it need not see them.

        A text is read for itself, so that its neighbours make no difference. BackgrounderError as for `parse`.
        """
        texts = dict.fromkeys(_texts(article))
        unknown = [text for text in texts if text not in known]
        docs = self._language.pipe(unknown) if unknown else ()
        fresh = {text: _reading(doc) for text, doc in zip(unknown, docs, strict=True)}
        return {text: known[text] if text in known else fresh[text] for text in texts}

    @property
    def version(self) -> str:
        """The pipeline's name and version, for the cache's key and the methods page."""
        return f"{self.model} {self._language.meta.get('version', '')}".strip()

    @cached_property
    def _language(self) -> Language:
        with _without_commands():
            import spacy  # noqa: PLC0415 - importing it takes longer than building a small site

        with warnings.catch_warnings():
            # W095: the pipeline was trained with another minor version; the tests cover the pair.
            warnings.filterwarnings("ignore", message=r".*\[W095\]")
            try:
                return spacy.load(self.model, exclude=[*_UNUSED, _SPELLINGS], config=_settings(self.model))
            except OSError as error:
                what = f"the language pipeline {self.model!r} is not installed"
                raise BackgrounderError(what, hint="install it, or set another `model`") from error


@contextmanager
def _without_commands() -> Iterator[None]:
    """Meanwhile spaCy is imported without its commands for a terminal: a third of its time, for a function that nothing here calls.

    Whoever imports them later gets them whole.
    """
    names = () if "spacy" in sys.modules else ("spacy.cli", "spacy.cli.info")
    for name in names:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__dict__["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


def _settings(model: str) -> dict[str, object]:
    """Our own pipeline fills a bare tokenizer with its rules: spaCy would give it the language's rules before, in vain."""
    if model != DEFAULT_MODEL:
        return {}
    import spacy  # noqa: PLC0415 - as above
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    spacy.util.registry.tokenizers("backgrounder.bare.v1", func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return {"nlp": {"tokenizer": {"@tokenizers": "backgrounder.bare.v1"}}}


def _texts(article: Article) -> list[str]:
    return recase([p.text for p in _paragraphs(article)])


def _paragraphs(article: Article) -> list[Paragraph]:
    return [p for p in article.paragraphs if p.kind in PARSED and p.text.strip()]


def _reading(doc: Doc) -> Reading:
    words = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(words)}
    return Reading(
        tuple(
            Word(t.idx, t.idx + len(t), t.lemma_, t.pos_, t.tag_, t.dep_, place.get(t.head.i, n))
            for n, t in enumerate(words)
        ),
        tuple(place[t.i] for t in words if t.is_sent_start),
        tuple((e.start_char, e.end_char, e.label_) for e in doc.ents),
    )


def parsed(article: Article, readings: Mapping[str, Reading]) -> Parsed:
    """The article's sentences and raw names by what the pipeline said of its texts."""
    read = [(p, readings[text]) for p, text in zip(_paragraphs(article), _texts(article), strict=True)]
    return Parsed(
        article,
        tuple(sentence for p, reading in read for sentence in _sentences(p, reading)),
        tuple(Name(p.id, *name) for p, reading in read for name in reading.names),
    )


def _sentences(paragraph: Paragraph, reading: Reading) -> list[Sentence]:
    text = paragraph.text
    tokens = [
        Token(w.start, w.end, text[w.start : w.end], w.lemma, w.pos, w.tag, w.dep, w.head)
        for w in reading.words
    ]
    return cut(paragraph, tokens, set(reading.starts))
