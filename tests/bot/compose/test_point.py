"""The few words that a question asks for, found in one sentence."""

from __future__ import annotations

import pytest

from bot.compose.asked import stretch
from bot.compose.point import clause, needs_type, points
from bot.compose.things import focus
from bot.question import Ask, parse_question
from corpus.document import Document
from corpus.structure.dates import find_dates
from tests.conftest import Bench

JA = """# 港

2023年4月5日、青森港で新航路の開港式が開かれ、佐藤一郎知事が大臣に花束を渡した。
その翌月、敦賀港に韓国の李明博士が訪れた。
式典の参加者は350人で、船は12隻だった。
船は冬の食料を運ぶため、函館に向かった。
佐藤知事は「港は地域の暮らしを支える玄関口である」と述べた。
霧の朝、視察団は国産の水素船「みらい」に乗って、静かな湾内を一周した。
"""
EN = """# Port

On 5 April 2023 Governor Ichiro Sato opened the Northern Route in Aomori.
About 350 guests attended the ceremony.
The ship left early because the winter stores of Hakodate were nearly empty.
Governor Sato said: "The port is the front door of our whole region."
"""


@pytest.fixture
def ja(bench: Bench) -> Document:
    return bench.read(JA.replace("\n", "\n\n"), "ja.md")


@pytest.fixture
def en(bench: Bench) -> Document:
    return bench.read(EN.replace("\n", "\n\n"), "en.md")


FOUND_JA = [
    ("新航路の開港式はいつ開かれたか", "開港式", "2023年4月5日"),
    ("式典の参加者は何人だったか", "参加者", "350人"),
    ("船は何隻だったか", "12隻", "12隻"),
    ("誰が大臣に花束を渡したか", "花束", "佐藤一郎知事"),
    ("新航路の開港式はどこで開かれたか", "開港式", "青森港"),
    ("佐藤知事は何と述べたか", "玄関口", "「港は地域の暮らしを支える玄関口である」"),
    ("船はなぜ函館に向かったか", "食料", "船は冬の食料を運ぶため"),
    ("視察団はどんな船に乗ったか", "視察団", "国産の水素船「みらい」"),
]
FOUND_EN = [
    ("When was the Northern Route opened?", "Northern", "5 April 2023"),
    ("How many guests attended the ceremony?", "guests", "350"),
    ("Why did the ship leave early?", "ship", "because the winter stores of Hakodate were nearly empty"),
    ("What did Governor Sato say?", "front door", '"The port is the front door of our whole region."'),
]


@pytest.mark.parametrize(("question", "holding", "words"), FOUND_JA)
def test_the_point_is_what_a_japanese_question_asks_for(
    question: str, holding: str, words: str, ja: Document, bench: Bench
) -> None:
    asked, candidate = bench.candidate(question, ja, holding)
    assert points(asked, asked.question.asks[0], candidate)[0].text == words


@pytest.mark.parametrize(("question", "holding", "words"), FOUND_EN)
def test_the_point_is_what_an_english_question_asks_for(
    question: str, holding: str, words: str, en: Document, bench: Bench
) -> None:
    asked, candidate = bench.candidate(question, en, holding)
    assert words in points(asked, asked.question.asks[0], candidate)[0].text


def test_a_date_that_the_text_leaves_open_is_shown_completed_in_the_language_of_the_question(
    ja: Document, bench: Bench
) -> None:
    for question, shown in (("李明博士はいつ敦賀港を訪れたか", "2023年5月"), ("When was Tsuruga visited?", "May 2023")):
        asked, candidate = bench.candidate(question, ja, "翌月")
        (point,) = points(asked, asked.question.asks[0], candidate)
        assert point.text == shown
        assert ja.text[point.span.start : point.span.end] in ("翌月", "その翌月")


def test_what_the_question_already_names_is_not_its_answer(ja: Document, bench: Bench) -> None:
    asked, candidate = bench.candidate("佐藤一郎知事は誰に花束を渡したか", ja, "花束")
    assert all(point.text != "佐藤一郎知事" for point in points(asked, asked.question.asks[0], candidate))


