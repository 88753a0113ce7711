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
        ("組合は20", "10年に計画をまとめた。"),
        ("港の寄付は2", "0件である。"),
        ("貨物に関する", "報告が出た。"),
        ("組合の報告に", "よれば、船は減った。"),
        ("組合は", "2016年に計画をまとめ、船を出した。"),
        ("組合は2010年1月に", "計画をまとめ、船を出した。"),
        ("これに対し", "組合では船が足りない。"),
        ("港の寄付をめぐっては", "市が調べている。"),
        ("根据旅", "游的报告，船员增加了。"),
        ("根据投资", "的报告，船员增加了。"),
        ("协会在2017年6", "月公布了计划。"),
        ("协会在2001年1", "0月公布了计划。"),
        ("协会在2012年公布了码头的", "计划。"),
        ("协会在2012年8月", "公布了码头的计划。"),
        ("根据报告，船员比上一年大幅", "增加。"),
        ("与", "此相对，港口不足。"),
        ("이에", "대해 조합은 침묵했다."),
        ("이에 대해 조합", "측에서는 부족을 지적했다."),
        ("조합 보고서에", "따르면 배가 늘었다."),
        ("조합 보고서에 따르면 주민", "규모는 늘었다."),
        ("조합은", "2020년에 계획을 마련했다."),
        ("조합은 2020년", "8월에 계획을 마련했다."),
        ("조합은 2020년에 계획을 마련하고", "배를 샀다."),
        ("According to", "the survey, the crew was larger."),
        ("Those who work", "at the port say so."),
        ("Cargo at the port", "fell last year."),
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
        ("渔业", "协会在2004年公布了计划。"),
        ("港口现状", "船员在2004年增加了。"),
        ("春天来了", "渔船都出港了。"),
        ("설비", "협회는 2020년에 계획을 마련했다."),
        ("창고", "협회는 2020년에 계획을 마련했다."),
        ("앞으로의 과제는", "정부는 계획을 밝혔다."),
        ("今後の課題は", "市は計画を示した。"),
        ("再開は4月に", "市は計画を示した。"),
        ("表 2", "2004年の港の貨物は増えた。"),
        ("State of the Port", "The port of 2004 was larger."),
        ("Cargo", "fell"),
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


@pytest.mark.parametrize("mark", ["³", "<sup>3</sup>", "※3", "[3]", "（注3）"])
@pytest.mark.parametrize("foot", ["", "{one} 「港」市、2005年1月28日。 <https://a.example/1.html>\n\n"])
def test_a_mark_that_a_page_end_parts_from_its_clause_still_belongs_to_it(mark: str, foot: str) -> None:
    """Also where the notes of the page stand between the two."""
    one = mark.translate(str.maketrans("3³", "1¹"))
    below = "<sup>3</sup>" if mark == "³" else mark.strip("（）")
    text = (
        f"港の記録\n\n港は昔から栄えた{one}。船は昨年から減ったとの声が強い\n\n{foot.format(one=one)}- 1 -\n\n"
        f"{mark}。倉庫は閉じた。\n\n注\n\n{below} 『港の年報』港務局、2020年。\n"
    )
    document = to_document(decode(Path("cut.txt"), text.encode()))
    (passage,) = [one for one in document.passages if "声が強い。" in one.text]
    assert [document.text[: one.at][-4:] for one in passage.marks if one.marker.lstrip("※") == "3"] == ["声が強い"]


def test_the_last_word_of_a_sentence_behind_a_page_end_is_no_part_of_an_address() -> None:
    body = "According to the survey, the cargo of 2004 was larger than a year before, and the plan is under review."
    whole = "The association decided to go on with the repair of the quay and the investment together."
    text = f"The Port\n\n{body}\n\n{whole[:-10]}\n\n- 1 -\n\n{whole[-9:]}\n\n1. Cargo\n\n{body}\n"
    document = to_document(decode(Path("cut.txt"), text.encode()))
    assert any(whole in passage.text.replace("\n", " ") for passage in document.passages)
