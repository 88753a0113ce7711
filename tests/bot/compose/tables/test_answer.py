"""Questions answered from cells: small tables whose arithmetic can be checked by eye."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.document import Document
from retrieval.hit import Evidence, Hit
from tests.bot.compose.tables.table_maker import ask, make_document, short

FRUIT = ("コード", "品名", "金額（万円）")


def trade() -> Document:
    """Two periods one way, one period the other way; sugar is only in the later, tea only in the earlier."""
    return make_document(
        (
            "表1 2024年1-6月 日本からタイ王国への輸出品 金額上位4品目",
            FRUIT,
            [
                ["1001", "小麦", "400"],
                ["1701", "砂糖", "250"],
                ["7208", "鉄鋼板", "1,200"],
                ["8703", "乗用車", "900"],
            ],
        ),
        (
            "表2 2014年1-6月 日本からタイ王国への輸出品 金額上位4品目",
            FRUIT,
            [["1001", "小麦", "320"], ["0902", "緑茶", "150"], ["7208", "鉄鋼板", "1,600"], ["8703", "乗用車", "450"]],
        ),
        (
            "表3 2024年1-6月 タイ王国から日本への輸出品 金額上位3品目",
            FRUIT,
            [["1006", "米", "70"], ["4001", "天然ゴム", "800"], ["1701", "砂糖", "90"]],
        ),
        title="日タイ貿易の概況",
    )


def library() -> Document:
    return make_document(
        (
            "表1 館別利用状況（令和5年度）",
            ("館名", "来館者数（人）", "貸出冊数（冊）"),
            [
                ["中央館", "2,000", "5,000"],
                ["北分館", "700", "1,300"],
                ["港分館", "", "900"],
                ["移動図書館", "300", "―"],
                ["計", "3,000", "7,200"],
            ],
        ),
        (
            "表2 年度別の推移",
            ("年度", "蔵書冊数（冊）", "資料費（千円）"),
            [["令和3年度", "50,000", "4,800"], ["令和4年度", "52,000", "4,600"], ["令和5年度", "53,000", "4,370"]],
        ),
        title="図書館年報 令和5年度",
    )


def catch() -> Document:
    return make_document(
        (
            "表1 月別・魚種別水揚量（単位：トン）",
            ("月", "ぶり", "まあじ", "計"),
            [
                ["4月", "12.4", "38.6", "51.0"],
                ["5月", "8.1", "", "8.1"],
                ["6月", "5.6", "52.7", "58.3"],
                ["合計", "26.1", "91.3", "117.4"],
            ],
        ),
        (
            "表2 魚種別水揚金額（単位：千円）",
            ("魚種", "令和5年度", "令和6年度"),
            [["ぶり", "160", "200"], ["まあじ", "100", "80"], ["その他", "40", "30"], ["合計", "300", "310"]],
        ),
        title="令和6年度 漁協の業務報告",
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2024年に日本がタイへ輸出した砂糖の金額は", "250 万円"),
        ("2024年のタイから日本への砂糖の輸出額はいくら", "90 万円"),
        ("2024年の日本のタイ向け輸出で金額が最も大きい品目は", "鉄鋼板（1,200 万円）"),
        ("2024年の日本からタイへの輸出品で3位は", "小麦（400 万円）"),
        ("2024年のタイの輸出品で一番金額が少ないものは", "米（70 万円）"),
        ("2024年の日本からタイへの輸出で乗用車は何位", "2位（900 万円）"),
        ("2024年の日本からタイへの輸出品の上位2品目の合計は", "2,100 万円"),
        ("表2の緑茶の金額は", "150 万円"),
        ("コード4001の品名は", "天然ゴム"),
        ("2024年の日本からタイへの輸出で砂糖のコードは", "1701"),
        ("乗用車の輸出額は2014年から2024年にどれだけ増えた？", "+450 万円（+100 %）"),
        ("鉄鋼板のタイ向け輸出額は10年前と比べて何％減った", "−400 万円（−25 %）"),
        ("2024年の日本からタイへの輸出で乗用車と砂糖の差は", "650 万円"),
        ("2024年の日本からタイへの輸出で乗用車は砂糖の何倍", "3.6倍"),
        ("2024年の日本からタイへの輸出で1位と2位の差は", "300 万円"),
        ("2024年の日本からタイへの輸出で500万円以上の品目はいくつ", "2つ"),
        ("2024年の日本からタイへの輸出で900万円を超える品目は", "鉄鋼板（1,200 万円）"),
        ("日本からタイへの輸出品で2014年と2024年に共通する品目は", "小麦 ／ 鉄鋼板 ／ 乗用車"),
        ("日本からタイへの輸出品で2024年に新たに入った品目は", "砂糖"),
        ("日本→タイの上位4、2014年にも2024年にも入ってる品目は何？", "小麦 ／ 鉄鋼板 ／ 乗用車"),
        ("日本→タイの上位4、2014年も2024年も入ってる品目は何？", "小麦 ／ 鉄鋼板 ／ 乗用車"),
        ("2024年の日本からタイへの輸出で鉄鋼板以外で一番多いのは何", "乗用車（900 万円）"),
        ("2024年の日本からタイへの輸出で鉄鋼板を除いた3品目の合計は", "1,550 万円"),
        ("2024年の日本からタイへの輸出で一番多い品目と3位の差は", "800 万円"),
        ("2024年の日本からタイへの輸出で小麦と砂糖を足した金額は", "650 万円"),
        ("日本がタイ王国に売った砂糖は、2024年6月までで何万円か", "250 万円"),
        ("タイ王国への輸出、1位の鉄鋼板は3位の小麦の何倍か、2024年1-6月", "3倍"),
        ("乗用車と砂糖、タイ王国への輸出額の差は？2024", "650 万円"),
        ("鉄鋼板のタイ向け輸出額は2014→2024で何％減った", "−400 万円（−25 %）"),
        ("鉄鋼板のタイ向け輸出額、2014年と比ベていくら減った", "−400 万円（−25 %）"),
        ("2024年の日本からタイへの輸出品で2・3位は足していくら", "1,300 万円"),
        ("2024年に日本からタイへ2番目に多く出てるのは何で、いくら", "乗用車（900 万円）"),
        ("2024年の日本からタイへの輸出品で引っかかる2位と3位は足していくら", "1,300 万円"),
        ("2024年の日本からタイへの輸出、砂糖と乗用車の差額ってなんぼ", "650 万円"),
        (
            "what was no. 3 on the 2024 list of Japan's exports to Thailand, and how much?",
            "小麦 (400 ten thousand yen)",
        ),
        ("日本对泰国出口，2024年那张表前两名加起来一共多少万日元", "2,100 万日元"),
    ],
)
def test_a_trade_table_is_read_by_item_rank_direction_and_period(question: str, expected: str) -> None:
    """A limit of 500万円 is 500 in a table that counts in 万円."""
    assert short(ask(question, trade())) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What was the value of Japan's exports of sugar (1701) to Thailand in 2024?", "250"),
        ("Which item did Japan export most to Thailand in 2024?", "鉄鋼板 (1,200"),
        ("How much more did Japan export to Thailand of 8703 in 2024 than in 2014?", "+450"),
        ("2024年日本对泰国出口最多的商品是什么？", "鉄鋼板（1,200"),
        ("2024年泰国对日本出口金额第一的商品是什么", "天然ゴム（800"),
        ("2024년 일본이 태국에 수출한 품목 1위는?", "鉄鋼板 (1,200"),
        ("2024년 태국의 대일 수출 품목 2위는?", "砂糖 (90"),
    ],
)
def test_directions_are_understood_in_other_languages(question: str, expected: str) -> None:
    assert short(ask(question, trade())).startswith(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("中央館の貸出冊数は何冊", "5,000 冊"),
        ("令和5年度に来館者数が最も多い館は", "中央館（2,000 人）"),
        ("令和5年度の来館者数は何人", "3,000 人"),
        ("貸出冊数の合計は", "7,200 冊"),
        ("中央館と北分館の貸出冊数の合計は", "6,300 冊"),
        ("分館の貸出冊数の合計は", "2,200 冊"),
        ("貸出冊数に占める中央館の割合は", "69.4 %"),
        ("来館者数が500人以上の館はいくつ", "2つ"),
        ("令和4年度の資料費は", "4,600 千円"),
        ("資料費は令和3年度から令和5年度にどれだけ減ったか", "−430 千円（−9.0 %）"),
        ("令和5年度の資料費は前年度よりいくら少ないか", "−230 千円（−5 %）"),
        ("資料費の平均は", "4,590 千円"),
        ("蔵書冊数が最も多い年度は", "令和5年度（53,000 冊）"),
    ],
)
def test_a_table_of_several_measures_needs_its_column_named(question: str, expected: str) -> None:
    assert short(ask(question, library())) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("4月のぶりの水揚量は", "12.4 トン"),
        ("ぶりの水揚量が最も多い月は", "4月（12.4 トン）"),
        ("6月に最も多く水揚げされた魚種は", "まあじ（52.7 トン）"),
        ("4月と6月のまあじの水揚量の差は", "+14.1 トン（+36.5 %）"),
        ("令和6年度のぶりの水揚金額は", "200 千円"),
        ("ぶりの水揚金額は令和5年度から令和6年度にどれだけ増えたか", "+40 千円（+25 %）"),
        ("水揚金額が前年度より減った魚種は", "まあじ（−20 千円） ／ その他（−10 千円）"),
        ("水揚金額が最も増えた魚種は", "ぶり +40 千円（+25 %）"),
        ("令和6年度の水揚金額の合計は", "310 千円"),
        ("令和6年度の水揚金額でぶりが占める割合は", "64.5 %"),
    ],
)
def test_months_and_years_are_found_in_rows_and_columns(question: str, expected: str) -> None:
    assert short(ask(question, catch())) == expected


def test_an_empty_cell_is_said_to_be_empty_and_never_zero() -> None:
    assert short(ask("港分館の来館者数は何人", library())) == "〔空欄〕"
    assert short(ask("移動図書館の貸出冊数は何冊", library())) == "―〔空欄〕"
    draft = ask("中央館と港分館の来館者数の差は", library())
    assert draft is not None
    assert draft.calculation is None
    assert draft.missing == ("港分館",)


def test_a_rank_counts_by_value_and_passes_over_empty_cells() -> None:
    assert short(ask("来館者数が最も少ない館は", library())) == "移動図書館（300 人）"


def test_a_printed_total_is_not_added_in_again() -> None:
    draft = ask("貸出冊数の平均は", library())
    assert draft is not None
    assert short(draft) == "2,400 冊"
    assert draft.calculation is not None
    assert draft.calculation.formula == "(5,000 + 1,300 + 900) ÷ 3 = 2,400"


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("2020年の日本からタイへの砂糖の輸出額は", "2020年"),
        ("2024年3月の日本からタイへの砂糖の輸出額は", "2024年3月"),
        ("2024年の日本からタイへの輸出品で5位は", "5位"),
        ("2024年の日本からタイへの天然ゴムの輸出額は", "天然ゴム"),
        ("コード9999の金額は", "コード9999"),
        ("2024年の日本からタイへの輸出総額は", "総額"),
        ("砂糖の日本からタイへの輸出額は2014年から2024年にどれだけ増えた", "2014年1-6月 砂糖"),
        ("令和2年度の資料費は", "令和2年度"),
    ],
)
def test_what_the_meant_table_does_not_hold_is_named(question: str, missing: str) -> None:
    documents = (library(),) if "資料費" in question else (trade(),)
    draft = ask(question, *documents)
    assert draft is not None
    assert draft.statements == ()
    assert draft.missing == (missing,)


@pytest.mark.parametrize(
    "question",
    [
        "中央館はいつ開館したか",
        "なぜ資料費は減ったのか",
        "館長は誰か",
        "中央館の職員数は",
        "中央館の閉館時間は",
        "日本とタイの首脳会談は何回開かれたか",
        "ロシアから日本への砂糖の輸出額は",
        "砂糖の価格が上がった理由は",
        "図1の2024年の値は",
        "表9の砂糖の金額は",
        "1位は",
        "Where is the library?",
        "图书馆什么时候开放？",
        "도서관은 언제 열었나요?",
    ],
)
def test_a_question_about_something_else_is_left_alone(question: str) -> None:
    draft = ask(question, trade(), library())
    assert draft is None or not draft.statements


def test_an_item_in_several_tables_is_shown_from_each() -> None:
    draft = ask("砂糖の輸出額は", trade())
    assert draft is not None
    assert [statement.text.split("〔")[0] for statement in draft.statements] == ["砂糖 250", "砂糖 90"]
    assert draft.confidence < 0.8


def test_the_same_table_in_two_documents_is_answered_once() -> None:
    other = trade()
    twin = make_document(
        ("表1 2024年1-6月 日本からタイ王国への輸出品 金額上位4品目", FRUIT, [["1701", "砂糖", "250"]]), name="twin"
    )
    assert short(ask("2024年に日本がタイへ輸出した砂糖の金額は", other, twin)) == "250 万円"


def test_a_statement_names_unit_table_period_and_column() -> None:
    draft = ask("中央館の貸出冊数は何冊", library())
    assert draft is not None
    assert draft.statements[0].text == "中央館 … 5,000〔貸出冊数、冊、表1、館別利用状況（令和5年度）〕"
    quote = draft.statements[0].quotes[0]
    assert quote.text == "中央館\t2,000\t5,000"
    assert [quote.document.text[span.start : span.end] for span in quote.decisive] == ["5,000"]


def test_a_difference_shows_its_operands_with_table_row_and_column() -> None:
    draft = ask("乗用車の輸出額は2014年から2024年にどれだけ増えた？", trade())
    assert draft is not None
    assert draft.calculation is not None
    assert draft.calculation.formula == "900 − 450 = 450; ÷ 450 = 100 %"
    assert [(o.value, o.unit, o.row, o.column) for o in draft.calculation.operands] == [
        ("900", "万円", 4, "金額"),
        ("450", "万円", 4, "金額"),
    ]


@pytest.mark.parametrize(
    "question", ["乗用車の輸出額は2014年と2024年でどう違うか", "乗用車の輸出額は2014年から2024年にどう変わった？"]
)
def test_how_the_figures_of_two_years_differ_is_reckoned(question: str) -> None:
    draft = ask(question, trade())
    assert draft is not None
    assert draft.calculation is not None
    assert {operand.value for operand in draft.calculation.operands} == {"900", "450"}


def test_why_figures_differ_is_not_answered_by_their_difference() -> None:
    assert ask("乗用車の輸出額が2014年から2024年に増えたのはなぜか", trade()) is None


@pytest.mark.parametrize("asked", ["人", "人たち", "人物", "面々"])
def test_who_is_in_a_list_of_people_is_asked_in_many_words(asked: str) -> None:
    party = make_document(("表1 知事の台湾訪問に同行した主な人物", (), [["青木一", "港長"], ["石田二", "技師"]]))
    assert short(ask(f"知事の台湾訪問に同行した{asked}を全員教えて", party)) == "青木一、石田二"


def test_a_point_of_a_series_goes_by_the_name_of_its_place() -> None:
    points = make_document(
        ("表1 住宅地の地価（円）", ("地点", "2024年", "2025年"), [["青葉町-3", "410", "529"], ["桜町-1", "300", "310"]])
    )
    assert short(ask("青葉町の2025年の地価はいくらですか", points)).startswith("529")


def test_months_without_a_year_have_no_year_before() -> None:
    visits = make_document(
        ("表1 月別の来館者数", ("館名", "6月", "7月"), [["中央館", "200", "260"], ["北分館", "90", "70"]])
    )
    draft = ask("中央館の7月の来館者数は前年からどれだけ増えましたか", visits)
    assert draft is None or "60" not in short(draft)


def test_ten_operands_keep_within_six_hundred_characters() -> None:
    rows = [
        [f"{n:04d}", f"とても長い名前を持つ品目であってその材料が全体の{n}割を占めるもの", f"{n},000"]
        for n in range(1, 11)
    ]
    document = make_document(("表1 2024年 日本からタイ王国への輸出品 金額上位10品目", FRUIT, rows))
    draft = ask("表1の上位10品目の合計は", document)
    assert short(draft) == "55,000 万円"
    assert draft is not None
    assert draft.calculation is not None
    assert len(draft.calculation.operands) == 10


def test_a_follow_up_takes_its_item_from_the_question_before() -> None:
    question = "では2014年は？"
    assert short(ask(question, trade(), turns=("2024年に日本がタイへ輸出した乗用車の金額は",))) == "450 万円"


def test_a_foreign_word_means_the_row_that_retrieval_finds_clearly_nearest() -> None:
    document = trade()
    passages = [p for p in document.passages if p.table == "table-1"]
    near = {"砂糖": 0.86, "小麦": 0.83, "鉄鋼板": 0.82, "乗用車": 0.82}
    hits = sorted(
        (Hit(p, 1, 0.5, near[p.text.split("\t")[1]], 0.0, 0.0) for p in passages), key=lambda h: -h.similarity
    )
    evidence = Evidence("q", tuple(hits), "")
    draft = ask("How much sugar did Japan export to Thailand in 2024?", document, hits=evidence)
    assert short(draft).startswith("砂糖 250")
    assert draft is not None
    assert draft.confidence < 0.75
    level = tuple(Hit(hit.passage, hit.rank, 0.5, 0.83, 0.0, 0.0) for hit in hits)
    assert short(
        ask("How much tobacco did Japan export to Thailand in 2024?", document, hits=Evidence("q", level, ""))
    ) == ("(missing: tobacco)")


class TestEnumeration:
    """A captioned list of names and what they are."""

    document = make_document(
        (
            "表1 訪問団に参加した市の主な職員",
            (),
            [
                ["山田花子", "総務部長／危機管理監"],
                ["鈴木一郎", "総務部副部長"],
                ["佐藤健", "財政部長"],
                ["高橋実", "前副市長"],
            ],
        )
    )

    @pytest.mark.parametrize(
        ("question", "expected"),
        [
            ("山田花子の肩書は", "総務部長／危機管理監"),
            ("訪問団に参加した部長は誰", "山田花子、佐藤健"),
            ("訪問団に参加した市の職員は何人", "4人"),
            ("財政部長は誰ですか", "佐藤健"),
            ("訪問団に参加した職員を全員挙げて", "山田花子、鈴木一郎、佐藤健、高橋実"),
        ],
    )
    def test_it_answers_who_what_post_and_how_many(self, question: str, expected: str) -> None:
        assert short(ask(question, self.document)) == expected

    @pytest.mark.parametrize(
        "question", ["市長は誰", "山田花子の年齢は", "訪問団は何時間会談したか", "訪問団に警察官はいたか"]
    )
    def test_it_does_not_answer_what_it_does_not_say(self, question: str) -> None:
        draft = ask(question, self.document)
        assert draft is None or not draft.statements


SEEDS = Path(__file__).resolve().parents[4] / "../shared/seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside the repository")
class TestSeeds:
    """The tables of a real document."""

    @pytest.fixture(scope="class")
    def documents(self) -> tuple[Document, ...]:
        from corpus.shelf import load_shelf  # noqa: PLC0415  only where the seeds are there

        return load_shelf([SEEDS]).documents

    @pytest.mark.parametrize(
        ("question", "expected"),
        [
            (
                "2025年に中国が北朝鮮に輸出した品目で金額1位は？",
                "かつら加工用の人髪や類似品として使われる羊毛など（179,374,424 米ドル）",
            ),
            ("砂糖の輸出額はいくら", "31,817,367 米ドル"),
            ("HS 60063200の輸出額は2015年から2025年にどれだけ増えた？", "+4,674,308 米ドル（+14.3 %）"),
            ("北朝鮮の中国向け輸出で2025年の5番目は", "ウォッチャームーブメント"),
            (
                "2025年1-10月に北朝鮮が輸入した品目の1位は",
                "かつら加工用の人髪や類似品として使われる羊毛など（179,374,424",
            ),
            ("アスファルトは何位", "7位"),
            (
                "朝鲜2025年对中国出口最多的商品是什么？",
                "人毛かつら、ひげ、眉毛、まつげ、その他の人毛製品（159,228,132 美元）",
            ),
            (
                "2025년 중국이 북한에 수출한 품목 1위는?",
                "かつら加工用の人髪や類似品として使われる羊毛など (179,374,424 달러)",
            ),
            (
                "How much more of HS 60063200 did China export to North Korea in 2025 than in 2015?",
                "+4,674,308 US dollars (+14.3 %)",
            ),
            ("金正恩総書記の訪中に何人同行したか", "11人"),
            ("趙甬元の肩書は", "党中央委政治局常務委員／組織担当書記／党中央委組織指導部長"),
            ("中国から北朝鮮への輸出品の11位は", "(missing: 11位)"),
            ("2019年1-10月だと大豆油の対北輸出はいくら？", "(missing: 2019年1-10月)"),
        ],
    )
    def test_their_questions_are_answered_from_cells(
        self, documents: tuple[Document, ...], question: str, expected: str
    ) -> None:
        assert short(ask(question, *documents)).startswith(expected)

    @pytest.mark.parametrize(
        "question",
        [
            "李強首相が平壌を訪れたのはいつ、何のためか",
            "金正恩は何年ぶりに訪中したか",
            "2024年のロ朝貿易額は",
            "李強首相は平壌で何時間演説したか",
            "図の2019年の貿易総額はいくらになってます？",
            "訪中団に軍人っていた？",
            "how many people were in the PLA delegation?",
        ],
    )
    def test_questions_about_the_prose_are_left_alone(self, documents: tuple[Document, ...], question: str) -> None:
        draft = ask(question, *documents)
        assert draft is None or not draft.statements


def halls() -> Document:
    return make_document(
        (
            "表1 館別の計画と実績（単位：冊、貸出率は％）",
            ("館名", "計画冊数", "実績冊数", "貸出率（％）"),
            [["本館", "500", "400", "80.0"], ["東館", "200", "100", "50.0"], ["合計", "700", "500", "71.4"]],
        ),
        (
            "表2 食堂の利用",
            ("食堂", "利用者数（人）", "一食の値段（円）"),
            [["本館食堂", "120", "450"], ["東館食堂", "80", "300"]],
        ),
        title="図書館の年報",
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("東館は計画冊数のうち何％貸し出せた", "50.0 ％"),
        ("東館の計画冊数は合計の何％", "28.6 %"),
        ("本館和东馆的実績冊数加起来多少", "500 冊"),
        ("東館食堂は一食いくら", "300 円"),
        ("東館食堂の利用者数は", "80 人"),
    ],
)
def test_what_is_paid_is_no_number_of_people_and_a_printed_rate_is_not_reckoned(question: str, expected: str) -> None:
    assert short(ask(question, halls())) == expected


def test_how_a_rank_moved_since_one_year_is_told_by_the_other_table() -> None:
    header = ("品名", "金額（万円）")
    document = make_document(
        ("表1 2014年 日本からタイ王国への輸出品", header, [["緑茶", "90"], ["小麦", "60"], ["乗用車", "30"]]),
        ("表2 2024年 日本からタイ王国への輸出品", header, [["乗用車", "95"], ["緑茶", "70"], ["小麦", "40"]]),
    )
    assert short(ask("乗用車のタイ向け輸出、2014年から順位はいくつ上がった？", document)) == "3位 → 1位（2つ上昇）"


def test_what_a_question_does_not_mean_is_no_row_that_it_names() -> None:
    header = ("品名", "金額（万円）")
    document = make_document(
        (
            "表1 2024年 日本からタイ王国への輸出品",
            header,
            [["人毛かつら、ひげなど", "90"], ["合成繊維で作られたかつら、ひげなど", "60"], ["乗用車", "30"]],
        ),
    )
    assert short(ask("2024年のタイ王国への輸出、人毛じゃないほうのかつらはいくら", document)) == "60 万円"
    assert short(ask("2024年のタイ王国への輸出、人毛かつらはいくら", document)) == "90 万円"
    told = short(ask("2024年のタイ王国への輸出はいくら、人毛かつらじゃない", document))
    assert "90 万円" in told


def test_a_name_goes_on_behind_what_is_misprinted_in_it() -> None:
    header = ("品名", "金額（万円）")
    document = make_document(
        (
            "表1 2024年 日本からタイ王国への輸出品",
            header,
            [["タンクスチン鉱", "90"], ["モリブデン鉱", "60"], ["鉄鉱石", "30"]],
        ),
    )
    assert short(ask("2024年のタイ王国への輸出額、タングステン鉱とモリブデン鉱の差は？", document)) == "30 万円"


def test_brackets_of_a_caption_do_not_end_ours() -> None:
    document = make_document(
        (
            "〔表〕4月の来館者数〔速報〕（人）",
            ("館名", "一般〔有料〕", "子ども"),
            [["中央館", "200", "90"], ["港館", "70", "30"]],
        ),
    )
    draft = ask("4月の港館の一般の来館者は何人", document)
    assert draft is not None
    (statement,) = draft.statements
    assert "〔" not in re.sub("〔[^〔〕]*〕", "", statement.text)
    assert "〕" not in re.sub("〔[^〔〕]*〕", "", statement.text)
