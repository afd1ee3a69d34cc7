"""Metonyms, sentence by sentence, with the real language model."""

import re
from pathlib import Path

import pytest
import yaml

from generator.model.text import Article, Paragraph, Published
from generator.resolve import metonyms

SENTENCES = yaml.safe_load((Path(__file__).parent / "metonyms.yml").read_text(encoding="utf-8"))
MARK = re.compile(r"\[([^\]]+)\](\(seat\))?")


def cases():
    for usage, sentences in SENTENCES.items():
        for sentence in sentences:
            yield usage, sentence


def unmarked(sentence):
    """The sentence without marks, and the last marked name's end and whether it is a seat."""
    text, end, seat = "", 0, False
    at = 0
    for match in MARK.finditer(sentence):
        text += sentence[at : match.start()] + match[1]
        end, seat, at = len(text), bool(match[2]), match.end()
    return text + sentence[at:], end, seat


@pytest.fixture(scope="module")
def readings(linguist):
    texts = [unmarked(sentence) for _, sentence in cases()]
    paragraphs = tuple(Paragraph(f"p-{i}", "body", text, 0) for i, (text, _, _) in enumerate(texts))
    parsed = linguist.parse(Article("a", "", paragraphs, Published(None, "unknown", "")))
    found = []
    for paragraph, (_, end, seat) in zip(paragraphs, texts, strict=True):
        sentence = next(s for s in parsed.sentences_of(paragraph.id) if s.end >= end)
        at = next(i for i, t in enumerate(sentence.tokens) if t.end == end)
        found.append(metonyms.read(sentence.tokens, at, seat=seat))
    return found


def test_there_are_enough_sentences():
    assert len(list(cases())) >= 150


def test_nineteen_of_twenty_are_read_right(readings):
    wrong = [s for (usage, s), r in zip(cases(), readings, strict=True) if r.usage != usage]
    assert len(wrong) <= 0.05 * len(readings), "\n".join(wrong)


def test_no_reading_with_a_reason_is_wrong(readings):
    """What a rule said must be right; what no rule said is read as a place, and may be wrong."""
    wrong = [
        (s, r.why) for (usage, s), r in zip(cases(), readings, strict=True) if r.why and r.usage != usage
    ]
    assert not wrong, "\n".join(map(str, wrong))
