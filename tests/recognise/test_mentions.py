"""Mentions in sentences of our own, with the real language model and the real world pack."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.text import Article, Name, Paragraph, Published
from generator.read import parse_source
from generator.recognise import find_mentions
from generator.recognise.clean import Piece, clean
from generator.recognise.mentions import longest
from generator.recognise.splits import split


def words(found):
    return [text for text, _ in found]


def test_titles_and_possessives_are_no_part_of_a_name(mentions_of):
    assert words(mentions_of("President Ama Mensah’s plan failed."))[-1] == "Ama Mensah"


def test_a_people_s_word_is_a_group(mentions_of):
    assert ("Peruvian", "group") in mentions_of("The Peruvian minister resigned.")


def test_group_of_twenty_is_one_name(mentions_of):
    assert "Group of 20" in words(mentions_of("She spoke to the Group of 20 in Lima."))


def test_halves_of_a_compound_are_mentions(mentions_of):
    assert words(mentions_of("The Peru-Chile border is quiet.")) == ["Peru", "Chile"]
    assert words(mentions_of("Sino-Kenyan trade grew last year."))[:2] == ["Sino", "Kenyan"]


def test_a_name_is_as_long_as_its_letters_say(mentions_of):
    found = words(
        mentions_of("The Upper and Lower Maru Herders Association (ULMHA) sued the province in Nadi.")
    )
    assert {"Upper and Lower Maru Herders Association", "ULMHA"} <= set(found)


def test_an_acronym_in_brackets_is_a_mention(mentions_of):
    found = mentions_of("The Lake Herders Association (LHA) sued the province.")
    assert {"Lake Herders Association", "LHA"} <= set(words(found))


def test_a_dateline_is_a_place_and_its_agency_nothing(mentions_of):
    found = mentions_of("NAIROBI, Kenya (AP) — The rains came late this year.")
    assert words(found) == ["NAIROBI", "Kenya"]


def test_a_name_with_particles_is_whole(mentions_of):
    assert "Anna van der Berg" in words(mentions_of("Anna van der Berg met the mayor of Lima."))


def test_a_shouted_headline_gives_names_that_the_body_has(mentions_of):
    found = mentions_of("MENSAH QUITS AFTER VOTE", "Kofi Mensah resigned on Monday after the vote.")
    assert words(found)[0] == "MENSAH"
    assert "VOTE" not in words(found)


def test_a_verb_behind_a_name_in_a_line_set_like_this_is_no_part_of_it():
    raw = "Ama Mensah Goes After Piet Aas Over The Harbour Plan"
    [piece] = clean(raw, Name("p", 0, 15, "PERSON"))
    assert raw[piece.start : piece.end] == "Ama Mensah"
    [piece] = clean("Goes in small print", Name("p", 0, 4, "PERSON"))
    assert (piece.start, piece.end) == (0, 4)


def test_a_name_from_elsewhere_has_its_legal_form_too(mentions_of):
    report = (
        "OSLO (Reuters) - Norvik ASA, the Norwegian maker of pumps, said on Tuesday it would cut 400 jobs."
    )
    found = mentions_of(
        "Norvik to cut 400 jobs as profit falls", report, "Shares in Norvik fell 6.2% to 84.10 crowns."
    )
    assert ("Norvik ASA", "organisation") in found


def test_credits_name_nobody(mentions_of):
    found = mentions_of("The bridge at Lima after the flood. (Ines Rojas / Pool photo)")
    assert "Ines Rojas" not in words(found)


def test_half_an_office_is_no_name(mentions_of):
    assert "Home" not in words(mentions_of("The Home Secretary, Jane Poe, resigned."))


def test_a_line_up_is_a_list_of_persons(mentions_of):
    found = dict(mentions_of("Norway: 1 - Ola Berg, 2 - Per Dahl (14 - Nils Foss 75), 3 - Jan Hauge."))
    assert found == {
        "Norway": "government", "Ola Berg": "person", "Per Dahl": "person", "Nils Foss": "person", "Jan Hauge": "person",
    }  # fmt: skip


def test_standings_are_a_list_of_sides(mentions_of):
    assert mentions_of("Harbour Town 14 11 2 1 35") == [("Harbour Town", "organisation")]
    assert mentions_of("Eastham 3 Westley 1") == [("Eastham", "organisation"), ("Westley", "organisation")]


def test_mentions_say_what_the_text_says(linguist, world):
    text = "“Kenya and Uganda,” said Amina Otieno, “will meet the UN’s envoy in Kampala.”"
    article = Article("a", "", (Paragraph("p", "body", text, 0),), Published(None, "unknown", ""))
    for mention in find_mentions(linguist.parse(article), world):
        assert article.words(mention.span) == mention.text


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=12))
@settings(max_examples=100)
def test_the_longest_pieces_never_overlap_and_are_in_order(spans):
    kept = longest(Piece(start, start + length, "person", "model") for start, length in spans)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert bool(kept) == bool(spans)


def test_a_headline_of_capitals_gives_only_names_that_something_vouches_for(mentions_of):
    found = mentions_of(
        "Mensah Approves Another Harbour Levy",
        "Kofi Mensah signed a levy on Monday.",
        "It will be paid by all ships.",
    )
    assert [text for text in words(found) if "Approves" in text or "Levy" in text] == []


def test_ordinary_words_with_a_capital_are_no_names(mentions_of):
    found = words(mentions_of("Hastily, they left. NEXT: the weather. Trumpism won. Ann Trump wept."))
    assert set(found) <= {"Ann Trump"}


def test_he_ends_a_chinese_name(mentions_of):
    assert "Liu He" in words(mentions_of("China’s vice premier Liu He said so on Monday."))


def test_a_surname_that_is_a_word_is_found_where_it_acts(mentions_of):
    found = words(mentions_of("Derek Scissors spoke. Scissors said that he would stay."))
    assert found == ["Derek Scissors", "Scissors"]


def test_glued_names_come_apart_where_the_halves_are_named_alone():
    text = "Ann Blair, Bo Brown and Tallis; Blair-Brown; Norvik and Tallis; Procter and Gamble"
    names = {
        "Ann Blair": "person", "Bo Brown": "person", "Tallis": "organisation", "Blair-Brown": "organisation",
        "Norvik and Tallis": "organisation", "Procter and Gamble": "organisation",
    }  # fmt: skip
    pieces = [Piece(text.index(n), text.index(n) + len(n), kind, "model") for n, kind in names.items()]
    found = split([Paragraph("p", "body", text, 0)], {"p": pieces})["p"]
    assert [(text[p.start : p.end], p.label) for p in found][3:] == [
        ("Blair", "person"), ("Brown", "person"), ("Norvik", "organisation"), ("Tallis", "organisation"),
        ("Procter and Gamble", "organisation"),
    ]  # fmt: skip


def test_a_short_report_after_a_dateline_with_a_year_is_no_list(linguist, world):
    text = "LONDON, March 3, 2021 (Reuters) - Mayor Anna Bell resigned on Wednesday."
    found = find_mentions(linguist.parse(parse_source(f"A headline\n\n{text}\n", "a.txt")), world)
    assert [m.text for m in found] == ["LONDON", "Anna Bell"]


def test_a_list_under_its_label_keeps_its_names(mentions_of):
    found = mentions_of(
        "The coach named his squad on Monday.", "Goalkeepers - Bogdan Stelescu, Florin Prunaru."
    )
    assert {"Bogdan Stelescu", "Florin Prunaru"} <= set(words(found))


def test_a_family_name_that_is_a_heading_too(mentions_of):
    assert "Gary Round" in words(mentions_of("6 - Marcus Hale (Leeds), Gary Round (Derby), Joe Kerr (Hull)"))


def test_a_club_called_after_a_day(mentions_of):
    assert ("Sheffield Wednesday", "organisation") in mentions_of(
        "He made his Sheffield Wednesday debut at home."
    )
    assert "Sheffield" in words(mentions_of("The two sides met in Sheffield Wednesday."))


def test_a_nickname_that_is_a_word(mentions_of):
    found = mentions_of("Riley coaches the Miami Heat.", "The Heat have struggled this season.")
    assert words(found).count("Heat") == 1


def test_a_shouted_denial_is_no_name(mentions_of):
    assert not any("WON" in text for text in words(mentions_of("He wrote: “NATO WON'T BE THERE” on Monday.")))


def test_a_work_that_holds_a_comma_is_two_names(mentions_of):
    found = words(
        mentions_of("The groups were The Selby Ghosthunters, Doctor Who Society of Utopia and others.")
    )
    assert not any("," in text for text in found)


def test_letters_for_a_body_are_found_wherever_they_stand(mentions_of):
    found = mentions_of(
        "The Lake Herders Protection Society sued the province.", "They asked the LHPS to drop its suit."
    )
    assert "LHPS" in words(found)


def test_an_account_on_the_web_names_nobody(mentions_of):
    assert "Tallisray" not in words(mentions_of("Write to Ann Lee on Twitter: @Tallisray."))


def test_names_with_a_slash_between_them_are_two(mentions_of):
    found = words(mentions_of("A Lansing Herald/Bloomberg poll found that few care."))
    assert "Bloomberg" in found
    assert not any("/" in name for name in found)


def test_several_of_a_kind_are_not_one(mentions_of):
    found = words(mentions_of("He sold the schools Santa Ilaria and Concordia in Livorno."))
    assert {"Santa Ilaria", "Concordia"} <= set(found)


def test_who_contributed_is_nobody_in_the_story(mentions_of):
    found = words(mentions_of("The bridge is closed. --- Ines Rojas contributed to this article."))
    assert "Ines Rojas" not in found
    assert mentions_of("Contributing: Ines Rojas, Bo Ray.") == []


def test_what_is_counted_is_no_name(mentions_of):
    assert "Group C" not in words(mentions_of("Peru beat Chile in a Group C match in Lima."))
    assert "Achilles" not in words(mentions_of("Tax is the mayor’s Achilles’ heel, Ann Lee said."))


def test_an_index_is_nobody(mentions_of):
    assert "Tallis" not in words(mentions_of("The Tallis 40 index rose by a point on Monday in Lima."))


def test_an_officer_s_field_is_no_body(mentions_of):
    assert "Defense" not in words(mentions_of("The former Secretary of Defense Ann Lee agreed."))


def test_an_adjective_makes_no_second_name(mentions_of):
    assert words(mentions_of("Hilly Nepal has few roads.")) == ["Nepal"]
    assert "Congress" in words(mentions_of("In the U.S., the Republican Congress voted against it."))


def test_a_zone_of_time_is_nobody(mentions_of):
    assert "Eastern Standard Time" not in words(mentions_of("All times are Eastern Standard Time, she said."))


def test_who_reported_is_nobody_in_the_story(mentions_of):
    assert mentions_of("Vosper and Rojas reported from Lima.") == []
