"""What programs read of the built pages: HTML held against the standard, JSON-LD against schema.org's vocabulary.

The checkers come from `make checkers`: the W3C's Nu HTML checker, and schema-dts, in which Google keeps schema.org's
types with the properties of each (domain) and what each may hold (range) for TypeScript's compiler to check.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKERS = Path(os.environ.get("BACKGROUNDER_CHECKERS") or Path(__file__).parents[1] / ".venv" / "checkers")
VNU = CHECKERS / "node_modules/vnu-jar/build/dist/vnu.jar"
TSC = CHECKERS / "node_modules/typescript/bin/tsc"
#: What the theme writes outside of the blocks that a site can override: the file of Material 9.8, and the message.
#: `autocomplete` keeps Firefox from opening the drawer or the search again on reload.
THEMES_OWN = {
    "base.html": re.compile(r"Attribute “autocomplete” is only allowed when the input type is .*"),
}
THEMES_INPUTS = re.compile(
    r'<input class="md-toggle" [^>]*id="__(drawer|search)" autocomplete="off">|md-option'
)
#: What the checker of this version does not know yet and the standard has: `blocking` on a link that expects an element
#: (HTML Standard, “Link type "expect"”, https://html.spec.whatwg.org/multipage/links.html#link-type-expect).
NOT_YET_KNOWN = re.compile(
    r"A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”\."
)
EXPECTING = re.compile(r'<link rel="expect" href="#[^"]+" blocking="render">')
#: What a reader of the data can count on: properties of each type that are always there.
ALWAYS = {
    "NewsArticle": {"headline"},
    "Person": {"name"},
    "Organization": {"name"},
    "GovernmentOrganization": {"name"},
    "DefinedTerm": {"name"},
    "DefinedTermSet": {"name"},
    "Event": {"name", "startDate"},
    "ListItem": {"position", "item"},
    "ItemList": {"itemListElement"},
    "WebSite": {"name", "about"},
}


def installed(program, file):
    """Skip without the checkers: `make test` installs them."""
    if shutil.which(program) is None or not file.is_file():
        pytest.skip(f"{program} or {file.name} is not there: run `make checkers`")


@pytest.fixture(scope="module")
def data(built):
    """The JSON-LD of every page."""
    found = {}
    for page in sorted((built / "site").rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        for code in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
            found[str(page.relative_to(built / "site"))] = json.loads(code)
    return found


def test_the_html_checker_finds_no_error_but_the_themes_own(built):
    installed("java", VNU)
    command = ["java", "-jar", VNU, "--format", "json", "--skip-non-html", "--also-check-svg", built / "site"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stderr)["messages"]
    assert found, "the checker saw no page: the theme’s own errors must show"
    ours = [message for message in found if not is_the_themes(message) and not is_too_new(message)]
    assert [(each["url"], each.get("lastLine"), each["message"]) for each in ours] == []


def is_the_themes(message):
    known = any(each.fullmatch(message["message"]) for each in THEMES_OWN.values())
    return known and bool(THEMES_INPUTS.search(message.get("extract", "")))


def is_too_new(message):
    return bool(NOT_YET_KNOWN.fullmatch(message["message"]) and EXPECTING.search(message.get("extract", "")))


def compiled(folder, statements):
    """The compiler's complaints about pieces of JSON-LD as values of schema.org's types."""
    code = ['import type {Thing, WithContext} from "schema-dts";']
    code += [f"const d{n}: WithContext<Thing> = {json.dumps(each)};" for n, each in enumerate(statements)]
    (folder / "data.ts").write_text("\n".join(code), encoding="utf-8")
    (folder / "node_modules").symlink_to(CHECKERS / "node_modules")
    options = "--noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler".split()
    done = subprocess.run(
        ["node", TSC, *options, "data.ts"], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout


def test_every_property_belongs_to_its_type_and_holds_what_it_may(data, tmp_path):
    installed("node", TSC)
    assert len(data) > 20
    assert compiled(tmp_path, data.values()) == ""


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"@type": "Person", "name": "A", "headline": "no property of a person"}, "headline"),
        ({"@type": "NewsArticle", "headline": "A", "author": {"@type": "Event", "name": "B"}}, "author"),
    ],
    ids=["domain", "range"],
)
def test_the_vocabulary_tells_what_does_not_belong(wrong, named, tmp_path):
    installed("node", TSC)
    told = compiled(tmp_path, [{"@context": "https://schema.org", **wrong}])
    assert "data.ts(2," in told
    assert named in told


def nodes(value):
    """Every typed thing in JSON-LD."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def test_nothing_is_nameless_and_nothing_is_empty(data):
    for page, whole in data.items():
        for node in nodes(whole):
            assert ALWAYS[node["@type"]] <= set(node), (page, node)
            assert all(value not in ("", [], {}) for value in node.values()), (page, node)


def test_dates_are_dates(data):
    for whole in data.values():
        for node in nodes(whole):
            for key in ("startDate", "datePublished"):
                assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", node.get(key, "2023")), node
