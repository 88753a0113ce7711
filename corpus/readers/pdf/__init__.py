"""PDFs with a text layer: glyphs with their places, the order in which they are read, and their lines."""
