"""Who a sentence says is speaking: the cue of a quotation, and the words that name its speaker.

Rules in the order in which a reader would apply them: the attribution that follows (“…,” she said), the
verb that governs the quotation (called it “…”), the verb before it (He said: “…”), “according to”.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extract.bearers import (
    Attribution,
    can_speak,
    gives_words,
    governor,
    says,
    spoken_by,
    undergone,
)
from generator.extract.described import humans
from generator.extract.marks import Quoted
from generator.extract.owners import owner_of
from generator.extract.phrases import (
    REACH,
    called_out,
    inverted,
    last_noun,
    leads,
    may_be_either,
    signed_by,
    subject_by_place,
    words_before_quotation,
)
from generator.extract.syntax import is_verb
from generator.extract.telling import SIGNING_DASH, Item, Word
from generator.knowledge.wordlists import cue_words

_DASHES = frozenset({"-", "--", "—", "–", "―"})
_NOT_MAIN = frozenset({"relcl", "acl", "amod", "advcl", "csubj", "aux", "auxpass", "compound"})

_LABEL, _NAME = 7, 4  # words: up to the colon, and up to the name’s last


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """Where a quotation stands: its index among the items of a told sentence, and the paragraph's text."""

    text: str
    items: list[Item]
    at: int


def attribute(text: str, items: list[Item], at: int) -> Attribution | None:
    """The attribution of the quotation at an index of a told sentence, or None if it has no cue there."""
    quoted = items[at]
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    follows = _follows(text, quoted)
    rules = (
        (_after, _governed, _before, _according, _labelled)
        if follows
        else (_governed_close, _before, _after, _governed, _according, _framing, _labelled)
    )
    if called_out(items, at):
        return None
    joined = _joined(text, items, at)
    if joined is not None:
        return joined
    owned = owner_of(items, at)
    if owned is not None:
        return owned
    headed = text[quoted.close : quoted.close + 1] == ":"  # “We will pay”: Ruiz defends plan
    for rule in rules:
        found = rule(Spot(text, items, at))
        if found and found.speaker is not None and not (headed and not says(found.cue)):
            return found
    return None


def _joined(text: str, items: list[Item], at: int) -> Attribution | None:
    """Whose the words are that “and” joins to others in marks: went on about “…” and “…,” Smith said nothing."""
    between = items[at - 1] if at > 1 else None
    before = items[at - 2] if at > 1 else None
    if not isinstance(between, Word) or between.token.text.lower() != "and" or not isinstance(before, Quoted):
        return None
    found = attribute(text, items, at - 2)
    return found if found is not None and found.cue.token.start < before.start else None


def _follows(text: str, quoted: Quoted) -> bool:
    """Whether the marks close as they do before an attribution: “…,” or “…?”."""
    inside = text[quoted.start : quoted.end].rstrip("‘’'”\"")[-1:]
    return inside in {",", "?", "!", "…", "—", "-"} or text[quoted.close : quoted.close + 1] == ","


def _after(spot: Spot) -> Attribution | None:
    """“…,” the minister said: subject and verb right behind the quotation."""
    words = words_before_quotation(spot.items[spot.at + 1 :])[:REACH]
    quoted = spot.items[spot.at]
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    signed = bool(SIGNING_DASH.match(spot.text, quoted.close))
    while words and _skipped(words[0]):
        words = words[1:]
    if not words or not _opens_attribution(words[0]):
        return None
    if says(words[0]) and words[0].token.tag != "VBG":
        return inverted(words)
    lenient = spot.at == 0 and spot.text[quoted.end - 1 : quoted.end] == ","
    found = _subject_and_verb(words, lenient=lenient) or subject_by_place(words)
    return found or (signed_by(words) if signed else None)


def _skipped(word: Word) -> bool:
    """What may stand between a quotation and its attribution: a comma, a dash, an adverb."""
    adverb = word.token.pos in {"ADV", "INTJ"} and word.token.text.islower()
    return word.token.text in _DASHES | {","} or adverb


