from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge.labels import load_labels
from generator.render.figures.axis import Row, spread, stretches, ticks
from generator.render.figures.periods import read_period

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str)


def rows_of(values):
    periods = sorted((read_period(value) for value in values), key=lambda period: period.at)
    return [Row(period, 40.0, i) for i, period in enumerate(periods)]


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(10, 60)), min_size=1, max_size=30))
def test_labels_keep_order_and_never_overlap(pairs):
    wanted = sorted(y for y, _ in pairs)
    heights = [height for _, height in pairs]
    placed = spread(wanted, heights, 0)
    assert placed[0] >= 0
    assert all(b - a >= height - 1e-6 for (a, b), height in zip(pairwise(placed), heights, strict=False))


def test_labels_with_room_stay_where_they_belong():
    assert spread([10, 100, 200], [40, 40, 40], 0) == (10, 100, 200)


def test_labels_that_collide_share_the_shift():
    assert spread([100, 100], [40, 40], 0) == (80, 120)


@given(
    st.lists(
        st.one_of(DAYS, st.sampled_from(["2020", "2021-Q3", "2022-05", "2022-W07"])), min_size=1, max_size=40
    )
)
def test_time_runs_downwards_and_nothing_is_lost(values):
    drawn = stretches(rows_of(values), 20)
    assert [row.index for stretch in drawn for row in stretch.rows] == list(range(len(values)))
    assert all(a.end < b.top for a, b in pairwise(drawn))
    for stretch in drawn:
        marks = [stretch.y(row.at) for row in stretch.rows]
        assert marks == sorted(marks)
        assert stretch.top <= marks[0] <= marks[-1] <= stretch.bottom + 1e-6


@given(st.lists(DAYS, min_size=2, max_size=40))
def test_a_stretch_is_to_scale(values):
    for stretch in stretches(rows_of(values), 0):
        if stretch.last > stretch.first:
            middle = (stretch.first + stretch.last) / 2
            assert abs(stretch.y(middle) - (stretch.top + stretch.bottom) / 2) < 1e-6


def test_a_gap_that_would_squash_the_rest_is_a_break():
    drawn = stretches(rows_of(["2014-03-18", *(f"2023-03-{day}" for day in range(10, 22))]), 0)
    assert [len(stretch.rows) for stretch in drawn] == [1, 12]
    assert 3270 < drawn[1].since < 3290


def test_many_things_of_one_moment_stand_below_its_mark_and_need_no_longer_axis():
    (stretch,) = stretches(rows_of(["2023-03-20"] * 6 + ["2023-03-21"]), 0)
    assert stretch.labels == (0, 40, 80, 120, 160, 200, 240)
    assert stretch.bottom == 240


def test_a_stretch_ends_where_the_next_begins():
    drawn = stretches(rows_of(["2023", *["2023-03-10"] * 5, *(f"2023-03-{day}" for day in range(11, 22))]), 0)
    assert [stretch.since for stretch in drawn] == [0, 0]
    assert drawn[0].last == drawn[1].first


def test_dates_that_lie_evenly_have_no_break():
    assert len(stretches(rows_of([f"2023-{month:02}-01" for month in range(1, 13)]), 0)) == 1


@given(st.lists(DAYS, min_size=2, max_size=20))
def test_marks_of_the_axis_stay_apart_and_inside(values):
    for stretch in stretches(rows_of(values), 0):
        marks = [y for y, _ in ticks(stretch, load_labels())]
        assert all(b - a >= 25 for a, b in pairwise(marks))
        assert all(stretch.top <= y <= stretch.bottom + 1e-6 for y in marks)


def test_marks_name_what_begins():
    (stretch,) = stretches(rows_of([f"2023-{month:02}-15" for month in range(1, 13)]), 0)
    assert [words for _, words in ticks(stretch, load_labels())][:2] == ["Feb 2023", "Mar 2023"]
