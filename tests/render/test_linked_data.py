"""What pages tell machines: who signs an article."""

import pytest

from generator.render.linked_data import _signer


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
