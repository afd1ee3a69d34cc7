"""Which way the clause around a date looks, with the real pipeline."""

import pytest

from generator.model.text import Article, Paragraph, Published
from generator.recognise.dates_tense import aim
from generator.recognise.linguist import Linguist

LINGUIST = Linguist()


def looks(text, words):
    parsed = LINGUIST.parse(
        Article("a", "", (Paragraph("p", "body", text, 0),), Published(None, "unknown", ""))
    )
    start = text.index(words)
    (sentence,) = [s for s in parsed.sentences if s.start <= start < s.end]
    return aim(sentence, start, start + len(words))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned on Friday.",
        "The mayor has left since Friday.",
        "The mayor was seen in Lima on Friday.",
        "The vote had been scheduled for Friday.",
        "She could not be reached on Friday.",
        "She has been looking for work since Friday.",
        "The mayor says she was there on Friday.",
        "The clerk reports the loss Friday.",
    ],
)
def test_the_past(text):
    assert looks(text, "Friday") == -1


@pytest.mark.parametrize(
    "text",
    [
        "The mayor will resign on Friday.",
        "The mayor would resign on Friday, she said.",
        "The mayor plans to resign on Friday.",
        "The vote is scheduled for Friday.",
        "The vote was scheduled for Friday.",
        "The fair opens Friday.",
        "The report is due Friday.",
        "They gave her until Friday.",
        "They are meeting on Friday.",
        "Lind has built a lead ahead of Friday’s vote.",
        "Lind is preparing for Friday’s vote.",
    ],
)
def test_the_future(text):
    assert looks(text, "Friday") == 1


@pytest.mark.parametrize(
    "text",
    ["She is speaking about Friday’s raid.", "Lind is raising doubts about a mishap during Friday’s vote."],
)
def test_what_is_told_now_of_a_dated_thing_says_nothing_of_its_day(text):
    assert looks(text, "Friday") == 0


def test_without_a_sentence_nothing_is_known():
    assert aim(None, 0, 5) == 0
