"""Headlines set in capitals."""

from hypothesis import given
from hypothesis import strategies as st

from generator.recognise.casing import recase, shouted, titled


def test_words_are_written_as_the_body_writes_them():
    texts = ["LIMA REJECTS MENSAH PLAN", "In Lima, a plan of Mensah was discussed."]
    assert recase(texts)[0] == "Lima rejects Mensah plan"


def test_other_texts_stay_as_they_are():
    texts = ["The UN and the WTO met.", "NO ONE"]
    assert recase(texts) == texts


def test_what_is_shouted_and_what_is_titled():
    assert shouted("LIMA REJECTS PLAN")
    assert not shouted("UN chief visits Lima")
    assert titled("Coast Town Rejects Harbour Plan After Vote")
    assert not titled("Coast town rejects harbour plan after vote")


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_text_changes_its_length(texts):
    assert [len(t) for t in recase(texts)] == [len(t) for t in texts]
