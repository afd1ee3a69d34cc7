"""Two hundred random edit sequences: no editor's text is lost, no link dies, and the bytes are those of a fresh build."""

import functools
import posixpath
import re
import tempfile
from pathlib import Path

import jinja2
import markdown
import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from lxml import html

from generator import config, pipeline
from generator.editing.revise import revise
from generator.knowledge import lookup
from generator.knowledge.revisions import FILE, load_history
from generator.mkdocs_plugin import EXTENSIONS
from generator.render.paths import url

SEQUENCES = 200
FRESH = (
    "Anna Berg, the mayor of Port Ellery, met Paul Stone on Friday.",
    "“We will keep the port open for every ship that comes,” Berg said.",
    "Stone, the head of the Dockers’ Union, rejected the offer that the mayor had made.",
    "The ferry to the island has not sailed for a week, and the shops there run low.",
    "Russia welcomed the strike ballot on Thursday.",
    "“The members have had enough of promises,” he said. Nobody else spoke.",
)
WORDS = (
    ("Friday", "Monday"),
    ("ferry", "boat"),
    ("rejected", "accepted"),
    ("Berg", "Stone"),
    ("ship", "vessel"),
)
TITLES = {"strike": "The harbour strike goes on", "ferry": "No ferry sails from Port Ellery"}
ENTRIES = {
    "actors/anna-berg.md": ("name: Anna Berg\nkind: person\nabout: [russia]", "She is the mayor"),
    "actors/paul-stone.md": ("name: Paul Stone\nkind: person\naffiliation: russia", "He heads the union"),
    "glossary/strike-ballot.md": ("name: strike ballot\nkind: term", "A vote on a strike"),
    "background/ferry-line.md": ("name: Ferry Line\nkind: event\naliases: [the ferry]", "It sails daily"),
}
CORRECTIONS = (
    "rename: {id: paul-stone, name: Paul B. Stone}\n  why: His full name.",
    "merge: [anna-berg, Paul Stone]",
    "kind: {id: port-ellery, kind: organisation}",
    "role: {id: anna-berg, role: none}",
    'speaker: {words: "keep the port open", speaker: paul-stone}\n  why: He was heard.',
    'date: {words: "Friday", date: 2024-05-03}',
    'stance: {words: "rejected the offer", stance: against}',
    "not_actor: paul-stone",
    'not_mention: {words: "Stone", article: strike}',
    'pin: {words: "Berg", to: anna-berg}',
    'split: {mentions: [Berg], paragraph: "keep the port", to: Clara Berg}',
)


