"""`python -m generator`: the command line, where the program `backgrounder` is not on the path."""

from generator.cli import main

main(prog_name="backgrounder")
