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
        (
            "Paul Brandt, the secretary of Norway’s Trade and Defense Council, left.",
            "secretary of Norway’s Trade and Defense Council",
        ),
        (
            "Paul Brandt, head of the National Trade and Defense Council, left.",
            "head of the National Trade and Defense Council",
        ),
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
        ("The navy’s spokesman Rear Admiral Paul Brandt spoke.", "navy’s spokesman"),
        ("Peruvian Army Chief Major General Paul Brandt spoke.", "Peruvian Army Chief"),
        ("Attorney General Paul Brandt spoke.", "Attorney General"),
        ("Colonel Paul Brandt spoke.", "Colonel"),
    ],
)
def test_a_role(read, text, role):
    assert ("paul-brandt", role) in roles(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations’ (UN) top court heard him.",
        "Mr. Paul Brandt spoke.",
        "On Monday Paul Brandt spoke.",
        "The mayor met Paul Brandt.",
        "For Paul Brandt, the delegate count is daunting.",
    ],
)
def test_no_role(read, text):
    assert roles(read, text) == []


def test_of_two_joined_names_the_last_has_the_role(read):
    found = roles(read, "They met Anna Keller and Paul Brandt, a harbour worker, in Lund.")
    assert [who for who, _ in found] == ["paul-brandt"]


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


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Paul Brandt is a vice-president of Nordbank.", "vice-president of Nordbank"),
        ("Paul Brandt is a co-founder of Nordbank.", "co-founder of Nordbank"),
        ("They met then-president Paul Brandt.", "then-president"),
        ("Paul Brandt became president after the war.", "president"),
        ("Paul Brandt, the chairman, has written off the plan.", "chairman"),
        ("Major Paul Brandt spoke on Monday.", "Major"),
        ("This is the company Chairman Paul Brandt founded.", "Chairman"),
        ("Republican National Committee member Paul Brandt spoke.", "Republican National Committee member"),
        (
            "Paul Brandt, secretary of Health and Human Services, left.",
            "secretary of Health and Human Services",
        ),
        (
            "Paul Brandt, president of the climate, controls and security division of Nordbank, left.",
            "president of the climate, controls and security division of Nordbank",
        ),
        ("Paul Brandt, a Labour politician and a former general, left.", "former general"),
        ("Even Nordbank founder Paul Brandt laughed.", "Nordbank founder"),
        ("GRAZ - Peruvian President Paul Brandt left on Monday.", "Peruvian President"),
        ("Cuts are the last thing state Senator Paul Brandt wants to hear about.", "state Senator"),
        ("Experts like Paul Brandt, a Peruvian geophysicist, disagree.", "Peruvian geophysicist"),
        (
            "They met Norway’s trade and energy minister Paul Brandt in Lund.",
            "Norway’s trade and energy minister",
        ),
        (
            "They met the Norwegian foreign and European minister Paul Brandt.",
            "Norwegian foreign and European minister",
        ),
        (
            "The Parks and Gardens Department director Paul Brandt left.",
            "Parks and Gardens Department director",
        ),
        ("The University of Lund dean Paul Brandt left.", "University of Lund dean"),
        ("Paul Brandt, director of the Sun and Moon program, left.", "director of the Sun and Moon program"),
        ("She went to Lund to greet Senator Paul Brandt.", "Senator"),
    ],
)
def test_a_whole_role_and_no_more(read, text, role):
    assert ("paul-brandt", role) in roles(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Like Paul Brandt, the Harbour Workers’ Committee has written off the plan.",
        "Like Paul Brandt, the chairman has written off the plan.",
        "Paul Brandt and Karl Lind, the likely presidential candidates, are both in favour.",
        "In the final scene, the Scottish hero Owen Kerr (Paul Brandt) is led away.",
        "In the final scene, the Scottish hero Paul Brandt (Owen Kerr) is led away.",
        "It is not clear whether Paul Brandt is the nominee.",
        "If Paul Brandt is the nominee, the party wins.",
        "Paul Brandt may be the mayor of Lund.",
        "Paul Brandt will be the nominee by the time the state votes.",
        "Paul Brandt wants to become president.",
        "Paul Brandt is no expert.",
        "Is Paul Brandt the president of Nordbank?",
        "They met would-be mayor Paul Brandt.",
        "So-called expert Paul Brandt came.",
        "Father Paul Brandt read the prayer.",
        "No candidate, Paul Brandt said, can win.",
        "Much like the nominee Karl Lind, Paul Brandt has lost the vote.",
        "Clara Lind and her husband, Paul Brandt, left.",
        "They met Clara Lind’s rival and her younger brother Paul Brandt.",
        "“Paul Brandt is a member of the gang,” Clara Lind said.",
        "None of this means that Paul Brandt was a minister.",
        "Paul Brandt is the second activist being sought in Lund.",
        "Paul Brandt is the only candidate with the money to win.",
        "Their friends fear the day when Paul Brandt becomes president.",
        "The president, the vice president, Paul Brandt, all of us ran.",
        "The president met one ally, Paul Brandt.",
        "Paul Brandt is a respected member of this town.",
    ],
)
def test_what_only_looks_like_a_role(read, text):
    assert [r for r in roles(read, text) if r[0] == "paul-brandt"] == []


