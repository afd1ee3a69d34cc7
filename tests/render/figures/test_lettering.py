from hypothesis import given
from hypothesis import strategies as st

from generator.render.figures.lettering import measure, shorten, text_lines, wrap

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=120)
WIDTHS = st.floats(30, 400)


@given(TEXT, WIDTHS)
def test_shortened_text_fits_and_is_whole_or_marked(text, width):
    cut = shorten(text, width)
    assert measure(cut) <= width
    assert cut == " ".join(cut.split())


@given(TEXT, WIDTHS, st.integers(1, 4))
def test_wrapped_text_keeps_to_its_lines_and_loses_no_word_unmarked(text, width, count):
    lines = wrap(text, width, count)
    assert len(lines) <= count
    assert all(measure(line) <= width for line in lines)


def test_text_that_fits_stays():
    assert shorten("Ruritania", 200) == "Ruritania"
    assert wrap("The envoy arrives", 300, 3) == ("The envoy arrives",)


def test_text_is_cut_between_words():
    assert shorten("The council of ministers meets", 150) == "The council of…"


def test_wrapping_breaks_between_words():
    assert wrap("The council of ministers meets again", 150, 3) == (
        "The council of",
        "ministers meets",
        "again",
    )


def test_the_last_line_says_that_something_is_missing():
    assert wrap("one two three four five six seven", 80, 2)[-1].endswith("…")


def test_wide_scripts_are_reckoned_wide_and_accents_take_no_room():
    assert measure("北京") > measure("ab")
    assert measure("e\u0301") == measure("e")


def test_lines_stand_under_each_other():
    markup = str(text_lines(10, 20, ("a", "b")))
    assert markup.count('x="10"') == 3
    assert markup.count('dy="1.25em"') == 1
