"""Speech or not: quoted words that are somebody's, told from scare quotes, titles of works and nicknames."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from generator.extract.asides import is_said_in_passing
from generator.extract.bearers import says
from generator.extract.described import humans
from generator.extract.marks import Quoted
from generator.extract.phrases import called_out
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word, outermost
from generator.extract.turns import Passage
from generator.knowledge.wordlists import cue_words

#: Words that titles of works leave without a capital.
_SMALL = frozenset(
    "a an and as at but by for from if in into nor of off on onto or over per so than the to up via vs with yet’s is".split()
)
_HEADING_WORDS = 7
_SIGNATURE_WORDS = 10
_BORROWED_LENGTH = 30  # characters
_SENTENCE_WORDS = 4  # a stand-alone quotation shorter than this may be a sign, a slogan or a label


def form_of(passage: Passage) -> Literal["direct", "partial"]:
    """Whether the quoted words are a sentence of their own or a phrase in the reporter's sentence."""
    text, quoted = passage.told.paragraph.text, passage.quoted
    words = text[quoted.start : quoted.end]
    begins = words[:1].isupper() or not words[:1].isalpha()
    if begins and (len(words.split()) >= _SENTENCE_WORDS or words[-1] in ".?!,"):
        return "direct"
    closes = words[-1:] in {",", "?", "!"} and len(words.split()) >= _SENTENCE_WORDS
    return "direct" if closes and passage.told.items[0] is quoted else "partial"


def is_speech(passage: Passage) -> bool:
    """Whether the passage is a quotation, as far as its own sentence shows."""
    text = passage.told.paragraph.text[passage.quoted.start : passage.quoted.end].strip("‘’'“”\"")
    items = passage.told.items
    at = items.index(passage.quoted)
    if _is_signature(passage) or _is_heading(passage, text):
        return False
    if passage.attribution is None:
        called = called_out(items, at)
        return called or (not _is_aside(text) and _stands_alone(passage, text) and not _titles(items, at))
    if _is_aside(text):
        return False
    if text.endswith(",") and _is_taken_up(passage, text, items, at):
        return True
    return not _names_a_thing(passage, text, items, at) and _is_content(passage, text, items, at)


def _is_taken_up(passage: Passage, text: str, items: list[Item], at: int) -> bool:
    """Whether the attribution follows the comma inside the marks: the plan is “a mess,” Smith said."""
    cue = passage.attribution.cue if passage.attribution else None
    if cue is None or cue.token.start < passage.quoted.close:
        return False
    between = [i for i in items[at + 1 :] if isinstance(i, Word) and i.token.start < cue.token.start]
    near = says(cue) and all(w.token.pos in {"PROPN", "NOUN", "PRON", "DET", "ADJ"} for w in between)
    return at == 0 or (near and not _is_title(text))


def _is_aside(text: str) -> bool:
    """A stage direction such as (APPLAUSE)."""
    return text.startswith("(") and text.rstrip(".").endswith(")")


def _names_a_thing(passage: Passage, text: str, items: list[Item], at: int) -> bool:
    """A title, a name or somebody's label inside the reporter's own phrase."""
    chanted = passage.attribution is not None and passage.attribution.cue.token.lemma.lower() in cue_words(
        "chants"
    )
    title = _is_title(text) and not chanted and _title_place(items, at)
    return title or _named_so(items, at) or _borrowed(passage, items, at) or _in_subject(passage, items, at)


def _is_content(passage: Passage, text: str, items: list[Item], at: int) -> bool:
    """Whether the quoted words are what the cue gives: a sentence, or a phrase in its scope."""
    attribution = passage.attribution
    if (
        attribution is None
        or attribution.rule not in {"subject", "agent", "according to"}
        or passage.told.alone
    ):
        return True
    chanted = attribution.cue.token.lemma.lower() in cue_words("chants")
    return (form_of(passage) == "direct" and (chanted or not _is_title(text))) or _in_scope(
        passage, items, at
    )


def _is_heading(passage: Passage, text: str) -> bool:
    """A short line in single quotes between paragraphs, with no attribution of its own: a cross-heading."""
    alone = passage.told.alone and passage.told.paragraph.text.strip()[1:-1] == text
    short = len(text.split()) <= _HEADING_WORDS or text[-1:].isalnum()
    return alone and (passage.quoted.single or text.isupper()) and short


