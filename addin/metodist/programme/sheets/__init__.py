"""One module a sheet: rows → nouns. The order of reading stands in ``programme.reader``."""
