"""An article as Markdown reads the same again, whatever signs its words hold."""

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from generator.editing.add import _left_out
from generator.editing.manuscript import _plain, is_kept, manuscript, read_otherwise
from generator.model.text import Paragraph
from generator.read import parse_source
from generator.read.characters import clean
from generator.read.markdown import markdown_blocks

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge opens | The Example Courier</title>
<meta property="og:site_name" content="The Example Courier">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Bridge opens after *nine* years", "datePublished": "2024-05-03T10:00:00Z",
 "author": {"@type": "Person", "name": "Ruth \\"Ru\\" Example"}, "url": "https://example.org/bridge"}</script></head>
<body><article><h1>Bridge opens after *nine* years</h1>
<p>The bridge over the Elm opened on Friday, nine years after its first stone was laid by the mayor of the town.</p>
<h2>1. What it cost</h2>
<p>- 40 million [in 2015 prices], said Anna Verne, the chief engineer of R&amp;D Bridges &lt;Ltd&gt;, a firm of *two*.</p>
<p>“We used the _old_ drawings,” she told reporters who stood at the river for an hour in the rain &amp;amp; wind.</p>
<p>The first to cross was a cyclist who had waited since dawn; she said that the view was worth every minute of it.</p>
</article></body></html>"""

SIGNS = st.text(alphabet="ab .,\\`*_[](){}<>#+-!|~&;:=“”’0123456789\"'/é", min_size=1, max_size=60)


def paragraphs(article):
    return [(p.id, p.kind, p.text) for p in article.paragraphs if is_kept(p)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", PAGE),
        (
            "a.txt",
            "Bridge opens\n\nBy Ruth Example\n\nThe bridge opened on Friday.\n\n# Not a heading in a text\n",
        ),
        (
            "a.md",
            "---\ntitle: Bridge opens\ndek: At last.\n---\nThe bridge opened.\n\n![Anna Verne on the bridge.]()\n",
        ),
        ("a.txt", "The bridge opened on Friday, and it was wet.\n\nMore people came on Saturday, too.\n"),
        (
            "a.txt",
            "Bridge opens\n\nThe bridge opened on Friday.\n\nCouncil pays for the bridge.\nMarch 17, 2023\n\nIt was wet.\n",
        ),
    ],
)
def test_a_manuscript_reads_like_its_article(name, content):
    article = parse_source(content, name)
    text = manuscript(article)
    again = parse_source(text, "again.md")
    assert paragraphs(again) == paragraphs(article)
    assert (again.title, again.dek, again.byline, again.outlet) == (
        article.title,
        article.dek,
        article.byline,
        article.outlet,
    )
    assert again.published.value == article.published.value
    assert manuscript(again).split("---\n", 2)[2] == text.split("---\n", 2)[2]
    assert read_otherwise(article, text) == ()


def test_what_a_page_tells_is_in_the_front_matter():
    text = manuscript(parse_source(PAGE, "page.html"))
    assert text.startswith('---\ntitle: "Bridge opens after *nine* years"\n')
    assert 'outlet: "The Example Courier"\n' in text
    assert 'byline: ["Ruth \\"Ru\\" Example"]\npublished: 2024-05-03\n' in text


@given(SIGNS)
@settings(max_examples=400, deadline=None)
def test_any_words_are_read_back_word_for_word(words):
    text = clean(words)
    if any(c.isalnum() for c in text):
        assert [block.text for block in markdown_blocks(_plain(text), 0)] == [text]


def test_what_markdown_cannot_tell_is_left_out_or_reported():
    article = parse_source("Bridge opens\n\nThe bridge opened on Friday.\n", "a.txt")
    teaser = Paragraph("p-000001", "related", "The bridge in pictures", 0)
    odd = Paragraph("p-000002", "caption", "A text that only its page shows to be a [caption]", 0)
    article = replace(article, paragraphs=(*article.paragraphs, teaser, odd))
    text = manuscript(article)
    assert "pictures" not in text
    assert list(_left_out(article, text)) == [
        "left out: a link to other coverage, “The bridge in pictures”",
        "look at this caption, it reads otherwise now: “A text that only its page shows to be a [caption]”",
    ]
