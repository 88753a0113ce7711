"""Tables whose columns ran together without a sign between them: cut where, and only where, the text decides it."""
