"""What stands around the text of a saved web page is furniture, its site the publisher; what may be text stays text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers import read

BODY = (
    "港は4月に開いた。船は毎週土曜に着き、島の人は市場へ魚を運ぶようになった。\n\n"
    "役場は来月、桟橋の幅を二倍に広げる工事を始めると発表した。"
)


def page(folder: Path, text: str) -> Document:
    path = folder / "page.md"
    path.write_text(text, "utf-8")
    return read(path)


def left_out(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "navigation"]


TOP = "岬の新聞オンライン\nホーム | 社会 | 経済 | 会員ページ\nホーム ＞ 社会 ＞ 港\n\n# 港が開いた\n\n2024年5月1日\n\n"


def test_menus_paths_and_buttons_are_furniture_and_the_site_is_the_publisher(tmp_path: Path) -> None:
    document = page(tmp_path, f"{TOP}シェア　ポスト　LINEで送る\n\n{BODY}\n\nページの先頭へ戻る\n")
    assert left_out(document) == [
        "岬の新聞オンライン",
        "ホーム | 社会 | 経済 | 会員ページ",
        "ホーム ＞ 社会 ＞ 港",
        "シェア　ポスト　LINEで送る",
        "ページの先頭へ戻る",
    ]
    assert (document.title, document.publisher, document.date) == ("港が開いた", "岬の新聞オンライン", "2024-05-01")


@pytest.mark.parametrize(
    "lines",
    [
        ["関連記事", "- [桟橋の百年](https://a.example/1)", "- [船を減らすな](https://a.example/2)"],
        ["Most read", "1. The crane that came by post", "2. Lighthouses for sale"],
        ["相关阅读", "- [水位线](https://a.example/3)"],
        ["관련 기사", "▶ 항구의 하루"],
        ["관련 기사", "등대의 밤 | 2024.03.02", "섬을 지킨 사람들 | 2023.11.19"],
        ["相关阅读", "· 水位线", "· 灯塔之夜"],
        ["この記事を書いた人", "**三輪さと**", "鳴瀬支局｜港湾担当"],
        ["## 【お知らせ】メルマガ登録"],
        ["### このページは役に立ちましたか", "- はい", "- どちらともいえない"],
        ["© 2024 岬の新聞"],
        ["#港　#島"],
    ],
)
def test_lists_of_other_articles_and_rights_are_furniture(tmp_path: Path, lines: list[str]) -> None:
    document = page(tmp_path, f"# 港が開いた\n\n{BODY}\n\n" + "\n".join(lines) + "\n")
    assert left_out(document) == lines
    assert document.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "おすすめ\n\n* 朝の定食\n* 昼の定食",
        "検索\n\n検索の窓は二つある。左の窓は題名だけを、右の窓は本文も探す。",
        "赤 | 青 | 黄\n\n色は三つある。赤は止まれ、青は進め、黄は気をつけろという意味である。",
        "| 港 | 船 |\n|---|---|\n| 岬 | 3 |",
        "研究員 / 山田太郎 / 2024年1月1日",
    ],
)
def test_what_may_be_text_stays_text(tmp_path: Path, text: str) -> None:
    assert left_out(page(tmp_path, f"# 題\n\n{BODY}\n\n{text}\n\n{BODY.replace('港', '島')}\n")) == []


def test_a_title_on_two_lines_is_one_where_the_first_needs_the_second(tmp_path: Path) -> None:
    document = page(tmp_path, f"明治後期における塩専売の施行と\n小規模製塩家の転業\n\n辻本多恵子\n\n{BODY}\n")
    assert document.title == "明治後期における塩専売の施行と小規模製塩家の転業"
    assert document.author == "辻本多恵子"


def test_a_header_in_the_line_of_its_caption_names_the_columns(tmp_path: Path) -> None:
    rows = "沖村　　96　　31　　48\n黒村　　71　　22　　40\n串村　　47　　5　　28\n"
    document = page(tmp_path, f"# 題\n\n{BODY}\n\n第1表 製塩家（単位：軒）村名 1908年 1911年 転業\n{rows}")
    (table,) = document.tables
    assert (table.label, table.caption, table.header) == (
        "第1表",
        "製塩家（単位：軒）",
        ("村名", "1908年", "1911年", "転業"),
    )
    assert [cell.text for cell in table.rows[0].cells] == ["沖村", "96", "31", "48"]


@pytest.mark.parametrize(
    "line",
    [
        "[PDFダウンロード（2.1MB）](https://a.example/x.pdf)",
        "検索　メニュー　English",
        "[関連記事：桟橋はなぜ遅れたか](https://a.example/old.html)",
        "【3面に解説、5面に社説】",
    ],
)
def test_buttons_languages_and_lines_that_send_elsewhere_are_furniture(tmp_path: Path, line: str) -> None:
    document = page(tmp_path, f"{TOP}{line}\n\n{BODY}\n")
    assert line in left_out(document)


def test_a_notice_of_cookies_is_not_the_end_of_the_text(tmp_path: Path) -> None:
    notice = "当サイトではクッキー（Cookie）を使用しています。"
    document = page(tmp_path, f"{TOP}{BODY}\n\n前の記事　|　次の記事\n\n{notice}\n")
    assert "前の記事　|　次の記事" in left_out(document)
    assert notice in document.text  # a sentence stays text


def test_a_notice_of_rights_is_set_aside_though_a_full_stop_stands_in_it(tmp_path: Path) -> None:
    text = (
        "항구일보\n정치 | 경제 | 사회 | 문화\n홈 > 지역\n\n항구의 등대\n\n공유하기\n댓글 3\n\n"
        "바닷가를 걸으면 낡은 등대가 보인다고 주민들은 말한다. 밤이 되면 불이 켜진다.\n\n"
        "Copyright ⓒ 항구일보. 무단 전재 및 재배포 금지\n관련기사\n많이 본 뉴스\n"
    )
    assert "Copyright ⓒ 항구일보. 무단 전재 및 재배포 금지" in [one.text for one in page(tmp_path, text).furniture]


@pytest.mark.parametrize(
    "line",
    [
        "人気記事ランキング",
        "この記事は役に立ちましたか　はい　いいえ",
        "相关阅读：港口的灯　|　谁在修桥",
        "禁無断転載　鳴子郷土研究会",
        "発行：鳴子郷土研究会　無断転載を禁ず",
        "www.naruko.example.org | All rights reserved",
        "会社案内　採用情報　個人情報の取り扱い",
    ],
)
def test_what_closes_a_page_is_furniture_and_the_text_above_it_stays(tmp_path: Path, line: str) -> None:
    assert line in left_out(page(tmp_path, f"{TOP}{BODY}\n\n{line}\n"))
    assert line not in left_out(
        page(tmp_path, f"{TOP}{BODY}\n\n{line}とする規則を町は三年かけて作り、昨年の春に公にした。\n")
    )


def test_a_label_of_the_text_before_a_colon_is_no_list_of_articles(tmp_path: Path) -> None:
    line = "主催：鳴子郷土研究会　会場：鳴子町公民館"
    assert line not in left_out(page(tmp_path, f"{TOP}{BODY}\n\n{line}\n"))
