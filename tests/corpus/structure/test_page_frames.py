"""What pages print around a text besides menus: news of the site, advertisements, buttons with a sentence's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

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
