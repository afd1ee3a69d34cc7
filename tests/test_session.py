"""An editor's life, start to end: a new site in a real preview and a real browser, edited until it is published."""

import os
import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import Error, expect

from generator.config import packaged
from tests.test_mkdocs_plugin import PATIENCE, Preview

pytestmark = pytest.mark.browser

FIRST, SECOND = "dockers-of-sandhaven-begin-a-strike", "dockers-of-sandhaven-end-their-strike"
TERM = "seeds/glossary/solas-convention.md"
CORRECTIONS = "seeds/corrections.yml"
RECORD = "seeds/revisions.yml"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Example Courier</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Example Courier">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "{title}", "datePublished": "{date}T08:00:00Z", "author": {{"@type": "Person", "name": "Ruth Example"}},
 "publisher": {{"@type": "Organization", "name": "The Example Courier"}}}}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>{title}</h1>
{text}
</article><footer>Cookies and terms of use</footer></body></html>
"""
STRIKE = """<p>Dockers in Sandhaven began a strike on Monday after talks about the pay for night work failed.</p>
<p>“Nobody will load a ship at night for the old wage,” said Irma Tolland, the leader of the Dockers’ Union. She said the union had asked for talks three times since the winter.</p>
<p>Ewan Marsh, the director of the harbour board, rejected the demand. “The offer stands, and there is no other,” Marsh said.</p>
<p>Under the SOLAS convention the lights of the harbour must burn whether ships are loaded or not, Marsh said.</p>
<p>“The town has waited long enough,” somebody shouted as the meeting ended. No further talks are planned.</p>"""
PEACE = """<p>Dockers in Sandhaven returned to work on Thursday after the harbour board raised the pay for night work.</p>
<p>“We asked for a fair wage and we have one,” said Irma Tolland, the leader of the Dockers’ Union.</p>
<p>Ewan Marsh, the director of the harbour board, said the board would pay the new wage from July.</p>"""


class Session:
    """The editor's folder, the preview that runs in it, and the one browser tab that looks at it."""

    def __init__(self, folder, preview, page):
        self.folder, self.preview, self.page = folder, preview, page
        self.wrong = []
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: self.wrong.append(f"error of a script: {error}"))
        page.on("request", lambda asked: self._note(asked.url.startswith(self.url("")), asked.url))
        page.on("response", lambda got: self._note(got.status < 400, f"{got.status} {got.url}"))

    def _note(self, right, what):
        if not right and not what.startswith(("data:", "blob:")):
            self.wrong.append(what)

    def url(self, path):
        return f"http://127.0.0.1:{self.preview.port}/{path}"

    def open(self, path):
        """The tab, at a page of the site."""
        try:
            answer = self.page.goto(self.url(path))
        except Error as error:  # the page that is left reloads itself just now
            if "interrupted by another navigation" not in str(error):
                raise
            answer = self.page.goto(self.url(path))
        assert answer.status == 200, f"/{path} answers {answer.status}\n{self.preview.told()}"
        return self.page

    def shows(self, words, why):
        """The open page shows the words, by itself where they were just written."""
        expect(self.page.locator(".md-content").first, why).to_contain_text(words, timeout=PATIENCE * 1000)

    def hides(self, words, why):
        expect(self.page.locator(".md-content").first, why).not_to_contain_text(
            words, timeout=PATIENCE * 1000
        )

    def run(self, *command):
        """A command of the program in the site's folder; what it printed."""
        return run(self.folder, sys.executable, "-m", *command)

    def edit(self, path, old, new):
        self.preview.edit(path, old, new)

    def write(self, path, text):
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")


def run(folder, *command):
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1717632000"}  # 2024-06-06
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done


@pytest.fixture
def session(tmp_path, chromium):
    folder = tmp_path / "sandhaven-strike"
    made = run(tmp_path, sys.executable, "-m", "generator", "new", folder.name)
    assert f"{folder.name}/mkdocs.yml" in made.stdout, "`new` tells what it wrote"
    preview = Preview(folder, tmp_path / "serve.log")
    context = chromium.new_context(viewport={"width": 1000, "height": 500})
    try:
        preview.until("", "Port Ellery")
        yield Session(folder, preview, context.new_page())
    finally:
        context.close()
        if preview.process.poll() is None:
            preview.stop()


