"""The rules of a rubric, one a file; ``scoring.rubric.RULES`` lists them."""
