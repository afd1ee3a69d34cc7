from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from generator.render.figures.choice import choose, short_ways
from generator.render.figures.records import RelationEdge, RelationNode


def node(id_, weight=1):
    return RelationNode(id_, id_.upper(), "person", weight=weight)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 5)), max_size=80))
def test_what_is_chosen_fits_and_hangs_together(triples):
    nodes = [node(f"n{i}", i % 5) for i in range(31)]
    shown, kept = choose(nodes, [RelationEdge(f"n{a}", "met", f"n{b}", c) for a, b, c in triples], 12, 20)
    assert len(shown) <= 12
    assert len(kept) <= 20
    ids = {each.id for each in shown}
    ends = {end for edge in kept for end in (edge.subject, edge.object)}
    assert ends == ids or not kept


def test_edges_said_more_often_come_first():
    nodes = [node("a"), node("b"), node("c", 9), node("d", 9)]
    edges = [RelationEdge("c", "met", "d"), RelationEdge("a", "met", "b", 2)]
    assert choose(nodes, edges, 2, 5)[1] == (edges[1],)


def test_of_equal_edges_the_weightier_actors_come_first():
    nodes = [node("a"), node("b"), node("c", 9), node("d", 9)]
    edges = [RelationEdge("a", "met", "b"), RelationEdge("c", "met", "d")]
    assert choose(nodes, edges, 2, 5)[1] == (edges[1],)


def test_edges_to_oneself_or_to_nobody_are_left_out():
    edges = [RelationEdge("a", "met", "a"), RelationEdge("a", "met", "z")]
    assert choose([node("a"), node("b", 2)], edges, 12, 20) == ((node("b", 2), node("a")), ())


def test_a_chain_is_laid_out_as_a_chain():
    pairs = [("a", "d"), ("d", "b"), ("b", "c")]
    order = short_ways(("a", "b", "c", "d"), pairs)
    assert order[0] == "a"
    assert all((order.index(x) - order.index(y)) % 4 in {1, 3} for x, y in pairs)


def test_the_order_does_not_depend_on_the_order_of_the_pairs():
    pairs = [("a", "c"), ("c", "e"), ("b", "d")]
    assert len({short_ways(tuple("abcde"), each) for each in permutations(pairs)}) == 1
