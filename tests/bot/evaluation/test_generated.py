"""The generated shelf: the same for a seed, true by an independent reading of its files, and resolvable as read.

What the files hold is read again here by a small parser that knows nothing of the generator but the words it prints.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from bot.evaluation.generated import make_shelf, write_shelf
from bot.evaluation.generated.shelf import KINDS, kind_of
from bot.evaluation.gold import GoldItem
from bot.evaluation.judge import judge
from bot.evaluation.places import resolve
from bot.evaluation.systems import Abstain, Oracle
from corpus.document import Document
from corpus.readers import read

SEEDS = (1, 2, 3)
Values = Mapping[str, Decimal]


@dataclass(frozen=True)
class Shelf:
    files: Mapping[str, str]
    items: tuple[GoldItem, ...]
    documents: Mapping[str, Document]

    def ja(self, *kinds: str) -> list[tuple[GoldItem, list[Grid]]]:
        """Return the Japanese items of some kinds with the tables of the document they ask about."""
        found = [item for item in self.items if item.lang == "ja" and kind_of(item) in kinds]
        assert len(found) >= 5 * len(kinds)
        texts = {name.partition(".")[0]: text for name, text in self.files.items()}
        return [(item, grids(texts[item.cluster.split(" ")[0]])) for item in found]


@dataclass(frozen=True)
class Grid:
    """A table of a file: the lines right above it, its header, and its rows from the name on, by name."""

    above: str
    header: tuple[str, ...]
    rows: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, str]

    def column(self, question: str) -> Values | None:
        """Return the figures of the column that a question asks about, or None when it does not ask about this one."""
        if (way := direction(question)) and way not in self.above:
            return None
        for at, title in enumerate(self.header):
            beside = re.findall(r"別の(\S+)", self.above)
            word, unit, _ = title.partition("（")
            what, when = (word, self.above) if unit or not beside else (beside[-1], title)
            if what in question and years(question) & years(when):
                return {n: Decimal(c[at].replace(",", "")) for n, c in self.rows.items() if c[at][:1].isdigit()}
        return None


def years(text: str) -> set[int]:
    """Return the years a text names, in either calendar."""
    return {int(y) for y in re.findall(r"20\d\d(?=年)", text)} | {int(y) + 2018 for y in re.findall(r"令和(\d+)", text)}


def direction(question: str) -> str:
    """Return the direction of trade that a question names, as captions print it, or nothing."""
    country = "(日本|[ァ-ヴー]{3,4})"
    for pattern in (f"{country}から{country}への輸出", f"{country}の{country}向け輸出", f"{country}の対{country}輸出"):
        if match := re.search(pattern, question):
            return f"{match[1]}から{match[2]}への輸出品"
    match = re.search(f"{country}の{country}からの輸入", question)
    return f"{match[2]}から{match[1]}への輸出品" if match else ""


def grids(text: str) -> list[Grid]:
    """Read the tables of a file."""
    found: list[Grid] = []
    above: list[str] = []
    for block in text.strip().split("\n\n"):
        lines = [line for line in block.split("\n") if not re.fullmatch(r"[|\s:-]+", line)]
        if len(lines) < 2 or not ("\t" in block or "|" in block):
            above = [*above, block][-3:]
            continue
        cells = [[c.strip() for c in (r[1:-1].split("|") if r[0] == "|" else r.split("\t"))] for r in lines]
        at = next(i for i, title in enumerate(cells[0]) if title.endswith("名"))
        rows, codes = {}, {}
        for row in cells[1:]:
            glued = re.fullmatch(r"(\d{8})(.+)", row[at - 1]) if at and not row[at] else None
            name = glued[2] if glued else row[at]
            rows[name] = tuple(row[at + 1 :])
            codes[name] = glued[1] if glued else row[at - 1] if at else ""
        found.append(Grid("\n".join(above), tuple(cells[0][at + 1 :]), rows, codes))
        above = []
    return found


def the_column(item: GoldItem, tables: Sequence[Grid]) -> tuple[Grid, Values]:
    """Return the only column that a question can mean."""
    found = [(grid, column) for grid in tables if (column := grid.column(item.question))]
    assert len(found) == 1, (item.question, len(found))
    return found[0]


def stated(item: GoldItem) -> list[str]:
    return [pattern.source.partition(":")[2] for pattern in item.short]


def named(question: str, names: Iterable[str]) -> list[str]:
    """Return the rows that a question names, longest first, in their order in the question."""
    found = []
    for name in sorted(names, key=len, reverse=True):
        if name in question:
            found.append((question.index(name), name))
            question = question.replace(name, "＿" * len(name))
    return [name for _, name in sorted(found)]


def rounded(value: Fraction, places: int) -> Decimal:
    """Round half up, without the sign."""
    scaled = round(abs(value) * 10**places + Fraction(1, 10**9))
    return Decimal(scaled).scaleb(-places)


@pytest.fixture(scope="module", params=SEEDS)
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    files, items = make_shelf(request.param)
    directory = tmp_path_factory.mktemp("generated") / "new"
    write_shelf(files, directory)
    return Shelf(files, items, {d.id: d for d in (read(directory / name) for name in files)})


def test_a_seed_gives_one_shelf_and_another_seed_another() -> None:
    assert make_shelf(1) == make_shelf(1)
    assert make_shelf(1) != make_shelf(2)
    assert make_shelf(1, 48)[1] == make_shelf(1, 240)[1][:48]


def test_files_are_written_as_they_are(tmp_path: Path) -> None:
    files, _ = make_shelf(4, 24)
    write_shelf(files, tmp_path)
    assert {path.name: path.read_bytes().decode() for path in tmp_path.iterdir()} == dict(files)


def test_kinds_are_balanced_and_questions_never_twice(shelf: Shelf) -> None:
    assert len(shelf.files) == 12
    assert len({item.question for item in shelf.items}) == len({item.id for item in shelf.items}) >= 200
    kinds = Counter(map(kind_of, shelf.items))
    assert set(kinds) == set(KINDS)
    assert max(kinds.values()) - min(kinds.values()) <= 1
    langs = Counter(item.lang for item in shelf.items)
    assert langs["ja"] > len(shelf.items) / 2
    assert min(langs[lang] for lang in ("en", "zh", "ko")) >= 20


def test_every_table_is_read_and_every_anchor_is_one_row(shelf: Shelf) -> None:
    for name, text in shelf.files.items():
        document = shelf.documents[name.partition(".")[0]]
        assert [len(table.rows) for table in document.tables] == [len(grid.rows) for grid in grids(text)], name
    for item in shelf.items:
        for place, evidence in zip(item.evidence, resolve(item, shelf.documents), strict=True):
            assert shelf.documents[place.doc].text.count(place.anchor) == 1
            assert evidence.passage.kind == "row", item.id


def test_the_oracle_is_always_right_and_silence_only_where_nothing_answers(shelf: Shelf) -> None:
    oracle, silent = Oracle(shelf.documents), Abstain()
    for item in shelf.items:
        assert judge(item, oracle.ask(item), shelf.documents).success, item
        assert judge(item, silent.ask(item), shelf.documents).success is not item.answerable, item


def test_look_ups_are_true(shelf: Shelf) -> None:
    for item, tables in shelf.ja("lookup", "code-value"):
        grid, column = the_column(item, tables)
        coded = [name for name, code in grid.codes.items() if code and re.search(rf"{code}(?!\d)", item.question)]
        (name,) = coded if kind_of(item) == "code-value" else named(item.question, grid.rows)
        assert stated(item) == [f"{column[name]:f}"], item


def test_orders_are_true(shelf: Shelf) -> None:
    for item, tables in shelf.ja("max", "min", "rank-item", "rank-of", "top", "count"):
        grid, column = the_column(item, tables)
        ordered = [name for _, name in sorted(((v, n) for n, v in column.items()), reverse=True)]
        assert stated(item) == order_truth(item, grid, ordered), item


def order_truth(item: GoldItem, grid: Grid, ordered: list[str]) -> list[str]:
    question, kind = item.question, kind_of(item)
    if kind == "count":
        return [str(len(grid.rows))]
    if kind == "rank-of":
        return [str(ordered.index(named(question, ordered)[0]) + 1)]
    if kind == "rank-item":
        match = re.search(r"(\d+)(?:番目|位)", question)
        assert match, question
        return [ordered[int(match[1]) - 1]]
    if kind == "top":
        match = re.search(r"(?:上位|トップ|上から)(\d)", question)
        assert match, question
        return ordered[: int(match[1])]
    return ordered[:1] if kind == "max" else ordered[-1:]


def test_limits_are_true(shelf: Shelf) -> None:
    scales = {"千円": 10**3, "百万円": 10**6, "億円": 10**8}
    for item, tables in shelf.ja("filter-count", "filter-which"):
        grid, column = the_column(item, tables)
        match = re.search(r"が([\d,.]+)(億|万)?[^\d]{1,6}?(を超える|以上の|に満たない)", item.question)
        assert match, item.question
        unit = next((u for u in scales if f"単位：{u}" in grid.above or f"（{u}）" in "".join(grid.header)), "")
        limit = Decimal(match[1].replace(",", "")) * {"億": 10**8, "万": 10**4}.get(match[2], 1) / scales.get(unit, 1)
        kept = {n for n, v in column.items() if (v < limit if match[3] == "に満たない" else v > limit)}
        assert limit not in column.values()
        assert set(stated(item)) == ({str(len(kept))} if kind_of(item) == "filter-count" else kept), item


def test_arithmetic_in_a_table_is_true(shelf: Shelf) -> None:
    for item, tables in shelf.ja("sum", "difference", "ratio", "share"):
        grid, column = the_column(item, tables)
        values = [Fraction(column[name]) for name in named(item.question, grid.rows)]
        wanted = sum_truth(kind_of(item), values, Fraction(sum(column.values())))
        assert [Decimal(text) for text in stated(item)] == [wanted], item


def sum_truth(kind: str, values: list[Fraction], whole: Fraction) -> Decimal:
    if kind == "share":
        return rounded(values[0] * 100 / whole, 1)
    first, second = values
    if kind == "ratio":
        return rounded(first / second, 2)
    return rounded(first + second if kind == "sum" else first - second, 1)


def test_changes_between_periods_are_true(shelf: Shelf) -> None:
    for item, tables in shelf.ja("growth", "change", "rank-change"):
        asked = re.sub(r"令和\d+年度|20\d\d年", "", item.question)
        early, late = (
            the_column(replace(item, turns=(f"{asked}{year}年",)), tables)[1] for year in sorted(years(item.question))
        )
        (name,) = named(item.question, early)
        change = Fraction(late[name] - early[name])
        if kind_of(item) == "rank-change":
            wanted = [Decimal(1 + sum(value > c[name] for value in c.values())) for c in (early, late)]
        else:
            wanted = [rounded(change * 100 / Fraction(early[name]) if kind_of(item) == "growth" else change, 1)]
        assert [Decimal(text) for text in stated(item)] == list(dict.fromkeys(wanted)), item


def test_nothing_on_the_shelf_answers_the_unanswerable(shelf: Shelf) -> None:
    for item, tables in shelf.ja("no-year", "no-item", "no-rank", "elsewhere", "empty", "mixed-units"):
        kind, columns = kind_of(item), [c for grid in tables if (c := grid.column(item.question)) is not None]
        about = item.ideal.partition("（")[2].rpartition("）")[0]
        assert not item.answerable
        if kind == "no-year":
            assert columns == [], item
        elif kind == "no-rank":
            assert len(columns) == 1 and int(about) > len(columns[0]), item
        elif kind in ("no-item", "elsewhere"):
            assert about in item.question and all(about not in column for column in columns), item
            assert any(about in grid.rows for grid in tables) is (kind == "elsewhere"), item
        elif kind == "empty":
            (name,) = set(named(item.question, {name: None for grid in tables for name in grid.rows}))
            assert columns and all(name not in column for column in columns), item
        else:
            assert item.facts and not item.short, item
