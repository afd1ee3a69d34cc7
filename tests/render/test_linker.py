from generator.render.linker import finder, pieces


def cut(text, story, known, seen=None):
    return [
        (p.text, p.subject.id if p.subject else "")
        for p in pieces(text, set() if seen is None else seen, finder(known), story)
    ]


def test_names_with_a_page_are_cut_out_once(story, known):
    assert cut("The pier and the pier.", story, known) == [
        ("The ", ""),
        ("pier", "pier"),
        (" and the pier.", ""),
    ]


def test_what_a_page_has_linked_already_stays_text(story, known):
    assert cut("The pier.", story, known, {"pier"}) == [("The pier.", "")]


def test_no_letter_is_lost(story, known):
    text = "Lindqvist signed the harbour deal on the pier in China."
    assert "".join(piece for piece, _ in cut(text, story, known)) == text
