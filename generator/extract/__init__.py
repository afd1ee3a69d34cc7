"""Article → what it says: quotations, roles, events, statements and relations, each with its evidence."""

from generator.extract.quotations import find_quotations
from generator.extract.roles import find_roles

__all__ = ["find_quotations", "find_roles"]
