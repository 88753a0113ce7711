"""Recognition errors in Japanese: an edit after which the text divides into words far more easily.

Each edit of `corpus.misprints.edits` is tried; what it saves in the cost of dividing the clause, how common and how
well known the words before and after are, and what the same text prints elsewhere, give the odds that the edit undoes
an error.

Invariant: a clause is judged by itself and by counts over the whole text, so a part gives what the whole does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from corpus.frequency import zipf
from corpus.misprints.edits import Edit, edits, names_of
from corpus.misprints.suspect import Suspect
from corpus.misprints.weights import BIAS, WEIGHTS
from corpus.morphology import Part, cost, divide
from corpus.normalize import modern

LEAST_ODDS = 0.5
"""Natural logarithm of the odds at which a place is reported."""
_BY_CHANCE = {"name": 1.0, "doubled": 1.0, "swapped": 1.0}  # more is asked of what right words often look like
_LEAST_GAIN = 2_500  # of the analyser's cost; less is saved by chance all the time
_BESIDE = 2  # morphemes on each side that an edit may change
_APART = 3  # characters; nearer edits explain one error
_LONGEST = 300  # characters of a clause; what is longer is no sentence

_CLAUSE = re.compile(r"[^。、，．,.!?！？「」『』（）()【】［］\[\]〈〉《》〔〕\s:：;；/／…・|｜]+")
_WORDS = re.compile("[ァ-ヶ一-鿿]")
_HIRAGANA = re.compile("[ぁ-ん]")
_HAN = re.compile("[一-鿿]")
_COUNTED = re.compile("[0-9０-９一二三四五六七八九十百千]")
# The spelling used before 1946 prints っ large by right; it shows in other words too.
_OLD_SPELLING = re.compile("[ゐゑヰヱ]|[一-鿿][ひふへ](?=[、。」てたし])|やう|せう")
_INFLECTED = ("動詞", "助動詞", "形容詞")  # with their endings they are one word to a reader
_TERM = 8  # characters
_OFTEN = 2  # times that a text prints a name in its modern form
_NEAR = 60  # characters on each side in which the spelling shows


@dataclass(frozen=True, slots=True)
class Misprint:
    """An edit that makes a clause easier to divide: by ``gain``, from the word ``before`` to the word ``after``.

    ``word`` is where the printed characters stand that the word after the edit, with its endings, takes the place of.
    """

    edit: Edit
    gain: int
    before: Part
    after: Part
    word: tuple[int, int]


def misprints(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Yield what clauses that reach into ``[start, end)`` probably misprint, in order of place within a clause."""
    for clause in _clauses(text, start, end):
        rated = sorted(((log_odds(text, found), found) for found in tried(text, *clause)), key=lambda item: -item[0])
        chosen: list[Misprint] = []
        for odds, found in rated:
            if odds >= LEAST_ODDS + _BY_CHANCE.get(found.edit.kind, 0.0) and all(
                abs(found.edit.start - other.edit.start) > _APART for other in chosen
            ):
                chosen.append(found)
        yield from (_suspect(text, found) for found in sorted(chosen, key=lambda found: found.edit.start))


def every_trial(text: str) -> Iterator[Misprint]:
    """Yield every edit of a text that saves enough to be rated: what `WEIGHTS` are learned from."""
    for clause in _clauses(text, 0, len(text)):
        yield from tried(text, *clause)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = max(text.rfind("\n", 0, start), 0)
    for match in _CLAUSE.finditer(text, first):
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


def tried(text: str, start: int, end: int) -> Iterator[Misprint]:
    """Yield the edits of a clause that save enough."""
    clause, names = text[start:end], names_of(text)
    parts, _ = divide(clause)
    for index, part in enumerate(parts):
        low = parts[max(index - _BESIDE, 0)].start
        high = parts[min(index + _BESIDE, len(parts) - 1)].end
        printed = cost(clause[low:high])
        for at in range(part.start, part.end):
            for edit in edits(text, start + at, end, names):
                window = clause[low:at] + edit.new + clause[at + edit.size : high]
                gain = printed - cost(window)
                if gain < _LEAST_GAIN:
                    continue
                found = _misprint(edit, gain, part, window, start + low)
                if not _by_right(text, clause, found, parts[index + 1 : index + 2]):
                    yield found


