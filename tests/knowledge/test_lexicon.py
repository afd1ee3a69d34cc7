"""The lexicon: what it finds, what it leaves, and that it finds every name it was given."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.knowledge.lexicon import build, forms
from generator.model.entry import Entry


def entry(
    id: str, name: str, kind: str = "organisation", aliases: tuple[str, ...] = (), acronym: str = ""
) -> Entry:
    return Entry(id=id, section="world", kind=kind, name=name, aliases=aliases, acronym=acronym)


LEXICON = build(
    (
        entry("harbour-union", "Harbour Union", acronym="HU"),
        entry("who", "World Hat Office", acronym="WHO"),
        entry("norland", "Norland", "government", ("the Norlands",), "US"),
        entry("north-norland", "North Norland", "government"),
        entry("ceasefire", "ceasefire", "term", ("cease-fire",)),
        entry("arrest-warrant", "arrest warrant", "term"),
        entry("right-of-return", "right of return", "term"),
        entry("treaty", "treaty", "term"),
        entry("ngo", "non-governmental body", "term", (), "NGO"),
        entry("war", "War in Norland", "event"),
        entry("ann", "Ann O'Neil", "person"),
        entry("ann-two", "Ann O'Neil", "person"),
        entry("eclair", "Éclair Palace", "place"),
    )
)


def found(text: str) -> list[tuple[str, ...]]:
    return [(text[start:end], *ids) for start, end, ids in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harbour Union met.", [("Harbour Union", "harbour-union")]),
        ("HARBOUR UNION MEETS IN NORLAND", [("HARBOUR UNION", "harbour-union"), ("NORLAND", "norland")]),
        ("A harbour union met.", []),
        ("The WHO asked who.", [("WHO", "who")]),
        ("The W.H.O. said.", [("W.H.O.", "who")]),
        ("Give it to us, not the US or the U.S.", [("US", "norland"), ("U.S.", "norland")]),
        ("U.S.-led", [("U.S.", "norland")]),
        ("The Norlands and the Norlands", [("The Norlands", "norland"), ("the Norlands", "norland")]),
        ("the Norlands Railway", []),
        ("North Norland’s king", [("North Norland", "north-norland")]),
        ("Norland's king", [("Norland", "norland")]),
        ("Norlandish", []),
        ("a Ceasefire, a cease-fire and CEASEFIRES", [(w, "ceasefire") for w in ("Ceasefire", "cease-fire", "CEASEFIRES")]),
        ("Arrest Warrants and arrest warrants", [(w, "arrest-warrant") for w in ("Arrest Warrants", "arrest warrants")]),
        ("rights of return", [("rights of return", "right-of-return")]),
        ("treaties", [("treaties", "treaty")]),
        ("NGOs and an NGO", [("NGOs", "ngo"), ("NGO", "ngo")]),
        ("the war in Norland", [("war in Norland", "war")]),
        ("Ann O’Neil", [("Ann O’Neil", "ann", "ann-two")]),
        ("arrest\nwarrant", [("arrest\nwarrant", "arrest-warrant")]),
        ("Harbour\u00a0Union", [("Harbour\u00a0Union", "harbour-union")]),
    ],
)  # fmt: skip
def test_find(text: str, names: list[tuple[str, ...]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("harbour union", ("harbour-union",)),
        ("The Harbour Union", ("harbour-union",)),
        ("WHO", ("who",)),
        ("W.H.O.", ("who",)),
        ("who", ()),
        ("Eclair palace", ("eclair",)),
        ("ann o’neil", ("ann", "ann-two")),
        ("Norlands", ("norland",)),
        ("arrest warrants", ("arrest-warrant",)),
        ("NORLAND", ("norland",)),
        ("nobody", ()),
        ("", ()),
    ],
)
def test_named(name: str, ids: tuple[str, ...]) -> None:
    assert LEXICON.named(name) == ids


def test_a_name_that_an_editors_entry_bears_is_its_alone() -> None:
    editors = Entry(id="ours", section="actors", kind="organisation", name="Hat Office", acronym="HO")
    lexicon = build((editors, entry("theirs", "Hat Office", acronym="HO")))
    assert lexicon.named("Hat Office") == lexicon.named("HO") == ("ours",)
    assert [ids for _, _, ids in lexicon.find("The Hat Office (HO)")] == [("ours",), ("ours",)]


def test_an_empty_lexicon_finds_nothing() -> None:
    empty = build(())
    assert list(empty.find("Norland")) == []
    assert empty.named("Norland") == ()


WORDS = (
    st.text("abcdeEFG'é-. ", min_size=2, max_size=12)
    .map(str.strip)
    .filter(lambda word: re.match(r"\w.*\w\Z", word) and any(c.isalpha() for c in word))
)
KINDS = st.sampled_from(["person", "term", "event", "organisation"])
ENTRIES = st.lists(st.tuples(WORDS, KINDS), min_size=1, max_size=12).map(
    lambda names: [entry(f"e{n}", name, kind) for n, (name, kind) in enumerate(names)]
)


@settings(deadline=None)  # a loaded machine is no failure
@given(ENTRIES)
def test_every_form_of_every_name_is_found_alone_in_a_sentence(entries: list[Entry]) -> None:
    lexicon = build(entries)
    for one in entries:
        for form in forms(one.name, one.kind):
            text = f"« {form} », he said"
            matches = [(text[start:end], ids) for start, end, ids in lexicon.find(text)]
            assert any(match == form and one.id in ids for match, ids in matches), (form, matches)


@settings(deadline=None)  # a loaded machine is no failure
@given(ENTRIES, st.text("abcdeEFG'’é-. \n", max_size=80))
def test_matches_never_overlap_and_stand_on_word_boundaries(entries: list[Entry], text: str) -> None:
    lexicon = build(entries)
    last = 0
    for start, end, ids in lexicon.find(text):
        assert last <= start < end <= len(text)
        assert not re.match(r"\w", text[end : end + 1])
        assert start == 0 or not re.match(r"\w", text[start - 1])
        assert ids == tuple(sorted(ids))
        last = end


@settings(deadline=None)  # a loaded machine is no failure
@given(ENTRIES)
def test_the_order_of_entries_does_not_matter(entries: list[Entry]) -> None:
    one, other = build(entries), build(entries[::-1])
    assert one == other


@settings(deadline=None)  # a loaded machine is no failure
@given(WORDS, KINDS)
def test_an_entry_is_named_by_its_own_name(name: str, kind: str) -> None:
    assert build([entry("e", name, kind)]).named(name) == ("e",)
