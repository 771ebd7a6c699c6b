"""What is odd about a programme: one rule a file, all listed in ``programme.lint``."""
