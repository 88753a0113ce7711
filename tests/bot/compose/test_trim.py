"""A sentence cut where it runs on: its end stays, its order stays, and nothing that its meaning hangs on goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose.candidates import Candidate, Sentences, candidates
from bot.compose.draft import Quote
from bot.compose.terms import question_terms
from bot.compose.trim import LONG, shown, trimmed
from bot.question import parse_question
from corpus.document import Document, Mark, Passage, Piece, Span
from corpus.structure.dates import resolve_dates
from tests.conftest import Bench, PlainWords, evidence, unsupported

ASIDE = "会長は港の歴史を振り返って戦後の復興を詳しく説明し、出席した人々に長年の協力への感謝を何度も伝え、"


def kept(candidate: Candidate, decisive: Span | None, question: str) -> str:
    terms = question_terms(parse_question(question), PlainWords())
    return "…".join(candidate.document.text[span.start : span.end] for span in trimmed(candidate, decisive, terms))


def sentence(bench: Bench, text: str, question: str) -> Candidate:
    document = bench.read(f"# 港\n\n{text}\n")
    return bench.candidate(question, document, text[:10])[1]


def place(candidate: Candidate, words: str) -> Span:
    start = candidate.document.text.index(words, candidate.start)
    return Span(start, start + len(words))


def test_a_sentence_that_does_not_run_on_stays_whole(bench: Bench) -> None:
    candidate = sentence(bench, "開港式は青森港で開かれ、知事が来年の灯台の公開を発表した。", "灯台はいつ公開されるか")
    assert kept(candidate, place(candidate, "来年"), "灯台はいつ公開されるか") == candidate.text


def test_a_long_sentence_loses_an_opening_that_does_not_speak_of_the_question(bench: Bench) -> None:
    text = ASIDE * 3 + "来年から灯台の一般公開を再開すると発表した。"
    candidate = sentence(bench, text, "灯台はいつ公開されるか")
    assert len(text) > LONG
    words = kept(candidate, place(candidate, "来年"), "灯台はいつ公開されるか")
    assert len(words) < len(text)
    assert words.endswith("来年から灯台の一般公開を再開すると発表した。")


@pytest.mark.parametrize(
    "opening",
    [
        "予算が認められれば、",
        "県が費用を負担する場合、",
        "台風が来なければ、",
        "議会はまだ承認していないが、",
        "関係者によると承認される見込みであり、",
    ],
)
def test_a_condition_a_negation_and_a_hedge_stay_with_what_follows_them(opening: str, bench: Bench) -> None:
    text = opening + ASIDE * 3 + "来年から灯台の一般公開を再開すると発表した。"
    candidate = sentence(bench, text, "灯台はいつ公開されるか")
    assert opening.rstrip("、") in kept(candidate, place(candidate, "来年"), "灯台はいつ公開されるか")


def test_the_end_of_a_sentence_stays_for_it_may_deny_everything(bench: Bench) -> None:
    text = "来年から灯台の一般公開を再開し、" + ASIDE * 3 + "花火も上げるという計画は、結局のところ実現しなかった。"
    candidate = sentence(bench, text, "灯台はいつ公開されるか")
    assert kept(candidate, place(candidate, "来年"), "灯台はいつ公開されるか").endswith("結局のところ実現しなかった。")


LISTED = (
    "大陸からの代表は次のとおり港の仕事に就く人々であり、アラスカからは技師の一行が船の設計を学びに春のうちに訪れ[^1]、"
    "カナダからは博物館の学芸員たちが倉庫に眠る古い海図を借り受けるために夏の初めに訪れ[^2]、"
    "ペルーからは漁師の組合が網の作り方を比べるために秋の祭りの日に訪れ[^3]、それぞれ青森港で歓迎されたという。\n\n"
    "[^1]: 甲。\n[^2]: 乙。\n[^3]: 丙。\n"
)


def test_of_a_list_with_notes_the_item_that_answers_stays_with_the_end(bench: Bench) -> None:
    document = bench.read(f"# 港\n\n{LISTED}")
    asked, candidate = bench.candidate("カナダからは誰が訪れたか", document, "アラスカ")
    words = kept(candidate, place(candidate, "博物館の学芸員たち"), asked.question.text)
    assert "カナダからは博物館の学芸員たち" in words
    assert words.endswith("それぞれ青森港で歓迎されたという。")
    assert "ペルー" not in words


@pytest.mark.parametrize("opening", ["もし嵐が来なければ", "議会の承認はまだないが"])
def test_a_list_with_notes_keeps_the_condition_it_stands_under(opening: str, bench: Bench) -> None:
    document = bench.read(f"# 港\n\n{opening}、{LISTED}")
    asked, candidate = bench.candidate("カナダからは誰が訪れるか", document, "アラスカ")
    assert opening in kept(candidate, place(candidate, "博物館の学芸員たち"), asked.question.text)


def test_a_cut_is_shown_and_an_open_date_is_completed_in_brackets(bench: Bench) -> None:
    document = bench.read("# 港\n\n開港式は2023年4月5日だった。翌月、灯台が公開された。\n")
    _, candidate = bench.candidate("灯台", document, "灯台")
    dates = resolve_dates(document.text, document.date)
    whole = (Span(candidate.start, candidate.end),)
    assert shown(candidate, whole, dates, "ja") == "翌月〔2023年5月〕、灯台が公開された。"
    assert shown(candidate, whole, dates, "en") == "翌月〔May 2023〕、灯台が公開された。"
    part = (Span(candidate.start + 3, candidate.end),)
    assert shown(candidate, part, dates, "ja") == "…灯台が公開された。"
    parts = (Span(candidate.start, candidate.start + 2), Span(candidate.start + 3, candidate.end))
    assert shown(candidate, parts, (), "ja") == "翌月…灯台が公開された。"


def check(candidate: Candidate, decisive: Span | None, question: str) -> None:
    """What holds of every cut: slices in order inside the sentence, its end kept, what is decisive kept."""
    document = candidate.document
    terms = question_terms(parse_question(question), PlainWords())
    spans = trimmed(candidate, decisive, terms)
    places = [edge for span in spans for edge in (span.start, span.end)]
    assert places == sorted(places)
    assert all(span.start < span.end for span in spans)
    assert candidate.start <= spans[0].start
    assert spans[-1].end == candidate.end
    if decisive is not None:
        assert any(span.start <= decisive.start and decisive.end <= span.end for span in spans)
    words = shown(candidate, spans, resolve_dates(document.text, document.date), "ja")
    quote = Quote(document, candidate.passage, spans)
    assert _carried(words, quote) == []


def _carried(words: str, quote: Quote) -> list[str]:
    from bot.answer import Citation, Statement  # noqa: PLC0415

    cited = Citation(1, "d", "", "", "", "", None, "prose", "author", quote.text, (), "")
    return unsupported(Statement(words, (1,)), [cited])


CLAUSES = st.sampled_from(
    [
        "会長は港の歴史を振り返り、", "予算が認められれば、", "誰も来なかったが、", "2023年4月5日に", "翌月の",
        "もっとも", "灯台の公開を始め、", "「港は玄関口である」と述べ、", "関係者によると、",
        "カナダ、ペルー、チリから", "；", "\n", "the port opened, ", "if it rains, ", "港港港港港港港港港港",
    ]
)  # fmt: skip


@given(st.data(), st.lists(CLAUSES, min_size=1, max_size=16).map("".join))
def test_however_a_sentence_is_cut_its_order_and_its_end_stay(data: st.DataObject, opening: str) -> None:
    text = opening + "式は終わった。"
    marks = tuple(
        Mark(str(n), at)
        for n, at in enumerate(sorted(data.draw(st.sets(st.integers(1, len(text)), max_size=4))), start=1)
    )
    passage = Passage("d:0", "d", "prose", 0, len(text), text, marks=marks)
    document = Document("d", "d", "", "2024", "", "", "ja", text, "", "", (Piece(0, len(text), 0),), (passage,))
    first = data.draw(st.integers(0, len(text) - 1))
    decisive = data.draw(st.none() | st.just(Span(first, data.draw(st.integers(first + 1, len(text))))))
    for candidate in candidates((), evidence("q", [document]), {"d": document}, Sentences()):
        inside = decisive is not None and candidate.start <= decisive.start and decisive.end <= candidate.end
        check(candidate, decisive if inside else None, "灯台はいつ公開されたか")


ITEMS = (
    "知事は式典の場で、北の漁港の組合長と新しい船の建造の費用について長く話し合ったこと[1]、南の温泉町の町長と観光客の"
    "受け入れの人数について立ち話をしたこと[2]、隣の県の議長と鉄道の橋の架け替えの時期について約束したこと[3]、"
    "東の島の医師と診療所の休みの日の当番について相談したこと[4]などが、その日の夕方までに分かっている。"
)
ITEM_NOTES = "\n\n[1] 甲\n[2] 乙\n[3] 丙\n[4] 丁\n"


@pytest.mark.parametrize(
    ("question", "cut"),
    [("知事は町長と何をしたか", True), ("知事は議長と何をしたか", False), ("知事は診療所の医師と会ったか", False)],
)
def test_of_items_with_notes_none_is_cut_that_says_more_of_the_question(bench: Bench, question: str, cut: bool) -> None:
    document = bench.read(f"# 港\n\n{ITEMS}{ITEM_NOTES}")
    candidate = bench.candidate(question, document, "知事は式典")[1]
    words = kept(candidate, place(candidate, "立ち話"), question)
    assert ("組合長" not in words and "議長" not in words) is cut
    assert "立ち話をしたこと" in words


def test_every_sentence_of_the_shipped_documents_can_be_cut(shipped: tuple[Document, ...], bench: Bench) -> None:
    question = "平壌を訪れたのはいつか"
    _, found = bench.candidates(question, *shipped)
    long = [c for c in found if c.passage.kind == "prose" and c.end - c.start > LONG]
    for candidate in long:
        for at in range(candidate.start, candidate.end, 25):
            check(candidate, Span(at, min(at + 6, candidate.end)), question)


def test_a_mark_within_a_clause_begins_no_item(bench: Bench) -> None:
    text = (
        "なお港湾新聞の記事[1]では、知事から新しい船の建造についての話があったことは確かめられないが、町長と議長が南の温泉町で開いた会についての"
        "別の記事[2]では、「双方が漁港の改修を進め、観光客の受け入れの人数についても互いに支える用意を示した」としており、"
        "知事との席でもこのことが取り上げられたのだろうと、隣の県の新聞は後になって伝えている[3]。"
    )
    document = bench.read(f"# 港\n\n{text}\n\n[1] 甲\n[2] 乙\n[3] 丙\n")
    candidate = bench.candidate("議長の肩書きは何か", document, "港湾新聞")[1]
    assert not kept(candidate, place(candidate, "議長"), "議長の肩書きは何か").startswith("では")
