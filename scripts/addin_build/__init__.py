"""How the two add-ins are put together; ``scripts/build_addin.py`` is the way in."""