class Editor:
    """What an editor has written, and the edits that can be made to it; `a` and `b` choose which and where."""

    def __init__(self) -> None:
        self.articles = {"strike": [*FRESH[:3]], "ferry": [FRESH[3]]}
        self.entries = {"actors/anna-berg.md": 0}
        self.corrections: list[str] = []

    def files(self) -> dict[str, bytes]:
        """Every file of the editor's below seeds/."""
        texts = {f"articles/{id}.md": _article(id, paragraphs) for id, paragraphs in self.articles.items()}
        texts |= {path: _entry(path, version) for path, version in self.entries.items()}
        if self.corrections:
            texts["corrections.yml"] = "".join(f"- {one}\n" for one in self.corrections)
        return {path: text.encode() for path, text in texts.items()}

    def _text(self, a: int) -> list[str]:
        return self.articles[sorted(self.articles)[a % len(self.articles)]]

    def change(self, a: int, b: int) -> None:
        text, (old, new) = self._text(a), WORDS[b % len(WORDS)]
        at = b % len(text)
        text[at] = text[at].replace(old, new) if old in text[at] else f"{text[at]} It was {new} again."

    def add(self, a: int, b: int) -> None:
        text = self._text(a)
        text.insert(a * b % (len(text) + 1), FRESH[b % len(FRESH)])

    def remove(self, a: int, b: int) -> None:
        text = self._text(a)
        if len(text) > 1:
            del text[b % len(text)]

    def move(self, a: int, b: int) -> None:
        text = self._text(a)
        text.insert(b % len(text), text.pop(a * b % len(text)))

    def join(self, a: int, b: int) -> None:
        text = self._text(a)
        if len(text) > 1:
            at = b % (len(text) - 1)
            text[at : at + 2] = [" ".join(text[at : at + 2])]

    def part(self, a: int, b: int) -> None:
        text = self._text(a)
        at = b % len(text)
        text[at : at + 1] = [f"{part}." for part in text[at].removesuffix(".").split(". ")]

    def rename(self, a: int, b: int) -> None:  # noqa: ARG002 - each edit takes two
        """The article's file gets another name, or its first one back."""
        id = sorted(self.articles)[a % len(self.articles)]
        other = id.removesuffix("-2") if id.endswith("-2") else f"{id}-2"
        self.articles[other] = self.articles.pop(id)

    def leave_out(self, a: int, b: int) -> None:
        """An article goes, or another comes."""
        if len(self.articles) > 1:
            del self.articles[sorted(self.articles)[a % len(self.articles)]]
        else:
            self.articles.setdefault("ferry", [FRESH[b % len(FRESH)]])

    def entry(self, a: int, b: int) -> None:
        """An entry comes, gets another summary, or goes."""
        path = sorted(ENTRIES)[a % len(ENTRIES)]
        if b % 3 == 0 and path in self.entries:
            del self.entries[path]
        else:
            self.entries[path] = b % 2

    def correct(self, a: int, b: int) -> None:
        """A correction is made, or taken back."""
        one = CORRECTIONS[(a + b) % len(CORRECTIONS)]
        self.corrections = [c for c in self.corrections if c != one] + [one] * (one not in self.corrections)


def _article(id: str, paragraphs: list[str]) -> str:
    title = TITLES[id.removesuffix("-2")]
    return f"---\ntitle: {title}\npublished: 2024-05-04\n---\n# {title}\n\n" + "\n\n".join(paragraphs) + "\n"


def _entry(path: str, version: int) -> str:
    head, summary = ENTRIES[path]
    source = "sources:\n  - {title: The harbour’s yearbook}\nas_of: 2024-05-01"
    return f"---\n{head}\nsummary: {summary}, version {version}. [1]\n{source}\n---\nAs the yearbook tells. [1]\n"


EDITS = (
    "change",
    "add",
    "remove",
    "move",
    "join",
    "part",
    "rename",
    "leave_out",
    "entry",
    "correct",
    "revise",
)
#: An edit, and two numbers that choose its object; corrections and revisions come more often.
EDIT = st.tuples(
    st.sampled_from((*EDITS, "correct", "revise", "revise")), st.integers(0, 11), st.integers(0, 11)
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """One cache for all sequences, since an editor goes back and forth.

    To save time, the same template is compiled once, and the names of the same entries are indexed once.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lookup, "build", functools.lru_cache(maxsize=100)(lookup.build))
        quick = functools.partial(jinja2.Environment, bytecode_cache=_Compiled())
        patch.setattr(jinja2, "Environment", quick)
        yield tmp_path_factory.mktemp("cache")


class _Compiled(jinja2.BytecodeCache):
    """In memory; Jinja itself compares the template's text before it takes one."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket):
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket):
        self.codes[bucket.key] = bucket.bytecode_to_string()


