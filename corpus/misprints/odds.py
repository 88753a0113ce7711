"""How likely an edit undoes an error: what speaks for and against it, weighed as learned from planted errors.

Invariant: every sign is read from the words at the place and from counts over the whole text, so that a part of a
document gives what the whole gives.
"""

from __future__ import annotations

import re

from corpus.frequency import zipf
from corpus.misprints.trials import Trial
from corpus.misprints.weights import BIAS, WEIGHTS

_NEAR = 60  # characters on each side in which an old spelling shows
_HIRAGANA = re.compile("[ぁ-ん]")
_HAN = re.compile("[一-鿿]")
_KATAKANA = re.compile("[ァ-ヶー]")
_COUNTED = re.compile("[0-9０-９一二三四五六七八九十百千]")
# The spelling used before 1946 prints っ large by right; it shows in other words too.
OLD_SPELLING = re.compile("[ゐゑヰヱ]|[一-鿿][ひふへ](?=[、。」てたし])|やう|せう")


def log_odds(text: str, trial: Trial) -> float:
    """Return the natural logarithm of the odds that an edit undoes an error."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in signs_of(text, trial).items())


def signs_of(text: str, trial: Trial) -> dict[str, float]:
    """Return what speaks for and against an edit, by the names of `WEIGHTS`."""
    edit, before, after = trial.edit, trial.before.surface, trial.after.surface
    at, last = edit.start, edit.start + edit.size
    left, right = text[max(at - 1, 0) : at], text[last : last + 1]
    # One Han or katakana character that is part of the longer word says nothing by being a word as well.
    part = len(before) == 1 < len(after) and not _HIRAGANA.match(before)
    common = 0.0 if part else zipf(before, "ja")
    near = text[max(at - _NEAR, 0) : last + _NEAR] if edit.kind in ("size", "old") else ""
    return {
        edit.kind: 1.0,
        "gain": trial.gain / 1000,
        "printed: frequency": common,
        "printed: not frequent": float(not (common or part)),
        "printed: one character of it": float(part),
        "printed: in pieces": float(trial.pieces),
        "printed: again with its neighbours": float(text.count(left + text[at:last] + right) > 1),
        "printed: again as a word": float(len(before) > 1 and text.count(before) > 1),
        "printed: behind a number": float(bool(_COUNTED.match(left))),
        "printed: a name": float(edit.kind == "old" and trial.before.pos[1] == "固有名詞"),
        "printed: in old spelling": float(bool(OLD_SPELLING.search(near))),
        "likely: unknown": float(not trial.after.known),
        "likely: not frequent": float(not zipf(after, "ja")),
        "likely: elsewhere with its neighbours": float(min(text.count(left + edit.new + right), 3)),
        "likely: elsewhere as a word": float(len(after) > 1 and after in text),
        "likely: longer": float(len(after) > len(before)),
        "likely: one character for one": float(len(after) == len(before) == 1),
        "likely: in the script beside": float(edit.kind == "script" and _one_script(left, edit.new, right)),
    }


def _one_script(left: str, char: str, right: str) -> bool:
    return any(script.match(char) and (script.match(left) or script.match(right)) for script in (_KATAKANA, _HAN))
