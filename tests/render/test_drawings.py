from generator.render import drawings


def test_one_date_is_no_timeline(pen):
    assert drawings.timeline_figure(pen) is None


def test_relations_are_drawn_with_what_is_left_out(pen, story):
    figure = drawings.relations_figure(pen)
    assert "Anna Lindqvist thanked Ben Okafor" in figure.svg
    assert (figure.left_out_nodes, figure.left_out_edges) == (0, 0)
    assert "Relations of Ben Okafor" in drawings.relations_figure(pen, story.subject("ben-okafor")).svg


def test_no_place_no_map(pen):
    assert drawings.map_figure(pen) is None


def test_the_balance_counts_quoted_words_in_one_line(pen):
    figure = drawings.balance_figure(pen)
    assert "Ben Okafor" in figure
    assert "6 words" in figure
    assert "\n" not in figure
