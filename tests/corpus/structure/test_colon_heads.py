"""Headings that a colon closes, and the lines that only introduce what stands below them."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Make = Callable[..., Document]

OPENING = "霧笛の歴史\n\n岬の霧笛は、いまも晴れた日に一度だけ鳴らされている。\n\n"


def sections(document: Document) -> list[str]:
    return list(dict.fromkeys(one.section[-1] for one in document.passages if one.section))


def test_nouns_that_a_colon_closes_head_the_paragraphs_below_them(made: Make) -> None:
    text = (
        OPENING + "建てた人たち：\n\n笛を据えたのは、沖の島から来た二十人の石工である。\n\n"
        "音の届く先：\n\n音は十二キロ先の漁場まで届いた。\n\n閉鎖までの年月：\n\n笛は七十年のあいだ鳴った。\n"
    )
    assert sections(made(text)) == ["建てた人たち：", "音の届く先：", "閉鎖までの年月："]


def test_one_line_with_a_colon_introduces_what_stands_below(made: Make) -> None:
    text = OPENING + "当時の日誌：\n\n霧は朝から濃く、笛を六時間鳴らした。\n\n笛は七十年のあいだ鳴った。\n"
    assert sections(made(text)) == []


def test_whose_words_stand_below_a_colon_heads_no_section(made: Make) -> None:
    said = "".join(
        f"{who}：\n\n笛の音は{far}キロ先まで届きました。\n\n" for who, far in (("岬の灯台長", 12), ("漁協の組合長", 9))
    )
    assert sections(made(OPENING + said)) == []


def test_lines_that_point_ahead_head_no_section(made: Make) -> None:
    text = (
        OPENING + "理由は次の二つ：\n\n霧が減った。船が減った。\n\n結果は以下の通り：\n\n笛は止まった。誰も来ない。\n"
    )
    assert sections(made(text)) == []
