"""The original commentary: an OCR'd paper with footnotes, tables and page breaks."""

from __future__ import annotations

import pytest

from corpus.document import Document, Passage, Table


def prose(document: Document, opening: str) -> Passage:
    return next(
        passage for passage in document.passages if passage.kind == "prose" and passage.text.startswith(opening)
    )


def tables(document: Document, label: str) -> list[Table]:
    return [table for table in document.tables if table.label == label]


def test_its_opening_lines_say_what_who_when_and_where(commentary: Document) -> None:
    assert commentary.title == "6年ぶりの首脳会談－中朝関係は回復しつつあるのか"
    assert (commentary.author, commentary.date, commentary.lang) == ("堀田幸裕", "2025-12-18", "ja")
    assert commentary.publisher == "韓国・北朝鮮研究会"
    assert any(passage.text == "堀田幸裕" for passage in commentary.passages), "who wrote it can be quoted"
    assert not commentary.unsourced


def test_numbered_sections_are_of_one_level_whatever_the_number_of_hashes(commentary: Document) -> None:
    tops = list(dict.fromkeys(passage.section[0] for passage in commentary.passages if passage.section))
    assert [top[:2] for top in tops] == ["1.", "2.", "3.", "まと"]
    subs = {passage.section[1] for passage in commentary.passages if len(passage.section) == 2}
    assert subs == {"○ハイレベル交流の復活か", "○「鮮血で固められた友誼」－対中国のみならずロシアとの記憶にも"}
    assert all(passage.section[0].startswith("2.") for passage in commentary.passages if len(passage.section) == 2)


@pytest.mark.parametrize(
    "joined",
    ["首脳の相互訪問も再開されないままだった", "抗日戦争の中で深い友情を育み", "それ以上の緊密さをアピール"],
)
def test_paragraphs_cut_by_a_page_break_are_whole_again(commentary: Document, joined: str) -> None:
    assert sum(joined in passage.text for passage in commentary.passages if passage.kind == "prose") == 1


def test_recognition_errors_stay_as_printed(commentary: Document) -> None:
    for printed in ("訪出し", "行われなかつた", "天安門上樓", "社会主义", "閱兵式", "日朝関係がそれ以上の"):
        assert printed in commentary.text


def test_no_mark_or_markup_is_left_in_the_text(commentary: Document) -> None:
    for sign in ("<sup>", "](", "**", "*NK", "\\_", "\\$", "<<"):
        assert sign not in commentary.text


def test_a_mark_belongs_to_the_words_before_it(commentary: Document) -> None:
    passage = prose(commentary, "金正恩総書記の多国間外交")
    before = {mark.marker: commentary.text[mark.at - 6 : mark.at] for mark in passage.marks}
    assert before == {"2": "接触したこと", "3": "会話したこと", "4": "招待したこと"}


def test_a_paragraph_under_a_caption_is_a_table_of_names_and_posts(commentary: Document) -> None:
    (table,) = tables(commentary, "表1")
    assert table.header == ()
    assert len(table.rows) == 11
    cells = {row.cells[0].text: row.cells[1].text for row in table.rows}
    assert cells["趙甬元"] == "党中央委政治局常務委員／組織担当書記／党中央委組織指導部長"
    assert cells["任天一"] == "前外務次官（ロシア担当）"
    assert cells["金ジュエ"] == "金総書記の娘"
    assert [mark.marker for mark in table.marks] == ["1"]
    assert prose(commentary, "崔善姫・外務大臣、").text.endswith("金総書記の娘"), (
        "the paragraph stays quotable as a whole"
    )


def test_two_tables_under_one_label_have_their_own_captions_and_share_the_source(commentary: Document) -> None:
    first, second = tables(commentary, "表2")
    assert first.caption == "2025年1-10月 中国から北朝鮮への輸出品 金額上位10品目"
    assert second.caption == "2025年1-10月 北朝鮮から中国への輸出品 金額上位10品目"
    for table in (first, second):
        assert table.header == ("HS code", "商品名称", "価格（米ドル）")
        assert (table.period, table.unit, table.source) == ("2025年1-10月", "米ドル", "出典：中国税関統計")
    (third,) = tables(commentary, "表3")
    assert (third.period, third.unit, third.source) == ("2015年1-10月", "米ドル", "")


