"""What the figures' tests share: reading a figure back."""

import pytest
from lxml import etree

from generator.knowledge.labels import load_labels
from generator.render.figures.svg import ELEMENTS

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED_ATTRIBUTES = frozenset(
    {
        "xmlns",
        "class",
        "viewBox",
        "width",
        "height",
        "role",
        "aria-labelledby",
        "aria-describedby",
        "aria-hidden",
    }
    | {
        "font-size",
        "fill",
        "fill-rule",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "id",
        "href",
    }
    | {"x", "y", "x1", "x2", "y1", "y2", "dy", "cx", "cy", "r", "rx", "d", "text-anchor", "transform"}
)


def read_svg(svg: str):
    """The tree of a figure, after checking what holds for every figure."""
    root = etree.fromstring(svg.encode("utf-8"))
    for node in root.iter():
        assert node.tag.removeprefix(SVG) in ELEMENTS
        assert set(node.attrib) <= ALLOWED_ATTRIBUTES
        assert not node.get("href", "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} <= set(ids)
    assert root.get("role") == ("group" if root.findall(f".//{SVG}a") else "img")
    assert "\n" not in svg
    return root


def texts(root) -> list[str]:
    """Every text of the drawing, line by line joined, without titles."""
    return [" ".join(node.itertext()) for node in root.iter(f"{SVG}text")]


@pytest.fixture(scope="session", name="read_svg")
def _read_svg():
    return read_svg


@pytest.fixture(scope="session", name="texts")
def _texts():
    return texts


@pytest.fixture(scope="session", name="words")
def _words(captions):
    return {**captions, "labels": load_labels()}


@pytest.fixture(scope="session", name="captions")
def _captions():
    return {"title": "What is drawn", "desc": "And what it says."}
