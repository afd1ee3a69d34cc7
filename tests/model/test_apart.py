from generator.model.apart import keep_apart


def test_each_speaker_has_a_mark_of_their_own_while_there_are_some():
    assert keep_apart({"ada": [("a", 1)], "ben": [("b", 1)], "cem": []}, 3) == {"ada": 1, "ben": 2, "cem": 3}


def test_a_mark_comes_again_in_another_article_first():
    given = keep_apart({"ada": [("a", 1)], "ben": [("b", 1)], "cem": [("a", 9)]}, 2)
    assert given["cem"] == given["ben"]


def test_within_an_article_a_mark_comes_again_far_away():
    given = keep_apart({"ada": [("a", 1)], "ben": [("a", 5)], "cem": [("a", 6), ("a", 12)]}, 2)
    assert given["cem"] == given["ada"]


def test_who_speaks_nowhere_near_takes_the_mark_with_the_fewest_holders():
    given = keep_apart({"ada": [("a", 1)], "ben": [("a", 2)], "cem": [("b", 1)], "dov": [("c", 1)]}, 2)
    assert (given["cem"], given["dov"]) == (1, 2)
