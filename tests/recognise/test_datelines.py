"""Datelines."""

import pytest

from generator.recognise.datelines import dateline


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("LIMA (Reuters) - Rain fell.", ["LIMA"]),
        ("PORT LOUIS, Mauritius, March 3 — Rain fell.", ["PORT LOUIS", "Mauritius"]),
        ("LIMA 1996-12-06", ["LIMA"]),
        ("LIMA, March 3 (Radio Sol) --", ["LIMA"]),
        ("LIMA/QUITO, 9 April 2025 (Radio Sol) — Rain fell.", ["LIMA", "QUITO"]),
        ("LIMA, Feb 4 2026", ["LIMA"]),
        ("NORVIK, N.Y. ― Rain fell.", ["NORVIK", "N.Y."]),
        ("The rain fell - and fell.", []),
        ("NATO said on Friday it would wait.", []),
        ("RAIN STOPS PLAY - LIMA MATCH ABANDONED", []),
    ],
)
def test_places_of_datelines(text, places):
    found = dateline(text)
    assert [text[p.start : p.end] for p in found.places] == places
    assert bool(found.end) == bool(places)
