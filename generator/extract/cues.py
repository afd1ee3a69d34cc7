"""Who a sentence says is speaking: the cue of a quotation, and the words that name its speaker.

Rules in the order in which a reader would apply them: the attribution that follows (“…,” she said), the
verb that governs the quotation (called it “…”), the verb before it (He said: “…”), “according to”.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extract.marks import Quoted
from generator.extract.syntax import is_verb
from generator.extract.telling import Item, Word
from generator.knowledge import vocabulary

_REACH = 45  # words that an attribution may stretch over, relative clauses included
_DASHES = frozenset({"-", "--", "—", "–", "―"})
_NOT_MAIN = frozenset({"relcl", "acl", "amod", "advcl", "csubj", "aux", "auxpass", "compound"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and the head of the words that name the speaker (None: the sentence does not say)."""

    cue: Word
    speaker: Word | None
    rule: str


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
        found = rule(text, items, at)
        if found and found.speaker is not None:
            return found
    return None


def _follows(text: str, quoted: Quoted) -> bool:
    """Whether the marks close as they do before an attribution: “…,” or “…?”."""
    inside = text[quoted.end - 1 : quoted.end]
    return inside in {",", "?", "!", "…", "—", "-"} or text[quoted.close : quoted.close + 1] == ","


def _vocabulary(name: str) -> frozenset[str]:
    return frozenset(vocabulary.load("cues")[name])


def _speech(word: Word) -> bool:
    lemma = word.token.lemma.lower()
    return is_verb(word.token) and (lemma in _vocabulary("speech") or (lemma == "put" and _puts_it(word)))


def _puts_it(word: Word) -> bool:
    """As the minister put it."""
    return any(word.tree.tokens[o].text.lower() == "it" for o in word.tree.children(word.at, "dobj"))


def _cue(word: Word) -> bool:
    lemma = word.token.lemma.lower()
    return _speech(word) or (is_verb(word.token) and lemma in _vocabulary("describe"))


def _words(items: list[Item]) -> list[Word]:
    """The words before the next quotation."""
    found: list[Word] = []
    for item in items:
        if isinstance(item, Quoted):
            break
        found.append(item)
    return found


def _after(text: str, items: list[Item], at: int) -> Attribution | None:
    """“…,” the minister said: subject and verb right behind the quotation."""
    words = _words(items[at + 1 :])[:_REACH]
    quoted = items[at]
    signed = bool(words) and words[0].token.text in _DASHES
    while words and (
        words[0].token.text in _DASHES | {","}
        or (words[0].token.pos in {"ADV", "INTJ"} and words[0].token.text.islower())
    ):
        words = words[1:]
    if not words or (words[0].token.pos in {"CCONJ", "ADP", "SCONJ"} and words[0].token.text.islower()):
        return None
    if words[0].token.text in ".;:()":
        return None
    if _speech(words[0]) and words[0].token.tag != "VBG":
        return _inverted(words)
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    lenient = at == 0 and text[quoted.end - 1 : quoted.end] == ","
    for verb in words[1:]:
        if verb.token.text in {";", "."}:
            break
        if not is_verb(verb.token) or verb.token.dep in _NOT_MAIN or not (_speech(verb) or lenient):
            continue
        subject = verb.tree.own_subject(verb.at)
        if subject is not None and _speaks(verb.other(subject)) and _leads(words, verb.other(subject)):
            return Attribution(verb, verb.other(subject), "subject")
    return _after_flat(words) or (_signature(words) if signed else None)


def _speaks(word: Word) -> bool:
    return word.token.lemma.lower() not in _vocabulary("never_speakers")


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
        if i and _speech(verb) and verb.token.tag in {"VBD", "VBZ", "VBP", "VBN"}:
            head = _last_noun(words[:i])
            return Attribution(verb, head, "subject") if head else None
    return None


def _last_noun(words: list[Word]) -> Word | None:
    """The head of the first phrase: its last noun before a comma, preposition, relative or verb."""
    head = None
    for word in words:
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


