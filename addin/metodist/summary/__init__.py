"""Consolidation, completeness, statistics; the only home of pandas."""
