"""Who is quoted: marks, cues, continued speech, pronouns, bodies, and what is no speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.extract import find_quotations, find_relations, find_roles, find_statements

LEAD = "Prime Minister Paul Brandt met Finance Minister Anna Keller on Monday."


def quotations(read: Callable, *texts, reported: bool = False):
    case = read(*texts)
    found = find_quotations(case.parsed, case.resolution, case.knowledge)
    return [q for q in found if reported or q.form != "reported"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We will not pay the bill,” Paul Brandt said.", "We will not pay the bill,", "Paul Brandt"),
        (
            "“We will not pay the bill,” said Paul Brandt, the prime minister.",
            "We will not pay the bill,",
            "Paul Brandt",
        ),
        ("“Will we pay the bill?” Paul Brandt asked.", "Will we pay the bill?", "Paul Brandt"),
        ("Of the bill, Paul Brandt said: “We will not pay.”", "We will not pay.", "Paul Brandt"),
        ("Paul Brandt called the bill “a disgrace.”", "a disgrace.", "Paul Brandt"),
        ("The bill is “a disgrace,” according to Paul Brandt.", "a disgrace,", "Paul Brandt"),
        ("The bill was called “a disgrace” by Paul Brandt.", "a disgrace", "Paul Brandt"),
        ("Paul Brandt, who leads the party, said the bill was “a disgrace.”", "a disgrace.", "Paul Brandt"),
        ("‘We will not pay the bill,’ Paul Brandt said.", "We will not pay the bill,", "Paul Brandt"),
        ("“We will not pay,” Paul Brandt tweeted on Monday.", "We will not pay,", "Paul Brandt"),
        ("In a statement, Paul Brandt said the bill was “a disgrace.”", "a disgrace.", "Paul Brandt"),
        ("Paul Brandt was blunt: “We will not pay the bill.”", "We will not pay the bill.", "Paul Brandt"),
        ("“We will not pay the bill.” — Paul Brandt", "We will not pay the bill.", "Paul Brandt"),
    ],
)
def test_a_named_speaker(read, text, words, speaker):
    (found,) = quotations(read, text)
    assert found.text == words
    assert speaker in found.speaker_text
    assert found.speakers == ("paul-brandt",)
    assert found.rule


def test_a_quotation_broken_by_its_cue_has_one_speaker(read):
    first, second = quotations(read, "“We,” Paul Brandt said, “will not pay the bill.”")
    assert first.speakers == second.speakers == ("paul-brandt",)


def test_what_follows_in_the_paragraph_is_the_same_speaker(read):
    _, second = quotations(read, "“We will not pay,” Paul Brandt said. “The bill is wrong.”")
    assert second.speakers == ("paul-brandt",)
    assert second.rule == "same speaker as the quotation it continues"


def test_a_quotation_over_several_paragraphs(read):
    found = quotations(
        read, "“We will not pay,” Paul Brandt said. “The bill is wrong.", "“It was wrong from the start.”"
    )
    assert [q.speakers for q in found] == [("paul-brandt",)] * 3


def test_a_pronoun_with_one_candidate(read):
    (found,) = quotations(read, "Paul Brandt rejected the bill.", "“We will not pay,” he said.")
    assert found.speakers == ("paul-brandt",)
    assert found.speaker_text == "he"
    assert "the only man named in the sentence before" in found.rule


def test_she_is_not_the_man(read):
    (found,) = quotations(read, LEAD, "“We will not pay,” she said.")
    assert found.speakers == ("anna-keller",)


def test_two_candidates_stay_open(read):
    found = quotations(
        read, "The talks of Paul Brandt with Peter Moser failed.", "“We will not pay,” he said."
    )
    assert found[0].speakers == ()
    assert set(found[0].candidates) == {"paul-brandt", "peter-moser"}


def test_a_body_speaks_and_is_named_again_in_short(read):
    found = quotations(
        read,
        "Russia’s Investigative Committee opened a case on Monday.",
        "The committee called the warrant “unlawful.”",
    )
    assert "investigative" in found[0].speakers[0]
    assert found[0].speaker_text == "The committee"


def test_an_unknown_description_stays_open(read):
    (found,) = quotations(read, "“We saw a great light over the lake,” a neighbour said.")
    assert found.speakers == ()
    assert found.speaker_text == "a neighbour"


def test_two_speakers(read):
    (found,) = quotations(read, "Paul Brandt and Anna Keller shook hands, calling each other “dear friend.”")
    assert set(found.speakers) == {"paul-brandt", "anna-keller"}


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart” border was closed on Monday.",
        "Paul Brandt wrote the novel “The Long Winter” in 1999.",
        "Jack “the Knife” Moser was arrested.",
        "The fans sang in the street near the “Old Bridge” bar.",
    ],
)
def test_no_speech(read, text):
    assert quotations(read, text) == []


def test_reported_speech(read):
    found = quotations(read, "Paul Brandt said that the bill would not be paid.", reported=True)
    assert [(q.form, q.text) for q in found] == [("reported", "the bill would not be paid")]
    assert found[0].speakers == ("paul-brandt",)


def test_according_to(read):
    found = quotations(read, "The bill was never paid, according to Paul Brandt.", reported=True)
    assert [(q.form, q.cue, q.speakers) for q in found] == [("reported", "according to", ("paul-brandt",))]


def test_who_only_may_say_it_says_nothing(read):
    assert quotations(read, "Paul Brandt wants to tell voters that the bill is wrong.", reported=True) == []


def test_related_teasers_are_not_read(read):
    assert quotations(read, "Nothing happened.", ("related", "“We will not pay,” Paul Brandt said.")) == []


def test_the_one_accused_does_not_accuse(read):
    found = quotations(read, "Paul Brandt said that Peter Moser lied and accused Moser of being “a traitor.”")
    assert all("peter-moser" not in q.speakers for q in found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet="abc XY.,?!:“”‘’\"'—\n0", max_size=60), min_size=1, max_size=4))
def test_any_text_is_taken_and_every_span_is_exact(read, texts):
    _check(read, texts)


PIECES = [
    "“We go,” ",
    "he said",
    ". ",
    "Paul Brandt ",
    "said: ",
    "“No",
    "” ",
    "that ",
    "Russia ",
    "rejected ",
    "it ",
    "‘so’ ",
    '"',
    " and ",
    "China",
    ", the mayor of Rome, ",
    "\n",
    "who ",
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), min_size=1, max_size=3))
def test_any_order_of_speech_is_taken_and_every_span_is_exact(read, texts):
    _check(read, texts)


def _check(read, texts):
    case = read(*texts)
    article = case.article
    found = find_quotations(case.parsed, case.resolution, case.knowledge)
    known = {e.id for e in case.resolution.entities}
    for quotation in found:
        assert article.words(quotation.span) == quotation.text
        assert quotation.text.strip()
        assert quotation.rule
        assert set(quotation.speakers) <= known
        if quotation.speaker_span:
            assert article.words(quotation.speaker_span) == quotation.speaker_text
    for role in find_roles(case.parsed, case.resolution):
        assert article.words(role.span) == role.text
    for statement in find_statements(case.parsed, case.resolution, found):
        assert article.words(statement.span)
        assert (
            statement.span.start <= statement.verb_span.start < statement.verb_span.end <= statement.span.end
        )
    for relation in find_relations(case.parsed, case.resolution):
        assert article.words(relation.span)


def test_an_interview_in_turns(read):
    found = quotations(
        read,
        "Paul Brandt spoke to the Herald.",
        "Q: Will you pay the bill?",
        "Paul Brandt: We will not pay it.",
        "Q: Why not?",
        "Paul Brandt: It is wrong.",
    )
    assert [(q.text, q.speakers) for q in found] == [
        ("Will you pay the bill?", ()),
        ("We will not pay it.", ("paul-brandt",)),
        ("Why not?", ()),
        ("It is wrong.", ("paul-brandt",)),
    ]


def test_who_speaks_after_another_cuts_in(read):
    found = quotations(read, "“We go,” Paul Brandt said, and Anna Keller cut in. “We do not go anywhere.”")
    assert "paul-brandt" not in found[1].speakers


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The council sent a letter to Paul Brandt demanding answers about “the missing millions.”",
            "paul-brandt",
        ),
        (
            "Peter Moser, asked whether he was glad that Russia is talking, replied: “I see nothing new.”",
            "russia",
        ),
        ("The premier of the state of Bavaria remarked that “the bill is wrong.”", "bavaria"),
        ("Most Britons think the plan is “reckless.”", "united-kingdom"),
    ],
)
def test_who_did_not_say_it(read, text, wrong):
    assert all(wrong not in q.speakers for q in quotations(read, text))


def test_who_did_not_respond_did_not_speak(read):
    found = quotations(read, "Paul Brandt did not respond to a letter.", "“THE BILL IS WRONG”")
    assert found == []


def test_a_compound_before_the_speaker_is_told_whole(read):
    case = read("“It helps us all,” said a Vienna-based trade expert.")
    (found,) = find_quotations(case.parsed, case.resolution, case.knowledge)
    assert (found.speaker_text, found.speakers) == ("a Vienna-based trade expert", ())


def test_what_nobody_has_said_yet_is_no_quotation(read):
    case = read("Critics would say “this is not enough for anyone”.")
    assert find_quotations(case.parsed, case.resolution, case.knowledge) == ()


def test_reported_words_begin_after_the_dateline(read):
    case = read("PARIS (Agency) - Hungary will leave the pact, Paul Brandt said.")
    (found,) = find_quotations(case.parsed, case.resolution, case.knowledge)
    assert found.text == "Hungary will leave the pact"


@pytest.mark.parametrize(
    "before",
    [
        "Pablo Ruiz and the mayor’s deputy Carlos Vega met on Monday.",
        "John Hale and the Senate leader met for an hour.",
        "Peter Moll, Jack Stone and Adam Reed walked out.",
    ],
)
def test_he_after_two_who_acted_together_stays_open(read, before):
    found = read(f"{before} “It was a frank talk,” he said.")
    spoken = find_quotations(found.parsed, found.resolution, found.knowledge)
    assert [q.speakers for q in spoken if q.form == "direct"] == [()]