def _inverted(words: list[Word]) -> Attribution | None:
    """“…,” said the minister: the subject behind the verb."""
    verb = words[0]
    if len(words) > 1 and words[1].token.pos in {"PROPN", "DET", "NOUN", "ADJ", "PRON", "NUM"}:
        head = _last_noun(words[1:])
        return Attribution(verb, head, "subject") if head else None
    return None


def _governor(items: list[Item], at: int) -> Word | None:
    """The nearest verb of speech above the quoted words in the sentence's grammar, said by the reporter."""
    quoted = items[at]
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    told = {(id(i.tree), i.at): i for i in items if isinstance(i, Word)}
    for tree in {id(i.tree): i.tree for i in items if isinstance(i, Word)}.values():
        for at_token, token in enumerate(tree.tokens):
            if quoted.start <= token.start < quoted.end:
                chain = tree.ancestors(at_token)
                found = next(
                    (told[id(tree), a] for a in chain if (id(tree), a) in told and _cue(told[id(tree), a])),
                    None,
                )
                if found:
                    return _sayer(found, told)
    return None


def _sayer(verb: Word, told: dict[tuple[int, int], Word]) -> Word:
    """The verb of speech around a verb that does not give words of its own: said that the deal was agreed “…”."""
    if _speech(verb) or verb.token.lemma.lower() in _vocabulary("own_words"):
        return verb
    for above in verb.tree.ancestors(verb.at):
        outer = told.get((id(verb.tree), above))
        if outer is not None and _speech(outer):
            return outer
    return verb


def _governed(text: str, items: list[Item], at: int) -> Attribution | None:
    """Called it “…”, said that … “…”: the verb that governs the quoted words."""
    verb = _governor(items, at)
    return _spoken_by(items, verb) if verb else None


def _governed_close(text: str, items: list[Item], at: int) -> Attribution | None:
    """The same where the verb stands before the quotation."""
    verb = _governor(items, at)
    quoted = items[at]
    assert isinstance(quoted, Quoted)  # noqa: S101 - the caller's contract
    return _spoken_by(items, verb) if verb and verb.token.start < quoted.start else None


def _before(text: str, items: list[Item], at: int) -> Attribution | None:
    """He said: “…”: the last verb of speech before the quotation."""
    before = items[at - 1] if at else None
    if isinstance(before, Word) and before.token.text == ":":
        return _introduced(items, at)
    for item in reversed(items[:at]):
        if isinstance(item, Word) and _cue(item) and not _reduced(item):
            found = _spoken_by(items, item)
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
        if main or (_cue(word) and not _reduced(word)):
            found = _spoken_by(items, word)
            if found and found.speaker is not None:
                return (
                    found if _cue(word) else replace(found, rule="subject of the sentence before the colon")
                )
    head = _last_noun(words)
    return Attribution(head, head, "label") if head and head.token.pos == "PROPN" else None


def _according(text: str, items: list[Item], at: int) -> Attribution | None:
    """According to the minister, “…”."""
    for item in items:
        if not isinstance(item, Word) or item.token.lemma.lower() != "accord":
            continue
        for to in item.tree.children(item.at, "prep"):
            for noun in item.tree.children(to, "pobj"):
                return Attribution(item, item.other(noun), "according to")
    return None


def _framing(text: str, items: list[Item], at: int) -> Attribution | None:
    """… “…” …, the minister said: an attribution that closes the sentence."""
    words = [i for i in items[at + 1 :] if isinstance(i, Word)]
    for verb in reversed(words):
        if _speech(verb) and verb.token.tag in {"VBD", "VBZ", "VBP"}:
            return _spoken_by(items, verb)
    return None


