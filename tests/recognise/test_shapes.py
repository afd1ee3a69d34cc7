"""Whole names by their shape and their ends, in sentences of our own, with the real language model."""

import pytest

WHOLE = [
    ("The Great Kelp Bank Marine Park Authority did not respond.", "Great Kelp Bank Marine Park Authority"),
    ("The money went to the Wish-A-Day Foundation in Reno.", "Wish-A-Day Foundation"),
    ("He served with the 14th Armoured Brigade in Kosovo.", "14th Armoured Brigade"),
    ("A member of the Council on Malian-French Relations agreed.", "Council on Malian-French Relations"),
    ("The Kern County Sheriff’s Office said a man was found.", "Kern County Sheriff’s Office"),
    ("The Utah Attorney General’s office sued the firm.", "Utah Attorney General’s office"),
    ("They met at the Norland State Capitol on Monday.", "Norland State Capitol"),
    ("They stayed at the Silver Moon Hotel and Casino in Reno.", "Silver Moon Hotel and Casino"),
    ("The clinic is in the town of Santa Lucia del Norte.", "Santa Lucia del Norte"),
    ("Its trade commissioner, Fatou Diop-Sarr, pledged support.", "Fatou Diop-Sarr"),
    ("The Baku-Tbilisi-Ceyhan pipeline was closed.", "Baku-Tbilisi-Ceyhan pipeline"),
    ("It became the Great Kelp Elementary School. She left.", "Great Kelp Elementary School"),
    ("A guard at Brooks saw Stefan bending down.", "Brooks"),
]


@pytest.mark.parametrize(("sentence", "name"), WHOLE)
def test_a_name_is_found_at_its_full_length(mentions_of, sentence, name):
    assert name in [text for text, _ in mentions_of(sentence)]


NONE = [
    ("On Monday Bank officials met in Lima.", "Monday Bank"),
    ("The Shadow Home Secretary Mara Venn said so.", "Shadow Home"),
    ("The Public Service Minister resigned.", "Public Service"),
    ("The train from Lima to Cusco was late.", "Lima to Cusco"),
    ("Norland-led Lake Office plans failed.", "Norland-led Lake Office"),
    ("Critics of Greenpeace said the plan was bad.", "Critics of Greenpeace"),
    ("The Tribune sued the Congress of Ann Lee in Reno.", "Congress of Ann Lee"),
]


@pytest.mark.parametrize(("sentence", "name"), NONE)
def test_what_only_looks_like_a_longer_name_is_none(mentions_of, sentence, name):
    assert name not in [text for text, _ in mentions_of(sentence)]


def test_a_line_in_title_case_has_no_shapes(mentions_of):
    assert (
        mentions_of("Town Hopes Strike Will Spare Its Ferry Station", "The town is calm.", "Nobody came.")
        == []
    )
