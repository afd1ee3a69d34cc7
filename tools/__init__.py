"""What maintainers run by hand: measuring, and what the tests need of the machine."""
