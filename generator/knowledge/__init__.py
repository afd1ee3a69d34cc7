"""What the program knows: editors' entries, the world pack, and the rules' vocabularies."""

from generator.knowledge.load import load_knowledge
from generator.knowledge.lookup import Knowledge

__all__ = ["Knowledge", "load_knowledge"]