def test_an_editor_s_life(session):
    for step in (
        _open_the_new_site,
        _add_an_article,
        _record_it,
        _edit_the_article,
        _edit_an_entry,
        _edit_a_template,
        _break_and_mend,
        _correct_a_speaker,
        _rename_an_actor,
        _revise,
        _add_a_second_article,
        _every_page_opens,
    ):
        step(session)
        assert session.wrong == [], f"{step.__name__}: what the browser met with"
    session.preview.stop()
    _build_and_verify(session)
    _publish(session)


def _open_the_new_site(session):
    session.open("")
    session.shows("Port Ellery votes to keep its lighthouse burning", "a new site shows its example")


def _add_an_article(session):
    """The home page is open while the article comes and the example goes."""
    _save(session, "saved page.html", "Dockers of Sandhaven begin a strike", "2024-06-03", STRIKE)
    added = session.run("generator", "add", "../saved page.html")
    assert added.stdout == f"seeds/articles/{FIRST}.md\n", "`add` prints the new file"
    for told in ("outlet: The Example Courier", "byline: Ruth Example", "published: 2024-06-03", "5 body"):
        assert told in added.stderr, f"`add` tells what it found: {told}\n{added.stderr}"
    session.shows("Dockers of Sandhaven begin a strike", "the open home page leads with the new article")
    (session.folder / "seeds/articles/port-ellery-keeps-its-light.md").unlink()
    session.hides("Port Ellery", "the removed example leaves the open home page")
    session.open(f"articles/{FIRST}/")
    session.shows("Nobody will load a ship at night for the old wage", "the article’s page tells the story")
    session.hides("Cookies and terms", "the saved page’s furniture is left out")
    session.page.locator(".md-content a.bg-name", has_text="Irma Tolland").first.click()
    session.page.wait_for_url("**/actors/irma-tolland/**")
    session.shows("the leader of the Dockers’ Union", "an actor’s page tells her role")
    session.shows("Nobody will load a ship at night", "an actor’s page tells what she said")


def _save(session, name, title, date, text):
    page = PAGE.format(title=title, date=date, text=text)
    (session.folder.parent / name).write_text(page, encoding="utf-8")


def _record_it(session):
    session.open("changes/")
    session.shows("No change has been recorded.", "before the first record there is none")
    done = session.run("generator", "revise", "-m", "The story begins.")
    assert done.stdout == f"new {FIRST}\n", "`revise` prints what it recorded"
    session.shows("The story begins.", "the first record shows by itself")


def _edit_the_article(session):
    """The tab keeps its place while the word under it changes."""
    page = session.open(f"articles/{FIRST}/")
    page.evaluate("window.scrollTo(0, 200)")
    page.wait_for_function("window.scrollY === 200")
    session.edit(f"seeds/articles/{FIRST}.md", "on Monday", "on Tuesday")
    session.shows("began a strike on Tuesday", "an edited word shows by itself")
    session.hides("on Monday", "the word before the edit is gone")
    page.wait_for_function("window.scrollY === 200")
    session.open("changes/")
    session.shows("Not recorded yet", "a change that was not recorded is marked in the preview")


def _edit_an_entry(session):
    """The folder for the editor's own templates is made now; the preview watches it from the next build on."""
    session.write("templates/timeline.md.j2", _timeline())
    session.open("glossary/solas-convention/")
    session.edit(TERM, "The main treaty on", "The chief treaty on")
    session.shows("The chief treaty on the safety of merchant ships.", "an edited entry shows by itself")
    session.open("glossary/")
    session.shows("The chief treaty on", "the glossary has the new summary as well")


def _timeline():
    return (packaged("templates") / "timeline.md.j2").read_text(encoding="utf-8")


