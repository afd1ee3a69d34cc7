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
)
from generator.extract.marks import Quoted
from generator.extract.syntax import is_verb
from generator.extract.telling import Item, Word

_REACH = 45  # words that an attribution may stretch over, relative clauses included
_DASHES = frozenset({"-", "--", "—", "–", "―"})
_NOT_MAIN = frozenset({"relcl", "acl", "amod", "advcl", "csubj", "aux", "auxpass", "compound"})


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
        (_after, _governed, _before, _according)
        if follows
        else (_governed_close, _before, _after, _governed, _according, _framing)
    )
    for rule in rules:
        found = rule(Spot(text, items, at))
        if found and found.speaker is not None:
            return found
    return None


def _follows(text: str, quoted: Quoted) -> bool:
    """Whether the marks close as they do before an attribution: “…,” or “…?”."""
    inside = text[quoted.start : quoted.end].rstrip("‘’'”\"")[-1:]
    return inside in {",", "?", "!", "…", "—", "-"} or text[quoted.close : quoted.close + 1] == ","


def _words(items: list[Item]) -> list[Word]:
    """The words before the next quotation."""
    found: list[Word] = []
    for item in items:
        if isinstance(item, Quoted):
            break
        found.append(item)
    return found


def _after(spot: Spot) -> Attribution | None:
    """“…,” the minister said: subject and verb right behind the quotation."""
    words = _words(spot.items[spot.at + 1 :])[:_REACH]
    signed = bool(words) and words[0].token.text in _DASHES
    while words and _skipped(words[0]):
        words = words[1:]
    if not words or not _opens_attribution(words[0]):
        return None
    if says(words[0]) and words[0].token.tag != "VBG":
        return _inverted(words)
    quoted = spot.items[spot.at]
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    lenient = spot.at == 0 and spot.text[quoted.end - 1 : quoted.end] == ","
    found = _subject_and_verb(words, lenient=lenient) or _after_flat(words)
    return found or (_signature(words) if signed else None)


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
        subject = verb.tree.own_subject(verb.at)
        if subject is not None and can_speak(verb.other(subject)) and _leads(words, verb.other(subject)):
            return Attribution(verb, verb.other(subject), "subject")
    return None


def _leads(words: list[Word], subject: Word) -> bool:
    """Whether a phrase headed by the subject begins the words, time and adverbs aside."""
    if not words[0].token.start <= subject.token.start <= words[-1].token.start:
        return False
    first = min(subject.tree.subtree(subject.at))
    lead = [w for w in words if w.token.start < subject.tree.tokens[first].start]
    return (
        all(
            w.token.pos in {"ADV", "PUNCT", "ADP", "NUM", "DET", "PROPN", "NOUN", "ADJ", "X", "SYM"}
            for w in lead
        )
        and len(lead) < 8
    )


def _signature(words: list[Word]) -> Attribution | None:
    """“…” — the minister: a name after a dash, with no verb of its own."""
    head = _last_noun(words)
    if (
        head is None
        or head.token.pos != "PROPN"
        or any(is_verb(w.token) for w in words if w.token.start < head.token.start)
    ):
        return None
    return Attribution(head, head, "signature")


def _after_flat(words: list[Word]) -> Attribution | None:
    """The same by position alone, for sentences that the parser misread."""
    for i, verb in enumerate(words[:_REACH]):
        if i and says(verb) and verb.token.tag in {"VBD", "VBZ", "VBP", "VBN"}:
            head = _last_noun(words[:i])
            return Attribution(verb, head, "subject") if head else None
    return None


def _last_noun(words: list[Word]) -> Word | None:
    """The head of the first phrase: its last noun before a comma, preposition, relative or verb."""
    head = None
    for at, word in enumerate(words):
        if _hyphened(words, at):
            continue
        capital = word.token.text[:1].isupper() and word.token.pos in {"ADP", "ADV", "SCONJ", "VERB", "ADJ"}
        if (capital or word.token.pos in {"NOUN", "PROPN", "PRON", "NUM"}) and word.token.tag not in {
            "WP",
            "WDT",
        }:
            head = word
        elif head is not None and (
            word.token.pos in {"ADP", "VERB", "AUX"} or word.token.text in {",", "(", "who", "that"}
        ):
            return head
    return head


def _hyphened(words: list[Word], at: int) -> bool:
    """Whether a word is the first part or the participle of a compound: a Paris-based analyst."""
    before, after = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
    opens = after is not None and after.token.tag == "HYPH" and after.token.start == words[at].token.end
    closes = before is not None and before.token.tag == "HYPH" and before.token.end == words[at].token.start
    return opens or (closes and words[at].token.pos == "VERB")


def _inverted(words: list[Word]) -> Attribution | None:
    """“…,” said the minister: the subject behind the verb."""
    verb = words[0]
    if len(words) > 1 and words[1].token.pos in {"PROPN", "DET", "NOUN", "ADJ", "PRON", "NUM"}:
        head = _last_noun(words[1:])
        return Attribution(verb, head, "subject") if head else None
    return None


def _governed(spot: Spot) -> Attribution | None:
    """Called it “…”, said that … “…”: the verb that governs the quoted words."""
    items, at = spot.items, spot.at
    verb = governor(items, at)
    return spoken_by(items, verb) if verb else None


def _governed_close(spot: Spot) -> Attribution | None:
    """The same where the verb stands before the quotation."""
    items, at = spot.items, spot.at
    verb = governor(items, at)
    quoted = items[at]
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    return spoken_by(items, verb) if verb and verb.token.start < quoted.start else None


def _before(spot: Spot) -> Attribution | None:
    """He said: “…”: the last verb of speech before the quotation."""
    items, at = spot.items, spot.at
    before = items[at - 1] if at else None
    if isinstance(before, Word) and before.token.text == ":":
        return _introduced(items, at)
    for item in reversed(items[:at]):
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
    for word in reversed(words):
        main = (
            is_verb(word.token)
            and word.token.dep in {"ROOT", "conj", "ccomp"}
            and word.tree.own_subject(word.at) is not None
        )
        introduces = gives_words(word) and (not _reduced(word) or word is words[-2 if len(words) > 1 else -1])
        if main or introduces:
            found = spoken_by(items, word)
            if found and found.speaker is not None:
                return (
                    found
                    if gives_words(word)
                    else replace(found, rule="subject of the sentence before the colon")
                )
    head = _last_noun(words)
    return Attribution(head, head, "label") if head and head.token.pos == "PROPN" else None


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
        if isinstance(item, Word) and is_main(item) and not item.tree.children(item.at, "neg"):
            subject = item.tree.own_subject(item.at)
            acts = near and subject is not None and item.other(subject).token.pos in {"PROPN", "PRON", "NOUN"}
            if subject is not None and (says(item) or acts):
                return Attribution(item, item.other(subject), "subject of the sentence before")
    return None


def signature(items: list[Item]) -> Attribution | None:
    """The name of a paragraph that begins with a dash, as below a quotation set apart."""
    words = _words(items)
    if len(words) > 1 and words[0].token.text[0] in "-—–―":
        return _signature(words[1:] if words[0].token.text in _DASHES else words)
    return None
