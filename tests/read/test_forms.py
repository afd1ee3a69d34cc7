"""What a line is by its form: bylines, dates, credits, captions, notes."""

from __future__ import annotations

import pytest

from generator.read import forms
from generator.read.block import Block
from generator.read.byline import Byline, byline, natural
from generator.read.characters import beginning, clean
from generator.read.date_line import date_line
from generator.read.layout import Placed
from generator.read.paragraphs import identify


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe", Byline(("Jane Doe",))),
        ("BY JANE DOE AND JOHN McROE", Byline(("Jane Doe", "John McRoe"))),
        (
            "By JANE MCDOE and JOHN ROE, Associated Press",
            Byline(("Jane McDoe", "John Roe"), "Associated Press"),
        ),
        ("By Jane Doe, Staff Writer", Byline(("Jane Doe",), complete=False)),
        ("By Jane RoeStaff Writer", Byline(("Jane Roe",), complete=False)),
        ("By Jane Doe in Norvik", Byline(("Jane Doe",), complete=False)),
        ("By Jane Doe for The Guardian", Byline(("Jane Doe",), "The Guardian")),
        ("By the Associated Press", Byline(("Associated Press",), "Associated Press")),
        ("By then the talks had failed", None),
        ("By Monday", None),
        ("Jane Doe said so", None),
    ],
)
def test_bylines(line: str, expected: Byline | None) -> None:
    assert byline(line) == expected


def test_names_in_capitals_take_their_usual_case() -> None:
    assert [natural(n) for n in ("JANE O'DOE-ROE", "ANA DE LA CRUZ", "Jane DOE")] == [
        "Jane O'Doe-Roe",
        "Ana de la Cruz",
        "Jane DOE",
    ]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("March 17, 2023", "2023-03-17"),
        ("Feb. 19, 2023", "2023-02-19"),
        ("17 March 2023", "2023-03-17"),
        ("Friday, July 21, 2017", "2017-07-21"),
        ("Published March 3, 2020 at 5:04 p.m. EST", "2020-03-03"),
        ("Updated 5:04 PM EDT, Mon March 20, 2023", "2023-03-20"),
        ("Posted: 3 Jan 2020 | Updated: 4 Jan 2020", "2020-01-03"),
        ("Last updated on 5 May 2022 10.30 BST", "2022-05-05"),
        ("31 February 2023", None),
        ("March 2023", None),
        ("10:30 GMT", None),
        ("In March 17, 2023, they met", None),
    ],
)
def test_date_lines(line: str, date: str | None) -> None:
    assert date_line(line) == date


@pytest.mark.parametrize(
    "line",
    ["(Jane Doe / Pool photo)", "AP Photo/Jane Doe", "Photo: Jane Doe", "Getty Images", "Jane Doe/Reuters", "(Jane Doe)", "© Jane Doe/AFP",
     "(Jane Doe/AFP via Getty Images)", "Jane Doe / Norvik Times", "Jane Doe for The Norvik Times", "Credit...Jane Doe"],
)  # fmt: skip
def test_credits(line: str) -> None:
    assert forms.is_credit(line)


@pytest.mark.parametrize(
    "line",
    ["(Laughter)", "Photo", "Photos by the thousand were burnt in the fire at the mill.", "The ferry stays.", "By Jane Doe, Associated Press",
     "“Photo: none,” he said of the empty frame, and left the room at once."],
)  # fmt: skip
def test_no_credits(line: str) -> None:
    assert not forms.is_credit(line)


@pytest.mark.parametrize(
    "line",
    ["FILE PHOTO: A ferry in the harbour", "In this Friday, May 5, 2017, file photo, a ferry leaves.", "A ferry leaves. (Jane Doe/AP)",
     "A ferry leaves the harbour. Image: Jane Doe."],
)  # fmt: skip
def test_captions(line: str) -> None:
    assert forms.is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry stays, the council said (AP).",
        "In this town a photo is news.",
        "He works for a bank (HSBC).",
    ],
)
def test_no_captions(line: str) -> None:
    assert not forms.is_caption(line)


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "READ MORE", "Also read: The ferry", "Sign up for our newsletter", "Follow us on Instagram", "Editor’s note: This was wrong.",
     "Get the morning newsletter in your inbox", "(Reporting by Jane Doe; editing by John Roe)", "© 2023 Norvik Post. All rights reserved.",
     "Jane Doe contributed to this report."],
)  # fmt: skip
def test_notes(line: str) -> None:
    assert forms.is_note(line)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money, she said.",
        "Related talks failed.",
        "Read the treaty, he said.",
        "Copyright law is old.",
    ],
)
def test_no_notes(line: str) -> None:
    assert not forms.is_note(line)


def test_abbreviations_end_no_sentence() -> None:
    assert forms.is_one_sentence("Mr. Doe of the U.S. Navy met J. R. Roe on Jan. 3 in St. Paul.")
    assert not forms.is_one_sentence("They met. Nothing came of it.")
    assert (
        forms.first_sentence("They met in the U.S. Senate. Nothing came of it.")
        == "They met in the U.S. Senate."
    )


def test_unseen_characters_go_and_seen_ones_stay() -> None:
    assert clean("a\u200bb\u202ec\u00ad\x07 d\u00a0\n e\ufeff") == "abc d e"
    assert clean("👩\u200d🔬 a\u200db") == "👩\u200d🔬 ab"
    assert clean("e\u0301") == "e\u0301"
    assert beginning("\u200b  word") == 3


def test_twins_are_numbered_and_ids_rest_on_words_alone() -> None:
    blocks = [Placed(Block(text, 0, 0), "body") for text in ("café", "cafe\u0301", "other")]
    ids = [p.id for p in identify(blocks)]
    assert ids[1] == f"{ids[0]}-2"
    assert identify(blocks[2:])[0].id == ids[2]


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("Article content", True),
        ("To view this video please enable JavaScript.", True),
        ("Shop with care. The Courier may earn an affiliate commission.", True),
        ("The agents earn a commission on each crate, the harbour board said.", False),
        ("Get in touch with our news desk at desk@courier.example.", True),
        ("“Get in touch with the board,” the mayor said.", False),
    ],
)
def test_what_pages_say_of_themselves_is_a_note(line: str, noted: bool) -> None:
    assert forms.is_note(line) is noted
