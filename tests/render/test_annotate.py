import re

from generator.render.annotate import annotate, hue_of, monogram, speakers


def paragraph(analysed, id):
    return analysed.article.paragraph(id)


def words_of(markup):
    """The article's own words in annotated Markdown: without marks of ours, tags and link targets."""
    text = re.sub(r"<abbr.*?</abbr>|<[^>]*>|\]\([^)]*\)\{[^}]*\}", "", markup)
    return re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), text.replace("[", ""))


def test_every_word_stays_whatever_is_marked(pen, analysed):
    linked = set()
    for one in analysed.article.paragraphs:
        assert words_of(annotate(pen, analysed, one, linked)) == one.text


def test_the_first_mention_is_a_link_and_later_ones_can_become_one(pen, analysed):
    linked = set()
    first = annotate(pen, analysed, paragraph(analysed, "p-2"), linked)
    assert '[Anna Lindqvist](../actors/anna-lindqvist.md){ .bg-name data-card="anna-lindqvist" }' in first
    later = annotate(pen, analysed, paragraph(analysed, "p-4"), linked)
    assert '<span data-card="anna-lindqvist">Lindqvist</span>' in later


def test_the_speakers_initials_stand_behind_the_closing_mark(pen, analysed):
    shown = annotate(pen, analysed, paragraph(analysed, "p-3"), set())
    assert '</span>”<abbr class="bg-speaker bg-hue-1" title="Ben Okafor">BO</abbr> said' in shown


def test_a_speaker_not_known_is_a_question_mark(pen, analysed):
    shown = annotate(pen, analysed, paragraph(analysed, "p-4"), set())
    assert '”<abbr class="bg-speaker bg-hue-0" title="speaker not known">?</abbr>' in shown


def test_the_margin_names_each_speaker_of_a_paragraph_once(analysed):
    assert speakers(analysed, paragraph(analysed, "p-3")) == ("ben-okafor",)
    assert speakers(analysed, paragraph(analysed, "p-4")) == (None,)
    assert speakers(analysed, paragraph(analysed, "p-2")) == ()


def test_hues_follow_the_words_quoted_and_nobody_has_none(story):
    assert (hue_of(story, "ben-okafor"), hue_of(story, "anna-lindqvist"), hue_of(story, None)) == (1, 0, 0)


def test_a_monogram_is_made_of_capitals(story):
    assert [monogram(story.subject(id)) for id in ("anna-lindqvist", "fishers-league", "harbour-deal")] == [
        "AL",
        "FL",
        "·",
    ]
