"""Where a mention stands: its sentence, its head word, and the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from generator.knowledge.wordlists import words_of
from generator.model.text import Parsed, Sentence, Span, Token

_SCORE = re.compile(
    r"\b\d{1,3}[-–]\d{1,3}\b|\b\d{1,2} [-–] \d{1,2}\b|\b[A-Z]\w+ \d{1,3},? [A-Z]\w+ \d{1,3}\b"
)
#: What a news agency heads a report with: "Golf-Ray leads", "RUGBY UNION - RESULTS".
_SLUG = re.compile(r"(?:[A-Z]+ \d+ ?- ?)?(?P<what>[A-Za-z]+(?: [A-Za-z]+){0,2}?) ?[-–] ?(?=[A-Z])")
#: What follows the place in a dateline: region, date and agency, then a dash or nothing more.
_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?P<sure>(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}\b(?:, \d{4})?| \d{4}-\d\d-\d\d)?(?: ?\([^()]{1,30}\))?)\s*(?:[-–—―]+ |$)"
)
#: Characters before and after a name beyond which no rule looks; without it a very long paragraph takes hours.
_REACH = 1000


class Syntax:
    """Look-ups from spans into the sentences of one parsed article."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self._texts = {p.id: p.text for p in parsed.article.paragraphs}

    @cached_property
    def _sentences(self) -> dict[str, tuple[list[int], list[Sentence]]]:
        found: dict[str, tuple[list[int], list[Sentence]]] = {}
        for sentence in self.parsed.sentences:
            starts, sentences = found.setdefault(sentence.paragraph, ([], []))
            starts.append(sentence.start)
            sentences.append(sentence)
        return found

    @cached_property
    def sports(self) -> bool:
        """Whether the article is a sports report: by its agency's slug, or a score and five words of sports, in a short text three."""
        text = "\n".join(self._texts.values())
        slug = _SLUG.match(text)
        if slug is not None and slug["what"].casefold() in words_of("sports_slugs"):
            return True
        words = re.findall(r"[a-z-]+", text.casefold())
        told = [word for word in words if word in words_of("sports")]
        dense = len(set(told)) > 2 and 50 * len(told) >= len(words)
        return bool(_SCORE.search(text)) and (len(told) >= 5 or dense)

    def sentence(self, span: Span) -> Sentence:
        """The sentence in which the span begins; KeyError if its paragraph was not parsed."""
        starts, sentences = self._sentences[span.paragraph]
        return sentences[max(0, bisect_right(starts, span.start) - 1)]

    def head(self, span: Span) -> tuple[Sentence, int]:
        """The span's sentence and the index of its head word: the one that hangs on a word outside."""
        sentence = self.sentence(span)
        inside = [i for i, t in enumerate(sentence.tokens) if t.end > span.start and t.start < span.end]
        for i in inside:
            if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i:
                return sentence, i
        return sentence, inside[-1] if inside else 0

    def before(self, span: Span, count: int = 1) -> list[Token]:
        """Up to `count` tokens of the same sentence before the span, in order."""
        tokens = [t for t in self.sentence(span).tokens if t.end <= span.start]
        return tokens[-count:]

    def after(self, span: Span, count: int = 1) -> list[Token]:
        """Up to `count` tokens of the same sentence after the span, in order."""
        return [t for t in self.sentence(span).tokens if t.start >= span.end][:count]

    def titled(self, span: Span) -> bool:
        """Whether a title stands directly before the span with a capital ("President", "Mr.")."""
        before = self.before(span)
        return (
            bool(before)
            and before[0].text[0].isupper()
            and before[0].text.casefold().strip(".") in words_of("titles")
        )

    def regal(self, span: Span) -> str:
        """The regal title directly before the span, with a blank after it; "" if there is none."""
        before = self.before(span)
        return f"{before[0].text} " if before and before[0].text.casefold() in words_of("regal") else ""

    def opens_dateline(self, span: Span) -> bool:
        """Whether the span is the place at the head of a dateline: "LIMA, June 3 (Wire) —"."""
        before, after = self.around(span)
        match = _DATELINE.match(after) if not before.strip() else None
        shouted = self._texts[span.paragraph][span.start : span.end].isupper()
        return match is not None and (shouted or bool(match["sure"]))

    def around(self, span: Span) -> tuple[str, str]:
        """The text of the paragraph before and after the span, as far as any rule looks."""
        text = self._texts[span.paragraph]
        return text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]

    def between(self, left: Span, right: Span) -> str | None:
        """The text between two spans of one paragraph; None if they lie in different ones."""
        return (
            self._texts[left.paragraph][left.end : right.start] if left.paragraph == right.paragraph else None
        )
