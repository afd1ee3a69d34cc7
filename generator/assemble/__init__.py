"""Analyses and knowledge → the story: who is in it, what rests on what, and what is not known."""

from generator.assemble.story import assemble

__all__ = ["assemble"]
