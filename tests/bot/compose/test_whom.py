"""Who is asked for: the holder of the post, who came and who went, whom words mean, who says so; and nobody else."""

from __future__ import annotations

import pytest

from bot.compose.asked import Point
from bot.compose.point import points
from tests.conftest import Bench


def first(bench: Bench, question: str, told: str) -> Point | None:
    document = bench.read(f"# 記事\n\n{told}\n", "told.md")
    asked, candidate = bench.candidate(question, document, told[-6:-1])
    return next(iter(points(asked, asked.question.asks[0], candidate)), None)


DELEGATION = "灯台の式に来たのは、港湾相の青木健二、副知事の上田茂、漁業局長の大川実の各氏である。"


@pytest.mark.parametrize(
    ("question", "told", "name"),
    [
        ("灯台の式に漁業局長がいたそうですが、お名前は？", DELEGATION, "大川実"),
        ("灯台の式に来た港湾相は誰ですか", DELEGATION, "青木健二"),
        ("式に来たなかで、副知事の名前は？", DELEGATION, "上田茂"),
        ("哪位总理在港口讲话？", "昨年は野口大統領が港に立ち寄り、その後で田代首相が演説した。", "田代首相"),
        (
            "Who is the mayor at the harbour ceremony?",
            "式には佐藤次郎知事が着き、続いて山口正樹市長が旗を振った。",
            "山口正樹市長",
        ),
    ],
)
def test_the_only_holder_of_the_post_asked_for_is_the_answer(bench: Bench, question: str, told: str, name: str) -> None:
    point = first(bench, question, told)
    assert point is not None
    assert point.text == name
    assert point.plain


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("田代首相に花束を渡したのは誰か", "佐藤知事が田代首相に花束を渡した。"),
        ("首相に花束を渡したのは誰か", "佐藤知事が田代首相に花束を渡した。"),
    ],
)
def test_a_post_that_has_another_part_in_the_question_is_not_the_one_asked_for(
    bench: Bench, question: str, told: str
) -> None:
    point = first(bench, question, told)
    assert point is not None
    assert point.text == "佐藤知事"


CHANGES = [
    ("局長が木村誠氏から野田恵氏に替わった。", "木村誠氏", "野田恵氏"),
    ("昨年3月に退いた木村誠氏の後を野田恵氏が継いでいる。", "木村誠氏", "野田恵氏"),
    ("木村誠局長に代わって野田恵氏が局長に就いた。", "木村誠局長", "野田恵氏"),
    ("アルバ・ケレンが局長を退いて会社に移り、次長だったベル・トランが昇格した。", "アルバ・ケレン", "ベル・トラン"),
    ("野田恵氏は木村誠氏の後任として局長を務める。", "木村誠氏", "野田恵氏"),
]


@pytest.mark.parametrize(("told", "former", "new"), CHANGES)
def test_of_a_change_the_question_says_whether_it_means_who_came_or_who_went(
    bench: Bench, told: str, former: str, new: str
) -> None:
    for question, name in (
        ("局長は前の人だと誰ですか。前任は誰でしたか", former),
        ("之前的局长是谁？", former),
        ("いまの局長の名前を教えてください", new),
        ("现任局长是谁？", new),
    ):
        point = first(bench, question, told)
        assert point is not None
        assert point.text == name, question


def test_an_english_change_is_read_too(bench: Bench) -> None:
    told = "In May Alma Kerr was succeeded as director by Bill Trent of the harbour board."
    for question, name in (("Who was the director before that?", "Alma Kerr"), ("Who is director now?", "Bill Trent")):
        point = first(bench, question, told)
        assert point is not None
        assert name in point.text


def test_two_people_without_a_change_tell_nothing_of_who_came(bench: Bench) -> None:
    point = first(bench, "いまの局長は誰か", "局長室で木村誠氏が野田恵氏に書類を渡した。")
    assert point is not None
    assert not point.plain


def test_whom_words_mean_is_told_where_the_question_asks_that(bench: Bench) -> None:
    told = "木村誠局長が野田恵会長と港で会い、両氏は固く握手した。"
    point = first(bench, "港で握手した「両氏」って誰と誰", told)
    assert point is not None
    assert point.plain
    answer = bench.ask("港で握手した「両氏」って誰と誰", bench.read(f"# 記事\n\n{told}\n", "told.md"))
    assert answer.short is not None
    assert "木村誠局長" in answer.short.text
    assert "野田恵会長" in answer.short.text


