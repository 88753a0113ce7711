"""Rows whose columns ran together are cut where the table decides it: what is cut is right, the rest is left."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.structure.glued.deciding import Decided, decide

_GIVEN = "6286666.1128|412385△6.631|3863901.046|45 7|1,4261,4864.2212"


def texts(runs: list[str], decided: tuple[Decided | None, ...]) -> list[list[str] | None]:
    return [
        [run[span[0] : span[1]] if span else "" for span in one.spans] if one else None
        for run, one in zip(runs, decided, strict=True)
    ]


def cut(runs: str, columns: int, total: int | None = None) -> list[list[str] | None]:
    return texts(runs.split("|"), decide(runs.split("|"), columns, total, frozenset()))


def test_changes_and_the_total_row_cut_all_rows_with_their_empty_cells() -> None:
    assert cut(_GIVEN, 4, total=4) == [
        ["628", "666", "6.1", "128"],
        ["412", "385", "△6.6", "31"],
        ["386", "390", "1.0", "46"],
        ["", "45", "", "7"],
        ["1,426", "1,486", "4.2", "212"],
    ]


def test_shares_of_the_total_cut_rows_of_two_columns() -> None:
    assert cut("41250.1|587.0|23628.7|11714.2|823100.0", 2, total=4) == [
        ["412", "50.1"],
        ["58", "7.0"],
        ["236", "28.7"],
        ["117", "14.2"],
        ["823", "100.0"],
    ]


def test_differences_cut_rows_without_a_comma_or_a_point_but_not_one_that_may_lack_a_cell() -> None:
    rows = "31835234|127119△8|64717|20524843"
    assert cut(rows, 3) == [["318", "352", "34"], ["127", "119", "△8"], None, ["205", "248", "43"]]
    assert cut(f"{rows}|71479076", 3, total=4)[2] == ["64", "71", "7"]


def test_commas_and_points_cut_where_all_rows_are_full() -> None:
    assert cut("4,812△3.1|4,655△3.3|4,519△3.9", 2) == [["4,812", "△3.1"], ["4,655", "△3.3"], ["4,519", "△3.9"]]


def test_digits_that_nothing_binds_stay_as_they_are() -> None:
    assert cut("4117|2915|318", 2) == [None, None, None]


def test_a_row_that_no_way_of_cutting_fits_does_not_keep_the_others() -> None:
    found = cut("41,20843,0154.4|38,75036,912-4.7|12,06412,8806.8|9871,1041 1.9|93,00993,9111.0", 3)
    assert found[3] is None
    assert found[0] == ["41,208", "43,015", "4.4"]


def test_a_total_that_binds_one_column_does_not_place_decimals_in_another() -> None:
    rows = "115240138082119.82|2787328277101.45|25082320963083.58|39393637598995.44"
    assert cut(rows, 3, total=3) == [None] * 4


def test_two_shares_that_both_hold_decide_nothing() -> None:
    rows = "7492824810.0917.01|3275433632.408.94|16186172496.5735.57|112781286214.0526.52|44172484989.79100.00"
    assert cut(rows, 4, total=4) == [None] * 5


def test_why_is_told_and_nothing_is_told_of_too_many_columns() -> None:
    assert all(one and "total" in one.why for one in decide(_GIVEN.split("|"), 4, 4, frozenset()))
    assert decide(["123456789"] * 3, 9, None, frozenset()) == (None, None, None)


class Printed(NamedTuple):
    """A table as it was before its columns ran together."""

    rows: list[list[str]]
    total: int | None


def _printed(random: Random) -> Printed:
    """Return a table of two years with what is reckoned from them, as printed, some from unrounded figures."""
    size = random.choice([400, 2000, 30000])
    exact = random.random() < 0.6
    pairs = []
    for _ in range(random.randint(3, 8)):
        a = size * random.uniform(0.1, 1.5)
        b = a * random.uniform(0.7, 1.4)
        pairs.append((float(round(a)), float(round(b))) if exact else (a, b))
    total = len(pairs) if random.random() < 0.7 else None
    if total is not None:
        lies = random.random() < 0.2
        sums = [sum(column) * (random.uniform(0.6, 1.7) if lies else 1) for column in zip(*pairs, strict=True)]
        pairs.append((sums[0], sums[1]))
    kinds = random.sample(["change", "difference", "share", "none"], random.randint(1, 2))
    whole = sum(b for _, b in pairs[:total]) if total is None else pairs[-1][1]
    rows = []
    for a, b in pairs:
        row = [f"{a:,.0f}", f"{b:,.0f}"]
        reckoned = {
            "change": f"{(b - a) / a * 100:.1f}",
            "difference": f"{b - a:,.0f}",
            "share": f"{b / whole * 100:.1f}",
        }
        row += [reckoned[kind] for kind in kinds if kind != "none"]
        rows.append([cell if cell.strip("-0.") else cell.lstrip("-") for cell in row])
    if random.random() < 0.2:
        rows[0] = ["", *(cell if n == 0 else "" for n, cell in enumerate(rows[0][1:]))]
    return Printed(rows, total)


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_whatever_is_cut_is_as_it_was_printed(random: Random) -> None:
    printed = _printed(random)
    runs = ["".join(row) for row in printed.rows]
    found = texts(runs, decide(runs, len(printed.rows[0]), printed.total, frozenset()))
    assert all(got is None or got == row for got, row in zip(found, printed.rows, strict=True))


def test_most_of_what_is_bound_is_cut() -> None:
    tables = [_printed(Random(seed)) for seed in range(40)]
    rows = decided = 0
    for printed in tables:
        runs = ["".join(row) for row in printed.rows]
        found = decide(runs, len(printed.rows[0]), printed.total, frozenset())
        rows, decided = rows + len(runs), decided + sum(one is not None for one in found)
    assert decided > 0.6 * rows


def test_a_border_that_one_row_prints_tells_the_decimals_of_all() -> None:
    runs = ["52.331.8106", "60.128.495", "71.940.7 88"]
    decided = decide(runs, 3, None, frozenset())
    assert [[runs[n][slice(*span)] for span in one.spans if span] for n, one in enumerate(decided) if one] == [
        ["52.3", "31.8", "106"],
        ["60.1", "28.4", "95"],
        ["71.9", "40.7", "88"],
    ]
    assert decide(["52.331.8106", "60.128.495"], 3, None, frozenset()) == (None, None)
