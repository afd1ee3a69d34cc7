"""Sides of matches, what persons belong to, firms behind persons' names: in short texts of our own."""

import pytest

REPORT = (
    "The league match ended in a 2-1 victory. The coach praised his team, and the striker scored two goals in the second half.",
)


@pytest.fixture(scope="session")
def kind_in(resolution_of):
    """In a report of matches, the kind of one name; "" where it is nobody."""

    def run(text, name):
        return next(
            (e.kind for e in resolution_of(*REPORT, text).entities if name in (e.name, *e.aliases)), ""
        )

    return run


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ajara have lost three matches. Ajara host Lille on Monday.", "Ajara"),
        ("Ajara, who visit Lille on Wednesday, need a point.", "Ajara"),
        ("Lille beat Ajara 3-0 on Sunday.", "Ajara"),
        ("Lille drew 1-1 with Ajara on Sunday.", "Ajara"),
        ("The Kansas City Chiefs won the match.", "Kansas City Chiefs"),
    ],
)
def test_what_only_a_side_does_makes_a_side(kind_in, text, name):
    assert kind_in(text, name) == "organisation"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Goals from Edmondo Cavara and Miguel Soler sank Lille.", "Edmondo Cavara"),
        ("Anna Keller beat Coco Lund 6-4 6-2. Keller will play again on Monday.", "Anna Keller"),
        ("They let Keller play on. Anna Keller was glad.", "Anna Keller"),
    ],
)
def test_who_scores_or_plays_alone_is_somebody(kind_in, text, name):
    assert kind_in(text, name) == "person"


def test_persons_belong_to_bodies(resolution_of):
    found = {
        e.name: e.kind
        for e in resolution_of("Scott Keller of Lehoty Keller Cohn argued that it was void.").entities
    }
    assert found["Lehoty Keller Cohn"] == "organisation"


def test_a_firm_is_meant_by_the_names_it_begins_with(resolution_of):
    found = resolution_of(
        "Polly Pecksworth International Inc. agreed to buy a mine.",
        "Polly Pecksworth, a conglomerate, will pay in cash. Polly Pecksworth’s shares rose.",
    ).entities
    assert [(e.name, e.kind) for e in found if "Polly" in e.name] == [
        ("Polly Pecksworth International Inc.", "organisation")
    ]


def test_a_trade_is_left_out_of_the_short_name(resolution_of):
    found = resolution_of(
        "He took bribes from builder Hanmaeng Construction.", "The court fined Hanmaeng on Friday."
    ).entities
    assert [e.aliases for e in found if e.name == "Hanmaeng Construction"] == [("Hanmaeng",)]


@pytest.mark.parametrize(
    ("texts", "name", "alias"),
    [
        (
            ("President Luiz Inácio Lula da Silva spoke.", "Lula laughed. Lula left."),
            "Luiz Inácio Lula da Silva",
            "Lula",
        ),
        (
            ("Juan Miguel Gonzalez wept.", "Juan Miguel wants his son back, she said."),
            "Juan Miguel Gonzalez",
            "Juan Miguel",
        ),
        (("She is with The Sela Energy Institute (TSEI).", "TSEI agreed."), "Sela Energy Institute", "TSEI"),
    ],
)
def test_a_part_of_a_full_name_is_the_same_one(resolution_of, texts, name, alias):
    assert alias in next((e.aliases for e in resolution_of(*texts).entities if e.name == name), ())


def test_a_journal_is_no_place(resolution_of):
    found = {
        e.name: e.kind
        for e in resolution_of("The study, published on Monday in Nature Plants, was praised.").entities
    }
    assert found.get("Nature Plants") != "place"


def test_an_administration_is_a_president_s(resolution_of):
    found = resolution_of(
        "He took a job in the Nixon White House.", "Judge Oldham, a Trump appointee, wrote it."
    ).entities
    assert {e.name: e.kind for e in found}.items() >= {"Nixon": "person", "Trump": "person"}.items()


def test_initials_mean_the_person_introduced_before(resolution_of):
    found = resolution_of("Rep. Ana Ospina-Lund spoke in Reno.", "AOL was praised by unions.").entities
    assert [e.aliases for e in found if e.name == "Ana Ospina-Lund"] == [("AOL",)]


def test_a_state_s_abbreviation_at_the_end_is_the_state(resolution_of):
    assert "Vermont" in {e.name for e in resolution_of("He is from St. Albans, Vt.").entities}


def test_an_agencys_slug_makes_a_report_and_is_no_name(resolution_of):
    found = resolution_of("Golf-Keller leads by one at Riviera", "Ann Keller shot a 64 on Saturday.").entities
    assert "Golf-Keller" not in {e.name for e in found}


def test_a_city_and_a_nickname_are_one_side(kind_in):
    assert (
        kind_in("Dallas beat the Sacramento Kings 130-111 on Wednesday.", "Sacramento Kings")
        == "organisation"
    )


def test_nobody_hosts_a_town(kind_in):
    assert kind_in("Norvik host Leicester on Friday.", "Leicester") == "organisation"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Peru beat Chile 2-0 on Sunday. Chile scored late.", "Chile", "organisation"),
        ("Peru lost 1 – 2 to England. England had more of the ball.", "England", "organisation"),
        ("Ann Lee of Peru won in Chile. She lives in Peru.", "Peru", "place"),
        ("Ann Lee (Peru) was second. In Chile it rained.", "Chile", "place"),
    ],
)
def test_a_country_that_plays_is_a_side(kind_in, text, name, kind):
    assert kind_in(text, name) == kind


def test_a_country_that_beats_another_outside_of_sports_is_no_side(resolution_of):
    found = resolution_of("Peru beat Chile in the vote for the seat.").entities
    assert "organisation" not in {e.kind for e in found}