@pytest.mark.parametrize(
    ("question", "holding"),
    [
        ("参加者はいつ来たか", "350人"),
        ("船には何人が乗ったか", "食料"),
        ("開港式の費用は何ドルだったか", "350人"),
        ("佐藤知事は何と述べたか", "花束"),
    ],
)
def test_a_sentence_without_what_is_asked_for_has_no_point(
    question: str, holding: str, ja: Document, bench: Bench
) -> None:
    asked, candidate = bench.candidate(question, ja, holding)
    assert points(asked, asked.question.asks[0], candidate) == []


def test_only_dates_numbers_persons_and_places_have_a_form_of_their_own() -> None:
    assert all(needs_type(Ask(kind, 0, 0)) for kind in ("when", "count", "who", "where"))
    assert not any(needs_type(Ask(kind, 0, 0)) for kind in ("why", "how", "what", "yes-no", "list", "source", "said"))


def test_a_short_sentence_is_its_own_point_without_its_full_stop(ja: Document, bench: Bench) -> None:
    asked, candidate = bench.candidate("視察団は何に乗ったか", ja, "視察団")
    point = clause(asked, candidate)
    assert point is not None
    assert point.text == candidate.text.rstrip("。")


def test_of_a_long_sentence_the_clauses_that_speak_of_the_question_are_the_point(bench: Bench) -> None:
    long = (
        "会長は港の歴史を振り返り、戦後の復興がどのように進んだかを詳しく説明したうえで、出席した人々に長年の協力への感謝を伝え、"
        "来年から灯台の一般公開を再開すると発表し、最後に地元の高校生が吹奏楽を演奏して式典の幕を閉じた。"
    )
    document = bench.read(f"# 港\n\n{long}\n")
    asked, candidate = bench.candidate("灯台の一般公開はどうなるか", document, "灯台")
    point = clause(asked, candidate)
    assert point is not None
    assert "灯台の一般公開を再開する" in point.text
    assert len(point.text) < len(long) / 2


def test_every_point_in_the_shipped_documents_is_the_words_at_its_place_or_a_completed_date(
    shipped: tuple[Document, ...], bench: Bench
) -> None:
    questions = (
        "いつか",
        "何人か",
        "いくらか",
        "誰か",
        "どこか",
        "なぜか",
        "何と述べたか",
        "どんな人物か",
        "When?",
        "多少？",
        "언제?",
    )
    seen = 0
    for question in questions:
        asked, found = bench.candidates(question, *shipped)
        for candidate in found:
            for point in points(asked, asked.question.asks[0], candidate):
                seen += 1
                assert candidate.start <= point.span.start < point.span.end <= candidate.end
                assert 0 <= point.fit <= 1.5
                words = candidate.document.text[point.span.start : point.span.end].replace("\n", "")
                assert point.text == words or find_dates(point.text)
    assert seen > 200


@pytest.mark.parametrize(
    ("question", "text", "point"),
    [
        ("2020年に断られたのは何件?", "許可の実績　2019年：41件　2020年：58件　2021年：22件。", "58件"),
        ("2019年の届け出は何件?", "届け出は2019年に41件、2020年は58件だった。", "41件"),
        ("How many cases were there in 2020?", "There were 41 cases in 2019 and 58 cases in 2020.", "58 cases"),
        ("2018年は何件?", "届け出は2019年に41件、2020年は58件だった。", "41件"),
    ],
)
def test_of_several_numbers_with_dates_the_one_of_the_date_asked_for_is_the_point(
    bench: Bench, question: str, text: str, point: str
) -> None:
    document = bench.read(f"# 港\n\n{text}\n")
    asked, candidate = bench.candidate(question, document, text[:8])
    assert points(asked, asked.question.asks[0], candidate)[0].text == point


def test_a_point_begins_with_no_colon(bench: Bench) -> None:
    document = bench.read("# 港\n\n従業員：26人です。\n")
    _, candidate = bench.candidate("従業員は何人?", document, "従業員")
    assert stretch(candidate, 3, 7, 0.5).text == "26人"


@pytest.mark.parametrize(("year", "amount"), [("2020", "58億円"), ("2021", "51億円")])
def test_of_numbers_told_in_the_order_of_their_years_the_one_of_the_year_asked_for_is_the_point(
    year: str, amount: str, bench: Bench
) -> None:
    document = bench.read("# 港\n\n港の収入は2020年と2021年でそれぞれ58億円、51億円であった。\n")
    asked, candidate = bench.candidate(f"{year}年の港の収入はいくらか", document, "収入")
    assert [point.text for point in points(asked, asked.question.asks[0], candidate)] == [amount]


