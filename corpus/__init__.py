"""Documents as a reader knows them: files in, faithful canonical text, sections, passages, notes and tables out."""
