"""LibreOffice's side of the buttons: which are grey, and what a press does. Standard library and ``uno`` only.

Runs inside the office's own Python (3.8 and newer), beside ``metodist_office``; all work is done by the project's own
Python, which is started at the first press and kept warm.
"""
