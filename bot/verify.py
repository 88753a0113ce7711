"""Check an answer against the documents, word by word, before a person sees it and whenever they ask again.

Invariant: nothing is taken on trust. A quote must be the slices its spans name, the spans must be the bytes they name,
and the words of every statement must stand in the quotes it cites.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from bot.answer import JOINT, Answer, Calculation, Citation, Rejection, Statement, joined
from bot.conclude import above_footnotes
from bot.filters import outside
from bot.messages import text
from bot.sic import FINAL, OURS
from bot.verify_asides import wrong_asides, wrong_short
from corpus.document import Document


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an answer that does not hold; ``citation`` is 0 where it concerns no single footnote."""

    citation: int
    what: str


def check_citation(citation: Citation, document: Document | None) -> list[Problem]:
    """Return what does not hold of a footnote, given the document as it is on the shelf now."""
    if document is None:
        return [Problem(citation.n, f"the document {citation.doc} is no longer on the shelf")]
    if document.sha256 != citation.sha256:
        return [Problem(citation.n, f"the document {citation.doc} has changed since")]
    problems: list[Problem] = []
    for span in citation.spans:
        if not 0 <= span.start <= span.end <= len(document.text):
            return [Problem(citation.n, f"[{span.start}, {span.end}) lies outside the text of {citation.doc}")]
        places = document.locate(span.start, span.end)
        if [(place.first, place.last) for place in places] != [tuple(span.bytes)]:
            problems.append(Problem(citation.n, f"the bytes {span.bytes} are not the words [{span.start}, {span.end})"))
    if joined(document.text, citation.spans) != citation.quote:
        problems.append(Problem(citation.n, "the quote is not what its spans name"))
    return problems


def check_statement(statement: Statement, citations: Mapping[int, Citation]) -> str:
    """Return why the cited quotes do not carry a statement, or an empty string when they do."""
    if wrong := check_short(statement, citations):
        return wrong
    quoted = [_bare(part) for n in statement.citations for part in _slices(citations[n])]
    for part in OURS.split(statement.text):
        words = _bare(part.strip(FINAL))
        if words and not any(words in quote for quote in quoted):
            return f"the words {part.strip()!r} stand in no cited quote"
    return ""


def check_short(short: Statement, citations: Mapping[int, Citation]) -> str:
    """Return why the short answer does not hold: it cites nothing, or footnotes that do not exist.

    Its words may be ours: a date completed, a figure computed; the statements below it carry them.
    """
    if not short.citations:
        return "cites nothing"
    unknown = [n for n in short.citations if n not in citations]
    return f"cites footnote {unknown[0]}, which does not exist" if unknown else ""


def _slices(citation: Citation) -> list[str]:
    """Return the unbroken stretches of a quote; words never run on over what was left out between them."""
    shown: list[str] = []
    at = 0
    for index, span in enumerate(citation.spans):
        length = span.end - span.start
        if index and citation.spans[index - 1].end != span.start:
            at += len(JOINT)
        if shown and index and citation.spans[index - 1].end == span.start:
            shown[-1] += citation.quote[at : at + length]
        else:
            shown.append(citation.quote[at : at + length])
        at += length
    return shown


def _bare(text: str) -> str:
    """Drop white space, which a statement may show otherwise than the quote."""
    return re.sub(r"\s+", "", text)


def verified(answer: Answer, documents: Mapping[str, Document]) -> Answer:
    """Return the answer without the statements that do not hold; each one is kept under ``rejected`` with the reason.

    An answer whose quotes do not hold, or stand outside of its filters, loses every statement that cites them.
    """
    broken = {
        citation.n: problems[0].what
        for citation in answer.citations
        if (problems := _check_filters(answer, citation) or check_citation(citation, documents.get(citation.doc)))
    }
    good = {citation.n: citation for citation in answer.citations if citation.n not in broken}
    kept: list[Statement] = []
    rejected: list[Rejection] = []
    for statement in answer.statements:
        reason = check_statement(statement, good)
        if reason:
            rejected.append(Rejection(statement.text, broken.get(next(iter(statement.citations), 0), reason)))
        else:
            kept.append(statement)
    if not rejected and not _lacks_footing(answer, good):
        return answer
    return _without_rejected(answer, tuple(kept), tuple(rejected))


def _lacks_footing(answer: Answer, good: Mapping[int, Citation]) -> bool:
    """Say whether the short answer, the calculation or a side of a conflict rests on a footnote that does not hold."""
    cited = {operand.citation for operand in answer.calculation.operands} if answer.calculation else set()
    cited |= {side.citation for conflict in answer.conflicts for side in conflict.sides}
    return not cited <= good.keys() or bool(answer.short and check_short(answer.short, good))


