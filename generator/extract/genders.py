"""Men and women: what an article's titles, roles, given names and reflexive pronouns tell of each person.

Evidence that disagrees leaves a person without a gender, so that no pronoun is taken for them on that ground.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.extract.syntax import Tree
from generator.knowledge.genders import PRONOUNS, Gender, joined, of_name, of_noun
from generator.model.entity import Entity, Mention, Resolution
from generator.model.text import Article, Span

_BEHIND = re.compile(r"\b(?:of|for|to|at|in|with|on|and|from|under)\b|[,(]")


def gender_of(
    article: Article, resolution: Resolution, entity: Entity, roles: Iterable[str]
) -> Gender | None:
    """What titles, roles and the given name say of a person; None if nothing, or if they disagree."""
    said = [m.mention for m in resolution.mentions if m.entity == entity.id]
    words = {head_of(role) for role in roles}
    words |= {word for m in said for word in _titles(article, m.span, m.text)}
    return joined({*(g for w in words if (g := of_noun(w))), *(g for g in [of_name(entity.name)] if g)})


def of_title(article: Article, mention: Mention) -> Gender | None:
    """What the title of one mention says: Mrs., in “Mrs. Keller”."""
    return joined(g for w in _titles(article, mention.span, mention.text) if (g := of_noun(w)))


def head_of(role: str) -> str:
    """The noun that a role is: “spokesman” of “spokesman for the president”."""
    words = _BEHIND.split(role)[0].split()
    return words[-1] if words else ""


def _titles(article: Article, span: Span, text: str) -> Iterator[str]:
    """Titles inside a mention or right before it (“Mrs. …”), folded; a lone “King” is a surname."""
    words = text.split()
    if len(words) > 1:
        yield words[0].casefold()
    before = article.paragraph(span.paragraph).text[max(0, span.start - 16) : span.start]
    if before.endswith(" ") and before.split() and before.split()[-1][:1].isupper():
        yield before.split()[-1].casefold()


def reflexives(trees: Iterable[Tree]) -> Iterator[tuple[Tree, int, Gender]]:
    """The subjects that a reflexive pronoun of their own clause refers back to, with its gender."""
    for tree in trees:
        for at, token in enumerate(tree.tokens):
            if token.text.lower() in {"himself", "herself"}:
                verb = next((a for a in tree.ancestors(at) if tree.tokens[a].pos in {"VERB", "AUX"}), None)
                subject = tree.own_subject(verb) if verb is not None else None
                if subject is not None and subject < at:
                    yield tree, subject, PRONOUNS[token.text.lower()]
