"""What the small reader may change in an answer: order, point, marked words and confidence, each by its switch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from bot.answer import Answer
from bot.assistant import Assistant
from bot.compose.composer import ExtractiveComposer
from bot.compose.readings import MOST_READ, SmallReader
from bot.compose.uses import EVERY_USE, Uses
from corpus.document import Document
from retrieval.reader.model import Reading, Window
from tests.conftest import Bench, EveryPassage, unsupported

NONE = Uses()
TEXT = """# 港

青森港の開港式は2023年4月5日に開かれ、2024年6月7日に記念式が開かれた。

青森港の開港式には知事と市長が出席した。式の記録は2022年1月2日に公開された。

視察団は霧の朝、国産の水素船「みらい」に乗って、静かな湾内を一周した後で、岸壁の新しい設備と冷凍倉庫を詳しく見て回った。
"""
WHEN = "青森港の開港式はいつ開かれたか"


@dataclass
class Marking:
    """A reader that finds given words: whatever window holds them answers with a given relevance."""

    words: Mapping[str, float]
    windows: list[Window | str] = field(default_factory=list)

    def read(self, question: str, windows: Sequence[Window | str]) -> tuple[Reading, ...]:
        self.windows += windows
        return tuple(self._reading(w.text if isinstance(w, Window) else w) for w in windows)

    def _reading(self, window: str) -> Reading:
        for words, relevance in self.words.items():
            if words in window:
                return Reading(relevance, window.index(words), window.index(words) + len(words), 0.9)
        return Reading(0.01, 0, 1, 0.01)


@pytest.fixture
def port(bench: Bench) -> Document:
    return bench.read(TEXT, "port.md")


def ask(bench: Bench, document: Document, question: str, reader: Marking, uses: Uses) -> Answer:
    documents = {document.id: document}
    composer = ExtractiveComposer(documents, bench.words, reader=SmallReader(reader, uses))
    return Assistant(documents, EveryPassage([document]), composer).ask(question)


def test_with_every_use_off_the_answer_is_what_it_was(bench: Bench, port: Document) -> None:
    answer = ask(bench, port, WHEN, Marking({"2022年1月2日": 1.0}), NONE)
    plain = bench.ask(WHEN, port)
    assert (answer.answer, answer.citations, answer.confidence) == (plain.answer, plain.citations, plain.confidence)


@pytest.mark.parametrize("found", ["花火が上がった", "船が着いた"])
def test_of_sentences_alike_the_one_that_the_reader_finds_comes_first(bench: Bench, found: str) -> None:
    document = bench.read(
        "# 港\n\n開港式の日の夜、青森港で花火が上がった。\n\n開港式の日の朝、青森港に船が着いた。\n", "two.md"
    )
    uses = Uses(rank=True)
    answer = ask(bench, document, "開港式の日に青森港で何が起きたか", Marking({found: 0.99}), uses)
    assert found in answer.statements[0].text


def test_the_point_is_the_date_that_the_reader_marks(bench: Bench, port: Document) -> None:
    reader = Marking({"2024年6月7日": 0.99})
    answer = ask(bench, port, WHEN, reader, Uses(point=True))
    assert answer.short is not None
    assert answer.short.text == "2024年6月7日"


def test_what_is_not_of_the_kind_asked_for_is_no_point(bench: Bench, port: Document) -> None:
    answer = ask(bench, port, WHEN, Marking({"記念式": 0.99}), EVERY_USE)
    assert answer.short is not None
    assert "年" in answer.short.text


def test_marked_words_are_shown_where_there_is_no_point(bench: Bench, port: Document) -> None:
    question = "視察団は湾内でどうしたか"
    marks = Uses(marks=True)
    answer = ask(bench, port, question, Marking({"岸壁の新しい設備": 0.99}), marks)
    assert answer.statements
    assert any("岸壁の新しい設備" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("relevance", [0.001, 0.5, 0.999])
def test_confidence_follows_the_relevance_of_the_best_sentence(bench: Bench, port: Document, relevance: float) -> None:
    only = Uses(confidence=True)
    answer = ask(bench, port, WHEN, Marking({"青森港の開港式は": relevance}), only)
    unlikely = ask(bench, port, WHEN, Marking({}), only)
    assert answer.confidence >= unlikely.confidence


@pytest.mark.parametrize(
    "question", [WHEN, "視察団はどんな船に乗ったか", "開港式に誰が出席したか", "霧の朝に何をしたか"]
)
@pytest.mark.parametrize("words", ["2022年1月2日", "知事と市長", "国産の水素船「みらい」", "。", "公開された。"])
def test_whatever_the_reader_marks_every_word_stands_in_a_quote(
    bench: Bench, port: Document, question: str, words: str
) -> None:
    answer = ask(bench, port, question, Marking({words: 0.99}), EVERY_USE)
    assert answer.rejected == ()
    for statement in (*answer.statements, *((answer.short,) if answer.short else ())):
        assert unsupported(statement, answer.citations) == []


def test_a_window_begins_with_the_sentence_before_and_never_runs_into_the_next(bench: Bench, port: Document) -> None:
    reader = Marking({})
    ask(bench, port, WHEN, reader, EVERY_USE)
    texts = [window.text for window in reader.windows if isinstance(window, Window)]
    assert "青森港の開港式には知事と市長が出席した。式の記録は2022年1月2日に公開された。" in texts
    assert "青森港の開港式には知事と市長が出席した。" in texts


def test_the_window_of_an_answer_begins_with_the_question_before_it(bench: Bench) -> None:
    text = "# 会議録\n\n来栖委員　補助の申請はいつまでですか。\n\n事務局　来年1月31日です。申請には印鑑が要ります。\n"
    reader = Marking({})
    ask(bench, bench.read(text, "minutes.md"), "補助の申請はいつまでか", reader, EVERY_USE)
    texts = [window.text for window in reader.windows if isinstance(window, Window)]
    assert "来栖委員　補助の申請はいつまでですか。\n\n事務局　来年1月31日です。" in texts


class Following(Marking):
    """Finds words only where what follows them tells what they are about."""

    def _reading(self, window: str) -> Reading:
        for words, relevance in self.words.items():
            if words in window and not window.endswith("開かれた。"):
                return Reading(relevance, window.index(words), window.index(words) + len(words), 0.9)
        return Reading(0.01, 0, 1, 0.01)


def test_words_in_the_sentence_before_speak_for_that_sentence(bench: Bench) -> None:
    text = "# 港\n\n会場の青森座で集会が開かれた。そこで組合が旗揚げを宣言した。\n\n青森港には倉庫が並んでいる。\n"
    document = bench.read(text, "hall.md")
    answer = ask(
        bench, document, "青森の組合が旗揚げした集会はどこで開かれたか", Following({"青森座": 0.97}), EVERY_USE
    )
    assert answer.status == "grounded"
    assert answer.statements[0].text.startswith("会場の青森座で集会が開かれた")
    assert answer.short is not None
    assert answer.short.text == "青森座"


def test_only_the_best_sentences_are_read(bench: Bench) -> None:
    many = "# 港\n\n" + "\n\n".join(f"青森港の第{number}回の開港式は2023年4月に開かれた。" for number in range(1, 60))
    reader = Marking({})
    ask(bench, bench.read(many, "many.md"), WHEN, reader, EVERY_USE)
    assert len(reader.windows) == MOST_READ


def test_a_question_in_another_language_is_read_too(bench: Bench, port: Document) -> None:
    reader = Marking({})
    ask(bench, port, "When was the opening ceremony of the port held?", reader, EVERY_USE)
    assert reader.windows


def test_words_without_a_form_of_their_own_are_the_point_where_nothing_of_the_kind_is_there(bench: Bench) -> None:
    document = bench.read("# 港\n\n青森港の開港式は、ふもとの広い原っぱで開かれた。\n", "place.md")
    answer = ask(bench, document, "青森港の開港式はどこで開かれたか", Marking({"広い原っぱ": 0.99}), EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "広い原っぱ"


def test_a_number_of_something_else_is_no_count(bench: Bench) -> None:
    document = bench.read("# 港\n\n青森港の開港式は三日間の予定で開かれた。\n", "days.md")
    answer = ask(bench, document, "青森港の開港式に船は何隻来たか", Marking({"三日間": 0.99}), EVERY_USE)
    assert answer.abstained


@pytest.mark.parametrize(
    ("told", "question", "marked", "short"),
    [
        ("주차장은 지하에 610면이 있다.", "주차장에 몇 대 댈 수 있어?", "610면", "610면"),
        ("去年湿地公园查处违规飞行37起。", "去年湿地公园的违规飞行有多少件？", "37起", "37起"),
        ("会談は首相府で2時間10分に及んだ。", "会談は何分に及んだか", "2時間10分", "2時間10分"),
        ("会談は首相府で3時間に及んだ。", "会談は何分に及んだか", "3時間", "3時間"),
    ],
)
def test_a_number_counted_by_another_word_answers_where_the_reader_points_at_it(
    bench: Bench, told: str, question: str, marked: str, short: str
) -> None:
    document = bench.read(f"# 記録\n\n{told}\n", "counted.md")
    answer = ask(bench, document, question, Marking({marked: 0.99}), EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == short


def test_of_several_things_asked_the_reader_points_at_none(bench: Bench, port: Document) -> None:
    answer = ask(bench, port, "開港式はいつ、どこで開かれたか", Marking({"2024年6月7日": 0.99}), EVERY_USE)
    assert answer.short is not None
    assert "2024年6月7日" not in answer.short.text


@dataclass
class Asking(Marking):
    """Keeps what it is asked."""

    asked: list[str] = field(default_factory=list)

    def read(self, question: str, windows: Sequence[Window | str]) -> tuple[Reading, ...]:
        self.asked.append(question)
        return super().read(question, windows)


def test_for_a_source_the_reader_is_asked_for_what_it_is_the_source_of_and_the_note_answers(bench: Bench) -> None:
    document = bench.read(
        "# 港\n\n青森港の式は2023年だった。青森港は2023年に開いた[1]。\n\n## 注\n\n[1] 浜日報「開港」2023年4月6日\n",
        "noted.md",
    )
    reader = Asking({"港は2023年に開いた": 0.9})
    answer = ask(bench, document, "青森港が2023年に開いたというのは、どの新聞が元ネタか", reader, EVERY_USE)
    assert "新聞" not in reader.asked[0]
    assert "元ネタ" not in reader.asked[0]
    assert reader.asked[0].startswith("青森港が2023年に開いた")
    assert answer.short is not None
    assert answer.short.text == "浜日報 ／ 開港", "not the words that the reader marks"
    assert answer.statements[0].text.startswith("青森港は2023年に開いた")


def test_where_the_documents_give_no_source_the_answer_says_so(bench: Bench) -> None:
    document = bench.read("# 港\n\n青森港は2023年に開いたという。\n", "bare.md")
    answer = ask(bench, document, "青森港が2023年に開いたという話の出典は？", Marking({"青森港": 0.9}), EVERY_USE)
    assert answer.unsourced
    assert answer.status == "grounded"
    assert "出典の注を付けていません" in answer.answer


def test_the_source_of_a_whole_table_is_what_it_prints_below(bench: Bench) -> None:
    table = "| 氏名 | 役職 |\n|---|---|\n| 青木一 | 港長 |\n| 石田二 | 技師 |\n"
    document = bench.read(
        f"# 港\n\n港の視察に同行した者は多い。\n\n表1　視察に同行した者\n\n{table}\n出典：浜日報、港湾局報\n", "list.md"
    )
    answer = ask(bench, document, "視察に同行した者の一覧、出典は何？", Marking({"多い": 0.9}), EVERY_USE)
    assert answer.short is not None
    assert "浜日報、港湾局報" in answer.short.text


def test_a_row_whose_own_cells_say_nothing_of_what_is_asked_is_no_answer(bench: Bench) -> None:
    """Its caption shares words with any question about the matter; sugar is not tourists."""
    document = bench.read(
        "# 貿易\n\n表1　2025年 青森から函館への輸出品（単位：円）\n\n"
        "| 順位 | 品目 | 金額 |\n|---|---|---|\n| 1 | 砂糖 | 31,817 |\n| 2 | りんご | 20,100 |\n",
        "goods.md",
    )
    answer = ask(bench, document, "2025年に青森から函館へ行った観光客は何人か", Marking({}), EVERY_USE)
    assert answer.abstained


def test_a_row_about_another_than_who_is_named_is_no_answer(bench: Bench) -> None:
    text = (
        "# 港\n\n表1 青森港の役員\n\n| 氏名 | 役職 |\n|---|---|\n| 木村誠 | 港湾局長 |\n| 佐藤泰成 | 監査役 |\n\n"
        "青森港では式が開かれた。\n"
    )
    document = bench.read(text, "posts.md")
    answer = ask(bench, document, "青森港の稗田清九郎はどんな役職の人か", Marking({"監査役": 0.97}), EVERY_USE)
    assert "監査役" not in answer.answer.partition("\n\n")[0]


def test_an_abstention_does_not_say_that_a_name_is_nowhere_that_a_passage_has(bench: Bench) -> None:
    document = bench.read("# 港\n\n佐藤市長は港を見た。\n\n鈴木知事は山を見た。\n", "two.md")
    answer = ask(bench, document, "鈴木は佐藤と釣りをしたか", Marking({}), EVERY_USE)
    assert answer.abstained
    assert "「釣り」に触れた箇所は見つかりませんでした" in answer.answer
    assert "佐藤" not in answer.answer.split("見つかりませんでした")[0]
    assert all("「佐藤」" not in lead.why_not for lead in answer.nearest if "佐藤市長" in lead.quote)


def test_who_the_question_names_itself_is_no_answer_to_who(bench: Bench) -> None:
    document = bench.read("# 港\n\n式典で佐藤一郎知事の隣に立つ人がいた。\n", "who.md")
    reader = Marking({"佐藤一郎知事": 0.99})
    assert ask(bench, document, "式典で佐藤一郎知事の隣に立ったのは誰か", reader, EVERY_USE).abstained


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("視察団は霧の朝に新型の水素船を岸壁で見た。", "視察団は岸壁で何を見たか", "新型の水素船を"),
        ("三十年の目安は営業の早乙女さんが提案した。", "三十年の目安を提案したのは誰か", "営業の早乙女さんが"),
    ],
)
def test_the_particle_behind_the_words_that_answer_is_none_of_them(
    bench: Bench, text: str, question: str, marked: str
) -> None:
    document = bench.read(f"# 港\n\n{text}\n", "ship.md")
    answer = ask(bench, document, question, Marking({marked: 0.99}), EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == marked[:-1]


def test_a_date_that_the_reader_marks_is_shown_completed_whatever_it_marks_beside_it(bench: Bench) -> None:
    document = bench.read("# 港\n\n2023年4月に組合が訴えた。その翌月に会社が和解に応じた。\n", "port.md")
    reader = Marking({"翌月に会社が": 0.99})
    answer = ask(bench, document, "会社が和解に応じたのはいつか", reader, EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "2023年5月"


def test_whether_something_is_so_a_clause_says_and_no_name_in_it(bench: Bench) -> None:
    document = bench.read("# 港\n\n青森港の開港式が朝に始まると、佐藤知事が船に乗った。\n", "ship.md")
    answer = ask(bench, document, "開港式で佐藤知事は船に乗りましたか", Marking({"佐藤知事": 0.99}), EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "佐藤知事が船に乗った"


def test_words_that_only_say_the_question_again_are_no_point(bench: Bench) -> None:
    document = bench.read("# 港\n\n式典の贈り物は銀の鍵で、知事が受け取った。\n", "gift.md")
    answer = ask(bench, document, "式典の贈り物は何か", Marking({"式典の贈り物": 0.9}), EVERY_USE)
    assert answer.short is not None
    assert "銀の鍵" in answer.short.text


def test_a_place_right_behind_another_is_shown_with_it(bench: Bench) -> None:
    document = bench.read("# 港\n\n会議は韓国のケレンで開かれた。\n", "within.md")
    answer = ask(bench, document, "会議はどこで開かれたか", Marking({"ケレン": 0.9}), EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "韓国のケレン"


def test_the_copula_behind_a_number_is_no_part_of_it(bench: Bench) -> None:
    document = bench.read("# 港\n\n会場の席は150人で、屋根は半分だけに付く。\n", "seats.md")
    answer = ask(bench, document, "会場の席は何人か", Marking({"席は150人で": 0.9}), EVERY_USE)
    assert answer.short is not None
    assert answer.short.text.endswith("150人")


@pytest.mark.parametrize("marked", ["港の木村誠局長が岸壁", "港の木村誠局長（五十四", "港の木村誠局長を団長"])
def test_of_words_that_go_on_behind_a_name_the_name_is_the_point(bench: Bench, marked: str) -> None:
    behind = {"が": "が岸壁で旗を振った", "（": "（五十四歳）が旗を振った", "を": "を団長とする一行が旗を振った"}
    told = next(f"港の木村誠局長{words}" for sign, words in behind.items() if sign in marked)
    document = bench.read(f"# 港\n\n{told}。\n", "name.md")
    answer = ask(bench, document, "旗を振ったのは誰か", Marking({marked: 0.9}), EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "港の木村誠局長"


def test_of_two_numbers_in_one_clause_the_reader_points_at_both(bench: Bench) -> None:
    told = "The port raised its grants for students from 60 grants a year to 95 grants in May."
    document = bench.read(f"# Port\n\n{told}\n", "en.md")
    marking = Marking({"60 grants a year to 95 grants": 0.9})
    answer = ask(bench, document, "How many grants for students are there after the rise?", marking, EVERY_USE)
    assert answer.short is not None
    assert "95" in answer.short.text


def test_a_place_does_not_begin_with_what_was_done_before_it(bench: Bench) -> None:
    document = bench.read("# 到着\n\n市長は会場に着くと、自宅から持ち込んだ車から降りて青門をくぐった。\n")
    words = Marking({"自宅から持ち込んだ車から降りて青門": 0.95})
    answer = ask(bench, document, "市長は会場のどこをくぐったか", words, EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "青門"
