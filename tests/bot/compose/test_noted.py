"""What stands behind a statement whose source is asked for."""

from __future__ import annotations

import pytest

from tests.conftest import Bench

NOTES = (
    "\n\n## 注\n\n[1] 浜日報「知事の訪問」2024年5月2日\n"
    "[2] 港湾局「会談の記録」2024年5月3日\n[3] 岬新聞「視察」2024年5月4日\n"
)


def test_of_several_notes_in_a_sentence_the_one_of_the_clause_asked_about_is_the_source(bench: Bench) -> None:
    document = bench.read(
        "# 港\n\n知事が青森港を訪ねたこと[1]、函館の市長が局長と会談したこと[2]、"
        "議員が岬を視察したこと[3]が分かっている。" + NOTES
    )
    answer = bench.ask("函館の市長が会談したという情報の出どころは？", document)
    assert answer.short is not None
    assert answer.short.text == "港湾局 ／ 会談の記録"
    assert "浜日報" not in answer.answer


def test_a_note_of_the_next_sentence_is_shown_with_it_and_is_not_called_the_source(bench: Bench) -> None:
    document = bench.read("# 港\n\n知事は青森港で花を手向けた。その後、一行は函館の墓地に向かった[1]。" + NOTES)
    answer = bench.ask("知事が青森港で花を手向けたという話の出典は？", document)
    assert answer.short is None
    assert answer.unsourced
    assert "浜日報" in answer.answer
    assert "この文そのものに出典の注はありません" in answer.answer


@pytest.mark.parametrize(
    "after",
    ["もっとも、誰が数えたのかは確かめられなかった。", "これは港の記録から拾った数である。"],
)
def test_what_the_text_itself_says_of_its_source_follows_the_statement(bench: Bench, after: str) -> None:
    document = bench.read(f"# 港\n\n青森港の利用者は2023年に300人だった。{after}別の日には雨が降った。\n")
    answer = bench.ask("青森港の利用者が300人という数字の出どころは？", document)
    assert answer.unsourced
    assert after.removeprefix("これ")[:-1] in answer.answer
    assert "雨" not in answer.answer


def test_what_points_back_and_tells_how_it_is_known_follows_a_noted_statement_too(bench: Bench) -> None:
    document = bench.read("# 港\n\n知事は函館で客と立ち話をした[1]。これは局員が映像から確認したものである。\n" + NOTES)
    answer = bench.ask("知事が客と立ち話をしたという話の出どころは？", document)
    assert answer.short is not None
    assert "浜日報" in answer.short.text
    assert "映像から確認した" in answer.answer


def test_what_only_follows_is_left_out(bench: Bench) -> None:
    document = bench.read("# 港\n\n青森港の利用者は2023年に300人だった。別の日には雨が降った。\n")
    answer = bench.ask("青森港の利用者が300人という数字の出どころは？", document)
    assert answer.unsourced
    assert "雨" not in answer.answer


def test_a_sentence_that_points_back_stands_on_the_noted_one_before_it(bench: Bench) -> None:
    document = bench.read("# 港\n\n市は調査を港湾局に頼んだ[2]。その調査は利用者を300人と見積もった。\n" + NOTES)
    answer = bench.ask("利用者を300人と見積もったという数字の出どころは？", document)
    assert answer.unsourced
    assert answer.short is None
    assert "港湾局「会談の記録」" in answer.answer


def test_a_note_that_names_no_publisher_is_the_point_itself(bench: Bench) -> None:
    document = bench.read("# 港\n\n青森港の利用者は2023年に300人だった[1]。\n\n## 注\n\n[1] 港の者が数えた。\n")
    answer = bench.ask("青森港の利用者が300人という数字の出どころは？", document)
    assert answer.short is not None
    assert "港の者が数えた" in answer.short.text


def test_the_end_of_a_name_is_carried_by_the_name_where_a_source_is_asked_for(bench: Bench) -> None:
    document = bench.read("# 港\n\n金正恩は青森港に客を招いた[1]。" + NOTES)
    answer = bench.ask("正恩が港に客を招いたという話の出典は？", document)
    assert answer.short is not None
    assert "浜日報" in answer.short.text


def test_what_stands_on_a_source_line_is_shown_with_the_note_of_that_line(bench: Bench) -> None:
    document = bench.read(
        "# 港\n\n表1 一行の顔ぶれ\n\n| 氏名 | 役職 |\n|---|---|\n| 山田 | 知事 |\n| 上田 | 局長 |\n\n"
        "出典：『港湾動向』第5号、浜日報[1]。函館の議員の同行は確認されなかった。" + NOTES
    )
    answer = bench.ask("函館の議員の同行が確認されなかったという話の出典は？", document)
    assert answer.unsourced
    assert "浜日報「知事の訪問」" in answer.answer
    assert "この文そのものに出典の注はありません" in answer.answer
