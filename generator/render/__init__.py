"""Story → pages, through templates/: the one room where text becomes markup, so it is escaped here."""

from generator.render.site import render

__all__ = ["render"]
