"""The figures and the page that `make accuracy` writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.accuracy import figures, page

COUNTS = st.lists(
    st.fixed_dictionaries({"a": st.integers(0, 9), "b": st.integers(0, 9)}), min_size=1, max_size=8
)


@given(COUNTS)
def test_a_figure_lies_where_its_documents_lie(documents):
    """Between 0 and 100, the interval in order, the same at every run."""
    wanted = {"share": (["a"], ["a", "b"])}
    found = list(figures.measured(wanted, documents))
    assert found == list(figures.measured(wanted, documents))
    for m in found:
        assert 0 <= m.low <= m.high <= 100
        assert m.counted == sum(d["a"] + d["b"] for d in documents)


def test_alike_documents_leave_no_doubt():
    (found,) = figures.measured({"share": (["a"], ["a", "b"])}, [{"a": 3, "b": 1}] * 5)
    assert (found.low, found.value, found.high) == (75, 75, 75)


def test_parts_are_replaced_and_others_stay():
    old = "x\n<!-- measured: one -->\n\nold\n\n<!-- end -->\ny\n<!-- measured: two -->\n<!-- end -->\n"
    new = page.filled(old, {"one": "1"})
    assert new == old.replace("old", "1")
    assert page.filled(new, {"two": "2"}).endswith("<!-- measured: two -->\n\n2\n\n<!-- end -->\n")
    with pytest.raises(KeyError, match="three"):
        page.filled(old, {"three": "3"})


def test_the_page_has_a_place_for_every_part():
    parts = "gold losses actors quotations dates pages load models".split()
    filled = page.filled(page.PAGE.read_text(encoding="utf-8"), dict.fromkeys(parts, "| here |"))
    assert filled.count("| here |") == len(parts)


def test_tables_are_markdown():
    rows = {"first, 2": list(figures.measured({"share": (["a"], ["a"])}, [{"a": 1}, {"a": 2}])), "none": []}
    assert figures.table(rows, "corpus").splitlines() == [
        "| corpus | share |",
        "|---|---:|",
        "| first, 2 | 100.0 (100–100) |",
        "| none | – |",
    ]