def check_calculation(calculation: Calculation, citations: Mapping[int, Citation]) -> str:
    """Return why a calculation does not hold: a number that its cell does not have, or a result it does not come to."""
    for operand in calculation.operands:
        if operand.citation not in citations:
            return f"cites footnote {operand.citation}, which does not exist"
        if _digits(operand.value) not in _digits(citations[operand.citation].quote):
            return f"the number {operand.value} stands not in footnote {operand.citation}"
    computed = {_digits(number) for number in _NUMBER.findall(calculation.formula)}
    for number in _NUMBER.findall(calculation.result):
        if _digits(number) not in computed:
            return f"the result {number} stands not in the formula"
    return ""


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _digits(words: str) -> str:
    """Return words in normal form without what groups figures."""
    return re.sub(r"[,，\s]", "", unicodedata.normalize("NFKC", words))


def _without_rejected(answer: Answer, kept: tuple[Statement, ...], rejected: tuple[Rejection, ...]) -> Answer:
    """Return what is left of an answer: what only rejected statements rested on goes with them."""
    held = {n for statement in kept for n in statement.citations}
    short = answer.short if answer.short and answer.short.citations and set(answer.short.citations) <= held else None
    conflicts = tuple(c for c in answer.conflicts if all(side.citation in held for side in c.sides))
    calculated = answer.calculation
    if calculated and not all(operand.citation in held for operand in calculated.operands):
        calculated = None
    shown = above_footnotes(short, kept, calculated, conflicts, answer.lang)
    before = above_footnotes(answer.short, answer.statements, answer.calculation, answer.conflicts, answer.lang)
    rest = answer.answer.removeprefix(before) if answer.answer.startswith(before) else ""  # what is said to be missing
    return replace(
        answer,
        status=answer.status if kept else "abstained",
        abstained=not kept,
        confidence=answer.confidence if kept else 0.0,
        answer=shown + rest if kept else text("abstained", answer.lang),
        short=short,
        statements=kept,
        calculation=calculated,
        conflicts=conflicts,
        citations=tuple(citation for citation in answer.citations if citation.n in held),
        rejected=(*answer.rejected, *rejected),
    )


def check_answer(answer: Answer, documents: Mapping[str, Document], withdrawn: Collection[str] = ()) -> list[Problem]:
    """Return everything in a saved answer that does not hold today, reading the original files again.

    ``withdrawn`` are ids of documents that are still there to be compared with but must not be quoted any more.
    """
    problems: list[Problem] = []
    for citation in answer.citations:
        if citation.doc in withdrawn:
            problems.append(Problem(citation.n, f"the document {citation.doc} has been withdrawn"))
        problems += _check_filters(answer, citation)
        found = check_citation(citation, documents.get(citation.doc))
        problems += found or _check_bytes(citation, documents[citation.doc])
    citations = {citation.n: citation for citation in answer.citations}
    for statement in answer.statements:
        reason = check_statement(statement, citations)
        if reason:
            problems.append(Problem(0, f"statement {statement.text!r}: {reason}"))
        for wrong in wrong_asides(statement, citations, documents, answer.lang):
            problems.append(Problem(0, f"statement {statement.text!r}: {wrong}"))
    if answer.calculation and (reason := check_calculation(answer.calculation, citations)):
        problems.append(Problem(0, f"calculation {answer.calculation.formula!r}: {reason}"))
    problems += [
        Problem(0, f"conflict {conflict.about!r}: cites footnote {side.citation}, which does not exist")
        for conflict in answer.conflicts
        for side in conflict.sides
        if side.citation not in citations
    ]
    if answer.short and (reason := check_short(answer.short, citations)):
        problems.append(Problem(0, f"short answer {answer.short.text!r}: {reason}"))
    if answer.short:
        problems += [
            Problem(0, f"short answer {answer.short.text!r}: {wrong}")
            for wrong in wrong_short(answer.short, citations, documents, answer.lang)
        ]
    return problems


def _check_filters(answer: Answer, citation: Citation) -> list[Problem]:
    """Return by which filter of the answer a footnote must not stand there."""
    left = outside(answer.filters, citation) if answer.filters else ""
    return [Problem(citation.n, f"the quote from {citation.doc} is outside of the filter {left}")] if left else []


def _check_bytes(citation: Citation, document: Document) -> Sequence[Problem]:
    raw = Path(document.path).read_bytes()
    if hashlib.sha256(raw).hexdigest() != citation.sha256:
        return [Problem(citation.n, f"the file {document.path} has changed since")]
    return [
        Problem(citation.n, f"bytes {span.bytes} of {document.path} are not the quoted words")
        for span in citation.spans
        if not _spelled(raw[span.bytes[0] : span.bytes[1]], document.text[span.start : span.end], document)
    ]


def _spelled(held: bytes, words: str, document: Document) -> bool:
    """Say whether bytes of the original are the words, as far as the file's format lets them be compared."""
    if document.places == "container":  # compressed: the document was read from the very file a moment ago
        return bool(held)
    spelled = held.decode(document.encoding, "replace")
    if document.places == "exact":
        return words in (spelled, spelled.replace("\r", "\n"))  # line ends: see `corpus.document`
    return not held or _bare(unescape(spelled)) == _bare(words)
