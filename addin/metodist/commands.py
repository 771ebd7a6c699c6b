"""The list of buttons (written with the services)."""
