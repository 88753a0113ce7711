"""Differences and sums of numbers that several sentences hold: exact, shown with operands, or not given at all."""

from __future__ import annotations

import pytest

from bot.answer import Answer
from bot.compose.uses import EVERY_USE
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench

TEXT = """# 祭りの記録

1年目の祭りには町の内外から1,430人の客が訪れた。

屋台の売り上げは260万円だった。

2年目の祭りには雨のなか860人の客が訪れた。
"""
BOTH = {"1,430人": 0.9, "860人": 0.8}


def asked(bench: Bench, question: str, words: dict[str, float]) -> Answer:
    return ask(bench, bench.read(TEXT, "fair.md"), question, Marking(words), EVERY_USE)


@pytest.mark.parametrize(
    ("question", "result", "formula"),
    [
        ("祭りの客は1年目と2年目でどれだけ違うか", "570人", "1,430 − 860 = 570"),
        ("祭りの客は1年目と2年目を合わせて何人か", "2,290人", "1,430 + 860 = 2,290"),
        ("How many more visitors came to the fair in the first year than in the second?", "570人", "1,430 − 860 = 570"),
    ],
)
def test_numbers_of_two_sentences_are_reckoned_with(bench: Bench, question: str, result: str, formula: str) -> None:
    answer = asked(bench, question, BOTH)
    assert answer.rejected == ()
    assert answer.short is not None
    assert answer.short.text == result
    assert answer.calculation is not None
    assert answer.calculation.formula == formula
    assert [operand.value for operand in answer.calculation.operands] == ["1,430人", "860人"]
    assert {operand.citation for operand in answer.calculation.operands} <= {c.n for c in answer.citations}
    assert len(answer.statements) == 2


def test_numbers_of_different_units_are_not_mixed(bench: Bench) -> None:
    answer = asked(bench, "祭りの客と売り上げはどれだけ違うか", {"1,430人": 0.9, "260万円": 0.9})
    assert answer.calculation is None


def test_one_number_is_not_reckoned_with(bench: Bench) -> None:
    assert asked(bench, "祭りの客は1年目と2年目でどれだけ違うか", {"1,430人": 0.9}).calculation is None


def test_a_question_that_asks_for_no_difference_gets_none(bench: Bench) -> None:
    assert asked(bench, "1年目の祭りには何人の客が訪れたか", BOTH).calculation is None


def test_how_many_times_one_number_is_another(bench: Bench) -> None:
    answer = asked(bench, "1年目の祭りの客は2年目の何倍か", BOTH)
    assert answer.short is not None
    assert answer.short.text == "1.66倍"
    assert answer.calculation is not None
    assert answer.calculation.formula == "1,430 ÷ 860 ≈ 1.66"


MONEY = """# Fair

In its first year the fair took $3.4 million from its visitors.

In its second year the fair took $1.2 million from its visitors.

| Costs | Amount (千ドル) |
| --- | --- |
| Stage | 1,430 |
"""


