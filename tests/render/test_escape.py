import html
import re

import markdown
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.render.escape import Safe, escape, join

TEXT = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("*_`[]()<>#&|~^{}\\\"'-+=:!.1 \n")),
    max_size=60,
)


def shown(text):
    """What a reader sees of a text that was escaped and went through Markdown."""
    made = markdown.markdown(f"x {escape(text)} x", extensions=["attr_list", "md_in_html", "tables"])
    return html.unescape(re.sub(r"<[^>]*>", "", made))


@given(TEXT)
def test_text_comes_out_of_markdown_letter_by_letter(text):
    kept = "".join(c for c in html.unescape(str(escape(text))))
    assert " ".join(shown(text).split()) == " ".join(f"x {kept} x".split())


@given(TEXT)
def test_escaped_text_is_one_line_without_markup(text):
    assert not set(str(escape(text))) & set('<>"`*_{}[]\\|~^\n')


def test_markup_of_ours_passes():
    assert escape(Safe("<b>x</b>")) == "<b>x</b>"
    assert isinstance(escape(Markup("<i>x</i>")), Safe)
    assert join(Safe("<b>"), Safe("</b>")) == "<b></b>"


def test_marks_that_reorder_a_line_are_left_out():
    assert escape("ab\u202edc\u200b") == "abdc"
