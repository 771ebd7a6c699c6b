"""The buttons: each a function of the open workbook, one use case a file."""
