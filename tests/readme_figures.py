"""Hold what an evaluation printed against the README: ``tenkyo eval … | python -m tests.readme_figures``.

The block is found by its first line, which names the gold. As in the README's own tests its numbers may be one apart on
average: the last digits of a processor let answers on the verge fall either way.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.test_readme import REAL, nearly_agrees, steps, trimmed


def compared(printed: Sequence[str], shown: Sequence[tuple[str, ...]]) -> str:
    """Return what is wrong with what the README shows of an evaluation, or nothing."""
    lines = trimmed(list(printed))
    block = next((block for block in shown if block[:1] == lines[:1]), None)
    if block is None:
        return f"README.md shows no evaluation that begins with {' '.join(lines[:1])!r}"
    return "" if nearly_agrees(block, lines) else "README.md shows other figures; it prints\n" + "\n".join(lines)


if __name__ == "__main__":
    wrong = compared(
        sys.stdin.read().splitlines(),
        [step.shown for block in REAL if block.lang == "console" for step in steps(block)],
    )
    raise SystemExit(wrong or None)
