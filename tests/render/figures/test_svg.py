import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.render.figures.svg import clean, element, frame, identifier, link, number, path, safe


@given(st.text())
def test_any_text_is_well_formed_inside_an_element_and_an_attribute(text):
    node = etree.fromstring(str(element("text", text, class_=text)))
    assert (node.text or "") == clean(text) == node.get("class")


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


def test_characters_that_reorder_or_break_are_dropped():
    assert clean("a\u202eb\u2069c\x00d\x85e\ud800f\ufdd0g\n\t h") == "abcd efg h"


def test_letters_of_all_scripts_and_combining_marks_stay():
    assert clean("Ḥāʾ Київ 北京 שלום e\u0301") == "Ḥāʾ Київ 北京 שלום e\u0301"


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("../actors/a/", "../actors/a/"),
        ("#p-12", "#p-12"),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
        ("javascript:alert(1)", ""),
        (" java\nscript:alert(1)", "java%20script:alert(1)"),
        ("JAVASCRIPT:alert(1)", ""),
        ("java\x00script:alert(1)", ""),
        ("data:text/html,x", ""),
        ("", ""),
    ],
)
def test_only_addresses_that_run_no_script_are_links(href, kept):
    assert safe(href) == kept


def test_without_an_address_the_children_are_a_group():
    assert str(link("", element("circle", r=2))) == '<g><circle r="2"/></g>'
    assert str(link("#x", element("circle", r=2))) == '<a href="#x"><circle r="2"/></a>'


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (1.04, "1"), (-0.01, "0"), (12.35001, "12.4"), ("a", "a")]
)
def test_coordinates_have_one_decimal_at_most(value, written):
    assert number(value) == written


def test_a_path_is_commands_and_coordinates():
    assert path("M", 1.0, 2.55, "L", 3, 4) == "M 1 2.5 L 3 4"


def test_elements_that_figures_do_not_use_are_refused():
    with pytest.raises(ValueError, match="script"):
        element("script")


@given(st.text())
def test_an_identifier_has_no_character_that_ids_or_addresses_trip_over(text):
    assert identifier(text).replace("-", "a").replace("_", "a").isalnum()


def test_a_figure_with_a_link_is_a_group_and_one_without_an_image(read_svg, captions):
    dot = element("circle", r=2)
    frames = [frame(each, kind="map", height=9, prefix="a b", **captions) for each in (dot, link("#x", dot))]
    roots = [read_svg(each) for each in frames]
    assert [root.get("role") for root in roots] == ["img", "group"]
    assert roots[0].get("aria-labelledby") == "a-b-title"
    assert roots[0].get("viewBox") == "0 0 440 9"
