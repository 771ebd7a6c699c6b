"""Makes ``workbooks/blank.xlsx`` from the reader's own tables; ``scripts/build_blank.py`` runs it."""
