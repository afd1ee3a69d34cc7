"""Editors' corrections over real analyses: they do what they say, and leave every record sound."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.assemble import assemble
from generator.assemble.corrections import correct
from generator.assemble.places import locate, occurrences
from generator.assemble.roster import NotFoundError
from generator.errors import BackgrounderError
from generator.knowledge.corrections import read_corrections
from generator.model.correction import Correction
from generator.pipeline import analyse
from generator.read import parse_source

FIRST = """The harbour strike goes on

Anna Berg, the mayor of Port Ellery, met Paul Stone on Friday. Stone is the head of the Dockers’ Union.

“We will keep the port open for every ship,” Berg said. “Nobody gains from a closed harbour.”

Stone rejected the offer. “The members have had enough of promises,” he said.

Joan Stone, a fisherwoman, welcomed the plan. Ms Stone said the boats had lost three weeks.
"""
SECOND = """A second week without ships

Mayor Berg and the Dockers’ Union signed nothing on Monday. Anna Berg thanked Paul Stone.

“We shall talk again,” Berg told reporters.
"""


@pytest.fixture(scope="module")
def analyses(linguist, world):
    sources = ((FIRST, "strike.txt"), (SECOND, "week.txt"))
    return tuple(analyse(parse_source(text, name), world, linguist) for text, name in sources)


@pytest.fixture(scope="module")
def corrected(analyses, world):
    return lambda text: correct(analyses, read_corrections(text, "seeds/corrections.yml"), world)


def ids(analyses):
    return {e.id for a in analyses for e in a.resolution.entities}


def by_words(analyses, words):
    return [q for a in analyses for q in a.quotations if words in q.text]


def test_without_corrections_nothing_is_touched(analyses, world):
    assert correct(analyses, (), world).analyses is analyses
    assert {"anna-berg", "paul-stone", "joan-stone"} <= ids(analyses)


def test_merged_entities_are_one_everywhere(corrected):
    found = corrected("- merge: [Paul Stone, joan-stone]")
    assert "joan-stone" not in ids(found.analyses)
    assert dict(found.moved) == {"joan-stone": "paul-stone"}
    stone = found.analyses[0].resolution.entity("paul-stone")
    assert stone.name == "Paul Stone"
    assert "Joan Stone" in stone.aliases
    assert all(r.subject != r.object for a in found.analyses for r in a.relations)


def test_what_is_merged_with_itself_is_told(corrected):
    [lost] = corrected("- merge: [Paul Stone, paul-stone-x]\n- merge: [Anna Berg, Mayor Berg]").unmatched[
        1:
    ] or [None]
    assert lost is None or "one already" in lost.what or "Mayor Berg" in lost.what


def test_a_renamed_entity_gets_the_address_of_its_name(corrected, world, analyses):
    found = corrected("- rename: {id: anna-berg, name: Anna Maria Berg}")
    assert "anna-maria-berg" in ids(found.analyses)
    assert "anna-berg" not in ids(found.analyses)
    entity = found.analyses[1].resolution.entity("anna-maria-berg")
    assert (entity.name, "Anna Berg" in entity.aliases) == ("Anna Maria Berg", True)
    story = assemble(
        analyses, world, read_corrections("- rename: {id: anna-berg, name: Anna Maria Berg}", "")
    )
    assert story.subject("anna-berg") is story.subject("anna-maria-berg")


def test_a_name_that_is_another_s_is_refused_with_what_to_do(corrected):
    [lost] = corrected("- rename: {id: anna-berg, name: Paul Stone}").unmatched
    assert "paul-stone" in lost.what
    assert lost.hint == "merge the two: [anna-berg, paul-stone]; or choose another name"


def test_a_renamed_entity_may_get_its_old_name_back(corrected):
    found = corrected(
        "- rename: {id: anna-berg, name: Anna Bell}\n"
        "- kind: {id: anna-bell, kind: group}\n"
        "- rename: {id: anna-bell, name: Anna Berg}\n"
    )
    assert not found.unmatched
    assert dict(found.moved) == {"anna-bell": "anna-berg"}
    entity = found.analyses[0].resolution.entity("anna-berg")
    assert (entity.name, entity.kind, "Anna Bell" in entity.aliases) == ("Anna Berg", "group", False)
    assert "anna-bell" not in ids(found.analyses)


def test_a_renamed_entity_may_take_the_name_of_one_merged_into_it(corrected):
    found = corrected("- merge: [Paul Stone, Joan Stone]\n- rename: {id: paul-stone, name: Joan Stone}\n")
    assert not found.unmatched
    assert dict(found.moved) == {"paul-stone": "joan-stone"}
    assert found.analyses[0].resolution.entity("joan-stone").name == "Joan Stone"
    assert "paul-stone" not in ids(found.analyses)


def test_another_name_of_an_actor_is_an_actor_s(corrected):
    found = corrected("- not_actor: joan-stone\n- merge: [Paul Stone, Joan Stone]\n")
    assert not found.not_actors
    assert corrected("- not_actor: joan-stone\n- merge: [Joan Stone, Paul Stone]\n").not_actors == {
        "joan-stone"
    }


@pytest.mark.parametrize(
    "text",
    [
        "- kind: {id: paul-stone, kind: group}\n- kind: {id: Paul Stone, kind: place}\n",
        "- date: {words: Friday, date: 2024-05-10}\n- date: {words: Friday, date: none}\n",
        "- speaker: {words: had enough, speaker: joan-stone}\n- speaker: {words: of promises, speaker: none}\n",
        "- stance: {words: rejected the offer, stance: for}\n- stance: {words: Stone rejected, stance: neutral}\n",
        "- role: {id: paul-stone, role: none}\n- role: {id: paul-stone, role: fisherwoman}\n",
        "- pin: {words: Ms Stone, to: paul-stone}\n- pin: {words: Ms Stone, to: Joan Stone}\n",
    ],
)
def test_corrections_that_contradict_each_other_are_told(corrected, text):
    found = corrected(text)
    assert len(found.applied) == 2
    [lost] = found.unmatched
    assert (lost.correction.line, lost.what) == (2, "this undoes the correction on line 1")
    assert "keep one" in lost.hint


@pytest.mark.parametrize(
    "text",
    [
        "- kind: {id: paul-stone, kind: group}\n- kind: {id: paul-stone, kind: group}\n",
        "- pin: {words: Stone, to: joan-stone}\n- split: {mentions: [Stone], paragraph: head of, to: Ann Stone}\n",
        "- speaker: {words: had enough, speaker: joan-stone}\n- speaker: {words: of promises, speaker: Joan Stone}\n",
    ],
)
def test_an_exception_and_the_same_again_contradict_nothing(corrected, text):
    assert not corrected(text).unmatched


def test_what_an_entry_describes_keeps_its_address(linguist, world):
    analysis = analyse(
        parse_source("Harbours\n\nThe United Nations met on Friday.", "un.txt"), world, linguist
    )
    found = correct(
        (analysis,), read_corrections("- rename: {id: united-nations, name: The World Body}", ""), world
    )
    assert found.analyses[0].resolution.entity("united-nations").name == "The World Body"
    assert not found.moved


def test_a_speaker_is_set_and_what_was_told_of_the_old_one_goes(corrected):
    found = corrected(
        '- speaker: {words: "had enough of promises", speaker: Anna Berg}\n  why: We asked her.'
    )
    [quotation] = by_words(found.analyses, "had enough")
    assert quotation.speakers == ("anna-berg",)
    assert quotation.rule == "set by the editors: We asked her."
    assert not any(
        s.subject == "paul-stone" and _overlaps(s.span, quotation.span)
        for a in found.analyses
        for s in a.statements
    )


def _overlaps(one, other):
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def test_a_speaker_is_taken_away(corrected):
    [quotation] = by_words(
        corrected('- speaker: {words: "had enough of promises", speaker: none}').analyses, "had enough"
    )
    assert (quotation.speakers, quotation.speaker_text, quotation.speaker_span) == ((), "", None)


def test_a_correction_survives_edits_around_it(linguist, world):
    text = FIRST.replace(
        "Stone rejected the offer.", "On Sunday, after a long night, Stone turned the offer down."
    )
    now = analyse(parse_source(text, "strike.txt"), world, linguist)
    told = '- speaker: {article: strike, paragraph: rejected the offer, words: "enough of promises", speaker: none}'
    found = correct((now,), read_corrections(told, ""), world)
    assert not found.unmatched
    assert by_words(found.analyses, "had enough")[0].speakers == ()


def test_words_in_several_places_ask_for_the_paragraph(corrected):
    [lost] = corrected("- speaker: {words: We, speaker: none}").unmatched
    assert "places" in lost.what
    assert re.search(r"paragraph: p-[0-9a-f]{6} \(“We will keep the”\) or paragraph: p-", lost.hint)
    assert not corrected("- speaker: {words: We, speaker: none, paragraph: keep the port}").unmatched


def test_a_paragraph_may_be_named_as_a_hint_names_it(corrected):
    [lost] = corrected("- speaker: {words: the, speaker: none}").unmatched
    places = re.findall(r"paragraph: (\S+) \(", lost.hint)
    assert 1 < len(set(places)) == len(places)
    assert "or paragraph: " in lost.hint
    narrowed = (f"- speaker: {{words: promises, paragraph: {place}, speaker: none}}" for place in places)
    assert any(not corrected(text).unmatched for text in narrowed)


def test_words_that_a_paragraph_has_twice_are_told_with_those_around_them(analyses):
    asked = Correction(1, "speaker", words="the", paragraph="Anna Berg, the mayor")
    with pytest.raises(NotFoundError) as caught:
        locate(asked, analyses, lambda a: occurrences(a, "the"))
    told = "give more of the words: “Anna Berg, the mayor of Port” or “Friday. Stone is the head of the” or "
    assert caught.value.advice.startswith(told)


def test_a_mention_is_split_off(corrected):
    found = corrected("- split: {mentions: Ms Stone, to: Mary Stone}")
    assert "mary-stone" in ids(found.analyses)
    [mention] = [m for a in found.analyses for m in a.resolution.mentions if m.entity == "mary-stone"]
    assert "Stone" in mention.mention.text
    assert not found.moved


def test_a_mention_is_pinned(corrected):
    found = corrected("- pin: {words: Stone, paragraph: rejected the offer, to: Joan Stone}")
    [analysis, _] = found.analyses
    [mention] = [
        m
        for m in analysis.resolution.mentions
        if m.mention.text == "Stone" and m.rule == "set by the editors"
    ]
    assert mention.entity == "joan-stone"
    assert by_words(found.analyses, "had enough")[0].speakers == ("joan-stone",)  # “he” leaned on the mention
    assert not any(
        r.subject == "paul-stone" and r.span.paragraph == mention.mention.span.paragraph
        for r in analysis.relations
    )


def test_what_is_no_mention_is_gone_with_all_that_rested_on_it(corrected, analyses):
    found = corrected("- not_mention: {words: Joan Stone}\n- not_mention: {words: Ms Stone}")
    assert not any("Joan" in m.mention.text for a in found.analyses for m in a.resolution.mentions)
    story_ids = {id for a in found.analyses for q in a.quotations for id in q.speakers}
    assert story_ids <= ids(found.analyses)


def test_kind_role_and_not_actor(analyses, world):
    text = (
        "- kind: {id: anna-berg, kind: organisation}\n"
        "- role: {id: joan-stone, role: fisherwoman}\n"
        "- role: {id: anna-berg, role: none, article: strike}\n"
        "- not_actor: paul-stone\n"
    )
    story = assemble(analyses, world, read_corrections(text, ""))
    assert [u.what for u in story.unmatched] in ([], ["`anna-berg` has no role there"])
    assert story.subject("anna-berg").entity.kind == "organisation"
    [role] = story.subject("joan-stone").roles
    assert story.words(role.span) == role.text == "fisherwoman"
    assert not story.subject("paul-stone").page


def test_a_date_is_set(corrected, analyses):
    assert any(d.text == "Friday" for d in analyses[0].dates)
    found = corrected("- date: {words: Friday, date: 2024-05-10}")
    [date] = [d for d in found.analyses[0].dates if d.text == "Friday"]
    assert (date.value, date.precision, date.why) == ("2024-05-10", "day", "set by the editors")
    assert all(
        e.date.value == "2024-05-10" for e in found.analyses[0].events if e.date and e.date.text == "Friday"
    )


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("- merge: [Anna Berg, Anna Burg]", "Anna Berg"),
        ("- not_actor: paul-ston", "paul-stone"),
        (
            "- speaker: {words: We will keep a port open for any ship, speaker: none}",
            "We will keep the port open for every ship,",
        ),
        ("- pin: {words: Anna Borg, to: anna-berg}", "Anna Berg"),
        ("- pin: {words: Anna Berg, to: anna-borg}", "anna-berg"),
        ("- speaker: {article: strick, words: We, speaker: none}", "strike"),
        ("- role: {id: anna-berg, role: the mayoress}", None),
        (
            "- speaker: {words: have had enouhg of promises, speaker: none}",
            "The members have had enough of promises,",
        ),
        ("- date: {words: Fridya, date: 2024-05-10}", "Friday"),
        ("- date: {words: Thursday, date: 2024-05-10, paragraph: head of}", "Friday"),
    ],
)
def test_what_matches_nothing_is_told_with_the_nearest(corrected, analyses, text, near):
    found = corrected(text)
    [lost] = found.unmatched
    assert near is None or near in lost.candidates
    assert lost.correction.line == 1
    assert ("did you mean" in lost.hint) == bool(lost.candidates)
    assert lost.hint
    assert not found.applied


NAMES = ["Anna Berg", "Paul Stone", "joan-stone", "Dockers’ Union", "Port Ellery", "Mayor Berg", "nobody"]
WORDS = [
    "Stone",
    "Berg",
    "Friday",
    "Monday",
    "We",
    "had enough of promises",
    "Port Ellery",
    "rejected the offer",
    "Ms Stone",
]
name, words = st.sampled_from(NAMES), st.sampled_from(WORDS)
ONE = st.one_of(
    st.builds("- merge: [{}, {}]".format, name, name),
    st.builds("- rename: {{id: {}, name: {} Smith}}".format, name, name),
    st.builds("- split: {{mentions: {}, to: {}}}".format, words, name),
    st.builds("- pin: {{words: {}, to: {}}}".format, words, name),
    st.builds("- not_mention: {{words: {}}}".format, words),
    st.builds("- not_actor: {}".format, name),
    st.builds("- speaker: {{words: {}, speaker: {}}}".format, words, name),
    st.builds("- speaker: {{words: {}, speaker: none}}".format, words),
    st.builds("- date: {{words: {}, date: 2024-05-0{}}}".format, words, st.integers(1, 9)),
    st.builds("- kind: {{id: {}, kind: place}}".format, name),
    st.builds("- role: {{id: {}, role: mayor}}".format, name),
    st.builds("- stance: {{words: {}, stance: for}}".format, words),
)


@pytest.fixture(scope="module")
def told(analyses, world):
    """Both as functions: their values would fill pages when an example fails."""
    return lambda: (analyses, world)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(ONE, max_size=6))
def test_no_corrections_leave_a_record_unsound(told, lines):
    analyses, world = told()
    try:
        corrections = read_corrections("\n".join(lines) or "# none", "")
    except BackgrounderError:
        return  # merges in a circle
    found = correct(analyses, corrections, world)
    undone = [one.correction for one in found.unmatched if "undoes" in one.what]
    assert {*undone} <= {one.correction for one in found.applied}
    assert len(found.applied) + len(found.unmatched) - len(undone) == len(corrections)
    for before, after in zip(analyses, found.analyses, strict=True):
        _check(before, after)
    assert not set(found.moved) & ids(found.analyses)
    story = assemble(analyses, world, corrections)
    assert all(story.subject(id) for a in found.analyses for id in _named(a))


def _named(analysis):
    yield from (m.entity for m in analysis.resolution.mentions if m.entity)
    yield from (id for q in analysis.quotations for id in q.speakers)
    yield from (r.entity for r in analysis.roles)
    yield from (id for e in analysis.events for id in e.entities)
    yield from (id for s in analysis.statements for id in (s.subject, *s.about))
    yield from (id for r in analysis.relations for id in (r.subject, r.object))


def _check(before, after):
    assert after.article is before.article
    known = [e.id for e in after.resolution.entities]
    assert len(set(known)) == len(known)
    assert set(_named(after)) <= set(known)
    spans = [m.mention.span for m in after.resolution.mentions]
    assert len(set(spans)) == len(spans)
    assert set(spans) <= {m.mention.span for m in before.resolution.mentions}
    for records in (
        after.quotations,
        after.roles,
        after.events,
        after.statements,
        after.relations,
        after.dates,
    ):
        assert len(set(records)) == len(records)
        assert all(after.article.words(record.span) for record in records)
    assert [q.span for q in after.quotations] == [q.span for q in before.quotations]
    assert all(r.subject != r.object for r in after.relations)


@pytest.mark.parametrize(
    ("article", "hint"),
    [
        ("str", "did you mean “strike”?"),
        ("strike.txt", "did you mean “strike”?"),
        ("An Article", "name it as its address does, without an ending"),
    ],
)
def test_an_article_that_is_not_there_is_told_with_those_it_may_be(corrected, article, hint):
    [lost] = corrected(f"- not_mention: {{words: Stone, article: {article}}}").unmatched
    assert lost.hint == hint


def test_a_rename_that_an_entry_made_needless_is_told_as_that(corrected):
    [lost] = corrected("- rename: {id: nan-berg, name: Anna Berg}").unmatched
    assert "“Anna Berg” is called so already" in lost.what
    assert lost.hint.startswith("delete this correction")
