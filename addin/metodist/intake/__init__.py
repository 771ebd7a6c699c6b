"""Returned files: guard, reading in a child process, identity, checks."""
