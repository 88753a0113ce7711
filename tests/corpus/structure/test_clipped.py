"""Clauses that a page end cuts, told from headings by their grammar."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers.document import to_document
from corpus.readers.text import decode
from corpus.structure.clipped import is_clipped


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("市では貨物が減って", "いた。町も同じである。"),
        ("橋は暮らしを支える大切な", "道である。"),
        ("会議は6", "月に開かれた。"),
        ("ようやく回", "復しつつある。"),
        ("知事は予算を", "示した。"),
        ("昨年、港から", "船が出た。"),
        ("船は港に入", "った。"),
    ],
)
def test_a_cut_clause_shows_it_in_its_words(left: str, right: str) -> None:
    assert is_clipped(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("復興に向けて", "市は計画を示した。"),
        ("自治とは", "住民が決めることである。"),
        ("港の記録", "船は昨年から減っている。"),
        ("市は計画を示した。", "町も示した。"),
        ("Cargo at the port", "fell last year."),
    ],
)
def test_what_a_heading_could_end_with_says_nothing(left: str, right: str) -> None:
    assert not is_clipped(left, right)


HEAD = "港の記録\n\n2024年7月10日\n\n市は港の整備を続けてきた。貨物の行方が注目されている。\n\n1 貨物の推移\n\n"
WHOLE = "東浦港では、再編の前から貨物が減っていた。「このままでは港がなくなる」と組合長は述べた。"


@pytest.mark.parametrize("between", ["\n\n— 3 —\n\n", "\n\n---\n\n", "\n\f\n"])
@pytest.mark.parametrize("at", [*range(4, 20), 27, 31])
def test_a_sentence_is_whole_wherever_a_page_ends_in_it(at: int, between: str) -> None:
    text = f"{HEAD}{WHOLE[:at]}{between}{WHOLE[at:]}\n\n次の段落である。\n"
    document = to_document(decode(Path("cut.txt"), text.encode()))
    assert any(WHOLE in passage.text for passage in document.passages)
    assert not any(passage.kind == "heading" and passage.text == WHOLE[:at] for passage in document.passages)


def test_a_heading_that_a_page_end_follows_stays_one() -> None:
    text = f"{HEAD}{WHOLE}\n\n復興に向けて\n\n— 3 —\n\n市は計画を示した。費用は三億円である。\n"
    document = to_document(decode(Path("cut.txt"), text.encode()))
    assert any(passage.kind == "heading" and passage.text == "復興に向けて" for passage in document.passages)
