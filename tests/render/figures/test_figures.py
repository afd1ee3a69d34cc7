"""What holds for every figure, whatever it is given."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.knowledge.labels import load_labels
from generator.render.figures import (
    BalanceRow,
    MapPoint,
    RelationEdge,
    RelationNode,
    TimelineItem,
    around,
    balance,
    locator_map,
    relations,
    timeline,
)

STYLES = Path(__file__).parents[3] / "docs" / "assets" / "backgrounder.css"
#: Text as an attacker or a broken feed would write it.
AWKWARD = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="<>&\"'/=abc \x00\x07\x1b\u202e\u2066\u200f\ud800\ufffe\u00a0\n", max_size=40),
    st.sampled_from(
        ["</svg><script>alert(1)</script>", "]]>", "<!--", "&#0;", "javascript:alert(1)", 'x" onload="y']
    ),
)

ITEMS = st.builds(
    TimelineItem,
    value=st.sampled_from(["2023-03-17", "2023-W11", "2023-03", "2023-Q1", "2023-SP", "2023", "1999-12-31"]),
    label=AWKWARD,
    id=st.uuids().map(str),
    href=AWKWARD,
    basis=st.sampled_from(["explicit", "relative", "inferred"]),
)
KINDS = st.sampled_from(["person", "government", "organisation", "group", "place", "term", "event", "work"])
POINTS = st.builds(
    MapPoint, name=AWKWARD, lat=st.floats(-90, 90), lon=st.floats(-180, 180), href=AWKWARD, role=AWKWARD
)
ROWS = st.builds(
    BalanceRow,
    speaker=AWKWARD,
    words=st.integers(0, 999),
    quotations=st.integers(0, 9),
    named=st.booleans(),
    href=AWKWARD,
)


@st.composite
def networks(draw):
    ids = [f"n{i}" for i in range(draw(st.integers(1, 40)))]
    nodes = [RelationNode(id_, draw(AWKWARD), draw(KINDS), draw(AWKWARD), i % 7) for i, id_ in enumerate(ids)]
    edge = st.builds(
        RelationEdge,
        st.sampled_from(ids),
        AWKWARD,
        st.sampled_from(ids),
        count=st.integers(1, 9),
        href=AWKWARD,
    )
    return nodes, draw(st.lists(edge, max_size=40))


@given(st.lists(ITEMS, min_size=1, max_size=25), AWKWARD, AWKWARD, AWKWARD)
@settings(max_examples=60)
def test_a_timeline_of_any_text_is_sound(read_svg, items, title, desc, prefix):
    read_svg(timeline(items, title=title, desc=desc, prefix=prefix, labels=load_labels()))


@given(networks(), AWKWARD)
@settings(max_examples=60)
def test_relations_of_any_text_are_sound(read_svg, network, title):
    read_svg(relations(*network, title=title, desc=title, labels=load_labels()).svg)
    read_svg(around("n0", *network, title=title, desc=title, labels=load_labels()).svg)


@given(st.lists(POINTS, min_size=1, max_size=20), AWKWARD)
@settings(max_examples=30, deadline=None)
def test_a_map_of_any_text_is_sound(read_svg, points, title):
    read_svg(locator_map(points, title=title, desc=title))


@given(st.lists(ROWS, min_size=1, max_size=12), AWKWARD)
@settings(max_examples=60)
def test_a_balance_of_any_text_is_sound(read_svg, rows, title):
    read_svg(balance(rows, title=title, desc=title, labels=load_labels()))


@pytest.fixture(scope="module", name="samples")
def _samples(words, captions):
    items = [TimelineItem("2023-03-17", "A", "a", "#a"), TimelineItem("2019", "B", "b", basis="inferred")]
    nodes = [
        RelationNode(k, k, kind, "#")
        for k, kind in zip("abcd", ("person", "government", "group", "place"), strict=True)
    ]
    edges = [RelationEdge("a", "met", "b"), RelationEdge("b", "warned", "c", 3, "#")]
    points = [MapPoint("Port", 50, 30, "#"), MapPoint("Bay", 50.2, 30.1), MapPoint("Isle", 50.1, 30.2)]
    rows = [BalanceRow("A", 3, 1), BalanceRow("B", 2, 1, named=False)]
    drawn = (timeline(items, **words), relations(nodes, edges, **words).svg, locator_map(points, **captions))
    return (*drawn, balance(rows, **words))


def test_every_class_has_its_rule_in_the_style_sheet(samples):
    rules = STYLES.read_text(encoding="utf-8")
    used = {
        name for svg in samples for names in re.findall(r'class="([^"]*)"', svg) for name in names.split()
    }
    assert {name for name in used if not re.search(rf"\.{name}\b(?!-)", rules)} == set()


def test_nothing_is_styled_in_line_or_fetched(samples):
    assert all(not re.search(r"\sstyle=|<style|<script|url\(|xlink|@import|\son\w+=", svg) for svg in samples)
    assert not re.search(r"url\(|@import", STYLES.read_text(encoding="utf-8"))


def test_figures_do_not_depend_on_the_hash_seed():
    program = (
        "from generator.render.figures import *\n"
        "from generator.knowledge.labels import load_labels\n"
        "nodes = [RelationNode(f'n{i}', f'N {i}', 'person') for i in range(20)]\n"
        "edges = [RelationEdge(f'n{i}', 'met', f'n{(i * 7 + 3) % 20}') for i in range(20)]\n"
        "points = [MapPoint(f'P {i}', i * 1.5, 170 + i) for i in range(12)]\n"
        "print(relations(nodes, edges, labels=load_labels(), title='t', desc='d'), locator_map(points, title='t', desc='d'))"
    )
    run = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(STYLES.parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert run[0] == run[1]
    assert len(run[0]) > 5000
