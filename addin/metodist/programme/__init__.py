"""Programme workbook → Programme: headings, parsing, the condition language, one rule a file."""
