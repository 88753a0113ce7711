"""Questions that the shelf cannot answer, each with something near that would be tempting to say.

Invariant: what is asked for stands in no table of the shelf. Where a cell shows that (an empty one, two units), an
answer may say so with the cell as its evidence; everywhere else only silence is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.evaluation.generated.drafts import Draft, number, related, tempting
from bot.evaluation.generated.sheets import Period, Series
from bot.evaluation.generated.wording import Asking, ordinal

_SAYS_EMPTY = r"空欄|空白|空です|(?:cell|entry|it) is (?:empty|blank)|empty cell|\bempty\b|为空|빈 ?칸|비어"


def other_year(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for a period that no table covers."""
    series = asking.series
    known = {s.column.period.year for s in shelf if s.sheet.doc == series.sheet.doc}
    style = series.column.period.style
    free = [year for year in range(min(known) - 2, max(known) + 4) if year not in known]
    period = Period(asking.pick.choice([year for year in free if style != "era" or year > 2019]), style)
    entry = asking.pick.choice(series.ordered)
    kind = asking.pick.choice(("lookup", "lookup", "max"))
    question = asking.ask(kind, period=period, item=asking.row(entry))
    wrong = series.value(entry) if kind == "lookup" else series.value(series.ordered[0])
    return _silence(question, f"{period.year}", (wrong, *tempting(series, entry, shelf)))


def other_item(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for a row that no table of the document has, one like a row that is there if possible."""
    series = asking.series
    subject = series.sheet.subject
    present = {e.name for s in shelf if s.sheet.doc == series.sheet.doc for e in s.sheet.entries}
    absent = [name for name in (*subject.items, *(n for pair in subject.pairs for n in pair)) if name not in present]
    like = [name for name in absent if related(series, name)]
    name = asking.pick.choice(like or absent)
    wrong = [s.value(e) for s in shelf for e in [s.entry(name)] if e is not None and e.values[s.index] is not None]
    wrong += [series.value(entry) for entry in related(series, name)] or [series.value(series.ordered[0])]
    return _silence(asking.ask("lookup", item=name), name, wrong)


def other_table(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask one table for a row that only another one of the document has."""
    series, other = asking.series, asking.other
    assert other is not None
    entry = asking.pick.choice([e for e in other.ordered if series.entry(e.name) is None])
    question = replace(asking, other=None).ask("lookup", item=asking.row(entry))
    return _silence(question, entry.name, [other.value(entry)])


def beyond_last(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for a place that the order does not have."""
    ordered = asking.series.ordered
    place = len(ordered) + asking.pick.randint(1, 3)
    question = asking.ask("rank-item", k=str(place), kth=ordinal(place))
    return _silence(question, str(place), [asking.series.value(ordered[-1])])


def empty_cell(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for the figure of an empty cell."""
    series = asking.series
    entry = next(e for e in series.sheet.entries if e.values[series.index] is None)
    return Draft(
        asking.ask("lookup", item=asking.row(entry)),
        f"空欄 ({entry.name})",
        facts=(_SAYS_EMPTY,),
        rows=((series.sheet, entry),),
        wrong=tempting(series, entry, shelf),
        answerable=False,
    )


def mixed_units(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for the sum of two cells of a row that are counted in different units."""
    series, other = asking.series, asking.other
    assert other is not None
    entry = asking.pick.choice([e for e in series.ordered if e.values[other.index] is not None])
    values = (series.value(entry), other.value(entry))
    question = replace(asking, other=None).ask(
        "mixed", item=asking.row(entry), other=other.column.measure.name.to(asking.lang)
    )
    return Draft(
        question,
        f"{values[0]} {series.column.unit}, {values[1]} {other.column.unit}",
        facts=tuple(map(number, values)),
        rows=((series.sheet, entry),),
        wrong=(sum(values, Decimal(0)),),
        answerable=False,
    )


def _silence(question: str, about: str, wrong: Sequence[Decimal]) -> Draft:
    return Draft(question, f"資料にありません（{about}）。", wrong=tuple(wrong), answerable=False)
