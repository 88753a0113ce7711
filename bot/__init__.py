"""From passages to an answer whose every statement carries a footnote, and the front ends that show it."""
