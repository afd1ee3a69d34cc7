"""Excerpts: what is cited stays, word for word and at its place; everything else is withheld."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble.excerpts import excerpted
from generator.model.entity import Resolution
from generator.model.statement import Analysis, Quotation
from generator.model.text import Article, Paragraph, Published, Span

TEXT = "The mayor of Lund was tired. “We have waited long enough,” she said. Nobody answered her."


def article(*texts, rights="excerpts"):
    paragraphs = tuple(Paragraph(f"p-{n}", "body", text, 0) for n, text in enumerate(texts))
    return Article("a", "A title", paragraphs, Published(None, "unknown", ""), rights=rights)


def quotation(start, end, paragraph="p-0", text=TEXT):
    span = Span("a", paragraph, start, end)
    return Quotation(span, text[start:end], "direct", "said", (), "", None, "rule")


@pytest.fixture
def analysis():
    start = TEXT.index("We have")
    spoken = quotation(start, TEXT.index(",”") + 1)
    return Analysis(article(TEXT, "Another paragraph."), Resolution((), ()), quotations=(spoken,))


def test_the_cited_words_stay_at_their_place(analysis):
    shown = excerpted(analysis)
    span = analysis.quotations[0].span
    assert shown.article.words(span) == "We have waited long enough,"
    assert "tired" not in shown.article.paragraphs[0].text
    assert len(shown.article.paragraphs[0].text) == len(TEXT)


def test_a_paragraph_that_nothing_rests_on_is_withheld_whole(analysis):
    assert excerpted(analysis).article.paragraphs[1].text.strip() == "…"


def test_an_article_with_full_rights_is_left_as_it_is(analysis):
    whole = replace(analysis, article=replace(analysis.article, rights="full"))
    assert excerpted(whole) is whole


@given(
    st.text(min_size=1, max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5)
)
def test_offsets_hold_and_no_withheld_letter_is_shown(text, places):
    spans = sorted({(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places})
    spoken = tuple(quotation(a, b, text=text) for a, b in spans if a < b)
    shown = (
        excerpted(Analysis(article(text), Resolution((), ()), quotations=spoken)).article.paragraphs[0].text
    )
    assert len(shown) == len(text)
    for i, letter in enumerate(shown):
        cited = any(q.span.start <= i < q.span.end for q in spoken)
        assert (
            letter == text[i]
            if cited
            else letter in ("…", " ") or letter == text[i].strip() == "" or letter.isspace()
        )
