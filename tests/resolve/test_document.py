"""Who is meant, in short texts of our own, with the real language model and the real world pack."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.resolve.names import Name
from generator.resolve.organisations import short_form


def rule(resolution, text):
    return next(r.rule for r in resolution.mentions if r.mention.text == text)


def test_a_surname_stands_for_the_only_such_person(meant, resolution_of):
    text = "Kwame Mensah sued the port. On Friday Mensah won."
    assert meant(text) == [("Kwame Mensah", "kwame-mensah"), ("Mensah", "kwame-mensah")]
    assert rule(resolution_of(text), "Mensah") == "surname of the only such person"


def test_two_bearers_of_a_surname_leave_it_open(resolution_of):
    found = resolution_of("Kwame Mensah spoke. His wife, Ama Mensah, listened. Then Mensah wept.")
    last = found.mentions[-1]
    assert last.entity is None
    assert last.candidates == ("kwame-mensah", "ama-mensah")


def test_before_the_second_is_introduced_the_surname_is_the_first_s(meant):
    found = meant("Kwame Mensah spoke. Mensah then wept.", "Ama Mensah listened.")
    assert ("Mensah", "kwame-mensah") in found


def test_a_headline_s_surname_is_found_in_the_body(meant):
    assert meant("Mensah wins at last", "Kwame Mensah won on Friday.")[0] == ("Mensah", "kwame-mensah")


def test_east_asian_names_begin_with_the_family_name(meant, resolution_of):
    text = "Park Min-jun spoke first. Park was followed by Nguyen Thi Hoa."
    assert ("Park", "park-min-jun") in meant(text)
    assert "family name" in rule(resolution_of(text), "Park")


def test_particles_belong_to_the_family_name(meant):
    found = meant("Anna van der Berg met Karim el-Masri. Van der Berg smiled, and Masri left.")
    assert [entity for _, entity in found] == ["anna-van-der-berg", "karim-el-masri"] * 2


def test_sovereigns_keep_their_title(resolution_of):
    entities = resolution_of("King Haakon met Queen Margrethe in Oslo. Haakon spoke.").entities
    assert [e.name for e in entities if e.kind == "person"] == ["King Haakon", "Queen Margrethe"]


def test_a_sovereign_is_not_whoever_has_that_first_name(meant):
    found = meant("Harry Winter met Prince Harry in Lima.")
    assert [entity for _, entity in found][:2] == ["harry-winter", "prince-harry"]


def test_a_defined_acronym_stands_for_what_it_was_defined_as(meant, resolution_of):
    text = "The Lake Herders Association (LHA) sued. The LHA won."
    assert {entity for _, entity in meant(text)} == {"lake-herders-association"}
    assert rule(resolution_of(text), "LHA") == "acronym defined in the text"


def test_a_known_acronym_is_the_entry(meant):
    assert ("NATO", "nato") in meant("Ministers of NATO met in Oslo.")


def test_who_is_not_the_health_organisation_in_small_letters(meant):
    assert meant("The WHO asked who would pay.") == [("WHO", "world-health-organization")]


def test_short_forms_of_a_firm(meant):
    assert {e for _, e in meant("Tallis Motor Corp. fell on Friday. Shares of Tallis had risen.")} == {
        "tallis-motor-corp"
    }


def test_a_body_bears_its_owner_s_name(resolution_of):
    found = resolution_of("Kenya’s Water Council met on Monday. The council agreed to pay.")
    assert [(e.name, e.kind) for e in found.entities][1] == ("Kenya’s Water Council", "organisation")
    assert found.mentions[-1].mention.text == "The council"
    assert found.mentions[-1].entity == found.entities[1].id


def test_two_councils_leave_the_council_alone(resolution_of):
    found = resolution_of("The Water Council met the Forest Council. The council agreed to pay.")
    assert "The council" not in [r.mention.text for r in found.mentions]


def test_a_general_word_by_itself_is_nobody(meant):
    assert "University" not in [text for text, _ in meant("He left University for good.")]


def test_a_person_named_like_a_country(meant):
    found = meant("Grace Jordan, 45, was born in Lima. Jordan moved to Quito as a child, she said.")
    assert ("Jordan", "grace-jordan") in found


def test_a_country_that_others_share_its_name_with_needs_a_sign(resolution_of):
    (alone,) = resolution_of("The storm reached Georgia overnight.").mentions
    assert alone.entity == "georgia-place"
    assert resolution_of("The storm reached Georgia overnight.").entities[0].entry == "none"
    assert (
        resolution_of("The storm reached Georgia overnight; Tbilisi was dark.").entities[0].entry == "world"
    )


def test_a_capital_is_its_government_or_the_place(resolution_of):
    found = resolution_of("Nairobi rejected the offer. The talks in Nairobi went on.")
    assert [(r.entity, r.sense) for r in found.mentions] == [("kenya", "government"), ("nairobi", "place")]
    assert found.mentions[0].rule == "metonym: subject of “rejected”"


def test_a_people_s_word_means_the_country_in_the_sense_of_its_people(resolution_of):
    (found,) = resolution_of("The Kenyan runner won.").mentions
    assert (found.entity, found.sense) == ("kenya", "group")


def test_a_name_misread_once_is_put_right(resolution_of):
    found = resolution_of("Wang Wei spoke. Wang was late. Wang said so on Monday, and Wang left.")
    assert {r.sense for r in found.mentions} == {"person"}


def test_state_abbreviations_are_the_state(meant):
    found = meant("He was born in Lansing, Mich., and stayed in Michigan.")
    assert [entity for _, entity in found] == ["lansing", "michigan", "michigan"]


NAMES = [
    "Ann Lee",
    "Bob Ray",
    "Lee",
    "Kenya",
    "Nairobi",
    "the UN",
    "Water Council",
    "Lima",
    "Kenyan officials",
]
VERBS = ["met", "rejected", "lives in", "accused", "went to", "wrote to"]


@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(VERBS), st.sampled_from(NAMES)),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_resolution_names_an_entity_that_is_there(resolution_of, triples):
    found = resolution_of(*(f"{a} {verb} {b}." for a, verb, b in triples))
    ids = [entity.id for entity in found.entities]
    assert len(ids) == len(set(ids))
    assert all(r.rule for r in found.mentions)
    assert {r.entity for r in found.mentions if r.entity} == set(ids)
    spans = [(r.mention.span.paragraph, r.mention.span.start) for r in found.mentions]
    assert spans == sorted(spans)


def test_a_surname_stays_with_whom_it_was_before_a_relative_came_in(meant):
    found = meant(
        "Kwame Mensah spoke. Mensah was late, and Mensah knew it.",
        "Ama Mensah listened. Mensah then wept.",
        "On Friday Mensah resigned.",
    )
    assert found[-1] == ("Mensah", "kwame-mensah")
    assert found[-2] == ("Mensah", None)


def test_the_short_form_of_an_entry_s_name_is_the_entry(meant):
    found = meant(
        "The United Nations Security Council met on Monday. Members of the Security Council left early."
    )
    assert {entity for _, entity in found} == {"un-security-council"}


def test_words_for_a_people_are_no_alias_of_the_country(resolution_of):
    (kenya,) = resolution_of("Kenyan officials left Kenya.").entities
    assert kenya.aliases == ()


def kinds(resolution):
    return {entity.name: entity.kind for entity in resolution.entities}


def test_what_the_text_calls_a_name_decides_its_kind(resolution_of):
    text = (
        "Staff at the law firm Ruiz Vega were late. Ruiz Vega denied it, and Ruiz Vega said it would appeal."
    )
    assert kinds(resolution_of(text))["Ruiz Vega"] == "organisation"
    text = "Obrada Tolk, leader of the opposition, spoke. Tolk said she would stay."
    assert kinds(resolution_of(text)) == {"Obrada Tolk": "person"}


def test_short_names_of_clubs_bodies_and_airports():
    def name(text, kind):
        return Name(text, text.casefold(), votes=Counter({kind: 1}))

    full = [
        name("SC Steinau", "organisation"),
        name("Lima Water Board", "organisation"),
        name("Norby Airport", "place"),
        name("Oldham Rovers", "organisation"),
    ]
    targets = [
        short_form(name(text, kind), full, lambda words: words == "lima")
        for text, kind in (
            ("Steinau", "organisation"), ("Water Board", "organisation"), ("Norby", "place"), ("Oldham", "place"),
            ("Oldham", "person"),
        )
    ]  # fmt: skip
    assert [[n.text for n in found] for found in targets] == [
        ["SC Steinau"], ["Lima Water Board"], ["Norby Airport"], ["Oldham Rovers"], [],
    ]  # fmt: skip


def test_a_rank_by_itself_is_nobody(meant):
    assert "Rear Admiral" not in [text for text, _ in meant("The Rear Admiral spoke to Ann Lee.")]


def test_the_place_of_a_dateline_does_nothing(resolution_of):
    for opening in ("LIMA — Chile", "Lima, June 3 (Wire) - Chile"):
        (first, *_) = resolution_of(f"{opening} threatened to leave the pact.").mentions
        assert (first.entity, first.sense) == ("lima", "place")


def test_a_capital_between_dashes_is_no_dateline(resolution_of):
    (found,) = resolution_of("Lima — under pressure — rejected the plan.").mentions
    assert found.rule == "metonym: subject of “rejected”"


def test_capitals_that_listen_and_restart_talks_are_governments(resolution_of):
    found = resolution_of("Seoul and Tokyo restart fishing talks", "Brussels is listening carefully.")
    assert [r.entity for r in found.mentions] == ["south-korea", "japan", "european-union"]


def test_a_name_that_a_sovereign_bears_too_stays_open(resolution_of):
    text = "Omar Hussein wrote to King Hussein of Jordan. Nothing was decided, and Hussein left."
    last = resolution_of(text).mentions[-1]
    assert last.entity is None
    assert last.candidates == ("omar-hussein", "king-hussein")


def test_letters_that_the_text_spells_out_are_not_the_entry_of_those_letters(meant):
    text = "Ann Moss heads Isis (Institute of Strategic and International Studies). Isis was asked to join."
    body = "institute-of-strategic-and-international-studies"
    assert [entity for words, entity in meant(text) if words == "Isis"] == [body, body]


def test_a_rank_in_capitals_is_no_given_name(meant):
    found = meant("MEC Mabela urged calm.", "Jacob Mabela said that it rained. Mabela left.")
    assert [entity for words, entity in found if "Mabela" in words] == ["jacob-mabela"] * 3
