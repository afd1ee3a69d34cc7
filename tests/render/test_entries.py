import pytest

from generator.model.entry import Entry, Source
from generator.render.entries import EntryPen
from generator.render.escape import escape


@pytest.fixture
def writer(pen):
    entry = Entry(
        "pier", "glossary", "term", "pier",
        summary="A landing place. [1, 2]",
        body="First part. [1]\n\n- one [1]\n- two [2]\n\n## Why *not*\n\nLast part. [7]",
        sources=(Source("A dictionary", "https://a.example/d", "Press", "2020"), Source("A map")),
    )  # fmt: skip
    return EntryPen(pen, entry, escape)


def test_marks_of_sources_are_links_to_the_list(writer):
    assert writer.summary() == (
        '<span data-entry="pier" data-field="summary">A landing place.</span>'
        '<sup class="bg-marks">[1](#source-1)[2](#source-2)</sup>'
    )
    assert "source-1" not in writer.summary(marks=False)


def test_a_body_keeps_paragraphs_lists_and_headings(writer):
    blocks = writer.body().split("\n\n")
    assert blocks[1].startswith('- <span data-entry="pier" data-field="body">one</span>')
    assert blocks[2] == '### <span data-entry="pier" data-field="body">Why &#42;not&#42;</span>'


def test_a_mark_without_its_source_is_no_link(writer):
    assert "source-7" not in writer.body()


def test_a_source_shows_title_publisher_and_date(writer):
    line = writer.source(1, writer.entry.sources[0])
    assert line.startswith('[<span data-source="pier">A dictionary</span>](<https://a.example/d>), ')
    assert line.endswith("\n{: #source-1 }")
