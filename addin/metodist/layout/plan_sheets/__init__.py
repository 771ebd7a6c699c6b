"""Sheets of «План.xlsx»."""
