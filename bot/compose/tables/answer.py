"""Questions whose answer stands in tables: answered from cells, with exact arithmetic and every cell shown.

Invariant: a question is answered only when every content word of it has its place in the tables used; where only a
row, period, column or rank is not there, the draft has no statements and names what is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.compose.draft import Draft, DraftCalculation, DraftStatement
from bot.compose.lexicon import Lexicon
from bot.compose.tables.absent import absent, worded
from bot.compose.tables.balance import balance
from bot.compose.tables.cells import Finding, named_lines, ranks_asked, superlative
from bot.compose.tables.compare import comparing
from bot.compose.tables.grid import Grid
from bot.compose.tables.making import grids
from bot.compose.tables.matter import outdone
from bot.compose.tables.operations import find
from bot.compose.tables.pairs import find_between
from bot.compose.tables.reader import read_table
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import name_text, value_text
from bot.compose.tables.statement import added, list_statements
from bot.compose.tables.words import light
from bot.cues import AskKind
from bot.question import Question
from corpus.document import Document
from corpus.structure.units import same_unit
from retrieval.hit import Evidence

_MOST_TABLES = 3  # answers of so many tables are shown side by side where a question fits them all
_UNSURE_WHEN_INFERRED, _UNSURE_WHEN_SEVERAL = 0.7, 0.8


@dataclass(frozen=True, slots=True)
class _Answered:
    reading: Reading
    finding: Finding


def readings_of(
    question: Question, documents: Sequence[Document], evidence: Evidence, lexicon: Lexicon
) -> tuple[Reading, ...]:
    """Read a question against every table of the documents; the best first."""
    readings = [r for grid in grids(documents) if (r := read_table(question, grid, lexicon, evidence))]
    readings.sort(key=lambda r: (-r.labelled, -r.anchors, -r.score, _hit_rank(r.grid, evidence)))
    return tuple(readings)


def answer_from_readings(question: Question, readings: Sequence[Reading], evidence: Evidence) -> Draft | None:
    """Answer a question from what it means in each table.

    None when it is no question about them or they leave it open; a draft without statements when a table is meant that
    does not hold what is asked for, which ``missing`` then names.
    """
    kinds = {ask.kind for ask in question.asks}
    if not readings or not _asks_figures(readings[0], kinds):
        return None
    if "yes-no" in kinds and not (comparing(readings[0]) or _orders(readings[0])):
        return None
    return _from_two(readings) or _from_one(readings, evidence) or absent(readings)


def reckoned_in(readings: Sequence[Reading], document: str, table: str) -> Draft | None:
    """Set cells of one table against each other, where a sentence or row of it is what answers best.

    None where the question sets nothing against another, or the table leaves open what.
    """
    meant = (r for r in readings if r.grid.document.id == document and table in r.grid.tables and r.fits)
    for reading in meant:
        if comparing(reading) and (finding := find(reading)) and finding.calculation:
            return _draft([_Answered(reading, finding)])
    return None


def unfit_tables(readings: Sequence[Reading]) -> frozenset[tuple[str, str]]:
    """Return the tables, by document and id, that run in another direction or cover another time than is asked for."""
    return frozenset(
        (reading.grid.document.id, table)
        for reading in readings
        if reading.direction in ("reversed", "elsewhere") or reading.lost_dates
        for table in reading.grid.tables
    )


def _asks_figures(reading: Reading, kinds: Collection[AskKind]) -> bool:
    """Say whether cells may answer: not a reason nor a source, nor how, but for how figures differ or are ordered."""
    if {"why", "source"}.intersection(kinds):
        return _ranks_rows(reading)
    return "how" not in kinds or "count" in kinds or _ranks_rows(reading) or _compares_periods(reading)


def _orders(reading: Reading) -> bool:
    """Say whether a question sets limits, or a row to a place: whether it is so, the rows there tell.

    Without a row it only says by its place what it asks something else of (9位のは今も輸出できる？).
    """
    ordered = ranks_asked(reading) or superlative(reading.query)
    return bool(reading.query.limits or (ordered and named_lines(reading)))


def _compares_periods(reading: Reading) -> bool:
    """Say whether a question sets two periods of one row of the table against each other."""
    compares = comparing(reading) and len(reading.query.dates) > 1
    return compares and bool(reading.phrases) and reading.fits and not reading.unsupported


def _ranks_rows(reading: Reading) -> bool:
    """Say whether a question orders the rows of a table named with its measure (which power source is first)."""
    ordered = reading.query.intents & {"most", "least"} or reading.query.ranks
    return reading.placed and reading.told and bool(ordered) and reading.query.lang != "ja" and not reading.unsupported


_OPERATIONS = frozenset({"most", "least", "rank-of", "sum", "difference", "growth", "ratio", "share", "average"})


def asks_for_cells(readings: Sequence[Reading]) -> bool:
    """Say whether a question is plainly about cells: it compares or ranks figures, or names a table and its measure."""
    if any(reading.placed and (reading.told or _limits_measure(reading)) for reading in readings):
        return True
    return any(reading.query.intents & _OPERATIONS or reading.query.ranks for reading in readings[:1])


def _limits_measure(reading: Reading) -> bool:
    """Say whether a limit of the question may be one on a measure of the table."""
    measured = [column.measure for column in reading.grid.measures]
    return any(same_unit(limit.unit, unit) for limit in reading.query.limits for unit in measured)


def _from_one(readings: Sequence[Reading], evidence: Evidence) -> Draft | None:
    """Answer from one table, or show the answers of the few that the question fits equally well."""
    answered: list[_Answered] = []
    nearest = next(((h.passage.doc, h.passage.table) for h in evidence.hits if h.passage.table), ("", ""))
    for reading, less in zip(readings, outdone(readings), strict=True):
        if reading.inferred and (less or _named_by_values(reading)):
            continue
        first = reading.grid.document.id == nearest[0] and nearest[1] in reading.grid.tables
        if reading.fits and (_is_meant(reading) or first) and (finding := find(reading)):
            answered.append(_Answered(reading, finding))
    if not answered:
        return None
    best = max(_rank(a) for a in answered)
    held = [a for a in answered if _rank(a) == best]
    held = [a for a in held if a.finding.items] or held[:1]
    distinct: dict[object, _Answered] = {}
    for a in sorted(held, key=lambda a: _hit_rank(a.reading.grid, evidence)):
        distinct.setdefault((a.finding.short, tuple(i.cell.text for i in a.finding.items), a.reading.grid.scope), a)
    chosen = list(distinct.values())
    if len(chosen) > _MOST_TABLES:
        return None
    return _draft(chosen)


def _named_by_values(reading: Reading) -> bool:
    """Say whether a list's rows are named only by what it says of them: then it need not say the rest of a question."""
    query, grid = reading.query, reading.grid
    named = [(query.plain[p.start : p.end], line) for p in reading.phrases for line in p.lines]
    return bool(named) and not grid.measures and not any(said in light(line.name.text) for said, line in named)


