from itertools import combinations
from math import dist

import pytest

from generator.render.figures import RelationEdge, RelationNode, around, relations
from generator.render.figures.places import curves, ring
from generator.render.figures.relations import stations

SVG = "{http://www.w3.org/2000/svg}"
NODES = [
    RelationNode("a", "Anna Lindqvist", "person", "actors/a/"),
    RelationNode("r", "Ruritania", "government"),
]


def test_an_edge_is_an_arrow_with_a_number_and_a_cited_sentence(read_svg, texts, words):
    figure = relations(NODES, [RelationEdge("a", "warned", "r", 2, "article/#p-1")], **words)
    root = read_svg(figure.svg)
    assert "Anna Lindqvist warned Ruritania (2×)" in texts(root)
    assert len(root.findall(f".//{SVG}path[@class='bg-fig-head']")) == 1
    assert {node.get("href") for node in root.iter(f"{SVG}a")} == {"actors/a/", "article/#p-1"}
    assert (figure.left_out_nodes, figure.left_out_edges) == (0, 0)


def test_verbs_between_the_same_actors_share_an_arrow(read_svg, texts, words):
    edges = [RelationEdge("a", verb, "r") for verb in ("met", "warned")]
    root = read_svg(relations(NODES, edges, **words).svg)
    assert len(root.findall(f".//{SVG}path[@class='bg-fig-head']")) == 1
    assert {"Anna Lindqvist met Ruritania", "Anna Lindqvist warned Ruritania"} <= set(texts(root))


def test_what_is_left_out_is_counted(words):
    nodes = [RelationNode(f"n{i}", f"N {i}", "person") for i in range(40)]
    edges = [RelationEdge(f"n{i}", "met", f"n{(i + 1) % 40}", 1 + (i < 30)) for i in range(40)]
    figure = relations(nodes, edges, **words)
    assert figure.left_out_nodes == 28
    assert figure.left_out_edges == 40 - figure.svg.count('class="bg-fig-head"')


def test_kinds_differ_by_shape_and_the_legend_names_them(read_svg, texts, words):
    kinds = ("person", "government", "organisation", "group", "place")
    nodes = [RelationNode(kind, kind.upper(), kind) for kind in kinds]
    root = read_svg(relations(nodes, [], **words).svg)
    assert {kind.capitalize() for kind in kinds} <= set(texts(root))
    shapes = set()
    for node in root.findall(f"{SVG}g[@class='bg-fig-node']"):
        boxes = [child for child in node if child.get("class") == "bg-fig-box"]
        shapes.add(
            tuple(
                (box.tag, box.get("rx"), box.get("stroke-dasharray"), (box.get("d") or "").count("L"))
                for box in boxes
            )
        )
    assert len(shapes) >= 4


def test_around_an_actor_only_its_own_ties_are_drawn_and_counted(read_svg, texts, words):
    nodes = [*NODES, RelationNode("b", "Ben", "person"), RelationNode("c", "Cora", "person")]
    edges = [RelationEdge("a", "met", "b"), RelationEdge("b", "met", "c"), RelationEdge("r", "warned", "a")]
    figure = around("a", nodes, edges, **words)
    shown = texts(read_svg(figure.svg))
    assert {"Anna Lindqvist met Ben", "Ruritania warned Anna Lindqvist"} <= set(shown)
    assert "Cora" not in shown
    assert (figure.left_out_nodes, figure.left_out_edges) == (0, 0)


def test_an_actor_without_ties_stands_alone(read_svg, texts, words):
    assert "Ruritania" in texts(read_svg(around("r", NODES, [], **words).svg))


def test_an_unknown_centre_and_an_empty_figure_are_refused(words):
    with pytest.raises(ValueError, match="no node"):
        around("z", NODES, [], **words)
    with pytest.raises(ValueError, match="needs nodes"):
        relations([], [], **words)


def test_numbers_keep_apart():
    ids = [f"n{i}" for i in range(8)]
    pairs = [("n0", "n4"), ("n1", "n5"), ("n2", "n6"), ("n3", "n7"), ("n0", "n3"), ("n1", "n6")]
    spots = stations(curves(pairs, ring(ids)[0]))
    assert all(dist(a, b) >= 22 for a, b in combinations(spots, 2))
