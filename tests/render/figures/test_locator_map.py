from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.figures import MapPoint, locator_map
from generator.render.figures.locator_map import Box, place_labels
from generator.render.figures.svg import WIDTH

SVG = "{http://www.w3.org/2000/svg}"
KYIV = MapPoint("Kyiv", 50.45, 30.52, "actors/kyiv/", "where the talks are held")


def test_a_place_is_a_linked_point_with_its_name_and_role(read_svg, texts, captions):
    root = read_svg(locator_map([KYIV, MapPoint("Odesa", 46.5, 30.7)], **captions))
    assert texts(root) == ["Kyiv", "Odesa"]
    (link,) = root.findall(f"{SVG}a")
    assert link.findtext(f"{SVG}title") == "Kyiv · where the talks are held"
    assert link.find(f"{SVG}circle") is not None


def test_the_map_has_land_and_no_other_line(read_svg, captions):
    root = read_svg(locator_map([KYIV], **captions))
    (land,) = root.findall(f"{SVG}path")
    assert land.get("class") == "bg-fig-land"
    assert land.get("d").startswith("M")


@given(st.lists(st.tuples(st.floats(60, 380), st.floats(60, 240)), min_size=1, max_size=8))
@settings(max_examples=60)
def test_names_of_a_few_places_never_cover_each_other(spots):
    labels = place_labels([f"Place {i}" for i in range(len(spots))], spots, 300)
    for a, b in combinations([letters(label) for label in labels], 2):
        assert a.overlap(b) == 0


def letters(label):
    """The box of the letters, without the room around them."""
    box = label.box
    return Box(box.left + 3, box.top + 1, box.right - 3, box.bottom - 1)


def test_twenty_crowded_places_are_still_told_apart(read_svg, captions):
    points = [MapPoint(f"Town {i}", 31 + i % 5 * 1.2, 34 + i // 5 * 2.5) for i in range(20)]
    read_svg(locator_map(points, **captions))
    spots = [(100 + i % 5 * 55.0, 60 + i // 5 * 55.0) for i in range(20)]
    labels = place_labels([f"Town {i}" for i in range(20)], spots, 300)
    assert sum(a.box.overlap(b.box) > 0 for a, b in combinations(labels, 2)) == 0
    assert all(label.box.outside(WIDTH, 300) == 0 for label in labels)


def test_names_far_from_their_point_have_a_line_to_it():
    labels = place_labels(["A town"] * 12, [(200.0, 150.0)] * 12, 300)
    assert [label.led for label in labels[:2]] == [False, False]
    assert any(label.led for label in labels)


def test_the_same_places_give_the_same_map_whatever_their_count_of_degrees(captions):
    east = [MapPoint("A", -15, 170), MapPoint("B", -18, -170)]
    west = [MapPoint("A", -15, -190), MapPoint("B", -18, 190)]
    assert locator_map(east, **captions) == locator_map(west, **captions)


@pytest.mark.parametrize("points", [[], [MapPoint("A", 91, 0)], [MapPoint("A", float("nan"), 0)]])
def test_what_is_no_place_is_refused(points, captions):
    with pytest.raises(ValueError, match="needs places"):
        locator_map(points, **captions)


def test_a_place_beside_a_crowd_keeps_its_name_and_no_foreign_name_stands_at_it():
    spots = [*((200.0 + i % 3 * 6, 150.0 + i // 3 * 6) for i in range(7)), (150.0, 165.0)]
    labels = place_labels([f"Town {i}" for i in range(8)], spots, 300)
    assert not labels[7].led
    near = Box(140, 155, 160, 175)
    assert all(label.box.overlap(near) == 0 for label in labels[:7])
