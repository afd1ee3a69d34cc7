"""Whose words a noun holds: “Smith's promise of “…””, “in her words, “…””, and who only answers them.

Who mocks a claim has not made it: the words in marks are those of the one whose claim it is.
"""

from __future__ import annotations

from itertools import pairwise

from generator.extract.bearers import Attribution, can_speak, says
from generator.extract.marks import Quoted
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word, outermost
from generator.knowledge.wordlists import cue_words, unsaid_words

_LINKS = frozenset({"that", "of", "about", "to", "for", "on", "against", "over", "how"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "xcomp"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})


def owner_of(items: list[Item], at: int) -> Attribution | None:
    """Whose claim, promise or comment the quoted words are, where the sentence names them; None otherwise."""
    noun = _in_words_of(items, at) or _saying(items, at)
    owner = None if noun is None else _owner(noun)
    if noun is None or owner is None or not can_speak(owner):
        return None
    if owner.token.text.lower() in _POSSESSIVES:
        if _is_answered(noun):
            return None
        owner = _who_stands_by(noun) or owner
    return Attribution(noun, owner, "owner")


def turned_down(items: list[Item], cue: Word, at: int) -> str:
    """Why quoted words are not those of who answers them: rejected the claim that he was “…”; "" otherwise."""
    noun = _saying(items, at)
    if cue.token.lemma.lower() not in unsaid_words("answering") or noun is None or noun.tree is not cue.tree:
        return ""
    below = cue.at in noun.tree.ancestors(noun.at)
    return f"words of others, which “{cue.token.text}” answers" if below else ""


def _owner(noun: Word) -> Word | None:
    """Whose saying it is: Smith's promise, the promise by Smith, in the words of Smith."""
    tree = noun.tree
    for child in tree.children(noun.at, "poss"):
        return noun.other(child)
    for prep in tree.children(noun.at, "prep", "agent"):
        by = tree.tokens[prep].text.lower()
        if by == "by" or (by == "of" and noun.token.text.lower() == "words"):
            return next((noun.other(i) for i in tree.children(prep, "pobj")), None)
    return None


def _in_words_of(items: list[Item], at: int) -> Word | None:
    """In Smith's words, “…”."""
    words = [i for i in items[:at] if isinstance(i, Word)][-8:]
    if not words or words[-1].token.text != ",":
        return None
    return next(
        (
            w
            for w in reversed(words)
            if w.token.text.lower() == "words"
            and w.token.dep == "pobj"
            and w.tree.tokens[w.token.head].text.lower() == "in"
        ),
        None,
    )


def _saying(items: list[Item], at: int) -> Word | None:
    """The noun whose content the quoted words are: claim, in “her claim to be “…””."""
    quoted = items[at]
    if not isinstance(quoted, Quoted):
        return None
    near = _before_that(items, at)
    if near is not None:
        return near
    told = {(id(i.tree), i.at): i for i in items[:at] if isinstance(i, Word)}
    for tree in {id(i.tree): i.tree for i in items if isinstance(i, Word)}.values():
        chain = _above(tree, quoted)
        for below, above in pairwise(chain):
            word = told.get((id(tree), above))
            near = told.get((id(tree), below - 1))
            if near is not None and _is_torn(near, below) and _is_content(tree, below, near, items, at):
                return near
            if word is not None and says(word):
                break
            if word is not None and _holds_words(word) and _is_content(tree, below, word, items, at):
                return word
    return None


def _is_torn(noun: Word, prep: int) -> bool:
    """Whether the preposition behind somebody's saying hangs on the verb beside it: “mocked her claim about “…””."""
    tree = noun.tree
    same = tree.tokens[prep].dep == "prep" and tree.tokens[prep].head == noun.token.head
    return same and noun.token.dep == "dobj" and _holds_words(noun) and bool(tree.children(noun.at, "poss"))


def _before_that(items: list[Item], at: int) -> Word | None:
    """The noun right before “that”, a date aside: her comment on Monday that “…”."""
    words = [i for i in items[max(0, at - 6) : at] if isinstance(i, Word)]
    if not words or words[-1].token.text.lower() != "that":
        return None
    for word in reversed(words[:-1]):
        if _holds_words(word):
            return word
        if word.token.text.lower() != "on" and word.token.pos not in {"PROPN", "NUM"}:
            return None
    return None


def _above(tree: Tree, quoted: Quoted) -> list[int]:
    """The way up from the outermost quoted word, that word first."""
    top = outermost(tree, quoted)
    return [] if top is None else [top, *tree.ancestors(top)]


def _holds_words(word: Word) -> bool:
    return word.token.pos == "NOUN" and word.token.lemma.lower() in unsaid_words("sayings", "hearsay")


def _is_content(tree: Tree, below: int, noun: Word, items: list[Item], at: int) -> bool:
    """Whether the way from a noun to the quoted words is that of content: that, of, about, to; not “as”."""
    quoted = items[at]
    if any(isinstance(i, Quoted) and i.start > noun.token.start for i in items[:at]):
        return False
    between = [i.token for i in items[:at] if isinstance(i, Word) and i.tree is tree and i.at > noun.at]
    if not isinstance(quoted, Quoted) or not between or any(t.text.lower() == "as" for t in between):
        return False
    if any(t.text in {",", ";", ":"} for t in between[:-1]) or not _LINKS & {t.text.lower() for t in between}:
        return False
    last = next((t.text.lower() for t in reversed(between) if t.tag != "DT"), "")
    above = tree.tokens[noun.token.head]
    if above.lemma.lower() in unsaid_words("naming") and last not in _LINKS:
        return False
    inside = quoted.start <= tree.tokens[below].start < quoted.end
    return not inside or tree.tokens[below].dep in _CLAUSES or last in _LINKS


def _who_stands_by(noun: Word) -> Word | None:
    """Who stands by a saying of his own: Smith, in “Smith defended his claim that …”."""
    tree = noun.tree
    verb = next((a for a in tree.ancestors(noun.at) if is_verb(tree.tokens[a])), None)
    if verb is None or tree.tokens[verb].lemma.lower() not in unsaid_words("owning"):
        return None
    subject = tree.subject(verb)
    return None if subject is None else noun.other(subject)


def _is_answered(noun: Word) -> bool:
    """Whether a verb tells of the saying, so that “her” in it is for that verb to explain."""
    tree = noun.tree
    lemmas = {tree.tokens[i].lemma.lower() for i in tree.ancestors(noun.at)}
    return bool(lemmas & (unsaid_words("answering") | cue_words("speech")))
