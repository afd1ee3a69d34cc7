"""Events: the clause a date places, with the real pipeline; the article appears on Wednesday 15 May 2024."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.extract.events import find_events
from generator.model.entity import Entity, Mention, Resolution, Resolved
from generator.model.statement import DateExpression
from generator.model.text import Article, Paragraph, Parsed, Published, Sentence, Span, Token
from generator.read import read_article
from generator.recognise.dates import find_dates
from generator.recognise.linguist import Linguist

LINGUIST = Linguist()
NOBODY = Resolution((), ())


def article(*texts, kind="body"):
    return Article(
        "a",
        "",
        tuple(Paragraph(f"p-{i}", kind, t, 0) for i, t in enumerate(texts)),
        Published("2024-05-15", "stated", ""),
    )


def knowing(source, **names):
    """Resolves every occurrence of the given words to an entity of the given kind."""
    mentions = [
        Resolved(
            Mention(Span("a", p.id, at, at + len(name)), name, kind, "model"), name.lower(), "full name", kind
        )
        for name, kind in names.items()
        for p in source.paragraphs
        for at in [p.text.find(name)]
        if at >= 0
    ]
    return Resolution(tuple(Entity(n.lower(), k, n) for n, k in names.items()), tuple(mentions))


def events(*texts, kind="body", **names):
    source = article(*texts, kind=kind)
    parsed = LINGUIST.parse(source)
    return find_events(parsed, knowing(source, **names), find_dates(parsed))


def told(*texts, **options):
    return [(e.date.value if e.date else None, e.text) for e in events(*texts, **options)]


def test_a_sentence_with_its_date():
    text = "The mayor of Lima resigned on Monday after a long strike."
    assert told(text) == [("2024-05-13", text)]


def test_two_dates_in_one_sentence_are_two_events_with_their_own_clauses():
    assert told("The port strike began in March, and the mayor of Lima resigned on Monday.") == [
        ("2024-03", "The port strike began in March"),
        ("2024-05-13", "the mayor of Lima resigned on Monday."),
    ]


def test_a_clause_within_another_is_told_by_itself():
    found = told(
        "The visit comes after the high court announced on Friday that it wants to put a general on trial."
    )
    assert found == [
        ("2024-05-10", "the high court announced on Friday that it wants to put a general on trial")
    ]


def test_what_precedes_a_colon_is_another_statement():
    assert told("They agree on one thing: Last month, the mayor of Lima accused a court of delay.")[0][
        1
    ].startswith("Last month")


def test_reported_words_are_told_with_the_one_who_reports():
    text = "The court clerk said that the port talks will open on Friday."
    assert told(text) == [("2024-05-17", text)]


def test_a_participle_is_told_with_its_noun():
    assert ("2022-10", "a ban imposed in October 2022 by a ministry of Lima") in [
        (v, t.rstrip("."))
        for v, t in told("She cited a ban imposed in October 2022 by a ministry of Lima.", Lima="place")
    ]


def test_a_date_that_belongs_to_a_noun_places_what_the_noun_names():
    assert told("He still mourns the victims of the Oct. 23 attack on the market of Lima.")[0] == (
        "2023-10-23",
        "the Oct. 23 attack on the market of Lima",
    )


@pytest.mark.parametrize(
    "text",
    [
        "She has lived in Lima since 2018.",
        "The tax was cut by May 3 at the latest.",
        "Sales rose from a year earlier.",
        "The war has lasted for three years.",
        "He won the 2016 election.",
        "What will happen on Friday?",
        "LIMA, May 3 (Andes News) — The port is closed.",
    ],
)
def test_bounds_durations_bare_nouns_questions_and_datelines_give_no_dated_event(text):
    assert [e for e in told(text) if e[0]] == []


@pytest.mark.parametrize(
    "text", ["The mayor broke the Harbour Act of 1993.", "The mayor opened the bridge over 20 years ago."]
)
def test_a_law_s_year_and_a_rough_date_place_nothing(text):
    assert [e for e in told(text) if e[0]] == []


def test_the_dateline_is_no_part_of_what_happened():
    assert told("LIMA — The government resigned on Monday.") == [
        ("2024-05-13", "The government resigned on Monday.")
    ]


def test_a_plan_is_an_event_of_its_coming_date():
    assert told("Further talks are scheduled for Tuesday.")[0][0] == "2024-05-21"


def test_the_finest_of_two_dates_places_a_clause():
    assert [v for v, _ in told("On Monday afternoon this week the government resigned.")] == ["2024-05-13"]


def test_entities_are_those_of_the_clause_in_order():
    (event,) = events("In Lima, Torres met Quispe on Monday.", Torres="person", Quispe="person", Lima="place")
    assert event.entities == ("lima", "torres", "quispe")


def test_an_act_of_somebody_known_without_a_date_is_an_undated_event():
    assert told("Torres shook hands with Quispe.", Torres="person") == [
        (None, "Torres shook hands with Quispe.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Torres seemed glad.",  # a state
        "Torres did not sign the treaty.",  # did not happen
        "Torres will sign the treaty.",  # has not happened
        "The wind struck the harbour.",  # nobody known
        "“Torres signed the treaty,” he said.",  # somebody’s words
    ],
)
def test_no_undated_event_of_what_is_no_act(text):
    assert told(text, Torres="person") == []


@pytest.mark.parametrize("kind", ["caption", "related", "credit", "heading"])
def test_only_the_articles_own_telling_has_events(kind):
    assert told("The mayor resigned on Monday.", kind=kind) == []


def test_an_event_without_a_known_day_keeps_its_open_date():
    source = Article(
        "a",
        "",
        (Paragraph("p", "body", "The mayor of Lima resigned on Monday.", 0),),
        Published(None, "unknown", ""),
    )
    parsed = LINGUIST.parse(source)
    (event,) = find_events(parsed, NOBODY, find_dates(parsed))
    assert event.date is not None
    assert event.date.value is None


def test_a_day_that_only_a_sentence_before_tells_is_none():
    text = "Later in the day, the mayor of Lima resigned."
    source = Article("a", "", (Paragraph("p", "body", text, 0),), Published(None, "unknown", ""))
    parsed = LINGUIST.parse(source)
    assert [e.date for e in find_events(parsed, NOBODY, find_dates(parsed)) if e.date] == []


def test_the_days_of_the_first_seed_article():
    root = Path(__file__).resolve().parents[2]
    source = read_article(root / "seeds" / "articles" / "xi-visits-moscow.txt", root)
    parsed = LINGUIST.parse(source)
    values = [e.date.value for e in find_events(parsed, NOBODY, find_dates(parsed)) if e.date]
    day, before, next_day, month, month_before = (
        "2023-03-20",
        "2023-03-17",
        "2023-03-21",
        "2023-03",
        "2023-02",
    )
    assert values == [
        *(
            day,
            month,
            month_before,
            day,
            next_day,
            before,
            day,
        ),  # “he secured …” with nobody known is left out
        *(month_before, day, before, day, day),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was surprised. He won a third term on Monday.",
        "It was late. They left Lima on Friday.",
        "Last week, I met the mayor in Lima.",
        "The deal, she told me on Friday, is done.",
        "This happened in May 2023.",
        "Kickstarting the port on Monday is hard.",
        "The thing he wanted last week was a boat.",
        "She spoke of an interview that aired two days ago.",
        "What made the strike longer in 2023",
        "The mayor ordered three hundred of them to Lima on Monday.",
        "Its harbour was closed on Monday.",
        "The mayor sold it to the state on Monday.",
        "The mayor bought that ship on Monday.",
        "In a speech on Monday, the mayor declared:",
        "The ports in Lima aren’t waiting for the vote on Monday.",
        "The mayor pledged to keep the port open “today, tomorrow, forever.”",
        "His lawyer filed a suit on Monday.",
        "The slaughter early on Monday has a bitter meaning.",
        "The company opened a harbour on Monday.",
        "The new plan was signed on Monday.",
        "Other mayors left Lima on Monday.",
        "Both mayors left Lima on Monday.",
        "The two mayors left Lima on Monday.",
        "His harbour was closed near Quispe’s house on Monday.",
        "Nobody mourned its 1990 invasion of Peru.",
        "Last year, it averaged fifty ships.",
        "This harbour was closed on Monday.",
        "The Hollywood mogul left Lima on Monday.",
        "On Monday the candidate himself left Lima.",
        "Another ship is expected on Friday.",
        "A part of that sank on Monday.",
        "Ana Torres tweeted on Monday after the vote.",
        "He spoke of a wide victory in Lima on Monday.",
    ],
)
def test_what_leans_on_the_text_around_it_is_no_event(text):
    assert [e for e in told(text) if e[0]] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("When Torres left Lima on Monday, the port was closed.", "Torres left Lima on Monday"),
        ("Hours after Torres left Lima on Monday, the port was closed.", "Torres left Lima on Monday"),
        ("But Torres left Lima on Monday.", "Torres left Lima on Monday."),
        (
            "They met Torres, a general who resigned on Monday.",
            "Torres, a general who resigned on Monday",
        ),
        (
            "The port guards on Monday seized and searched a ship.",
            "The port guards on Monday seized and searched a ship.",
        ),
    ],
)
def test_an_event_has_the_words_that_tell_it_and_no_others(text, event):
    assert event in [t for _, t in told(text, Torres="person", Lima="place")]


def test_whom_only_a_relative_clause_names_is_not_the_one_meant():
    text = "Citing the deal, which Torres had opposed, she left Lima on Monday."
    assert [e for e in told(text, Torres="person") if e[0]] == []


def test_a_pronoun_that_a_rule_resolves_is_told_with_the_event():
    found = events("Ana was happy. She won a third term on Monday.", Ana="person")
    (event,) = [e for e in found if e.date]
    assert [(m.text, m.entity) for m in event.meant] == [("She", "ana")]
    assert "ana" in event.entities


def test_a_pronoun_that_the_words_explain_needs_no_telling():
    found = events("Ana resigned on Monday after she lost the vote.", Ana="person")
    assert [e.meant for e in found] == [()]


WORDS = st.lists(
    st.sampled_from(["he", "met", "attack", "on", "“", "”", ",", "Friday", ":", "when", "said", "—", "?"]),
    min_size=1,
    max_size=9,
)
TAGS = st.tuples(
    st.sampled_from(["VERB", "NOUN", "ADP", "AUX", "PUNCT", "PROPN"]),
    st.sampled_from(["VBD", "NN", "IN"]),
    st.sampled_from(
        ["ROOT", "nsubj", "conj", "advcl", "pobj", "ccomp", "relcl", "punct", "poss", "mark", "dobj"]
    ),
    st.integers(0, 8),
)


def heads(chosen, *, mirrored):
    """Heads that make a tree: each word hangs on one before it, or mirrored on one after it."""
    count = len(chosen)
    before = [head % (i + 1) for i, head in enumerate(chosen)]
    return [count - 1 - before[count - 1 - i] for i in range(count)] if mirrored else before


@given(
    WORDS,
    st.lists(TAGS, min_size=9, max_size=9),
    st.sets(st.integers(0, 8), min_size=1, max_size=3),
    st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300, deadline=None)
def test_any_tree_gives_distinct_events_inside_the_text_that_hold_their_date(words, tags, at, mirrored):
    above = heads([head for *_, head in tags[: len(words)]], mirrored=mirrored)
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(len(words))]
    tokens = tuple(
        Token(start, start + len(word), word, word, pos, tag, dep, head)
        for start, word, (pos, tag, dep, _), head in zip(starts, words, tags, above, strict=False)
    )
    source = article(" ".join(words))
    parsed = Parsed(source, (Sentence("p-0", 0, len(" ".join(words)), tokens),), ())
    dated = sorted({min(place, len(tokens) - 1) for place in at})
    spans = [Span("a", "p-0", tokens[place].start, tokens[place].end) for place in dated]
    dates = [DateExpression(s, source.words(s), "2024-05-10", "day", "relative", "") for s in spans]
    found = find_events(parsed, NOBODY, dates)
    assert len({event.span for event in found}) == len(found)
    for event in found:
        assert source.words(event.span) == event.text != ""
        if event.date:
            assert event.span.start <= event.date.span.start
            assert event.date.span.end <= event.span.end


@pytest.mark.parametrize(
    "text",
    [
        "Sales of $3 million fell from $4 million a year earlier.",
        "The port earned $3 million, compared with $4 million in the 2022 quarter.",
        "Torres ordered a strike beginning on Friday.",
        "Monday marked a turning point in Lima.",
        "There is one vote in Lima this year.",
        "Torres was his best aide in 2012.",
        "The chart shows the value of last year’s ships.",
        "The mayor warned of a repeat of the floods of 2012.",
        "The port declared a dividend payable Friday.",
        "As of Monday, the ship had three masts.",
        "The mayor defended the Harbour Bill, 2023.",
        "Torres, still today, swims in Lima.",
        "Ana Torres should have left Lima last week.",
        "If Quispe wins, Torres will leave Lima on Friday.",
        "There never was a case when the court freed Torres in May.",
        "Nothing changed in Lima on Monday.",
        "Torres plays the fool (or, as the guards called it on Monday, the king).",
        "The paint keeps Lima cool in the summer.",
        "Torres has become famous in Lima because of the strike last week.",
        "The fame of Torres came not during the march in Lima on Monday.",
        "Torres watched a 9/11 memorial ceremony in the port of Lima.",
    ],
)
def test_a_date_of_something_else_places_nothing(text):
    assert [e for e in told(text, Torres="person", Lima="place") if e[0]] == []


def test_an_attack_is_told_for_itself_where_others_are_only_charged_with_it():
    found = told("Two men were charged in the May 3 attack on the market of Lima.")
    assert [t.rstrip(".") for v, t in found if v == "2024-05-03"] == [
        "the May 3 attack on the market of Lima"
    ]
    assert told("Two men were killed in the May 3 attack on the market of Lima.")[0][1].startswith("Two men")


@pytest.mark.parametrize(
    "text",
    [
        "Even after Torres left Lima on Monday, the port was closed.",
        "Just hours before Torres left Lima on Monday, the port was closed.",
    ],
)
def test_words_that_lead_to_a_tie_are_no_part_of_it(text):
    assert "Torres left Lima on Monday" in [t for _, t in told(text, Torres="person", Lima="place")]


def test_a_clause_before_the_main_one_keeps_the_word_that_binds_it():
    text = "But while Torres had praised the port before, she sold it to Lima on Monday."
    assert [t for _, t in told(text, Torres="person", Lima="place")] == [text.removeprefix("But ")]


def test_whom_the_company_means_is_told_where_its_name_says_that_it_is_one():
    found = events(
        "Torres Shipping Company has ten ships. The company opened a harbour on Monday.",
        **{"Torres Shipping Company": "organisation"},
    )
    (event,) = [e for e in found if e.date]
    assert [(m.text, m.entity) for m in event.meant] == [("The company", "torres shipping company")]


@pytest.mark.parametrize(
    "text",
    [
        "She cited a poll of voters conducted in October 2022 by the ministry.",
        "The aim is to open the port of Lima in June.",
        "Students who are eighteen are eligible to vote in Lima on Friday.",
        "Torres will win in November.",
        "“You have to vote in Lima on Friday,” Torres said.",
        "The port of Lima was damaged more than Quispe had feared last August.",
        "Guards left Lima as dawn broke on Monday.",
        "“How many ships will Lima have in 2030?” Torres asked.",
        "Whatever happens in Lima on Friday is news.",
        "An article about Lima on Sunday misspelled the name of Torres.",
        "Torres created an office in Lima, effective June 1.",
        "Torres did not reveal what the port of Lima would say on Friday.",
        "There was no word from Torres in Lima on Monday.",
        "Torres did not need a miracle in Lima on Monday.",
        "Torres said a bridge can change Lima next year.",
        "The year of Torres in Lima was dismal in 2023.",
        "Torres fought for a bridge, which Quispe today rejects.",
        "Torres studied the tides of Lima over 2000–2050.",
        "The phrase that Torres cited in Lima on Monday was old.",
        "It is open what drove Torres in 2023 to leave Lima.",
    ],
)
def test_a_scheme_a_claim_or_a_paper_is_no_happening(text):
    assert told(text, Torres="person", Lima="place", ministry="organisation") == []


@pytest.mark.parametrize(
    "text",
    [
        "The concert took place on Monday.",
        "Torres left the meeting on Monday.",
        "Torres was charged with the slaying on Monday.",
        "A judge in Lima ruled on Monday that the 12 were held in vain.",
        "Torres announced another ban on Monday.",
        "Torres said here on Monday that Quispe had won.",
        "Torres added one more on Monday.",
        "Net income rose to $4 million last year.",
        "Guards said on Friday a rifle was found near his home.",
        "Torres backed such a ban on Monday.",
        "A similar ship left Lima on Monday.",
        "Torres left the pact with the companies on Monday.",
        "Construction will begin on Friday.",
        "The extremist party won a seat in Lima on Monday.",
        "Torres won the state in 2023.",
        "“The council recommended it on Monday,” Torres said.",
    ],
)
def test_what_points_to_words_before_it_is_left_out(text):
    assert told(text, Torres="person", Lima="place") == []


@pytest.mark.parametrize(
    "text",
    [
        "The economy shrank on the coast last year.",
        "The mayor of Lima left the port of Callao on Monday.",
        "In Lima, the mayor resigned on Monday.",
        "Torres named a panel on Monday, and the panel met in Lima.",
        "Another senior aide, Ana Quispe, left Lima on Monday.",
        "Net income of the Lima port rose to $4 million last year.",
        "Torres is due to open the port of Lima on Friday.",
        "Torres will meet Quispe in November.",
        "The ruling party won a seat in Lima on Monday.",
        "The port of Lima was open on Monday.",
        "Torres was quick to leave Lima on Monday.",
    ],
)
def test_what_its_own_words_tell_stays(text):
    assert [t for _, t in told(text, Torres="person", Lima="place", Quispe="person")] != []


def test_what_is_said_without_that_stays_with_the_one_who_says_it():
    text = "At a meeting in Lima on Monday, Torres also clarified Quispe’s daughter, Nina, joined the board of Lima."
    assert [t for _, t in told(text, Torres="person", Lima="place")] == [text]


def test_a_dates_own_happening_and_a_participle_give_the_main_verb_no_day():
    text = "Torres was indicted last year in the October 1998 shooting death of Dr. Luis Quispe of Lima."
    assert [v for v, t in told(text, Torres="person") if "indicted" in t] == ["2023"]


def test_in_an_attempt_ends_what_a_noun_names():
    text = "Torres praised guards whom Lima hired after the 9/11 attacks in an attempt to watch the port of Lima."
    assert not any("attempt" in t and t.startswith("the 9/11") for _, t in told(text, Torres="person"))


def test_a_dated_happening_is_not_told_with_another():
    text = "Letters claim responsibility for a 1997 attack on a crowded bar and the Lima raid."
    assert ("1997", "a 1997 attack on a crowded bar") in told(text)


def test_what_somebody_said_at_no_told_time_is_no_event():
    assert told("“The port will never close and will not be sold,” warned Torres.", Torres="person") == []


def test_it_is_not_the_paper_that_reports_of_it():
    found = told(
        "Andes Daily is a paper.",
        "It was closed after the vote, Andes Daily reported on Monday.",
        **{"Andes Daily": "organisation"},
    )
    assert found == []


def test_a_phrase_that_belongs_to_the_verb_is_no_part_of_what_happened():
    text = "Torres praised Monday’s big march through Lima for being calm."
    assert not any("being calm" in t and "praised" not in t for _, t in told(text, Torres="person"))


def test_an_act_of_nothing_is_none():
    assert told("Torres agreed.", Torres="person") == []
    assert told("Torres largely agreed with Quispe.", Torres="person") == []
    assert told("Torres agreed to sell the port of Lima.", Torres="person") != []


def test_what_is_told_within_marks_alone_is_no_event():
    assert told("“We left the pact in 2014. It was hard,” he said.") == []


def test_what_others_report_is_told_with_those_who_report_it():
    found = told("Officials said on Monday that the Lima dam had burst on Friday.")
    assert {text for _, text in found} == {"Officials said on Monday that the Lima dam had burst on Friday."}
