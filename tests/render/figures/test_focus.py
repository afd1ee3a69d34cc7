"""The region of a story's map: most of what is told, whatever lies far away."""

from hypothesis import given
from hypothesis import strategies as st

from generator.render.figures.focus import OUTSIDE, focus

KYIV, MOSCOW, BEIJING, WASHINGTON = (30.5, 50.5), (37.6, 55.8), (116.4, 39.9), (-77.0, 38.9)


def weighted(*places):
    return [(*place, weight) for place, weight in places]


def test_a_region_is_shown_whole():
    assert focus(weighted((KYIV, 1), (MOSCOW, 9), (BEIJING, 5))) == (0, 1, 2)


def test_a_place_far_away_that_matters_less_is_left_out():
    assert focus(weighted((MOSCOW, 24), (BEIJING, 23), (WASHINGTON, 13), (KYIV, 11))) == (0, 1, 3)


def test_two_ends_of_the_world_that_matter_both_stay():
    assert focus(weighted((BEIJING, 20), (WASHINGTON, 20))) == (0, 1)


def test_the_date_line_divides_nothing():
    assert focus([(178.4, -18.1, 5), (-171.8, -13.8, 5), (2.3, 48.9, 1)]) == (0, 1)


def test_a_single_place_is_its_own_region():
    assert focus([(*KYIV, 1)]) == (0,)
    assert focus([]) == ()


@given(
    st.lists(
        st.tuples(
            st.floats(-180, 180, allow_nan=False), st.floats(-90, 90, allow_nan=False), st.integers(1, 99)
        ),
        max_size=12,
    )
)
def test_most_of_what_is_told_is_on_the_map(places):
    shown = focus(places)
    assert list(shown) == sorted(set(shown))
    total = sum(weight for *_, weight in places)
    assert sum(places[i][2] for i in shown) >= (1 - OUTSIDE) * total
