"""What a person reads in a terminal."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.answer import (
    Answer,
    Calculation,
    Citation,
    Conflict,
    Emphasis,
    Grade,
    Lead,
    Operand,
    PrimarySource,
    QuotedSpan,
    Side,
    Statement,
)
from bot.messages import LANGS, text
from bot.render import plain, terminal
from bot.render.terminal import footnotes, render

URL = "http://www.example.org/politics/leaders/20251009/a-rather-long-address-that-fits-no-line/index.html"


def an_answer(**fields: Any) -> Answer:  # noqa: ANN401 - any field of Answer
    defaults: dict[str, Any] = {
        "question": "いつか", "turns": (), "lang": "ja", "status": "grounded", "abstained": False, "confidence": 0.8,
        "index": "g1", "answer": "",
    }  # fmt: skip
    return Answer(**{**defaults, **fields})


def a_citation(
    n: int = 1,
    slices: tuple[str, ...] = ("王毅外相が訪れた。",),
    **fields: Any,  # noqa: ANN401 - any field of Citation
) -> Citation:
    """Build a footnote whose slices stand 1,000 characters apart, the first at offset 0."""
    spans = tuple(
        QuotedSpan(1000 * i, 1000 * i + len(words), (3000 * i, 3000 * i + 1)) for i, words in enumerate(slices)
    )
    defaults: dict[str, Any] = {
        "n": n, "doc": "brief", "title": "首相の訪朝", "author": "山田花子", "date": "2025-12-18",
        "section": "2. 訪問", "page": None, "kind": "prose", "grade": "author", "quote": " … ".join(slices),
        "spans": spans, "sha256": "0" * 64,
    }  # fmt: skip
    return Citation(**{**defaults, **fields})


def squeezed(shown: str) -> str:
    return re.sub(r"[\s【】]", "", shown)


def test_the_point_comes_first_then_statements_then_footnotes() -> None:
    slices = ("訪中した翌月、首相が北朝鮮を訪問した", "祝賀行事に参加するためであった")
    answer = an_answer(
        short=Statement("2025年10月 ／ 祝賀行事に参加するため", (1,)),
        statements=(
            Statement("訪中した翌月〔2025年10月〕、首相が北朝鮮を訪問した…。", (1,)),
            Statement("祝賀行事に参加するためであった。", (1, 2)),
        ),
        citations=(
            a_citation(
                slices=slices,
                decisive=(Emphasis(4, 6), Emphasis(1000, 1011)),
                page=3,
                grade="sourced",
                sources=(PrimarySource("8", "", "新華社", "会談", "2025-10-09", URL, damaged=False),),
            ),
            a_citation(2, ("祝賀行事に参加するためであった",), author="", date=""),
        ),
    )
    assert render(answer, 60) == (
        " 2025年10月 ／ 祝賀行事に参加するため[1]\n"
        "\n"
        " 訪中した翌月〔2025年10月〕、首相が北朝鮮を訪問した…[1]。\n"
        " 祝賀行事に参加するためであった[1][2]。\n"
        "\n"
        " ─ 脚注 ────────────────────────────────────────────────────\n"
        " [1] 山田花子「首相の訪朝」2025-12-18 ／ 2. 訪問 ／ p. 3 ／\n"
        "     原注あり\n"
        "     訪中した【翌月】、首相が北朝鮮を訪問した … 【祝賀行事に\n"
        "     参加するため】であった\n"
        "     ↳ 注8 新華社「会談」 2025-10-09\n"
        f"       {URL}\n"
        " [2] 「首相の訪朝」日付なし ／ 2. 訪問 ／ 著者の記述（原注な\n"
        "     し）\n"
        "     祝賀行事に参加するためであった"
    )


def test_a_calculation_shows_its_cells_and_rows_show_their_table_and_its_source() -> None:
    row = "編み地 | 60063200 | 37,448,619"
    answer = an_answer(
        lang="en",
        short=Statement("+4,674,308 US dollars (+14.3 %)", (1, 2)),
        calculation=Calculation(
            "37,448,619 − 32,774,311 = 4,674,308",
            (
                Operand("37,448,619", "US dollars", 1, "表2", 3, "金額"),
                Operand("32,774,311", "US dollars", 2, "表3", 7, ""),
            ),
            "4,674,308",
            "US dollars",
        ),
        citations=(
            a_citation(1, (row,), kind="row", grade="table", table="表2 輸出品目", source_line="税関統計"),
            a_citation(2, ("編み地 | 32,774,311",), kind="row", grade="table", table="表3 輸出品目"),
        ),
    )
    assert render(answer) == (
        " +4,674,308 US dollars (+14.3 %)[1][2]\n"
        "\n"
        " Calculation: 37,448,619 − 32,774,311 = 4,674,308\n"
        "   37,448,619 US dollars: 表2 / row 3 / 金額[1]\n"
        "   32,774,311 US dollars: 表3 / row 7[2]\n"
        "\n"
        f" ─ Footnotes {'─' * 67}\n"
        " [1] 山田花子, “首相の訪朝” 2025-12-18 / 2. 訪問 / table\n"
        "     表2 輸出品目\n"
        "     編み地 | 60063200 | 37,448,619\n"
        "     source of the table: 税関統計\n"
        " [2] 山田花子, “首相の訪朝” 2025-12-18 / 2. 訪問 / table\n"
        "     表3 輸出品目\n"
        "     編み地 | 32,774,311\n"
        "     the table prints no source"
    )


def test_a_result_that_the_formula_does_not_show_is_added_to_it() -> None:
    answer = an_answer(short=Statement("5件", (1,)), calculation=Calculation("2 + 3", (), "5", "件"))
    assert " 計算：2 + 3 = 5 件" in render(answer)


def test_sides_of_a_conflict_stand_below_one_another_with_their_dates_in_a_column() -> None:
    sides = (Side(1, "2025-09-03", "三日間滞在した。"), Side(2, "", "二日間滞在した。"))
    shown = render(an_answer(statements=(Statement("滞在した。", (1,)),), conflicts=(Conflict("滞在の長さ", sides),)))
    assert (
        " 資料によって記述が異なります：滞在の長さ\n"
        "   2025-09-03  三日間滞在した[1]。\n"
        "   日付なし    二日間滞在した[2]。"
    ) in shown


def test_an_abstention_names_what_is_missing_and_the_nearest_passages() -> None:
    answer = an_answer(
        status="abstained",
        abstained=True,
        answer="この資料からは答えられません。",
        missing=("演説の長さ",),
        nearest=(Lead("brief", "3. 会見", "会見で発言した。", "時間の長さを述べていません"),),
    )
    assert render(answer) == (
        " この資料からは答えられません。\n"
        "\n"
        " 資料にない点：\n"
        "  - 演説の長さ\n"
        "\n"
        " 近い箇所：\n"
        "  - brief ／ 3. 会見：会見で発言した。 — 時間の長さを述べていません"
    )


def test_what_the_abstention_already_names_is_not_listed_again() -> None:
    answer = an_answer(
        status="abstained", abstained=True, answer="演説の長さを述べた箇所がありません。", missing=("演説の長さ",)
    )
    assert render(answer) == " 演説の長さを述べた箇所がありません。"


def test_an_answer_without_a_source_says_so() -> None:
    shown = render(an_answer(short=Statement("2025年10月", ()), unsourced=True))
    assert "出典の注を付けていません" in shown


def test_a_note_of_a_sentence_nearby_is_called_that() -> None:
    note = PrimarySource("1", "", "聯合ニュース", "訪中団", "2025-09-03", "", damaged=False)
    shown = render(an_answer(citations=(a_citation(1, ("軍人は同行しなかった",), sources=(note,)),), unsourced=True))
    assert "同じ段落の近くの文に付いたもの" in "".join(shown.split())
    assert "出典の注を付けていません" not in shown


def test_a_partial_answer_says_so_below_what_it_could_say() -> None:
    answer = an_answer(
        lang="ko", status="partial", short=Statement("2025년 10월", (1,)), missing=("연설 시간",),
        answer="2025년 10월[1]\n‘연설 시간’에 관한 대목은 찾지 못했습니다.",
    )  # fmt: skip
    assert render(answer) == (
        " 2025년 10월[1]\n\n 자료로 답할 수 있는 것은 일부뿐입니다.\n 자료에 없는 내용:\n  - 연설 시간"
    )


def test_small_talk_is_answered_in_its_own_words() -> None:
    answer = an_answer(lang="en", status="chat", answer=text("chat_hello", "en"))
    assert render(answer).startswith(" Hello, this is tenkyo.")


def test_damaged_and_absent_notes_are_flagged_and_a_damaged_one_is_given_as_printed() -> None:
    sources = (
        PrimarySource("9", "『動向』No. 6 57、ラヂオプ", "ラヂオプ", "動向", "", "", damaged=True),
        PrimarySource("12", "", "", "", "", "", damaged=True),
        PrimarySource("", "聯合ニュース", "", "", "", "", damaged=False),
    )
    shown = footnotes(an_answer(citations=(a_citation(sources=sources),)), width=100)
    assert shown.splitlines()[3:] == [
        f"     ↳ 注9 『動向』No. 6 57、ラヂオプ 〔{text('damaged', 'ja')}〕",
        f"     ↳ 注12 〔{text('note_absent', 'ja')}〕",
        "     ↳ 本文が引く出典 聯合ニュース",
    ]


def test_a_primary_source_is_shown_once_however_many_notes_and_footnotes_rest_on_it() -> None:
    def named(marker: str, url: str = URL) -> PrimarySource:
        return PrimarySource(marker, "", "新華社", "会談", "2025-10-09", url, damaged=False)

    one = a_citation(sources=(named("8"), named("9", URL.replace("https", "http") + "/")))
    other = a_citation(2, sources=(named("8"), named("7", "https://example.org/other")))
    shown = footnotes(an_answer(citations=(one, other)), width=200).splitlines()
    assert [line.strip() for line in shown if "↳" in line] == [
        f"↳ 注8、注9 新華社「会談」 2025-10-09 {URL}",
        "↳ 注8 [1]と同じ資料",
        "↳ 注7 新華社「会談」 2025-10-09 https://example.org/other",
    ]


def test_emphasis_over_a_lifted_note_mark_is_one_stretch() -> None:
    """Spans that adjoin are one quote run on, so the decisive words are not split between them."""
    spans = (QuotedSpan(10, 14, (0, 12)), QuotedSpan(14, 18, (20, 32)))
    citation = a_citation(quote="首相が平壌を訪問", spans=spans, decisive=(Emphasis(13, 16),))
    assert plain.highlighted(citation) == "首相が【平壌を】訪問"


def test_a_quote_that_its_spans_do_not_describe_is_shown_whole_without_emphasis() -> None:
    citation = a_citation(slices=("首相が平壌を訪問",), quote="首相が平壌を訪問した", decisive=(Emphasis(3, 5),))
    assert plain.highlighted(citation) == "首相が平壌を訪問した"


def test_nothing_a_document_contains_can_act_on_the_terminal() -> None:
    evil = "あ\x1b]0;title\x07い\x9b31mう\u202eえ\x00お\ud800"
    answer = an_answer(
        short=Statement(evil, (1,)),
        status="partial",
        missing=(evil,),
        nearest=(Lead(evil, evil, evil, evil),),
        conflicts=(Conflict(evil, (Side(1, evil, evil),)),),
        calculation=Calculation(evil, (Operand(evil, evil, 1, evil, 1, evil),), evil, evil),
        citations=(
            a_citation(
                slices=(evil,), title=evil, author=evil, date=evil, section=evil, kind="row", table=evil,
                source_line=evil, sources=(PrimarySource(evil, evil, evil, evil, evil, evil, damaged=True),),
            ),
        ),
    )  # fmt: skip
    shown = render(answer)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)
    assert "あ]0;titleい31mうえお\ufffd" in shown


def test_line_breaks_inside_a_quote_do_not_break_japanese_words() -> None:
    assert plain.clean("中朝関\n係は  two\r\nlines\x0chere\t.") == "中朝関係は two lines here ."


def test_colour_changes_nothing_but_the_weight() -> None:
    answer = an_answer(short=Statement("二〇二五年", (1,)), citations=(a_citation(),))
    coloured = render(answer, color=True)
    assert coloured.startswith("\x1b[1m 二〇二五年[1]\x1b[0m\n")
    assert re.sub(r"\x1b\[\dm", "", coloured) == render(answer)


words = st.text("李強首相が平壌を訪れた、。」「っー… word 10,000% 한국은 \n", min_size=1, max_size=80).filter(str.strip)
short_words = st.text("首相、。「」 title", max_size=20)


@st.composite
def citations(draw: st.DrawFn, n: int) -> Citation:
    slices = tuple(draw(st.lists(words, min_size=1, max_size=3)))
    starts = [1000 * i for i in range(len(slices))]
    decisive = []
    for start, part in zip(starts, slices, strict=True):
        low = draw(st.integers(0, len(part)))
        decisive.append(Emphasis(start + low, start + draw(st.integers(low, len(part)))))
    grades: list[Grade] = ["sourced", "table", "author", "unsourced"]
    return a_citation(
        n,
        slices,
        title=draw(short_words),
        author=draw(short_words),
        section=draw(short_words),
        kind=draw(st.sampled_from(["prose", "row", "note", "heading"])),
        grade=draw(st.sampled_from(grades)),
        decisive=tuple(decisive),
        sources=draw(st.sampled_from([(), (PrimarySource("8", "注", "新華社", "", "", URL, damaged=False),)])),
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    count = draw(st.integers(1, 12))
    numbers = st.lists(st.integers(1, count), min_size=1, max_size=3, unique=True).map(tuple)
    return an_answer(
        lang=draw(st.sampled_from(LANGS)),
        short=draw(st.none() | st.builds(Statement, words, numbers)),
        statements=tuple(draw(st.lists(st.builds(Statement, words, numbers), max_size=3))),
        citations=tuple(draw(citations(n)) for n in range(1, count + 1)),
        nearest=tuple(draw(st.lists(st.builds(Lead, short_words, short_words, words, short_words), max_size=2))),
    )


@given(answers(), st.integers(20, 120))
def test_every_footnote_is_shown_with_its_whole_quote_within_the_width(answer: Answer, width: int) -> None:
    shown = render(answer, width)
    assert all(cell_len(line) <= width for line in shown.splitlines() if "http://" not in line)
    below = terminal.footnotes(answer, width)
    assert shown.endswith(below)
    entries = re.split(r"^ \[(\d+)\]", below, flags=re.MULTILINE)
    assert [int(n) for n in entries[1::2]] == [citation.n for citation in answer.citations]
    for citation, entry in zip(answer.citations, entries[2::2], strict=True):
        assert squeezed(citation.quote) in squeezed(entry)
