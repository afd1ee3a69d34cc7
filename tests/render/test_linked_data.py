"""What pages tell machines: who signs an article."""

import json

import pytest

from generator.assemble import assemble
from generator.knowledge import load_knowledge
from generator.pipeline import analyse
from generator.read import parse_source
from generator.render.linked_data import _signer, timeline_data


@pytest.mark.parametrize(
    ("name", "outlet", "kind"),
    [
        ("Ruth Example", "Norvik Herald", "Person"),
        ("Norvik Herald", "Norvik Herald", "Organization"),
        ("Ruth Example", "", "Person"),
    ],
)
def test_an_outlet_that_signs_is_no_person(name, outlet, kind):
    assert _signer(name, outlet) == kind


def test_an_event_that_leans_on_the_sentence_before_names_whom_it_means(linguist):
    text = (
        "---\npublished: 2024-05-06\n---\n# Judge leaves Lima\n\nAna Torres, a judge in Peru, spoke to reporters. "
        "She left Lima on May 3, 2024 after a row with the cabinet.\n"
    )
    known = load_knowledge(None)
    article = parse_source(text, "a.md")
    told = json.loads(timeline_data(assemble((analyse(article, known, linguist),), known)))
    names = [item["item"]["name"] for item in told["itemListElement"]]
    assert names == ["She left Lima on May 3, 2024 after a row with the cabinet. [She: Ana Torres]"]
