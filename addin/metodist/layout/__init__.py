"""The only code that knows sheets, addresses, widths, locks and formulas."""
