"""An Answer as a person reads it: terminal, Discord. Pure functions."""
