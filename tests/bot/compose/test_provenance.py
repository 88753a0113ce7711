"""The second hop: from a statement to the note it carries, and to the source that the note names."""

from __future__ import annotations

import pytest

from bot.compose.draft import Draft, DraftStatement, Quote
from bot.compose.provenance import asked_notes, nearest_documents, notes_by_number, with_sources
from bot.question import parse_question
from corpus.document import Document, Span
from tests.conftest import Bench


def quote(document: Document, words: str) -> Quote:
    start = document.text.index(words)
    passage = next(p for p in document.passages if p.kind != "table" and p.start <= start < p.end)
    return Quote(document, passage, (Span(start, start + len(words)),))


def draft(*quotes: Quote) -> Draft:
    return Draft(statements=tuple(DraftStatement(q.text, (q,)) for q in quotes), confidence=0.8)


@pytest.mark.parametrize(
    ("question", "marker"),
    [
        ("注2は何ですか", "2"),
        ("脚注の12番を見せて", "12"),
        ("What does note 3 say?", "3"),
        ("footnote [7]?", "7"),
        ("注释10是什么？", "10"),
        ("각주 4는?", "4"),
        ("2023年の開港式は？", ""),
        ("注目された12人は誰か", ""),
        ("What was noted in 2023?", ""),
    ],
)
def test_a_note_is_asked_for_by_its_number(question: str, marker: str) -> None:
    assert asked_notes(parse_question(question)) == ((marker,) if marker else ())


def test_a_note_asked_for_by_number_is_quoted_and_its_source_is_the_point(brief: Document) -> None:
    found = notes_by_number(("1",), [brief])
    assert found is not None
    assert found.statements[0].text == brief.notes[0].text
    assert found.statements[0].quotes[0].passage.kind == "note"
    assert found.short is not None
    assert "東奥日報" in found.short.text
    assert "新航路が開港" in found.short.text


def test_the_nearest_document_that_has_the_note_gives_it(brief: Document, bench: Bench) -> None:
    other = bench.read("# 別\n\n文である[^9]。\n\n[^9]: 別の注、2020年。\n", "other.md")
    found = notes_by_number(("9",), [brief, other])
    assert found is not None
    assert found.statements[0].quotes[0].document is other
    assert notes_by_number(("77",), [brief, other]) is None


def test_the_notes_of_a_quote_follow_its_statement_and_their_source_is_the_point(brief: Document, bench: Bench) -> None:
    opening = quote(brief, "青森港では2023年4月5日に新航路の開港式が開かれた。")
    found = with_sources(draft(opening), bench.asked(parse_question("開港式の出典は？")), [opening])
    assert [s.text for s in found.statements] == [opening.text, brief.notes[0].text]
    assert found.short is not None
    assert found.short.text == "東奥日報 ／ 新航路が開港"
    assert not found.unsourced


def test_only_the_notes_inside_the_quoted_words_follow(brief: Document, bench: Bench) -> None:
    part = quote(brief, "式典には佐藤一郎知事と韓国の李明博士が出席し")
    found = with_sources(draft(part), bench.asked(parse_question("式典の出典は？")), [part])
    assert len(found.statements) == 1
    assert found.unsourced
    assert found.short is None


def test_the_source_of_a_row_is_what_the_table_prints(brief: Document, bench: Bench) -> None:
    row = quote(brief, "1 | りんご | 12,300")
    found = with_sources(draft(row), bench.asked(parse_question("りんごの数字の出典は？")), [row])
    assert found.short is not None
    assert "青森県" in found.short.text
    assert "港湾統計年報" in found.short.text


def test_a_source_line_without_a_note_is_the_point_itself(bench: Bench) -> None:
    table = "表1　積み荷（単位：トン）\n\n| 品名 | 数量 |\n|---|---:|\n| りんご | 12,300 |\n| ほたて | 4,560 |\n"
    document = bench.read(f"# 港\n\n{table}\n出典：青森県統計\n")
    row = quote(document, "りんご | 12,300")
    found = with_sources(draft(row), bench.asked(parse_question("りんごの数字の出典は？")), [row])
    assert found.short is not None
    assert "青森県統計" in found.short.text
    assert found.short.quotes[0].text in document.text


def test_the_documents_of_the_best_sentences_come_first(brief: Document, bench: Bench) -> None:
    other = bench.read("# 別\n\n函館の市電は1913年に開業した。\n", "other.md")
    documents = {brief.id: brief, other.id: other}
    _, found = bench.candidates("函館の市電", other)
    assert nearest_documents(found, documents) == (other, brief)
    assert nearest_documents((), documents) == (brief, other)


def test_a_question_for_the_source_is_answered_with_statement_and_note(brief: Document, bench: Bench) -> None:
    answer = bench.ask("青森港の開港式の出典は何ですか", brief)
    assert answer.short is not None
    assert "東奥日報" in answer.short.text
    assert {c.kind for c in answer.citations} == {"prose", "note"}


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("港がいちばん混んでいると言ってるのはどこの誰？", "木村誠局長"),
        ("港がいちばん混んでいるという話の出典は？", "港新聞"),
    ],
)
def test_who_says_so_comes_before_what_reports_it(bench: Bench, question: str, begins: str) -> None:
    document = bench.read(
        "# 港\n\n木村誠局長は、「港はいま、いちばん混んでいる」と述べている[1]。\n\n"
        "## 注\n\n[1] 「港、最多の船」『港新聞』2024年5月7日。\n",
        "said.md",
    )
    answer = bench.ask(question, document)
    assert answer.short is not None
    assert begins in answer.short.text.split(" ／ ")[0]
    assert "港、最多の船" in answer.short.text
