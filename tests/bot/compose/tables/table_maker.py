"""Small documents with tables, made in memory, and a lexicon that needs no index."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.compose.draft import Draft
from bot.compose.tables.answer import answer_from_readings, readings_of
from bot.question import parse_question
from corpus.document import Cell, Document, Passage, Piece, Row, Table
from corpus.structure.captions import caption as read_caption
from corpus.structure.captions import unit_of
from corpus.structure.dates import find_dates
from retrieval.hit import Evidence
from retrieval.tokens import Token, tokenize


class PlainLexicon:
    """The real tokens; every word tells as much as any other."""

    def terms(self, text: str) -> tuple[Token, ...]:
        return tokenize(text)

    def kin(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        return {word: {} for word in asked}

    def phrases(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        return {}

    def idf(self, term: str) -> float:
        return 3.0


LEXICON = PlainLexicon()


def make_document(
    *tables: tuple[str, Sequence[str], Sequence[Sequence[str]]], lang: str = "ja", title: str = "", name: str = "doc"
) -> Document:
    """Print tables (caption line, header, rows) with tabs between cells into a document."""
    text, made, passages = "", [], []
    for index, (line, header, rows) in enumerate(tables, start=1):
        taken = read_caption(line)
        label, words = (taken.label, taken.text) if taken else ("", line)
        text += line + "\n" + ("\t".join(header) + "\n" if header else "")
        first, printed = len(text), []
        for number, cells in enumerate(rows, start=1):
            start, at, placed = len(text), len(text), []
            for cell in cells:
                placed.append(Cell(cell, at, at + len(cell)))
                at += len(cell) + 1
            text += "\t".join(cells) + "\n"
            printed.append(Row(number, tuple(placed), start, len(text) - 1))
        dates = find_dates(line)
        period = dates[0].text if dates else ""
        table = Table(
            f"table-{index}",
            label,
            words,
            period,
            unit_of(words, tuple(header)),
            tuple(header),
            tuple(printed),
            first,
            len(text),
        )
        made.append(table)
        passages += [
            Passage(
                f"{name}-{index}-{row.number}",
                name,
                "row",
                row.start,
                row.end,
                text[row.start : row.end],
                table=table.id,
                row=row.number,
            )
            for row in printed
        ]
        text += "\n"
    piece = Piece(0, len(text), 0)
    return Document(name, title, "", "", "", "", lang, text, "0" * 64, "", (piece,), tuple(passages), (), tuple(made))


def ask_documents(
    question: str, *documents: Document, turns: tuple[str, ...] = (), hits: Evidence | None = None
) -> Draft | None:
    """Ask a question of documents without retrieval."""
    evidence = hits or Evidence(question, (), "")
    asked = parse_question(question, turns)
    return answer_from_readings(asked, readings_of(asked, documents, evidence, LEXICON), evidence)


def check_quotes(draft: Draft) -> None:
    """Every statement's words stand in its quotes; every operand's value is its quote's decisive cell."""
    for statement in draft.statements:
        quoted = "".join(re.sub(r"\s+|…", "", quote.text) for quote in statement.quotes)
        for part in re.split(r"〔[^〕]*〕|…|／", statement.text):
            assert re.sub(r"\s+", "", part) in quoted, statement.text
    for item in draft.calculation.operands if draft.calculation else ():
        span = item.quote.decisive[0]
        assert item.quote.document.text[span.start : span.end].strip() == item.value
    assert sum(len(statement.text) for statement in draft.statements) <= 600


def ask(question: str, *documents: Document, turns: tuple[str, ...] = (), hits: Evidence | None = None) -> Draft | None:
    """Ask a question, and check the quotes of its answer."""
    draft = ask_documents(question, *documents, turns=turns, hits=hits)
    if draft is not None:
        check_quotes(draft)
    return draft


def short(draft: Draft | None) -> str:
    """Return the short answer, or why there is none."""
    if draft is None:
        return "(no table question)"
    return draft.short.text if draft.short else f"(missing: {'・'.join(draft.missing)})"
