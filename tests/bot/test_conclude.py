"""From a draft to what a person reads, in the question's language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Calculation, Conflict, Operand, Side, Statement
from bot.compose.draft import Draft, DraftStatement, Quote
from bot.conclude import above_footnotes, abstention, chat, conclusion, unanswered
from bot.gaps import Told
from bot.messages import LANGS, quoted, text
from bot.question import parse_question
from bot.render import plain
from corpus.document import Document, Span
from tests.conftest import Bench, evidence

QUESTIONS = {
    "ja": "函館の花火大会の予算はいくらですか",
    "en": "What was the budget of the fireworks in Hakodate?",
    "zh": "函馆烟花大会的预算是多少？",
    "ko": "하코다테 불꽃놀이의 예산은 얼마인가요?",
}


def draft(document: Document, words: str, missing: tuple[str, ...] = ()) -> Draft:
    start = document.text.index(words)
    passage = next(p for p in document.passages if p.start <= start < p.end)
    quote = Quote(document, passage, (Span(start, start + len(words)),))
    return Draft(
        short=DraftStatement(words[:4], (quote,)),
        statements=(DraftStatement(words, (quote,)),),
        missing=missing,
        confidence=0.87654,
    )


def test_a_draft_with_statements_is_a_grounded_answer_with_the_point_first(brief: Document) -> None:
    answer = conclusion(unanswered(parse_question("何があったか"), ("前",)), draft(brief, "新航路の開港式が開かれた"))
    assert (answer.status, answer.abstained, answer.lang, answer.turns) == ("grounded", False, "ja", ("前",))
    first, *rest = answer.answer.splitlines()
    assert first == "新航路の[1]"
    assert rest == ["新航路の開港式が開かれた[1]"]
    assert answer.confidence == pytest.approx(0.8765)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_missing_makes_an_answer_partial_and_is_named_in_its_language(lang: str, brief: Document) -> None:
    answer = conclusion(unanswered(parse_question(QUESTIONS[lang]), ()), draft(brief, "冬の食料", ("予算",)))
    assert (answer.status, answer.abstained, answer.missing, answer.lang) == ("partial", False, ("予算",), lang)
    assert text("partial", lang) in answer.answer
    assert "予算" in answer.answer.splitlines()[-1]


@pytest.mark.parametrize("lang", LANGS)
def test_a_question_of_several_that_nothing_answers_is_named_with_its_number_and_why(
    lang: str, brief: Document
) -> None:
    asked = parse_question(QUESTIONS[lang])
    gap = Told(2, "X?", asked, evidence(asked.text, [brief]), Draft(missing=("花火",)))
    answer = conclusion(unanswered(asked, ()), draft(brief, "冬の食料"), (gap,))
    last = answer.answer.splitlines()[-1]
    why = text("not_found", lang, terms=quoted(("花火",), lang))
    named = text("part_lacking", lang, number="2", asked=quoted(("X?",), lang), why=why)
    assert (answer.status, answer.missing) == ("partial", (named,))
    assert last == f"{text('partial', lang)} {named}"


def test_where_no_question_of_several_is_answered_the_abstention_names_each(brief: Document) -> None:
    asked = parse_question(QUESTIONS["ja"])
    found = evidence(asked.text, [brief])
    gaps = tuple(Told(at, said, asked, found, Draft(missing=("予算表",))) for at, said in ((1, "甲は"), (2, "乙は")))
    answer = abstention(unanswered(asked, ()), Draft(missing=("予算表",)), found, {brief.id: brief}, gaps)
    assert answer.abstained
    assert "1つ目の問い「甲は」" in answer.answer
    assert "2つ目の問い「乙は」" in answer.answer


@pytest.mark.parametrize("lang", LANGS)
def test_an_abstention_says_so_in_the_language_of_the_question_and_names_what_is_missing(
    lang: str, brief: Document
) -> None:
    question = QUESTIONS[lang]
    base = unanswered(parse_question(question), ())
    answer = abstention(base, Draft(missing=("予算",), confidence=0.2), evidence(question, [brief]), {brief.id: brief})
    assert (answer.status, answer.abstained, answer.lang, answer.missing) == ("abstained", True, lang, ("予算",))
    assert answer.answer.startswith(text("abstained", lang))
    assert "予算" in answer.answer
    assert (answer.statements, answer.citations, answer.short) == ((), (), None)
    assert all("予算" in lead.why_not for lead in answer.nearest)


@pytest.mark.parametrize("lang", LANGS)
def test_a_word_that_the_shelf_calls_otherwise_is_not_said_to_be_nowhere(lang: str, brief: Document) -> None:
    question = QUESTIONS[lang]
    base = unanswered(parse_question(question), ())
    missing = Draft(missing=("ceremony", "budget"), akin=(("ceremony", frozenset(("開港式",))),))
    answer = abstention(base, missing, evidence(question, [brief]), {brief.id: brief})
    assert text("not_found", lang, terms=quoted(["budget"], lang)) in answer.answer
    assert text("not_together", lang, terms=quoted(["ceremony"], lang)) in answer.answer
    assert not any("ceremony" in lead.why_not for lead in answer.nearest if "開港式" in lead.quote)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_asked_for_is_named_by_its_kind_and_not_by_the_word_that_asks(lang: str, brief: Document) -> None:
    question = QUESTIONS[lang]
    base, duration = unanswered(parse_question(question), ()), text("duration", lang)
    bare = abstention(base, Draft(unstated=(duration,)), evidence(question, [brief]), {brief.id: brief})
    assert text("not_stated", lang, what=duration) in bare.answer
    assert bare.missing == (duration,)
    assert all(lead.why_not == text("why_not_type", lang, what=duration) for lead in bare.nearest)
    there = Draft(missing=("開港式",), unstated=(duration,))
    beside = abstention(base, there, evidence(question, [brief]), {brief.id: brief})
    assert text("no_type", lang, terms=quoted(["開港式"], lang), what=duration) in beside.answer
    partly = conclusion(base, replace(draft(brief, "冬の食料"), unstated=(duration,)))
    assert partly.status == "partial"
    assert text("not_stated", lang, what=duration) in partly.answer


@pytest.mark.parametrize(("printed", "legible"), [("8,2O0トン", False), ("8,200トン", True)])
def test_a_number_with_a_letter_among_its_figures_is_not_said_to_be_lacking(
    bench: Bench, printed: str, legible: bool
) -> None:
    dam = bench.read(f"# 谷の水\n\n## 貯水池\n\n谷の貯水池の貯水量は{printed}だった。\n", "dam.md")
    question = "谷の貯水池の貯水量は何トンか"
    base, number = unanswered(parse_question(question), ()), text("count", "ja")
    (lead, *_) = abstention(base, Draft(unstated=(number,)), evidence(question, [dam]), {dam.id: dam}).nearest
    illegible = text("why_not_legible", "ja", what=number, terms=quoted(["8,2O0"], "ja"))
    assert lead.why_not == (text("why_not_type", "ja", what=number) if legible else illegible)
    (lead, *_) = abstention(
        base, Draft(unstated=(text("person", "ja"),)), evidence(question, [dam]), {dam.id: dam}
    ).nearest
    assert lead.why_not == text("why_not_type", "ja", what=text("person", "ja"))


def test_leads_are_the_nearest_passages_and_quote_their_sentences(brief: Document) -> None:
    question = "開港式に大臣は何人来たか"
    base = unanswered(parse_question(question), ())
    leads = abstention(base, Draft(), evidence(question, [brief]), {brief.id: brief}).nearest
    assert 1 <= len(leads) <= 3
    assert leads[0].quote == "開港式に大臣は出席しなかった。"
    assert leads[0].section == "開港式"
    assert all(lead.doc == brief.id and lead.quote in brief.text for lead in leads)
    assert all(lead.why_not for lead in leads)


def test_a_long_lead_is_whole_in_the_answer_and_cut_where_it_is_shown(bench: Bench) -> None:
    document = bench.read("# 港\n\n" + "港の" * 200 + "話である。\n")
    answer = abstention(
        unanswered(parse_question("港の予算は"), ()), Draft(), evidence("港", [document]), {document.id: document}
    )
    assert answer.nearest[0].quote == document.text[document.text.index("港の") :].strip()
    (shown,) = plain.leads(answer)
    assert "話である" not in shown
    assert "港の…" in shown


def test_without_any_hit_there_are_no_leads() -> None:
    answer = abstention(unanswered(parse_question("港の予算は"), ()), Draft(missing=("予算",)), evidence("港", []), {})
    assert answer.nearest == ()
    assert answer.abstained


@pytest.mark.parametrize("lang", LANGS)
def test_a_greeting_is_returned_in_its_language(lang: str) -> None:
    greeting = {"ja": "こんにちは", "en": "Hello", "zh": "你好", "ko": "안녕하세요"}[lang]
    answer = chat(unanswered(parse_question(greeting), ()))
    assert (answer.status, answer.abstained, answer.answer) == ("chat", False, text("chat_hello", lang))


def test_what_is_read_above_the_footnotes_holds_everything_with_its_marks() -> None:
    shown = above_footnotes(
        Statement("12", (1, 2)),
        (Statement("五と七である", (1,)), Statement("足すと十二になる", (2,))),
        Calculation("5 + 7 = 12", (Operand("5", "", 1, "", 1, ""), Operand("7", "", 2, "", 2, "")), "12", ""),
        (Conflict("数", (Side(1, "2024", "五"), Side(2, "2025", "六"))),),
        "ja",
    )
    assert shown.splitlines()[:3] == ["12[1][2]", "五と七である[1]", "足すと十二になる[2]"]
    assert "5 + 7 = 12" in shown
    assert "五[1]" in shown
    assert "六[2]" in shown
    assert above_footnotes(None, (), None, (), "ja") == ""
