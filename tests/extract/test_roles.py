"""What the article calls its people, word for word."""

from __future__ import annotations

import pytest

from generator.extract import find_roles


def roles(read, *texts):
    case = read(*texts)
    return [(r.entity, r.text) for r in find_roles(case.parsed, case.resolution)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kremlin spokesman Paul Brandt left.", "Kremlin spokesman"),
        ("French Foreign Ministry spokeswoman Paul Brandt spoke.", "French Foreign Ministry spokeswoman"),
        ("Secretary of State Paul Brandt spoke on Monday.", "Secretary of State"),
        ("Peruvian President Paul Brandt spoke on Monday.", "Peruvian President"),
        ("Peruvian leader Paul Brandt spoke on Monday.", "Peruvian leader"),
        (
            "Paul Brandt, the secretary of Peru’s National Council, spoke.",
            "secretary of Peru’s National Council",
        ),
        (
            "They met his commissioner for children’s rights, Paul Brandt.",
            "commissioner for children’s rights",
        ),
        ("Paul Brandt, who was the mayor of Graz, spoke.", "mayor of Graz"),
        ("Paul Brandt is the chief executive of Siemens.", "chief executive of Siemens"),
        ("Former Chancellor Paul Brandt spoke on Monday.", "Former Chancellor"),
    ],
)
def test_a_role(read, text, role):
    assert ("paul-brandt", role) in roles(read, text)


@pytest.mark.parametrize(
    "text", ["Mr. Paul Brandt spoke.", "On Monday Paul Brandt spoke.", "The mayor met Paul Brandt."]
)
def test_no_role(read, text):
    assert roles(read, text) == []


def test_an_organisation_has_a_role(read):
    assert (
        "Peruvian party’s mouthpiece"
        in dict(
            roles(read, "He wrote in the Daily Herald, the Peruvian party’s mouthpiece, on Monday.")
        ).values()
    )


def test_a_teaser_gives_a_role_only_where_the_body_gives_none(read):
    teaser = ("related", "Secretary of State Paul Brandt flew home.")
    assert roles(read, "Paul Brandt spoke on Monday.", teaser) == [("paul-brandt", "Secretary of State")]
    assert roles(read, "Senator Paul Brandt spoke on Monday.", teaser) == [("paul-brandt", "Senator")]


def test_an_office_comes_before_a_vague_word(read):
    found = roles(read, "Peruvian leader Paul Brandt spoke.", "President Paul Brandt left.")
    assert [text for _, text in found] == ["President", "Peruvian leader"]
