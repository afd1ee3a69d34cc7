from itertools import combinations

import pytest

from generator.render.figures.places import NODE, curves, ring, star
from generator.render.figures.svg import WIDTH

IDS = [f"n{i}" for i in range(12)]


def layouts():
    for count in range(1, 13):
        yield ring(IDS[:count]), ""
        yield star(IDS[0], IDS[1:count]), IDS[0]


@pytest.mark.parametrize(("layout", "centre"), list(layouts()))
def test_nodes_lie_inside_and_never_overlap(layout, centre):
    places, height = layout
    for place in places.values():
        assert NODE[0] / 2 <= place.x <= WIDTH - NODE[0] / 2
        assert NODE[1] / 2 <= place.y <= height - NODE[1] / 2
    for a, b in combinations(places.values(), 2):
        assert abs(a.x - b.x) >= NODE[0] + 4 or abs(a.y - b.y) >= NODE[1] + 4


@pytest.mark.parametrize(("layout", "centre"), list(layouts()))
def test_arrows_run_through_no_node(layout, centre):
    places, _ = layout
    pairs = [pair for pair in combinations(places, 2) if not centre or centre in pair]
    for pair, way in zip(pairs, curves(pairs, places, centre), strict=True):
        spots = [way.at(t / 40) for t in range(41)]
        for id_, place in places.items():
            if id_ not in pair:
                assert not any(inside(spot, place) for spot in spots), (pair, id_)


def inside(spot, place):
    return abs(spot[0] - place.x) < NODE[0] / 2 and abs(spot[1] - place.y) < NODE[1] / 2


@pytest.mark.parametrize(("layout", "centre"), list(layouts()))
def test_the_two_arrows_between_two_actors_do_not_cross(layout, centre):
    places, _ = layout
    for pair in combinations(places, 2):
        if not centre or centre in pair:
            there, back = curves([pair, pair[::-1]], places, centre)
            starts = [there.at(t / 20) for t in range(21)]
            ends = [back.at(1 - t / 20) for t in range(21)]
            gaps = [
                ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in zip(starts, ends, strict=True)
            ]
            assert min(gaps) > 3, pair


def test_an_arrow_begins_and_ends_on_the_sides_of_its_nodes():
    places, _ = ring(IDS[:6])
    (way,) = curves([("n1", "n5")], places)
    assert way.start[0] == places["n1"].x - NODE[0] / 2
    assert way.end[0] == places["n5"].x + NODE[0] / 2
