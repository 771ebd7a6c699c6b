"""The command line (written with the services)."""
