"""Methodist: an add-in for municipal methodical services, and a command line over the same functions."""

__version__ = "0.1.0"