@pytest.mark.parametrize(
    ("question", "told", "found"),
    [
        ("2024年の農林大臣は誰か", "農林省の勝又俊介副大臣が町を訪れた", False),
        ("2024年の農林副大臣は誰か", "農林省の勝又俊介副大臣が町を訪れた", True),
        ("組合の現在の理事長は誰か", "組合の前理事長である古谷誠一氏が話した", False),
        ("組合の現在の理事長は誰か", "組合の前理事長である古谷誠一氏が来て、同氏は源泉の管理を求めた", False),
        ("組合の前の理事長は誰か", "組合の前理事長である古谷誠一氏が話した", True),
        ("2010年の理事長は誰か", "組合の前理事長である古谷誠一氏が話した", True),
    ],
)
def test_a_deputy_or_a_former_holder_is_not_who_holds_a_post(
    question: str, told: str, found: bool, bench: Bench
) -> None:
    document = bench.read(f"# 記事\n\n{told}。\n")
    asked, candidate = bench.candidate(question, document, told[-4:])
    assert bool(points(asked, asked.question.asks[0], candidate)) is found


def test_words_that_point_back_to_a_person_say_who(bench: Bench) -> None:
    document = bench.read(
        "# 港\n\n高木京子所長は港の改修を任された。同氏は公社の総裁を兼ねる。会議は六月に終わった。\n", "post.md"
    )
    asked, candidate = bench.candidate("公社の総裁を兼ねるのは誰か", document, "総裁")
    assert [
        document.text[point.span.start : point.span.end] for point in points(asked, asked.question.asks[0], candidate)
    ] == ["同氏"]
    answer = bench.ask("公社の総裁を兼ねるのは誰か", document)
    assert answer.short is not None
    assert answer.short.text == "同氏〔高木京子所長〕"


def test_people_with_their_posts_are_found_where_no_phrase_is_read(bench: Bench) -> None:
    document = bench.read("# 빈집\n\n마동혁 도시재생과장은 빈집 은행을 처음 제안했다.\n", "people.md")
    asked, candidate = bench.candidate("빈집 은행을 처음 제안한 사람은 누구인가?", document, "제안했다")
    assert "마동혁" in points(asked, asked.question.asks[0], candidate)[0].text


@pytest.mark.parametrize(
    ("question", "told", "words"),
    [
        ("会議はどこで開かれたか", "会議はソウルの国際会議場で開かれた。", "ソウルの国際会議場"),
        ("灯ろう祭はどこで開かれたか", "灯ろう祭は8月15日に白浜港の南岸壁で開催した。", "白浜港の南岸壁"),
        ("会議はどの国で開かれたか", "会議は日本の青森市で開かれた。", "日本"),
        ("会議は日本のどこで開かれたか", "会議はベトナムとの間で、青森市で開かれた。", "青森市"),
        ("船は最後にどこへ向かったか", "船は青森港で式を終えて函館港に向かった。", "函館港"),
        ("배는 어디로 갔어요?", "船は青森港で式を終えて函館港に向かった。", "函館港"),
        ("会議の会場は結局どこになったか", "会議の会場は青森港から函館公園に変わった。", "函館公園"),
        ("会議の会場は当初どこの予定だったか", "会議の会場は青森港から函館公園に変わった。", "青森港"),
        ("知事が乗った船はどこの船か", "知事は青森港で水素船「みらい」に乗った。", "水素船「みらい」"),
        ("知事が青森港で乗った船って何", "知事は青森港で水素船「みらい」に乗った。", "水素船「みらい」"),
    ],
)
def test_of_several_places_the_one_asked_for_is_the_point(bench: Bench, question: str, told: str, words: str) -> None:
    asked, candidate = bench.candidate(question, bench.read(f"# 港\n\n{told}\n", "places.md"), told[-5:-1])
    assert points(asked, asked.question.asks[0], candidate)[0].text == words


