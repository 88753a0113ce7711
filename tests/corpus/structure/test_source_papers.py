"""Of two quoted names, which is the paper and which the article in it; and whom 同 means in the next note."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.sources import parse

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("note", "source"),
    [
        ("『岬の漁業新聞』「鰊、岬に戻る」2031年4月3日", ("鰊、岬に戻る", "岬の漁業新聞", "2031-04-03")),
        ("『岬評論』第12号「灯台守の一年」2031年4月", ("灯台守の一年", "岬評論", "2031-04")),
        ("『岬評論』、「灯台守の一年」、2031年4月", ("灯台守の一年", "岬評論", "2031-04")),
        ("《海角日报》“鲱鱼归来”2031年4月3日", ("鲱鱼归来", "海角日报", "2031-04-03")),
        ("『곶어업신보』 「청어가 돌아왔다」 2031년 4월 3일", ("청어가 돌아왔다", "곶어업신보", "2031-04-03")),
        # The other way round, as most notes print them.
        ("「鰊、岬に戻る」『岬の漁業新聞』2031年4月3日", ("鰊、岬に戻る", "岬の漁業新聞", "2031-04-03")),
        # A part of a book is no article, and what its publisher stands before is a book.
        ("『灯台年報2031』「第3章 点検」2031年4月", ("灯台年報2031", "", "2031-04")),
        ("灯台局『灯台年報2031』「点検の結果」2031年4月", ("灯台年報2031", "灯台局", "2031-04")),
        # A section of a paper is no article.
        ("《海角日报》“国际”栏目，2031年4月3日", ("海角日报", "", "2031-04-03")),
    ],
)
def test_a_paper_stands_before_its_article_or_behind_it(note: str, source: tuple[str, str, str]) -> None:
    assert [(one.title, one.publisher, one.date) for one in parse(note)] == [source]


def test_the_body_of_the_note_before_is_meant_by_a_note_that_opens_with_the_same(made: Make) -> None:
    document = made(
        "# 灯台の記録\n\n夏に点検した[1]。冬にも点検した[2]。春には塗り替えた[3]。\n\n## 注\n\n"
        "[1] 灯台局「夏の点検」2031年6月1日\n[2] 同「冬の点検」2031年12月1日\n[3] 「塗り替え」『岬評論』2032年4月1日\n"
    )
    assert [(one.sources[0].publisher, one.sources[0].by) for one in document.notes] == [
        ("灯台局", ""),
        ("灯台局", "1"),
        ("岬評論", ""),
    ]
    assert (document.notes[1].sources[0].title, document.notes[1].sources[0].date) == ("冬の点検", "2031-12-01")


def test_of_two_sources_none_is_the_same(made: Make) -> None:
    document = made(
        "# 灯台の記録\n\n夏に点検した[1]。冬にも点検した[2]。\n\n## 注\n\n"
        "[1] 灯台局「夏の点検」2031年6月1日; 港湾局「夏の港」2031年6月2日\n[2] 同「冬の点検」2031年12月1日\n"
    )
    assert document.notes[1].sources[0].publisher == ""
