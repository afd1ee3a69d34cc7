"""Mentions → entities: who or what each name stands for, with the rule that says so, or None."""

from generator.resolve.document import resolve

__all__ = ["resolve"]