@pytest.mark.parametrize(
    "told",
    ["【青森5月7日＝港通信】開港式が5日、青森港で開かれた。", "2023年5月7日　開港式が5日、青森港で開かれた。"],
)
def test_the_date_that_heads_a_report_is_not_when_it_happened(bench: Bench, told: str) -> None:
    document = bench.read(f"date: 2023-05-07\n\n# 港\n\n{told}\n", "report.md")
    asked, candidate = bench.candidate("開港式が開かれたのは何日か", document, "開かれた")
    point = points(asked, asked.question.asks[0], candidate)[0]
    assert document.text[point.span.start : point.span.end] == "5日"


@pytest.mark.parametrize(
    ("question", "words"), [("開港式は何月何日に開かれたか", []), ("開港式は何月に開かれたか", ["2023年5月"])]
)
def test_a_month_does_not_say_on_which_day(bench: Bench, question: str, words: list[str]) -> None:
    document = bench.read("# 港\n\n青森港の開港式は2023年5月に開かれた。\n", "month.md")
    asked, candidate = bench.candidate(question, document, "開港式")
    assert [point.text for point in points(asked, asked.question.asks[0], candidate)] == words


def test_what_something_is_called_stands_in_quotation_marks(bench: Bench) -> None:
    told = "訪問の形式は「公式親善訪問」とされ、北部訪問の後に行われた。"
    asked, candidate = bench.candidate("那次访问叫什么访问？", bench.read(f"# 港\n\n{told}\n", "called.md"), "形式")
    assert asked.question.asks[0].kind == "what"
    found = points(asked, asked.question.asks[0], candidate)
    assert found[0].text == "「公式親善訪問」"


def test_how_many_words_is_a_count_and_asks_for_nothing_said(bench: Bench) -> None:
    document = bench.read("# 辞典\n\n載せた語は4,100語である。\n", "words.md")
    asked, candidate = bench.candidate("辞典に載せた語は何語か", document, "載せた")
    assert [ask.kind for ask in asked.question.asks] == ["count"]
    assert points(asked, asked.question.asks[0], candidate)[0].text == "4,100語"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2回目に来た客は何人か", "41人"),
        ("세 번째 행사에는 손님이 몇 명 왔나요?", "176人"),
        ("How many people came to the first meeting?", "318人"),
    ],
)
def test_of_numbered_things_the_number_of_the_one_asked_for_is_the_point(
    bench: Bench, question: str, words: str
) -> None:
    told = "来た客は、1回目が318人、2回目が41人、3回目が176人である。"
    asked, candidate = bench.candidate(question, bench.read(f"# 祭り\n\n{told}\n", "fair.md"), "来た")
    assert points(asked, asked.question.asks[0], candidate)[0].text == words


@pytest.mark.parametrize(
    ("question", "words"), [("小型船の枠は何トンか", "39トン"), ("大型船の枠は何トンか", "52トン")]
)
def test_of_several_numbers_the_one_with_which_the_questions_words_stand_is_the_point(
    bench: Bench, question: str, words: str
) -> None:
    document = bench.read("# 港\n\nこれにより港の枠は、大型船が52トン、小型船が39トンとなる。\n", "quota.md")
    asked, candidate = bench.candidate(question, document, "枠は")
    assert points(asked, asked.question.asks[0], candidate)[0].text == words


SHARES = """
保険会社は事故のあと船の保険料を一割ほど引き上げた。

隣の湖でも、同じ五年の間に魚は三分の一に減っている。
"""


@pytest.mark.parametrize(
    ("question", "holding", "words"),
    [
        ("船の保険料はどのくらい上がったか", "保険料", "一割"),
        ("保険料は何割上がったか", "保険料", "一割"),
        ("隣の湖の魚はどれくらい減ったか", "三分の一", "三分の一"),
    ],
)
def test_a_share_says_how_much(question: str, holding: str, words: str, bench: Bench) -> None:
    asked, candidate = bench.candidate(question, bench.read(SHARES, "shares.md"), holding)
    assert words in [point.text for point in points(asked, asked.question.asks[0], candidate)]