@settings(
    max_examples=SEQUENCES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(edits=st.lists(EDIT, min_size=1, max_size=6))
def test_nothing_is_lost_and_nothing_depends_on_the_way(kept, edits):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        editor, project = Editor(), config.settings(root, cache=kept)
        recorded = set()
        _save(editor, root)
        for number, (edit, a, b) in enumerate(edits):
            if edit == "revise":
                revise(project, f"Step {number}.", "2024-05-06")
                recorded |= _recorded(root)
            else:
                getattr(editor, edit)(a, b)
                _save(editor, root)
        site = dict(pipeline.told(project).files)
        note("\n".join(f"{path}:\n{text.decode()}" for path, text in editor.files().items()))
        assert _seeds(root) == editor.files(), "a file of the editor's was changed"
        assert _lost(site, recorded) == [], "an address that was recorded"
        assert _dead(site) == [], "dead links"
        fresh = dict(pipeline.told(config.settings(root, cache=root / "empty")).files)
        assert site.keys() == fresh.keys()
        assert [path for path in site if site[path] != fresh[path]] == [], "other bytes than a fresh build's"


def _save(editor: Editor, root: Path) -> None:
    """The editor's files as they are now, and no other but the record."""
    files = editor.files()
    for path in _seeds(root).keys() - files.keys():
        (root / "seeds" / path).unlink()
    for path, content in files.items():
        (root / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / path).write_bytes(content)


def _seeds(root: Path) -> dict[str, bytes]:
    """What lies in seeds/, but for the record, which the program writes."""
    found = {p.relative_to(root / "seeds").as_posix(): p for p in (root / "seeds").rglob("*") if p.is_file()}
    return {path: file.read_bytes() for path, file in found.items() if path != FILE}


def _recorded(root: Path) -> set[tuple[str, str]]:
    """Every page in the record, and every paragraph of an article's page."""
    history = load_history(root / "seeds")
    paragraphs = {(f"articles/{id}.md", p) for id, texts in history.articles.items() for p in texts}
    return {(page, "") for page in history.pages} | paragraphs


def _lost(site: dict[str, bytes], recorded: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Recorded addresses that lead nowhere; a page's note that it is no more is an answer for its paragraphs too."""
    return [(page, anchor) for page, anchor in sorted(recorded) if not _leads(site, page, anchor)]


def _leads(site: dict[str, bytes], page: str, anchor: str) -> bool:
    if page in site:
        return not anchor or anchor in _ids(site[page])
    old = f"{url(page)}index.html"
    onward = re.search(rb'content="0; url=([^"]+)"', site.get(old, b""))
    if onward is None:
        return old in site
    path = posixpath.normpath(posixpath.join(posixpath.dirname(old), onward[1].decode()))
    return _leads(site, f"{path.removesuffix('/index.html')}.md", anchor)


def _dead(site: dict[str, bytes]) -> list[tuple[str, str]]:
    """Links of the generated pages, and of the pages at old addresses, that lead to no file or anchor of the site."""
    served = {_address(path): text for path, text in site.items()}
    pages = [path for path in site if path.endswith((".md", "index.html"))]
    return [
        (path, href) for path in pages for href in _links(site[path]) if not _alive(site, served, path, href)
    ]


def _address(path: str) -> str:
    """Where a host has a file: a page in a folder of its own."""
    return posixpath.join(url(path), "index.html") if path.endswith(".md") else path


def _alive(site: dict[str, bytes], served: dict[str, bytes], path: str, href: str) -> bool:
    target, _, anchor = href.partition("#")
    if not target:
        content = site[path]
    else:  # from file to file, as MkDocs reads it, or as a browser does
        content = site.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)))
        if content is None and not target.endswith(".md"):
            where = posixpath.normpath(posixpath.join(posixpath.dirname(_address(path)), target))
            content = served.get(where) or served.get(posixpath.normpath(f"{where}/index.html"))
    return content is not None and (not anchor or anchor in _ids(content))


@functools.lru_cache(maxsize=2000)
def _tree(text: bytes) -> html.HtmlElement:
    """A generated page as MkDocs makes it, or a page of HTML as it is."""
    if text.startswith(b"<!doctype"):
        return html.fromstring(text)
    body = markdown.markdown(text.decode(), extensions=[*EXTENSIONS, "toc"])
    return html.fromstring(f"<div>{body}</div>")


def _ids(text: bytes) -> set[str]:
    return set(_tree(text).xpath("//@id"))


def _links(text: bytes) -> list[str]:
    return [href for href in _tree(text).xpath("//@href") if not re.match(r"[a-z]+:", href)]
