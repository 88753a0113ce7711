"""これ, その with a noun of action and その館長 mean the one such thing that the clause or sentence before has."""

from __future__ import annotations

import pytest

from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("知事は会見で協定を高く評価したが、隣の市長はこれに触れなかった。", ("これ", ["協定"])),
        ("町は橋を架け直す案を示し、議会はこれを退けた。", ("これ", ["橋を架け直す案"])),
        (
            "漁協からは値上げを求める要望書が届いた。県ではこれを受けて、調べを始めた。",
            ("これ", ["漁協からは値上げを求める要望書が届いた。"]),
        ),
        ("委員からは、結論を急ぎたいとの意見があり、会長はこれを了承した。", ("これ", ["結論を急ぎたいとの意見"])),
        (
            "森委員は減額すべきではないと述べた。会長はこれに賛成した。",
            ("これ", ["森委員は減額すべきではないと述べた。"]),
        ),
        ("庭の隅に古い井戸が見つかり、その撤去に時間がかかる。", ("その撤去", ["庭の隅に古い井戸"])),
        ("水質調査は5月に終わる見込みですので、その結果を踏まえて決める。", ("その結果", ["水質調査"])),
        ("丘の上に郷土資料館が建ったが、人は来ない。その館長を務めるのは森氏だ。", ("その館長", ["郷土資料館"])),
        (
            "半年がたっても工事は始まりません。この遅れの理由を伺います。",
            ("この遅れ", ["半年がたっても工事は始まりません。"]),
        ),
    ],
)
def test_what_is_taken_up_is_told(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("町は橋を壊し、道を広げたが、議会はこれを退けた。", "これ"),  # either
        ("町は橋を壊すと発表したが、議会はこれに反対した。", "これ"),
        ("丘の上に郷土資料館と美術館が建った。その館長を務めるのは森氏だ。", "その館長"),
        ("人影はまばらだ。その館長を務めるのは森氏だ。", "その館長"),
        ("水質調査と騒音調査は終わり、漁業調査が始まったので、その結果を踏まえて決める。", "その結果"),
    ],
)
def test_where_two_may_be_meant_or_none_it_stays_open(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]
