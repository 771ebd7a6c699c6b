"""The reference arithmetic of indicators in Python."""
