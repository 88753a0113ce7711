"""One file per container format: bytes in, lines with their places out."""
