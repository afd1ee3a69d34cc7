"""Words that the article does not give as said: denied, supposed, wished for, hearsay, invented.

“Never said “…””, “if she says “…””, “is accused of writing “…””: whoever is named there has not, as far as
the article knows, said the words. Listing them as a saying would put words into somebody's mouth.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.extract.bearers import Attribution
from generator.extract.denied import denies, why_denied
from generator.extract.owners import turned_down
from generator.extract.speech import form_of
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word
from generator.extract.turns import Passage, Told
from generator.knowledge.wordlists import unsaid_words

_CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "prep", "acl", "advmod"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_INVERTED = frozenset({"had", "were", "should"})
_SUPPOSED = frozenset({"would", "could", "might", "may", "should", "must"})


def why_not_theirs(told: list[Told], passage: Passage, attribution: Attribution) -> str:
    """Why quoted words are not listed as the attributed speaker's; "" if they are.

    `told` are the article's sentences, among them the one that has the cue of a quotation that goes on.
    """
    cue = attribution.cue
    if attribution.rule not in {"subject", "agent", "continues"} or not is_verb(cue.token):
        return ""
    items = passage.told.items
    if not _holds(items, cue):
        return next((why_unsaid(t.items, cue) for t in told if _holds(t.items, cue)), "")
    at = items.index(passage.quoted)
    if at is not None and form_of(passage) == "partial" and denies(items, cue, at):
        return f"denied: what “{cue.token.text}” takes back"
    return turned_down(items, cue, at) or why_unsaid(items, cue, at)


def _holds(items: list[Item], word: Word) -> bool:
    return any(isinstance(i, Word) and i.tree is word.tree and i.at == word.at for i in items)


def why_unsaid(items: list[Item], cue: Word, quoted: int | None = None) -> str:
    """Why what a cue gives was not said, as far as the article tells; "" where it was.

    `items` are the told sentence's, `quoted` the index of the quotation among them (None: a reported clause).
    """
    told = {i.at for i in items if isinstance(i, Word) and i.tree is cue.tree} | {cue.at}
    first = next((i for i in items if isinstance(i, Word) and i.token.text[0].isalnum()), cue)
    begins = first.at if first.tree is cue.tree else -1
    cue = Word(cue.tree.within(told), cue.at)
    chain = list(_chain(cue, told))
    wide = [*chain, *_around(cue.tree, chain[-1], told)]
    return (
        why_denied(cue, chain, items, quoted)
        or _supposed(cue, wide, begins)
        or _follows_from(cue, told)
        or _hearsay(cue.tree, chain)
        or _charged(items, cue)
        or _wished(cue, chain)
        or _invented(cue.tree, chain)
    )


def _chain(cue: Word, told: set[int]) -> Iterator[int]:
    """The cue and the words whose content it is, innermost first: said, alleged in “alleged that he said”."""
    yield cue.at
    at, tree = cue.at, cue.tree
    while tree.tokens[at].dep in _CONTENT and tree.tokens[at].head in told:
        above = tree.tokens[at].head
        participle = tree.tokens[at].dep == "acl" and not _has_that(tree, at)
        if above > at or participle or _in_passing(tree, at):
            return
        yield above
        at = above


def _in_passing(tree: Tree, at: int) -> bool:
    """Whether a clause is only put beside another: “the plan is not dead, Smith said”."""
    first = min(tree.subtree(at))
    marked = any(tree.tokens[m].dep == "mark" for m in tree.children(at))
    return tree.tokens[at].dep == "ccomp" and not marked and first > 0 and tree.tokens[first - 1].text == ","


def _has_that(tree: Tree, at: int) -> bool:
    """Whether a clause behind a noun begins with “that”: rumours that he said."""
    return any(tree.tokens[i].text.lower() == "that" for i in tree.children(at) if i < at)


def _around(tree: Tree, at: int, told: set[int]) -> Iterator[int]:
    """The verbs that a chain is joined to or goes with: a condition on them holds for it too."""
    while tree.tokens[at].dep in {"conj", "advcl"} and tree.tokens[at].head in told:
        if tree.tokens[at].dep == "advcl" and tree.tokens[at].tag != "VBG":
            return
        at = tree.tokens[at].head
        yield at


def _supposed(cue: Word, chain: list[int], begins: int) -> str:
    tree = cue.tree
    begin = tree.tokens[begins].text.lower() if begins >= 0 else ""
    if begin in {"imagine", "picture", "suppose", "pretend"} and begins < cue.at:
        return "only supposed"
    for at in chain:
        mark = next((m for m in tree.children(at, "mark") if m < at and _is_condition(tree, m)), None)
        if mark is not None:
            return f"under a condition: “{tree.tokens[mark].text.lower()}”"
        inverted = _first_before_subject(tree, at, begins)
        if inverted:
            return "under a condition" if inverted in _INVERTED else "asked, not told"
        doubt = any(
            tree.tokens[i].text.lower() in unsaid_words("doubtful") for i in tree.children(at, "acomp")
        )
        if (
            doubt
            or _would_have(tree, at)
            or (at != cue.at and tree.tokens[at].lemma.lower() in unsaid_words("supposing"))
        ):
            return "only supposed"
    return ""


def _follows_from(cue: Word, told: set[int]) -> str:
    """Would say so, if …: the parser may hang the condition on the quoted words."""
    tree = cue.tree
    would = any(tree.tokens[i].text.lower() in {"would", "’d", "'d"} for i in tree.children(cue.at, "aux"))
    marks = (
        i for i in told if tree.tokens[i].dep == "mark" and tree.tokens[i].text.lower() in {"if", "unless"}
    )
    return "only supposed" if would and next(marks, None) is not None else ""


def _is_condition(tree: Tree, mark: int) -> bool:
    text = tree.tokens[mark].text.lower()
    as_though = text == "though" and mark > 0 and tree.tokens[mark - 1].text.lower() == "as"
    return text in _CONDITIONS or as_though


def _first_before_subject(tree: Tree, at: int, begins: int) -> str:
    """The verb form that begins the sentence before its subject: Did …, Had …, Is it true that …."""
    subject = tree.own_subject(at)
    forms = [i for i in [*tree.children(at, "aux", "auxpass"), at] if subject is not None and i < subject]
    if not forms or forms[0] != begins:
        return ""
    return (
        "" if forms[0] == at and tree.tokens[at].lemma.lower() != "be" else tree.tokens[forms[0]].text.lower()
    )


def _would_have(tree: Tree, at: int) -> bool:
    """Would have said; would say, if or probably."""
    aux = {tree.tokens[i].text.lower() for i in tree.children(at, "aux")}
    if not aux & _SUPPOSED:
        return False
    with_if = any(
        _is_condition(tree, m) for c in tree.children(at, "advcl") for m in tree.children(c, "mark")
    )
    guess = any(tree.tokens[i].text.lower() in unsaid_words("guessing") for i in tree.children(at, "advmod"))
    return "have" in aux or "’ve" in aux or "'ve" in aux or ("would" in aux and (with_if or guess))


def _hearsay(tree: Tree, chain: list[int]) -> str:
    """Allegedly said; is accused of saying; rumours that he said."""
    for at in chain:
        quotes = at != chain[0] and tree.tokens[at].lemma.lower() in {"quote", "cite", "report"}
        hedges = unsaid_words("hedges") | (unsaid_words("mistaken") if quotes else frozenset())
        adverbs = tree.children(at, "advmod")
        hedge = next((i for i in adverbs if tree.tokens[i].text.lower() in hedges), None)
        if hedge is not None:
            return f"alleged by others: “{tree.tokens[hedge].text.lower()}”"
    for below, at in pairwise(chain):
        if _accuses(tree, at, below) or _is_hearsay(tree, at, below):
            return f"alleged by others: “{tree.tokens[at].text}”"
    return ""


def _accuses(tree: Tree, at: int, below: int) -> bool:
    lemma = tree.tokens[at].lemma.lower()
    if not is_verb(tree.tokens[at]) or tree.tokens[below].text.lower() == "as":
        return False
    if lemma == "say" and _say_so(tree, at):
        return True
    passive = bool(tree.children(at, "auxpass")) and lemma in unsaid_words("told_of")
    accused = lemma in unsaid_words("accusing", "suing")
    return passive or accused or (lemma == "claim" and _of_another(tree, below))


def _say_so(tree: Tree, at: int) -> bool:
    """Some say, critics say."""
    subject = tree.own_subject(at)
    return subject is not None and tree.tokens[subject].lemma.lower() in unsaid_words("hearsayers")


def _charged(items: list[Item], cue: Word) -> str:
    """According to the indictment, he told a friend."""
    for word in (i for i in items if isinstance(i, Word) and i.token.lemma.lower() == "accord"):
        tree = word.tree
        nouns = [n for to in tree.children(word.at, "prep") for n in tree.children(to, "pobj")]
        source = next((n for n in nouns if tree.tokens[n].lemma.lower() in unsaid_words("charges")), None)
        if source is not None and word.token.start != cue.token.start:
            return f"alleged by others: “{tree.tokens[source].text}”"
    return ""


def _of_another(tree: Tree, below: int) -> bool:
    """Whether somebody else, named, is the subject of what is claimed."""
    subject = tree.own_subject(below)
    return subject is not None and tree.tokens[subject].pos in {"PROPN", "NOUN"}


def _is_hearsay(tree: Tree, at: int, below: int) -> bool:
    """Rumours that he said, claims that he said."""
    return tree.tokens[below].dep == "acl" and tree.tokens[at].lemma.lower() in unsaid_words("hearsay")


def _wished(cue: Word, chain: list[int]) -> str:
    """Urged him to say."""
    if cue.token.tag != "VB":
        return ""
    wish = next(
        (at for at in chain[1:] if cue.tree.tokens[at].lemma.lower() in unsaid_words("wishing")), None
    )
    return "" if wish is None else f"wished for, not said: “{cue.tree.tokens[wish].text}”"


def _invented(tree: Tree, chain: list[int]) -> str:
    """In the novel, he says; a fake video shows her saying."""
    for at in chain:
        subject = tree.own_subject(at)
        inside = [
            n
            for p in tree.children(at, "prep")
            if tree.tokens[p].text.lower() == "in"
            for n in tree.children(p, "pobj")
        ]
        if any(tree.tokens[n].lemma.lower() in unsaid_words("fiction") for n in inside):
            return "in a work of fiction"
        shown = [*inside, *([] if subject is None else [subject])]
        if any(tree.tokens[m].text.lower() in unsaid_words("faked") for n in shown for m in tree.children(n)):
            return "invented: the article calls it so"
        if at != chain[0] and any(tree.tokens[n].lemma.lower() in unsaid_words("fiction") for n in shown):
            return "in a work of fiction"
    return ""
