import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.figures.geography import clip, land, region
from generator.render.figures.svg import WIDTH

PLACES = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=20)


def on_land(lon, lat):
    """Even-odd over all rings, at every turn of the globe."""
    crossings = 0
    for ring in land():
        for turn in (-360, 0, 360):
            for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
                if (y1 > lat) != (y2 > lat) and lon < x1 + turn + (lat - y1) * (x2 - x1) / (y2 - y1):
                    crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("lon", "lat", "is_land"),
    [
        (30.5, 50.5, True),
        (34.4, 45.3, True),
        (-98, 39, True),
        (134, -25, True),
        (178, 67, True),
        (-175, 66.5, True),
        (0, -85, True),
        (51, 42, False),  # the Caspian Sea
        (-30, 30, False),
        (-175, -20, False),
        (34, 43.5, False),
        (18, 57.0, False),
    ],
)
def test_land_lies_where_it_lies(lon, lat, is_land):
    assert on_land(lon, lat) == is_land


@given(PLACES)
@settings(max_examples=200)
def test_every_place_lies_inside_its_region(places):
    shown = region(places)
    for lon, lat in places:
        x, y = shown.project(lon, lat)
        assert -1e-6 <= x <= WIDTH + 1e-6
        assert -1e-6 <= y <= shown.height + 1e-6


@given(PLACES)
def test_a_region_is_on_the_globe_and_fit_to_be_printed(places):
    shown = region(places)
    assert -90 <= shown.south < shown.north <= 90
    assert 0 < shown.east - shown.west <= 360 + 1e-9
    assert 0.2 * WIDTH < shown.height < 2.2 * WIDTH


def test_places_on_both_sides_of_the_date_line_are_neighbours():
    shown = region([(170.0, -15.0), (-170.0, -18.0)])
    (x1, _), (x2, _) = shown.project(170, -15), shown.project(-170, -18)
    assert 0 < x1 < x2 < WIDTH
    assert shown.east - shown.west < 60


def test_places_far_apart_show_the_world():
    shown = region([(116.4, 39.9), (-77.0, 38.9), (28.2, -25.7), (149.1, -35.3)])
    assert shown.east - shown.west == pytest.approx(360, abs=70)


def test_a_place_alone_is_shown_in_its_surroundings():
    shown = region([(30.5, 50.5)])
    assert shown.north - shown.south >= 17
    assert shown.project(30.5, 50.5) == pytest.approx((WIDTH / 2, shown.height / 2))


def test_degrees_of_longitude_are_shorter_near_the_poles():
    north, middle = region([(15.0, 70.0)]), region([(15.0, 0.0)])
    assert north.squeeze < 0.4
    assert middle.squeeze > 0.98


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=12))
def test_what_is_clipped_lies_in_the_box(ring):
    assert all(-10 <= x <= 10 and -5 <= y <= 5 for x, y in clip(ring, (-10, 10, -5, 5)))


def test_clipping_keeps_what_is_inside_and_cuts_what_is_not():
    square = [(0, 0), (4, 0), (4, 4), (0, 4)]
    assert clip(square, (-1, 5, -1, 5)) == square
    assert set(clip(square, (2, 9, -1, 9))) == {(2, 0), (4, 0), (4, 4), (2, 4)}
    assert clip(square, (5, 9, 0, 4)) == []
