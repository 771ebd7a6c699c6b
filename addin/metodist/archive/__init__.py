"""Originals by hash and the SQLite index."""
