"""Dates in words and their values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge import calendar

VALUES = st.one_of(
    st.builds(
        calendar.cut,
        st.dates(date(2, 1, 1), date(9990, 12, 31)),
        st.sampled_from(["day", "week", "month", "quarter", "season", "year"]),
    )
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("March 17, 2023", "2023-03-17"),
        ("Feb. 19, 2023", "2023-02-19"),
        ("17 March 2023", "2023-03-17"),
        ("2023-03-17", "2023-03-17"),
        ("Friday, July 21, 2017", "2017-07-21"),
        ("the 3rd of May 2024", "2024-05-03"),
        ("Sept. 3, 2020 5:30 p.m. ET", "2020-09-03"),
        ("2023-03-20T10:00:00+00:00", "2023-03-20"),
        ("17/3/2023", "2023-03-17"),
        ("03/17/2023", "2023-03-17"),
        ("5.5.2024", "2024-05-05"),
    ],
)
def test_a_whole_date_is_read(text, value):
    assert calendar.explicit_date(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "March 2023", "4/5/2023", "31 February 2023", "on March 17, 2023", "2023-13-01", "Marching 3, 2023"],
)
def test_what_is_no_whole_date_or_can_be_read_two_ways_is_none(text):
    assert calendar.explicit_date(text) is None


@given(st.text(max_size=60))
def test_any_text_gives_a_date_that_exists_or_none(text):
    value = calendar.explicit_date(text)
    assert value is None or date.fromisoformat(value)


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_a_date_written_out_is_read_back(day):
    assert calendar.explicit_date(calendar.spell(day.isoformat())) == day.isoformat()


@given(VALUES)
def test_a_value_holds_the_days_it_is_cut_from(value):
    precision = calendar.precision_of(value)
    assert calendar.cut(calendar.first_day(value), precision) == value
    assert calendar.cut(calendar.last_day(value), precision) == value


@given(VALUES, st.integers(-20, 20))
def test_steps_can_be_taken_back(value, count):
    try:
        there = calendar.step(value, count)
    except (ValueError, OverflowError):
        return
    assert calendar.step(there, -count) == value


@pytest.mark.parametrize("value", ["", "2023-3", "2023-W54", "2023-Q5", "2023-XX", "2023-02-30", "0000"])
def test_no_value_is_refused(value):
    with pytest.raises(ValueError):  # noqa: PT011 - the value is the whole message
        calendar.precision_of(value)


@pytest.mark.parametrize(
    ("words", "count"),
    [("three", 3), ("twenty-one", 21), ("a hundred", 100), ("16", 16), ("many", None), ("", None)],
)
def test_numbers_in_words(words, count):
    assert calendar.number(words) == count


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2023-03-20", "20 March 2023"),
        ("2023-W12", "the week of 20 March 2023"),
        ("2023-03", "March 2023"),
        ("2023-Q3", "the third quarter of 2023"),
        ("2022-WI", "winter 2022"),
        ("2023", "2023"),
    ],
)
def test_values_in_words(value, words):
    assert calendar.spell(value) == words