def _is_signature(passage: Passage) -> bool:
    """A line that closes a quotation set apart with a name and a role: who is quoted, no more words of theirs."""
    quoted = passage.quoted
    words = passage.told.paragraph.text[quoted.start : quoted.end].split()
    goes_on = passage.told.alone and quoted.open == quoted.start and len(words) <= _SIGNATURE_WORDS
    named = words[-1][:1].isupper() or (len(words) > 1 and words[1].endswith(","))
    return goes_on and named and any(w.strip(".,").lower() in humans() for w in words)


def _borrowed(passage: Passage, items: list[Item], at: int) -> bool:
    """A word or two in marks before a noun (promoting “quack” cures), where the verb is none of speech."""
    attribution = passage.attribution
    after = items[at + 1] if at + 1 < len(items) else None
    if attribution is None or attribution.rule == "signature":
        return False
    if not isinstance(after, Word) or after.token.pos not in {"NOUN", "ADJ", "PROPN"}:
        return False
    if passage.told.paragraph.text[passage.quoted.end - 1] in ",.?!":
        return False
    short = passage.quoted.end - passage.quoted.start < _BORROWED_LENGTH
    top = outermost(attribution.cue.tree, passage.quoted)
    chain = [] if top is None else [top, *attribution.cue.tree.ancestors(top)]
    owned = (
        attribution.cue.at in chain[1:]
        and attribution.cue.tree.tokens[chain[chain.index(attribution.cue.at) - 1]].dep == "dobj"
    )
    return short and (owned or attribution.cue.token.lemma.lower() not in cue_words("speech"))


def _in_subject(passage: Passage, items: list[Item], at: int) -> bool:
    """A phrase in marks inside the words that name the speaker: the “phase one” deal, they say."""
    speaker = passage.attribution.speaker if passage.attribution else None
    text = passage.told.paragraph.text[passage.quoted.start : passage.quoted.end]
    if speaker is None or text[-1:] in {",", "?", "!", "."} or form_of(passage) == "direct":
        return False
    between = []
    for item in items[at + 1 :]:
        if isinstance(item, Quoted) or item.token.start > speaker.token.start:
            break
        between.append(item)
    named = bool(between) and between[-1].at == speaker.at and between[-1].tree is speaker.tree
    return named and all(w.token.pos in {"NOUN", "PROPN", "ADJ"} for w in between)


def _stands_alone(passage: Passage, text: str) -> bool:
    """An unattributed quotation: a sentence that nobody but a speaker can have said."""
    words = text.split()
    if passage.told.paragraph.kind != "body" or len(words) < _SENTENCE_WORDS or _is_title(text):
        return False
    whole = passage.told.alone or len(words) > _SENTENCE_WORDS
    return words[0][:1].isupper() and whole and words[-1][-1:] in ".,?!…-—"


def _is_title(text: str) -> bool:
    """Whether the words are capitalised as a title of a work or a name is."""
    words = [w for w in text.strip(".,?!;:’' ").split() if w[:1].isalpha()]
    return (
        bool(words) and words[0][:1].isupper() and all(w[:1].isupper() or w.lower() in _SMALL for w in words)
    )


def _named_so(items: list[Item], at: int) -> bool:
    """Whether the quotation follows a participle of naming: a film called “…”, labelled “…”."""
    before = items[at - 1] if at else None
    if isinstance(before, Word) and before.token.text == "," and at > 1:
        before = items[at - 2]
    if not isinstance(before, Word):
        return False
    participle = before.token.tag == "VBN" and not before.tree.children(before.at, "aux", "auxpass", "nsubj")
    names = before.token.lemma.lower() in cue_words("naming", "describe")
    refers = (
        before.token.text.lower() == "see" and before.at > 0 and before.other(before.at - 1).token.text == "("
    )
    return (
        (participle and names)
        or refers
        or before.token.text.lower()
        in {
            "so-called",
            "codenamed",
            "nicknamed",
            "entitled",
        }
    )


