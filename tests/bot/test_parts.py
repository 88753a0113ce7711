"""One sentence that asks several things, as the questions somebody would ask alone."""

from __future__ import annotations

import pytest

from bot.cues import Lang
from bot.parts import parts


def asked(text: str, lang: Lang) -> list[str]:
    return [part.text for part in parts(text, lang)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("知事はいつ青森に行き、何を観覧したか", ["知事はいつ青森に行きましたか", "知事は青森で何を観覧したか"]),
        ("開港式はいつ行われて、誰が祝辞を読んだか", ["開港式はいつ行われたか", "開港式は誰が祝辞を読んだか"]),
        ("開港式の目的は何で、開港式の形式は何か", ["開港式の目的は何か", "開港式の形式は何か"]),
        ("前の館長はいつ退任し、後任は誰か", ["前の館長はいつ退任しますか", "前の館長の後任は誰か"]),
        ("市の負担は何億円か、また、県の負担は何億円か", ["市の負担は何億円か", "県の負担は何億円か"]),
        ("知事は会見で何と述べ、市民は何を求めたか", ["知事は会見で何と述べましたか", "市民は何を求めたか"]),
        ("開港式はどこで開かれたか。また、誰が主催したか", ["開港式はどこで開かれたか", "開港式は誰が主催したか"]),
        ("賛成は何人、反対は何人だったか", ["賛成は何人か", "反対は何人だったか"]),
    ],
)
def test_a_japanese_clause_is_asked_with_what_it_shares_with_the_one_before_it(
    question: str, expected: list[str]
) -> None:
    assert asked(question, "ja") == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "When did John Doe visit Aomori, and who met him in the port?",
            ["When did John Doe visit Aomori?", "who met John Doe in the port?"],
        ),
        (
            "What did the mayor open and since when has the city hidden its debts?",
            ["What did the mayor open?", "since when has the city hidden its debts?"],
        ),
    ],
)
def test_an_english_clause_is_asked_with_the_name_its_pronoun_stands_for(question: str, expected: list[str]) -> None:
    assert asked(question, "en") == expected


@pytest.mark.parametrize(
    ("question", "lang", "expected"),
    [
        ("市长什么时候访问青森，访问的目的是什么？", "zh", ["市长什么时候访问青森？", "市长访问的目的是什么？"]),
        ("王明什么时候当园长，他为什么反对？", "zh", ["王明什么时候当园长？", "王明为什么反对？"]),
        ("병풍은 언제 반환됐고 구입 가격은 얼마였나?", "ko", ["병풍은 언제 반환됐나?", "병풍의 구입 가격은 얼마였나?"]),
        (
            "의료원의 사업비는 얼마이고 의사는 몇 명인가?",
            "ko",
            ["의료원의 사업비는 얼마인가?", "의료원의 의사는 몇 명인가?"],
        ),
    ],
)
def test_chinese_and_korean_clauses_take_over_the_topic(question: str, lang: Lang, expected: list[str]) -> None:
    assert asked(question, lang) == expected


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("知事がいつ誰と会ったかを教えて", "ja"),
        ("開港式はいつ、どこで開かれたか", "ja"),
        ("知事が青森で会った人と話した内容は何か", "ja"),
        ("市がどんな港と関係を深め、経済を立て直そうとしているか", "ja"),
        ("何が原因で、港はどうなったか", "ja"),
        ("一番高かった年はいつで、いくらだったか", "ja"),
        ("何度も港に滞在し、港を描いた作品を何点か制作した人は誰か", "ja"),
        ("「何が起き、誰が来たか」と尋ねたのは誰か", "ja"),
        ("いつ戦争が終結し、港は占領されたか", "ja"),
        ("2015年の1位は何で、2025年の1位は何か、比べて", "ja"),
        ("When did he meet Putin and Xi Jinping?", "en"),
        ("When and where did they meet?", "en"),
        ("What did Kim say when he met Li Qiang and Xi?", "en"),
        ("What did the report say about who came and what they did?", "en"),
        ("Which team scored the most and how many goals?", "en"),
        ("什么时候、在哪里举行？", "zh"),
        ("排第九的是什么，多少美元？", "zh"),
        ("누가 언제 어디서 무엇을 했나?", "ko"),
        ("제일 붐빈 날은 며칠이고 몇 명 왔어?", "ko"),
    ],
)
def test_what_is_one_question_stays_whole(question: str, lang: Lang) -> None:
    assert asked(question, lang) == [question]


def test_a_clause_that_points_back_leans_on_what_the_one_before_it_says_and_not_on_what_that_asks() -> None:
    _, reason = parts("市はいつから統計を公開していないか。また、その理由は何か", "ja")
    assert (reason.text, reason.before) == ("その理由は何か", ("市は統計を公開していないか",))


def test_of_three_clauses_each_takes_over_what_the_one_before_it_was_given() -> None:
    assert asked("会談はいつ行われ、会談後に何が設けられ、通訳は誰が務めたか", "ja")[1:] == [
        "会談は会談後に何が設けられましたか",
        "会談の通訳は誰が務めたか",
    ]


def test_a_part_is_called_by_the_words_it_was_asked_in() -> None:
    assert [part.said for part in parts("知事はいつ青森に行き、何を観覧したか", "ja")] == [
        "知事はいつ青森に行き",
        "何を観覧したか",
    ]