def test_a_role_is_told_with_the_second_that_bears_what_both_are_of(read):
    found = roles(read, "Paul Brandt was president and chief operating officer of the bank’s northern unit.")
    assert found == [("paul-brandt", "president and chief operating officer of the bank’s northern unit")]


def test_two_common_nouns_before_a_name_are_told_together(read):
    assert roles(read, "The actress and activist Clara Lind spoke.") == [
        ("clara-lind", "actress and activist")
    ]


def test_the_next_of_a_list_is_nobodys_role(read):
    found = roles(
        read, "They backed Senator Karl Lind, Governor Paul Brandt, Governor Olaf Kern, all stripes."
    )
    assert {role for _, role in found} <= {"Senator", "Governor"}


def test_whom_another_is_called_is_not_a_name_between(read):
    text = "She refused to label the rebels, guilty of more deaths than the Lund Group, a terrorist group."
    assert not any("terrorist" in role for _, role in roles(read, text))


def test_what_a_body_owns_is_not_its_role(read):
    assert roles(read, "They left the Lund Golf Club, its state a sign of decay, in May.") == []


def test_a_body_in_a_list_is_not_another_bodys_role(read):
    assert roles(read, "The Secret Service, the FBI and the Lund Police Department read the letter.") == []


def test_a_rank_needs_its_capital(read):
    text = (
        "The firms used agents who doubled as major Brandt campaign fundraisers. Clara Brandt lost the vote."
    )
    assert roles(read, text) == []


def test_a_name_is_nobodys_role(read):
    text = "The former Libyan dictator Karl Lind and Egypt's deposed president, Paul Brandt, met."
    assert not any("Lind" in role for _, role in roles(read, text))


def test_a_relative_is_not_the_one_whose_relative_he_is(read):
    found = roles(read, "Paul Brandt, whose son Karl Lind was hurt, spoke on Monday.")
    assert not any(who == "paul-brandt" for who, _ in found)


def test_who_uses_a_site_is_not_the_site(read):
    assert "Users" not in str(roles(read, "Users on the microblogging site Weibo laughed."))


def test_the_end_of_an_adjective_is_no_role(read):
    assert roles(read, "They left the right-wing Dutch Party for Freedom on Monday.") == []


def test_a_firm_whose_stop_ends_the_sentence_ends_the_role(read):
    text = "“The dollar is tired,” said Paul Brandt, chief forex manager at Toyo Trust & Banking Co."
    assert [role for _, role in roles(read, text)] == ["chief forex manager at Toyo Trust & Banking Co."]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bank mourns founder and chairwoman Paul Brandt.", "founder and chairwoman"),
        ("They would treat a visiting Peruvian President Paul Brandt well.", "Peruvian President"),
        (
            "Paul Brandt, the top strategist on the 2008 and 2012 campaigns, left.",
            "top strategist on the 2008 and 2012 campaigns",
        ),
    ],
)
def test_a_headlines_verb_a_visit_and_half_a_list_are_no_part_of_a_role(read, text, role):
    assert [r for _, r in roles(read, text)] == [role]
