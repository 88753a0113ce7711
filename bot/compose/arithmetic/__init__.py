"""Results that no sentence states, worked out from the numbers that sentences tell.

Invariant: every number of a result is printed where its quote says, arithmetic is exact, and where the sentences leave
open which numbers are meant nothing is worked out.
"""

from __future__ import annotations

from bot.compose.arithmetic.working import worked_out

__all__ = ["worked_out"]
