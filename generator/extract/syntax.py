"""The grammar of one parsed sentence, in the few questions that the extractors ask of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.last import keeps_last
from generator.model.text import Parsed, Sentence, Token

#: How a verb without a subject of its own hangs on the verb whose subject it shares.
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "acl", "prep", "dep", "aux", "auxpass"})

_NOUNS = frozenset({"NOUN", "PROPN"})

#: Prepositions that no clause ends with before another begins.
_LEADING_TO = frozenset({"to", "of", "with", "from"})


class Tree:
    """A sentence whose words are asked by index: who hangs on whom, and who does what."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._below: list[list[int]] = [[] for _ in sentence.tokens]
        for i, token in enumerate(sentence.tokens):
            if token.head != i:
                self._below[token.head].append(i)

    def children(self, at: int, *deps: str) -> list[int]:
        """The words that hang on a word, in order; only those with the given labels if any are given."""
        below = self._below[at]
        if not below:  # most words
            return []
        return [i for i in below if self.tokens[i].dep in deps] if deps else [*below]

    def within(self, kept: set[int]) -> Tree:
        """The same sentence with the words outside some indices cut off."""
        tree = Tree(self.sentence)
        tree._below = [[i for i in below if i in kept] for below in self._below]
        return tree

    def subtree(self, at: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """The indices of a word and all that hangs on it, in order, leaving out branches by label."""
        found = [at]
        for word in found:  # grows with what hangs on each
            found += [i for i in self._below[word] if not without or self.tokens[i].dep not in without]
        return sorted(found)

    def ancestors(self, at: int) -> Iterator[int]:
        """The words above a word, nearest first."""
        while self.tokens[at].head != at:
            at = self.tokens[at].head
            yield at

    def own_subject(self, at: int) -> int | None:
        """The subject that hangs on the verb itself, active or passive; the nearest one before it."""
        subjects = self.children(at, "nsubj", "nsubjpass")
        return next((i for i in reversed(subjects) if not self._is_cut_off(i)), None)

    def _is_cut_off(self, at: int) -> bool:
        """Whether a noun goes with the preposition or the hyphen right before it, which the parser overlooked."""
        first = at
        while self._below[first] and self._below[first][0] < first:
            first = self._below[first][0]
        before = self.tokens[first - 1] if first else None
        if before is None or before.tag not in {"IN", "TO", "HYPH"}:
            return False
        if before.tag == "HYPH":
            return before.end == self.tokens[first].start
        return before.text.lower() in _LEADING_TO and not self._below[first - 1]

    def is_unjoined(self, verb: int) -> bool:
        """Whether a noun behind “and” stands right before a verb that hangs on another as its second.

        Then it is the verb's own subject, which the parser joined to the noun before (“X met A and B left”).
        """
        first = min([verb, *(i for i in self.subtree(verb) if i < verb)])
        before = self.tokens[first - 1] if first else None
        return (
            self.tokens[verb].dep == "conj"
            and before is not None
            and before.dep == "conj"
            and before.pos in _NOUNS
        )

    def is_subject_clause(self, at: int) -> bool:
        """Whether a verb's clause opens the sentence with “that”: then the sentence tells of it (That he said so signals …)."""
        return any(i == 0 and self.tokens[i].text.lower() == "that" for i in self.children(at, "mark"))

    def agent(self, at: int) -> int | None:
        """Whom a passive names after “by”."""
        for by in self.children(at, "agent"):
            for noun in self.children(by, "pobj"):
                return noun
        return None

    def _above_alike(self, at: int) -> list[int]:
        """The words above a verb; above a participle joined to another form the participle first that it goes with.

        “demanding that he be returned and saying …”: whoever demands also says.
        """
        above = list(self.ancestors(at))
        joined = self.tokens[at].dep == "conj" and self.tokens[at].tag == "VBG"
        alike = next((n for n, i in enumerate(above) if self.tokens[i].tag == "VBG"), 0)
        return above[alike:] if joined else above

    def subject(self, at: int) -> int | None:
        """Who does what the verb says, followed through shared subjects, relatives and participles."""
        for verb in (at, *self._above_alike(at)):
            token = self.tokens[verb]
            found = self.own_subject(verb)
            if found is not None:
                return self._antecedent(verb, found)
            if token.dep in {"acl", "relcl"} and not is_verb(self.tokens[token.head]):
                return token.head
            if token.dep not in _SHARING or self.is_unjoined(verb):
                return None
        return None

    def _antecedent(self, verb: int, found: int) -> int:
        """The noun that “who” stands for, where the verb heads a relative clause."""
        if self.tokens[found].tag not in {"WP", "WDT"}:
            return found
        for above in (verb, *self.ancestors(verb)):
            if self.tokens[above].dep == "relcl":
                return self.tokens[above].head
        return found

    def conjuncts(self, at: int) -> list[int]:
        """A noun and those joined to it by “and” or commas."""
        found = [at]
        for child in self.children(at, "conj"):
            if not is_verb(self.tokens[child]):
                found += self.conjuncts(child)
        return found

    def words(self, indices: list[int]) -> str:
        """Some words as they are written: with a blank between them but where the text has none."""
        said = ""
        for before, at in zip([None, *indices], indices, strict=False):
            joined = before is None or self.tokens[before].end == self.tokens[at].start
            said += ("" if joined else " ") + self.tokens[at].text
        return said

    def extent(self, indices: list[int]) -> tuple[int, int]:
        """The character offsets from the first to the last of some words."""
        return self.tokens[min(indices)].start, self.tokens[max(indices)].end


def is_verb(token: Token) -> bool:
    """Whether the word is a verb form or auxiliary."""
    return token.tag.startswith("VB") or token.tag == "MD"


@keeps_last
def trees_of(parsed: Parsed) -> dict[str, list[Tree]]:
    """The trees of an article's sentences, by paragraph id."""
    found: dict[str, list[Tree]] = {p.id: [] for p in parsed.article.paragraphs}
    for sentence in parsed.sentences:
        if sentence.tokens:
            found.setdefault(sentence.paragraph, []).append(Tree(sentence))
    return found
