"""The picture of a shared page: the same words give the same bytes, and no letter is shown as a box."""

import struct
import time

import pytest

from generator.render.social import SIZE, Card, picture

TITLE = "Harbour deal divides Port Mara as ferries stop"


def size(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize(
    "title", [TITLE, "Pier", "A word " * 60, "Unbreakable" * 20, "", "Łódź, Zürich, Αθήνα, Київ: “yes”…"]
)
def test_any_title_fits(title):
    png = picture(Card(title, "Articles", "Harbour news"))
    assert size(png) == SIZE == (1200, 630)
    assert len(png) < 60_000


def test_the_same_words_are_the_same_bytes_and_others_are_not():
    card = Card(TITLE, "Articles", "Harbour news")
    assert picture(card) == picture(card)
    others = (Card("Other", card.section, card.site), Card(TITLE, "Actors", card.site), Card(TITLE, "", "B"))
    assert len({picture(each) for each in (card, *others)}) == 4


@pytest.mark.parametrize("title", ["習近平訪問莫斯科", "الزيارة", "मुलाकात", "Xi 习近平 in Moscow", "🚢"])
def test_letters_that_the_font_lacks_leave_their_words_out(title):
    """The section stands in their place, as it does for a page without a title."""
    assert picture(Card(title, "Actors", "Site")) == picture(Card("", "Actors", "Site"))


def test_a_composed_letter_is_the_same_as_its_parts():
    assert picture(Card("Zu\u0308rich", "", "Site")) == picture(Card("Zürich", "", "Site"))


def test_a_picture_takes_less_than_a_second():
    start = time.perf_counter()
    picture(Card(TITLE, "Articles", "Harbour news"))
    assert time.perf_counter() - start < 1
