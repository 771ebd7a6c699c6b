"""Nouns of the field as frozen dataclasses; standard library only."""
