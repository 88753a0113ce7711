"""From evidence to statements: one file per way of composing."""
