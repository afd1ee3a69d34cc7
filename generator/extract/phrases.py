"""Attributions by position alone: what a sentence's words show where its grammar is misread, or has no verb."""

from __future__ import annotations

from generator.extract.bearers import Attribution, says
from generator.extract.marks import Quoted
from generator.extract.syntax import is_verb
from generator.extract.telling import Item, Word
from generator.knowledge.wordlists import cue_words

REACH = 45  # words that an attribution may stretch over, relative clauses included
_NICKNAME = 15  # characters


def words_before_quotation(items: list[Item]) -> list[Word]:
    """The words before the next quotation."""
    found: list[Word] = []
    for at, item in enumerate(items):
        if isinstance(item, Word):
            found.append(item)
        elif not _within_a_name(items, at):
            break
    return found


def _within_a_name(items: list[Item], at: int) -> bool:
    """Whether a quotation is a nickname between names: Maria “Mia” Price."""
    around = [items[i] for i in (at - 1, at + 1) if 0 <= i < len(items)]
    quoted = items[at]
    short = isinstance(quoted, Quoted) and quoted.end - quoted.start < _NICKNAME
    return short and len(around) == 2 and all(isinstance(i, Word) and i.token.pos == "PROPN" for i in around)


def signed_by(words: list[Word]) -> Attribution | None:
    """“…” — the minister: a name after a dash, with no verb of its own."""
    head = last_noun(words)
    if (
        head is None
        or head.token.pos != "PROPN"
        or any(is_verb(w.token) for w in words if w.token.start < head.token.start)
    ):
        return None
    return Attribution(head, head, "signature")


def subject_by_place(words: list[Word]) -> Attribution | None:
    """The same by position alone, for sentences that the parser misread."""
    for i, verb in enumerate(words[:REACH]):
        finite = verb.token.tag in {"VBD", "VBZ", "VBP", "VBN"} and not verb.tree.children(verb.at, "auxpass")
        if i and says(verb) and finite:
            before = words[i - 1]
            head = before if before.token.tag == "PRP" else last_noun(words[:i])
            return Attribution(verb, head, "subject") if head else None
    return None


def last_noun(words: list[Word]) -> Word | None:
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


def inverted(words: list[Word]) -> Attribution | None:
    """“…,” said the minister: the subject behind the verb."""
    verb = words[0]
    named = len(words) > 1 and words[1].token.text[:1].isupper()  # said Per Lund
    if named or (len(words) > 1 and words[1].token.pos in {"PROPN", "DET", "NOUN", "ADJ", "PRON", "NUM"}):
        head = last_noun(words[1:])
        return Attribution(verb, head, "subject") if head and not _acts(words, head) else None
    return None


def _acts(words: list[Word], head: Word) -> bool:
    """Whether a noun behind a verb of speech begins a clause of its own: said he would go."""
    after = [w.token for w in words if w.token.start >= head.token.end and w.token.pos != "ADV"][:1]
    return any(t.tag in {"MD", "VBD", "VBZ", "VBP"} for t in after)


def leads(words: list[Word], subject: Word) -> bool:
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


def may_be_either(verb: Word) -> bool:
    """Whether a participle may go with either of two who speak or act: “he wrote when Smith left the hall, remarking …”."""
    tree, above = verb.tree, verb.token.head
    if (
        verb.token.tag != "VBG"
        or verb.token.dep != "advcl"
        or not _comma_before(verb)
        or not says(verb.other(above))
    ):
        return False
    between = [c for c in tree.children(above, "advcl") if above < c < verb.at]
    subjects = (tree.own_subject(c) for c in between)
    return any(s is not None and tree.tokens[s].pos == "PROPN" for s in subjects)


def _comma_before(verb: Word) -> bool:
    return verb.at > 0 and verb.tree.tokens[verb.at - 1].text == ","


def called_out(items: list[Item], at: int) -> bool:
    """Whether a crowd's call is quoted: to chants of “…”."""
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if (
        isinstance(after, Word)
        and after.token.tag in {"NNS", "VBZ"}
        and after.token.lemma.lower() in cue_words("chants")
    ):
        return not (
            after.token.tag == "VBZ" and after.tree.own_subject(after.at) is not None
        )  # “Bravo!” cheers
    if not isinstance(before, Word) or before.token.text.lower() != "of":
        return False
    return before.tree.tokens[before.token.head].lemma.lower() in cue_words("calls")
