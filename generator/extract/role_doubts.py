"""What looks like a role and is none: another's name, one role for two people, a part in a film, a mock title."""

from __future__ import annotations

import re

from generator.extract.syntax import Tree
from generator.knowledge.wordlists import role_words
from generator.model.entity import Resolution, Resolved
from generator.model.text import Span

_WHO = frozenset({"person", "organisation", "government", "place"})
_HEDGES = frozenset(
    {
        "apparently",
        "reportedly",
        "allegedly",
        "possibly",
        "perhaps",
        "probably",
        "maybe",
        "supposedly",
        "presumably",
    }
)
_UNSURE = frozenset({"if", "whether", "unless", "though", "lest", "until"})


def whole_word(text: str, start: int) -> int:
    """Where the word begins that a place begins in: vice- of “vice-president”, then- of “then-president”."""
    if start < 2 or text[start - 1] not in "-‑" or not text[start - 2].isalnum():
        return start
    while start and (text[start - 1].isalnum() or text[start - 1] in "-‑"):
        start -= 1
    return start


def is_no_role(text: str, named: Span, start: int, end: int, others: list[tuple[Resolved, str]]) -> bool:
    """Whether the words at `start` to `end` are no role of the one named; `others`: the names near, with their kinds."""
    words, feigned = text[start:end], tuple(role_words("feigned"))
    behind = start >= named.end
    return (
        (behind and not set(text[named.end : start].split()) - {"the", "a", "an"})
        or words.split()[0].lower() in role_words("shut_out")
        or " like " in f" {words.lower()} "
        or words in role_words("styles")
        or words.lower().startswith(feigned)
        or text[:start].rstrip().lower().endswith(feigned)
        or words in role_words("also_adjectives")
        or any(_covers(other.mention.span, start, end) for other, kind in others if kind in _WHO)
        or any(_is_joined(text, other.mention.span, start, end) for other, kind in others if kind == "person")
        or any(_is_named(text, other.mention.span, start, end) for other, kind in others if kind == "person")
        or not {"this", "these", "those"}.isdisjoint(words.lower().split())
        or re.match(r"one (?!of\b)", words.lower()) is not None
        or (not behind and _is_cast(text, named, others))
    )


def _is_joined(text: str, other: Span, start: int, end: int) -> bool:
    """Whether a role runs on into another person's name: “mayor of Lima and Ana Torres”."""
    return start < other.start < end and text[start : other.start].endswith(" and ")


def _is_named(text: str, other: Span, start: int, end: int) -> bool:
    """Whether a role is another's title and name, the next of a list: “Senator Cruz, Governor Lind”."""
    before = text[start : other.start]
    titled = bool(before.split()) and before.split()[-1].lower() in role_words("nouns")
    titled = titled and text[other.end : other.end + 1] not in "’'"
    return bool(
        start < other.start
        and (other.end == end or (titled and other.end < end))
        and not re.search(r"\b(?:of|for|to|with|at|by|in|under)\b|['’]s", before)
    )


def tells_little(text: str, start: int, end: int, *, person: bool) -> bool:
    """Whether a role says nothing without the one to whom somebody is it: “his wife”, “a body”."""
    words = text[start:end].split()
    if not person:
        return len(words) == 1 and words[0].lower() in role_words("bare_bodies")
    light = role_words("light")
    return words[-1].lower() in role_words("relatives") and all(
        w.lower() in light or w.endswith("-old") for w in words[:-1]
    )


def names_near(resolution: Resolution, resolved: Resolved) -> list[tuple[Resolved, str]]:
    """The other names of the paragraph, each with the kind of what it stands for."""
    span = resolved.mention.span
    return [
        (other, resolution.entity(other.entity).kind if other.entity else other.mention.label)
        for other in resolution.mentions_in(span.paragraph)
        if other.mention.span != span
    ]


def _covers(span: Span, start: int, end: int) -> bool:
    return span.start <= start and end <= span.end


def _is_cast(text: str, named: Span, others: list[tuple[Resolved, str]]) -> bool:
    """A part and who plays it: the rebel Owen Kerr (Paul Stone)."""
    if text[: named.start].endswith("("):
        return True
    return any(
        kind == "person"
        and text[named.end : other.mention.span.start] == " ("
        and text[other.mention.span.end : other.mention.span.end + 1] == ")"
        for other, kind in others
    )


def is_label(tree: Tree, name: int, what: int) -> bool:
    """Whether a noun behind a name is what somebody is called or made: “labelling X, worse than Y, a gang”."""
    for verb in tree.ancestors(name):
        whom = tree.children(verb, "dobj")
        if tree.tokens[verb].lemma.lower() in role_words("labelling") and whom and whom[0] < what:
            called = tree.children(verb, "oprd", "xcomp", "ccomp", "attr")
            between = tree.tokens[whom[0] + 1].text == "," and whom[0] < name
            return not called and (between or (whom[0] == name and tree.tokens[name + 1].text != ","))
    return False


def is_opinion(tree: Tree, what: int) -> bool:
    """Whether a noun behind “is” weighs or counts: the best candidate, the only one left, the second to be sought."""
    return any(
        tree.tokens[i].tag in {"JJS", "RBS"} or tree.tokens[i].text.lower() in _WEIGHING
        for i in tree.subtree(what, without=frozenset({"prep", "relcl", "acl"}))
    )


_WEIGHING = frozenset(
    "only sole second third fourth last good bad great terrible poor strong weak real true".split()
)


def is_certain(tree: Tree, verb: int) -> bool:
    """Whether “is” or “became” tells what is: not what may be, whether it is, what somebody thinks, or that it is not."""
    if tree.tokens[verb].tag in {"VBZ", "VBP"} and tree.tokens[verb].dep in {"advcl", "relcl"}:
        return False  # “when she becomes president”
    if tree.tokens[verb].dep in {"ccomp", "xcomp", "pcomp"} and tree.tokens[verb].head != verb:
        return False
    aux = [tree.tokens[i] for i in tree.children(verb, "aux")]
    marks = {tree.tokens[i].text.lower() for i in tree.children(verb, "mark")}
    finite = tree.tokens[verb].tag in {"VBZ", "VBP", "VBD"} or any(
        t.tag in {"VBZ", "VBP", "VBD"} for t in aux
    )
    subject = tree.own_subject(verb)
    asked = subject is not None and verb < subject
    hedged = any(tree.tokens[i].text.lower() in _HEDGES for i in tree.children(verb, "advmod"))
    denied = hedged or tree.children(verb, "neg") or any(t.tag == "MD" for t in aux)
    return finite and not asked and not denied and not marks & _UNSURE


def is_likened(tree: Tree, at: int) -> bool:
    """Whether a name is only compared: Like Smith, the chairman has …."""
    above = tree.tokens[tree.tokens[at].head]
    likened = tree.tokens[at].dep == "pobj" and above.text.lower() in {"like", "unlike"}
    return likened and tree.tokens[above.head].pos not in {
        "NOUN",
        "PROPN",
    }  # “experts like X” names one of them
