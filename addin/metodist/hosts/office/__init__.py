"""What runs inside LibreOffice's own Python: standard library and ``uno`` only, Python 3.8 and newer.

The extension carries a copy of this package under a name of its own (``metodist_office``), so its modules import
each other relatively and nothing else of the project. Errors that the user is to read travel as ids of
``metodist.messages.hosts`` and become sentences on the project's side.
"""
