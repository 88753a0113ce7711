"""What pages print at their edges, and lines that lead elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
KOREAN = "밤이 되면 항구에는 등불이 켜지고 배들은 하나둘 부두로 돌아온다."
ENGLISH = "At night the lamps of the port are lit, and the boats come back to the quay one by one."
HEAD = "海洋レビュー 2024年11月"
PAGE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けており、これからの港を支える人が足りない。" * 3


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in document.furniture]


def test_a_head_beside_a_bare_number_is_furniture(made: Make) -> None:
    document = made(f"{HEAD}\n\n題名の行\n\n{PAGE}\n\n{HEAD}\n6\n\n{PAGE}\n\n{HEAD}\n7\n\n{PAGE}\n")
    assert kinds(document) == [
        ("running head", HEAD),
        ("page number", "6"),
        ("running head", HEAD),
        ("page number", "7"),
    ]


def test_a_line_behind_a_page_number_that_repeats_the_masthead_is_furniture(made: Make) -> None:
    document = made(f"海洋レビュー 2024年11月（通巻第8号）\n\n題名の行\n\n{PAGE[:-3]}\n\n― 47 ―\n\n{HEAD}\n\nない。\n")
    assert ("running head", HEAD) in kinds(document)
    assert any(passage.text == PAGE for passage in document.passages)


def test_heads_behind_page_numbers_that_repeat_each_other_are_furniture(made: Make) -> None:
    text = "겨울 항구의 밤\n\n" + "".join(f"{KOREAN * 12}\n\n{n}\n\n밤의 항구 | 물결 제3호\n\n" for n in (1, 2))
    heads = [piece.text for piece in made(text + KOREAN).furniture if piece.kind == "running head"]
    assert heads == ["밤의 항구 | 물결 제3호"] * 2


def test_table_headers_behind_page_numbers_are_no_heads(made: Make) -> None:
    text = "The Night Port\n\n" + "".join(
        f"{ENGLISH}\n\n- {n} -\n\nBerth name\tCranes\nNorth {n}\t{n}2\nSouth {n}\t{n}4\n\n" for n in (1, 2)
    )
    assert [table.header for table in made(text + ENGLISH).tables] == [("Berth name", "Cranes")] * 2


def test_a_number_between_middle_dots_is_that_of_a_page(made: Make) -> None:
    document = made(
        "夜港记事\n\n一、序\n\n入夜以后，港口的灯一盏接一盏亮起来。潮水退去，码头上只剩一盏灯，\n\n·41·\n\n灯下坐着守夜的老人。\n\n·守夜人的话\n"
    )
    assert [piece.text for piece in document.furniture if piece.kind == "page number"] == ["·41·"]
    assert "只剩一盏灯，灯下坐着" in document.text


def test_a_number_between_full_width_dashes_is_that_of_a_page(made: Make) -> None:
    document = made(f"題名の行\n\n{PAGE[:-9]}\n\n－３８－\n\n{PAGE[-9:]}続きの文である。\n")
    assert kinds(document) == [("page number", "－３８－")]
    assert any(PAGE in passage.text for passage in document.passages)


def test_a_table_of_contents_opens_no_sections(made: Make) -> None:
    document = made(f"題名\n\n第1章　目的 ……… 1\n第2章　結果 ……… 3\n\n第1章　目的\n\n{PAGE}\n\n第2章　結果\n\n{PAGE}\n")
    assert [kind for kind, _ in kinds(document)] == ["contents", "contents"]
    assert {p.section for p in document.passages if p.section} == {("第1章　目的",), ("第2章　結果",)}


def test_a_list_of_the_headings_below_it_is_contents(made: Make) -> None:
    document = made(f"# 題名\n\n* 港の歴史\n* 港の今\n\n## 港の歴史\n\n{PAGE}\n\n## 港の今\n\n{PAGE}\n", "made.md")
    assert [kind for kind, _ in kinds(document)] == ["contents", "contents"]


def test_a_sentence_that_a_heading_repeats_is_text(made: Make) -> None:
    ahead = "港はもう開いた。\n\n船も来た。"
    document = made(f"# 題名\n\n{ahead}\n\n## 港はもう開いた。\n\n{PAGE}\n\n## 船も来た。\n\n{PAGE}\n", "made.md")
    assert kinds(document) == []
    assert "港はもう開いた。" in {passage.text for passage in document.passages}


def test_links_into_the_site_are_navigation_and_links_elsewhere_are_text(made: Make) -> None:
    document = made(
        f"[ホーム](/) > [案内](/guide/) > 港\n\n# 港\n\n{PAGE}\n\n[年報](https://x.example/a)と[統計](https://x.example/b)\n",
        "made.md",
    )
    assert [kind for kind, _ in kinds(document)] == ["navigation"]
    assert "年報と統計" in document.text


CUT = "島の灯台は夏に塗り替えられた。冬に備えた石炭は船で運び込まれたが、荷を揚げる人が足りず、島の人は夜に運び上げ"
REST = "の作業を続けて、雪が降り出す前の日にようやく終えたと灯台守は言う。"


@pytest.mark.parametrize(
    ("masthead", "head"),
    [
        ("『島の灯台会 会報』14号", "島の灯台会 会報 14号　3ページ"),
        ("『島の灯台会 会報』14号", "島の灯台会 会報 14号　3"),
        ("『島の灯台会 会報』14号", "3　島の灯台会 会報 14号"),
        ("島の灯台会会報　第14号", "島の灯台会会報 第14号 ・ 第3頁"),
    ],
)
def test_a_line_that_repeats_the_masthead_with_a_page_is_furniture_and_its_sentence_whole(
    made: Make, masthead: str, head: str
) -> None:
    document = made(f"# 島の冬\n\n{masthead}\n2031年5月25日\n\n{CUT}\n\n{head}\n\n{REST}\n")
    assert ("running head", head) in kinds(document)
    assert CUT + REST in [passage.text for passage in document.passages]
    assert {passage.section for passage in document.passages} == {()}


def test_the_head_of_an_english_page_is_furniture_where_it_repeats_the_masthead(made: Make) -> None:
    head = "Lamplight Bulletin 14 - Page 3 of 8"
    document = made(f"# The lamps\n\nLamplight Bulletin 14\n25 May 2031\n\n{ENGLISH[:-20]}\n\n{head}\n\n{ENGLISH}\n")
    assert ("running head", head) in kinds(document)


@pytest.mark.parametrize("line", ["島の灯台会 会報　14", "港の年鑑　3ページ", "島の灯台会 会報　3ページ分の写真"])
def test_a_line_that_cuts_no_sentence_or_repeats_nothing_stays(made: Make, line: str) -> None:
    text = f"# 島の冬\n\n『島の灯台会 会報』14号\n2031年5月25日\n\n{PAGE}\n\n{line}\n\n{PAGE}\n"
    assert line in made(text).text


def test_a_head_of_parts_that_each_begin_an_earlier_line_is_furniture_where_it_cuts_a_sentence(made: Make) -> None:
    head = "Cape Lamp Society - Coal Report No. 7"
    opening = "# Coal Report No. 7: Coal on the cape\n\nCape Lamp Society, Coal Desk\nIssued 9 May 2031\n\n"
    document = made(f"{opening}{ENGLISH} The keepers say that\n\nPage 2 of 3\n\n{head}\n\nthe coal is wet.\n")
    assert ("running head", head) in kinds(document)
    whole = made(f"{opening}{ENGLISH}\n\nPage 2 of 3\n\n{head}\n")  # nothing goes on behind it
    assert head in whole.text
