"""Word documents (DOCX): the parts of the package, and paragraphs, tables and notes to lines."""
