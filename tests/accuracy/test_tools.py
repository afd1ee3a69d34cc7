"""The figures and the page that `make accuracy` writes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.accuracy import actors, dates, stances, tally
from tests.accuracy.annotation import several
from tests.accuracy.tally import Score
from tools.accuracy import __main__ as command
from tools.accuracy import corpora, figures, page

COUNTS = st.lists(
    st.fixed_dictionaries({"a": st.integers(0, 9), "b": st.integers(0, 9)}), min_size=1, max_size=8
)


@settings(deadline=None)
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
    parts = "gold losses actors quotations dates pages stances load models".split()
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


def test_losses_are_told_once_the_most_frequent_first():
    told = figures.losses([("a", "one"), ("b", "two"), ("b", "three"), ("c", "two")], most=1)
    assert told == "**b: 2**\n\n- two\n\n**a: 1**\n\n- one"


def test_without_the_corpora_the_gold_is_measured_and_the_rest_stays(monkeypatch, tmp_path, capsys):
    copy = tmp_path / "accuracy.md"
    copy.write_text(page.PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    score = Score(Counter({"actor": 3, "actor false": 1}), [("actor false", "a: Nobody")])
    monkeypatch.setattr(page, "PAGE", copy)
    monkeypatch.setattr(actors, "EVAL", tmp_path / "nowhere")
    monkeypatch.setattr(command.gold, "scores", lambda _: {"a": score})
    monkeypatch.setattr("sys.argv", ["accuracy"])
    command.main()
    assert "| actors: precise | 75.0 | 75.0–75.0 | 4 |" in copy.read_text(encoding="utf-8")
    assert "no annotated news" in capsys.readouterr().err


@pytest.mark.corpus
@pytest.mark.skipif(
    not actors.EVAL.is_dir(), reason=f"no annotated news at {actors.EVAL}: set BACKGROUNDER_EVAL"
)
def test_counts_by_document_add_up_to_the_scorers_figures(linguist):
    scorer = corpora.scorer()
    documents = scorer.load("gum_dates_dev")[:3]
    whole = scorer.score_dates(documents, dates.predict(documents, linguist))
    rows = figures.measured(corpora.DATES, corpora.score_dates(documents, linguist))
    found = {m.name: round(m.value, 1) for m in rows}
    assert found["exact value, end to end"] == whole["ALL"]["exact%"]
    assert found["precise"] == whole["detection_precision_any_timex"]


def test_the_annotated_stands_are_well_formed():
    """Two hundred sentences and more, none twice, each stand with a known stance."""
    sentences = stances.load()
    assert len({(s.corpus, s.document, s.start) for s in sentences}) == len(sentences) >= 200
    for sentence in sentences:
        assert sentence.corpus in stances.CORPORA
        assert sentence.start < sentence.end
        for stand in sentence.stands:
            assert set(several(stand["stance"])) <= {"for", "against", "neutral"}
            assert stand["subject"], sentence


@pytest.mark.corpus
@pytest.mark.skipif(
    not actors.EVAL.is_dir(), reason=f"no annotated news at {actors.EVAL}: set BACKGROUNDER_EVAL"
)
def test_stands_in_real_news_are_right(linguist):
    """Floors a little under what is reached on the annotated sentences of a part of the documents."""
    scored = list(stances.scores(linguist, 12))
    counts = tally.total(s for _, s in scored).counts
    for figure, floor in {"found": 60, "precise": 85}.items():
        assert tally.quotient(counts, figure, stances.FIGURES) >= floor, figure