def test_a_sign_before_a_number_and_the_scale_behind_it_are_no_unit(bench: Bench) -> None:
    marking = Marking({"$3.4 million": 0.9, "$1.2 million": 0.8})
    question = "How much more did the fair take in its first year than in its second?"
    answer = ask(bench, bench.read(MONEY, "money.md"), question, marking, EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "$2,200,000"
    assert answer.calculation is not None
    assert answer.calculation.formula == "3,400,000 − 1,200,000 = 2,200,000"
    assert answer.calculation.unit == "$"


def test_a_cell_in_thousands_is_not_reckoned_with_a_full_amount(bench: Bench) -> None:
    marking = Marking({"$3.4 million": 0.9, "1,430": 0.9})
    question = "By how much did the takings of the first year differ from the costs of the stage?"
    answer = ask(bench, bench.read(MONEY, "money.md"), question, marking, EVERY_USE)
    assert answer.calculation is None


WITHIN = """# 島の記録

島の宿の料金は、2021年の4万8千円から2024年には7万9千円になった。

建設費は31億ドルで、内訳は国債19億ドル、銀行の融資7億ドル、民間の出資5億ドルである。

町が60戸の町営住宅を、会社が320戸の社宅を建てる。

総投資額は当初より700億円多い5,900億円になった。

迷った羊は、1例目が318頭、2例目が41頭、3例目が176頭である。
"""


@pytest.mark.parametrize(
    ("question", "marked", "result", "formula"),
    [
        ("宿の料金は2021年から2024年でいくら高くなったか", "7万9千円", "31,000円", "79,000 − 48,000 = 31,000"),
        ("国債と銀行の融資を足すといくらになるか", "19億ドル", "2,600,000,000ドル", None),
        ("町営住宅と社宅を合わせて何戸建つか", "60戸", "380戸", "60 + 320 = 380"),
        ("最初の2例で迷った羊は足すと何頭か", "318頭", "359頭", "318 + 41 = 359"),
        ("1例目と3例目で迷った羊は足すと何頭か", "318頭", "494頭", "318 + 176 = 494"),
        ("迷った羊は1例目から3例目まで足すと何頭か", "176頭", "535頭", "318 + 41 + 176 = 535"),
    ],
)
def test_numbers_of_one_sentence_are_reckoned_with(
    bench: Bench, question: str, marked: str, result: str, formula: str | None
) -> None:
    answer = ask(bench, bench.read(WITHIN, "island.md"), question, Marking({marked: 0.9}), EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == result
    assert answer.calculation is not None
    assert formula in (None, answer.calculation.formula)
    assert answer.rejected == ()


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("総投資額は当初よりいくら膨らんだか", "5,900億円"),  # the sentence says so itself
        ("総投資額は当初よりいくら増えたか", "700億円"),
        ("宿の料金は2010年から2020年でいくら高くなったか", "7万9千円"),  # of other years
    ],
)
def test_what_one_sentence_leaves_open_is_not_reckoned(bench: Bench, question: str, marked: str) -> None:
    answer = ask(bench, bench.read(WITHIN, "island.md"), question, Marking({marked: 0.9}), EVERY_USE)
    assert answer.calculation is None


PLANS = """# 二つの案

| 項目 | A案 鉄道復旧 | B案 バス転換 |
| --- | --- | --- |
| 初期費用 | 19億円 | 4億円 |
| 年間の運営費 | 2億円 | 1億円 |
"""


def test_a_row_is_reckoned_across_the_columns_that_the_question_names(bench: Bench) -> None:
    document = bench.read(PLANS, "plans.md")
    question = "最初にかかるお金だけ見ると、バスは鉄道よりいくら安く済むか"
    answer = ask(bench, document, question, Marking({"4億円": 0.9, "1億円": 0.6}), EVERY_USE)
    assert answer.calculation is not None
    assert answer.calculation.formula == "1,900,000,000 − 400,000,000 = 1,500,000,000"


YEARLY = """# 資料館の記録

資料館の入館者は、令和2年度が3,010人（うち町外940人）、令和3年度が4,250人（うち町外1,800人）であった。

遊覧船の枠は、大型船が520トンから715トン、小型船が390トンから429トンになる。

補助金の件数は、令和5年度は14件、翌年度は22件、令和7年度は31件だった。

令和5年度の港の赤字は4,300万円で、前の年度より250万円増えた。

令和6年度の収入は、会費42万円、町補助金90万円、寄付金35万円、前年度繰越金20万円を見込む。
"""


