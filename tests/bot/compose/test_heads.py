"""Who wrote a document, when, under which title and number: quoted from where the document prints it."""

from __future__ import annotations

import pytest

from bot.compose.draft import Draft
from bot.compose.heads import about_document
from bot.question import parse_question
from corpus.document import Document
from tests.conftest import Bench

CANAL = """港湾研究会コメントリー No. 7

# 三年目の運河

2024年5月6日

林 恵

運河は三年前に開いた。
"""
ISLES = "# 島の学校\n\n2024年8月1日\n\n森 健\n\n島の学校は十年前に閉じた。\n"


def about(bench: Bench, question: str, *documents: Document) -> Draft | None:
    return about_document(bench.asked(parse_question(question)), documents)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("この資料の著者は誰ですか", "山田花子"),
        ("Who wrote this document?", "山田花子"),
        ("この記事の作者は？", "山田花子"),
        ("この資料はいつ発表されましたか", "2024-06-01"),
        ("この資料の題名は？", "青森港と新しい航路"),
    ],
)
def test_author_date_and_title_are_quoted_from_where_the_document_prints_them(
    question: str, words: str, brief: Document, bench: Bench
) -> None:
    found = about(bench, question, brief)
    assert found is not None
    (statement,) = found.statements
    assert statement.text == words
    span = statement.quotes[0].spans[0]
    assert brief.text[span.start : span.end] == words


NOTED = """# 三年目の運河

林 恵

2024年5月6日

(港湾研究会コメンタリー No. 7)

運河は三年前に開いた<sup>1</sup>。

<sup>1</sup> "Canal opens", Harbour News, June 11, 2021.
"""
NEWS = "# 三年目の運河を歩く\n\n2024年9月9日 5時00分　森 健\n\n運河の記事である。三年前に開いた。\n"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("三年目の運河のコメンタリーって誰が書いたもの？", "林 恵"),
        ("三年目の運河のコメントリー、書いた人の名前を教えて", "林 恵"),
        ("这篇三年目运河的评论是哪天发表的？", "2024年5月6日"),
    ],
)
def test_of_two_documents_that_is_meant_which_calls_itself_so(question: str, words: str, bench: Bench) -> None:
    found = about(bench, question, bench.read(NEWS, "news.md"), bench.read(NOTED, "noted.md"))
    assert found is not None
    assert found.short is not None
    assert found.short.text == words


def test_when_a_source_appeared_its_note_tells(bench: Bench) -> None:
    found = about(bench, "When was the Harbour News article published?", bench.read(NOTED))
    assert found is not None
    assert "June 11, 2021" in found.statements[0].text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("「三年目の運河」を書いたのは誰", "林 恵"),
        ("島の学校の記事は誰が書いた？", "森 健"),
        ("運河のコメントリーは何番？", "港湾研究会コメントリー No. 7"),
        ("島の学校の文章はいつ発表された？", "2024年8月1日"),
    ],
)
def test_a_document_is_meant_by_the_words_of_its_head(question: str, words: str, bench: Bench) -> None:
    documents = bench.read(CANAL, "canal.md"), bench.read(ISLES, "isles.md")
    found = about(bench, question, *documents)
    assert found is not None
    assert found.short is not None
    assert found.short.text == words


@pytest.mark.parametrize(
    "question",
    [
        "小説『港』の著者は誰ですか",
        "開港式はいつですか",
        "運河の計画はいつ発表された？",  # no document is asked about
        "橋の記事は誰が書いた？",  # none is about it
    ],
)
def test_a_question_about_something_else_is_left_alone(question: str, bench: Bench) -> None:
    documents = bench.read(CANAL, "canal.md"), bench.read(ISLES, "isles.md")
    assert about(bench, question, *documents) is None


def test_of_two_documents_with_these_words_none_is_meant(bench: Bench) -> None:
    documents = bench.read(CANAL, "canal.md"), bench.read(CANAL.replace("三年目", "四年目"), "other.md")
    assert about(bench, "運河の記事は誰が書いた？", *documents) is None


def test_what_a_document_does_not_print_is_not_made_up(bench: Bench) -> None:
    plain = bench.read("港は賑わっている。\n", "plain.txt")
    assert about(bench, "この資料の著者は誰ですか", plain) is None


BELONGS = """# 島の学校

2024年8月1日

東亜研究会主席研究員

森 健

島の学校は十年前に閉じた。校長の林恵は東京で働く。
"""


@pytest.mark.parametrize(
    "question",
    ["森健さんの所属は？", "森健ってどこの人？", "森健の肩書きは", "森健的单位是什么？", "Where does 森健 work?"],
)
def test_where_an_author_belongs_is_told_of_the_author_alone(question: str, bench: Bench) -> None:
    found = about(bench, question, bench.read(BELONGS))
    assert found is not None
    assert [statement.text for statement in found.statements] == ["東亜研究会主席研究員"]
    assert about(bench, question.replace("森健", "林恵"), bench.read(BELONGS)) is None


@pytest.mark.parametrize(
    "question",
    [
        "著者の所属は？",
        "林さんはどこの人？",
        "運河を書いた林さんの所属は？",
        "作者是哪里的？",
        "저자의 소속은?",
        "Where does the author work?",
    ],
)
def test_where_the_author_belongs_is_asked_in_many_ways(question: str, bench: Bench) -> None:
    document = bench.read(CANAL.replace("林 恵", "東港大学教授\n\n林 恵"), "canal.md")
    found = about(bench, question, document)
    assert found is not None
    assert found.short is not None
    assert "東港大学" in found.short.text


def test_it_is_asked_of_whom_was_asked_for_before_and_tells_a_document_by_its_author(bench: Bench) -> None:
    document = bench.read(CANAL.replace("林 恵", "東港大学教授\n\n林 恵"), "canal.md")
    asked = bench.asked(parse_question("どこの人？", ("このコメンタリーの著者は誰？",)))
    found = about_document(asked, (document,))
    assert found is not None
    assert [statement.text for statement in found.statements] == ["東港大学教授"]
    dated = about(bench, "東港大学の人の論考っていつ出たやつ？", document, bench.read(ISLES, "isles.md"))
    assert dated is not None
    assert [statement.text for statement in dated.statements] == ["2024年5月6日"]


def test_where_somebody_belongs_who_wrote_nothing_is_left_alone(bench: Bench) -> None:
    document = bench.read(CANAL.replace("林 恵", "東港大学教授\n\n林 恵"), "canal.md")
    assert about(bench, "森さんはどこの人？", document) is None


def test_after_another_question_the_nearest_document_is_meant(bench: Bench) -> None:
    asked = bench.asked(parse_question("あのレポートはシリーズの第何号？", ("運河はいつ開いた？",)))
    found = about_document(asked, (bench.read(CANAL, "canal.md"), bench.read(ISLES, "isles.md")))
    assert found is not None
    assert found.short is not None
    assert found.short.text == "港湾研究会コメントリー No. 7"
