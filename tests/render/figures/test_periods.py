from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.figures.periods import month_after, next_tick, read_period, rounded


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-03-17", date(2023, 3, 17), date(2023, 3, 17)),
        ("2023-W12", date(2023, 3, 20), date(2023, 3, 26)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("2023-SP", date(2023, 3, 1), date(2023, 5, 31)),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_cut_date_is_a_stretch_of_days(value, first, last):
    period = read_period(value)
    assert (period.start, period.end - 1) == (first.toordinal(), last.toordinal())


def test_a_range_runs_from_its_first_day_to_its_last():
    period = read_period("2022-12-30", "2023-01")
    assert (period.start, period.end) == (date(2022, 12, 30).toordinal(), date(2023, 2, 1).toordinal())


@pytest.mark.parametrize(
    "value", ["", "2023-13", "2023-02-30", "17 March", "2023-W60", "2023-03-17T10:00", "202"]
)
def test_what_is_no_date_is_refused(value):
    with pytest.raises(ValueError, match=r".+"):
        read_period(value)


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="cannot end"):
        read_period("2023", "2022")


@given(
    st.dates(),
    st.sampled_from([("day", 1), ("day", 7), ("month", 1), ("month", 3), ("year", 1), ("year", 100)]),
)
def test_the_next_mark_is_always_later(day, unit):
    assert day == date.max or next_tick(day, *unit) > day or next_tick(day, *unit) == date.max


@pytest.mark.parametrize(
    ("unit", "tick"),
    [
        (("day", 1), date(2023, 3, 18)),
        (("day", 7), date(2023, 3, 20)),
        (("month", 1), date(2023, 4, 1)),
        (("month", 3), date(2023, 4, 1)),
        (("year", 10), date(2030, 1, 1)),
    ],
)
def test_marks_stand_where_a_unit_begins(unit, tick):
    assert next_tick(date(2023, 3, 17), *unit) == tick


def test_time_ends_with_the_calendar():
    assert month_after(date(9999, 12, 1), 1) == date.max


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, ("days", 1)), (5, ("days", 5)), (15, ("weeks", 2)), (100, ("months", 3)), (3000, ("years", 8))],
)
def test_spans_are_told_in_round_words(days, words):
    assert rounded(days) == words
