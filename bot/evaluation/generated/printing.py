"""Print drawn documents: preamble or front matter, prose around the tables, captions, cells.

Invariant: prose holds no figure of a table and nothing that answers a question about one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from bot.evaluation.generated.sheets import Column, Entry, Paper, Sheet

_BEFORE = (
    "次に掲げるのは、{place}の{what}を{rows}ごとにまとめた表である。数字は関係機関への聞き取りと届出による。",
    "{place}の{what}がどうなっているかを、{rows}別の数字で見ておきたい。",
    "担当者によれば、{rows}ごとの{what}は年によって大きく動くことがあり、単年の数字だけで傾向を語るのは難しいという。",
    "{what}については毎年問い合わせが多い。そこで{rows}別の内訳を下に示す。",
)
_AFTER = (
    "この結果をどう見るかについては、専門家の間でも意見が分かれている。",
    "なお、四捨五入の関係で公表済みの速報とは一致しないことがある。",
    "個々の{rows}の事情については、別の報告に譲る。",
    "{place}では、次の調査から集計の方法を改めることにしている。",
)
_OPENING = (
    "この報告は、{place}に関する統計を広く知ってもらうために編まれた。調査に応じてくださった方々に感謝する。",
    "{place}について、このところ関心が高まっている。ここでは公表された統計をもとに、その姿を整理する。",
)


def text_of(paper: Paper, pick: Random) -> str:
    """Return the text of a document."""
    blocks = [*_head(paper, pick), pick.choice(_OPENING).format(place=paper.place)]
    for sheet in paper.sheets:
        words = {
            "place": paper.place,
            "what": sheet.columns[0].measure.name.ja,
            "rows": sheet.subject.rows.ja,
        }
        if sheet.label:
            blocks += [*_heading(paper, sheet), pick.choice(_BEFORE).format(**words)]
        blocks += [*_caption(sheet), _grid(sheet)]
        if pick.random() < 0.5:
            blocks.append("出典：" + pick.choice(("統計課調べ", "各年の業務報告", "年次統計書")))
        if sheet is paper.sheets[-1] or sheet.label:
            blocks.append(pick.choice(_AFTER).format(**words))
    return "\n\n".join(blocks) + "\n"


def anchor(sheet: Sheet, entry: Entry) -> str:
    """Return what a row prints from its name to its last figure; canonical text holds it as the file does."""
    printed = _printed(sheet, entry)
    cells = printed[printed.index(entry.name) :] if sheet.layout != "glued" else printed
    while not cells[-1].strip():
        cells.pop()
    return (" | " if sheet.layout == "pipes" else "\t").join(cells)


def figure(value: Decimal) -> str:
    """Return a figure as tables print it."""
    return f"{value:,f}"


def _head(paper: Paper, pick: Random) -> list[str]:
    date = (paper.year, pick.randint(1, 12), pick.randint(1, 28))
    if not paper.markdown:
        return ["{}年{}月{}日".format(*date), paper.title]
    lines = [f"id: {paper.name}", f"title: {paper.title}", "date: {:04}-{:02}-{:02}".format(*date), "lang: ja"]
    return ["\n".join(["---", *lines, "---"])]


def _heading(paper: Paper, sheet: Sheet) -> list[str]:
    words = f"{_measures(sheet)}の状況"
    return [f"## {words}"] if paper.markdown else [f"{'一' if sheet is paper.sheets[0] else '二'}　{words}"]


def _measures(sheet: Sheet) -> str:
    return "と".join(dict.fromkeys(column.measure.name.ja for column in sheet.columns))


def _caption(sheet: Sheet) -> list[str]:
    """Return the label and caption in one line, or label, caption and unit each in its own."""
    periods = dict.fromkeys(column.period.printed() for column in sheet.columns)
    period = "・".join(periods)
    if sheet.top:
        words = f"{period} {sheet.place.printed} {_measures(sheet)}上位{len(sheet.entries)}{sheet.subject.counter}"
    else:
        words = f"{sheet.place.printed} {sheet.subject.rows.ja}別の{_measures(sheet)} {period}"
    unit = f"単位：{sheet.columns[0].unit}" if len({column.unit for column in sheet.columns}) == 1 else ""
    if not sheet.parted:
        line = f"{sheet.label}　{words}" if sheet.label else words
        return [f"{line}（{unit}）" if unit else line]
    lines = [sheet.label, words] if sheet.label else [words]
    return (
        [*lines, f"（{unit}）"]
        if unit and not sheet.top
        else [*lines[:-1], lines[-1] + (f"（{unit}）" if unit else "")]
    )


def _grid(sheet: Sheet) -> str:
    rows = [_header(sheet), *(_printed(sheet, entry) for entry in sheet.entries)]
    if sheet.layout != "pipes":
        return "\n".join("\t".join(row) for row in rows)
    rule = ["---", *("---:" for _ in rows[0][1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))


def _header(sheet: Sheet) -> list[str]:
    name = "品名" if sheet.subject.key == "trade" else f"{sheet.subject.rows.ja}名"
    lead = [
        *(["順位"] if sheet.ranked else []),
        *([sheet.subject.code.ja] if sheet.coded and sheet.subject.code else []),
        name,
    ]
    return [*lead, *(_column(column, sheet.columns) for column in sheet.columns)]


def _column(column: Column, columns: Sequence[Column]) -> str:
    """Return a column's header: the period where periods stand side by side, else the measure with its unit."""
    if len({one.period for one in columns}) > 1:
        return column.period.printed()
    return f"{column.measure.name.ja}（{column.unit}）"


def _printed(sheet: Sheet, entry: Entry) -> list[str]:
    """Return the cells of a row."""
    figures = [sheet.empty if value is None else figure(value) for value in entry.values]
    if sheet.layout == "glued":
        return [entry.code + entry.name, "", *figures]
    rank = [str(sheet.entries.index(entry) + 1)] if sheet.ranked else []
    return [*rank, *([entry.code] if sheet.coded else []), entry.name, *figures]
