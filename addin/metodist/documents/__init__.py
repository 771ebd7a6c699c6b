"""Frozen contexts, Russian grammar, rendering of Word documents."""
