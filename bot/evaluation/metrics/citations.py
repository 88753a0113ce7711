"""Whether footnotes carry the statements and bear on the question: ALCE's terms (Gao et al. 2023), for verbatim quotes.

ALCE asks a language model whether a passage entails a statement. Here the quote is verbatim, so a statement is carried
when what it states of the expected facts is also in its quotes, and (where it states none of them) when its own words
are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.answer import Answer, Citation, Statement
from bot.evaluation.patterns import Pattern
from bot.evaluation.places import Evidence, bears
from bot.verify import check_statement
from corpus.document import Document
from corpus.places import lies_in

_OURS = re.compile("〔[^〕]*〕")  # what tenkyo adds to a statement is no claim of the document


def citation_recall(answer: Answer, expected: Sequence[Pattern], documents: Mapping[str, Document]) -> float | None:
    """Return statements whose footnotes carry them ÷ statements; None without a statement."""
    if not answer.statements:
        return None
    carried = sum(carries(answer, statement, expected, documents) for statement in answer.statements)
    return carried / len(answer.statements)


def carries(
    answer: Answer, statement: Statement, expected: Sequence[Pattern], documents: Mapping[str, Document]
) -> bool:
    """Say whether a statement's footnotes (and the shown arithmetic over them) carry what it states.

    A quoted relative date (翌月, この前日) carries the date that its document determines for it.
    """
    citations = {citation.n: citation for citation in answer.citations}
    if not statement.citations or not set(statement.citations) <= set(citations):
        return False
    quoted = "\n".join(_words(citations[n], documents) for n in statement.citations)
    if answer.calculation:
        quoted += f"\n{answer.calculation.formula} = {answer.calculation.result} {answer.calculation.unit}"
    words = _OURS.sub("", statement.text)
    stated = [pattern for pattern in expected if pattern.found_in(words)]
    if stated:
        return all(pattern.found_in(quoted) for pattern in stated)
    return not check_statement(statement, citations)


def _words(citation: Citation, documents: Mapping[str, Document]) -> str:
    """Return what a footnote shows: quote, dates it determines, document, and for a row caption and source line."""
    document = documents.get(citation.doc)
    dates = document.told.dates if document else ()
    held = [date.value for date in dates if any(lies_in(date, span) for span in citation.spans)]
    return "\n".join((citation.quote, citation.table, citation.source_line, citation.date, *held))


def citation_precision(citations: Sequence[Citation], evidence: Sequence[Evidence]) -> float | None:
    """Return footnotes that quote gold evidence ÷ footnotes; None without a footnote or without gold evidence."""
    if not citations or not evidence:
        return None
    return sum(bears(citation, evidence) for citation in citations) / len(citations)


def off_point(answer: Answer, evidence: Sequence[Evidence]) -> int:
    """Count the statements none of whose footnotes quotes gold evidence."""
    bearing = {citation.n for citation in answer.citations if bears(citation, evidence)}
    return sum(not bearing & set(statement.citations) for statement in answer.statements)


def source_hit(citations: Sequence[Citation], wanted: Sequence[str]) -> bool | None:
    """Say whether every wanted source stands under the footnotes, or in a quoted note; None where none is wanted.

    A wanted source is a note's marker, or a part of its text, publisher or URL.
    """
    if not wanted:
        return None
    shown = [source for citation in citations for source in citation.sources]
    markers = {source.marker for source in shown}
    printed = [f"{s.text}\n{s.publisher}\n{s.title}\n{s.url}" for s in shown]
    printed += [citation.quote for citation in citations if citation.kind == "note"]
    return all(want in markers or any(want.lower() in text.lower() for text in printed) for want in wanted)