@pytest.mark.parametrize(
    ("question", "marked", "result", "formula"),
    [
        ("資料館の入館者は令和3年度に前の年よりどれだけ増えたか", "4,250人", "1,240人", "4,250 − 3,010 = 1,240"),
        ("資料館の入館者は令和2年度と3年度で何人違うか", "4,250人", "1,240人", "4,250 − 3,010 = 1,240"),
        ("遊覧船の大型船の枠は何トン上乗せされたか", "715トン", "195トン", "715 − 520 = 195"),
        ("遊覧船の小型船の枠は何トン増えるか", "715トン", "39トン", "429 − 390 = 39"),
        ("資料館の入館者は令和2年度と令和3年度で合計何人か", "4,250人", "7,260人", "3,010 + 4,250 = 7,260"),
        ("補助金は令和5年度から7年度までに合計何件か", "14件", "67件", "14 + 22 + 31 = 67"),
        ("令和4年度の港の赤字はいくらだったか", "4,300万円", "40,500,000円", "43,000,000 − 2,500,000 = 40,500,000"),
        ("町補助金と寄付金は合わせていくらか", "90万円", "1,250,000円", "900,000 + 350,000 = 1,250,000"),
    ],
)
def test_numbers_of_several_dates_in_one_sentence_are_reckoned_with(
    bench: Bench, question: str, marked: str, result: str, formula: str
) -> None:
    answer = ask(bench, bench.read(YEARLY, "yearly.md"), question, Marking({marked: 0.9}), EVERY_USE)
    assert answer.calculation is not None
    assert answer.calculation.formula == formula
    assert answer.short is not None
    assert answer.short.text == result
    assert answer.rejected == ()


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("補助金は令和4年度から7年度までに合計何件か", "14件"),  # the first year is not there
        ("遊覧船の大型船の枠は何トンから何トンに増えるか", "715トン"),
        ("令和3年度の港の赤字はいくらだったか", "4,300万円"),  # the year before the year before
        ("令和5年度の港の赤字はいくらだったか", "4,300万円"),  # printed
    ],
)
def test_a_year_that_the_sentence_lacks_or_prints_is_not_reckoned(bench: Bench, question: str, marked: str) -> None:
    answer = ask(bench, bench.read(YEARLY, "yearly.md"), question, Marking({marked: 0.9}), EVERY_USE)
    assert answer.calculation is None


def test_a_chinese_counter_tells_what_two_numbers_count(bench: Bench) -> None:
    document = bench.read("# 古道\n\n三年过去，修好的路有80公里，沿路的茶馆从17家增加到52家。\n", "road.md")
    answer = ask(bench, document, "这三年沿路新增了多少家茶馆？", Marking({"52家": 0.9}), EVERY_USE)
    assert answer.calculation is not None
    assert answer.calculation.formula == "52 − 17 = 35"


@pytest.mark.parametrize(
    ("question", "text", "result"),
    [
        ("移る家の数、県と村でいくつ差があるの", "移る家は、県は47世帯とするが、村は52世帯と数えている。", "5世帯"),
        ("客の数は発表と実際で何人差がある", "客の数は発表では900人だったが、実際は850人だった。", "50人"),
        ("간호사는 몇 명이나 비어 있어?", "간호사는 정원 310명에 268명입니다.", "42"),
        ("二期比概算超了多少钱", "二期工程概算1.25亿元，实际花了1.47亿元。", "22,000,000"),
        ("관람객은 발표와 실제가 몇 명 차이 나?", "관람객은 발표로 8만 4천 명이었으나 실은 7만 9,600명이다.", "4,400"),
    ],
)  # fmt: skip
def test_two_numbers_that_a_sentence_sets_against_each_other_are_subtracted(
    question: str, text: str, result: str, bench: Bench
) -> None:
    answer = ask(bench, bench.read(f"# 記録\n\n{text}\n", "told.md"), question, Marking({text[-9:-3]: 0.9}), EVERY_USE)
    assert answer.short is not None
    assert result in answer.short.text


SIDES = (
    "# 貿易\n\n## 甲国の統計\n\n甲国の税関によれば、両国の貿易総額は4,180万ドルで、前の年の4,620万ドルから減った。\n\n"
    "## 乙国の統計\n\n乙国の税関によれば、両国の貿易総額は5,060万ドルで、前の年の4,890万ドルから増えた。\n"
)


def test_a_difference_between_two_that_are_named_is_that_of_one_number_of_each(bench: Bench) -> None:
    answer = bench.ask("貿易総額は、甲国の税関と乙国の税関でいくら違うか", bench.read(SIDES, "sides.md"))
    assert answer.short is None or "440" not in answer.short.text.replace(",", "")
