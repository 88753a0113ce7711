"""この数字, この額 and それから with a length of time mean the only figure or date of their kind right before."""

from __future__ import annotations

import pytest

from corpus.structure.antecedents import find_references
from corpus.structure.dates import resolve_dates
from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("再発行には300円をいただきます。この額は昨年度から変わりません。", ("この額", ["300円"])),
        ("市は修理の費用を年700万円と見積もった。しかし、この数字には人件費が入らない。", ("この数字", ["年700万円"])),
        ("来た人は二百人ほどで、掲げた「三年で五千人」には遠い。この数字は重い。", ("この数字", ["五千人"])),
        ("加入した世帯は62％だった。この割合は県で最も高い。", ("この割合", ["62％"])),
    ],
)
def test_a_word_for_a_figure_means_the_only_one(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("大人は300円、子どもは200円をいただきます。この額は変わりません。", "この額"),
        ("会議は3年続いた。この数字は重い。", "この数字"),
    ],
)
def test_of_two_figures_or_of_none_none_is_told(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]


def test_how_long_since_is_counted_from_the_only_date_before() -> None:
    text = "2023年4月の会で町長は約束した。ところが、それから半年がたっても何も始まらない。"
    found = find_references(text, (), dates=resolve_dates(text, "2024-01-05"))
    assert [
        (text[one.start : one.end], text[one.to[0].start : one.to[0].end]) for one in found if one.kind == "time"
    ] == [("それから", "2023年4月")]
