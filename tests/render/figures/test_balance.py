import pytest

from generator.render.figures import BalanceRow, balance

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    BalanceRow("A diplomat", 1, 1, named=False),
    BalanceRow("Anna Lindqvist", 200, 6, href="actors/a/"),
    BalanceRow("Ruritania", 100, 2),
]


def test_speakers_stand_in_order_with_counts_in_words(read_svg, texts, words):
    shown = texts(read_svg(balance(ROWS, **words)))
    assert shown[2:] == [
        *("Anna Lindqvist", "200 words · 6 quotations"),
        *("Ruritania", "100 words · 2 quotations"),
        *("A diplomat", "1 word · 1 quotation"),
    ]


def test_bars_are_to_scale_and_unnamed_speakers_hollow(read_svg, words):
    root = read_svg(balance(ROWS, **words))
    bars = [node for node in root.iter(f"{SVG}rect") if node.get("x") == "1"]
    lengths = [float(bar.get("width")) + 2 for bar in bars]
    assert lengths[1] * 2 == pytest.approx(lengths[0], abs=0.2)
    assert [bar.get("class") for bar in bars] == ["bg-fig-bar", "bg-fig-bar", "bg-fig-hollow"]


def test_the_legend_explains_only_what_is_drawn(read_svg, texts, words):
    assert "speaker not named" not in texts(read_svg(balance(ROWS[1:], **words)))


def test_speakers_of_no_words_are_drawn(read_svg, texts, words):
    assert "0 words · 1 quotation" in texts(read_svg(balance([BalanceRow("A", 0, 1)], **words)))


@pytest.mark.parametrize("rows", [[], [BalanceRow("A", -1, 1)]])
def test_a_balance_of_nothing_is_refused(rows, words):
    with pytest.raises(ValueError, match="needs speakers"):
        balance(rows, **words)
