"""Reported speech: what somebody is said to have said, in the reporter's words (“said that …”, “according to …”)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.extract.bearers import Attribution, can_report, speaker_of
from generator.extract.content import SHORTEST, balanced, clause_extent, is_quoted
from generator.extract.dateline import after_dateline
from generator.extract.denied import is_denial
from generator.extract.framed import closing, framed
from generator.extract.marks import Quoted
from generator.extract.speakers import Speaker, Speakers, rule_of
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Word
from generator.extract.turns import Passage, Told
from generator.extract.unsaid import why_unsaid
from generator.knowledge.wordlists import cue_words
from generator.model.statement import Quotation
from generator.model.text import Parsed, Span, Token

_STATED = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})  # “to say that …” may never have been said


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause with the attribution that it has in its sentence."""

    attribution: Attribution
    quotation: Quotation


def find_reported(
    parsed: Parsed, told: list[Told], speakers: Speakers, quoted: list[Passage]
) -> Iterator[Reported]:
    """The clauses that a verb of reporting or “according to” governs, where no quoted sentence is their content."""
    taken = [(p.told.paragraph.id, p.quoted.open, p.quoted.close) for p in quoted]
    for sentence in told:
        if sentence.paragraph.kind not in {"body", "dek", "headline"}:
            continue
        for word in sentence.items:
            if not isinstance(word, Word) or not _may_report(word.token):
                continue
            found = _report(word, sentence)
            if found is None or (
                word.token.lemma.lower() != "accord"
                and is_verb(word.token)
                and why_unsaid(sentence.items, word)
            ):
                continue
            attribution, start, end = found
            if _is_aside(sentence.paragraph.text, word.token.start, start):
                continue
            if not _overlaps(sentence.paragraph.id, start, end, taken) and attribution.speaker is not None:
                opening = after_dateline(sentence.paragraph.text)
                start = opening if start < opening < end else start
                span = Span(parsed.article.id, sentence.paragraph.id, start, end)
                named = speakers.name(attribution.speaker)
                yield Reported(attribution, _quotation(parsed, span, attribution, named))


def _is_aside(text: str, cue: int, start: int) -> bool:
    """Whether a cue stands in brackets that open behind the clause's start: it goes with words within them alone."""
    opened = text.rfind("(", start, cue)
    return opened >= 0 and ")" not in text[opened:cue]


def inside_reported(reported: Sequence[Reported], passage: Passage) -> Passage:
    """A quoted phrase inside a reported clause has the clause's speaker, unless a cue in the clause names another."""
    attribution, quoted = passage.attribution, passage.quoted
    around = [
        r
        for r in reported
        if r.quotation.span.paragraph == passage.told.paragraph.id
        and r.quotation.span.start <= quoted.open
        and quoted.close <= r.quotation.span.end
    ]
    if attribution is None or not around:
        return passage
    inner = min((r.quotation.span.end - r.quotation.span.start, n) for n, r in enumerate(around))[1]
    span, cue = around[inner].quotation.span, attribution.cue
    nested = cue.tree.sentence.paragraph == span.paragraph and span.start <= cue.token.start < span.end
    return passage if nested else replace(passage, attribution=around[inner].attribution)


def _overlaps(paragraph: str, start: int, end: int, taken: list[tuple[str, int, int]]) -> bool:
    """Whether quoted words make up most of a clause: then they are listed, not the clause."""
    inside = sum(max(0, min(end, b) - max(start, a)) for p, a, b in taken if p == paragraph)
    return inside > 0.6 * (end - start)


def _quotation(parsed: Parsed, span: Span, attribution: Attribution, speaker: Speaker) -> Quotation:
    cue = "according to" if attribution.rule == "according to" else attribution.cue.token.text
    return Quotation(
        span,
        parsed.article.words(span),
        "reported",
        cue,
        speaker.entities,
        speaker.text,
        speaker.span,
        rule_of(attribution, speaker),
        speaker.candidates,
    )


def _may_report(token: Token) -> bool:
    lemma = token.lemma.lower()
    verb = token.tag.startswith("VB") or lemma == "accord"
    return verb or lemma in cue_words("arguments", "firm") or token.text.lower() == "words"


def _report(word: Word, told: Told) -> tuple[Attribution, int, int] | None:
    if word.token.lemma.lower() == "accord":
        return _according(word)
    around = framed(word, told.items)
    if around is not None:
        return _extent(*around, told)
    return _governed(word, told) or closing(word, told)