def _opens_attribution(word: Word) -> bool:
    joins = word.token.pos in {"CCONJ", "ADP", "SCONJ"} and word.token.text.islower()
    return not joins and word.token.text not in {".", ";", ":", "(", ")"}


def _subject_and_verb(words: list[Word], *, lenient: bool) -> Attribution | None:
    """A verb of speech (`lenient`: any main verb) whose subject the words begin with."""
    for verb in words[1:]:
        if verb.token.text in {";", "."}:
            return None
        if not is_verb(verb.token) or verb.token.dep in _NOT_MAIN or not (says(verb) or lenient):
            continue
        if verb.tree.children(verb.at, "auxpass"):
            by = verb.tree.agent(verb.at)
            return Attribution(verb, verb.other(by), "agent") if by is not None else None
        subject = verb.tree.own_subject(verb.at)
        subject = subject if subject is not None else _heard(verb)
        if subject is not None and can_speak(verb.other(subject)) and leads(words, verb.other(subject)):
            return Attribution(verb, verb.other(subject), "subject")
    return None


def _heard(verb: Word) -> int | None:
    """Who can be heard asking, was quoted as saying."""
    above = next((a for a in verb.tree.ancestors(verb.at) if is_verb(verb.tree.tokens[a])), None)
    if verb.token.tag != "VBG" or above is None or not verb.tree.children(above, "auxpass"):
        return None
    return verb.tree.own_subject(above) if verb.tree.tokens[above].lemma in cue_words("hearing") else None


def _governed(spot: Spot) -> Attribution | None:
    """Called it “…”, said that … “…”: the verb that governs the quoted words."""
    items, at = spot.items, spot.at
    verb = governor(items, at)
    return spoken_by(items, verb) if verb and not may_be_either(verb) else None


def _governed_close(spot: Spot) -> Attribution | None:
    """The same where the verb stands before the quotation."""
    items, at = spot.items, spot.at
    verb = governor(items, at)
    quoted = items[at]
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    before = verb is not None and verb.token.start < quoted.start and not may_be_either(verb)
    return spoken_by(items, verb) if verb and before else None


def _before(spot: Spot) -> Attribution | None:
    """He said: “…”: the last verb of speech before the quotation."""
    items, at = spot.items, spot.at
    before = items[at - 1] if at else None
    if isinstance(before, Word) and before.token.text == ":":
        return _introduced(items, at)
    for item in reversed(items[:at]):
        if item is before and isinstance(item, Word) and gives_words(item) and undergone(item):
            return None
        if isinstance(item, Word) and may_be_either(item):
            return None
        if isinstance(item, Word) and gives_words(item) and not _reduced(item):
            found = spoken_by(items, item)
            if found and found.speaker is not None:
                return found
    return None


def _reduced(word: Word) -> bool:
    """A bare participle (“when asked”), whose subject hears rather than speaks."""
    return word.token.tag == "VBN" and not word.tree.children(word.at, "aux", "auxpass", "agent")


def _introduced(items: list[Item], at: int) -> Attribution | None:
    """The minister was blunt: “…”: the subject of the last clause before the colon."""
    words = [i for i in items[:at] if isinstance(i, Word)]
    head, ends = last_noun(words), words[-2 if len(words) > 1 else -1]
    for word in reversed(words):
        introduces = gives_words(word) and (not _reduced(word) or word is ends)
        if not introduces and not _is_clause(word):
            continue
        found = spoken_by(items, word)
        if found is None or found.speaker is None:
            continue
        if gives_words(word):
            return found
        if word.token.dep == "ccomp" and word.token.head < ends.at and _is_content(word, found.speaker):
            continue  # content that the deal happened: “…”; suggested Lind was ill: “…”
        if ends.token.pos == "PROPN" and _is_thing(found.speaker):
            return Attribution(ends, ends, "label")  # The pace did not surprise the pollster, Ruiz: “…”
        return replace(found, rule="subject of the sentence before the colon")
    label = head is not None and head.token.pos == "PROPN" and not any(is_verb(w.token) for w in words)
    return Attribution(head, head, "label") if head and label else None


