"""Tables without a sign between any of their cells, whose rows a code opens; and lines that only look so."""

from __future__ import annotations

import pytest

from corpus.issues import issues
from tests.corpus.structure.glued.test_ranked import Made, rows, text

ROWS = ("4401木炭31,20824,966-20.0", "4403竹材6,1156,72710.0", "4407合板12,34512,098-2.0")


def test_codes_names_and_figures_are_put_apart_and_said_to_be(made: Made) -> None:
    document = made(text("HS品目2020年2021年増減率(%)", *ROWS))
    assert document.tables[0].header == ("HS", "品目", "2020年", "2021年", "増減率(%)")
    assert rows(document) == [
        ("4401", "木炭", "31,208", "24,966", "-20.0"),
        ("4403", "竹材", "6,115", "6,727", "10.0"),
        ("4407", "合板", "12,345", "12,098", "-2.0"),
    ]
    assert [cell.value for cell in document.tables[0].rows[0].cells][:2] == [None, None]
    assert sum("ran together" in issue.reason for issue in issues(document)) == len(ROWS)


@pytest.mark.parametrize(
    "lines",
    [
        ("HS品目2020年2021年増減率(%)", *ROWS[:2], "44078合板12,34512,098-2.0"),  # codes of two lengths
        ("HS品目2020年2021年増減率(%)", *ROWS[:2], "4407合板12,34512,098"),  # a figure is missing
        ("HS品目2020年2021年増減率(%)", "4401木炭312,455", "4403竹材611,672", "4407合板123,120"),  # nothing decides
        ("品目2020年2021年増減率(%)", "2020年産米31,20824,966-20.0", "2021年産米6,1156,72710.0", ROWS[2]),
    ],
)
def test_where_the_rows_do_not_agree_no_code_is_cut_off(made: Made, lines: tuple[str, ...]) -> None:
    document = made(text(*lines))
    assert not any(row.cells[0].text in ("4401", "4403", "2020") for table in document.tables for row in table.rows)
