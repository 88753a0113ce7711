"""Tables drawn from known rows and printed as converters leave them, and how each of them is read back.

``python -m tests.corpus.run_together 200`` prints, for each way to set columns apart, how many of so many tables were
read exactly, refused and named as an issue, left as text without a word, or read wrongly.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpus.document import Document
from corpus.issues import issues
from corpus.readers.document import to_document
from corpus.readers.text import decode

Outcome = Literal["exact", "refused", "silent", "wrong"]

# What stands between columns: in the line of the names, behind a rank, behind a code, and before each figure.
STYLES: dict[str, tuple[str, str, str, str]] = {
    "tabs": ("\t", "\t", "\t", "\t"),
    "two tabs": ("\t\t", "\t\t", "\t\t", "\t\t"),
    "wide blanks": ("\u3000", "\u3000", "\u3000", "\u3000"),
    "three blanks": ("   ", "   ", "   ", "   "),
    "one blank": (" ", " ", " ", " "),
    "code glued, two tabs": ("\t", "\t", "", "\t\t"),
    "code glued, tab": ("\t", "\t", "", "\t"),
    "code glued, tab, names wide": ("\u3000", "\u3000", "", "\t"),
    "code glued, tab, names blanks": ("   ", "\t", "", "\t"),
    "code glued, wide blank": ("\u3000", "\u3000", "", "\u3000"),
    "code glued, tab names, wide blank": ("\t", "\t", "", "\u3000"),
    "code glued, three blanks": ("   ", "   ", "", "   "),
    "code glued, one blank": (" ", " ", "", " "),
    "figure glued, tab": ("\t", "\t", "\t", ""),
    "figure glued, wide blank": ("\u3000", "\u3000", "\u3000", ""),
    "all glued, names tabs": ("\t", "\t", "", ""),
    "all glued": ("", "", "", ""),
    "any": ("?", "?", "?", "?"),
}
_ANY = ("\t", "\t\t", "\u3000", "   ")
_GOODS = (
    *(
        "冷凍えび",
        "乾しいたけ",
        "Tシャツ",
        "LED電球",
        "綿糸及びその織物",
        "電力",
        "鉄鋼製の管 外径が406.4ミリ以下のもの",
    ),
    *("車両総重量が5トンを超えるトラック", "羊毛の含有量が全重量の85%以上の織物", "石炭", "木材パルプ", "その他の玩具"),
    *("天然ゴム（加硫していないもの）", "牛の皮、革", "カカオ豆", "ポリエステルの単繊維", "時計のムーブメント", "米"),
    *("2輪自動車", "3層以上の合板", "コーヒー（いってないもの）", "A4判の用紙", "銅のくず", "PET樹脂の粒"),
    *("大豆油", "婦人用の靴 甲が革製のもの", "船舶用のディーゼル機関", "小麦粉", "光学用のレンズ", "医薬品"),
)
_TOPS_JA = (
    (
        *(("HS code", "商品名称", "価格（米ドル）", "数量（トン）"), ("HSコード", "品目", "2023年", "2024年")),
        *(("品目番号", "品名", "輸出額（千円）", "輸入額（千円）"), ("コード", "品目名", "金額", "数量")),
    ),
    _GOODS,
)
_TOPS_ZH = (
    (("HS编码", "商品名称", "金额（美元）", "数量（吨）"), ("编号", "商品", "2023年", "2024年")),
    (
        *("冻虾", "干香菇", "棉纱线", "钢铁制管 外径超过406.4毫米的", "5吨以上的货车", "电力", "煤", "木浆", "T恤衫"),
        *("其他玩具", "大豆油", "小麦粉", "生皮（未鞣制的）"),
    ),
)
_TOPS_EN = (
    (("HS code", "Commodity", "Value (USD)", "Weight (tonnes)"), ("HS", "Product", "2023", "2024")),
    (
        *("Frozen shrimp", "Dried mushrooms", "Cotton yarn, combed", "Tubes of iron or steel", "Coal", "Wood pulp"),
        *("Electrical energy", "T-shirts", "Trucks over 5 tonnes", "Other toys", "Soya-bean oil", "Wheat flour"),
    ),
)
_PEOPLE = (
    *("田村健一", "大野ゆかり", "三宅隆", "Maria Ortiz", "小早川進", "白石恵子", "チャン・ミン", "石橋茂樹", "丸山優"),
)
_POSTS = (
    "議長",
    "副議長／財務委員長",
    "港湾局長",
    "事務総長",
    "第2委員会委員",
    "監査役",
    "広報部次長",
    "技術顧問",
    "書記",
)
_COUNTRIES = ("ペルー", "ケニア", "ノルウェー", "モンゴル", "ラオス", "チリ")
_SENTENCE = "この国の貿易は前の年に比べて大きく増えたが、港で働く人の数は減り続けている。"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table as it is known, and a document that prints it."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    text: str


def drawn(style: str, seed: int) -> Drawn:
    """Return the table of a seed, printed in a style."""
    rng = random.Random(f"{style} {seed}")
    names, rows, kinds = rng.choice((_goods, _goods, _goods, _years, _people))(rng)
    marks = STYLES[style]
    lines = [_line(names, [marks[0]] * (len(names) - 1), rng)]
    lines += [_line(row, [_mark(marks, kinds[at], kinds[at + 1]) for at in range(len(kinds) - 1)], rng) for row in rows]
    return Drawn(names, rows, _framed(_wrapped(lines, rows, rng) if "code" in kinds else lines, rng))


def _wrapped(lines: list[str], rows: tuple[tuple[str, ...], ...], rng: random.Random) -> list[str]:
    """Return the lines, now and then one broken inside a long name, as the codes around it show."""
    long = [(at, cell) for at, row in enumerate(rows, 1) for cell in row if len(cell) > 10 and not cell[-1].isdigit()]
    if not long or rng.random() > 0.1:
        return lines
    at, name = rng.choice(long)
    start = lines[at].index(name) + len(name) // 2
    return [*lines[:at], lines[at][:start], lines[at][start:], *lines[at + 1 :]]


def _line(cells: tuple[str, ...], marks: list[str], rng: random.Random) -> str:
    between = [rng.choice(_ANY) if mark == "?" else mark for mark in marks]
    return "".join(cell + mark for cell, mark in zip(cells, [*between, ""], strict=True))


def _mark(marks: tuple[str, str, str, str], left: str, right: str) -> str:
    """Return what stands between two columns of these kinds."""
    return marks[1] if left == "rank" else marks[3] if right == "figure" else marks[2]


_Table = tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[str, ...]]


def _goods(rng: random.Random) -> _Table:
    length = rng.choice((4, 6, 8))
    top, goods = rng.choice((_TOPS_JA, _TOPS_JA, _TOPS_ZH, _TOPS_EN))
    count, columns = rng.randint(3, 9), rng.choice((1, 1, 1, 2))
    codes = [f"{rng.randint(1, 97):02}{rng.randrange(10 ** (length - 2)):0{length - 2}}" for _ in range(count)]
    if rng.random() < 0.15:
        codes = [" ".join(code[at : at + 2] for at in range(0, length, 2)) for code in codes]
    least = rng.choice((1_000, 1_000, 100))
    amounts = [[_amount(rng, least) for _ in range(columns)] for _ in range(count)]
    if shared := columns == 1 and rng.random() < 0.2:
        amounts = [[*row, f"{rng.randint(1, 400) / 10}%"] for row in amounts]
    rows = [(code, name, *row) for code, name, row in zip(codes, rng.sample(goods, count), amounts, strict=True)]
    names, kinds = (*rng.choice(top)[: 2 + columns], *(["割合"] if shared else [])), ["code", "name"]
    if rng.random() < 0.3:
        rows = [(str(at), *row) for at, row in enumerate(rows, 1)]
        names, kinds = ("順位", *names), ["rank", *kinds]
    elif rng.random() < 0.2 and not shared:
        rows.append(("", "合計", *(_amount(rng, 10**8) for _ in range(columns))))
    return names, tuple(rows), (*kinds, *["figure"] * (len(names) - len(kinds)))


def _amount(rng: random.Random, least: int) -> str:
    return f"{rng.randint(least, least * 10 ** rng.randint(1, 5)):,}"


def _years(rng: random.Random) -> _Table:
    first, count = rng.randint(1990, 2018), rng.randint(3, 8)
    rows = [(f"{first + at}年", *(f"{rng.randint(1_000, 9_000_000):,}" for _ in range(2))) for at in range(count)]
    return ("年", "輸出額（千円）", "輸入額（千円）"), tuple(rows), ("name", "figure", "figure")


def _people(rng: random.Random) -> _Table:
    count = rng.randint(3, 8)
    rows = zip(rng.sample(_PEOPLE, count), rng.sample(_POSTS, count), strict=True)
    if rng.random() < 0.5:
        return ("氏名", "役職"), tuple(rows), ("name", "words")
    timed = [(*row, f"{rng.randint(1985, 2024)}年") for row in rows]
    return ("氏名", "役職", "就任年"), tuple(timed), ("name", "words", "words")


def _framed(lines: list[str], rng: random.Random) -> str:
    """Return a document around the lines of a table: caption, source, blank lines."""
    title = f"{rng.choice(_COUNTRIES)}から{rng.choice(_COUNTRIES)}への輸出品 上位の品目"
    number = f"表{rng.randint(1, 9)}"
    above, below = rng.choice(
        (
            (f"{number}\n\n{title}\n", ""),
            (f"{number} {title}\n", ""),
            (f"{title}\n", ""),
            ("", f"\n{number} {title}"),
            ("", f"\n{title}"),
        )
    )
    gap = rng.choice(("", "\n", "\n", "\n\n")) if above else ""
    source = rng.choice(("", "\n\n出典：税関統計年報", "\n出典：税関統計年報"))
    table = "\n".join(lines)
    return f"# 貿易の概況\n\n{_SENTENCE}\n\n{above}{gap}{table}{below}{source}\n\n{_SENTENCE}\n"


def read(text: str) -> Document:
    """Return the document that is read from a text."""
    return to_document(decode(Path("drawn.txt"), text.encode("utf-8")))


def outcome(known: Drawn) -> Outcome:
    """Return how a table is read: a row, or a name of a column, that is not known is wrong."""
    document = read(known.text)
    tables = [table for table in document.tables if any(len(row.cells) > 1 for row in table.rows)]
    rows = [tuple(_bare(cell.text) for cell in row.cells) for table in tables for row in table.rows]
    known = replace(known, rows=tuple(tuple(map(_bare, row)) for row in known.rows))
    if any(len(row) > 1 and row not in known.rows for row in rows):
        return "wrong"
    if any(table.header and table.header != known.names for table in tables):
        return "wrong"
    if len(tables) == 1 and tuple(rows) == known.rows and tables[0].header == known.names:
        return "exact"
    named = sum(issue.kind == "ran together" for issue in issues(document))
    return "refused" if named >= len(known.rows) - sum(row in known.rows for row in rows) else "silent"


def _bare(text: str) -> str:
    """Return a cell without white space: a line break inside is none of its words."""
    return "".join(text.split())


def main(count: int) -> None:
    """Print how many tables of each style are read how."""
    total: Counter[Outcome] = Counter()
    for style in STYLES:
        found = Counter(outcome(drawn(style, seed)) for seed in range(count))
        total += found
        _print(style, found)
    _print("all", total)


def _print(style: str, found: Counter[Outcome]) -> None:
    shares = (f"{found[one] / found.total():7.1%} {one}" for one in ("exact", "refused", "silent", "wrong"))
    sys.stdout.write(f"{style:36}{''.join(shares)}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
