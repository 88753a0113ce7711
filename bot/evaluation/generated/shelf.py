"""A shelf of random tables and gold questions about it: `make_shelf`, and `write_shelf` to put it on disk.

Invariant: the same seed and number of questions give the same shelf, byte for byte; kinds of questions take turns, so
that no kind has more than one question more than another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from random import Random

from bot.evaluation.generated import gaps, lookups, sums
from bot.evaluation.generated.drafts import SMALLEST_TELLING, Draft, number, text
from bot.evaluation.generated.drawing import draw_papers
from bot.evaluation.generated.printing import anchor, text_of
from bot.evaluation.generated.sheets import Series
from bot.evaluation.generated.wording import Asking
from bot.evaluation.gold import GoldItem, Place
from bot.evaluation.patterns import Pattern, read_pattern
from bot.messages import Lang

Target = tuple[Series, Series | None]
Maker = Callable[[Asking, Sequence[Series]], Draft]
KINDS: Mapping[str, tuple[str, str, Maker]] = {
    "lookup": ("table", "any", lookups.lookup),
    "code-value": ("table", "coded", lookups.by_code),
    "code-name": ("table", "coded", lookups.name_of_code),
    "rank-item": ("table", "full", lookups.by_rank),
    "max": ("table", "full", lookups.largest),
    "min": ("table", "whole", lookups.smallest),
    "rank-of": ("table", "full", lookups.rank_of),
    "filter-count": ("table", "full", lookups.count_within),
    "filter-which": ("table", "full", lookups.list_within),
    "count": ("table", "full", lookups.count),
    "top": ("table", "full", lookups.top),
    "sum": ("arithmetic", "additive", sums.total),
    "difference": ("arithmetic", "additive", sums.difference),
    "ratio": ("arithmetic", "additive", sums.ratio),
    "share": ("arithmetic", "additive", sums.share),
    "growth": ("arithmetic", "periods", sums.growth),
    "change": ("arithmetic", "periods", sums.change),
    "rank-change": ("arithmetic", "periods", sums.rank_change),
    "no-year": ("unanswerable", "full", gaps.other_year),
    "no-item": ("unanswerable", "full", gaps.other_item),
    "no-rank": ("unanswerable", "full", gaps.beyond_last),
    "elsewhere": ("unanswerable", "moved", gaps.other_table),
    "empty": ("unanswerable", "empty", gaps.empty_cell),
    "mixed-units": ("unanswerable", "mixed", gaps.mixed_units),
}
"""The kinds of questions: their category, the columns they can be put to (as in `_targets`), and what makes them."""
QUESTIONS = 240
_TURNS: tuple[Lang, ...] = ("ja", "en", "ja", "zh", "ja", "ko", "ja", "ja", "ja", "ja")
_TRIES = 200


def make_shelf(seed: int = 1, questions: int = QUESTIONS) -> tuple[Mapping[str, str], tuple[GoldItem, ...]]:
    """Return the texts of a shelf by file name, and gold questions about it.

    An item's id is ``generated-SEED-KIND-NUMBER`` with a kind of `KINDS`. Raises ValueError when more questions are
    wanted than can be asked.
    """
    pick = Random(seed)
    papers = draw_papers(pick)
    files = {f"{p.name}.{'md' if p.markdown else 'txt'}": text_of(p, pick) for p in papers}
    shelf = [Series(s, index) for p in papers for s in p.sheets for index in range(len(s.columns))]
    asker = _Asker(f"generated-{seed}", shelf, pick)
    return files, tuple(asker.item(turn) for turn in range(questions))


def write_shelf(files: Mapping[str, str], directory: Path) -> None:
    """Write the texts of a shelf into a directory, which is made where there is none."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (directory / name).write_bytes(content.encode("utf-8"))


def kind_of(item: GoldItem) -> str:
    """Return the kind of a generated item."""
    return item.id.split("-", 2)[2].rsplit("-", 1)[0]


def _targets(shelf: Sequence[Series], pick: Random) -> Mapping[str, Sequence[Target]]:
    """Return, for each kind of target, the columns or pairs of columns that are one, in random order."""
    full = [s for s in shelf if s.full]
    same = [(a, b) for a, b in permutations(shelf, 2) if a.sheet.doc == b.sheet.doc]
    alike = [(a, b) for a, b in same if a.column.measure == b.column.measure and a.full and b.full]
    found: Mapping[str, list[Target]] = {
        "any": [(s, None) for s in shelf],
        "full": [(s, None) for s in full],
        "whole": [(s, None) for s in full if not s.sheet.top],
        "coded": [(s, None) for s in full if s.sheet.coded],
        "additive": [(s, None) for s in full if s.column.measure.additive],
        "empty": [(s, None) for s in shelf if not s.full],
        "periods": [
            (a, b)
            for a, b in alike
            if a.sheet.place == b.sheet.place
            and a.column.period.year < b.column.period.year
            and a.column.measure.additive
        ],
        "moved": [(a, b) for a, b in alike if any(a.entry(e.name) is None for e in b.sheet.entries)],
        "mixed": [(a, b) for a, b in same if a.sheet is b.sheet and a.column.unit != b.column.unit],
    }
    for targets in found.values():
        pick.shuffle(targets)
    return found


class _Asker:
    """Asks about a shelf, no question twice."""

    def __init__(self, name: str, shelf: Sequence[Series], pick: Random) -> None:
        self._name = name
        self._shelf = shelf
        self._pick = pick
        self._targets = _targets(shelf, pick)
        self._asked: set[str] = set()

    def item(self, turn: int) -> GoldItem:
        """Return the question of a turn. Raises ValueError when all of its kind have been asked."""
        row, column = divmod(turn, len(KINDS))
        kind = list(KINDS)[column]
        category, where, make = KINDS[kind]
        targets = self._targets[where]
        lang = _TURNS[(row + column) % len(_TURNS)]
        for again in range(_TRIES):
            series, other = targets[(row + again) % len(targets)]
            draft = make(Asking(series, other, lang, self._pick, row, self._pick.randrange(4)), self._shelf)
            if draft.question not in self._asked:
                self._asked.add(draft.question)
                return _gold(f"{self._name}-{kind}-{row + 1:02}", lang, category, draft, series)
        raise ValueError(f"there are not {row + 1} different questions of the kind {kind}; ask for fewer")


def _gold(name: str, lang: Lang, category: str, draft: Draft, series: Series) -> GoldItem:
    return GoldItem(
        id=name,
        turns=(draft.question,),
        lang=lang,
        category=category,
        split="tune",
        answerable=draft.answerable,
        cluster=f"{series.sheet.doc} {series.sheet.label} {series.column.measure.name.ja}",
        ideal=draft.ideal,
        short=tuple(map(read_pattern, draft.short)),
        facts=tuple(map(read_pattern, draft.facts)),
        forbidden=_forbidden(draft),
        evidence=tuple(dict.fromkeys(Place(sheet.doc, anchor(sheet, entry)) for sheet, entry in draft.rows)),
    )


def _forbidden(draft: Draft) -> tuple[Pattern, ...]:
    """Return what must not be said: tempting figures and names that are no part of the truth."""
    true = draft.ideal + "\n" + "\n".join(anchor(sheet, entry) for sheet, entry in draft.rows)
    figures = [number(v) for v in draft.wrong if v >= SMALLEST_TELLING or v % 1]
    names = [text(name) for name in draft.wrong_names if len(name) > 1]  # 米 stands in 米ドル
    patterns = map(read_pattern, dict.fromkeys((*names, *figures)))
    return tuple(p for p in patterns if not p.found_in(true) and not p.found_in(draft.question))
