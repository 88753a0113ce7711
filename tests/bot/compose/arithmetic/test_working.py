"""Results that no sentence states, worked out from numbers told in prose; and what is left alone."""

from __future__ import annotations

import pytest

from bot.answer import Answer
from bot.compose.uses import EVERY_USE
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench

INN = """# 灯台の宿の決算

宿の改修費は8400万円で、このうち5100万円を銀行から借り、1500万円を県の補助金で賄った。残りは町の基金から出した。

宿には12の客室がある。昨年の宿泊者は4800人で、前の年の4000人から増えた。このうち1200人は県外から訪れた。

宿泊料は1人9000円、貸自転車は1台につき600円である。自転車は15台ある。

食事の2割は島の野菜で作る。売店の売り上げは年間660万円である。

寄付の目標は900万円だが、春までに集まったのは640万円だった。

宿は1987年に閉じた灯台守の官舎を使い、2019年に開いた。

宿の収入は5200万円だったのに対し、支出は5750万円に上った。

宿の従業員は14人で、夏の間はほかに6人に加え学生9人が働く。
"""
LIBRARY = """# The Quay Library

The library lent 96,000 books last year, up from 80,000 the year before. Of these, 24,000 were for children.

It has 40 volunteers, who gave 3,200 hours in all.

Running it cost $1.5 million. Wages took 60 per cent of that and heating 15 per cent; the rest went on books.

Membership is $30 a month.
"""
SCHOOL_ZH = "# 海边小学\n\n学校今年的预算是800万元，其中四成用来修校舍，25%用来买书，其余用来发工资。\n"
SCHOOL_KO = "# 바닷가 학교\n\n학생은 240명으로, 작년의 200명보다 늘었다. 이 가운데 60명이 섬에서 다닌다.\n"


def asked(bench: Bench, text: str, question: str, marked: str) -> Answer:
    return ask(bench, bench.read(text, "told.md"), question, Marking({marked: 0.9}), EVERY_USE)


@pytest.mark.parametrize(
    ("text", "marked", "question", "told"),
    [
        (
            INN,
            "1500万円",
            "宿の改修費で町の基金から出したのはいくら",
            ("18,000,000円", "84,000,000 − 51,000,000 − 15,000,000 = 18,000,000"),
        ),
        (INN, "4800人", "宿泊者は前の年から何人増えた", ("800人", "4,800 − 4,000 = 800")),
        (INN, "4800人", "宿泊者は前の年から何％増えた？", ("20 %", "4,800 − 4,000 = 800; 800 ÷ 4,000 = 20 %")),
        (INN, "600円", "貸自転車を5台借りるといくら", ("3,000円", "600 × 5 = 3,000")),
        (INN, "9000円", "宿泊料は4人でいくらになる", ("36,000円", "9,000 × 4 = 36,000")),
        (INN, "1200人", "宿泊者のうち県外から訪れた人は何％", ("25 %", "1,200 ÷ 4,800 = 25 %")),
        (INN, "660万円", "売店の売り上げは月平均いくら", ("550,000円", "6,600,000 ÷ 12 = 550,000")),
        (INN, "640万円", "寄付の目標まであといくら足りない", ("2,600,000円", "9,000,000 − 6,400,000 = 2,600,000")),
        (INN, "2019年に", "官舎が閉じてから宿が開くまで何年かかった", ("32年", "2019 − 1987 = 32年")),
        (INN, "5750万円", "宿の赤字はいくら", ("5,500,000円", "57,500,000 − 52,000,000 = 5,500,000")),
        (
            LIBRARY,
            "96,000 books",
            "How many more books did the library lend than the year before?",
            ("16,000 books", "96,000 − 80,000 = 16,000"),
        ),
        (LIBRARY, "24,000", "What percentage of the books were for children?", ("25 %", "24,000 ÷ 96,000 = 25 %")),
        (LIBRARY, "3,200 hours", "How many hours did each volunteer give?", ("80 hours", "3,200 ÷ 40 = 80")),
        (
            LIBRARY,
            "15 per cent",
            "How much was spent on heating the library?",
            ("$225,000", "1,500,000 × 15 per cent = 225,000"),
        ),
        (LIBRARY, "$30 a month", "How much is membership for 6 months?", ("$180", "30 × 6 = 180")),
        (SCHOOL_ZH, "25%", "学校买书用了多少元？", ("2,000,000元", "8,000,000 × 25% = 2,000,000")),
        (
            "# 会議\n\n港の会議は2031年5月12日の午前10時から午前11時45分まで開かれた。\n",
            "午前11時45分",
            "港の会議は何分かかったか",
            ("105分", "2031/05/12 午前11時45分 − 2031/05/12 午前10時 = 105分"),
        ),
        (
            "# 停電\n\n島の停電は2031年8月3日の午後9時に始まり、2031年8月5日の午前3時に終わった。\n",
            "午前3時",
            "島の停電は何時間続いたか",
            ("30時間", "2031/08/05 午前3時 − 2031/08/03 午後9時 = 30時間"),
        ),
        (
            "# 작가\n\n작가 한누리는 1990년에 태어나 2021년에 첫 책을 냈다.\n",
            "2021년",
            "한누리는 몇 살에 첫 책을 냈나요?",
            ("31세", "2021 − 1990 = 31세"),
        ),
        (
            "# 技師\n\n技師の波岡は1884年に生まれ、1921年に橋の工事を率いた。\n",
            "1921年",
            "波岡は何歳で橋の工事を率いたか",
            ("37歳", "1921 − 1884 = 37歳"),
        ),
        (SCHOOL_KO, "240명", "학생은 작년보다 몇 명 늘었나요?", ("40명", "240 − 200 = 40")),
        (SCHOOL_KO, "60명", "섬에서 다니는 학생은 몇 퍼센트인가요?", ("25 %", "60 ÷ 240 = 25 %")),
    ],
)
def test_a_result_is_worked_out_from_the_numbers_told(
    bench: Bench, text: str, marked: str, question: str, told: tuple[str, str]
) -> None:
    answer = asked(bench, text, question, marked)
    assert answer.rejected == ()
    assert answer.short is not None
    assert answer.calculation is not None
    assert (answer.short.text, answer.calculation.formula) == told
    quotes = {citation.n: citation.quote for citation in answer.citations}
    assert all(operand.value in quotes[operand.citation] for operand in answer.calculation.operands)


