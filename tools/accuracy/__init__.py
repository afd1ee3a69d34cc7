"""Measures the analysis and writes the figures into docs/accuracy.md: `python -m tools.accuracy`."""
