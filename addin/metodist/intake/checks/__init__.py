"""Checks of a returned table, one a file; ``table.CHECKS`` lists them all."""