def _is_content(word: Word, subject: Word) -> bool:
    """Whether an object clause tells of its subject and does not introduce it as speaking."""
    return _is_thing(subject) or word.other(word.token.head).token.lemma.lower() in cue_words("report")


def _labelled(spot: Spot) -> Attribution | None:
    """Ruiz: Plan is “a mess”: the name that a headline begins with, before a colon."""
    words = [i for i in spot.items[: spot.at] if isinstance(i, Word)]
    colon = next((n for n, w in enumerate(words[:_LABEL]) if w.token.text == ":"), 0)
    head = last_noun(words[:colon]) if colon and spot.items[0] is words[0] else None
    if head is None or head.token.pos != "PROPN" or all(w is not head for w in words[:_NAME]):
        return None
    return None if any(is_verb(w.token) for w in words[:colon]) else Attribution(head, head, "label")


def _is_clause(word: Word) -> bool:
    """Whether a word is the verb of a clause with a subject of its own."""
    clause = is_verb(word.token) and word.token.dep in {"ROOT", "conj", "ccomp"}
    return clause and word.tree.own_subject(word.at) is not None


def _is_thing(speaker: Word) -> bool:
    return speaker.token.pos == "NOUN" and speaker.token.lemma.lower() not in humans()


def _according(spot: Spot) -> Attribution | None:
    """According to the minister, “…”."""
    items = spot.items
    for item in items:
        if not isinstance(item, Word) or item.token.lemma.lower() != "accord":
            continue
        for to in item.tree.children(item.at, "prep"):
            for noun in item.tree.children(to, "pobj"):
                return Attribution(item, item.other(noun), "according to")
    return None


def _framing(spot: Spot) -> Attribution | None:
    """… “…” …, the minister said: an attribution that closes the sentence."""
    items, at = spot.items, spot.at
    words = [i for i in items[at + 1 :] if isinstance(i, Word)]
    for verb in reversed(words):
        if says(verb) and verb.token.tag in {"VBD", "VBZ", "VBP"}:
            return spoken_by(items, verb)
    return None


def is_main(word: Word) -> bool:
    """Whether a word is the verb of a main clause with a subject of its own."""
    if not is_verb(word.token) or word.tree.own_subject(word.at) is None:
        return False
    above = word.tree.tokens[word.token.head]
    return word.token.dep == "ROOT" or (word.token.dep == "conj" and above.dep == "ROOT")


def reporting(items: list[Item], *, near: bool) -> Attribution | None:
    """Who a sentence says has spoken, for a quotation that stands alone after it.

    `near`: the quotation follows in the same paragraph, where a person's gesture introduces it as well
    (She shook her head. “…”).
    """
    if not items:
        return None
    last = items[-1]
    if isinstance(last, Word) and last.token.text == ":":
        return _before(Spot("", items, len(items))) or _introduced(items, len(items))
    for item in reversed(items):
        told = isinstance(item, Word) and (is_main(item) or item.token.dep == "parataxis")
        if told and isinstance(item, Word) and not item.tree.children(item.at, "neg"):
            subject = item.tree.own_subject(item.at)
            acts = near and subject is not None and item.other(subject).token.pos in {"PROPN", "PRON", "NOUN"}
            if subject is not None and (says(item) or acts or _issues(item)):
                return Attribution(item, item.other(subject), "subject of the sentence before")
    return None


def _issues(verb: Word) -> bool:
    """Issued a statement, sent a letter."""
    objects = {verb.tree.tokens[o].lemma.lower() for o in verb.tree.children(verb.at, "dobj")}
    return verb.token.lemma.lower() in cue_words("issuing") and bool(objects & cue_words("holders"))


def signature(items: list[Item]) -> Attribution | None:
    """The name of a paragraph that begins with a dash, as below a quotation set apart."""
    words = words_before_quotation(items)
    if len(words) > 1 and words[0].token.text[0] in "-—–―":
        return signed_by(words[1:] if words[0].token.text in _DASHES else words)
    return None