def _by_right(text: str, clause: str, found: Misprint, following: tuple[Part, ...]) -> bool:
    """Say whether what is printed has a right of its own whatever an edit saves, before the ``following`` morpheme."""
    edit, part = found.edit, found.before
    at, last = edit.start, edit.start + edit.size
    after = text[last : last + 1]
    if edit.kind == "doubled" and _HIRAGANA.match(after):  # したとともに, 入れれば
        return (len(part.surface) > 1 and part.known) or any(
            len(other.surface) > 1 and other.known for other in following
        )
    if edit.kind == "old":
        return _old_by_right(text, clause, found)
    if edit.kind == "name":  # another word, not the same one printed otherwise
        return part.known and len(part.surface) > 1
    if edit.kind == "script" and after.isdecimal():  # キ61
        return True
    return after == "ー" and bool(_HIRAGANA.match(text[at]))  # やったー, たろー


def _old_by_right(text: str, clause: str, found: Misprint) -> bool:
    """Say whether an old form is meant: in a name, in a term in quotation marks, among other old forms."""
    if found.after.pos[1] == "固有名詞" and text.count(found.after.surface) < _OFTEN:
        return True
    if len(clause) <= _TERM and f"「{clause}」" in text:
        return True
    return any(_HAN.match(char) and modern(char) != char for char in clause.replace(text[found.edit.start], ""))


def _misprint(edit: Edit, gain: int, before: Part, window: str, low: int) -> Misprint:
    """Return a trial with the word that stands at the edit's place after it."""
    at = edit.start - low
    parts, _ = divide(window)
    index = next((index for index, part in enumerate(parts) if part.start <= at < part.end), len(parts) - 1)
    after = parts[index]
    stop = after.end
    if after.pos[0] in _INFLECTED:
        for part in takewhile(_ending, parts[index + 1 :]):
            stop = part.end
    longer = len(edit.new) - edit.size
    last = max(low + stop - longer, edit.start + edit.size)
    return Misprint(edit, gain, before, after, (min(low + after.start, edit.start), last))


def _ending(part: Part) -> bool:
    return part.pos[0] == "助動詞" or (part.pos[1] == "接続助詞" and part.surface in "てで")


def log_odds(text: str, found: Misprint) -> float:
    """Return the natural logarithm of the odds that an edit undoes an error."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in features(text, found).items())


def features(text: str, found: Misprint) -> dict[str, float]:
    """Return what speaks for and against an edit, by the names of `WEIGHTS`."""
    edit, before, after = found.edit, found.before.surface, found.after.surface
    at, last = edit.start, edit.start + edit.size
    left, right = text[max(at - 1, 0) : at], text[last : last + 1]
    common = zipf(before, "ja")
    near = text[max(at - _NEAR, 0) : last + _NEAR] if edit.kind in ("size", "old") else ""
    return {
        edit.kind: 1.0,
        "gain": found.gain / 1000,
        "printed: frequency": common,
        "printed: not frequent": float(not common),
        "printed: again with its neighbours": float(text.count(left + text[at:last] + right) > 1),
        "printed: again as a word": float(len(before) > 1 and text.count(before) > 1),
        "printed: behind a number": float(bool(_COUNTED.match(left))),
        "printed: a name": float(edit.kind == "old" and found.before.pos[1] == "固有名詞"),
        "printed: in old spelling": float(bool(_OLD_SPELLING.search(near))),
        "likely: unknown": float(not found.after.known),
        "likely: not frequent": float(not zipf(after, "ja")),
        "likely: elsewhere with its neighbours": float(min(text.count(left + edit.new + right), 3)),
        "likely: elsewhere as a word": float(len(after) > 1 and after in text),
        "likely: longer": float(len(after) > len(before)),
        "likely: one character for one": float(len(after) == len(before) == 1),
    }


def _suspect(text: str, found: Misprint) -> Suspect:
    edit, (start, end) = found.edit, found.word
    printed = text[start:end]
    likely = text[start : edit.start] + edit.new + text[edit.start + edit.size : end]
    return Suspect(start, end, printed, likely, _REASONS[edit.kind].format(text[edit.start :][: edit.size], edit.new))


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
