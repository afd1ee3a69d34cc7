"""What stands before a surname tells which of its bearers is meant, or that none of them is."""

import pytest

KERRS = "Bill Kerr and Hillary Kerr came late."


@pytest.mark.parametrize(
    ("texts", "who"),
    [
        ((KERRS, "Mrs. Kerr spoke first."), "hillary-kerr"),
        ((KERRS, "Mr. Kerr was silent."), "bill-kerr"),
        ((KERRS, "Sen. Kerr was silent."), None),
        (("Bill Kerr came late.", "Mrs. Kerr spoke first."), None),
        (("Bill Kerr came late.", "Mr. Kerr spoke first."), "bill-kerr"),
        (("Robin Kerr came late.", "Mrs. Kerr spoke first."), "robin-kerr"),
        (("Kofi Kerr and Ada Kerr came late.", "Sir Kerr was silent."), "kofi-kerr"),
        (("First lady Michelle Lindqvist spoke in Lund.", "President Lindqvist was away."), "lindqvist"),
        (("Ada Kerr, the wife of the president, spoke.", "President Kerr was away."), "kerr"),
        (("His wife, Ada Kerr, spoke.", "“No,” President Kerr said.", "Kerr left at noon."), "kerr"),
        (("His wife, Ada Kerr, spoke.", "“No,” President Kerr said.", "Ada Kerr smiled at Kerr."), None),
        (("President Ada Kerr, the widow of a miner, spoke.", "President Kerr left."), "ada-kerr"),
        (("Ada Kerr spoke in Lund.", "President Kerr left."), None),
        (("Ada Kerr spoke in Lund.", "President Kerr left.", "Kerr had come late."), "ada-kerr"),
        (("Ada Kerr, the Swiss president, spoke.", "President Kerr left."), "ada-kerr"),
        (("Swiss leader Ada Kerr spoke.", "President Kerr left."), "ada-kerr"),
        (("President Kerr spoke.", "Ada Kerr left.", "President Kerr had come late."), "ada-kerr"),
        (("Ada Kerr spoke in Lund.", "Chairwoman Kerr left."), "ada-kerr"),
        (("Tom Kerr, the son of a miner, spoke.", "Kerr left."), "tom-kerr"),
        (("A talk with Ada Kerr.", "Ada M. Kerr spoke in Lund.", "Kerr was brief."), "ada-m-kerr"),
    ],
)
def test_the_last_surname_is_theirs_who_can_be_called_so(meant, texts, who):
    assert [entity for words, entity in meant(*texts) if words.endswith(("Kerr", "Lindqvist"))][-1] == who
