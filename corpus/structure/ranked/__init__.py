"""What words that point back mean where no rule decides: the likeliest of what stands before, or nothing.

Invariant: a meaning is told only where it is far likelier than any other and than none (`choosing`).
"""
