"""同市, 同湾 and 同会 mean the nearest of the kind that is spoken of: not what something is only measured by."""

from __future__ import annotations

import pytest

from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("北浜市は案をまとめた。\n\n写真：港の高速船＝5月\n\n同市では昨年、雨が降った。", ("同市", ["北浜市"])),
        ("本調査は凪浦町の助成を受けた。同町の担当者に感謝する。", ("同町", ["凪浦町"])),
        ("最大会派の「海の会」が賛成に回る。同会は視察した。", ("同会", ["海の会"])),
        ("最大会派「みなと会」が批判する。同会内には戸惑いもある。", ("同会", ["みなと会"])),
        ("隣国ドレンの会社が動いた。ドレンの側にも事情がある。同国では選挙がある。", ("同国", ["ドレン"])),
        ("式にはオスト連邦が閣僚を三人も送った。同国はこれまで大使を出してきた。", ("同国", ["オスト連邦"])),
        (
            "株式会社北浜ロジ（本社：北市、以下「北浜ロジ」）に納める。北浜ロジにおいても料金は上がった。同社は相談した。",
            ("同社", ["北浜ロジ"]),
        ),
        (
            "県都地区が6％増、湯川地区が7％減だった。後者では源泉が枯れた。同地区の組合は困る。",
            ("同地区", ["湯川地区"]),
        ),
        ("資源循環省\n報道発表資料\n\n検討を重ねた。\n\nこれを受け、当省は案を作った。", ("当省", ["資源循環省"])),
    ],
)
def test_the_nearest_of_a_kind_that_is_spoken_of_is_meant(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("別の湾でも報告がある。密度は凪浦湾の三倍に達した。同湾では除去が進んだ。", "同湾"),
        ("榛野町と若松町は合意した。同町は来年度に払う。", "同町"),
        ("オスト連邦とヴェルナ共和国が協定を結んだ。同国は喜んだ。", "同国"),
        ("北浜市は岬市と争った。\n\n写真：港の高速船＝5月\n\n同市では昨年、雨が降った。", "同市"),
        ("南部中央銀行の田中一郎総裁は、北部中央銀行に打診した。同行は断った。", "同行"),
        ("量は2021年が398万トン、収入は51億円であった。これを受けて議会は動いた。", "これ"),
    ],
)
def test_what_is_only_measured_by_or_one_of_equals_is_not_meant(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("消防は3日、岩下製紙所の火事を消した。同市は避難所を開いた。", "同市"),
        ("消防は3日、岩下製紙所の火事を消した。同町も避難所を開いた。", "同町"),
        ("検査員は大井倉庫を調べた。同県は結果を待つ。", "同県"),
    ],
)
def test_a_plant_is_no_place_of_the_kind(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("大会は長野で開かれた。同県では二度目だ。", ("同県", ["長野"])),
        ("岩下県は5日、大井倉庫を調べた。同県は結果を公表する。", ("同県", ["岩下県"])),
        ("大会は静岡の大井体育館で開かれた。同県では二度目だ。", ("同県", ["静岡"])),
    ],
)
def test_a_place_known_as_one_of_the_kind_is_meant_beside_a_plant(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)