def _rank(answered: _Answered) -> tuple[int, ...]:
    """Order readings of one question: the table it names, then the rows it names, then what else ties it there."""
    reading = answered.reading
    return (
        int(reading.labelled),
        int(reading.query.lang == reading.grid.document.lang),
        int(not reading.inferred),
        int(bool(reading.phrases or reading.dated_lines)),
        reading.anchors,
        int(bool(reading.dated_columns)),
    )


def _is_meant(reading: Reading) -> bool:
    """Say whether anything but a date ties the question to this table rather than to any."""
    if reading.phrases or reading.labelled:
        return True
    return reading.worded and bool(reading.anchors or reading.told or _limits_measure(reading))


def _from_two(readings: Sequence[Reading]) -> Draft | None:
    """Answer from two tables where the question sets periods, or items of two tables, against each other."""
    query = readings[0].query
    if (opposed := balance(readings)) is not None:
        return _compose([opposed], query.lang, 1.0)
    if not (
        comparing(readings[0])
        or query.intents & {"common", "only"}
        or (len(query.dates) > 1 and "sum" in query.intents)
    ):
        return None
    meant = (reading for reading in readings if reading.fits and comparing(reading) and _is_meant(reading))
    if any((found := find(reading)) and found.items for reading in meant):
        return None
    usable = [
        r
        for r in readings
        if r.direction in ("", "agrees") or (r.query.codes and not (r.query.route.source and r.query.route.target))
    ]
    usable = [r for r in usable if not r.unsupported or _named_elsewhere(r, usable)]
    finding = find_between(usable)
    if finding is None:
        return None
    if not finding.items:
        return Draft(missing=finding.missing, confidence=0.6)
    inferred = any(r.inferred for r in usable if any(item.grid is r.grid for item in finding.items))
    return _compose([finding], query.lang, _UNSURE_WHEN_INFERRED if inferred else 1.0)


