"""When an article appeared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BackgrounderError
from generator.knowledge import calendar
from generator.model.text import Paragraph
from generator.read.published import infer_published


def body(*texts):
    return [Paragraph(f"p-{i}", "body", text, 0) for i, text in enumerate(texts)]


def teaser(date):
    return Paragraph("p-t", "related", "The ferry strike, explained.", 0, date)


def note(text):
    return Paragraph("p-n", "note", text, 0)


def test_the_stated_date_wins():
    found = infer_published([note("May 3, 2024"), *body("It rained in Oslo on Monday.")], "2024-05-04")
    assert (found.value, found.basis) == ("2024-05-04", "stated")


def test_a_stated_date_that_is_none_is_an_error_with_a_hint():
    with pytest.raises(BackgrounderError, match="no date") as error:
        infer_published([], "last spring")
    assert "YYYY-MM-DD" in error.value.hint


@pytest.mark.parametrize(
    "line", ["Friday, May 3, 2024", "Published: 3 May 2024", "Updated May 3, 2024 5:10 p.m. ET"]
)
def test_a_date_line_gives_the_date(line):
    found = infer_published([note(line), *body("The port of Oslo closed.")], None)
    assert (found.value, found.basis) == ("2024-05-03", "stated")
    assert line in found.why


def test_a_date_far_below_the_head_is_no_date_line():
    prose = (
        "The council of Oslo met for hours to talk about the port, and every member had a say on the matter. "
        * 2
    )
    assert infer_published([*body(prose, prose, prose, prose), note("May 3, 2024")], None).value is None


def test_a_date_of_related_coverage_is_not_the_articles():
    assert infer_published([teaser("2024-05-03"), *body("It rained.")], None).value is None


def test_a_dateline_with_its_year():
    found = infer_published(body("OSLO, May 3, 2024 (Fjord News) — The port closed."), None)
    assert found.value == "2024-05-03"


@pytest.mark.parametrize(
    "line", ["LIMA, Feb 4 2026", "LIMA/QUITO, 4 February 2026", "PORT LOUIS, Feb. 4, 2026"]
)
def test_a_dateline_on_a_line_of_its_own(line):
    assert infer_published([note(line), *body("Rain fell.")], None).value == "2026-02-04"


def test_a_dateline_takes_its_year_from_the_copyright_line():
    found = infer_published(
        [*body("OSLO, May 3 (Fjord News) - The port closed."), note("© 2024 Fjord News")], None
    )
    assert (found.value, found.basis) == ("2024-05-03", "inferred")


def test_a_dateline_takes_its_year_from_related_coverage():
    found = infer_published(
        [*body("OSLO, Jan. 3 (Fjord News) - The port closed."), teaser("2023-12-30")], None
    )
    assert (found.value, found.basis) == ("2024-01-03", "inferred")


def test_a_dateline_without_any_year_stays_unknown():
    assert infer_published(body("OSLO, May 3 (Fjord News) - The port closed."), None).value is None


def test_the_weekday_of_the_lead_after_the_latest_related_coverage():
    text = body(
        "The mayor closed the port of Oslo on Monday.", "Crews said Monday that they would stay home."
    )
    found = infer_published([*text, teaser("2024-05-03"), teaser("2024-04-28")], None)
    assert (found.value, found.basis) == ("2024-05-06", "inferred")
    assert "3 May 2024" in found.why
    assert "Monday (2 times, also in its first paragraph)" in found.why
    assert "6 May 2024" in found.why


def test_related_coverage_of_the_same_weekday_is_that_day():
    found = infer_published([*body("The port closed on Friday."), teaser("2024-05-03")], None)
    assert found.value == "2024-05-03"


@pytest.mark.parametrize(
    "texts",
    [
        ("The port closed.", "Crews left Monday. Ships came Tuesday."),  # two weekdays, equally often
        (
            "The port closed Monday.",
            "Crews left Friday, and on Friday the ships.",
        ),  # the lead says another day
        ("The port will close next Monday.", "It opens every Tuesday."),  # plans and habits
        ("The port closed.", "Crews left Monday."),  # once, outside the lead
    ],
)
def test_it_abstains_where_no_weekday_is_plainly_its_own(texts):
    found = infer_published([*body(*texts), teaser("2024-05-03")], None)
    assert (found.value, found.basis) == (None, "unknown")
    assert found.why


@pytest.mark.parametrize(
    "lead",
    [
        "The council met in Oslo on Thursday, Sept. 18, 2025, and closed the port.",
        "OSLO — Ministers met on Thursday, 18 September 2025. They will meet again on Friday.",
    ],
)
def test_a_day_that_the_lead_gives_in_full_is_taken_for_its_own(lead):
    found = infer_published(body(lead, "The port closed.", "Ana Torres left on Monday."), None)
    assert (found.value, found.basis) == ("2025-09-18", "inferred")
    assert "2025" in found.why


def test_the_caption_of_a_new_picture_gives_the_day_an_old_one_does_not():
    caption = "Ana Torres in Oslo, Thursday, Sept. 18, 2025."
    told = [Paragraph("p-c", "caption", caption, 0), *body("The port closed.")]
    assert infer_published(told, None).value == "2025-09-18"
    old = [Paragraph("p-c", "caption", f"FILE - {caption}", 0), *body("The port closed.")]
    assert infer_published(old, None).value is None


@pytest.mark.parametrize(
    "texts",
    [
        ["The vote is set for Thursday, Sept. 18, 2025."],
        ["Ana Torres was shot on Thursday, Sept. 18, 2025. The trial began on Monday."],
        ["The strike has lasted since Thursday, Sept. 18, 2025."],
        ["The port closed on Friday, Sept. 18, 2025."],  # it was a Thursday
        ["The port closed on Thursday, Sept. 18, 2025.", "x", "It opened on Monday, Oct. 20, 2025."],
    ],
)
def test_a_day_in_full_that_may_be_another_is_not_the_articles(texts):
    assert infer_published(body(*texts), None).value is None


def test_it_abstains_without_related_coverage():
    found = infer_published(body("The port closed on Monday."), None)
    assert (found.value, found.basis) == (None, "unknown")


KINDS = st.sampled_from(["headline", "dek", "body", "heading", "caption", "credit", "related", "note"])
WORDS = st.one_of(
    st.text(max_size=80), st.sampled_from(["OSLO, May 31 (A) - x", "on Monday", "© 9999", "Feb. 29, 2023"])
)


@given(st.lists(st.builds(Paragraph, st.just("p"), KINDS, WORDS, st.just(0), st.none() | WORDS)))
def test_any_text_gives_a_whole_date_or_none(paragraphs):
    found = infer_published(paragraphs, None)
    assert (found.value is None) == (found.basis == "unknown")
    assert found.value is None or calendar.precision_of(found.value) == "day"