def _title_place(items: list[Item], at: int) -> bool:
    """Whether words in title case stand where a title does: after a preposition or a noun for works."""
    words = [i for i in items[:at] if isinstance(i, Word)]
    if not words:
        return False
    last = words[-1].token
    if last.dep == "cc" and at > 1 and isinstance(items[at - 2], Quoted):
        return _title_place(items, at - 2)  # two songs, “…” and “…”
    if last.text in {",", ":"} and len(words) > 1:
        return _titles(items, at)
    return (
        last.pos in {"ADP", "NOUN", "PROPN", "PART", "DET"}
        or last.lemma.lower() in cue_words("naming")
        or last.tag == "PRP$"
    )


def _titles(items: list[Item], at: int) -> bool:
    """Whether a comma and a noun for works stand before: in her memoir, “…”."""
    words = [i for i in items[:at] if isinstance(i, Word)]
    near = [w.token for w in words[-6:-1]]
    return (
        bool(words)
        and words[-1].token.text == ","
        and any(t.lemma.lower() in cue_words("titled") and not is_verb(t) for t in near)
    )


def _in_scope(passage: Passage, items: list[Item], at: int) -> bool:
    """Whether the quoted words belong to what the cue says."""
    attribution = passage.attribution
    assert attribution is not None  # noqa: S101 - the caller's contract
    cue, quoted = attribution.cue, passage.quoted
    before, between = (items[at - 2], items[at - 1]) if at > 1 else (None, None)
    joins = isinstance(between, Word) and between.token.text.lower() == "and"
    if joins and isinstance(before, Quoted):
        return _in_scope(replace(passage, quoted=before), items, at - 2)
    if _adjacent(items, at, cue) or is_said_in_passing(items, at, cue):
        return True
    if attribution.rule == "according to":
        start, end = cue.tree.extent(cue.tree.subtree(cue.at))
        return not start <= quoted.start < end
    for tree in _trees(items):
        inside = outermost(tree, quoted)
        if inside is None or tree is not cue.tree:
            continue
        chain = [inside, *tree.ancestors(inside)]
        if cue.at in chain:
            below = chain[chain.index(cue.at) - 1] if chain.index(cue.at) else inside
            beside = any(_meanwhile(cue, i) for i in chain[: chain.index(cue.at)]) or _aside(
                tree, chain, cue.at
            )
            return tree.tokens[below].dep not in {"nsubj", "nsubjpass", "npadvmod"} and not beside
    return False


def _meanwhile(cue: Word, below: int) -> bool:
    """Whether the words stand in a clause of time beside a verb that is none of speech (is considering it, as she fights “…”)."""
    tree = cue.tree
    if tree.tokens[below].dep != "advcl" or says(cue):
        return False
    links = {tree.tokens[i].text.lower() for i in tree.children(below, "mark", "advmod")}
    return bool(links & {"as", "while", "after", "before", "when", "since", "until"}) and (
        tree.own_subject(below) is not None
    )


def _aside(tree: Tree, chain: list[int], cue: int) -> bool:
    """Whether the way up to the cue leaves what is said: the place or occasion of speaking (said on “…”)."""
    below = chain[chain.index(cue) - 1]
    return tree.tokens[below].dep == "prep" and tree.tokens[below].lemma.lower() in {
        "on",
        "in",
        "at",
        "during",
        "from",
        "under",
    }


def _adjacent(items: list[Item], at: int, cue: Word) -> bool:
    """Whether only a few words or a colon part the quotation from the verb that introduces it."""
    words = [i for i in items[:at] if isinstance(i, Word)]
    if words and words[-1].token.text in {":", ","}:
        return words[-1].token.text == ":" or _position(words[:-1], cue) <= 2
    return _position(words, cue) == 0


def _position(words: list[Word], cue: Word) -> int:
    """How many words stand between the cue and the end of the words; a large number if it is not among them."""
    for distance, word in enumerate(reversed(words)):
        if word.tree is cue.tree and word.at == cue.at:
            return distance
    return len(words) + 100


def _trees(items: list[Item]) -> list[Tree]:
    found: list[Tree] = []
    for item in items:
        if isinstance(item, Word) and all(item.tree is not tree for tree in found):
            found.append(item.tree)
    return found