def _edit_a_template(session):
    """What a template adds is worded by the catalogue: `verify` takes no line without its evidence."""
    link = "{{ pen.to('open-questions.md', 'questions.title') }}\n"
    session.open("timeline/")
    session.hides("Open questions", "the template is still the program’s")
    session.write("templates/timeline.md.j2", f"{_timeline()}\n\n{link}")
    session.shows("Open questions", "an edited template shows by itself")
    session.write("templates/timeline.md.j2", "{% if %}\n")
    alert = session.page.get_by_role("alert")
    expect(alert, "an error of a template is told").to_contain_text(
        "templates/timeline.md.j2:1", timeout=PATIENCE * 1000
    )
    session.write("templates/timeline.md.j2", f"{_timeline()}\n\n{link}")
    expect(alert, "a mended template clears the message").to_have_count(0, timeout=PATIENCE * 1000)
    session.shows("Open questions", "a mended template shows by itself")


def _break_and_mend(session):
    page = session.open("glossary/solas-convention/")
    alert = page.get_by_role("alert")
    expect(alert, "nothing is wrong yet").to_have_count(0)
    session.edit(TERM, "kind: work", "kind: [work")
    expect(alert, "broken YAML is told in the page").to_contain_text(
        "This preview is not up to date.", timeout=PATIENCE * 1000
    )
    expect(alert, "with its file and line").to_contain_text(f"{TERM}:")
    line = int(alert.inner_text().partition(f"{TERM}:")[2].partition(":")[0])
    assert 3 <= line <= 4, f"the line told is that of the bracket or the next: {line}"
    assert f"{TERM}:{line}:" in session.preview.told(), "the terminal tells it too"
    session.shows("The chief treaty on", "the last good page stays up")
    session.open("")
    session.shows("Dockers of Sandhaven begin a strike", "the last good site stays up")
    expect(alert, "every page tells the error").to_have_count(1)
    session.edit(TERM, "kind: [work", "kind: work")
    expect(alert, "the mended file clears the message").to_have_count(0, timeout=PATIENCE * 1000)


def _correct_a_speaker(session):
    session.open("who-said-what/")
    session.shows("The town has waited long enough", "the quotation is told")
    session.write(
        CORRECTIONS,
        '- speaker: {words: "town has waited", speaker: irma-tolland}\n  why: A recording has her voice.\n',
    )
    session.shows("A recording has her voice.", "the correction’s reason shows by itself, as the editors’")
    session.open("actors/irma-tolland/")
    session.shows("The town has waited long enough", "the words are hers now")
    session.open("changes/")
    session.shows("A recording has her voice.", "the corrections are listed with the changes")


def _rename_an_actor(session):
    session.open("actors/")
    text = (session.folder / CORRECTIONS).read_text(encoding="utf-8")
    session.write(CORRECTIONS, f"{text}- rename: {{id: ewan-marsh, name: Ewan B. Marsh}}\n  why: His name.\n")
    session.shows("Ewan B. Marsh", "a new name shows by itself")
    session.open("actors/ewan-marsh/")
    session.page.wait_for_url("**/actors/ewan-b-marsh/index.html")
    session.shows("Ewan B. Marsh", "the old address leads to the new one")
    session.shows("His name.", "the actor’s page tells why")


def _revise(session):
    session.open("changes/")
    session.shows("Not recorded yet", "the edit is still unrecorded")
    before = session.preview.builds()
    done = session.run("generator", "revise", "-m", "It began a day later.")
    assert done.stdout.startswith(f"edited {FIRST}#p-"), f"`revise` prints the edit\n{done.stdout}"
    assert "Revision 2 of 2024-06-06 is recorded" in done.stderr
    session.shows("It began a day later.", "the reason shows by itself")
    session.hides("Not recorded yet", "nothing is unrecorded any more")
    for words in ("6 June 2024", "began a strike on Monday", "began a strike on Tuesday"):
        session.shows(words, f"the record tells before, after and date: {words}")
    assert session.preview.builds() > before
    assert 'content="0; url=../ewan-b-marsh/index.html"' in session.preview.read("actors/ewan-marsh/")
    assert "It began a day later." in session.preview.read("changes.xml"), "the feed has it too"


