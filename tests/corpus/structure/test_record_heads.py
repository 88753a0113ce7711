"""The head of a record: labels and wide space, read as lines that date it, and tables that only look like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.record_heads import is_spaced_label, under_label_of_day
from corpus.structure.roles import role

Make = Callable[..., Document]
TALK = (
    "○沖本委員長　ただいまから始めます。\n\n○課長　灯台は二つとも点検を終えました。\n\n"
    "○沖本委員長　これで終わります。\n"
)


@pytest.mark.parametrize(
    "when",
    [
        "日時　　令和13年5月14日(水)午前10時~午前11時40分",
        "日　時　　2031年5月14日（水）10時から",
        "開催日　令和13年5月14日",
        "期日　　令和１３年５月１４日（水）午後1時30分～午後3時15分まで",
        "と　き　　令和13年5月14日（水）　午前10時",
        "日　時：令和13年5月14日（水）　午前10時～正午",
        "とき：2031年5月14日（水）午前10時から正午まで",
    ],
)
def test_a_day_under_a_label_at_the_head_dates_minutes_and_their_title_captions_no_table(made: Make, when: str) -> None:
    head = f"灯台町議会　港湾委員会　会議録(抜粋)\n\n{when}\n場所　　第2委員会室\n出席　　沖本清委員長、委員6人\n"
    document = made(f"{head}\n議題　　灯台の点検について\n\n{TALK}")
    assert (document.title, document.date) == ("灯台町議会　港湾委員会　会議録(抜粋)", "2031-05-14")
    assert not document.tables
    assert "場所　　第2委員会室\n出席　　沖本清委員長" in document.text


@pytest.mark.parametrize(
    "line",
    [
        "일시   2031년 5월 14일 오전 10시",
        "时间　　2031年5月14日上午10时",
        "Date and time    14 May 2031, 10 a.m. to noon",
    ],
)
def test_so_does_one_in_another_language(line: str) -> None:
    assert role(line) == ("date", "2031-05-14")


def test_the_rows_of_a_table_may_be_the_head_of_a_record(made: Make) -> None:
    table = "| 日時 | 令和13年5月14日（水）午前10時～11時 |\n|---|---|\n| 場所 | 第2委員会室 |\n| 出席 | 委員6人 |\n"
    assert made(f"# 港湾委員会　会議録\n\n{table}\n{TALK}", "made.md").date == "2031-05-14"


@pytest.mark.parametrize(
    "line", ["日時計　　令和13年5月14日", "期日　　未定", "点検の日時　令和13年の初夏の朝まで待つ", "時計　10時"]
)
def test_another_word_or_no_day_dates_nothing(line: str) -> None:
    assert under_label_of_day(line) == "" or role(line)[0] != "date"


def test_a_table_whose_columns_such_words_head_stays_one(made: Make) -> None:
    rows = (
        "日時　　　　場所　　　　内容\n5月14日　　第2会議室　　点検\n"
        "5月21日　　第3会議室　　塗装\n5月28日　　第4会議室　　清掃\n"
    )
    document = made(f"灯台の予定\n\n表1　予定\n\n{rows}\n灯台は夏に開く。\n")
    assert [table.header for table in document.tables] == [("日時", "場所", "内容")]
    assert not is_spaced_label("日時　　　　場所　　　　内容")


def test_such_lines_far_below_the_head_stay_a_table(made: Make) -> None:
    talk = "".join(f"灯台の{n}番目の灯は夜ごとにともると、島の人は言う。\n\n" for n in range(20))
    rows = "日時　　令和13年5月14日\n場所　　第2会議室\n出席　　委員6人\n"
    assert len(made(f"# 灯台\n\n{talk}表1　集まり\n\n{rows}\n").tables) == 1


def test_a_label_set_apart_before_a_colon_is_no_series(made: Make) -> None:
    head = "灯台町　港湾審議会　議事録\n\n日　時：令和13年5月14日（水）\n場　所：第2委員会室\n出席者　　沖本会長\n"
    document = made(f"{head}\n{TALK}")
    assert (document.date, document.series, document.publisher) == ("2031-05-14", "", "港湾審議会")


def test_the_title_of_a_record_captions_no_table_below_it(made: Make) -> None:
    rows = (
        "１　日　時　　令和13年6月3日（火）午後2時～4時\n２　場　所　　町役場　会議室\n３　議　題　　塗り替えについて\n"
    )
    document = made(f"第3回　灯台保存委員会　議事要旨\n\n{rows}\n{TALK}")
    assert "第3回　灯台保存委員会　議事要旨" not in [table.caption for table in document.tables]
    assert (document.title, document.date) == ("第3回　灯台保存委員会　議事要旨", "2031-06-03")


def test_numbered_labels_are_lines_and_no_headings(made: Make) -> None:
    head = "1 日時　令和13年5月14日(水) 10時～正午\n2 場所　第2委員会室\n3 出席者　沖本委員長、堀副委員長\n"
    document = made(f"灯台町議会　港湾委員会　会議録\n\n{head}\n{TALK}")
    assert document.date == "2031-05-14"
    assert any(one.kind == "prose" and "第2委員会室" in one.text for one in document.passages)
    assert not any(one.kind == "heading" and "日時" in one.text for one in document.passages)
