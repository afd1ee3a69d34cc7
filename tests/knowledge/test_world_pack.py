"""The world pack is data that ships: every entry is sourced, dated, short, and points somewhere."""

import re
from collections import Counter, defaultdict
from dataclasses import asdict
from pathlib import Path

import pytest

from generator.knowledge.frontmatter import parse
from generator.knowledge.lexicon import is_acronym, names
from generator.knowledge.names import fold
from generator.knowledge.schema import ENTRY, ID, Checked, check, has_html, safe_url
from generator.knowledge.world_pack import files, world

PACK = world()
ENTRIES = tuple(PACK.entries.values())
ROW_KEYS = {
    *ENTRY,
    *("region", "official", "demonyms", "capital", "capital_id", "capital_aliases", "seat", "called"),
    *("site", "britannica", "founded", "headquarters"),
}

#: Names that several entries bear by right; the resolver decides or abstains.
SHARED = {
    "congo", "AFP", "RSF", "PTI", "conservative party", "labour party", "liberal party", "house of commons",
}  # fmt: skip


def test_no_file_repeats_an_id_or_uses_an_unknown_key() -> None:
    seen: Counter[str] = Counter()
    for name, data in files():
        for id, row in data["entries"].items():
            seen[id] += 1
            assert ID.match(id), (name, id)
            assert set(row) <= ROW_KEYS, (name, id, set(row) - ROW_KEYS)
    assert [id for id, count in seen.items() if count > 1] == []


def test_no_capital_hides_behind_another_entry() -> None:
    rows = sum(len(data["entries"]) for _, data in files())
    capitals = sum("capital" in row for _, data in files() for row in data["entries"].values())
    assert len(ENTRIES) == rows + capitals


def test_no_file_repeats_a_key_or_needs_more_than_plain_yaml() -> None:
    folder = Path(__file__).parents[2] / "generator" / "knowledge" / "world"
    for path in sorted(folder.glob("*.yml")):
        parse(path.read_text(encoding="utf-8"), path.name)


def problems(entry) -> list[str]:
    """What the schema says of an entry of the pack, as of an editor's."""
    values = {key: getattr(entry, key) for key in ("name", "kind", "acronym", "code", "summary", "as_of")}
    values["aliases"] = list(entry.aliases)
    values["sources"] = [asdict(source) for source in entry.sources]
    checked = Checked(entry.path, {})
    check(values, {key: ENTRY[key] for key in values}, checked)
    return [f"{entry.id}: {problem}" for problem in checked.problems]


def test_each_entry_holds_to_the_schema() -> None:
    assert [problem for entry in ENTRIES for problem in problems(entry)] == []


def test_facts_rest_on_sources_and_summaries_are_sentences() -> None:
    for entry in ENTRIES:
        assert all(0 <= fact.source < len(entry.sources) for fact in entry.facts), entry.id
        assert entry.summary.endswith("."), entry.id


def test_each_fact_of_a_country_rests_on_the_source_that_says_so() -> None:
    albania = PACK.entries["albania"]
    told = {fact.label: albania.sources[fact.source].publisher for fact in albania.facts}
    assert told == {
        "Official name": "International Organization for Standardization",
        "Capital": "GeoNames",
        "Region": "United Nations Statistics Division",
    }


def test_no_html_and_only_web_links() -> None:
    for entry in ENTRIES:
        assert not has_html(" ".join((entry.name, entry.summary, *entry.aliases))), entry.id
        assert all(safe_url(s.url) for s in entry.sources if s.url), entry.id


def test_pointers_lead_to_entries() -> None:
    for entry in ENTRIES:
        for target in filter(None, (entry.affiliation, entry.stands_for, *entry.about)):
            assert target in PACK.entries, (entry.id, target)
    assert set(PACK.demonyms.values()) <= set(PACK.entries)


def test_metonyms_are_places_that_stand_for_who_can_act() -> None:
    for entry in ENTRIES:
        if entry.stands_for:
            assert entry.kind == "place", entry.id
            assert PACK.entries[entry.stands_for].kind in {"government", "organisation"}, entry.id


def test_names_are_unique_but_for_the_listed_ones() -> None:
    bearers = defaultdict(set)
    for entry in ENTRIES:
        for name in names(entry):
            bearers[name.replace(".", "") if is_acronym(name) else fold(name)].add(entry.id)
    shared = {name: ids for name, ids in bearers.items() if len(ids) > 1}
    assert {name: sorted(ids) for name, ids in shared.items() if name not in SHARED} == {}
    assert set(shared) >= SHARED, "the list names what is shared no more"


def test_acronyms_are_short_and_without_dots() -> None:
    for entry in ENTRIES:
        if entry.acronym:
            assert re.fullmatch(r"[A-Za-z0-9+/]{2,9}", entry.acronym), entry.id
            assert sum(c.isupper() for c in entry.acronym) >= 2 or entry.acronym[1:].isdigit(), entry.id


def test_points_lie_on_earth_and_countries_have_one() -> None:
    for entry in ENTRIES:
        if entry.point:
            assert max(abs(entry.point[0]) - 90, abs(entry.point[1]) - 180) <= 0, entry.id
    countries = [entry for entry in ENTRIES if entry.code and entry.kind == "government"]
    assert len(countries) == 197  # 193 members and 2 observers of the UN, Kosovo, Taiwan
    assert all(entry.point for entry in countries)
    assert len({entry.code for entry in countries}) == 197


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("russian", "russia"),
        ("chinese", "china"),
        ("britons", "united-kingdom"),
        ("french", "france"),
        ("saudi", "saudi-arabia"),
        ("south koreans", "south-korea"),
        ("nigerien", "niger"),
        ("nigerian", "nigeria"),
    ],
)
def test_demonyms(word: str, country: str) -> None:
    assert PACK.demonyms[word] == country


@pytest.mark.parametrize("word", ["congolese", "dominican", "korean"])
def test_words_that_two_countries_share_name_neither(word: str) -> None:
    assert word not in PACK.demonyms


@pytest.mark.parametrize(
    ("seat", "body"),
    [
        ("kremlin", "russia"),
        ("white-house", "united-states"),
        ("pentagon", "us-department-of-defense"),
        ("brussels", "european-union"),
        ("beijing", "china"),
        ("kyiv", "ukraine"),
        ("quai-d-orsay", "french-foreign-ministry"),
    ],
)
def test_seats_stand_for_those_who_sit_there(seat: str, body: str) -> None:
    assert PACK.entries[seat].stands_for == body


def test_there_are_enough_institutions() -> None:
    assert sum(entry.kind in {"organisation", "group"} for entry in ENTRIES) >= 200
    assert sum(entry.media for entry in ENTRIES) >= 80
