"""Attributions in passing: “As Smith put it, the plan is “…””, “The plan, Smith said, is “…””, “Smith asks: is it “…”?”."""

from __future__ import annotations

from generator.extract.bearers import says
from generator.extract.marks import Quoted
from generator.extract.telling import Item, Word

_LABEL = 20  # characters
_NEAR = 14  # words from the verb to the comma or colon behind it


def is_said_in_passing(items: list[Item], at: int, cue: Word) -> bool:
    """Whether a verb of speech before a quoted phrase gives the whole sentence around it."""
    place = next((n for n, i in enumerate(items[:at]) if isinstance(i, Word) and _same(i, cue)), None)
    if place is None or not says(cue) or _is_small(items, at):
        return False
    behind = items[place + 1 : at]
    if any(isinstance(i, Quoted) or says(i) for i in behind):
        return False
    near = [i.token.text for i in behind[:_NEAR] if isinstance(i, Word)]
    if ":" in near:
        return True
    comma = near.index(",") if "," in near else 0
    return (
        bool(comma or near[:1] == [","])
        and "that" not in near[:comma]
        and (_begins_with_as(cue) or _is_parenthesis(cue))
    )


def _is_small(items: list[Item], at: int) -> bool:
    """A word or two in the midst of a sentence (the party's “old guard” is …): a label rather than speech."""
    quoted, after = items[at], items[at + 1] if at + 1 < len(items) else None
    goes_on = isinstance(after, Word) and after.token.text[:1].isalnum()
    return isinstance(quoted, Quoted) and quoted.end - quoted.start < _LABEL and goes_on


def _same(word: Word, other: Word) -> bool:
    return word.tree is other.tree and word.at == other.at


def _begins_with_as(cue: Word) -> bool:
    """As Smith put it."""
    first = [
        cue.tree.tokens[i].text.lower() for i in cue.tree.children(cue.at, "mark", "advmod") if i < cue.at
    ]
    return cue.token.dep == "advcl" and first[:1] == ["as"]


def _is_parenthesis(cue: Word) -> bool:
    """A subject and its verb between commas."""
    subject = cue.tree.own_subject(cue.at)
    if subject is None or subject > cue.at:
        return False
    first = min(cue.tree.subtree(subject))
    aside = first > 1 and cue.tree.tokens[first - 1].text == ","
    return aside and not cue.tree.children(cue.at, "mark") and cue.token.dep != "relcl"