def test_codes_that_ran_into_the_names_are_put_apart(commentary: Document) -> None:
    for table in (*tables(commentary, "表2"), *tables(commentary, "表3")):
        assert len(table.rows) == 10
        assert all(len(row.cells) == 3 for row in table.rows)
        assert all(row.cells[0].text.isdecimal() and len(row.cells[0].text) == 8 for row in table.rows)
        assert all(row.cells[1].text for row in table.rows)
    row = tables(commentary, "表3")[0].rows[6]
    assert [cell.text for cell in row.cells] == [
        "60063200",
        "合成繊維製の染色したその他のニットやフック編み地",
        "32,774,311",
    ]


def test_a_row_knows_its_table(commentary: Document) -> None:
    row = next(passage for passage in commentary.passages if passage.kind == "row" and "砂糖" in passage.text)
    assert row.text == "17019910\t砂糖\t31,817,367"
    assert (
        row.context == "表2 2025年1-10月 中国から北朝鮮への輸出品 金額上位10品目 ／ HS code | 商品名称 | 価格（米ドル）"
    )
    assert row.row == 4


def test_a_figure_whose_content_is_lost_leaves_its_caption_and_source(commentary: Document) -> None:
    caption = next(passage for passage in commentary.passages if passage.text.startswith("図 中朝貿易"))
    source = next(passage for passage in commentary.passages if passage.text == "出典：中国税関統計")
    assert source.context == caption.text


def test_notes_name_their_sources(commentary: Document) -> None:
    assert [note.marker for note in commentary.notes] == [str(number) for number in range(1, 17)]
    by_marker = {note.marker: note for note in commentary.notes}
    first = by_marker["1"].sources[0]
    assert (first.publisher, first.date) == ("聯合ニュース", "2025-09-03")
    assert first.url == "https://www.yna.co.kr/view/AKR20250903028253504"
    third = by_marker["3"].sources[0]
    assert (third.publisher, third.date, third.url) == ("facebook", "2025-09-03", "")
    assert [source.publisher for source in by_marker["7"].sources] == ["新華網", "朝鮮中央通信"]
    assert by_marker["11"].sources[0].title.count("『統一ロシア』") == 1
    assert by_marker["13"].sources[0].title.startswith("中朝双方共同向友誼塔")
    assert by_marker["13"].sources[0].url.endswith("t20251025_11740715.htm")
    last = by_marker["16"].sources[0]
    assert (last.publisher, last.date) == ("NK News", "2025-06-11")


def test_damage_is_said_where_it_is(commentary: Document) -> None:
    damage = {note.marker: note.damage for note in commentary.notes if note.damage}
    assert set(damage) == {"10", "11", "14", "15"}
    assert "note 11" in damage["10"]
    assert "note 14" in damage["15"]


def test_half_a_note_stands_beside_the_note_it_may_belong_to_and_joins_none(commentary: Document) -> None:
    (note,) = [note for note in commentary.notes if note.strays]
    (stray,) = note.strays
    assert note.marker == "15"
    assert len(note.sources) == 1
    assert stray.text.startswith("p://www.kcna.kp/")
    assert stray.url.endswith("87d7061fc0ecc179b1319cc22ec6ae7a.kcmsf")
    assert note.end < stray.start and stray.text not in note.text
    assert commentary.text[stray.start : stray.end] == stray.text
    assert any(passage.text == stray.text for passage in commentary.passages), "and can be found"


def test_the_article_shows_that_it_names_no_sources(article: Document) -> None:
    assert article.unsourced
    assert (article.author, article.date, article.notes) == ("", "", ())
    assert article.title.startswith("金正恩総書記、北京で存在感を示す")
    headings = [passage.text for passage in article.passages if passage.kind == "heading"]
    assert headings[1] == "はじめに"
    assert headings[-2:] == ["まとめ", "参考元"]


def test_list_items_are_passages_that_know_what_introduces_them(article: Document) -> None:
    item = next(passage for passage in article.passages if passage.text.startswith("中国・ロシア観光客の受け入れ"))
    assert item.kind == "prose"
    assert item.section == ("3. 経済・観光・軍需──北朝鮮の生き残り戦略",)
    assert item.context == "また、ロシアとの軍事協力も深まっています。"
