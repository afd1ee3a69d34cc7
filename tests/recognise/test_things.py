"""Things that bear names and are nobody, in sentences of our own, with the real language model."""

import pytest

THINGS = [
    ("The tanker Sea Empress sank off Wales.", "Sea Empress"),
    ("Her graphic novel Silver Bird sold well.", "Silver Bird"),
    ("Firefox has lost users to Chrome.", "Firefox"),
    ("The storm Otto hit the coast.", "Otto"),
    ("Otto, the third hurricane of the season, moved north.", "Otto"),
    ("The Norland Diet Habits study was published.", "Norland Diet Habits"),
    ("The site Lakeherders.org was closed.", "Lakeherders.org"),
    ("Ann Lee won the best picture Oscar.", "Oscar"),
    ("He runs rural road clinics (Rurcs) and small health centres (SHCs).", "SHCs"),
    ("The mighty Vostrel ballistic missile hit a farm. The Vostrel missile is new.", "Vostrel"),
    ("The powerful Oresk ballistic missile was shown. The Oresk, which flies low, is new.", "Oresk"),
    ("The U.S. Halberd missile systems arrived on Monday.", "U.S. Halberd"),
    ("Tweets targeting former Miss Universe Ana Lindqvist were wrong.", "Universe"),
    ("He attacked a former Miss Universe.", "Miss Universe"),
    ("She was named Woman of the Year in Reno.", "Woman of the Year"),
]
ACTORS = {"person", "organisation", "place", "government"}


@pytest.mark.parametrize(("sentence", "name"), THINGS)
def test_a_thing_is_no_actor(mentions_of, sentence, name):
    assert (name, True) not in [(text, label in ACTORS) for text, label in mentions_of(sentence)]


WHO = [
    ("Oscar Lund said he would resign.", "Oscar Lund"),
    ("Senator Anna Keller spoke. The Keller system of grants helped.", "Anna Keller"),
    ("The U.S. Halberd missile systems arrived on Monday.", "U.S."),
    ("A Boeing jet landed. Norvik said so.", "Boeing"),
    ("The Norvik jet landed. Officials at Norvik were glad.", "Norvik"),
    ("The ship sailed to Peru on Monday.", "Peru"),
    ("The film was shown in Norway.", "Norway"),
    ("The Sea Herders Board (SHB) agreed.", "SHB"),
    ("He joined Philip Morris in Ohio.", "Philip Morris"),
    ("The Norland Fisheries Institute study was published.", "Norland Fisheries Institute"),
]


@pytest.mark.parametrize(("sentence", "name"), WHO)
def test_who_stands_beside_a_thing_is_one(mentions_of, sentence, name):
    assert (name, True) in [(text, label in ACTORS) for text, label in mentions_of(sentence)]
