"""Documents of other kinds: reports, press releases, articles, pages from the web."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Load = Callable[[str], Document]
Make = Callable[..., Document]


def texts(document: Document, kind: str = "prose") -> list[str]:
    return [passage.text for passage in document.passages if passage.kind == kind]


def test_an_english_report_loses_its_running_heads_and_page_numbers_but_no_words(fixture_document: Load) -> None:
    report = fixture_document("english_report.txt")
    assert report.author == "Jane Smith and Peter O'Neil"
    assert (report.title, report.date, report.lang) == ("Regional Trade Outlook 2024", "2024-03-14", "en")
    assert [piece.kind for piece in report.furniture].count("running head") == 2
    assert any("their view is therefore\nmissing from this account." in text for text in texts(report))
    assert any("however, because\nthe smaller ports" in text for text in texts(report))


def test_hyphenation_is_lifted_and_compounds_keep_their_hyphen(fixture_document: Load) -> None:
    text = fixture_document("english_report.txt").text
    assert "concentrated in three ports" in text
    assert "ship-\nowners" not in text
    assert "depended on long-term contracts" in text
    assert "$3.5 per tonne" in text


def test_flattened_and_bracketed_marks_point_to_their_notes(fixture_document: Load) -> None:
    report = fixture_document("english_report.txt")
    marks = {mark.marker: report.text[mark.at - 8 : mark.at] for passage in report.passages for mark in passage.marks}
    assert marks == {"1": "fragile.", "2": "ms data."}
    assert [note.damage for note in report.notes] == ["", ""]


def test_an_aligned_table_keeps_its_columns_caption_and_unit(fixture_document: Load) -> None:
    (table,) = fixture_document("english_report.txt").tables
    assert table.header == ("Port", "2021", "2022", "2023")
    assert [cell.text for cell in table.rows[2].cells] == ["Saint Ives", "(b)", "310", "402"]
    assert (table.label, table.unit) == ("Table 1", "thousand tonnes")
    assert table.source.startswith("Source: Harbour Authority")


def test_pages_are_those_that_are_printed(fixture_document: Load) -> None:
    report = fixture_document("english_report.txt")
    pages = {passage.text[:12]: passage.page for passage in report.passages}
    assert (pages["Coastal trad"], pages["As Table 1 s"], pages["1.1 Method"]) == (2, 3, 4)


def test_a_korean_press_release_is_titled_by_its_news(fixture_document: Load) -> None:
    release = fixture_document("korean_press.txt")
    assert release.title == "수산물 수출, 3년 만에 증가세로 전환"
    assert (release.date, release.lang, release.publisher) == ("2025-03-04", "ko", "해양수산부 수출진흥과")
    assert "국가별로는 일본, 중국, 미국 순이었다." in texts(release)
    assert (release.tables[0].label, release.tables[0].unit) == ("표 1", "백만 달러")
    assert release.notes[0].text.startswith("관세청")


def test_a_chinese_article_with_front_matter(fixture_document: Load) -> None:
    article = fixture_document("chinese_article.md")
    assert (article.title, article.author, article.publisher) == ("渔港复苏：数字与疑问", "王小明", "海岸评论")
    assert {passage.section for passage in article.passages if passage.section} == {("一、背景",), ("二、分析",)}
    assert any(text.endswith("增长百分之五，但小港口仍在亏损。") for text in texts(article))
    sources = [source for note in article.notes for source in note.sources]
    assert [(source.publisher, source.date) for source in sources] == [
        ("交通部", "2024-03-01"),
        ("海事报", "2024-06-02"),
    ]
    assert [cell.text for cell in article.tables[0].rows[1].cells] == ["南港|旧港", "310", "402"]
    assert article.tables[0].unit == "万吨"


def test_a_table_over_two_pages_is_one_table_and_its_second_header_is_furniture(fixture_document: Load) -> None:
    document = fixture_document("split_table.txt")
    (table,) = document.tables
    assert [row.cells[0].text for row in table.rows] == ["北港", "東港", "南港", "西港", "中港"]
    assert table.rows[0].cells[3].text == "定期航路の再開による"
    assert (table.period, table.unit) == ("2023年4月-2024年3月", "千トン")
    assert table.source == "出所：臨海局『港湾年報』"
    assert [document.text[span.start : span.end] for span in table.remarks] == ["注：前年比は年度の比較である。"]
    pages = [passage.page for passage in document.passages if passage.kind == "row"]
    assert pages == [7, 7, 7, 8, 8]


def test_a_date_at_the_start_of_a_line_opens_no_item_and_numbered_lines_alone_are_headings(
    fixture_document: Load,
) -> None:
    document = fixture_document("split_table.txt")
    assert any(text.startswith("2024.3.1 の調査では、") for text in texts(document))
    assert "（1）燃料価格" in texts(document, "heading")


def test_a_blog_keeps_links_as_sources_and_code_as_it_stands(fixture_document: Load) -> None:
    blog = fixture_document("blog.md")
    assert (blog.title, blog.author, blog.date) == ("港町の喫茶店を歩く", "佐藤花子", "2024-05-06")
    assert blog.notes[0].sources[0].url == "https://kanko.example/a_b"
    assert any("30 m2 ほど" in text for text in texts(blog)), "an exponent is no note mark"
    assert "10:00 - 開店\n| これは表ではない |" in texts(blog)
    assert "カレー_大盛り_（900円）" in texts(blog)


def test_a_rule_right_under_a_long_line_is_no_heading(made: Make) -> None:
    document = made(
        "題\n\n崔・大臣、趙・書記、金・部長、朱・部長、金・部長補佐、そのほかの随行員の氏名は次のとおり\n---\n\n本文である。"
    )
    assert [piece.kind for piece in document.furniture] == ["rule"]


def test_one_line_per_paragraph_files_are_split_at_lines(made: Make) -> None:
    long = "港湾局は手続きをすべて電子化すると発表した。来年四月からは、紙の書類を受け付けない。" * 3
    document = made(f"題名の行\n2025-02-03\n{long}\n背景\n{long}")
    assert [passage.text for passage in document.passages if passage.kind == "heading"][-1] == "背景"
    assert document.date == "2025-02-03"


def test_wrapped_japanese_lines_join_without_a_sign(made: Make) -> None:
    document = made(
        "題名\n\n港は古くから人々の暮らしを支えてきた。江戸時代には北前船が港を結び、役割は変わ\nった。その後も港は栄えた。"
    )
    assert "役割は変わった。" in document.text


def test_notes_that_start_over_on_each_page_are_told_apart(made: Make) -> None:
    page = "港の本文である<sup>1</sup>。ここには多くのことが書かれている。\n\n<sup>1</sup> 『年報{}』、20{}年。\n\n"
    document = made("題名\n\n" + page.replace("{}", "21") + page.replace("{}", "22"))
    assert [note.marker for note in document.notes] == ["1", "1 (2)"]
    marks = [mark.marker for passage in document.passages if passage.kind == "prose" for mark in passage.marks]
    assert marks == ["1", "1 (2)"]


def test_a_long_paragraph_is_split_at_sentence_ends(made: Make) -> None:
    document = made("題名\n\n" + "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けている。" * 40)
    parts = [passage for passage in document.passages if passage.kind == "prose"]
    assert len(parts) > 1
    assert all(len(part.text) <= 700 and part.text.endswith("。") for part in parts)


def test_a_document_with_crlf_and_a_byte_order_mark_is_located_in_its_bytes() -> None:
    from pathlib import Path  # noqa: PLC0415

    from corpus.readers.document import to_document  # noqa: PLC0415
    from corpus.readers.text import decode  # noqa: PLC0415

    data = b"\xef\xbb\xbf# Title\r\n\r\nFirst line of the\r\nparagraph.\r\n"
    document = to_document(decode(Path("x.md"), data))
    passage = document.passages[-1]
    assert passage.text == "First line of the\nparagraph."
    first = document.locate(passage.start, passage.start + 5)[0]
    assert data[first.first : first.last] == b"First"


def test_a_converted_commentary_reads_like_the_original(fixture_document: Load) -> None:
    document = fixture_document("converted_commentary.txt")
    assert (document.title, document.author) == ("島嶼国の通信網をめぐる競争", "高橋一郎")
    assert (document.publisher, document.date) == ("海洋政策コメンタリー", "2025-06-30")
    assert document.series == "海洋政策コメンタリー No. 8"
    first, second = (note.sources[0] for note in document.notes)
    assert (first.publisher, first.title, first.by) == ("海洋通信協会", "年報2023", "")
    assert (second.publisher, second.title, second.by) == ("海洋通信協会", "年報2023", "1")  # 同上
    assert "相次いでいる。2023年の敷設距離" in document.text
    assert document.tables[0].header == ("国", "距離 (km)", "完成予定年")
    assert ("1.敷設の主体", "(1)国営企業") in {passage.section for passage in document.passages}


def test_wrapped_japanese_with_an_aligned_table(fixture_document: Load) -> None:
    document = fixture_document("wrapped_japanese.txt")
    assert (document.title, document.author) == ("港の歴史", "鈴木 次郎")
    assert any("港の役割は変わった。" in text for text in texts(document))
    assert document.tables[0].header == ("", "港数", "漁獲量（トン）")
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["北部", "12", "3,400"]


def test_an_english_article_keeps_abbreviations_and_loose_items_whole(fixture_document: Load) -> None:
    document = fixture_document("english_article.txt")
    assert (document.author, document.date, document.publisher) == ("Mary Ann Lee", "2023-06-02", "Coastal Review")
    assert any("Dr. J. K. Howe of the U.S. Coastal Survey" in text for text in texts(document))
    inner = next(passage for passage in document.passages if passage.text == "This would take two years.")
    assert inner.context == "Move the berth."
    assert document.notes[0].sources[0].title == "Harbours in decline"
    assert document.notes[2].damage == "no mark in the text points to this note"


def test_what_follows_a_question_knows_the_question(made: Make) -> None:
    document = made(
        "# 議事録\n\n来栖委員　その補助ですが、申請はいつまでですか。\n\n"
        "井手主事　来年1月31日です。採否は翌々月に通知されます。\n\n"
        "千葉委員　承知しました。\n"
    )
    context = {passage.text[:4]: passage.context for passage in document.passages if passage.kind == "prose"}
    assert context == {"来栖委員": "", "井手主事": "来栖委員　その補助ですが、申請はいつまでですか。", "千葉委員": ""}


@pytest.mark.parametrize(
    "text",
    [
        "| 駅 | 640 |\n|---|--:|\n| 港 | 1 |\n |\ufeff\ufeff\n| 丘 | 2 |\n",
        "本文である[1]。\n\n注\n1. 港「船」2008年5月21日\n2.\n2.\ufeff\n",
        "以\n* \u200b\t\t\u200b\n\n\n          \n\n    \n\n",
        "\x1f",
    ],
)
def test_a_row_an_item_or_a_note_without_words_is_no_passage(made: Make, text: str) -> None:
    assert all(passage.text for passage in made(text).passages)
