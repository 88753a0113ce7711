"""Nothing is taken on trust: quotes, their places, the bytes they are, and the words of every statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Calculation, Citation, Conflict, Filters, Operand, QuotedSpan, Side, Statement
from bot.conclude import above_footnotes
from bot.verify import check_answer, check_citation, check_statement, verified
from corpus.document import Document
from corpus.readers import read
from tests.conftest import BRIEF, Bench, unsupported


def cite(document: Document, *words: str, n: int = 1) -> Citation:
    """Cite words where they first stand."""
    spans = []
    for part in words:
        start = document.text.index(part)
        spans += [QuotedSpan(p.start, p.end, (p.first, p.last)) for p in document.locate(start, start + len(part))]
    return Citation(
        n, document.id, document.title, document.author, document.date, "開港式", None, "prose", "author",
        " … ".join(words), tuple(spans), document.sha256,
    )  # fmt: skip


def answer(
    statements: tuple[Statement, ...], citations: tuple[Citation, ...], short: Statement | None = None
) -> Answer:
    shown = "\n".join(s.text for s in (*((short,) if short else ()), *statements))
    return Answer(
        "開港式はいつか",
        (),
        "ja",
        "grounded",
        False,
        0.9,
        "g1",
        shown,
        short,
        statements=statements,
        citations=citations,
    )


OPENING = "青森港では2023年4月5日に新航路の開港式が開かれた。"


@pytest.fixture
def good(brief: Document) -> Answer:
    point = Statement("2023年4月5日", (1,))
    return answer((Statement(OPENING, (1,)),), (cite(brief, OPENING),), point)


def test_an_answer_that_holds_is_returned_as_it_is(good: Answer, brief: Document) -> None:
    assert verified(good, {brief.id: brief}) == good
    assert check_answer(good, {brief.id: brief}) == []


def _shifted(citation: Citation) -> Citation:
    first, *rest = citation.spans
    return replace(citation, spans=(QuotedSpan(first.start + 1, first.end + 1, first.bytes), *rest))


def _other_bytes(citation: Citation) -> Citation:
    first, *rest = citation.spans
    return replace(citation, spans=(QuotedSpan(first.start, first.end, (first.bytes[0], first.bytes[1] + 1)), *rest))


def _beyond(citation: Citation) -> Citation:
    return replace(citation, spans=(QuotedSpan(10**6, 10**6 + 5, (0, 5)),))


CHANGES: dict[str, Callable[[Citation], Citation]] = {
    "a changed quote": lambda c: replace(c, quote=c.quote.replace("2023", "2022")),
    "a longer quote": lambda c: replace(c, quote=c.quote + "盛大であった。"),
    "a shifted span": _shifted,
    "other bytes": _other_bytes,
    "a span beyond the text": _beyond,
    "no span": lambda c: replace(c, spans=()),
    "another hash": lambda c: replace(c, sha256="0" * 64),
    "another document": lambda c: replace(c, doc="elsewhere"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_footnote_that_was_changed_is_found_and_its_statements_go(
    change: Callable[[Citation], Citation], good: Answer, brief: Document
) -> None:
    changed = replace(good, citations=tuple(change(c) for c in good.citations))
    problems = check_answer(changed, {brief.id: brief})
    assert [problem.citation for problem in problems][:1] == [1]
    left = verified(changed, {brief.id: brief})
    assert left.statements == ()
    assert left.short is None
    assert (left.status, left.abstained) == ("abstained", True)
    assert OPENING not in left.answer
    assert [r.text for r in left.rejected] == [OPENING]
    assert all(rejection.reason for rejection in left.rejected)


INVENTED: dict[str, Statement] = {
    "words of our own": Statement("開港式は盛大であった。", (1,)),
    "one word changed": Statement(OPENING.replace("青森", "函館"), (1,)),
    "a negation added": Statement(OPENING.replace("開かれた", "開かれなかった"), (1,)),
    "no footnote": Statement(OPENING, ()),
    "a footnote that does not exist": Statement(OPENING, (1, 9)),
    "words of another footnote": Statement("冬の食料を運ぶため", (1,)),
}


@pytest.mark.parametrize("statement", INVENTED.values(), ids=INVENTED.keys())
def test_a_statement_that_its_quotes_do_not_carry_is_rejected_and_the_others_stay(
    statement: Statement, brief: Document
) -> None:
    citations = (cite(brief, OPENING), cite(brief, "航路は冬の食料を運ぶために開設された", n=2))
    kept = Statement("航路は冬の食料を運ぶために開設された。", (2,))
    left = verified(answer((statement, kept), citations), {brief.id: brief})
    assert left.statements == (kept,)
    assert [r.text for r in left.rejected] == [statement.text]
    assert left.status == "grounded"
    assert left.answer == "航路は冬の食料を運ぶために開設された[2]。"


def test_only_brackets_of_ours_ellipses_and_final_punctuation_are_ours(brief: Document) -> None:
    citations = {1: cite(brief, "青森港では2023年4月5日に", "開港式が開かれた")}
    for text in (
        "青森港では…開港式が開かれた",
        "青森港では2023年4月5日〔水曜〕に…開港式が開かれた。",
        "青森港では 2023年4月5日に、",
    ):
        assert check_statement(Statement(text, (1,)), citations) == ""
    assert check_statement(Statement("青森港では（水曜）2023年4月5日に", (1,)), citations)


def test_a_statement_may_not_run_on_over_a_gap_of_its_quote(bench: Bench) -> None:
    document = bench.read("# 会見\n\n知事は航路を廃止するつもりはないと述べた。\n")
    citations = {1: cite(document, "知事は航路を廃止する", "と述べた。")}
    assert check_statement(Statement("知事は航路を廃止する…と述べた。", (1,)), citations) == ""
    assert check_statement(Statement("知事は航路を廃止すると述べた。", (1,)), citations)


def test_words_may_not_be_pieced_together_from_two_quotes(brief: Document) -> None:
    citations = {1: cite(brief, "開港式に大臣は"), 2: cite(brief, "が出席し", n=2)}
    assert check_statement(Statement("開港式に大臣はが出席し", (1, 2)), citations)


def test_what_rests_on_a_rejected_statement_goes_with_it(brief: Document) -> None:
    citations = (cite(brief, OPENING), replace(cite(brief, "冬の食料", n=2), quote="冬の燃料"))
    whole = replace(
        answer((Statement(OPENING, (1,)), Statement("冬の燃料", (2,))), citations, Statement("冬の燃料", (2,))),
        calculation=Calculation("1 + 1 = 2", (Operand("1", "", 2, "", 1, ""),), "2", ""),
        conflicts=(Conflict("食料", (Side(1, "", "開港式"), Side(2, "", "冬の燃料"))),),
    )
    left = verified(whole, {brief.id: brief})
    assert [s.citations for s in left.statements] == [(1,)]
    assert (left.short, left.calculation, left.conflicts) == (None, None, ())
    assert "燃料" not in left.answer


def test_a_point_that_cites_a_footnote_that_does_not_exist_is_found_and_not_shown(
    good: Answer, brief: Document
) -> None:
    made_up = replace(good, short=Statement("2023年4月5日", (9,)), answer=f"2023年4月5日[9]\n{OPENING}[1]")
    assert check_answer(made_up, {brief.id: brief})
    left = verified(made_up, {brief.id: brief})
    assert left.short is None
    assert "[9]" not in left.answer


ROW = "| 大豆油 | 1,234 |"


@pytest.mark.parametrize(
    ("calculation", "wrong"),
    [
        (Calculation("1,234 × 2 = 2,468", (Operand("1,234", "円", 1, "", 1, ""),), "2,468", "円"), ""),
        (Calculation("1,234 × 2 = 2,468", (Operand("1,334", "円", 1, "", 1, ""),), "2,468", "円"), "1,334"),
        (Calculation("1,234 × 2 = 2,468", (Operand("1,234", "円", 1, "", 1, ""),), "2,568", "円"), "2,568"),
        (Calculation("1,234 × 2 = 2,468", (Operand("1,234", "円", 7, "", 1, ""),), "2,468", "円"), "footnote 7"),
    ],
)
def test_a_calculation_has_the_numbers_of_its_cells_and_the_result_of_its_formula(
    calculation: Calculation, wrong: str, bench: Bench
) -> None:
    document = bench.read(f"| 品目 | 円 |\n|---|---|\n{ROW}\n", "oil.md")
    citation = cite(document, document.text[document.text.index("大豆油") :].rstrip())
    told = replace(answer((Statement("大豆油", (1,)),), (citation,)), calculation=calculation)
    problems = [problem.what for problem in check_answer(told, {document.id: document})]
    assert [wrong in problem for problem in problems] == ([True] if wrong else [])


def test_a_side_of_a_conflict_whose_footnote_does_not_exist_is_found_and_not_shown(
    good: Answer, brief: Document
) -> None:
    made_up = replace(good, conflicts=(Conflict("開港", (Side(1, "", "4月"), Side(9, "", "5月"))),))
    assert "footnote 9" in check_answer(made_up, {brief.id: brief})[0].what
    assert verified(made_up, {brief.id: brief}).conflicts == ()


def test_what_is_said_to_be_missing_stays_where_a_statement_is_taken_out(brief: Document) -> None:
    kept, made_up = Statement(OPENING, (1,)), Statement("作り話。", (1,))
    whole = replace(answer((kept, made_up), (cite(brief, OPENING),)), status="partial", missing=("予算",))
    shown = above_footnotes(None, whole.statements, None, (), "ja")
    whole = replace(whole, answer=f"{shown}\n予算は見つかりません。")
    left = verified(whole, {brief.id: brief})
    assert left.answer.endswith("予算は見つかりません。")
    assert "作り話" not in left.answer
    nothing = verified(replace(whole, statements=(made_up,), confidence=0.9), {brief.id: brief})
    assert (nothing.status, nothing.confidence) == ("abstained", 0.0)


def test_a_file_that_changed_after_it_was_read_is_found(bench: Bench) -> None:
    document = bench.read(BRIEF, "later.md")
    saved = answer((Statement(OPENING, (1,)),), (cite(document, OPENING),))
    assert check_answer(saved, {document.id: document}) == []
    Path(document.path).write_text(BRIEF.replace("4月5日", "4月6日"), "utf-8")
    problems = check_answer(saved, {document.id: document})
    assert problems
    assert document.path in problems[0].what


def test_a_document_of_another_version_is_found(bench: Bench, good: Answer) -> None:
    other = bench.read(BRIEF + "\n補足がある。\n", "brief.md")
    assert "changed" in check_citation(good.citations[0], other)[0].what


def test_a_withdrawn_document_is_told_and_its_quote_still_checked(good: Answer, brief: Document) -> None:
    documents = {brief.id: brief}
    (problem,) = check_answer(good, documents, {brief.id})
    assert (problem.citation, problem.what) == (1, "the document brief has been withdrawn")
    forged = replace(good, citations=tuple(replace(c, quote="作り話") for c in good.citations))
    assert len(check_answer(forged, documents, {brief.id})) > 1


@pytest.mark.parametrize("filters", [Filters(document=("other",)), Filters(kind=("row",)), Filters(since="2025")])
def test_a_quote_outside_of_the_answers_filter_never_passes(good: Answer, brief: Document, filters: Filters) -> None:
    outside = replace(good, filters=filters)
    left = verified(outside, {brief.id: brief})
    assert (left.statements, left.citations, left.abstained) == ((), (), True)
    assert "outside of the filter" in left.rejected[0].reason
    assert any("outside of the filter" in problem.what for problem in check_answer(outside, {brief.id: brief}))
    inside = replace(good, filters=Filters(document=("brief",), author="山田", until="2024-06-01"))
    assert verified(inside, {brief.id: brief}) == inside


@given(data=st.data())
def test_no_statement_passes_whose_words_are_not_in_the_quotes_it_cites(brief: Document, data: st.DataObject) -> None:
    text = brief.text

    def words() -> str:
        start = data.draw(st.integers(0, len(text) - 1))
        return text[start : start + data.draw(st.integers(1, 30))]

    citations = tuple(cite(brief, words(), n=n) for n in range(1, data.draw(st.integers(1, 3)) + 1))
    quotes = st.sampled_from([c.quote for c in citations])
    pieces = st.one_of(
        quotes, st.sampled_from(["…", "〔注〕", "。", "、", "、開", "ない", "でない", " "]), st.text(max_size=5)
    )
    texts = st.lists(pieces, min_size=1, max_size=5).map("".join)
    numbers = st.lists(st.integers(1, 4), max_size=3).map(tuple)
    statements = tuple(Statement(data.draw(texts), data.draw(numbers)) for _ in range(data.draw(st.integers(1, 4))))
    left = verified(answer(statements, citations), {brief.id: brief})
    assert [s for s in statements if s in left.statements] == list(left.statements)
    assert sorted(r.text for r in left.rejected) == sorted(s.text for s in statements if s not in left.statements)
    for statement in left.statements:
        assert statement.citations
        assert set(statement.citations) <= {c.n for c in citations}
        assert unsupported(statement, left.citations) == []


VISITED = "田中一郎首相は2025年9月3日に北京を訪れた。その翌月、釜山にも立ち寄った。同氏は握手をした。\n"


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("その翌月〔2025年10月〕、釜山にも立ち寄った。", True),
        ("その翌月〔2025年11月〕、釜山にも立ち寄った。", False),
        ("その翌月、釜山〔2025年10月〕にも立ち寄った。", False),
        ("同氏〔田中一郎首相〕は握手をした。", True),
        ("同氏〔佐藤花子首相〕は握手をした。", False),
        ("同氏は握手〔ママ〕をした。", False),
    ],
)
def test_what_stands_in_our_brackets_is_recomputed_from_the_document(tmp_path: Path, said: str, right: bool) -> None:
    (tmp_path / "made.md").write_text(f"---\ntitle: 旅\ndate: 2025-12-01\n---\n\n{VISITED}", "utf-8")
    document = read(tmp_path / "made.md")
    quoted = said.translate({ord("〔"): "\0", ord("〕"): "\0"}).split("\0")
    cited = cite(document, f"{quoted[0]}{quoted[2]}")
    problems = check_answer(answer((Statement(said, (1,)),), (cited,)), {document.id: document})
    assert bool(problems) is not right
