"""The language model: paragraphs in, sentences with their syntax and the model's raw names out.

The only module that knows spaCy, and it imports it when the first article is parsed. Any installed
English pipeline with a tagger, a parser, a lemmatizer and a name recogniser serves.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

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


class Linguist:
    """Parses articles with one spaCy pipeline, loaded on first use.

    `model` is the name of an installed pipeline package ("en_core_web_trf") or the path of one.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    def parse(self, article: Article) -> Parsed:
        """The article's sentences and raw names; BackgrounderError if the pipeline is not installed."""
        paragraphs = [p for p in article.paragraphs if p.kind in PARSED and p.text.strip()]
        docs = list(zip(paragraphs, self._docs(paragraphs), strict=True))
        return Parsed(
            article,
            tuple(sentence for p, doc in docs for sentence in _sentences(p, doc)),
            tuple(Name(p.id, e.start_char, e.end_char, e.label_) for p, doc in docs for e in doc.ents),
        )

    @property
    def version(self) -> str:
        """The pipeline's name and version, for the cache's key and the methods page."""
        return f"{self.model} {self._language.meta.get('version', '')}".strip()

    @cached_property
    def _language(self) -> Language:
        import spacy  # noqa: PLC0415 - importing it takes longer than building a small site

        with warnings.catch_warnings():
            # W095: the pipeline was trained with another minor version; the tests cover the pair.
            warnings.filterwarnings("ignore", message=r".*\[W095\]")
            try:
                return spacy.load(self.model, exclude=[*_UNUSED, _SPELLINGS], config=_settings(self.model))
            except OSError as error:
                what = f"the language pipeline {self.model!r} is not installed"
                raise BackgrounderError(what, hint="install it, or set another `model`") from error

    def _docs(self, paragraphs: list[Paragraph]) -> Iterable[Doc]:
        return self._language.pipe(recase([p.text for p in paragraphs]))


def _settings(model: str) -> dict[str, object]:
    """Our own pipeline fills a bare tokenizer with its rules: spaCy would give it the language's rules before, in vain."""
    if model != DEFAULT_MODEL:
        return {}
    import spacy  # noqa: PLC0415 - as above
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    spacy.util.registry.tokenizers("backgrounder.bare.v1", func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return {"nlp": {"tokenizer": {"@tokenizers": "backgrounder.bare.v1"}}}


def _sentences(paragraph: Paragraph, doc: Doc) -> list[Sentence]:
    words = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(words)}
    tokens = [
        Token(
            t.idx,
            t.idx + len(t),
            paragraph.text[t.idx : t.idx + len(t)],
            t.lemma_,
            t.pos_,
            t.tag_,
            t.dep_,
            place.get(t.head.i, n),
        )
        for n, t in enumerate(words)
    ]
    starts = {place[t.i] for t in words if t.is_sent_start}
    return cut(paragraph, tokens, starts)
