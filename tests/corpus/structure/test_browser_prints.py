"""What a browser prints around each page, and lines with an address or a time that are the text's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PAGE = "港の倉庫は秋に空になり、冬の間は網を直す人が火を焚いて集まる場所になると組合は記している。" * 3
LEFT = "倉庫番の人は「夜は誰も来ないので、"
RIGHT = f"火を消して帰る」と話した。\n\n{PAGE}"
URL = "https://www.harbour.example.jp/soko/"
PRINTS = [
    ["2031/4/2 9:15　　　倉庫の冬 | 港の組合　　　{url}　　{n}/3"],
    ["{url} {n}/3", "2031/4/2 9:15 倉庫の冬 | 港の組合"],
    ["倉庫の冬　　{url}", "{n} / 3　　2031/04/02 9:15"],
    ["{url} Page {n} of 3", "4/2/31, 9:15 AM"],
    ["{n}/3 {url}", "2031年4月2日 午前9:15　倉庫の冬"],
    ["倉庫の冬", "{url}　　{n}/3"],
]


def heads(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "running head"]


@pytest.mark.parametrize("lines", PRINTS)
def test_heads_and_feet_of_a_printed_page_are_furniture_and_sentences_whole(lines: list[str], made: Make) -> None:
    edges = ["\n\n".join(line.format(url=URL, n=n) for line in lines) for n in (1, 2)]
    text = f"# 倉庫の冬のこと\n\n{PAGE}{LEFT}\n\n{edges[0]}\n\n{RIGHT}{LEFT}\n\n{edges[1]}\n\n{RIGHT}\n"
    document = made(text, "made.md")
    assert heads(document) == [line for edge in edges for line in edge.split("\n\n")]
    assert document.text.count(LEFT + RIGHT[:12]) == 2
    assert {passage.page for passage in document.passages} >= {1, 2}


def test_the_time_of_printing_is_no_date_of_the_text(made: Make) -> None:
    feet = [f"2031/4/2 9:15　　倉庫の冬 | 港の組合　　{URL}　　{n}/2" for n in (1, 2)]
    document = made(f"# 倉庫の冬のこと\n\n{PAGE}\n\n{feet[0]}\n\n{PAGE}\n\n{feet[1]}\n", "made.md")
    assert heads(document) == feet
    assert document.date == ""


def test_feet_right_below_the_text_are_furniture_too(made: Make) -> None:
    text = f"# 倉庫の冬\n\n{PAGE}{LEFT}\n{URL} 1/2\n{RIGHT}\n{URL} 2/2\n"
    document = made(text, "made.md")
    assert heads(document) == [f"{URL} 1/2", f"{URL} 2/2"]
    assert LEFT + RIGHT[:12] in document.text


@pytest.mark.parametrize(
    "printed",
    [
        (f"{URL}a 1/2", f"{URL}b 2/2"),  # two addresses
        (f"動画：{URL} 2/2", f"動画：{URL} 1/2"),  # not rising
        ("2031/4/2 9:15 更新", "2031/4/2 9:15 更新"),  # no page near
        (f"- {URL} 1/2", f"- {URL} 2/2"),  # items
        ("進み具合 1/3", "進み具合 2/3"),  # neither address nor time
        (URL, URL),
    ],
)
def test_addresses_and_times_of_the_text_stay(printed: tuple[str, str], made: Make) -> None:
    document = made(f"# 倉庫の冬\n\n{PAGE}\n\n{printed[0]}\n\n{PAGE}\n\n{printed[1]}\n\n{PAGE}\n", "made.md")
    assert heads(document) == []


def test_parts_listed_one_below_the_other_stay(made: Make) -> None:
    listed = "\n".join(f"{URL} {n}/3" for n in (1, 2, 3))
    assert heads(made(f"# 倉庫の冬\n\n{PAGE}\n\n{listed}\n\n{PAGE}\n", "made.md")) == []
