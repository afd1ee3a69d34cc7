"""The brief: whole sentences of the article that stand alone, what comes early before what comes late."""

import pytest

from generator.assemble.brief import brief
from generator.assemble.corrections import correct
from generator.assemble.subjects import gather_subjects
from generator.pipeline import analyse
from generator.read import parse_source

STORY = """# Bridge closed

Anna Berg closed the old harbour bridge to all traffic on Monday evening.

Paul Stone of the Fishers League asked Anna Berg to open it again soon.

The Fishers League, the Rowing Union, the Port Office and the Lund Agency were told late.

He does not expect the Fishers League to give in before the winter comes.

The Fishers League does not expect the bridge to open before the winter either.

Anna Berg met Paul Stone and the Fishers League again on the following Tuesday.
"""


@pytest.fixture(scope="module")
def chosen(linguist, world):
    analysis = analyse(parse_source(STORY, "a.md"), world, linguist)
    subjects = gather_subjects(correct((analysis,), (), world), world)
    return [analysis.article.words(span) for span in brief(analysis, subjects)]


def test_the_first_sentence_comes_first(chosen):
    assert chosen[0].startswith("Anna Berg closed")


def test_an_early_sentence_goes_before_a_late_one_that_names_as_many(chosen):
    assert chosen[1].startswith("Paul Stone of the Fishers League")


def test_a_list_of_names_that_come_once_wins_nothing(chosen):
    assert not any("Port Office" in sentence for sentence in chosen)


def test_a_sentence_that_leans_on_another_is_left_out(chosen):
    assert not any(s.startswith("He ") or s.endswith("either.") for s in chosen)


PAGE = """# Ferry line to end in May

Ferry line to end in May.

At sea.

LUND (AP) — The latest on Anna Berg and the Fishers League (all times local):

Anna Berg said on Monday that the ferry line between Lund and the isle ends in May.

Did Anna Berg ask the Fishers League before she ended the line to the isle?

You agree to get letters on Anna Berg and the Fishers League from our partners.

In addition, Anna Berg and the Fishers League will meet in the town hall next week.

The Fishers League and Anna Berg have quarrelled over the harbour for ten years.
"""


def test_headings_questions_and_calls_on_the_reader_are_passed_over(linguist, world):
    analysis = analyse(parse_source(PAGE, "a.md"), world, linguist)
    subjects = gather_subjects(correct((analysis,), (), world), world)
    chosen = [analysis.article.words(span) for span in brief(analysis, subjects)]
    assert chosen[0].startswith("Anna Berg said on Monday")
    assert [s for s in chosen[1:] if not s.startswith("The Fishers League")] == []
