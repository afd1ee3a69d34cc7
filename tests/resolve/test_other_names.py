"""Whom a second name stands for where the text itself says so, or spells it short."""

import pytest


@pytest.mark.parametrize(
    "opening",
    [
        "Luiz Tavares, known to everybody as Nando, won the vote.",
        "Luiz Tavares, nicknamed “Nando”, won the vote.",
        "Luiz Tavares, who is better known as Nando, won the vote.",
    ],
)
def test_known_as(meant, opening):
    found = dict(meant(opening, "Nando told supporters to go home."))
    assert found["Nando"] == "luiz-tavares"


def test_a_name_in_brackets_that_begins_the_full_one(meant):
    found = dict(meant("Shaquille Ortega (Shaq) was hurt.", "The coach said Shaq would play."))
    assert found["Shaq"] == "shaquille-ortega"


def test_a_town_in_brackets_is_no_other_name(meant):
    found = meant("Ann Lee (Lima) spoke.", "It rained in Lima.")
    assert ("Lima", "ann-lee") not in found


def test_born_in_a_town_is_no_other_name(meant):
    assert ("Lima", "ann-lee") not in meant("Ann Lee, born in Lima, spoke. Lima cheered.")


def test_a_nickname_that_is_somebody_else_s_name_as_well_stays_apart(resolution_of):
    found = resolution_of("Luiz Tavares, known as Nando, met Nando Silva.", "Nando said so.")
    assert found.mentions[-1].entity != "luiz-tavares"


def test_the_acronym_of_a_translated_name(meant):
    found = dict(meant("She left the National Alliance (AN) on Monday.", "The AN was silent."))
    assert found["AN"] == "national-alliance"


def test_an_agency_in_brackets_after_a_town_is_no_acronym_of_it(meant):
    assert dict(meant("He spoke in Paris (AFP) on Monday."))["Paris"] == "paris"


def test_abbreviated_parts(meant):
    found = dict(meant("She teaches at the University of New South Wales.", "The University of NSW said so."))
    assert len({found["University of New South Wales"], found["University of NSW"]}) == 1
    found = dict(meant("N. Ireland peace talks resume", "The parties in Northern Ireland met on Monday."))
    assert found["N. Ireland"] == "northern-ireland"


def test_another_university_is_not_spelled_short(meant):
    found = dict(meant("She left the University of North Dakota.", "The University of NSW said so."))
    assert found["University of NSW"] != found["University of North Dakota"]


def test_a_country_s_body_with_its_country(meant):
    found = dict(meant("The United Kingdom Home Office refused.", "The Home Office said so."))
    assert found["United Kingdom Home Office"] == found["Home Office"] == "home-office"


def test_another_country_s_body_is_not_it(meant):
    found = dict(meant("The Kenyan Home Office refused.", "The Home Office in London said so."))
    assert found.get("Kenyan Home Office") != "home-office"


def test_a_firm_s_short_name_that_the_model_takes_for_a_person(resolution_of):
    found = resolution_of(
        "Barrick Gold Corp. bid on Friday.", "Barrick said it would wait. Analysts expect Barrick to win."
    ).entities
    assert [(e.name, e.kind) for e in found] == [("Barrick Gold Corp.", "organisation")]


def test_a_person_is_not_the_foundation_that_bears_the_name(meant):
    found = dict(meant("President Obarra spoke. Obarra said he was ill.", "The Obarra Foundation closed."))
    assert found["Obarra"] != found["Obarra Foundation"]


SPORTS = "The league game drew fans; the coach praised the team, the striker and the goalkeeper after a 4-2 victory."


def test_clubs_by_their_nickname_and_their_city(meant):
    found = meant(
        SPORTS,
        "The Vancouver Canucks met the Buffalo Sabres on Friday.",
        "It was a late win by Vancouver, and the Sabres went home to Buffalo.",
    )
    assert ("Vancouver", "vancouver-canucks") in found
    assert ("Sabres", "buffalo-sabres") in found


def test_the_city_in_which_a_club_plays_is_the_city(meant):
    found = meant(SPORTS, "The Vancouver Canucks lost on Friday. It rained in Vancouver all day.")
    assert ("Vancouver", "vancouver") in found


def test_outside_sports_a_city_is_no_club(meant):
    found = meant("The Vancouver Canucks gave to the hospital.", "A judge from Vancouver thanked Vancouver.")
    assert {entity for words, entity in found if words == "Vancouver"} == {"vancouver"}


def test_a_nickname_that_two_clubs_bear_stays_apart(meant):
    found = dict(meant(SPORTS, "The Leeds Tigers met the Hull Tigers.", "The Tigers were tired."))
    assert found["Tigers"] not in {"leeds-tigers", "hull-tigers"}


def test_a_surname_that_is_a_people_s_name(meant):
    found = meant("Veronica Finn sang. Finn and Ann Lee were a duo.", "The Finnish press loved it.")
    assert ("Finn", "veronica-finn") in found


def test_a_people_s_word_before_a_noun_is_the_people(meant):
    found = meant("Dawn French spoke first.", "French officials said little.")
    assert ("French", "france") in found


def test_half_of_a_land(meant):
    assert ("Korea", "south-korea") in meant(
        "South Korea met Sweden.", "It was a good day for Korea’s players."
    )
    both = meant("South Korea met North Korea.", "It was a good day for Korea’s players.")
    assert ("Korea", "south-korea") not in both


def test_a_state_is_not_the_woman_who_is_called_so(meant):
    found = meant("Virginia Welch told the board.", "The school is in Loudon County, Virginia.")
    assert ("Virginia", "virginia") in found