def _add_a_second_article(session):
    session.open("")
    _save(session, "second.html", "Dockers of Sandhaven end their strike", "2024-06-06", PEACE)
    added = session.run("generator", "add", "../second.html")
    assert added.stdout == f"seeds/articles/{SECOND}.md\n"
    session.shows("Dockers of Sandhaven end their strike", "the open home page has the second article")
    text = session.page.locator(".md-content").first.inner_text()
    first, second = text.find("Dockers of Sandhaven begin"), text.find("Dockers of Sandhaven end")
    assert second >= 0, text
    assert first < 0 or second < first, f"the home page leads with the latest article\n{text[:400]}"
    session.open("articles/")
    for title in ("Dockers of Sandhaven end their strike", "Dockers of Sandhaven begin a strike"):
        session.shows(title, f"the index lists both articles: {title}")
    session.open("actors/irma-tolland/")
    for words in ("We asked for a fair wage and we have one", "Nobody will load a ship at night"):
        session.shows(words, f"an actor’s page draws on both articles: {words}")
    done = session.run("generator", "revise", "-m", "The strike is over.")
    assert done.stdout == f"new {SECOND}\n", "the second article is all that is new"


def _every_page_opens(session):
    """Every page of the preview, in the browser: it answers, has a heading, and tells no error."""
    session.open("changes/")
    session.shows("The strike is over.", "the last record shows")
    site = {page.partition("#")[0] for page in _links(session)}
    assert len(site) >= 15, sorted(site)
    for path in sorted(site):
        session.open(path)
        expect(session.page.locator("h1").first, f"/{path} has a heading").to_be_visible()
        expect(session.page.get_by_role("alert"), f"/{path} tells no error").to_have_count(0)


def _links(session):
    """The pages that the navigation and the indexes lead to."""
    for index in ("", "actors/", "glossary/", "articles/"):
        page = session.open(index)
        hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        yield from (h.removeprefix(session.url("")) for h in hrefs if h.startswith(session.url("")))


def _build_and_verify(session):
    built = session.run("mkdocs", "build", "--strict")
    assert "WARNING" not in built.stderr + built.stdout
    verified = session.run("generator", "verify", "site")
    assert (verified.stdout, verified.stderr) == ("", ""), "a sound site is verified in silence"
    for page in ("index.html", f"articles/{FIRST}/index.html", f"articles/{SECOND}/index.html"):
        assert "not up to date" not in (session.folder / "site" / page).read_text(encoding="utf-8"), page
    assert "url=../ewan-b-marsh/index.html" in (
        session.folder / "site/actors/ewan-marsh/index.html"
    ).read_text(encoding="utf-8"), "the built site leads on from the old address"


def _publish(session):
    """To a bare repository beside the site, as to any host of pages."""
    if not shutil.which("git"):
        pytest.skip("git is not installed: all but publishing passed")
    bare, folder = session.folder.parent / "host.git", session.folder
    run(folder.parent, "git", "init", "--quiet", "--bare", str(bare))
    run(folder, "git", "init", "--quiet")
    for key, value in (
        ("user.name", "Editor"),
        ("user.email", "editor@example.org"),
        ("commit.gpgsign", "false"),
    ):
        run(folder, "git", "config", key, value)
    run(folder, "git", "remote", "add", "origin", str(bare))
    run(folder, "git", "add", ".")
    run(folder, "git", "commit", "--quiet", "-m", "The site")
    kept = run(folder, "git", "ls-files").stdout.split()
    assert RECORD in kept, "the record is kept with the articles"
    assert not [path for path in kept if path.startswith(("site/", ".cache/"))], (
        "what is generated is not kept"
    )
    session.run("mkdocs", "gh-deploy", "--strict")
    clone = folder.parent / "clone"
    run(folder.parent, "git", "clone", "--quiet", "--branch", "gh-pages", str(bare), str(clone))
    published = {path: text for path, text in _bytes(clone).items() if not path.startswith(".git/")}
    published.pop(".nojekyll", None)
    built = _bytes(folder / "site")
    assert published.keys() == built.keys(), "what is published is what was built"
    assert [path for path in built if published[path] != built[path]] == []


def _bytes(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
