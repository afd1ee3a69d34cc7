"""How a word for a person stands in its sentence: leading, speaking, spoken to, governing a pronoun or beside it."""

from __future__ import annotations

from generator.extract.described import named_last
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word
from generator.knowledge.wordlists import cue_words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})


def opens(items: list[Item], word: Word) -> bool:
    """Whether a word is the subject with which the reporter's sentence begins, before any verb, or its topic (As for Ruiz, …)."""
    if word.token.dep == "pobj" and word.tree.tokens[word.token.head].text.lower() == "for":
        return _is_topic(word)
    if word.token.dep not in SUBJECTS or _is_told_of(word.tree, word.at):
        return False
    before = (i for i in items if isinstance(i, Word) and i.token.start < word.token.start)
    return not any(is_verb(i.token) or i.token.pos == "SCONJ" for i in before)


def _is_topic(word: Word) -> bool:
    """Whether “As for” and a name open the sentence."""
    first = word.tree.tokens[: word.token.head + 1]
    return [t.text.lower() for t in first] == ["as", "for"]


def is_leading(word: Word) -> bool:
    """Whether the sentence is about whom the word names, alone or joined to others."""
    tree, at = word.tree, _described(word)
    while tree.tokens[at].dep in {"conj", "appos"} and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    if tree.tokens[at].dep == "pobj":
        return _source(tree, at)
    verb = tree.tokens[at].head
    if tree.tokens[at].dep == "attr":
        return _is_presented(tree, verb)
    subject = tree.tokens[at].dep in SUBJECTS and not _is_told_of(tree, at)
    return subject and (_is_main(tree, verb) or _is_cited(tree, verb))


def _is_presented(tree: Tree, verb: int) -> bool:
    """Whether a sentence only puts somebody on stage: then there is Ruiz."""
    return tree.tokens[verb].dep == "ROOT" and any(
        tree.tokens[i].text.lower() == "there" for i in tree.children(verb, "expl")
    )


def _is_cited(tree: Tree, verb: int) -> bool:
    """Whether a clause in passing gives the source: as Ruiz told the court, …."""
    marks = {tree.tokens[i].text.lower() for i in tree.children(verb, "mark")}
    reports = tree.tokens[verb].lemma.lower() in cue_words("report")
    above = tree.tokens[verb].head
    return reports and marks == {"as"} and tree.tokens[verb].dep == "advcl" and _is_main(tree, above)


def _described(word: Word) -> int:
    """The noun that a name belongs to: the delegate, in “the delegate in Lund, Keller, said”, “a delegate named Keller”."""
    tree, naming = word.tree, word.token.head
    if tree.tokens[naming].text.lower() in {"named", "called"} and tree.tokens[naming].dep == "acl":
        return tree.tokens[naming].head
    above = [a for a in tree.ancestors(word.at) if word.token.dep == "appos"]
    return next((a for a in above if named_last(word.other(a)) == word.at), word.at)


def _is_told_of(tree: Tree, at: int) -> bool:
    """Whether a word is the subject of what another is said to have said behind it: “Ruiz, Keller said, has won”."""
    verb = tree.tokens[at].head
    given = [tree.tokens[verb].head] if tree.tokens[verb].dep == "ccomp" else tree.children(verb, "parataxis")
    return any(_tells_before(tree, at, v) for v in given)


def _tells_before(tree: Tree, at: int, verb: int) -> bool:
    """Whether a verb of speech has its subject behind a word, and its content before it: no colon between, none behind."""
    subject = tree.own_subject(verb)
    if tree.tokens[verb].lemma.lower() not in cue_words("report") or subject is None or subject < at:
        return False
    behind = [i for i in tree.children(verb, "dobj", "ccomp") if i > verb]
    return not behind and all(t.text != ":" for t in tree.tokens[at:verb])


