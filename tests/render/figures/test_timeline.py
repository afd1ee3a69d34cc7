from itertools import pairwise

import pytest

from generator.render.figures import TimelineItem, timeline

SVG = "{http://www.w3.org/2000/svg}"


def drawn(read_svg, words, *items):
    return read_svg(timeline(items, **words))


def test_an_item_shows_its_date_its_words_and_its_link(read_svg, texts, words):
    root = drawn(read_svg, words, TimelineItem("2023-03-17", "The envoy arrives", "e1", "../article/#p-1"))
    assert "17 March 2023 The envoy arrives" in texts(root)
    (link,) = root.findall(f".//{SVG}a")
    assert (link.get("href"), link.get("id")) == ("../article/#p-1", "timeline-e1")
    assert link.findtext(f"{SVG}title") == "17 March 2023: The envoy arrives"


def test_items_stand_in_order_of_time(read_svg, texts, words):
    root = drawn(read_svg, words, *(TimelineItem(f"2023-0{m}", f"Month {m}", f"e{m}") for m in (5, 2, 9)))
    shown = [text.split("Month ")[1] for text in texts(root) if "Month" in text]
    assert shown == ["2", "5", "9"]


def test_a_day_is_a_dot_and_a_longer_period_a_bar(read_svg, words):
    root = drawn(
        read_svg, words, TimelineItem("2023-03-17", "Day", "d"), TimelineItem("2023-03", "Month", "m")
    )
    shapes = {
        node.get("id"): [child.tag.removeprefix(SVG) for child in node]
        for node in root.iter(f"{SVG}g")
        if node.get("id")
    }
    assert shapes == {"timeline-d": ["title", "circle", "text"], "timeline-m": ["title", "path", "text"]}


@pytest.mark.parametrize(
    ("basis", "told"), [("explicit", ""), ("relative", " (worked out)"), ("inferred", " (inferred)")]
)
def test_how_a_date_is_known_is_told_in_words_and_by_shape(read_svg, texts, words, basis, told):
    root = drawn(read_svg, words, TimelineItem("2023-03-17", "It happens", "e", basis=basis))
    assert f"17 March 2023{told} It happens" in texts(root)
    marks = {node.get("class") for node in root.iter(f"{SVG}circle")}
    assert marks == {"bg-fig-dot" if basis == "explicit" else "bg-fig-hollow"}


def test_the_legend_explains_only_what_is_drawn(read_svg, texts, words):
    root = drawn(read_svg, words, TimelineItem("2023-03-17", "It happens", "e"))
    assert "date written in the article" in texts(root)
    assert not any("bar" in text or "worked out" in text for text in texts(root))


def test_two_things_of_one_day_share_the_date_line(read_svg, texts, words):
    root = drawn(read_svg, words, *(TimelineItem("2023-03-17", name, name) for name in ("First", "Then")))
    assert sum("17 March 2023" in text for text in texts(root)) == 1
    assert len(root.xpath("//*[starts-with(@id,'timeline-')]/*[local-name()='circle']")) == 1


def test_a_break_tells_how_much_time_it_leaves_out(read_svg, texts, words):
    days = [TimelineItem(f"2023-03-{day}", "It happens", str(day)) for day in range(10, 20)]
    root = drawn(read_svg, words, TimelineItem("2014-03-18", "Long before", "b"), *days)
    assert "about 9 years not drawn" in texts(root)


def test_stretches_that_meet_say_that_the_scale_changes(read_svg, texts, words):
    days = [TimelineItem(f"2023-03-{day}", "It happens", str(day)) for day in range(10, 20)]
    root = drawn(read_svg, words, TimelineItem("2023", "All year", "y"), *days)
    assert "scale changes here" in texts(root)


def test_a_long_label_is_cut_and_whole_in_its_title(read_svg, words):
    label = "ministers meet again and again " * 12
    root = drawn(read_svg, words, TimelineItem("2023", label, "e"))
    assert label.strip() in root.xpath("string(//*[@id='timeline-e']/*[local-name()='title'])")
    assert len(root.xpath("//*[@id='timeline-e']/*[local-name()='text']/*")) == 4


@pytest.mark.parametrize("count", [1, 5, 30, 200])
def test_labels_do_not_overlap_however_many(read_svg, words, count):
    items = [
        TimelineItem(f"2023-{i * 7 % 12 + 1:02}-{i * 11 % 28 + 1:02}", f"Event {i}", str(i))
        for i in range(count)
    ]
    root = drawn(read_svg, words, *items)
    found = root.xpath("//*[starts-with(@id,'timeline-')]/*[local-name()='text']")
    boxes = sorted((float(text.get("y")), len(text)) for text in found)
    assert len(boxes) == count
    assert all(b - a >= 18 * lines for (a, lines), (b, _) in pairwise(boxes))
    assert boxes[-1][0] < float(root.get("viewBox").split()[3])


def test_a_timeline_of_nothing_is_refused(words):
    with pytest.raises(ValueError, match="needs items"):
        timeline([], **words)
