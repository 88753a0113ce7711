"""Where a text probably does not print what was written: one kind of sign a file."""