def _named_elsewhere(reading: Reading, others: Sequence[Reading]) -> bool:
    """Say whether words without support here name a row of another table in the question."""
    return any(not other.unsupported and other.phrases for other in others if other is not reading)


def _draft(answered: Sequence[_Answered]) -> Draft | None:
    factor = _UNSURE_WHEN_INFERRED if any(a.reading.inferred for a in answered) else 1.0
    if len(answered) > 1:
        factor *= _UNSURE_WHEN_SEVERAL
    findings = [replace(a.finding, missing=worded(a.finding.missing, a.reading.query)) for a in answered]
    if not findings[0].items:
        return Draft(missing=findings[0].missing, confidence=0.6)
    return _compose(findings, answered[0].reading.query.lang, factor)


def _compose(findings: Sequence[Finding], lang: str, factor: float) -> Draft:
    statements: list[DraftStatement] = []
    for finding in findings:
        statements += list_statements(finding.items, lang, codes=finding.codes)
    if sum(len(statement.text) for statement in statements) > 600:
        statements = [s for f in findings for s in list_statements(f.items[:1], lang, codes=f.codes)][:2]
    quotes = tuple(dict.fromkeys(quote for statement in statements for quote in statement.quotes))
    shorts = dict.fromkeys(_labelled_short(f, lang, several=len(findings) > 1) for f in findings)
    return Draft(
        short=DraftStatement(" ／ ".join(shorts), quotes),
        statements=tuple(statements),
        calculation=_joined([f.calculation for f in findings if f.calculation]),
        missing=tuple(dict.fromkeys(word for finding in findings for word in finding.missing)),
        confidence=round(min(finding.sure for finding in findings) * factor, 3),
    )


def _joined(calculations: Sequence[DraftCalculation]) -> DraftCalculation | None:
    """Return the arithmetic of several tables as one, or None where there is none."""
    if len(calculations) < 2:
        return calculations[0] if calculations else None
    return DraftCalculation(
        " ／ ".join(made.formula for made in calculations),
        tuple(operand for made in calculations for operand in made.operands),
        " ／ ".join(made.result for made in calculations),
        " ／ ".join(dict.fromkeys(made.unit for made in calculations)),
    )


def _labelled_short(finding: Finding, lang: str, *, several: bool) -> str:
    """Say beside each of several answers which table it is from."""
    if not several:
        return finding.short
    table = finding.items[0].grid.table
    alone = len(finding.items) == 1 and finding.short == value_text(finding.items[0], lang)
    name = f"{name_text(finding.items[0].line)} " if alone else ""
    return f"{name}{finding.short}{added(table.caption or table.label)}"


def _hit_rank(grid: Grid, evidence: Evidence) -> int:
    ranks = [
        hit.rank for hit in evidence.hits if hit.passage.doc == grid.document.id and hit.passage.table in grid.tables
    ]
    return min(ranks, default=len(evidence.hits) + 1)
