"""Edits of a Japanese clause tried one by one: which of them make it far easier to divide into words.

Invariant: only what the analyser's cost and the rules of Japanese print decide is decided here; how likely a trial
undoes an error is for `corpus.misprints.odds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus.misprints.edits import Edit, edits, names_of
from corpus.morphology import Part, cost, divide
from corpus.normalize import modern

_LEAST_GAIN = 2_500  # of the analyser's cost; less is saved by chance all the time
_BESIDE = 2  # morphemes on each side that an edit may change,
_NEIGHBOURS = 4  # and at least so many characters: what an error broke to pieces is many morphemes
_TERM = 8  # characters
_OFTEN = 2  # times that a text prints a name in its modern form
_INFLECTED = ("動詞", "助動詞", "形容詞")  # with their endings they are one word to a reader
_HIRAGANA = re.compile("[ぁ-ん]")
_HAN = re.compile("[一-鿿]")
# ロ is short for Russia beside what other countries are written short.
_RUSSIA = re.compile("[日米中朝韓英仏独伊欧印豪台宇]ロ|.?ロ[日米中朝韓英仏独伊欧印豪台宇]")


@dataclass(frozen=True, slots=True)
class Trial:
    """An edit that makes a clause easier to divide: by ``gain``, from the word ``before`` to the word ``after``.

    ``word`` is where the printed characters stand that the word after the edit, with its endings, takes the place of;
    ``pieces`` says that they were divided into single characters.
    """

    edit: Edit
    gain: int
    before: Part
    after: Part
    word: tuple[int, int]
    pieces: bool


def tried(text: str, start: int, end: int) -> Iterator[Trial]:
    """Yield the edits of the clause ``text[start:end]`` that save enough, in order of place."""
    clause, names = text[start:end], names_of(text)
    parts, _ = divide(clause)
    for index, part in enumerate(parts):
        low, high = _around(parts, index)
        printed = cost(clause[low:high])
        for at in range(part.start, part.end):
            for edit in edits(text, start + at, end, names):
                window = clause[low:at] + edit.new + clause[at + edit.size : high]
                gain = printed - cost(window)
                if gain < _LEAST_GAIN:
                    continue
                trial = _trial(edit, gain, (parts, index), window, (start, start + low))
                if not _by_right(text, clause, trial, parts[index + 1 : index + 2]):
                    yield trial


def _around(parts: Sequence[Part], index: int) -> tuple[int, int]:
    """Return the stretch of a clause that an edit in one of its morphemes may divide otherwise."""
    first = last = index
    while first > 0 and (index - first < _BESIDE or parts[index].start - parts[first].start < _NEIGHBOURS):
        first -= 1
    while last < len(parts) - 1 and (last - index < _BESIDE or parts[last].end - parts[index].end < _NEIGHBOURS):
        last += 1
    return parts[first].start, parts[last].end


def _trial(edit: Edit, gain: int, place: tuple[Sequence[Part], int], window: str, starts: tuple[int, int]) -> Trial:
    """Return a trial with the word at the edit's place after it; ``starts`` are those of the clause and the window."""
    parts, index = place
    clause, low = starts
    at = edit.start - low
    divided, _ = divide(window)
    found = next((number for number, part in enumerate(divided) if part.start <= at < part.end), len(divided) - 1)
    after = divided[found]
    stop = after.end
    if after.pos[0] in _INFLECTED:
        for part in takewhile(_is_ending, divided[found + 1 :]):
            stop = part.end
    longer = len(edit.new) - edit.size
    word = min(low + after.start, edit.start), max(low + stop - longer, edit.start + edit.size)
    met = [part for part in parts if part.start < word[1] - clause and word[0] - clause < part.end]
    pieces = len(met) > 1 and all(len(part.surface) == 1 for part in met)
    return Trial(edit, gain, parts[index], after, word, pieces)


def _is_ending(part: Part) -> bool:
    return part.pos[0] == "助動詞" or (part.pos[1] == "接続助詞" and part.surface in "てで")


def _by_right(text: str, clause: str, trial: Trial, following: Sequence[Part]) -> bool:
    """Say whether what is printed has a right of its own whatever an edit saves, before the ``following`` morpheme."""
    edit, part = trial.edit, trial.before
    after = text[edit.start + edit.size : edit.start + edit.size + 1]
    if edit.kind == "doubled" and _HIRAGANA.match(after):  # したとともに, 入れれば
        return any(len(other.surface) > 1 and other.known for other in (part, *following))
    if edit.kind == "old":
        return _old_by_right(text, clause, trial)
    if edit.kind == "name":  # another word, not the same one printed otherwise
        return (part.known and len(part.surface) > 1) or text.count(text[edit.start : edit.start + 2]) >= _OFTEN
    if edit.kind == "script" and (after.isdecimal() or _RUSSIA.match(text, max(edit.start - 1, 0))):  # キ61, 朝ロ
        return True
    return after == "ー" and bool(_HIRAGANA.match(text[edit.start]))  # やったー, たろー


def _old_by_right(text: str, clause: str, trial: Trial) -> bool:
    """Say whether an old form is meant: in a name, in a term in quotation marks, among other old forms."""
    if trial.after.pos[1] == "固有名詞" and text.count(trial.after.surface) < _OFTEN:
        return True
    if len(clause) <= _TERM and f"「{clause}」" in text:
        return True
    return any(_HAN.match(char) and modern(char) != char for char in clause.replace(text[trial.edit.start], ""))