def _source(tree: Tree, at: int) -> bool:
    """Whether a noun stands after “according to”, or after “by” as the doer."""
    above = tree.tokens[tree.tokens[at].head]
    asks = tree.tokens[above.head].lemma.lower() == "ask"  # who was asked by Ruiz answers
    return (above.dep == "agent" and _is_main(tree, above.head) and not asks) or (
        above.text.lower() == "to" and tree.tokens[above.head].text.lower() == "according"
    )


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether a verb heads a main clause, or what an attribution without a subject of its own gives."""
    while tree.tokens[verb].dep in {"conj", "parataxis"} and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    if tree.tokens[verb].dep == "ccomp":
        above = tree.tokens[verb].head
        return tree.tokens[above].dep in {"ROOT", "conj"} and tree.own_subject(above) is None
    return tree.tokens[verb].dep == "ROOT"


def is_speaking(word: Word) -> bool:
    """Whether a word is the subject of a main verb of speech."""
    subject = word.tree.tokens[_described(word)]
    spoken = word.tree.tokens[subject.head].lemma.lower() in cue_words("report") and subject.dep == "nsubj"
    return spoken and (_is_main(word.tree, subject.head) or _is_cited(word.tree, subject.head))


def is_addressed(word: Word) -> bool:
    """Whether a word names whom a verb of speech is directed to: told Ruiz, wrote to Ruiz."""
    tree, at = word.tree, word.token.head
    if word.token.dep == "pobj" and tree.tokens[at].text.lower() in {"to", "with"}:
        at = tree.tokens[at].head
    elif word.token.dep not in {"dobj", "dative"}:
        return False
    return is_verb(tree.tokens[at])


def governs(word: Word, pronoun: Word) -> bool:
    """Whether a name is the subject of the verb whose clause the pronoun stands in (Ruiz said that he …)."""
    tree = pronoun.tree
    if word.tree is not tree:
        return False
    verbs = [a for a in tree.ancestors(pronoun.at) if is_verb(tree.tokens[a])]
    return not in_relative(pronoun) and any(tree.own_subject(a) == word.at for a in verbs[1:])


def in_relative(word: Word) -> bool:
    """Whether a word stands in a clause that tells more of a noun."""
    return any(word.tree.tokens[a].dep in {"relcl", "acl"} for a in word.tree.ancestors(word.at))


def beside(tree: Tree, at: int) -> list[int]:
    """The other words of a pronoun's own clause that it cannot stand for: subject, objects, addressees."""
    verb = verb_of(tree, at)
    if verb is None:
        return []
    subject = tree.subject(verb)
    below = [subject] if subject is not None else []
    for child in tree.subtree(verb, without=frozenset({"ccomp", "relcl", "acl", "conj", "advcl"})):
        if tree.tokens[child].dep in ARGUMENTS and verb_of(tree, child) == verb:
            below += tree.conjuncts(child)
    below += _spoken_about(tree, at, verb)
    below += [n for b in below for n in tree.children(b, "appos")]
    return [i for i in dict.fromkeys(below) if i != at and not _topic(tree, i)]


def led_in(tree: Tree, at: int) -> list[int]:
    """The words of a phrase before a subject whose doer is that subject itself: Ruiz, in “asked about Ruiz, she said”."""
    if tree.tokens[at].dep not in SUBJECTS:
        return []
    found: list[int] = []
    for below in tree.children(tree.tokens[at].head, "advcl", "prep"):
        verbs = [below, *tree.children(below, "pcomp")]
        doing = any(tree.tokens[v].tag in {"VBG", "VBN"} for v in verbs)
        phrase = tree.subtree(below)
        first = all(t.pos in {"PUNCT", "CCONJ", "ADV"} for t in tree.tokens[: min(phrase)])
        if below < at and doing and first and not any(tree.children(v, *SUBJECTS) for v in verbs):
            found += phrase
    return found


def _spoken_about(tree: Tree, at: int, verb: int) -> list[int]:
    """The subject of the clause that a short attribution breaks: Warren, in “Warren, she said, will win”."""
    after = tree.tokens[verb + 1].text if verb + 1 < len(tree.tokens) else ""
    if at == 0 or tree.tokens[at - 1].text != "," or after != ",":
        return []
    return [s for a in tree.ancestors(verb) if (s := tree.own_subject(a)) is not None and s < at]


def _topic(tree: Tree, at: int) -> bool:
    """Whether a name stands in “As for Ruiz, …”, which the clause goes on about."""
    prep = tree.tokens[at].head
    return prep > 0 and tree.tokens[prep].text.lower() == "for" and tree.tokens[prep - 1].text.lower() == "as"


def verb_of(tree: Tree, at: int) -> int | None:
    """The verb whose argument a word is, prepositions between."""
    while tree.tokens[at].head != at and tree.tokens[at].dep in {*ARGUMENTS, "prep", "agent"}:
        at = tree.tokens[at].head
        if is_verb(tree.tokens[at]):
            return at
    return None
