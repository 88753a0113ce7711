"""What a question asks for, read from its closed-class words, in four languages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cues import CUES, AskKind, Lang
from bot.language import language
from bot.question import Question, is_small_talk, parse_question
from bot.splitting import split_questions
from corpus.structure.quantities import find_quantities
from corpus.structure.units import same_unit

ASKED: list[tuple[str, set[AskKind]]] = [
    ("新航路はいつ開かれたか", {"when"}),
    ("新航路が開かれたのは何年？", {"when"}),
    ("工事は何年間続きましたか", {"count"}),
    ("式典に出席したのは誰ですか", {"who"}),
    ("式典はどこで開かれましたか", {"where"}),
    ("利用者は何人でしたか", {"count"}),
    ("りんごの輸出額はいくらですか", {"count"}),
    ("なぜ航路は閉鎖されたのですか", {"why"}),
    ("知事は式典で何と述べましたか", {"said"}),
    ("この数字の出典は？", {"source"}),
    ("開港式に大臣は出席しましたか", {"yes-no"}),
    ("いつ、どこで開かれたのか", {"when", "where"}),
    ("大臣も出席した？", {"yes-no"}),
    ("観光は始まっている？", {"yes-no"}),
    ("誰か反対した？", {"yes-no"}),
    ("どこかに寄りましたか", {"yes-no"}),
    ("社長は何か調印した？", {"yes-no"}),
    ("反対したのは誰か教えて", {"who"}),
    ("相手は誰か？", {"who"}),
    ("立ち話をした大統領は？", {"who"}),
    ("乗っていた車は？", {"what"}),
    ("군인이 동행했나?", {"yes-no"}),
    ("딸도 같이 갔어?", {"yes-no"}),
    ("쓰지 않은 말은?", {"what"}),
    ("何のために、いつ訪れたか", {"why", "when"}),
    ("航路とは何ですか", {"what"}),
    ("When was the new route opened?", {"when"}),
    ("Who attended the ceremony?", {"who"}),
    ("Where did the governor speak?", {"where"}),
    ("How many passengers used the route?", {"count"}),
    ("Why was the route closed?", {"why"}),
    ("What did the governor say at the ceremony?", {"said"}),
    ("Did the minister attend the ceremony?", {"yes-no"}),
    ("新航线是什么时候开通的？", {"when"}),
    ("谁出席了仪式？", {"who"}),
    ("有多少人使用了这条航线？", {"count"}),
    ("为什么关闭了航线？", {"why"}),
    ("部长出席仪式了吗？", {"yes-no"}),
    ("새 항로는 언제 열렸나요?", {"when"}),
    ("누가 행사에 참석했나요?", {"who"}),
    ("행사는 어디에서 열렸나요?", {"where"}),
    ("왜 항로를 닫았나요?", {"why"}),
    ("이용객은 몇 명이었나요?", {"count"}),
    ("How many members does the co-op have?", {"count"}),
    ("Who are the members of the group?", {"who", "list"}),
    ("式典で話した人をあげて", {"list"}),
    ("式典に来た客あげて", {"list"}),
    ("音を上げたのは誰ですか", {"who"}),
    ("航路がなくなったのはなんで？", {"why"}),
    ("航路がなくなったのは何で、その後は？", {"why"}),
    ("いちばん売れたのは何で、いくらでしたか", {"count"}),
    ("航路の長さは何ヘクタールでしたか", {"count"}),
    ("왕복은 몇 헥타르였어?", {"count"}),
    ("배는 몇 군데에 들렀나요?", {"count"}),
    ("배는 몇 시에 떠났나요?", {"when"}),
    ("これはなんですか", {"what"}),
    ("なんでもいいから航路のことを", {"what"}),
    ("どんくらい利用されたの", {"count"}),
    ("How come the route was closed?", {"why"}),
    ("他们干嘛要关闭航线？", {"why"}),
    ("어째서 항로를 닫았나요?", {"why"}),
    ("新しい知事って何て人？", {"who"}),
    ("新任知事叫什么名字？", {"who"}),
    ("出席仪式的是哪一位？", {"who"}),
    ("새 지사 이름이 뭐예요?", {"who"}),
]


@pytest.mark.parametrize(("text", "kinds"), ASKED)
def test_the_interrogative_decides_what_is_asked_for(text: str, kinds: set[AskKind]) -> None:
    assert parse_question(text).kinds() == kinds


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("新航路はいつ開かれたか", "ja"),
        ("When was it opened?", "en"),
        ("新航线什么时候开通？", "zh"),
        ("二号船有多重?", "zh"),
        ("染色针织布2015年排第几", "zh"),
        ("硅铁和铜的价格", "zh"),
        ("새 항로는 언제 열렸나요?", "ko"),
        ("HSコード 67030000 は？", "ja"),
        ("When did 李強 visit the port of 青森?", "en"),
    ],
)
def test_a_question_is_in_the_language_of_its_script(text: str, lang: str) -> None:
    assert language(text) == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("What were the sales of ターミナル店 in まるや商店 in 2024?", "en"),
        ("2024년 まるや商店에서 매출액이 가장 큰 점포는?", "ko"),
        ("2022年度若宮市立図書館中，こども館的借阅册数是多少？", "zh"),
        ("湯の里町的人口是多少？", "zh"),
        ("The Art of War という本の著者は", "ja"),
        ("習近平はいつ平壌を訪れたか（리창 총리と）", "ja"),
    ],
)
def test_names_in_another_script_do_not_change_the_language_of_a_sentence(text: str, lang: str) -> None:
    assert language(text) == lang


@pytest.mark.parametrize("default", ["ja", "en", "zh", "ko"])
def test_a_text_without_letters_is_in_the_language_that_is_set(default: Lang) -> None:
    assert language("12 + 30", default) == default


def test_kanji_alone_are_japanese_unless_chinese_function_words_or_the_setting_say_otherwise() -> None:
    assert language("日中貿易総額") == "ja"
    assert language("贸易总额是多少", "ja") == "zh"
    assert language("日中貿易総額", "zh") == "zh"


def _framed(question: Question, words: str) -> bool:
    start = question.query.index(words)
    return any(a <= start and start + len(words) <= b for a, b in question.frame)


def test_what_only_asks_is_framed_and_what_is_asked_about_is_not() -> None:
    question = parse_question("青森港の開港式がいつ開かれたのか教えてください")
    assert _framed(question, "いつ")
    assert _framed(question, "教えて")
    assert not _framed(question, "青森港")
    english = parse_question("Please tell me when the Aomori route was opened")
    assert _framed(english, "when")
    assert _framed(english, "tell")
    assert not _framed(english, "Aomori")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("橋を二本かけたっていうのはどこが出した資料?", "橋を二本かけた"),
        ("橋を二本かけたという話の出典は？", "橋を二本かけた"),
        ("橋を二本かけたと言ってるのはどこの誰？ちゃんとした根拠ある？", "橋を二本かけた"),
        ("建了两座桥的数据是从哪里来的？", "建了两座桥"),
        ("Where does the claim come from that two bridges were built?", "two bridges were built"),
        ("다리를 두 개 놓았다는 얘기 출처가 어디야?", "다리를 두 개 놓았"),
    ],
)
def test_without_the_words_that_ask_for_a_source_a_question_says_of_what(text: str, claim: str) -> None:
    question = parse_question(text)
    assert question.kinds() == {"source"}
    cut = {at for start, end in question.of_source for at in range(start, end)}
    left = "".join(char for at, char in enumerate(question.query) if at not in cut)
    assert claim in left
    assert len(left) <= len(claim) + 12


def test_the_date_of_a_source_is_no_question_of_its_own() -> None:
    assert parse_question("橋が架かった話の出典は？いつの新聞？").kinds() == {"source"}
    assert parse_question("橋はいつ開通し、その出典は何か").kinds() == {"when", "source"}


def test_dates_in_a_question_are_read() -> None:
    assert [d.value for d in parse_question("2025年10月9日に何がありましたか").dates] == ["2025-10-09"]
    assert [d.value for d in parse_question("What happened on 9 October 2025?").dates] == ["2025-10-09"]
    assert [d.value for d in parse_question("22年の客は何人").dates] == ["2022"]


@pytest.mark.parametrize("counter", ["人", "隻", "か国", "通", "頭", "校", "便", "両", "軒", "曲"])
def test_what_with_a_counter_asks_for_a_number(counter: str) -> None:
    assert parse_question(f"青森では何{counter}でしたか").kinds() == {"count"}


def test_what_a_count_is_counted_in_is_read_from_the_question() -> None:
    (ask,) = parse_question("利用者は何人でしたか").asks
    people, tons = (find_quantities(text)[0].unit for text in ("12,000人", "12,000トン"))
    assert same_unit(ask.unit, people)
    assert not same_unit(ask.unit, tons)
    assert parse_question("誰が来ましたか").asks[0].unit == ""


def test_a_follow_up_takes_over_what_it_leaves_out() -> None:
    question = parse_question("その時の団長は？", ("青森港の視察団はいつ来たか",))
    first, last = question.inherited
    assert question.text == "その時の団長は？"
    assert question.query.startswith(question.text)
    assert "視察団" in question.query[first:last]


def test_a_follow_up_that_only_names_another_thing_asks_the_same_of_it() -> None:
    assert parse_question("では敦賀港は？", ("青森港の開港式はいつでしたか",)).kinds() == {"when"}


def test_a_follow_up_with_its_own_date_does_not_take_over_the_earlier_one() -> None:
    question = parse_question("2015年は？", ("2025年のりんごの輸出額はいくらか",))
    assert [d.value for d in question.dates] == ["2015"]
    assert "りんご" in question.query


def test_a_question_that_stands_alone_takes_over_nothing() -> None:
    alone = "敦賀港を出て釜山港に向かう貨物船の乗組員は全部で何人だったのでしょうか"
    question = parse_question(alone, ("青森港の開港式はいつでしたか",))
    assert question.query == question.text == alone
    assert question.inherited == (0, 0)


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("이 프로그램의 예산은 모두 합해서 얼마입니까", "시장은 누구인가"),
        ("土耳其的总统在会议上提出了什么样的建议", "市长是谁"),
        ("その他の国の首脳は会議で何を提案しましたか", "市長は誰ですか"),
        ("How many other-language speakers live in the valley today?", "Who is the mayor?"),
    ],
)
def test_a_word_that_only_holds_one_that_points_back_does_not(question: str, before: str) -> None:
    assert parse_question(question, (before,)).inherited == (0, 0)


def test_what_stands_beside_the_sentence_that_asks_is_an_aside() -> None:
    question = parse_question("先週ニュースで見て気になりました。開港式はいつでしたか？")
    assert question.is_aside(question.text.index("ニュース"))
    assert not question.is_aside(question.text.index("開港式"))


def test_signs_of_the_wrong_script_are_read_as_those_around_them() -> None:
    assert parse_question("去年と比ベて客は何人増えたか").text == "去年と比べて客は何人増えたか"
    assert parse_question("ヘリは何機ありますか").text == "ヘリは何機ありますか"


def test_white_space_is_folded() -> None:
    assert parse_question("  開港式は\n いつ\t？ ").text == "開港式は いつ ？"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("開港式はいつでしたか？誰が出席しましたか？", ("開港式はいつでしたか？", "誰が出席しましたか？")),
        ("When was it opened? Who spoke?", ("When was it opened?", "Who spoke?")),
        ("開港式はいつ、どこで開かれたか", ("開港式はいつ、どこで開かれたか",)),
        ("開港式？あれはいつでしたか？", ("開港式？あれはいつでしたか？",)),
        ("Which ships came in? Please list all of them.", ("Which ships came in? Please list all of them.",)),
        ("新增了哪些船?请全部列出", ("新增了哪些船?请全部列出",)),
    ],
)
def test_several_questions_of_one_message_are_told_apart(text: str, parts: tuple[str, ...]) -> None:
    assert split_questions(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "こんにちは", "こんにちは！", "ありがとうございます。", "使い方を教えてください", "Hello!", "Thank you.",
        "Who are you?", "Hi, how are you?", "你好", "您好！", "谢谢", "안녕하세요", "안녕!", "감사합니다",
    ],
)  # fmt: skip
def test_greetings_thanks_and_questions_about_the_assistant_are_small_talk(text: str) -> None:
    assert is_small_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "こんにちは、開港式はいつでしたか",
        "開港式はいつでしたか",
        "Hello, when was the route opened?",
        "ありがとう。次に、出席者は誰？",
        "",
        "   ",
        "helloworld とは何か",
        "Who are you going to invite to the ceremony in Aomori?",
    ],
)
def test_a_question_that_also_greets_is_a_question(text: str) -> None:
    assert not is_small_talk(text)


FRAGMENTS = st.sampled_from(
    [
        "いつ", "何のため", "誰が", "どこ", "何人", "ですか", "教えて", "、", "。", "？", "\n", " ", "2025年", "翌10月",
        "10月9日", "同", "なぜ", "それは", "青森港", "どの", "When", " what did ", " say ", " how many ", "who", "不",
        "什么时候", "吗", "多少", "언제", "몇 명", "입니까", "Ａ", "①", "(", "「", "」", "注3", "note 3", "١", "½", "²",
        "〇", "十", "\u200b", "🙂", "が", "ば", "?", "!", "…", "İ", "ß", "年", "月", "\x00", "\ud800",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(FRAGMENTS, max_size=14).map("".join))


@given(TEXTS, st.lists(TEXTS, max_size=2), st.sampled_from(["ja", "en", "zh", "ko"]))
def test_any_text_can_be_taken_apart_and_every_place_lies_in_it(text: str, turns: list[str], default: Lang) -> None:
    question = parse_question(text, tuple(turns), default)
    query = question.query
    assert query.startswith(question.text)
    assert question.asks
    assert all(0 <= ask.start <= ask.end <= len(question.text) for ask in question.asks)
    for start, end in (*question.frame, question.inherited, *((d.start, d.end) for d in question.dates)):
        assert 0 <= start <= end <= len(query)
    assert all(query[d.start : d.end] == d.text for d in question.dates)
    assert 0 <= question.main[0] <= question.main[1] <= len(question.text)
    assert question.kinds() <= {kind for cues in CUES.values() for kind, _ in cues} | {"yes-no", "what"}
    assert question.lang in ("ja", "en", "zh", "ko")
    assert parse_question(text, tuple(turns), default) == question


@given(TEXTS)
def test_splitting_a_message_loses_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(split_questions(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece",
    ["何", "what did ", "あ、", "「", "？", "1", "10月", "翌", "A ", "同年", "は？", "(", "… ", "ー", "ありがとう、"],
)
def test_a_long_message_is_taken_apart_in_no_time(piece: str) -> None:
    text = (piece * 2_000)[:2_000]
    started = time.process_time()
    parse_question(text, (text,))
    split_questions(text)
    is_small_talk(text)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("港を選んだ理由を全部挙げて", {"why"}),
        ("寄港した船を一つ残らず並べて", {"list"}),
        ("式に来なかったのは誰と誰ですか", {"who"}),
        ("Which ships came in? Please list all of them.", {"list"}),
        ("约定了些什么?麻烦列全", {"list"}),
        ("배가 각각 언제 들어왔는지 전부 알려 주세요", {"when"}),
    ],
)
def test_that_all_is_wanted_is_no_ask_of_its_own(text: str, kinds: set[AskKind]) -> None:
    question = parse_question(text)
    assert question.kinds() == kinds
    assert question.wants_all()
    assert sum(ask.kind == "list" for ask in question.asks) <= 1


@pytest.mark.parametrize(
    "text", ["船は全部で何隻か", "開港式はいつか", "When was the port opened?", "仪式是什么时候举行的？"]
)
def test_a_question_for_one_thing_does_not_want_all(text: str) -> None:
    assert not parse_question(text).wants_all()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("那座纪念馆叫什么名字", "what"),
        ("这艘船叫什么", "what"),
        ("那位记者叫什么名字", "who"),
        ("他叫什么名字", "who"),
    ],
)
def test_the_name_of_a_thing_is_nobodys(text: str, kind: str) -> None:
    assert [ask.kind for ask in parse_question(text).asks] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("9월 방중 때 체류 일정은 며칠이었나요?", "count"),
        ("며칠 동안 머물렀나요?", "count"),
        ("회담은 며칠에 열렸나요?", "when"),
        ("北京での滞在は何日でしたか", "count"),
        ("会談は何日に開かれたか", "when"),
        ("水温8度では孵化するのに何日かかるか", "count"),
    ],
)
def test_how_many_days_something_lasts_is_a_count(text: str, kind: str) -> None:
    assert [ask.kind for ask in parse_question(text).asks] == [kind]


def test_a_new_matter_after_a_question_for_a_source_asks_for_itself() -> None:
    asked = parse_question("新線の建設費は？", ("開港式の日付の出典は？",))
    assert "source" not in asked.kinds()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("when's the next meeting after the october one", []),
        ("10月の会の次はいつ", []),
        ("10月以降に港が開くのはいつ", []),
        ("2024年10月の会はいつ開かれた", ["2024-10"]),
        ("10月の会の次は誰が話した", ["--10"]),
    ],
)
def test_a_time_that_is_asked_for_lies_not_in_what_it_comes_after(text: str, dates: list[str]) -> None:
    assert [date.value for date in parse_question(text).dates] == dates


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Which Russian official said so?", "who"),
        ("Which member of the board went to see it?", "who"),
        ("Which foreign minister came first?", "who"),
        ("Which member states signed it?", "what"),
        ("Which bridge did the minister open?", "what"),
    ],
)
def test_whoever_holds_a_post_is_somebody(text: str, kind: str) -> None:
    assert [ask.kind for ask in parse_question(text).asks] == [kind]


def test_what_is_asked_for_before_another_question_is_no_reason() -> None:
    assert "why" not in parse_question("一番小さいのは何で、全体の何％？").kinds()
    assert "why" in parse_question("人が減ったのは何で？").kinds()
