"""Where a host starts (written with the buttons)."""
