"""Paragraph ids over edits: kept where the words can be followed, never given to other words, never lost."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.revision import RETIRING, History, Revision
from generator.read import changes, gone, inherit, keep, parse_source
from generator.read.block import Block
from generator.read.identity import follow
from generator.read.layout import Placed
from generator.read.paragraphs import identify

ONE = "The harbour board met on Tuesday to talk about the new lighthouse and its keeper."
TWO = "Nobody had asked the fishermen, who sail out long before the lamp is lit each evening."
THREE = "A ferry runs twice a day between the island and the mainland, except in heavy weather."
FOUR = "The mayor promised an answer by the end of the month and left without another word."


def article(*texts):
    return parse_source("\n\n".join(("A title for the day", *texts)), "sea.txt")


def record(history, *articles):
    """What `revise` records, without its file."""
    found = [change for a in articles for change in changes(a, history)] + [*gone(articles, history)]
    revision = Revision(len(history.revisions) + 1, "2024-05-01", "why", tuple(found))
    texts = {a.id: {p.id: p.text for p in a.paragraphs} for a in articles}
    stated = {a.id: a.stated for a in articles}
    return History((*history.revisions, revision), {**history.articles, **texts}, {}, metadata=stated)


def ids(article):
    return [p.id for p in article.paragraphs][1:]


FIRST = article(ONE, TWO, THREE)
HISTORY = record(History(), FIRST)


def test_without_a_record_ids_are_of_the_words():
    assert keep(FIRST, History()) is FIRST
    assert [c.kind for c in changes(FIRST, History())] == ["new"]


def test_nothing_changed_nothing_is_told():
    assert keep(FIRST, HISTORY) == FIRST
    assert changes(FIRST, HISTORY) == ()


def test_an_edited_paragraph_keeps_its_id():
    now = keep(article(ONE.replace("Tuesday", "Thursday"), TWO, THREE), HISTORY)
    assert ids(now) == ids(FIRST)
    [change] = changes(now, HISTORY)
    assert (change.kind, change.before, "Thursday" in change.after) == ("edited", ONE, True)


def test_what_an_article_says_of_itself_is_recorded_too():
    record_of_then = record(History(), signed("Ann Lee", "2024-05-01"))
    now = keep(signed("Ann Leigh", ""), record_of_then)
    assert [(c.kind, c.other, c.before, c.after) for c in changes(now, record_of_then)] == [
        ("metadata", "byline", "Ann Lee", "Ann Leigh"),
        ("metadata", "published", "2024-05-01", ""),
    ]
    renamed = replace(now, id="shore")
    inherited = inherit(record_of_then, [renamed])
    assert [c.kind for c in changes(renamed, inherited)] == ["renamed", "metadata", "metadata"]


def test_a_record_without_it_tells_no_change_of_it():
    older = replace(record(History(), signed("Ann Lee", "2024-05-01")), metadata={})
    assert changes(keep(signed("Ann Leigh", ""), older), older) == ()


def signed(byline, published):
    head = [f"byline: {byline}"] + [f"published: {published}"] * bool(published)
    return parse_source("\n".join(["---", *head, "---", "The sea", "", ONE, "", TWO]), "sea.txt")


def test_a_moved_paragraph_keeps_its_id():
    now = keep(article(THREE, ONE, TWO), HISTORY)
    assert ids(now) == [ids(FIRST)[2], *ids(FIRST)[:2]]
    assert [(c.kind, c.paragraph) for c in changes(now, HISTORY)] == [("moved", ids(FIRST)[2])]


def test_the_longer_part_of_a_split_keeps_the_id():
    now = keep(
        article(
            "The harbour board met on Tuesday to talk about", "the new lighthouse and its keeper.", TWO, THREE
        ),
        HISTORY,
    )
    assert ids(now)[0] == ids(FIRST)[0]
    assert [(c.kind, c.other) for c in changes(now, HISTORY)] == [("edited", ""), ("split", ids(FIRST)[0])]


def test_a_merged_paragraph_points_to_the_one_that_took_it_in():
    now = keep(article(f"{ONE} {TWO}", THREE), HISTORY)
    assert set(ids(now)) < set(ids(FIRST))
    told = {c.kind: c for c in changes(now, HISTORY)}
    assert set(told) == {"edited", "merged"}
    assert told["merged"].other == told["edited"].paragraph != told["merged"].paragraph


def test_a_removed_paragraph_is_told_and_its_id_never_given_to_others():
    now = keep(article(ONE, THREE, FOUR), HISTORY)
    assert {(c.kind, c.paragraph) for c in changes(now, HISTORY)} == {
        ("removed", ids(FIRST)[1]),
        ("added", ids(now)[2]),
    }
    later = record(HISTORY, now)
    assert later.retired("sea")[ids(FIRST)[1]].revision.number == 2


def test_words_that_come_back_get_their_id_back():
    later = record(HISTORY, keep(article(ONE, THREE), HISTORY))
    now = keep(article(ONE, TWO, THREE), later)
    assert ids(now) == ids(FIRST)
    assert ids(FIRST)[1] not in record(later, now).retired("sea")


def test_an_id_in_use_is_not_given_to_the_words_it_was_made_of():
    edited = record(HISTORY, keep(article(ONE.replace("Tuesday", "Thursday"), TWO, THREE), HISTORY))
    now = keep(article(ONE.replace("Tuesday", "Thursday"), TWO, THREE, ONE), edited)
    assert ids(now)[:3] == ids(FIRST)
    assert ids(now)[3] == f"{ids(FIRST)[0]}-2"


def test_an_article_that_goes_and_comes_back_is_known_again():
    away = record(HISTORY)
    assert [c.kind for c in away.revisions[-1].changes] == ["gone"]
    assert gone((), away) == ()
    assert [c.kind for c in changes(keep(FIRST, away), away)] == ["new"]
    assert gone((), record(away, FIRST)) != ()


def test_an_article_under_another_name_keeps_its_ids_and_its_past():
    edited = record(HISTORY, keep(article(ONE.replace("Tuesday", "Thursday"), THREE), HISTORY))
    moved = replace(article(ONE.replace("Tuesday", "Thursday"), THREE), id="ocean")
    history = inherit(edited, (moved,))
    now = keep(moved, history)
    assert ids(now) == [ids(FIRST)[0], ids(FIRST)[2]]
    assert [(c.kind, c.before) for c in changes(now, history)] == [("renamed", "sea")]
    assert gone((now,), history) == ()
    later = record(history, now)
    later = replace(later, renamed={})
    assert changes(now, later) == gone((now,), later) == ()
    assert ids(FIRST)[1] in later.retired("ocean")
    assert later.before("ocean") == ("sea",)
    assert later.after("sea") == "ocean"


def test_an_article_that_gets_its_old_name_back_is_found_under_all_its_names():
    history = HISTORY
    for name in ("ocean", "bay", "sea"):
        history = inherit(history, (renamed := replace(FIRST, id=name),))
        now = keep(renamed, history)
        assert [c.kind for c in changes(now, history)] == ["renamed"]
        assert gone((now,), history) == ()
        history = record(history, now)
    assert [history.after(name) for name in ("ocean", "bay")] == ["sea", "sea"]
    assert history.before("sea") == ("bay", "ocean", "sea")
    assert changes(now, history) == ()
    assert [c.article for c in gone((), history)] == ["sea"]


def test_articles_that_change_places_have_done_so_at_once():
    other = replace(article(TWO + " So it goes.", FOUR), id="land")
    history = record(History(), FIRST, other)
    swapped = (replace(other, id="sea"), replace(FIRST, id="land"))
    history = inherit(history, swapped)
    kept = [keep(one, history) for one in swapped]
    assert [(c.kind, c.before) for one in kept for c in changes(one, history)] == [
        ("renamed", "land"),
        ("renamed", "sea"),
    ]
    history = replace(record(history, *kept), renamed={})
    assert (history.after("sea"), history.after("land")) == ("land", "sea")
    assert (history.before("sea"), history.before("land")) == (("land",), ("sea",))
    assert history.left == frozenset()
    assert not [change for one in kept for change in changes(one, history)]


def test_a_file_that_got_another_s_words_while_its_own_went_nowhere_was_rewritten():
    other = replace(article(TWO + " So it goes.", FOUR), id="land")
    history = record(History(), FIRST, other)
    for there in ((replace(other, id="sea"),), (replace(other, id="sea"), other)):
        assert inherit(history, there).renamed == {}


def test_a_name_that_another_article_takes_over_is_that_article_s():
    other = replace(article(TWO + " So it goes.", FOUR), id="land")
    history = record(record(History(), FIRST), FIRST, other)
    renamed = replace(FIRST, id="ocean")
    history = inherit(history, (renamed, other))
    history = record(history, keep(renamed, history), other)
    taken = replace(other, id="sea")
    history = inherit(history, (renamed, taken))
    assert [(c.kind, c.before) for c in changes(keep(taken, history), history)] == [("renamed", "land")]
    history = record(history, keep(renamed, history), keep(taken, history))
    assert (history.after("land"), history.after("sea")) == ("sea", "ocean")
    assert (history.before("sea"), history.before("ocean")) == (("land",), ("sea",))
    assert [c.article for c in gone((renamed,), history)] == ["sea"]
    assert gone((renamed, taken), history) == ()


def test_a_new_article_under_a_name_that_was_given_up_is_new():
    renamed = replace(FIRST, id="ocean")
    history = inherit(HISTORY, (renamed,))
    history = record(history, keep(renamed, history))
    fresh = article(FOUR, "Words of an article that nobody has read before, in the old one's file.")
    history = inherit(history, (renamed, fresh))
    assert changes(keep(fresh, history), history)[0].kind == "new"
    history = record(history, keep(renamed, history), keep(fresh, history))
    assert changes(keep(fresh, history), history) == ()
    assert [c.article for c in gone((renamed,), history)] == ["sea"]


def test_following_is_one_to_one_even_where_texts_repeat():
    found = follow([ONE, ONE, TWO], [ONE, TWO, ONE, ONE])
    assert sorted(found.kept.values()) == [0, 1, 2]
    assert found.kept[1] == 2


WORDS = st.sampled_from(
    "sea ship lamp tide keeper harbour storm island ferry mayor board rope light night gull".split()
)
TEXT = st.lists(WORDS, min_size=7, max_size=14).map(lambda words: f"The {' '.join(words)}.")
EDIT = st.tuples(
    st.sampled_from(["word", "insert", "delete", "swap", "split", "merge", "revise"]),
    st.integers(0, 50),
    st.integers(0, 50),
    TEXT,
)


def edited(texts, edit):
    """The texts after one edit."""
    kind, a, b, text = edit
    texts = list(texts)
    at, other = a % len(texts), b % len(texts)
    if kind == "word":
        words = texts[at].split()
        words[b % len(words)] = text.split()[1]
        texts[at] = " ".join(words)
    elif kind == "insert":
        texts.insert(at, text)
    elif kind == "delete" and len(texts) > 1:
        del texts[at]
    elif kind == "swap":
        texts[at], texts[other] = texts[other], texts[at]
    elif kind == "split" and len(words := texts[at].split()) > 3:
        cut = 1 + b % (len(words) - 2)
        texts[at : at + 1] = [f"{' '.join(words[:cut])}.", f"And {' '.join(words[cut:])}"]
    elif kind == "merge" and at + 1 < len(texts):
        texts[at : at + 2] = [f"{texts[at]} {texts[at + 1]}"]
    return texts


def raw(texts):
    """An article whose paragraphs are these texts, whatever their layout looks like."""
    base = article(*(f"{ONE} {n}" for n in range(len(texts))))
    return replace(base, paragraphs=identify(Placed(Block(t, 0, 0), "body") for t in texts))


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXT, min_size=2, max_size=6), st.lists(EDIT, max_size=12))
def test_no_sequence_of_edits_loses_an_anchor_or_gives_one_away(texts, edits):
    history = record(History(), raw(texts))
    before = keep(raw(texts), history)
    for edit in edits:
        texts = edited(texts, edit)
        now = keep(raw(texts), history)
        live = [p.id for p in now.paragraphs]
        assert len(set(live)) == len(live)
        told = changes(now, history)
        lost = {c.paragraph for c in told if c.kind in RETIRING}
        # every recorded id leads somewhere: to a paragraph, or to a note
        assert set(history.articles["sea"]) <= {*live, *lost}
        assert not lost & set(live)
        assert set(history.retired("sea")) & set(live) <= _restored(history, now)
        assert all(c.other in live for c in told if c.kind == "merged")
        _untouched(before, now, history)
        if edit[0] == "revise":
            history = record(history, now)
            assert changes(keep(raw(texts), history), history) == ()
        before = now


def _restored(history, now):
    retired = history.retired("sea")
    return {p.id for p in now.paragraphs if p.id in retired and retired[p.id].change.before == p.text}


def _untouched(before, now, history):
    """A recorded paragraph whose words stand, once before and once now, keeps its id."""
    recorded = history.articles["sea"]
    for id, text in recorded.items():
        same = [p.id for p in now.paragraphs if p.text == text]
        if len(same) == 1 and list(recorded.values()).count(text) == 1:
            assert same == [id]
