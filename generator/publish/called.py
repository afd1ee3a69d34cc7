"""Everybody under the name that the articles give them, for a look at what is understood of an article.

A page is headed with the entry's name ("United States"); who reads an analysis beside its article looks
for the article's own words ("the U.S."), and finds the entry's name among the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.model.entity import Kind, Resolved
from generator.model.story import Story, Subject


def as_called(story: Story) -> Story:
    """The story with its subjects named, and their kinds told, as the articles' own words have them."""
    named = [(subject, _name(subject)) for subject in story.subjects]
    often = Counter(name for _, name in named)
    subjects = tuple(_named(subject, name) if often[name] == 1 else subject for subject, name in named)
    return replace(story, subjects=subjects)


def _named(subject: Subject, name: str) -> Subject:
    entity = subject.entity
    others = tuple(other for other in (entity.name, *entity.aliases) if other != name)
    return replace(subject, entity=replace(entity, name=name, aliases=others, kind=_kind(subject)))


def _name(subject: Subject) -> str:
    """The fullest name in the articles of what an entry or its owner names otherwise; a metonym if there is no other."""
    entity = subject.entity
    uses = [o.mention for o in subject.occurrences if not _describes(o.mention)]
    own = _texts([use for use in uses if not use.rule.startswith("metonym")]) or _texts(uses)
    named = [text for text in own if not text.split()[-1].islower()]
    if entity.name in own or not own or (not named and any(entity.name in text for text in own)):
        return entity.name  # "Interfax", of "Interfax news agency"
    fullest = max(named or own, key=lambda text: (len(text.split()), len(text)))
    owned = re.search(rf"['’]s? {re.escape(fullest)}$", entity.name)  # "Utopia’s Road Agency"
    return fullest if entity.key or owned else entity.name


def _texts(uses: Sequence[Resolved]) -> list[str]:
    return [use.mention.text for use in uses if use.sense != "group"]


def _describes(use: Resolved) -> bool:
    """Whether a mention is a noun with an article ("the committee") and no name."""
    return use.mention.text.casefold().startswith("the ") and use.mention.text[4:].islower()


def _kind(subject: Subject) -> Kind:
    """The entity's kind; a country of which the articles name the people alone is that people."""
    people = all(o.mention.sense == "group" for o in subject.occurrences)
    country = subject.entity.kind == "place" and bool(subject.occurrences)
    return "group" if country and people and not subject.actor else subject.entity.kind
