"""Measures what the generator adds to MkDocs and writes the figures into docs/speed.md: `python -m tools.bench`."""
