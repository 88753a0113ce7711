"""Suspected recognition errors: found by mechanism in words nobody listed, and not where print is right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.issues import issues
from corpus.misprints.lookalikes import drawn, lookalikes
from corpus.readers import read
from corpus.suspects import suspects, suspects_in, suspects_of_text
from tests.corpus.measure_suspects import measure
from tests.corpus.planting import OUTSIDE, plant

Make = Callable[..., Document]
SHIPPED = sorted((Path(__file__).parents[2] / "corpus" / "documents").glob("*.md"))


def found(text: str, lang: str = "ja") -> list[tuple[str, str]]:
    return [(suspect.printed, suspect.likely) for suspect in suspects_of_text(text, lang)]


@pytest.mark.parametrize(
    ("text", "printed", "likely"),
    [
        ("漁港では口シアの船が増えた。", "口シア", "ロシア"),
        ("再生可能エネルギ一の割合を調べた。", "エネルギ一", "エネルギー"),
        ("町の人ロは減り続けている。", "人ロ", "人口"),
        ("市は末来の計画を示した。", "末来", "未来"),
        ("橋は完成しなかつたと伝えられる。", "なかつた", "なかった"),
        ("二ュースで知った住民が集まった。", "二ュース", "ニュース"),
        ("漁師たちは港の經済を支えた。", "經済", "経済"),
        ("訪问した団は港を見た。", "訪问", "訪問"),
        ("会社は新しい言十画を立てた。", "言十画", "計画"),
        ("体育館の平均合は古い。校庭の鉄捧は錆びた。", "鉄捧", "鉄棒"),
        ("船の数は三年で減っだ。", "だ", "た"),
        ("母は川で服を洗っで干した。", "で", "て"),
        ("検査したl20検体から出なかった。", "l20", "120"),
        ("任期は令和7年3月31目まで。", "目", "日"),
        ("橋は十二月二十五目に開いた。", "目", "日"),
        ("四捨五人のため合わない。", "四捨五人", "四捨五入"),
        ("鉱山の抗道は水没した。", "抗道", "坑道"),
        ("推進本部は知事が率いる。\n推進木部の体制", "木部", "本部"),
    ],
)
def test_a_look_alike_that_breaks_a_word_is_found(text: str, printed: str, likely: str) -> None:
    assert (printed, likely) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "関ヶ原の戦いののち、人口は三千人になった。",
        "漁師の父は「海へ帰る」と言った。つまり、かつての町に戻るのだ。",
        "國學院大學の澤田氏と高邊氏が訪れた。",
        "標題は「經濟」であった。",
        "株式會社の歷史を記した碑には「昭和六年竣工」とある。",
        "ポーランドのグダニスクにはモトワヴァ川が流れる。",
        "東京(とうきょう)の一番線に列車は来ない。",
        "次の 1) と 2) を読む。",
        "強固になる朝ロ関係と中ロの貿易を、ロ韓会談で論じた。",
        "水道管から各家に入る管と、一本の棒と、就職口を探した。",
        "三月で二十五回目、四月で30番目になった。大会は四月の三日目に開く。",
        "よかったで済む話だと祖父は言っていた。船で運んだ。",
        "木部の腐りを直し、本部に報告した。",
    ],
)
def test_what_may_be_right_as_it_stands_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_name_printed_otherwise_once_is_held_against_the_document() -> None:
    clean = "浜名湖岸の漁協長は語った。" * 4
    assert found(clean) == []
    assert found(clean + "そののち浜名潮岸の漁協長は退いた。") == [("浜名潮", "浜名湖")]


def test_another_name_that_is_printed_twice_is_no_misprint() -> None:
    clean = "離島航路の船が着いた。" * 4
    assert found(clean + "隣の椿島航路で船が座礁した。椿島町は調べを始めた。") == []


@pytest.mark.parametrize(
    ("text", "lang", "printed", "likely"),
    [
        ("橋は2O25年に完成した。", "ja", "2O25", "2025"),
        ("割合は61.Oから50.3に減った。", "ja", "O", "0"),
        ("船は港ヘ戻った。", "ja", "ヘ", "へ"),
        ("연 15O만 원을 썼다.", "ko", "15O", "150"),
        ("工事はl0月に始まる。", "ja", "l0", "10"),
        ("The bridge opened in 2O25.", "en", "2O25", "2025"),
        ("報告はТokyoで出た。", "ja", "Тokyo", "Tokyo"),
        ("港\ufffd再開は遅れた。", "ja", "\ufffd", ""),
        ("港は栄えた、、そして廃れた。", "ja", "、、", "、"),
        ("The govemment closed the port.", "en", "govemment", "government"),
        ("They left by tbe northern road.", "en", "tbe", "the"),
        ("See the Pilot 0ffice for charges.", "en", "0ffice", "Office"),
        ("港口数量ー直增加。", "zh", "ー", "一"),
        ("항구ㅏ는 붐볐다.", "ko", "ㅏ", ""),
        ("彼は「港は栄えると述べた。", "ja", "「", ""),
    ],
)
def test_odd_signs_are_found_in_any_language(text: str, lang: str, printed: str, likely: str) -> None:
    assert (printed, likely) in found(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("V2O5 and H2O were measured; see https://x.example/a2O25b (page 10).", "en"),
        ("The word Москва is Russian, μm is a unit, and α-rays are rays.", "en"),
        ("A rare wherry lay at the quay beside a yawl.", "en"),
        ("모스크바(Москва)의 인구는 1,300만 명이다.", "ko"),
        ("一家、一直、口岸和力量。", "zh"),
        ("ヘ短調の曲とヘルシンキへの旅、Ver. 3.Obj。", "ja"),
        ("笑顔 (^_^) の子ら :) が、7)を読む。", "ja"),
        ("「港は\n\n栄えた」と述べた。", "ja"),
    ],
)
def test_signs_in_their_place_are_left_alone(text: str, lang: str) -> None:
    assert found(text, lang) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(SHIPPED) - 1), st.integers(0, 1_500), st.integers(0, 400), st.integers(0, 9))
def test_a_part_of_a_document_gives_what_the_whole_gives(which: int, start: int, size: int, seed: int) -> None:
    text, _ = plant(read(SHIPPED[which]).text, seed, 150)
    end = min(start + size, len(text))
    whole = [s for s in suspects_of_text(text, "ja") if start <= s.start and s.end <= end]
    assert list(suspects_of_text(text, "ja", start, end)) == whole


def test_suspects_are_slices_in_order_and_the_text_stays_as_printed(made: Make) -> None:
    document = made("題名\n\n町の人ロは減った。橋は完成しなかつた。\n")
    assert [document.text[s.start : s.end] for s in suspects(document)] == ["人ロ", "なかつた"]
    assert "人ロは減った。橋は完成しなかつた。" in document.text
    (second,) = suspects_in(document, document.text.index("橋は"), len(document.text))
    assert second.printed == "なかつた" and "っ" in second.reason


def test_issues_tell_of_suspects_with_their_place_and_reason(made: Make) -> None:
    document = made("題名\n\n町の人ロは減った。\n")
    (issue,) = [issue for issue in issues(document) if issue.kind == "suspect"]
    assert document.text[issue.start : issue.end] == "人ロ"
    assert "probably 人口" in issue.reason


def test_look_alikes_that_were_listed_are_alike_both_ways_round() -> None:
    for char in "ロ一カシつはぺ未聞":
        alike = (other for other, _ in lookalikes(char) if not drawn(char, other))
        assert all(char in (back for back, _ in lookalikes(other)) for other in alike)


def test_look_alikes_by_their_drawings_are_common_characters_and_no_numerals() -> None:
    assert "棒" in (other for other, _ in lookalikes("捧"))
    assert drawn("捧", "棒") and not drawn("未", "末")
    assert not drawn("二", "三")


def test_the_shipped_documents_are_without_alarms_and_planted_errors_are_found() -> None:
    texts = [read(path).text for path in SHIPPED]
    assert measure(texts, every=None).alarms == []
    tally = measure(texts, every=200)
    known = [kind for kind in tally.planted if kind not in OUTSIDE]
    assert tally.precision >= 0.95
    assert tally.recall(known) >= 0.45