def test_a_share_is_no_number_of_people(bench: Bench) -> None:
    asked, candidate = bench.candidate("隣の湖には何人いたか", bench.read(SHARES, "shares.md"), "三分の一")
    assert points(asked, asked.question.asks[0], candidate) == []


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("（4月5日", "4月5日"),
        ("佐藤一郎（市長、55", "佐藤一郎"),
        ("「港は地域の玄関口である", "「港は地域の玄関口である」"),
        ("「港は地域の", "港は地域の"),
        ("佐藤一郎（市長、55歳）", "佐藤一郎（市長、55歳）"),
        ("（", "（"),
    ],
)
def test_a_point_opens_nothing_that_it_does_not_close(bench: Bench, marked: str, shown: str) -> None:
    document = bench.read(
        "# 港\n\n開港式（4月5日）で佐藤一郎（市長、55歳）は「港は地域の玄関口である」と述べた。\n", "told.md"
    )
    _, candidate = bench.candidate("佐藤氏は何と述べたか", document, "述べた")
    at = candidate.text.index(marked)
    point = stretch(candidate, at, at + len(marked), 0.5)
    assert point.text == shown == document.text[point.span.start : point.span.end]


def test_hours_and_minutes_are_one_length_of_time(bench: Bench) -> None:
    document = bench.read("# 港\n\n10月15日の会合は2時間10分に及んだ。\n", "long.md")
    question = "10月の会合は何分続いたか"
    asked, candidate = bench.candidate(question, document, "及んだ")
    found = points(asked, asked.question.asks[0], candidate)
    assert [point.text for point in found] == ["2時間10分"]  # the 10 of October is not its 10


@pytest.mark.parametrize(
    "question",
    [
        "モンゴルの唯一の友はどの国だったか",
        "Which country was Mongolia's only friend?",
        "蒙古唯一的朋友是哪个国家？",
        "몽골의 유일한 친구는 어느 나라였어?",
    ],
)
def test_the_country_that_a_question_names_in_its_language_is_not_what_it_asks_for(bench: Bench, question: str) -> None:
    document = bench.read("# 友好\n\n冷戦の後、モンゴルにとってラオスは唯一の友であった。\n")
    asked, candidate = bench.candidate(question, document, "ラオス")
    assert points(asked, asked.question.asks[0], candidate)[0].text == "ラオス"
    assert "モンゴル" not in [point.text for point in points(asked, asked.question.asks[0], candidate)]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("首相が着工式に出た記念館は何て名前？", "what"),
        ("記念館に来た人は何て名前？", "who"),
        ("会談した相手を教えて", "who"),
        ("来ていた各国の人たちを教えて", "who"),
    ],
)
def test_names_are_of_people_or_of_things(question: str, kind: str) -> None:
    assert parse_question(question).asks[0].kind == kind


def test_how_many_countries_is_no_place(bench: Bench) -> None:
    document = bench.read("# 式\n\n三者3か国での会談は開かれず、式は青森港で行われた。\n")
    asked, candidate = bench.candidate("式はどこで行われたか", document, "青森港")
    assert [point.text for point in points(asked, asked.question.asks[0], candidate)] == ["青森港"]


def test_what_stands_for_a_thing_in_korean_asks_for_no_noun_behind_it() -> None:
    for text, noun in (("지사는 무슨 배를 탔어?", "배"), ("지사는 항구에서 뭘 관람했어?", "")):
        question = parse_question(text)
        assert focus(question, question.asks[0]) == noun


@pytest.mark.parametrize(
    ("question", "told", "words"),
    [
        ("祭りはいつ開かれたか", "祭りは2033年8月15日と16日の2日間、港で開かれた。", "2033年8月15日と16日"),
        ("祭りはいつ開かれたか", "祭りは2033年8月15日、16日、17日に港で開かれた。", "2033年8月15日、16日、17日"),
        ("When was the festival held?", "祭りは2033年8月15日と16日に港で開かれた。", "2033年8月15日と16日"),
        ("祭りはいつ開かれたか", "祭りは2033年8月15日に、会議は16日に港で開かれた。", "2033年8月15日"),
    ],
)
def test_days_named_together_are_one_point(bench: Bench, question: str, told: str, words: str) -> None:
    asked, candidate = bench.candidate(question, bench.read(f"# 祭り\n\n{told}\n"), "祭り")
    point = points(asked, asked.question.asks[0], candidate)[0]
    assert point.text == words
