"""What a document probably misprints is marked where an answer repeats it, and nowhere in what is verified."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.compose.draft import Draft, DraftStatement, Quote
from bot.conclude import conclusion, unanswered
from bot.footnotes import footnoted
from bot.question import parse_question
from bot.render import discord, plain, terminal
from bot.sic import SIC, with_sic
from bot.verify import check_answer, verified
from corpus.document import Document, Span
from corpus.readers import read

TEXT = "町の人ロは減った。橋は2019年に着工したが、完成しなかつたと伝えられる。町は港を開いた。"


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "bridge.md"
    path.write_text(f"題名\n\n{TEXT}\n", "utf-8")
    return read(path)


@pytest.fixture
def quote(document: Document) -> Callable[..., Quote]:
    def make(*words: str) -> Quote:
        passage = next(passage for passage in document.passages if passage.text == TEXT)
        starts = [document.text.index(word) for word in words]
        spans = tuple(Span(start, start + len(word)) for start, word in zip(starts, words, strict=True))
        return Quote(document, passage, spans, (Span(starts[0], starts[0] + 2),))

    return make


def test_the_mark_stands_right_behind_the_words(quote: Callable[..., Quote]) -> None:
    sentence = "橋は2019年に着工したが、完成しなかつたと伝えられる。"
    assert with_sic(sentence, [quote(sentence)]) == f"橋は2019年に着工したが、完成しなかつた{SIC}と伝えられる。"


def test_what_is_ours_in_a_statement_is_read_over(quote: Callable[..., Quote]) -> None:
    said = "…橋は2019年〔令和元年〕に着工したが、完成 しなかつたと伝えられる"
    marked = with_sic(said, [quote(TEXT)])
    assert marked == f"…橋は2019年〔令和元年〕に着工したが、完成 しなかつた{SIC}と伝えられる"


def test_words_that_no_quote_holds_and_quotes_without_suspects_get_no_mark(quote: Callable[..., Quote]) -> None:
    assert with_sic("完成しなかつた", [quote("町は港を開いた。")]) == "完成しなかつた"
    assert with_sic("船は完成しなかつた", [quote(TEXT)]) == "船は完成しなかつた"


def test_a_suspect_cut_by_the_end_of_a_quote_is_not_marked(quote: Callable[..., Quote]) -> None:
    assert with_sic("町の人", [quote("町の人")]) == "町の人"


def test_each_suspect_of_a_statement_is_marked(quote: Callable[..., Quote]) -> None:
    parts = quote("町の人ロは減った。", "完成しなかつたと伝えられる。")
    assert with_sic("町の人ロは減った。…完成しなかつたと伝えられる。", [parts]).count(SIC) == 2


def test_an_answer_with_marks_holds_and_its_quote_is_exact(document: Document, quote: Callable[..., Quote]) -> None:
    draft = Draft(statements=(DraftStatement(TEXT[9:], (quote(TEXT[9:]),)),), confidence=0.9)
    answer = conclusion(unanswered(parse_question("橋は完成したか", (), "ja"), ()), draft)
    documents = {document.id: document}
    assert SIC in answer.statements[0].text and SIC in answer.answer
    assert SIC not in answer.citations[0].quote
    assert verified(answer, documents) == answer
    assert check_answer(answer, documents) == []
    (suspect,) = answer.citations[0].suspects
    assert (document.text[suspect.start : suspect.end], suspect.likely) == ("なかつた", "なかった")
    assert f"完成しなかつた{SIC}と" in terminal.render(answer, width=200)
    assert f"完成しなかつた{SIC}と" in "".join(discord.render(answer))


def test_a_shown_quote_carries_mark_and_decisive_words_side_by_side(quote: Callable[..., Quote]) -> None:
    made = quote("町の人ロは減った。")
    at = made.spans[0].start
    decisive = replace(made, decisive=(Span(at + 2, at + 4),))
    (citation,) = footnoted(Draft(statements=(DraftStatement("町の人ロは減った。", (decisive,)),))).citations
    assert plain.highlighted(citation) == f"町の【人ロ】{SIC}は減った。"
    assert plain.shown_quote(replace(citation, quote="町の")) == ("町の", ())
