"""One person in several articles is one; two who may be two stay two."""

import pytest

from generator.assemble import assemble, identity
from generator.knowledge.corrections import read_corrections
from generator.pipeline import analyse
from generator.publish import story_json
from generator.read import parse_source

FULL = "# Vote\n\nMarta Lindqvist met Karl Brenner in May. “We agree,” Lindqvist said."
INITIAL = "# Trip\n\nMarta J. Lindqvist travelled with Karl Brenner. Marta J. Lindqvist smiled."
ALONE = "# Poll\n\nLindqvist thanked Karl Brenner. “We won,” Lindqvist said."
ELSEWHERE = "# Race\n\nLindqvist thanked Owen Kerr. “We won,” Lindqvist said."
OTHER = "# Shop\n\nMarta K. Lindqvist opened a shop with Karl Brenner. Marta K. Lindqvist smiled."
BROTHER = "# Farm\n\nPetter Lindqvist sold his farm to Karl Brenner. Petter Lindqvist smiled."


@pytest.fixture(scope="module")
def told(linguist, world):
    def story(*texts, corrections=()):
        analyses = [analyse(parse_source(text, f"a{n}.md"), world, linguist) for n, text in enumerate(texts)]
        return assemble(analyses, world, corrections)

    return story


def people(story):
    return sorted(s.id for s in story.subjects if "lindqvist" in s.id)


def test_a_middle_initial_makes_no_second_person(told):
    story = told(FULL, INITIAL)
    assert people(story) == ["marta-lindqvist"]
    assert story.moved == {"marta-j-lindqvist": "marta-lindqvist"}
    assert "Marta J. Lindqvist" in story.subject("marta-lindqvist").entity.aliases


def test_a_surname_named_in_passing_stays_for_itself(told):
    passing = "# Poll\n\nKarl Brenner, the Lindqvist-era whistleblower, won. “We won,” Brenner said."
    mentions = [m for a in told(FULL, passing).analyses for m in a.resolution.mentions]
    assert not any(m.rule.endswith(identity.ALONE) for m in mentions)


def test_a_surname_alone_is_its_only_bearer_among_the_same_people(told):
    story = told(FULL, ALONE)
    assert people(story) == ["marta-lindqvist"]
    subject = story.subject("marta-lindqvist")
    assert {q.text for q in subject.said} == {"We agree,", "We won,"}
    rules = [o.mention.rule for o in subject.occurrences if o.sentence.article == "a1"]
    assert rules
    assert all("the only one of that name in the articles" in rule for rule in rules)


@pytest.mark.parametrize(
    ("texts", "apart"),
    [
        ((INITIAL, OTHER), ["marta-j-lindqvist", "marta-k-lindqvist"]),
        ((FULL, INITIAL, OTHER), ["marta-j-lindqvist", "marta-k-lindqvist", "marta-lindqvist"]),
        ((FULL, BROTHER, ALONE), ["lindqvist", "marta-lindqvist", "petter-lindqvist"]),
        ((FULL, ELSEWHERE), ["lindqvist", "marta-lindqvist"]),
    ],
)
def test_who_may_be_another_stays_apart(told, texts, apart):
    assert people(told(*texts)) == apart


def test_what_leads_to_one_person_does_not_hang_on_the_order_of_articles(told):
    assert people(told(ALONE, INITIAL, FULL)) == ["marta-lindqvist"]


def test_every_record_names_who_is_left(told):
    published = story_json(told(FULL, INITIAL, ALONE), "0")
    assert '"entity": "lindqvist"' not in published


def test_whom_an_editor_renamed_stays_apart(told):
    by_hand = "- rename: {id: lindqvist, name: Petter Lindqvist}"
    corrections = read_corrections(by_hand, "corrections.yml")
    assert "petter-lindqvist" in people(told(FULL, ALONE, corrections=corrections))


def corrected(told, text, *texts):
    return told(*texts, corrections=read_corrections(text, "corrections.yml"))


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("marta-lindqvist", "Marta Kerr"),
        ("marta-lindqvist", "Marta A. Lindqvist"),
        ("marta-lindqvist", "Marta J. Lindqvist"),
        ("marta-j-lindqvist", "Marta J. Lindqvist"),
    ],
)
def test_a_renamed_person_stays_one_over_all_articles(told, id, name):
    story = corrected(told, f"- rename: {{id: {id}, name: {name}}}", FULL, INITIAL, ALONE)
    assert not story.unmatched
    subject = story.subject("lindqvist")
    assert (subject.entity.name, story.subject("marta-lindqvist")) == (name, subject)
    assert {o.sentence.article for o in subject.occurrences} == {"a0", "a1", "a2"}
    assert not [s.id for s in story.subjects if "lindqvist" in s.id and s is not subject]


def test_a_fuller_name_for_the_surname_of_one_article_renames_the_one_person(told):
    story = corrected(told, "- rename: {id: lindqvist, name: Marta A. Lindqvist}", FULL, ALONE)
    assert people(story) == ["marta-a-lindqvist"]


def test_a_correction_is_about_the_one_person_that_an_editor_sees(told):
    roles = FULL.replace("Marta Lindqvist met", "Marta Lindqvist, the mayor, met")
    story = corrected(told, "- role: {id: marta-j-lindqvist, role: none}", roles, INITIAL)
    assert not story.unmatched
    assert not story.subject("marta-lindqvist").roles


def test_whom_editors_made_another_bearer_of_the_surname_leaves_it_open(told):
    """What the rule says must be true: that there is no other of that name."""
    text = "- split: {mentions: [Lindqvist], article: a1, to: Petter Lindqvist}"
    third = ALONE.replace("Poll", "Fair")
    story = corrected(told, text, FULL, ALONE, third)
    assert people(story) == ["lindqvist", "marta-lindqvist", "petter-lindqvist"]
    assert {o.sentence.article for o in story.subject("lindqvist").occurrences} == {"a2"}


def test_a_split_of_one_mention_leaves_the_rest_joined(told):
    text = "- split: {mentions: [Lindqvist], article: a0, to: Rosa Kerr}"
    story = corrected(told, text, FULL, INITIAL)
    assert people(story) == ["marta-lindqvist"]
    assert {o.sentence.article for o in story.subject("marta-lindqvist").occurrences} == {"a0", "a1"}


@pytest.mark.parametrize(
    "text",
    [
        "- kind: {id: lindqvist, kind: organisation}",
        "- not_actor: lindqvist",
        "- rename: {id: lindqvist, name: Lindqvist & Sons}",
    ],
)
def test_who_is_corrected_by_the_id_of_one_article_is_nobody_elses(told, text):
    story = corrected(told, text, FULL, ALONE)
    assert not story.unmatched
    assert {o.sentence.article for o in story.subject("marta-lindqvist").occurrences} == {"a0"}


def test_a_merge_of_two_who_were_joined_holds(told):
    story = corrected(told, "- merge: [lindqvist, marta-lindqvist]", FULL, ALONE)
    assert not story.unmatched
    assert people(story) == ["lindqvist"]


def test_a_country_that_plays_in_one_article_stays_a_country_in_the_other(told):
    played = "# Cup\n\nPeru beat Chile 2-0 in the league match. The coach praised his team, and the striker scored two goals."
    visited = "# Trip\n\nAnn Lee flew to Peru. She stayed in Peru for a week."
    assert told(played, visited).subject("peru").entity.kind == "place"
    assert told(visited, played).subject("peru").entity.kind == "place"
