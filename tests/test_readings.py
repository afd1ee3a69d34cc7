"""A paragraph that stayed as it was is not read again, and that makes no difference to what is understood."""

from dataclasses import replace

import pytest

from generator.model.text import Article, Paragraph, Published
from generator.readings import Rereading
from generator.recognise import Linguist

TEXTS = (
    "PERU MINISTER QUITS AFTER VOTE",
    "LIMA — The minister of Peru, Ana Ruiz, resigned on Friday after a vote. “I leave with my head high,” she said.",
    "Lawmakers from the Andean Front had accused her of hiding the cost of a new port at Chancay.",
    "The company that runs it, Cosco Shipping, declined to comment on 3 May.",
    "She is the third minister to go this year; the vote was 67 to 51, with nine abstentions.",
)


def article(*texts: str) -> Article:
    kinds = ("headline", *("body" for _ in texts[1:]))
    paragraphs = (
        Paragraph(f"p-{i}", kind, text, 0) for i, (kind, text) in enumerate(zip(kinds, texts, strict=True))
    )
    return Article("a", "", tuple(paragraphs), Published(None, "unknown", ""))


class Listener:
    """A linguist that notes what the pipeline has to read."""

    def __init__(self, linguist: Linguist) -> None:
        self.linguist, self.heard = linguist, []

    def read(self, article, known):
        readings = self.linguist.read(article, known)
        self.heard = [text for text in readings if text not in known]
        return readings


@pytest.fixture
def listener(linguist):
    return Listener(linguist)


@pytest.fixture
def rereading(listener, tmp_path):
    return Rereading(listener, tmp_path, b"en")


def test_only_what_changed_is_read(rereading, listener, linguist):
    rereading.parse(article(*TEXTS))
    edited = (*TEXTS[:3], "The company declined to comment on 4 May.", *TEXTS[4:])
    assert rereading.parse(article(*edited)) == linguist.parse(article(*edited))
    assert listener.heard == [edited[3]]


def test_what_moved_or_went_is_not_read(rereading, listener, linguist):
    rereading.parse(article(*TEXTS))
    moved = (TEXTS[0], TEXTS[4], TEXTS[1])
    assert rereading.parse(article(*moved)) == linguist.parse(article(*moved))
    assert listener.heard == []


def test_nothing_known_loads_no_pipeline(rereading, tmp_path):
    parsed = rereading.parse(article(*TEXTS))
    unable = Rereading(Linguist("no_such_pipeline"), tmp_path, b"en")
    assert unable.parse(article(*TEXTS)) == parsed


@pytest.mark.parametrize("damage", [b"", b"0\n{}", b"[" * 100_000])
def test_what_is_damaged_or_of_another_language_is_read_anew(rereading, listener, tmp_path, damage):
    rereading.parse(article(*TEXTS))
    Rereading(listener, tmp_path, b"de").parse(article(*TEXTS))
    assert len(listener.heard) == len(TEXTS)
    for path in tmp_path.iterdir():
        path.write_bytes(damage)
    rereading.parse(article(*TEXTS))
    assert len(listener.heard) == len(TEXTS)


def test_another_article_of_the_same_words_is_read_for_itself(rereading, listener):
    rereading.parse(article(*TEXTS))
    rereading.parse(replace(article(*TEXTS), id="b"))
    assert len(listener.heard) == len(TEXTS)


def test_a_text_read_alone_is_read_as_in_company(linguist):
    """Else an edited article would be understood otherwise than the same one built afresh."""
    together = linguist.read(article(*TEXTS), {})
    for text, reading in together.items():
        assert linguist.read(article("x", text), {})[text] == reading
