"""What pages print around a text besides menus: news of the site, advertisements, buttons with a sentence's words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers import read

Make = Callable[..., Document]
BODY = (
    "港は4月に開いた。船は毎週土曜に着き、島の人は市場へ魚を運ぶようになった。\n\n"
    "役場は来月、桟橋の幅を二倍に広げる工事を始めると発表した。\n"
)
HEAD = "岬の便り デジタル\nトップ | 島 | 畑 | 相撲\nトップ > 島 > 港\n"


def left_out(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "navigation"]


def test_news_of_the_site_beside_its_menu_is_no_title_and_a_name_with_a_gap_signs(made: Make) -> None:
    news = "お知らせ：アプリの最新版を公開しました"
    document = made(
        f"{HEAD}{news}\n\n料金、来年に値上げへ　岬町が案\n\n2024年5月1日 5時00分\n編集委員・島田 涼介\n\n{BODY}"
    )
    assert news in left_out(document)
    assert (document.title, document.author) == ("料金、来年に値上げへ　岬町が案", "島田 涼介")


def test_news_that_stands_alone_is_a_title(made: Make) -> None:
    assert made(f"お知らせ：港の工事を始めます\n\n2024年5月1日\n\n{BODY}").title == "お知らせ：港の工事を始めます"


@pytest.mark.parametrize(
    ("line", "out"),
    [
        ("写真・図版", True),
        ("無料会員に登録すると月5本まで読めます", True),
        ("ログインはこちら", True),
        ("初月無料キャンペーン　くわしくはこちら", True),
        ("写真・図版の数", False),
        ("会員に登録する人が増えた港", False),
    ],
)
def test_buttons_are_told_by_what_they_are_called(made: Make, line: str, out: bool) -> None:
    document = made(f"{HEAD}\n料金、来年に値上げへ\n\n2024年5月1日\n\n{BODY}\n{line}\n\n{BODY}")
    assert (line in left_out(document)) is out


def test_an_advertisement_is_one_above_a_button_only(made: Make) -> None:
    button = "広告\n初月無料キャンペーン　くわしくはこちら\n"
    assert "広告" in left_out(made(f"{HEAD}\n料金、来年に値上げへ\n\n2024年5月1日\n\n{BODY}\n{button}\n{BODY}"))
    assert "広告" not in left_out(
        made(f"{HEAD}\n料金、来年に値上げへ\n\n2024年5月1日\n\n{BODY}\n広告\n費用の話\n\n{BODY}")
    )


def test_each_link_of_a_row_of_buttons_is_set_aside_by_itself(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html><body><header><a class="logo" href="/">港の研究所</a><nav><ul><li><a href="/a">概要</a></li>'
        '<li><a href="/b">研究</a></li></ul></nav></header><div class="sns"><a href="#">Xでポスト</a> '
        '<a href="#">印刷する</a> <a href="#">LINEで送る</a></div><article><h1>港の灯</h1>'
        "<p>浜を歩くと、古い灯台が見えた。夜になると灯がともり、沖の船に岸のありかを知らせる。</p></article></body></html>",
        "utf-8",
    )
    aside = [piece.text for piece in read(page).furniture]
    assert aside == ["港の研究所", "概要", "研究", "Xでポスト", "印刷する", "LINEで送る"]
