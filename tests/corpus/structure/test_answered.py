"""What takes something up that stands before: a question, a request, a thing made, a day, the only body of its kind."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates
from tests.corpus.structure import meant as other
from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "words", "to"),
    [
        ("なぜ届かなかったのか。本稿は、この問いに答える。", "この問い", "なぜ届かなかったのか。"),
        ("彼は赤旗を掲げるよう求めた。しかし、署長はこれを断った。", "これ", "彼は赤旗を掲げるよう求め"),
        ("知事は補償を求める要望書を受け取った。ノルブ氏は翌週、これを国会に提出した。", "これ", "要望書"),
        ("利用の実態を示す資料がなければ議論できない。本日はその資料が出ている。", "その資料", "利用の実態を示す資料"),
        ("人数は半分になるが、そのことは気にしていない。", "そのこと", "人数は半分になる"),
        ("彼は、第一に電信線の架設、第二に旗を掲げる権限を求めた。前者は実現した。", "前者", "電信線の架設"),
        ("跡地利用調査会は県が設けた。雨が降った。調査会は同月に会合を開いた。", "調査会", "跡地利用調査会"),
        ("港湾委員会と予算委員会が開かれた。雨が降った。委員会は長く続いた。", "委員会", None),
        ("同市は白岬町を訪ねた。同町観光課が答えた。同課の課長は喜んだ。", "同課", "同町観光課"),
        ("院は減ると報告した。量は412トンであった。これを受けて議会は調べた。", "これ", "院は減ると報告した。"),
        ("台風で停電した。調べでは1位は「高い」でした。これを受け、社は値を下げた。", "これ", None),
    ],
)  # fmt: skip
def test_what_is_taken_up_is_what_stands_before(text: str, words: str, to: str | None) -> None:
    assert [said for word, said in meant(text) if word == words] == ([[to]] if to else [])


@pytest.mark.parametrize(
    ("lang", "text", "words", "to"),
    [
        ("ko", "운영사인 대림터미널(주)은 신고했다. 이 회사는 컸다.", "이 회사", "대림터미널(주)"),
        ("ko", "그는 “채울 수는 없다”는 입장이었다. 이 입장은 같다.", "이 입장", "채울 수는 없다"),
        ("ko", "터미널이 없는 군은 스물세 곳이다. 이 가운데 여섯 곳은 직접 운영한다.", "이 가운데", "터미널이 없는 군"),
        ("ko", "부처는 법을 고치겠다고 했다. 업계는 이를 반기는 편이다.", "이", "부처는 법을 고치겠다고 했다."),
        ("zh", "该县的11家食堂中，有6家关闭，其中4家改为送餐点。", "其中", "6家"),
        ("zh", "我们访问的62位老人中，有人同意。他们在意的是饭菜。", "他们", "62位老人"),
        ("zh", "今年，我们跟随一名志愿者时看到，他要跑三个村。", "他", "一名志愿者"),
        ("zh", "民政局认为食堂归村里管，村里认为那是工程，双方都没有预算。", "双方", "民政局"),
        ("zh", "县民政局局长汤素梅承认了。她的前任则反对。民政局认为不够。", "她", "汤素梅"),
    ],
)  # fmt: skip
def test_in_other_languages_too(lang: str, text: str, words: str, to: str) -> None:
    assert [said[0] for word, said in other.meant(text, lang) if word == words] == [to]


def test_a_winter_of_this_year_in_korean() -> None:
    (mention,) = resolve_dates("직원도 올겨울까지만 일하기로 했다.", "2025-09-18")
    assert (mention.text, mention.value, mention.until) == ("올겨울", "2025-12", "2026-02")
