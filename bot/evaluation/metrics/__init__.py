"""Pure measures, one concern a file: formula and source in the docstring, undefined is None and never zero."""
