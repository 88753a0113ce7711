"""Random tables whose truth is known: every answer is exact, and what is not there is never made up."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest

from bot.compose.tables.calculation import MINUS, difference, quotient, ratio, share, shown
from corpus.document import Document
from tests.bot.compose.tables.table_maker import ask, make_document, short

ITEMS = [
    "小麦粉",
    "砂糖",
    "天然ゴム",
    "乗用車",
    "鉄鋼板",
    "木材",
    "セメント",
    "冷凍えび",
    "緑茶",
    "綿織物",
    "塩化ビニル",
    "電子部品",
    "銅鉱石",
    "化学肥料",
    "紙パルプ",
    "医薬品",
    "自転車",
    "タイヤ",
    "革靴",
    "玩具",
    "家具",
    "時計",
    "石炭",
    "アルミ合金",
    "大豆油",
    "とうもろこし",
    "化粧品",
    "印刷機械",
    "光学レンズ",
    "陶磁器",
]
BRANCHES = [
    "本店",
    "青葉支店",
    "若葉支店",
    "緑橋支店",
    "港町支店",
    "丘上支店",
    "西浜支店",
    "東山支店",
    "南口支店",
    "川端支店",
]
COUNTRIES = (
    ("日本", "Japan", "日本", "일본"),
    ("ブラジル", "Brazil", "巴西", "브라질"),
    ("カナダ", "Canada", "加拿大", "캐나다"),
    ("フランス", "France", "法国", "프랑스"),
    ("ベトナム", "Vietnam", "越南", "베트남"),
)
SEEDS = range(24)


@dataclass(frozen=True)
class Case:
    """A question and what its short answer must be: the whole of it, its beginning, or nothing at all (None)."""

    question: str
    answer: str | None
    whole: bool = True


def grouped(number: int | Decimal) -> str:
    return shown(Decimal(number))


class TradeWorld:
    """The top items of one direction in two years, and of the other direction in one."""

    def __init__(self, seed: int) -> None:
        pick = random.Random(seed)
        self.pick = pick
        self.a, self.b = pick.sample(COUNTRIES, 2)
        self.late = pick.randint(2012, 2024)
        self.early = self.late - pick.randint(1, 10)
        self.unit = pick.choice(["米ドル", "千円", "トン", "百万円"])
        names = pick.sample(ITEMS, 14)
        codes = [str(number) for number in pick.sample(range(10_000_000, 99_999_999), 14)]
        self.code = dict(zip(names, codes, strict=True))
        size = pick.randint(5, 8)
        self.common = names[:3]
        self.now = self._figures(names[:size])
        self.then = self._figures([*names[:3], *names[8 : 8 + size - 3]])
        self.back = self._figures(names[-3:])
        rank = pick.random() < 0.5
        self.document = make_document(
            self._table(1, self.late, (self.a, self.b), self.now, rank),
            self._table(2, self.early, (self.a, self.b), self.then, rank),
            self._table(3, self.late, (self.b, self.a), self.back, rank),
        )

    def _figures(self, names: list[str]) -> dict[str, int]:
        values = self.pick.sample(range(1_000, 900_000), len(names))
        if self.pick.random() < 0.5:
            values.sort(reverse=True)
        return dict(zip(names, values, strict=True))

    def _table(
        self,
        label: int,
        year: int,
        route: tuple[tuple[str, ...], tuple[str, ...]],
        figures: dict[str, int],
        rank: bool,
    ) -> tuple[str, tuple[str, ...], list[list[str]]]:
        source, target = route
        caption = (
            f"表{label} {year}年1-10月 {source[0]}から{target[0]}への輸出品 上位{len(figures)}品目（単位：{self.unit}）"
        )
        order = sorted(figures.values(), reverse=True)
        rows = [
            [*([str(order.index(value) + 1)] if rank else []), self.code[name], name, grouped(value)]
            for name, value in figures.items()
        ]
        return caption, ((*(("順位",) if rank else ()), "HSコード", "品名", "輸出額")), rows

    def cases(self) -> Iterator[Case]:
        """Yield questions in four languages with their truths."""
        (a, a_en, a_zh, a_ko), (b, b_en, b_zh, b_ko) = self.a, self.b
        y, e, u = self.late, self.early, self.unit
        ranked = sorted(self.now, key=lambda name: -self.now[name])
        one, two = self.pick.sample(ranked, 2)
        k = self.pick.randint(2, len(ranked) - 1)
        same = self.pick.choice(self.common)
        gone = next(name for name in self.then if name not in self.now and name not in self.back)
        v = self.now
        yield Case(f"{y}年に{a}が{b}へ輸出した{one}の金額は", f"{grouped(v[one])} {u}")
        yield Case(f"{b}の{a}からの輸入で、{y}年の{two}はいくら", f"{grouped(v[two])} {u}")
        yield Case(f"{y}年の{a}の{b}向け輸出品で{k}位は", f"{ranked[k - 1]}（{grouped(v[ranked[k - 1]])} {u}）")
        yield Case(
            f"{y}年の{a}から{b}への輸出で最も金額が小さい品目は", f"{ranked[-1]}（{grouped(v[ranked[-1]])} {u}）"
        )
        yield Case(f"{y}年の{a}から{b}への輸出品で{one}は何位か", f"{ranked.index(one) + 1}位（{grouped(v[one])} {u}）")
        top = sum(v[name] for name in ranked[:k])
        yield Case(f"{y}年の{a}から{b}への輸出品の上位{k}品目の合計は", f"{grouped(top)} {u}")
        gap = difference(Decimal(v[same]), Decimal(self.then[same]), growth=True, signed=True)
        yield Case(
            f"{same}の{a}から{b}への輸出額は{e}年から{y}年にどれだけ変化したか", f"{gap.text} {u}（{gap.aside}）"
        )
        yield Case(
            f"HS {self.code[same]}の輸出額は{e}年と比べて{y}年はどれだけ増えたか", f"{gap.text} {u}（{gap.aside}）"
        )
        apart = abs(v[one] - v[two])
        yield Case(f"{y}年の{a}から{b}への輸出で{one}と{two}の差はいくらか", f"{grouped(apart)} {u}")
        times = ratio(Decimal(v[one]), Decimal(v[two]))
        assert times is not None
        yield Case(f"{y}年の{a}から{b}への輸出で{one}は{two}の何倍か", f"{times.text}倍")
        limit = self.pick.choice(sorted(v.values()))
        many = sum(value >= limit for value in v.values())
        yield Case(f"{y}年の{a}から{b}への輸出で{limit}以上の品目はいくつあるか", f"{many}つ")
        yield Case(
            f"Which item did {a_en} export most to {b_en} in {y}?", f"{ranked[0]} ({grouped(v[ranked[0]])} ", False
        )
        yield Case(
            f"What is the value of {a_en}'s exports of {self.code[one]} to {b_en} in {y}?", f"{grouped(v[one])} ", False
        )
        yield Case(
            f"{y}年{a_zh}对{b_zh}出口第{k}的商品是什么？", f"{ranked[k - 1]}（{grouped(v[ranked[k - 1]])} ", False
        )
        yield Case(
            f"{y}년 {a_ko}이 {b_ko}에 수출한 품목 {k}위는?", f"{ranked[k - 1]} ({grouped(v[ranked[k - 1]])} ", False
        )
        # Not there: another year, another direction, an item of the other year, a rank too low, another country.
        yield Case(f"{y + 1}年に{a}が{b}へ輸出した{one}の金額は", None)
        yield Case(f"{y}年に{b}が{a}へ輸出した{one}の金額は", None)
        yield Case(f"{y}年に{a}が{b}へ輸出した{gone}の金額は", None)
        yield Case(f"{y}年の{a}から{b}への輸出品で{len(ranked) + 1}位は", None)
        yield Case(f"{y}年にロシアが{b}へ輸出した{one}の金額は", None)
        yield Case(f"{y}年の{a}から{b}への輸出総額は", None)
        yield Case(f"{one}の{a}から{b}への輸出はなぜ増えたか", None)
        yield Case(f"{y}年に{a}の{one}工場は何人を雇ったか", None)


class BranchWorld:
    """Branches with three measures, empty cells and perhaps a total row, and two years of one measure."""

    measures = (("来客数", "人"), ("売上高", "千円"), ("駐車台数", "台"))

    def __init__(self, seed: int) -> None:
        pick = random.Random(1000 + seed)
        self.pick = pick
        self.names = pick.sample(BRANCHES, pick.randint(4, 7))
        self.total = pick.random() < 0.6
        self.year = pick.randint(2, 6)
        self.values: dict[str, dict[str, Decimal | None]] = {}
        for measure, unit in self.measures:
            drawn: list[Decimal | None] = [
                Decimal(n) / (10 if unit == "千円" else 1) for n in pick.sample(range(100, 90_000), len(self.names))
            ]
            if measure == "駐車台数":
                drawn[pick.randrange(len(drawn))] = None
            self.values[measure] = dict(zip(self.names, drawn, strict=True))
        rows = [[name, *(self._cell(self.values[m][name]) for m, _ in self.measures)] for name in self.names]
        if self.total:
            rows.append(["合計", *(self._cell(self.sum(m)) for m, _ in self.measures)])
        self.years = {name: pick.sample(range(50, 5_000), 2) for name in self.names}
        self.document: Document = make_document(
            (
                f"表1 支店別の利用状況（令和{self.year}年度）",
                ("支店名", *(f"{m}（{u}）" for m, u in self.measures)),
                rows,
            ),
            (
                "表2 支店別の会員数（単位：人）",
                ("支店名", f"令和{self.year - 1}年度", f"令和{self.year}年度"),
                [[name, *(grouped(n) for n in pair)] for name, pair in self.years.items()],
            ),
        )

    def _cell(self, value: Decimal | None) -> str:
        return self.pick.choice(["", "―", "-"]) if value is None else grouped(value)

    def sum(self, measure: str) -> Decimal:
        return sum((v for v in self.values[measure].values() if v is not None), Decimal(0))

    def cases(self) -> Iterator[Case]:
        """Yield questions with their truths."""
        for measure, unit in self.measures:
            held = {name: value for name, value in self.values[measure].items() if value is not None}
            ranked = sorted(held, key=lambda name: -held[name])
            one, two = self.pick.sample(ranked, 2)
            yield Case(f"{one}の{measure}は", f"{grouped(held[one])} {unit}")
            yield Case(
                f"令和{self.year}年度に{measure}が最も多い支店は", f"{ranked[0]}（{grouped(held[ranked[0]])} {unit}）"
            )
            yield Case(f"{measure}が2番目に多い支店はどこ", f"{ranked[1]}（{grouped(held[ranked[1]])} {unit}）")
            yield Case(f"{measure}が最も少ない支店は", f"{ranked[-1]}（{grouped(held[ranked[-1]])} {unit}）")
            yield Case(f"{measure}の合計は", f"{grouped(self.sum(measure))} {unit}")
            yield Case(f"{one}と{two}の{measure}の合計は", f"{grouped(held[one] + held[two])} {unit}")
            yield Case(f"{one}の{measure}は{two}よりどれだけ多いか", f"{grouped(held[one] - held[two])} {unit}")
            part = share([held[one]], [self.sum(measure)])
            assert part is not None
            yield Case(f"{measure}の合計に占める{one}の割合は", f"{part.text} %")
            yield Case(f"令和{self.year + 1}年度に{measure}が最も多い支店は", None)
            yield Case(f"{one}の{measure}が増えた理由は", None)
            empty = next((name for name, value in self.values[measure].items() if value is None), None)
            if empty:
                draft = ask(f"{empty}の{measure}は", self.document)
                assert "空欄" in short(draft)
                draft = ask(f"{empty}と{one}の{measure}の差は", self.document)
                assert draft is not None
                assert draft.calculation is None
        name = self.pick.choice(self.names)
        before, after = self.years[name]
        gap = difference(Decimal(after), Decimal(before), growth=True, signed=True)
        yield Case(
            f"{name}の会員数は令和{self.year - 1}年度から令和{self.year}年度にどれだけ増えたか",
            f"{gap.text} 人（{gap.aside}）",
        )
        yield Case(f"令和{self.year - 1}年度の{name}の会員数は何人", f"{grouped(before)} 人")
        mean, _ = quotient(Fraction(sum(pair[1] for pair in self.years.values()), len(self.years)), 1)
        yield Case(f"令和{self.year}年度の会員数の平均は", f"{mean} 人")
        yield Case(f"{name}の店長は誰", None)
        yield Case(f"{name}の{self.measures[0][0]}は何時間", None)
        yield Case(f"別館の{self.measures[0][0]}は", None)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("world", [TradeWorld, BranchWorld])
def test_answers_are_exact_and_nothing_is_made_up(world: Callable[[int], TradeWorld | BranchWorld], seed: int) -> None:
    made = world(seed)
    wrong = []
    for case in made.cases():
        draft = ask(case.question, made.document)
        got = short(draft) if draft is not None and draft.statements else None
        right = (
            got is None
            if case.answer is None
            else got is not None
            and (
                got.replace(MINUS, "-") == case.answer.replace(MINUS, "-")
                if case.whole
                else got.startswith(case.answer)
            )
        )
        if not right:
            wrong.append(f"{case.question}: {short(draft)} instead of {case.answer}")
    assert not wrong, "\n" + "\n".join(wrong)


def test_there_are_enough_of_them() -> None:
    assert sum(1 for seed in SEEDS for world in (TradeWorld(seed), BranchWorld(seed)) for _ in world.cases()) >= 1_000
