"""Dates found and placed, with the real pipeline; the article appears on Wednesday 15 May 2024."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.knowledge import calendar
from generator.model.text import Article, Paragraph, Parsed, Published
from generator.recognise.dates import find_dates
from generator.recognise.linguist import Linguist

LINGUIST = Linguist()
STATED = Published("2024-05-15", "stated", "")


def article(*texts, kind="body", published=STATED):
    return Article("a", "", tuple(Paragraph(f"p-{i}", kind, t, 0) for i, t in enumerate(texts)), published)


def dates(*texts, kind="body", published=STATED):
    return find_dates(LINGUIST.parse(article(*texts, kind=kind, published=published)))


def values(*texts, **options):
    return [(d.text, d.value) for d in dates(*texts, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge opened on March 17, 2023.", "2023-03-17"),
        ("The bridge opened on 17 March 2023.", "2023-03-17"),
        ("The bridge opened on Friday, 17 March 2023.", "2023-03-17"),
        ("Opened: 2023-03-17.", "2023-03-17"),
        ("The bridge opened in March 2023.", "2023-03"),
        ("The bridge opened in late March 2023.", "2023-03"),
        ("The bridge opened in 1998.", "1998"),
        ("It is a 2003 ruling.", "2003"),
        ("Sales rose in fiscal 2022.", "2022"),
        ("Sales rose in the third quarter of 2022.", "2022-Q3"),
        ("The bridge opened in the summer of 1998.", "1998-SU"),
        ("Everything changed after the 9/11 attacks.", "2001-09-11"),
        ("They met on Christmas Day, 2019.", "2019-12-25"),
        ("Coral output fell in the March quarter of 2018.", "2018-Q1"),
        ("The law was passed in nineteen ninety-six.", "1996"),
        ("The law was passed in May nineteen eighty.", "1980-05"),
        ("Rents doubled by the year two thousand thirty.", "2030"),
        ("The fleet was sold in the year two thousand and eight.", "2008"),
    ],
)
def test_dates_given_in_full(text, expected):
    (found,) = dates(text, published=Published(None, "unknown", ""))
    assert (found.value, found.basis) == (expected, "explicit")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor resigned on Monday.", "2024-05-13"),
        ("The mayor resigned on Wednesday.", "2024-05-15"),
        ("The mayor resigned Friday.", "2024-05-10"),
        ("The mayor will resign on Friday.", "2024-05-17"),
        ("The mayor plans to resign on Friday.", "2024-05-17"),
        ("The vote is scheduled for Tuesday.", "2024-05-21"),
        ("They gave the mayor until Friday to resign.", "2024-05-17"),
        ("The mayor resigned last Wednesday.", "2024-05-08"),
        ("The mayor resigned on Friday last week.", "2024-05-10"),
        ("The mayor will resign on Monday next week.", "2024-05-20"),
        ("Sales rose in the March quarter.", "2024-Q1"),
        ("The offer had been due to expire Friday.", "2024-05-10"),
        ("The match was called off in November.", "2023-11"),
        ("The match was expected in November.", "2024-11"),
        ("The case is heard in March.", "2025-03"),
        ("The mayor will resign next Wednesday.", "2024-05-22"),
        ("At 8 a.m. Monday the mayor resigned.", "2024-05-13"),
        ("The mayor resigned yesterday.", "2024-05-14"),
        ("The mayor will resign tomorrow.", "2024-05-16"),
        ("The council votes tonight.", "2024-05-15"),
        ("The mayor resigned last night.", "2024-05-14"),
        ("The mayor resigned last week.", "2024-W19"),
        ("The mayor resigned earlier this month.", "2024-05"),
        ("The mayor resigned last month.", "2024-04"),
        ("The mayor will resign early next year.", "2025"),
        ("The mayor resigned in February.", "2024-02"),
        ("The mayor resigned in September.", "2023-09"),
        ("The mayor will resign in September.", "2024-09"),
        ("The mayor resigned last March.", "2024-03"),
        ("On the last Friday in August, the mayor met the board.", "2023-08-25"),
        ("The mayor will resign on the first Monday of July.", "2024-07-01"),
        ("Weakness hurt the shares, which fell on Friday, to 4.", "2024-05-10"),
        ("The mayor resigned on Feb. 24.", "2024-02-24"),
        ("The mayor has ruled since 24 February.", "2024-02-24"),
        ("The mayor will resign on July 3.", "2024-07-03"),
        ("The mayor resigned on Nov. 20.", "2023-11-20"),
        ("The mayor agreed to a sale on May 20.", "2024-05-20"),
        ("The mayor resigned two years ago.", "2022"),
        ("The mayor resigned three weeks ago.", "2024-W17"),
        ("Profit rose in the first quarter.", "2024-Q1"),
        ("Profit rose in the third quarter.", "2023-Q3"),
        ("The mayor resigned last fall.", "2023-FA"),
        ("The mayor resigned on Christmas Eve.", "2023-12-24"),
        ("The hearing is set for the week of June 3.", "2024-W23"),
        ("She took to the air beginning Tuesday night.", "2024-05-14"),
        ("The shop will close starting Friday.", "2024-05-17"),
        ("The mayor planned a large march in Lima on Saturday.", "2024-05-18"),
        ("On Friday, the mayor planned to pay the guards.", "2024-05-17"),
        ("The mayor subpoenaed the guard to testify on May 20.", "2024-05-20"),
        ("They will meet again in the fall.", "2024-FA"),
        ("All signs pointed to Torres endorsing Quispe on Friday after the mayor meets them.", "2024-05-17"),
        ("He left last fall in a hurry.", "2023-FA"),
    ],
)
def test_dates_counted_from_the_articles_own(text, expected):
    (found,) = dates(text)
    assert (found.value, found.basis) == (expected, "relative")
    assert "15 May 2024" in found.why or "week of" in found.why


def test_last_with_the_month_just_past_may_mean_a_year_before_and_stays_open():
    (found,) = dates("The mayor resigned last April.")
    assert found.value is None


def test_past_before_a_month_is_a_preposition():
    assert dates("The mayor looked past November to calmer times.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the second Tuesday of May 2014", "2014-05-13"), ("the last Friday in August 2020", "2020-08-28")],
)
def test_a_weekday_by_its_number_in_a_month(text, expected):
    (found,) = dates(f"The mayor met the board on {text}.")
    assert (found.value, found.basis) == (expected, "explicit")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Profit rose in the first quarter from a year earlier.",), "2023-Q1"),
        (("The mayor resigned on March 3, 2021. Two days later she left Lima.",), "2021-03-05"),
        (
            ("It began in 2009.", "It rained.", "It snowed.", "It froze.", "It ended thirteen years later."),
            "2009",
        ),
        (("The mayor resigned on March 3, 2021.", "The next day she left Lima."), "2021-03-04"),
        (("The mayor resigned in March 2021. Elections were held that year.",), "2021"),
        (("The mayor resigned on March 3, 2021. On the following Friday she left.",), "2021-03-05"),
    ],
)
def test_dates_counted_from_one_named_before(texts, expected):
    assert dates(*texts)[-1].value == expected


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("The fair runs from June 3-5, 2022.", "2022-06-03", "2022-06-05"),
        ("The fair ran from 30 June to 2 July 2022.", None, None),
        ("The fair was held over the weekend.", "2024-05-11", "2024-05-12"),
        ("The fair took place this weekend.", "2024-05-11", "2024-05-12"),
        ("The fair will take place this weekend.", "2024-05-18", "2024-05-19"),
        ("He ruled in the 1990s.", "1990", "1999"),
        ("The season 2019-20 was cut short.", "2019", "2020"),
        ("Growth slowed in the second half of 2022.", "2022-Q3", "2022-Q4"),
        ("The mine closed in the early 1970s.", "1970", "1973"),
        ("The mine closed in the mid-1980s.", "1984", "1986"),
        ("The mine closed in the late 1980s.", "1987", "1989"),
        ("Talks were held on May 3 and 4, 2021.", "2021-05-03", "2021-05-04"),
        ("The summit is on 24 and 25 June.", "2024-06-24", "2024-06-25"),
        ("The fair opens on the weekend of December 14 and 15.", "2024-12-14", "2024-12-15"),
        ("The fair was held on the weekend of 9 March.", "2024-03-09", "2024-03-10"),
    ],
)
def test_ranges_have_an_end(text, value, until):
    found = dates(text)[0]
    if value:
        assert (found.value, found.until) == (value, until)


@pytest.mark.parametrize(
    "text",
    [
        "A 32-year-old teacher won.",
        "She was 45 and had two children.",
        "The war has lasted for three years.",
        "They endured 13 months of war.",
        "The drone cost $32 million.",
        "About 1,998 people came.",
        "Some 2000 soldiers came.",
        "He may march with them.",
        "Over the next three days it will rain.",
        "For the last week it has rained.",
        "In today’s world this is rare.",
        "They will not bring a better tomorrow.",
        "They are the people of tomorrow.",
        "He blamed the fall in sales.",
        "They met the summer she was born.",
        "She wrote about the fall of the tower.",
        "The March of Dimes signed it.",
        "The annual March for Life began.",
        "She sat down in the sun.",
        "He scored a second goal.",
        "It is a 2000-year-old temple.",
        "It will grow over the next year.",
        "They trained for the Winter Olympics.",
        "They shop on Black Friday.",
    ],
)
def test_durations_ages_and_numbers_are_no_dates(text):
    assert values(text) == []


def test_two_days_apart_are_two_dates():
    assert values("Votes were held on May 3 and 17, 2021.") == [("May 3 and 17, 2021", "2021-05-03")]
    assert values("Votes were held on May 3 and 7.")[0] == ("May 3", "2024-05-03")


def test_half_a_year_is_told_by_the_report_that_it_stands_in():
    assert values("In the second half the home side scored.") == []
    assert values("Sales fell in the first quarter of 2024. In the first half, it will sell less.")[1] == (
        "the first half",
        "2024-Q1",
    )


def test_a_person_named_like_a_month_is_none():
    assert values("Theresa May spoke in Lima.", "Later May left. A vote is due in May.") == [
        ("May", "2024-05")
    ]


def test_a_programme_named_like_a_day_is_none():
    assert values("She told the programme Today that she would go.") == []


def test_without_a_day_to_count_from_the_value_stays_open():
    found = dates("The mayor resigned on Friday.", published=Published(None, "unknown", ""))
    assert [(d.text, d.value) for d in found] == [("Friday", None)]
    assert "not known" in found[0].why


def test_an_inferred_day_to_count_from_is_called_so():
    (found,) = dates("The mayor resigned on Friday.", published=replace(STATED, basis="inferred"))
    assert "itself inferred" in found.why


def test_the_reason_is_told_in_words():
    (found,) = dates("The mayor resigned on Friday.")
    assert found.why == "the Friday before the article’s date, 15 May 2024"


def test_headings_and_captions_have_dates_and_credits_have_none():
    assert values("Lima in 2019", kind="caption") == [("2019", "2019")]
    assert values("The vote of May 3", kind="heading") == [("May 3", "2024-05-03")]
    assert values("Photo: 2019 Agency", kind="credit") == []


def test_a_teaser_counts_from_its_own_date():
    paragraph = Paragraph("p", "related", "The mayor resigned on Friday.", 0, "2024-03-05")
    (found,) = find_dates(LINGUIST.parse(Article("a", "", (paragraph,), STATED)))
    assert found.value == "2024-03-01"


PIECES = st.sampled_from(
    ["on Friday", "March", "30", "2023", "31 February", "0000", "9999 years ago", "three days later", "a year earlier", "the",
     "next year", "of", "Feb.", "-", ",", "’90s", "10.10.2020", "quarter", "the fourth quarter", "last", "weekend", "to", "“", "9/11", "May"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join))
DAYS = st.sampled_from([None, "0001-01-01", "2024-02-29", "9999-12-31", "not a date"])


@given(st.lists(TEXTS, max_size=3), DAYS)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300, deadline=None)
def test_any_text_gives_valid_values_inside_it(texts, day):
    source = article(*texts, published=Published(day, "stated" if day else "unknown", ""))
    last = {}
    for found in find_dates(Parsed(source, (), ())):
        assert source.words(found.span) == found.text != ""
        assert last.get(found.span.paragraph, 0) <= found.span.start
        last[found.span.paragraph] = found.span.end
        assert found.value is None or calendar.precision_of(found.value) == found.precision
        assert found.until is None or calendar.first_day(found.until) > calendar.first_day(found.value)
        assert found.why
