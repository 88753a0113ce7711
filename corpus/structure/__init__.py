"""What lines mean: flow, headings, notes, tables, dates. One concern a file, pure functions."""
