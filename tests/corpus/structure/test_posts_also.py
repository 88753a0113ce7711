"""Second posts in brackets, rosters whose columns ran together, trades, and foreign names in Korean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]


def told(document: Document) -> set[tuple[str, str, str, bool]]:
    return {(one.name, one.post, one.of, one.former) for one in document.told.people}


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("　　委員　　　大西 梨沙（図書館利用者の会代表）", ("大西 梨沙", "代表", "図書館利用者の会", False)),
        ("　　委員　　　小林 護（建築士）", ("小林 護", "建築士", "", False)),
        (
            "　　事務局　　荒木 俊哉（教育次長）、千葉 久美子（社会教育課長）",
            ("千葉 久美子", "社会教育課長", "", False),
        ),
        ("　　事務局　　荒木 俊哉（教育次長）、上村 翼（同課主査）", ("上村 翼", "主査", "", False)),
        ("　　委員　　　佐藤 健（白浜市副市長）", ("佐藤 健", "副市長", "白浜市", False)),
    ],
)
def test_brackets_tell_what_a_member_is_besides(made: Make, line: str, person: tuple[str, str, str, bool]) -> None:
    text = f"図書館建替検討委員会　会議録\n\n１　出席者\n{line}\n\n２　議事\n\n　議長が開会を告げた。\n"
    assert person in told(made(text))


def test_a_roster_that_ran_together_tells_both_posts(made: Make) -> None:
    rows = "会長高橋恒夫白浜市長\n副会長渡辺由紀東雲町副町長\n監事小林美咲白浜商工会議所会頭\n"
    table = f"表1　港の会の役員\n役職氏名所属\n{rows}"
    found = told(made(f"港の会の記録\n\n1. 役員\n\n　役員は次のとおりである。\n\n{table}\n　会は月に一度開かれる。\n"))
    assert ("高橋恒夫", "会長", "", False) in found
    assert ("渡辺由紀", "副町長", "東雲町", False) in found
    assert ("小林美咲", "会頭", "白浜商工会議所", False) in found


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("去年、郷土史家の佐藤健一は港の古い地図を見つけた。", ("佐藤健一", "郷土史家", "", False)),
        ("のちに薬剤師の高橋恒夫と出会う。二人は同い年だった。", ("高橋恒夫", "薬剤師", "", False)),
    ],
)
def test_a_trade_stands_before_a_whole_name(made: Make, text: str, person: tuple[str, str, str, bool]) -> None:
    assert person in told(made(f"港の話\n\n{text}\n"))


def test_kin_and_houses_are_no_trade(made: Make) -> None:
    assert not told(made("港の話\n\n店は実家の佐藤健一が継いだ。国の農家の高橋恒夫も手伝った。\n"))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "길을 연 사람은 벨로니의 카트렌 외스가르 수산부 장관이다.",
            ("카트렌 외스가르", "수산부 장관", "벨로니", False),
        ),
        ("벨로니 어민연합의 요르겐 할베르 회장은 반대했다.", ("요르겐 할베르", "회장", "벨로니 어민연합", False)),
        ("단장에는 전임자인 리네 모브체크 전 해양청장이 내정되었다.", ("리네 모브체크", "해양청장", "", True)),
    ],
)
def test_a_foreign_name_stands_between_a_body_and_a_post(
    made: Make, text: str, person: tuple[str, str, str, bool]
) -> None:
    assert person in told(made(f"바다의 약속\n\n{text} 어민들은 이 소식을 반겼다고 한다.\n"))


def test_a_name_of_two_words_behind_a_post_in_small_letters(made: Make) -> None:
    text = "The manager left for home. In March he met the village elder Osk Tarrin at the well. Nobody knew why.\n"
    assert ("Osk Tarrin", "village elder", "", False) in told(made(f"The Well\n\n{text}"))