@pytest.mark.parametrize(
    ("text", "marked", "question"),
    [
        (INN, "5100万円", "宿の改修費のうち銀行から借りたのはいくら"),  # told
        (INN, "9000円", "宿泊料は1人いくら"),  # told for one
        (INN, "4800人", "昨年の宿泊者は何人"),
        (INN, "12の客室", "宿の客室はいくつ"),
        (INN, "2割", "島の野菜で作る食事は何割"),
        (LIBRARY, "60 per cent", "What percentage of the running costs went on wages?"),
        (LIBRARY, "40 volunteers", "How many volunteers does the library have?"),
    ],
)
def test_what_is_told_is_not_worked_out(bench: Bench, text: str, marked: str, question: str) -> None:
    answer = asked(bench, text, question, marked)
    assert answer.calculation is None


@pytest.mark.parametrize(
    ("marked", "question"),
    [
        ("5100万円", "銀行から借りた分は住民1人あたりいくら"),
        ("660万円", "売店の売り上げは商品1種類あたりいくら"),
        ("5200万円", "宿の利益率は何％"),
    ],
)
def test_without_its_numbers_nothing_is_made_up(bench: Bench, marked: str, question: str) -> None:
    answer = asked(bench, INN, question, marked)
    calculation = answer.calculation.formula if answer.calculation else ""
    assert "÷" not in calculation or answer.abstained


@pytest.mark.parametrize(
    ("text", "marked", "question"),
    [
        (
            "# 首長\n\n首長は2031年10月に島を訪れて漁師と話した（2015年にも首長が訪れている）。\n",
            "2031年10月に",
            "首長は漁師とどのくらい長く話したか",
        ),
        ("# 布\n\n綿が全重量の85％以上の布が1位で、前の年より減った。\n", "1位", "布は前の年よりどれだけ減ったか"),
    ],
)
def test_dates_and_shares_that_only_stand_there_are_not_reckoned_with(
    bench: Bench, text: str, marked: str, question: str
) -> None:
    assert asked(bench, text, question, marked).calculation is None