@pytest.mark.parametrize(
    ("question", "found"),
    [("野田さんが抜けた後の室長は誰か", False), ("野田恵さんの後の室長は誰か", False), ("後の室長は誰か", True)],
)
def test_whom_the_question_names_by_the_surname_is_not_asked_for(bench: Bench, question: str, found: bool) -> None:
    point = first(bench, question, "野田恵室長は企画部へ移っている。")
    assert (point is not None) is found


def test_who_says_so_is_the_subject_of_the_saying(bench: Bench) -> None:
    told = "野田恵会長の計画について木村誠局長は、「港は狭くなる」と述べた。"
    point = first(bench, "港が狭くなると言ったのは誰か", told)
    assert point is not None
    assert point.text == "木村誠局長"


def test_a_post_without_a_name_gives_way_to_a_name(bench: Bench) -> None:
    point = first(bench, "港を視察したのは誰か", "次官だったベル・トランが港を視察した。")
    assert point is not None
    assert point.text == "ベル・トラン"


def test_who_stands_between_others_is_told_by_where_those_stand(bench: Bench) -> None:
    told = "壇上では木村誠局長の両隣に野田恵会長と上田茂市長が並んだ。"
    point = first(bench, "壇上の真ん中にいたのは誰か", told)
    assert point is not None
    assert point.text == "木村誠局長"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("海洋庁から島を見に来た人って誰でしたか", "木村誠次長"),
        ("海上海洋庁の誰が島を訪れたか", "木村誠次長"),
        ("市役所から島を見に来た人は誰か", None),
    ],
)
def test_who_is_of_the_body_asked_for_is_the_answer(bench: Bench, question: str, name: str | None) -> None:
    point = first(bench, question, "海上海洋庁の木村誠次長は21日、島を訪れ、役場で上田茂知事と会談した。")
    assert point is not None
    assert (point.text if point.plain else None) == name


def test_a_change_of_others_is_not_that_of_whom_the_question_names(bench: Bench) -> None:
    told = "木村誠局長に代わって野田恵氏が局長に就いた。"
    for question, plain in (("上田さんの後を継いだのは誰か", False), ("木村さんの後を継いだのは誰か", True)):
        point = first(bench, question, told)
        assert point is not None
        assert point.plain is plain


def test_the_holder_whom_the_question_names_is_not_the_one_asked_for(bench: Bench) -> None:
    told = "起工式に山口正樹市長と佐藤次郎知事が出た。"
    point = first(bench, "山口市長の前の市長は誰ですか", told)
    assert point is None or not point.plain


@pytest.mark.parametrize(
    ("question", "told", "name"),
    [
        ("局長の後任は誰か", "会長は局長の人事を語り、後任には本省の野田恵氏を充てた。", "野田恵氏"),
        ("前の局長は誰だったか", "式には木村誠会長が出て、前任の野田恵氏は招かれなかった。", "野田恵氏"),
    ],
)
def test_whom_a_sentence_calls_the_successor_or_the_predecessor(
    bench: Bench, question: str, told: str, name: str
) -> None:
    point = first(bench, question, told)
    assert point is not None
    assert point.text == name
    assert point.plain


def test_whom_somebody_met_is_not_who_that_is(bench: Bench) -> None:
    told = "木村恵子外相が港を訪れた。木村外相はソルベルグ外相と夕食をともにした。"
    document = bench.read(f"# 記事\n\n{told}\n", "told.md")
    asked, candidate = bench.candidate("木村外相は誰と夕食をともにしたか", document, "夕食")
    best = next(iter(points(asked, asked.question.asks[0], candidate)), None)
    assert best is None or "木村" not in best.text


@pytest.mark.parametrize(
    ("question", "out"),
    [
        ("会談に北朝鮮側から参加したのは誰か", True),
        ("会談に韓国側から参加したのは誰か", False),
        ("会談に参加したのは誰か", False),
        ("Who took part in the talks on the North Korean side?", True),
    ],
)
def test_who_is_named_with_another_country_is_not_of_the_side_asked_for(bench: Bench, question: str, out: bool) -> None:
    document = bench.read("# 会談\n\n会談には李相賢・韓国国会議長が参加した。\n", "talks.md")
    asked, candidate = bench.candidate(question, document, "李相賢")
    found = points(asked, asked.question.asks[0], candidate)
    assert any("李相賢" in point.text for point in found) is not out