def test_letters_after_a_person_are_no_surname(meant):
    assert dict(meant("Ann Stark, ABC News, Lima.", "The network ABC said so."))["ABC"] != "ann-stark"


def test_the_plain_firm_before_its_daughter(meant):
    found = dict(
        meant("Sony Corp. bid.", "Sony Columbia Acquisition Corp. was set up.", "Shares of Sony fell.")
    )
    assert found["Sony"] == found["Sony Corp."]


def test_the_branch_of_a_country(meant):
    found = dict(meant("The Red Union Association of Kenya met.", "The Red Union Association said so."))
    assert len(set(found.values()) - {"kenya"}) == 1


def test_a_plural_s_apostrophe_may_be_missing(meant):
    found = dict(meant("The Kurdistan Workers Party (PKK) left.", "The PKK said so."))
    assert found["Kurdistan Workers Party"] == found["PKK"] == "pkk"


def test_a_slip_of_the_pen(meant):
    found = dict(meant("Minister Pranab Mukharjee spoke on Monday.", "“We are keen,” said Mr Mukarjee."))
    assert found["Mukarjee"] is None
    found = dict(meant("Ann Johnson spoke on Monday.", "“We are keen,” said Mr Johnston."))
    assert found["Johnston"] is None
    found = dict(
        meant("The Office of Fair Dealing wrote to both firms.", "The Office of Fair Dealings was silent.")
    )
    assert found["Office of Fair Dealings"] == "office-of-fair-dealing"


def test_another_letter_or_a_short_name_is_no_slip(meant):
    found = dict(meant("Ann Petersen spoke on Monday.", "“We are keen,” said Mr Peterson."))
    assert found["Peterson"] != "ann-petersen"
    found = dict(meant("Ann Clark spoke on Monday.", "“We are keen,” said Mr Clarke."))
    assert found["Clarke"] != "ann-clark"


def test_a_church_and_a_firm_by_their_core(meant):
    found = dict(
        meant("The Church of Candor sued a blogger.", "A former member of Candor spoke to The Times.")
    )
    assert found.get("Candor", "church-of-candor") == "church-of-candor"
    found = dict(meant("PT Samudra Jaya said it would list its shares.", "Samudra Jaya shares rose."))
    assert found["Samudra Jaya"] == found["PT Samudra Jaya"]


def test_the_letters_of_a_body_with_an_owner(meant):
    found = dict(meant("Peru’s Road Safety Office closed the bridge.", "The RSO gave no reason."))
    assert found["RSO"] == found["Road Safety Office"]


def test_a_body_s_short_name_in_brackets(meant):
    found = meant("The Department of Roads and Harbour Operations (Droho) agreed.", "Droho said so.")
    assert {entity for text, entity in found if text == "Droho"} == {
        "department-of-roads-and-harbour-operations"
    }


def test_a_people_in_both_forms_is_one(resolution_of):
    found = resolution_of("Buddhist monks came first.", "Then the Buddhists of the town followed.")
    groups = [e for e in found.entities if e.kind == "group"]
    assert [e.name for e in groups] == ["Buddhists"]


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        ("The Utopia Provincial Flood Centre (PFC) is open. The PFC has boats.", "PFC", "utopia-provincial-flood-centre"),
        ("The U.S. Inland Fisheries Service agreed. The IFS has boats.", "IFS", "us-inland-fisheries-service"),
        ("The Andean Fisheries Trade Agreement is old. Afta matters, Ann Lee said.", "Afta", "andean-fisheries-trade-agreement"),
    ],
)  # fmt: skip
def test_letters_may_leave_the_owner_out(meant, text, letters, name):
    assert {entity for words, entity in meant(text) if words == letters} == {name}


def test_a_pet_name_stays_open(meant):
    found = meant("Shaquille Ortega was hurt.", "The coach said Shaq would play. Shaq smiled.")
    assert ("Shaq", None) in found


def test_small_words_make_no_other_name(meant):
    found = meant("The Food Standards Board of Utopia agreed.", "The Food Standards Board Utopia said so.")
    assert len({entity for words, entity in found if words.startswith("Food")}) == 1


def test_father_and_son_are_two(resolution_of):
    found = resolution_of(
        "Arvid Bozell III leads the center. Bozell was five then.",
        "His father, Arvid Bozell, Jr., wrote a book.",
        "“We won,” Bozell says.",
    )
    assert [e.name for e in found.entities] == ["Arvid Bozell III", "Arvid Bozell, Jr."]
    assert found.mentions[-1].entity == "arvid-bozell-iii"


def test_a_surname_alone_means_the_elder_and_with_jr_the_younger(meant):
    found = meant(
        "Arvid Keller met his son Arvid Keller Jr. in Reno.", "Keller left on Monday.", "Keller Jr. stayed."
    )
    assert ("Keller", "arvid-keller") in found
    assert found[-1][1] == "arvid-keller-jr"


def test_a_film_called_like_somebody_makes_nobody_a_film(resolution_of):
    found = resolution_of(
        "Anthony Keller resigned on Monday.", "Keller, 51, told his life in the documentary “Keller.”"
    ).entities
    assert [(e.name, e.kind) for e in found] == [("Anthony Keller", "person")]


def test_a_name_with_accents_is_not_the_country_without(resolution_of):
    found = resolution_of("The striker joined América in June.").entities
    assert "united-states" not in {e.id for e in found}


def test_a_firm_is_not_its_subsidiary(meant):
    found = meant(
        "Norvik AB, the Stockholm firm, bought Norvik Business Systems Inc. on Monday.", "Norvik fell by 3%."
    )
    assert found[-1] == ("Norvik", "norvik-ab")
