"""What ``scripts/install.py`` does once the environment is there."""