def _spoken_by(items: list[Item], verb: Word) -> Attribution | None:
    """The speaker that a verb of speech names: its subject, or whom a passive names after “by”."""
    tree = verb.tree
    if tree.children(verb.at, "auxpass") or verb.token.tag == "VBN" and not tree.children(verb.at, "aux"):
        by = tree.agent(verb.at)
        if by is not None:
            return Attribution(verb, verb.other(by), "agent")
        if tree.children(verb.at, "auxpass"):
            return None
    subject = _bearer(verb)
    told = {(id(i.tree), i.at) for i in items if isinstance(i, Word)}
    if subject is not None and (id(tree), subject) in told:
        return Attribution(verb, verb.other(subject), "subject")
    return _preceding(items, verb)


def _preceding(items: list[Item], verb: Word) -> Attribution | None:
    """The noun or pronoun right before a verb whose subject the parser did not find."""
    words = [i for i in items if isinstance(i, Word) and i.token.start < verb.token.start]
    for word in reversed(words[-6:]):
        if word.token.pos in {"PROPN", "PRON", "NOUN"}:
            return Attribution(verb, word, "subject")
        if word.token.pos not in {"ADV", "AUX", "PART"}:
            break
    return None


def reporting(items: list[Item], *, near: bool) -> Attribution | None:
    """Who a sentence says has spoken, for a quotation that stands alone after it.

    `near`: the quotation follows in the same paragraph, where a person's gesture introduces it as well
    (She shook her head. “…”).
    """
    if not items:
        return None
    last = items[-1]
    if isinstance(last, Word) and last.token.text == ":":
        return _before("", items, len(items)) or _introduced(items, len(items))
    for item in items:
        if isinstance(item, Word) and item.token.dep == "ROOT" and is_verb(item.token):
            subject = item.tree.own_subject(item.at)
            acts = near and subject is not None and item.other(subject).token.pos in {"PROPN", "PRON", "NOUN"}
            if subject is not None and (_speech(item) or acts):
                return Attribution(item, item.other(subject), "subject of the sentence before")
    return None


def _bearer(verb: Word) -> int | None:
    """The subject of a verb of speech; for “released a statement saying”, who released it."""
    tree = verb.tree
    subject = _not_oneself(verb, tree.subject(verb.at))
    if verb.token.tag != "VBG" or tree.own_subject(verb.at) is not None:
        return subject
    if verb.token.dep == "acl" and subject is not None and tree.tokens[subject].dep in {"dobj", "pobj"}:
        above = next((a for a in tree.ancestors(subject) if is_verb(tree.tokens[a])), None)
        holder = tree.tokens[subject].lemma.lower() in _vocabulary("holders")
        return tree.subject(above) if holder and above is not None else subject
    for above in tree.ancestors(verb.at):
        if tree.tokens[above].dep == "ccomp" and tree.tokens[above].head != above:
            main = Word(tree, tree.tokens[above].head)
            if _speech(main) and verb.other(verb.at - 1).token.text == ",":
                return tree.subject(main.at)
    return subject


def signature(items: list[Item]) -> Attribution | None:
    """The name of a paragraph that begins with a dash, as below a quotation set apart."""
    words = _words(items)
    if len(words) > 1 and words[0].token.text[0] in "-—–―":
        return _signature(words[1:] if words[0].token.text in _DASHES else words)
    return None


def speaker_of(items: list[Item], verb: Word) -> Attribution | None:
    """Whom a verb of speech names as its speaker, by the same rules as for quotations."""
    found = _spoken_by(items, verb)
    return found if found and found.speaker is not None and _speaks(found.speaker) else None


def _not_oneself(verb: Word, subject: int | None) -> int | None:
    """The subject, but who is accused by name does not accuse: then it is the one who says so.

    (“Smith said that Jones lied and accused Jones of …”: the parser joins both verbs of Jones.)
    """
    tree = verb.tree
    named = {tree.tokens[o].text for o in tree.children(verb.at, "dobj") if tree.tokens[o].pos == "PROPN"}
    if subject is None or tree.tokens[subject].text not in named:
        return subject
    above = [a for a in tree.ancestors(verb.at) if _speech(verb.other(a))]
    return tree.subject(above[0]) if above else None
