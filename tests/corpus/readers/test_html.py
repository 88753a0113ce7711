"""Web pages are read as their readers see them, and every word leads back to its bytes."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.errors import DocumentError
from corpus.readers import read

PAGE = """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>港の貿易が増加 | 港湾新聞</title>
<meta property="og:site_name" content="港湾新聞"><meta name="author" content="山田花子">
<meta property="article:published_time" content="2024-06-01T09:00:00+09:00">
<link rel="canonical" href="https://example.org/news/1"><script>var a="<p>x</p>";</script></head>
<body><header><a href="/">港湾新聞</a></header>
<nav><ul><li><a href="/a">経済</a></li><li><a href="/b">社会</a></li></ul></nav>
<main><article><h1>港の貿易が増加</h1>
<p>青森港では2023年4月5日に新航路の
開港式が開かれた<sup id="r1"><a href="#n1">[1]</a></sup>。知事らが出席し&amp;祝った（<a href="#n2" id="r2">注2</a>）。\
面積は5 km<sup>2</sup>である。</p>
<h2>積み荷</h2><p>主な積み荷は次のとおり。<br>詳しくは<a href="/stat">統計年報</a>を参照。</p>
<table><caption>表1　2023年　青森港の主な積み荷（単位：トン）</caption>
<thead><tr><th>順位</th><th>品名</th><th colspan="2">数量</th></tr></thead>
<tbody><tr><td rowspan="2">1</td><td>りんご</td><td>12,300</td><td>A|B</td></tr>
<tr><td>なし</td><td></td><td>3</td></tr></tbody></table>
<p>出典：青森県統計<sup><a href="#n2">2</a></sup></p>
<h2>課題</h2><ul><li>船員の不足<ul><li>高齢化が進む</li></ul></li><li><p>燃料の高騰</p></li></ul>
<p><ruby>津軽<rp>(</rp><rt>つがる</rt><rp>)</rp></ruby>海峡を渡る船は減った。</p>
<section class="footnotes"><h2>注</h2><ol>
<li id="n1">東奥日報「新航路が開港」2023年4月6日。<a href="#r1">↩</a></li>
<li id="n2">青森県「<a href="https://example.org/b">港湾統計年報</a>」2024年。<a href="#r2">↩</a></li>
</ol></section></article></main>
<aside class="related"><h3>関連記事</h3><ul><li><a href="/x">函館の市電</a></li></ul></aside>
<footer>© 2024 港湾新聞</footer></body></html>"""


def page(folder: Path, html: str, encoding: str = "utf-8") -> Document:
    path = folder / "page.html"
    path.write_bytes(html.encode(encoding))
    document = read(path)
    check_bytes(document, path.read_bytes())
    return document


def check_bytes(document: Document, data: bytes) -> None:
    """Assert that bytes spell the words, entities and white space aside, and that signs of our own have none.

    What looks like a tag and never ends is text as it stands, entities and all.
    """
    for span in document.locate(0, len(document.text)):
        words, held = document.text[span.start : span.end], data[span.first : span.last].decode(document.encoding)
        if held:
            assert "".join(words.split()) in ("".join(unescape(held).split()), "".join(held.split()))
        else:
            assert re.fullmatch(r"[\s|#\-\d.`^]+", words), words


def test_what_the_page_says_of_itself_is_metadata(tmp_path: Path) -> None:
    document = page(tmp_path, PAGE)
    assert (document.title, document.author, document.date) == ("港の貿易が増加", "山田花子", "2024-06-01")
    assert (document.publisher, document.url, document.lang) == ("港湾新聞", "https://example.org/news/1", "ja")
    assert document.places == "markup"


def test_what_stands_around_the_text_is_furniture(tmp_path: Path) -> None:
    document = page(tmp_path, PAGE)
    frames = [piece.text for piece in document.furniture if piece.kind == "frame"]
    assert frames == ["港湾新聞", "経済", "社会", "関連記事", "函館の市電", "© 2024 港湾新聞"]
    assert not any(words in document.text for words in frames[1:])
    assert next(piece.line for piece in document.furniture if "©" in piece.text) == len(PAGE.split("\n"))
    assert [piece.text for piece in document.furniture if piece.kind == "markup"] == ["つがる"]


def test_paragraphs_marks_notes_and_links_are_those_of_the_page(tmp_path: Path) -> None:
    document = page(tmp_path, PAGE)
    first = next(passage for passage in document.passages if "開港式" in passage.text)
    assert first.text == (
        "青森港では2023年4月5日に新航路の開港式が開かれた。知事らが出席し&祝った。面積は5 km2である。"
    )
    marked = [(mark.marker, first.text[: mark.at - first.start][-4:]) for mark in first.marks]
    assert marked == [("1", "開かれた"), ("2", "&祝った")]
    assert [(note.marker, note.text) for note in document.notes] == [
        ("1", "東奥日報「新航路が開港」2023年4月6日。"),
        ("2", "青森県「港湾統計年報」2024年。"),
    ]
    assert document.notes[1].sources[0].url == "https://example.org/b"
    assert not any(note.damaged for note in document.notes)
    sections = {passage.section for passage in document.passages}
    assert sections >= {("積み荷",), ("課題",), ("注",)}
    nested = next(passage for passage in document.passages if passage.text == "高齢化が進む")
    assert nested.context == "船員の不足"


def test_a_table_keeps_its_cells_and_a_cell_over_two_rows_is_in_both(tmp_path: Path) -> None:
    (table,) = page(tmp_path, PAGE).tables
    assert (table.label, table.header) == ("表1", ("順位", "品名", "数量", "数量"))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1", "りんご", "12,300", "A|B"],
        ["1", "なし", "", "3"],
    ]
    assert (table.source, [mark.marker for mark in table.marks]) == ("出典：青森県統計", ["2"])


OLD = """<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=Shift_JIS">
<TITLE>青森港の歴史 - 郷土のページ</TITLE></HEAD><BODY bgcolor=white>
<table width=100% border=0><tr><td width=150><a href="i.html">トップ</a><br><a href="b.html">年表</a><br>
<a href="c.html">掲示板</a></td><td><center><font size=5><b>青森港の歴史</b></font></center><br><br>
　青森港は1624年に開かれた(<a href="#c1">注1</a>)。その後、北前船の寄港地として
栄えた。<br>　明治に入ると、青函連絡船が就航した(<a href="#c2">注2</a>)。<br><br>
<b>戦後の港</b><br>　取扱量は&yen;12億に達した&hellip;。
<p>年ごとの取扱量<table border=1><tr><th>年<th>取扱量（トン）<tr><td>1950<td>120,000<tr><td>1960<td>340,000</table>
<hr><a name="c1">注1</a>　『青森市史』第二巻、1982年。<br><a name="c2">注2</a>　国鉄『青函連絡船史』1970年。<br>
</td></tr></table></BODY></HTML>"""


def test_an_old_page_without_a_structure_of_its_own_is_read_all_the_same(tmp_path: Path) -> None:
    document = page(tmp_path, OLD, "cp932")
    assert (document.encoding, document.title) == ("cp932", "青森港の歴史")
    assert "青森港は1624年に開かれた。その後、北前船の寄港地として栄えた。" in document.text
    assert "取扱量は¥12億に達した…。" in document.text
    assert [(note.marker, note.text[:6]) for note in document.notes] == [("1", "『青森市史』"), ("2", "国鉄『青函連")]
    assert ("戦後の港",) in {passage.section for passage in document.passages}
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["1950", "120,000"], ["1960", "340,000"]]
    assert [piece.text for piece in document.furniture] == ["トップ年表 掲示板"]


def test_notes_of_two_kinds_with_one_number_are_told_apart(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<h1>부산항</h1><p>부산항은 1876년에 개항하였다.<sup><a href='#a1'>[1]</a></sup> 한국 최대의 항구이다."
        "<sup><a href='#b1'>[주 1]</a></sup></p><h2>각주</h2>"
        "<ol><li id='a1'><a href='#x'>↑</a> 부산항의 역사, 2019년.</li>"
        "</ol><ol><li id='b1'>물동량 기준이다.</li></ol>",
    )
    assert [(note.marker, note.text) for note in document.notes] == [
        ("1", "부산항의 역사, 2019년."),
        ("주1", "물동량 기준이다."),
    ]
    (passage,) = (passage for passage in document.passages if passage.marks)
    assert [mark.marker for mark in passage.marks] == ["1", "주1"]


@pytest.mark.parametrize("html", ["<html><body><script>x()</script></body></html>", "<p> &nbsp; </p>", "<!-- 注 -->"])
def test_a_page_without_text_is_refused_with_what_to_do(tmp_path: Path, html: str) -> None:
    with pytest.raises(DocumentError, match=r"page\.html: the page shows no text .*; save it"):
        page(tmp_path, html)


def test_a_page_nested_without_end_is_read(tmp_path: Path) -> None:
    document = page(tmp_path, "<div>" * 50_000 + "<p>港の本文である。</p>" + "<table><tr><td>" * 2_000 + "深い。")
    assert "港の本文である。" in document.text
    assert "深い。" in document.text


TAGS = (
    "p", "div", "h2", "h3", "ul", "ol", "li", "table", "tr", "td", "th", "a", "b", "sup", "span", "br", "blockquote",
    "pre", "dl", "dt", "dd", "section", "ruby", "rt", "article", "main",
)  # fmt: skip
ATTRIBUTES = {"a": " href='#n' id='n'", "td": " colspan=2 rowspan=2"}
WORDS = (
    "港は栄えた。", "ship", "A|B", "&amp;", "&copy;x", "AT&T", "&#26954;", "\n", " ", "1", "[2]", "注3", "(", ")", "< ",
    "🚢",
)  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}{ATTRIBUTES.get(tag, '')}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(WORDS),
)


@settings(max_examples=300, deadline=None)
@given(pieces=st.lists(PIECES, max_size=40), encoding=st.sampled_from(["utf-8", "utf-16", "gb18030"]))
def test_no_word_of_any_page_is_lost(
    pieces: list[str], encoding: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    numbered = [f"語{index}の" if piece == "ship" else piece for index, piece in enumerate(pieces)]
    start = f"<meta charset={encoding}><p>港の始まりである。</p>"
    document = page(tmp_path_factory.mktemp("any"), start + "".join(numbered), encoding)
    kept = document.text + " ".join(piece.text for piece in document.furniture)
    assert all(word in kept for word in numbered if word.startswith("語"))
    assert all(passage.text == document.text[passage.start : passage.end] for passage in document.passages)


def test_a_reading_without_characters_to_read_is_text(tmp_path: Path) -> None:
    assert "港は栄えた。" in page(tmp_path, "<article><rt>港は栄えた。</rt></article>").text


def test_an_exponent_is_told_from_the_mark_of_a_note_and_from_the_figures_it_stands_behind(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><body><h1>砂の量</h1><p>谷の砂は10<sup>7</sup>トンで、粒は4×10<sup>-6</sup>メートルである<sup>1</sup>。"
        "谷の広さは30km<sup>2</sup>である<sup>2</sup>。橋は10 <sup>1</sup>あり、柱は1,110<sup>2</sup>ある。</p>"
        "<table><tr><th>場所</th><th>砂の数</th></tr><tr><td>谷</td><td>2×10<sup>9</sup></td></tr></table>"
        "<h2>注</h2><p>1 谷川調査会「砂の年報」2021年。</p><p>2 同上。</p></body></html>",
    )
    assert "谷の砂は10^7トンで、粒は4×10^-6メートルである。" in document.text
    assert "広さは30km2である。橋は10 あり、柱は1,110ある。" in document.text
    assert "2×10^9" in document.text
    marks = [mark.marker for passage in document.passages for mark in passage.marks]
    assert marks == ["1", "2", "1", "2"]
