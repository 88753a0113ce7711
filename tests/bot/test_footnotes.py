"""From a draft to numbered footnotes, on a small document read from a real file."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.compose.draft import Draft, DraftCalculation, DraftConflict, DraftOperand, DraftSide, DraftStatement, Quote
from bot.footnotes import citation, footnoted
from bot.verify import check_citation
from corpus.document import Document, Span
from tests.conftest import Bench


def quote(document: Document, *words: str) -> Quote:
    """Quote words of one passage, each where it first stands."""
    starts = [document.text.index(part) for part in words]
    home = next(
        p
        for p in document.passages
        if p.kind != "table" and p.start <= starts[0] and starts[-1] + len(words[-1]) <= p.end
    )
    spans = tuple(Span(start, start + len(part)) for start, part in zip(starts, words, strict=True))
    return Quote(document, home, spans)


def test_footnotes_are_numbered_from_one_in_the_order_in_which_they_are_met(brief: Document) -> None:
    opening, reason, governor = (
        quote(brief, w) for w in ("新航路の開港式が開かれた", "冬の食料を運ぶため", "佐藤一郎知事")
    )
    done = footnoted(
        Draft(
            short=DraftStatement("佐藤一郎知事", (governor,)),
            statements=(
                DraftStatement("冬の食料を運ぶため", (reason,)),
                DraftStatement("新航路の開港式が開かれた…佐藤一郎知事", (opening, governor, opening)),
            ),
        )
    )
    assert done.short is not None
    assert done.short.citations == (1,)
    assert [statement.citations for statement in done.statements] == [(2,), (3, 1)]
    assert [(c.n, c.quote) for c in done.citations] == [
        (1, "佐藤一郎知事"),
        (2, "冬の食料を運ぶため"),
        (3, "新航路の開港式が開かれた"),
    ]


def test_operands_and_sides_of_a_conflict_cite_footnotes_too(brief: Document) -> None:
    apples, scallops = quote(brief, "1 | りんご | 12,300"), quote(brief, "2 | ほたて | 4,560")
    calculation = DraftCalculation(
        "12,300 − 4,560 = 7,740",
        (
            DraftOperand("12,300", "トン", apples, "表1", 1, "数量"),
            DraftOperand("4,560", "トン", scallops, "表1", 2, "数量"),
        ),
        "7,740",
        "トン",
    )
    sides = (DraftSide(scallops, "2024-06-01", "4,560"), DraftSide(apples, "2024-06-01", "12,300"))
    done = footnoted(
        Draft(
            statements=(DraftStatement("ほたて", (scallops,)),),
            calculation=calculation,
            conflicts=(DraftConflict("数量", sides),),
        )
    )
    assert done.calculation is not None
    assert [operand.citation for operand in done.calculation.operands] == [2, 1]
    assert [side.citation for side in done.conflicts[0].sides] == [1, 2]
    assert [c.n for c in done.citations] == [1, 2]


def test_a_footnote_says_where_its_words_stand(brief: Document) -> None:
    made = citation(4, quote(brief, "佐藤一郎知事"))
    assert (made.n, made.doc, made.title, made.author, made.date) == (
        4,
        "brief",
        "青森港と新しい航路",
        "山田花子",
        "2024-06-01",
    )
    assert made.section == "開港式"
    assert made.kind == "prose"
    assert made.sha256 == brief.sha256
    raw = Path(brief.path).read_bytes()
    assert [raw[slice(*span.bytes)].decode() for span in made.spans] == ["佐藤一郎知事"]


def test_a_quote_across_a_note_mark_names_the_bytes_on_both_sides_of_it(brief: Document) -> None:
    made = citation(1, quote(brief, "開港式が開かれた。式典には佐藤"))
    raw = Path(brief.path).read_bytes()
    assert [raw[slice(*span.bytes)].decode() for span in made.spans] == ["開港式が開かれた", "。式典には佐藤"]
    assert made.quote == "開港式が開かれた。式典には佐藤"
    assert made.spans[0].end == made.spans[1].start


def test_slices_that_do_not_adjoin_are_joined_by_an_ellipsis(brief: Document) -> None:
    assert citation(1, quote(brief, "青森港では", "開港式が開かれた")).quote == "青森港では … 開港式が開かれた"


def test_a_quote_carries_only_the_notes_whose_marks_stand_in_it(brief: Document) -> None:
    opening = citation(1, quote(brief, "青森港では2023年4月5日に新航路の開港式が開かれた。"))
    both = citation(
        1,
        quote(
            brief,
            "開港式が開かれた。式典には佐藤一郎知事と韓国の李明博士が出席し、佐藤知事は「港は地域の暮らしを支える玄関口である」と述べた。",
        ),
    )
    plain = citation(1, quote(brief, "開港式に大臣は出席しなかった。"))
    assert [(s.marker, s.publisher, s.date) for s in opening.sources] == [("1", "東奥日報", "2023-04-06")]
    assert [s.marker for s in both.sources] == ["1", "2"]
    assert plain.sources == ()
    assert (opening.grade, plain.grade) == ("sourced", "author")


def test_a_row_carries_its_table_and_the_source_printed_below_it(brief: Document) -> None:
    row = citation(1, quote(brief, "1 | りんご | 12,300"))
    assert row.kind == "row"
    assert row.table.startswith("表1")
    assert "青森県統計" in row.source_line
    assert [s.title for s in row.sources] == ["港湾統計年報"]
    assert row.grade == "sourced"


def test_a_row_of_a_table_without_a_source_is_graded_as_a_table(bench: Bench) -> None:
    document = bench.read(
        "# 港\n\n表1　積み荷（単位：トン）\n\n| 品名 | 数量 |\n|---|---:|\n| りんご | 12,300 |\n| ほたて | 4,560 |\n"
    )
    made = citation(1, quote(document, "りんご | 12,300"))
    assert (made.kind, made.grade, made.source_line) == ("row", "table", "")


def test_a_document_that_names_no_sources_is_graded_unsourced(bench: Bench) -> None:
    document = bench.read("---\nsourced: false\n---\n\n# 港\n\n港は賑わっている。\n")
    assert citation(1, quote(document, "港は賑わっている。")).grade == "unsourced"


def test_a_mark_without_its_note_is_shown_as_damaged(bench: Bench) -> None:
    document = bench.read("# 港\n\n港は賑わった[^1]。船も増えた[^7]。\n\n[^1]: 港湾新聞、2024年。\n")
    sources = citation(1, quote(document, "船も増えた。")).sources
    assert [(s.marker, s.damaged) for s in sources] == [("7", True)]


def test_a_quoted_note_carries_its_own_source(brief: Document) -> None:
    made = citation(1, quote(brief, "東奥日報「新航路が開港」2023年4月6日。"))
    assert made.kind == "note"
    assert [s.url for s in made.sources] == ["https://example.org/a"]


def test_the_decisive_words_of_a_quote_are_places_in_canonical_text(brief: Document) -> None:
    whole = quote(brief, "青森港では2023年4月5日に新航路の開港式が開かれた。")
    day = quote(brief, "2023年4月5日").spans
    made = citation(1, Quote(whole.document, whole.passage, whole.spans, day))
    assert [brief.text[e.start : e.end] for e in made.decisive] == ["2023年4月5日"]


@given(st.data())
def test_whatever_is_quoted_numbers_are_dense_and_every_footnote_holds(brief: Document, data: st.DataObject) -> None:
    def a_quote() -> Quote:
        passage = data.draw(st.sampled_from(brief.passages))
        places = data.draw(st.lists(st.integers(passage.start, passage.end), min_size=2, max_size=6, unique=True))
        places = sorted(places)
        return Quote(brief, passage, tuple(Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)))

    quotes = [a_quote() for _ in range(data.draw(st.integers(1, 4)))]
    picked = st.lists(st.sampled_from(quotes), min_size=1, max_size=3).map(tuple)
    statements = tuple(DraftStatement(" ", data.draw(picked)) for _ in range(data.draw(st.integers(1, 4))))
    done = footnoted(Draft(statements=statements))
    met = list(dict.fromkeys(n for statement in done.statements for n in statement.citations))
    assert met == [c.n for c in done.citations] == list(range(1, len(met) + 1))
    assert len({c.spans for c in done.citations}) == len(done.citations)
    raw = Path(brief.path).read_bytes()
    for made in done.citations:
        assert check_citation(made, brief) == []
        assert all(raw[slice(*s.bytes)].decode() == brief.text[s.start : s.end] for s in made.spans)
