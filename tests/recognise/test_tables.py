"""Lists of names and numbers."""

from generator.recognise.tables import is_list, listed


def names(text):
    return [(text[p.start : p.end], p.label) for p in listed(text, [])]


def test_a_sentence_with_a_number_is_no_list():
    assert not is_list("The mayor of Lima said that 14 people were hurt on Friday.")


def test_a_result_with_nations_in_brackets():
    text = "1. Ann Lee (Norway) 12.3 seconds"
    assert [name for name, _ in names(text)] == ["Ann Lee", "Norway"]


def test_a_nation_s_second_team_is_a_side():
    assert names("2. Norway II (Ola Berg, Per Dahl) 1:45.93")[0] == ("Norway II", "organisation")


def test_headings_are_no_names():
    assert names("EASTERN DIVISION W L PCT GB 1") == []


def test_a_title_in_a_list_is_no_part_of_the_name():
    assert ("Ann Lee", "person") in names("Sen. Ann Lee (R-Ohio) — Announced March 23, 2015")
