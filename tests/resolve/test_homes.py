"""Which state's body a name means: names of bodies that many states have."""


def test_a_body_of_a_state_that_the_text_does_not_name_is_not_meant(meant):
    found = dict(meant("Brazil voted on Sunday.", "Congress met in Brasilia."))
    assert found["Congress"] != "us-congress"
    found = dict(meant("Israel voted.", "The Labor Party lost seats to Likud."))
    assert found["Labor Party"] != "australian-labor-party"


def test_it_is_where_the_state_or_no_state_is_named(meant):
    assert dict(meant("U.S. officials left.", "Congress met on Monday."))["Congress"] == "us-congress"
    assert dict(meant("The bill is dead, he said.", "Congress met on Monday."))["Congress"] == "us-congress"
    found = dict(meant("Russia denied it.", "The FBI wrote to Congress on Monday."))
    assert found["Congress"] == "us-congress"


def test_of_two_the_one_that_is_no_state_s_own(meant):
    assert dict(meant("He told AFP in Lima that all was calm."))["AFP"] == "agence-france-presse"


def test_a_ministry_after_its_country_s_was_named(meant):
    found = dict(meant("Chinese Foreign Ministry officials met him.", "The Foreign Ministry said so."))
    assert found["Foreign Ministry"] == "chinese-foreign-ministry"
