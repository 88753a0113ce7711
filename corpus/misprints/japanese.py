"""Recognition errors in Japanese: an edit after which a clause divides into words far more easily.

Each edit of `corpus.misprints.edits` is tried; what it saves, how common and how well known the words before and after
are, and what the same text prints elsewhere, give the odds that it undoes an error.

Invariant: a clause is judged by itself and by counts over the whole text, so a part gives what the whole does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.misprints.certain import settled
from corpus.misprints.lookalikes import drawn
from corpus.misprints.odds import log_odds
from corpus.misprints.suspect import Suspect
from corpus.misprints.trials import Trial, tried

LEAST_ODDS = 0.5
"""Natural logarithm of the odds from which on a place is reported."""
_BY_CHANCE = {"name": 1.5, "doubled": 1.0, "swapped": 1.0}  # more is asked of what right words often look like
_DRAWN = 0.7  # the same for characters that only their drawings show to be alike
_APART = 3  # characters; nearer edits explain one error
_LONGEST = 300  # characters of a clause; what is longer is no sentence

_CLAUSE = re.compile(r"[^。、，．,.!?！？「」『』（）()【】［］\[\]〈〉《》〔〕\s:：;；/／…・|｜]+")
_WORDS = re.compile("[ァ-ヶ一-鿿]")
_HIRAGANA = re.compile("[ぁ-ん]")
_HAN = re.compile("[一-鿿]")


def misprints(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Yield what clauses that reach into ``[start, end)`` probably misprint, in order of place."""
    for clause in _clauses(text, start, end):
        rated = ((_rated(text, trial), trial) for trial in tried(text, *clause))
        likely = sorted((item for item in rated if item[0] >= LEAST_ODDS), key=lambda item: -item[0])
        chosen: list[Trial] = []
        for _, trial in likely:
            if all(abs(trial.edit.start - other.edit.start) > _APART for other in chosen):
                chosen.append(trial)
        yield from (_suspect(text, trial) for trial in sorted(chosen, key=lambda trial: trial.edit.start))


def _rated(text: str, trial: Trial) -> float:
    """Return the odds of a trial beyond what chance does; those that a rule settles are reported."""
    edit = trial.edit
    chance = _DRAWN if edit.kind == "kanji" and drawn(text[edit.start], edit.new) else _BY_CHANCE.get(edit.kind, 0.0)
    odds = log_odds(text, trial) - chance
    return max(odds, LEAST_ODDS) if odds < LEAST_ODDS and settled(text, trial) else odds


def every_trial(text: str) -> Iterator[Trial]:
    """Yield every edit of a text that saves enough to be rated: what the weights are learned from."""
    for clause in _clauses(text, 0, len(text)):
        yield from tried(text, *clause)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses of Japanese words that reach into ``[start, end)``."""
    for match in _CLAUSE.finditer(text, max(text.rfind("\n", 0, start), 0)):
        if match.start() >= end:
            return
        words = match[0]
        if match.end() <= start or len(words) > _LONGEST or not _WORDS.search(words):
            continue
        if not _HIRAGANA.search(words) and not all(map(_japanese, words)):
            continue  # a name or title in Chinese
        if text[match.start() - 1 : match.start()] in ("(", "（") and not _HAN.search(words):
            continue  # how to read the words before the bracket
        yield match.span()


def _japanese(char: str) -> bool:
    """Say whether Japanese print knows a character."""
    try:
        char.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True


def _suspect(text: str, trial: Trial) -> Suspect:
    edit, (start, end) = trial.edit, trial.word
    printed, last = text[start:end], edit.start + edit.size
    likely = text[start : edit.start] + edit.new + text[last:end]
    return Suspect(start, end, printed, likely, _REASONS[edit.kind].format(text[edit.start : last], edit.new))


_REASONS = {
    "script": "{0} stands where {1}, alike in another script, makes a word",
    "size": "{0} stands where {1}, of the other size, makes a word",
    "voice": "{0} stands where {1}, differing in its marks, makes a word",
    "kana": "{0} stands where {1}, alike in shape, makes a word",
    "kanji": "{0} stands where {1}, alike in shape, makes a word",
    "old": "{0} is not the form of {1} that the words around it are printed in",
    "doubled": "{0} is printed twice",
    "swapped": "{0} stands where {1} makes a word",
    "split": "{0} are the halves of {1}",
    "name": "the same words have {1} for {0} elsewhere in the document",
}
