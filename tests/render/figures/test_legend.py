from generator.render.figures.legend import legend
from generator.render.figures.svg import element


def test_entries_fill_a_line_before_the_next():
    sign = element("circle", r=2)
    assert legend([(sign, "one"), (sign, "two")], 0)[1] == legend([(sign, "one")], 0)[1]
    assert legend([(sign, "many words in one entry")] * 4, 0)[1] > legend([(sign, "one")], 0)[1]


def test_a_legend_of_nothing_takes_no_room():
    assert legend([], 7)[1] == 0
