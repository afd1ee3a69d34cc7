"""Article → what it says: quotations, roles, events, statements and relations, each with its evidence."""

from generator.extract.events import find_events
from generator.extract.quotations import find_quotations
from generator.extract.relations import find_relations
from generator.extract.roles import find_roles
from generator.extract.statements import find_statements

__all__ = ["find_events", "find_quotations", "find_relations", "find_roles", "find_statements"]