def _governed(word: Word, told: Told) -> tuple[Attribution, int, int] | None:
    """The clause that a verb of reporting has below it."""
    reports = word.token.lemma.lower() in cue_words("report") and word.token.tag in _STATED
    if not reports or word.tree.is_subject_clause(word.at) or _is_apposed_noun(word):
        return None
    if (word.token.tag == "VBN" and not word.tree.children(word.at, "aux")) or _only_points(word):
        return None
    for clause in word.tree.children(word.at, "ccomp"):
        if is_quoted(word, clause, told.items) or _is_beside(word.tree, word.at, clause):
            return None
        if _is_question(word.tree, clause):
            return None
        extent = clause_extent(word, clause, told.items, told.paragraph.text)
        attribution = speaker_of(told.items, word)
        if extent and attribution:
            start, end = extent
            denied = is_denial(word)  # “it did anything wrong” would be the contrary of what is said
            return attribution, min(start, word.token.start) if denied else start, end
    return None


def _is_beside(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a clause is not the verb's: behind a comma, without “that”, where the verb has its object: when X announced his bid, Y was at home."""
    first = _first_word(tree, clause)
    if tree.tokens[verb].lemma.lower() in cue_words("hearing"):  # whom it is told
        return False
    apart = first > verb and tree.tokens[first - 1].text == "," and not tree.children(clause, "mark")
    return apart and any(verb < o < first for o in tree.children(verb, "dobj"))


def _is_question(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what was spoken of and not what was said: explained why he left."""
    first = _first_word(tree, clause)
    if tree.tokens[first].tag not in {"WRB", "WP"}:
        return False
    within = takewhile(lambda i: i != clause, (first, *tree.ancestors(first)))
    return not any(tree.tokens[i].dep in {"csubj", "csubjpass", "advcl"} for i in within)


def _first_word(tree: Tree, clause: int) -> int:
    return min(tree.subtree(clause, without=frozenset({"punct"})))


def _is_apposed_noun(word: Word) -> bool:
    """Whether a word right behind a comma, without a subject of its own, is a noun: he kept the rules, claims that nobody checked."""
    plural = word.token.tag == "VBZ" and word.at > 0 and word.tree.tokens[word.at - 1].text == ","
    return plural and not word.tree.children(word.at, "nsubj", "aux")


def _only_points(word: Word) -> bool:
    """Whether “point” comes without its “out”, or with nothing right behind that: as he points out, is …."""
    behind = [t.text.lower() for t in word.tree.tokens[word.at + 1 : word.at + 3]]
    return word.token.lemma.lower() == "point" and (behind[:1] != ["out"] or behind[1:] == [","])


def _extent(attribution: Attribution, inside: list[int], told: Told) -> tuple[Attribution, int, int] | None:
    named = attribution.speaker is not None and can_report(attribution.cue, attribution.speaker)
    if not named or len(inside) < SHORTEST:
        return None
    quoted = [i for i in told.items if isinstance(i, Quoted)]
    return attribution, *balanced(*attribution.cue.tree.extent(inside), quoted)


def _goes_on(tree: Tree, inside: list[int]) -> bool:
    """Whether words go on with a clause whose subject stands before: one risk, according to Smith, | is …."""
    first = next((i for i in inside if tree.tokens[i].pos != "PUNCT"), inside[0])
    return is_verb(tree.tokens[first]) and tree.tokens[first].tag in {"VBD", "VBZ", "VBP", "MD"}


def _according(word: Word) -> tuple[Attribution, int, int] | None:
    """The rest of the sentence that “according to” stands in."""
    tree = word.tree
    noun = next((n for to in tree.children(word.at, "prep") for n in tree.children(to, "pobj")), None)
    if noun is None:
        return None
    phrase = set(tree.subtree(word.at))
    rest = [i for i, t in enumerate(tree.tokens) if i not in phrase]
    before = [i for i in rest if i < min(phrase)]
    told = len(before) >= SHORTEST and any(is_verb(tree.tokens[i]) for i in before)
    inside = before if told else [i for i in rest if i > max(phrase)]
    inside = rest if inside and _goes_on(tree, inside) else inside
    while inside and tree.tokens[inside[0]].pos == "PUNCT":
        inside = inside[1:]
    while inside and tree.tokens[inside[-1]].pos == "PUNCT":
        inside = inside[:-1]
    if len(inside) < SHORTEST:
        return None
    return Attribution(word, word.other(noun), "according to"), *tree.extent(inside)
