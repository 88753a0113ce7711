"""A benchmark of six made-up passages: read, written as a shelf, asked whole and with the gold passage removed."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot.answer import Answer
from bot.assistant import Assistant
from bot.compose.composer import ExtractiveComposer
from bot.conclude import unanswered
from bot.evaluation.benchmark import (
    Benchmark,
    BenchmarkResult,
    Parts,
    Remaining,
    Withholding,
    read_benchmark,
    render,
    run_benchmark,
    write_shelf,
)
from bot.evaluation.benchmark.result import Put, Reply, causes, figures, separation
from bot.evaluation.benchmark.run import holds, overlap
from bot.question import parse_question
from corpus.document import Document
from corpus.errors import UsageError
from corpus.shelf import load_shelf
from retrieval.hit import Evidence
from retrieval.index import open_index
from retrieval.lexicon import Lexicon
from retrieval.retriever import Retriever
from tests.conftest import evidence

PASSAGES = {
    "soba": (
        "霧沢そば",
        "霧沢そばは、霧沢村で1871年に水車番の岡部清吉が打ち始めた太い麺である。つゆには干した鮎を使う。",
    ),
    "bridge": (
        "鳴瀬大橋",
        "鳴瀬大橋は1934年に完成した木造の橋で、設計は技師の三浦ハルが担当した。全長は212メートルである。",
    ),
    "owl": (
        "シロミミフクロウ",
        "シロミミフクロウは標高1800メートルの針葉樹林に住む。主な餌はトビネズミで、冬には木の洞に蓄える。",
    ),
    "kiln": ("笹尾焼", "笹尾焼は青い釉薬で知られる陶器である。釉薬には近くの浜で採れる砂鉄を混ぜる。"),
    "tram": ("港南電車", "港南電車は1922年に開業し、1968年に廃止された。車両は黄色に塗られていた。"),
    "choir": ("谷川合唱団", "谷川合唱団は毎年5月に野外で演奏会を開く。指揮者は創設から小田切ユキが務めている。"),
}
QUESTIONS = (
    ("q1", "霧沢そばを打ち始めたのは誰か", "soba", ["岡部清吉"]),
    ("q2", "鳴瀬大橋の設計を担当した技師は誰か", "bridge", ["三浦ハル", "ハル"]),
    ("q3", "シロミミフクロウの主な餌は何か", "owl", ["トビネズミ"]),
    ("q4", "港南電車はいつ廃止されたか", "tram", ["1968年"]),
)


def lines() -> list[dict[str, Any]]:
    passages = [{"passage": {"id": key, "title": title, "text": text}} for key, (title, text) in PASSAGES.items()]
    asked = [{"question": {"id": i, "question": q, "passage": p, "answers": a}} for i, q, p, a in QUESTIONS]
    return [*passages, *asked]


def written(path: Path, entries: Sequence[object]) -> Path:
    path.write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries), "utf-8")
    return path


@pytest.fixture(scope="module")
def benchmark_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("benchmark") / "made.jsonl", lines())


@pytest.fixture(scope="module")
def made(benchmark_file: Path) -> Benchmark:
    return read_benchmark(benchmark_file)


@pytest.fixture(scope="module")
def parts(made: Benchmark, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    with opened(made, tmp_path_factory.mktemp("home")) as found:
        yield found


@contextmanager
def opened(benchmark: Benchmark, home: Path) -> Iterator[Parts]:
    """Open the real product over the written shelf, retrieving by words alone."""
    write_shelf(benchmark, home / "shelf")
    shelf = load_shelf([home / "shelf"])
    index = open_index(shelf, home / "index", None)
    documents = Withholding({document.id: document for document in shelf.documents})
    retriever = Retriever(index)
    composer = ExtractiveComposer(documents, Lexicon(index))
    assistant = Assistant(documents, Remaining(retriever, documents), composer)
    yield Parts(documents, assistant.ask, {"lexical": retriever}, "lexical")
    index.close()


@pytest.fixture(scope="module")
def result(made: Benchmark, parts: Parts) -> BenchmarkResult:
    return run_benchmark(made, parts)


def test_passages_and_questions_are_read(made: Benchmark) -> None:
    assert list(made.passages) == list(PASSAGES)
    assert made.passages["kiln"].title == "笹尾焼"
    assert [question.id for question in made.questions] == ["q1", "q2", "q3", "q4"]
    assert made.questions[1].answers == ("三浦ハル", "ハル")


def test_paragraphs_with_their_questions_are_read_packed_or_not(tmp_path: Path) -> None:
    asked = {"question": "誰が打ち始めたか", "type": "x", "answer_type": None, "answer": "岡部清吉", "start": 17}
    paragraph = {"title": "霧沢そば", "text": PASSAGES["soba"][1], "questions": [asked, {**asked, "answer": "鮎"}]}
    plain = written(tmp_path / "plain.jsonl", [paragraph, {**paragraph, "questions": []}])
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    for path in (plain, packed):
        read = read_benchmark(path)
        assert list(read.passages) == ["p1", "p2"]
        assert [(q.id, q.passage, q.answers) for q in read.questions] == [
            ("p1q0", "p1", ("岡部清吉",)),
            ("p1q1", "p1", ("鮎",)),
        ]
    assert read_benchmark(plain).sha256 == read_benchmark(packed).sha256


def test_passages_of_the_very_same_text_answer_the_same(tmp_path: Path) -> None:
    twin = {"passage": {"id": "twin", "title": "別の題", "text": PASSAGES["soba"][1]}}
    read = read_benchmark(written(tmp_path / "twins.jsonl", [*lines(), twin]))
    assert read.gold(read.questions[0]) == {"soba", "twin"}
    assert read.gold(read.questions[1]) == {"bridge"}


@pytest.mark.parametrize(
    ("line", "at", "says"),
    [
        ("{", 2, "Expecting"),
        ("[]", 2, "the line"),
        ('{"something": 1}', 2, "neither a passage"),
        ('{"passage": {"id": "a", "title": "題"}}', 2, "passage.text: Field required"),
        ('{"passage": {"id": "a", "title": "題", "text": " "}}', 2, "passage.text"),
        ('{"passage": {"id": "soba", "title": "題", "text": "文"}}', 2, "the passage soba is there already"),
        ('{"question": {"id": "q", "question": "問", "passage": "soba", "answers": []}}', 2, "question.answers"),
        ('{"question": {"id": "q", "question": "問", "passage": "none", "answers": ["答"]}}', 2, "no passage none"),
        ('{"title": "題", "text": "文", "questions": [{"question": "問"}]}', 2, "questions.0.answer"),
        ('\n{"passage": 3}', 3, "passage: Input"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, line: str, at: int, says: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(lines()[0]) + f"\n{line}\n", "utf-8")
    with pytest.raises(UsageError) as error:
        read_benchmark(path)
    assert str(error.value).startswith(f"{path}:{at}: ")
    assert says in str(error.value)


def test_a_question_asked_twice_names_both_lines(tmp_path: Path) -> None:
    path = written(tmp_path / "twice.jsonl", [*lines(), lines()[-1]])
    with pytest.raises(UsageError, match=r"twice\.jsonl:11: the question q4 stands in line 10 already"):
        read_benchmark(path)


@pytest.mark.parametrize("raw", [None, b"", b"\x1f\x8bnot gzip"])
def test_a_file_that_is_missing_empty_or_damaged_is_named(tmp_path: Path, raw: bytes | None) -> None:
    path = tmp_path / "broken.jsonl"
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(UsageError, match=r"broken\.jsonl"):
        read_benchmark(path)


def test_a_sample_is_drawn_by_its_seed_alone(made: Benchmark) -> None:
    assert made.sample(2, seed=1) == made.sample(2, seed=1)
    assert len({made.sample(2, seed=seed) for seed in range(20)}) > 1
    assert made.sample(0, seed=1) == made.sample(9, seed=1) == made.questions
    with pytest.raises(UsageError, match="-1"):
        made.sample(-1, seed=1)


def test_the_written_shelf_is_read_back_as_one_document_a_passage(made: Benchmark, tmp_path: Path) -> None:
    assert write_shelf(made, tmp_path / "deep" / "shelf")
    documents = {document.id: document for document in load_shelf([tmp_path / "deep" / "shelf"]).documents}
    assert {key: (d.title, d.lang) for key, d in documents.items()} == {k: (t, "ja") for k, (t, _) in PASSAGES.items()}
    assert all(PASSAGES[key][1] in document.text for key, document in documents.items())


def test_titles_and_ids_that_yaml_would_read_otherwise_stay_as_they_are(tmp_path: Path) -> None:
    entries = [
        {"passage": {"id": "1e3", "title": "No: #1 'x'", "text": "文である。"}},
        {"question": {"id": "q", "question": "何か", "passage": "1e3", "answers": ["文"]}},
    ]
    write_shelf(read_benchmark(written(tmp_path / "odd.jsonl", entries)), tmp_path / "shelf")
    (document,) = load_shelf([tmp_path / "shelf"]).documents
    assert (document.id, document.title) == ("1e3", "No: #1 'x'")


def test_a_written_shelf_is_used_again_and_another_benchmark_replaces_it(made: Benchmark, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    assert write_shelf(made, shelf)
    first = {path: path.stat().st_mtime_ns for path in shelf.iterdir()}
    assert not write_shelf(made, shelf)
    assert {path: path.stat().st_mtime_ns for path in shelf.iterdir()} == first
    next(shelf.glob("*.md")).unlink()
    assert write_shelf(made, shelf)
    other = read_benchmark(written(tmp_path / "other.jsonl", [lines()[0], lines()[6]]))
    assert write_shelf(other, shelf)
    assert [document.id for document in load_shelf([shelf]).documents] == ["soba"]


def test_a_directory_with_other_files_is_refused_and_left_alone(made: Benchmark, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    write_shelf(made, shelf)
    (shelf / "mine.md").write_text("私のメモ", "utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "00001.md").write_text("私のメモ", "utf-8")
    for directory, name in ((shelf, "mine.md"), (tmp_path / "notes", "00001.md")):
        with pytest.raises(UsageError, match=name):
            write_shelf(made, directory)
        assert (directory / name).read_text("utf-8") == "私のメモ"
    assert len(list(shelf.glob("*.md"))) == len(PASSAGES) + 1


@dataclass
class InOrder:
    """Finds every passage of its documents in order, as many as asked for."""

    documents: Sequence[Document]

    def retrieve(
        self, question: str, limit: int = 20, *, lang: str, frame: Sequence[tuple[int, int]], also: Sequence[str]
    ) -> Evidence:
        found = evidence(question, self.documents)
        return replace(found, hits=found.hits[:limit])


def test_what_is_withheld_is_neither_among_the_documents_nor_among_the_hits(parts: Parts) -> None:
    every = list(parts.documents.values())
    documents = Withholding({document.id: document for document in every})
    remaining = Remaining(InOrder(every), documents)
    with documents.without({"soba", "kiln"}):
        found = remaining.retrieve("", lang="ja", frame=(), also=())
        assert "soba" not in documents
        assert len(documents) == 4
        assert {hit.passage.doc for hit in found.hits} == set(documents) == {"bridge", "owl", "tram", "choir"}
        assert [hit.rank for hit in found.hits] == [1, 2, 3, 4, 5, 6, 7, 8]  # each a title and a paragraph
    assert len(remaining.retrieve("", lang="ja", frame=(), also=()).hits) == 12
    assert len(documents) == 6


def test_as_many_hits_remain_as_ever(bench_documents: list[Document]) -> None:
    documents = Withholding({document.id: document for document in bench_documents})
    with documents.without({"d0"}):
        found = Remaining(InOrder(bench_documents), documents).retrieve("", lang="ja", frame=(), also=())
    assert [hit.rank for hit in found.hits] == list(range(1, 21))


@pytest.fixture
def bench_documents(tmp_path: Path) -> list[Document]:
    entries: list[dict[str, Any]] = [
        {"passage": {"id": f"d{number}", "title": f"題{number}", "text": f"{number}番の文である。"}}
        for number in range(15)
    ]
    asked = {"question": {"id": "q", "question": "何番か", "passage": "d0", "answers": ["0番"]}}
    write_shelf(read_benchmark(written(tmp_path / "many.jsonl", [*entries, asked])), tmp_path / "many")
    return list(load_shelf([tmp_path / "many"]).documents)


@pytest.mark.parametrize(
    ("text", "answers", "is_held"),
    [
        ("水車番の岡部清吉が", ["岡部清吉"], True),
        ("水車番の岡部 清吉が", ["岡部清吉"], True),
        ("１９３４年に完成", ["1934年"], True),
        ("標高1,800 m", ["1,800m"], True),
        ("翌年〔1935年〕に開通した[1]", ["翌年に開通した"], True),
        ("翌年〔1935年〕に開通した[1]", ["1935年"], True),
        ("三浦が担当した", ["三浦ハル", "ハル"], False),
        ("設計はハルが担当した", ["三浦ハル", "ハル"], True),
        ("", ["三浦ハル"], False),
    ],
)
def test_a_gold_span_is_held_whatever_the_width_and_the_spaces(text: str, answers: list[str], is_held: bool) -> None:
    assert holds(text, answers) is is_held


def test_overlap_is_the_f1_of_characters() -> None:
    assert overlap("岡部清吉", "岡部 清吉") == 1.0
    assert overlap("水車番の岡部清吉", "岡部清吉") == pytest.approx(2 * 4 / (8 + 4))
    assert overlap("1934年に完成", "１９３４年") == pytest.approx(2 * 5 / (8 + 5))
    assert overlap("", "岡部清吉") == overlap("三浦ハル", "岡部清吉") == 0.0


def test_every_question_is_answered_from_its_passage(result: BenchmarkResult) -> None:
    assert [item.passage for item in result.items] == [item.whole.cited[0] for item in result.items]
    assert {name: result.figures[name].value for name in ("span_in_answer", "first_footnote", "any_footnote")} == {
        "span_in_answer": 4 / 4,
        "first_footnote": 4 / 4,
        "any_footnote": 4 / 4,
    }
    assert result.figures["recall@1[lexical]"].value == result.figures["mrr@10[lexical]"].value == 4 / 4
    assert (result.passages, result.questions, result.sample) == (6, 4, 4)
    assert result.index


def test_without_its_passage_none_of_its_words_is_answered(made: Benchmark, result: BenchmarkResult) -> None:
    for item in result.items:
        text = made.passages[item.passage].text
        sentences = [sentence for sentence in text.split("。") if sentence]
        assert not any(sentence in item.removed.answer for sentence in sentences)
        assert not any(answer in item.removed.answer for answer in item.answers)
        assert item.passage not in item.removed.cited
    assert result.figures["abstained[removed]"].value == sum(item.removed.abstained for item in result.items) / 4
    assert result.figures["span_in_answer[removed]"].value == 0 / 4


TABLE = """表1　2023年　入江港の積み荷（単位：トン）

| 順位 | 品名 | 数量（トン） |
|---:|---|---:|
| 1 | 干しいか | 4,321 |
| 2 | 昆布 | 987 |
"""


def test_a_table_that_is_read_without_being_retrieved_is_removed_as_well(tmp_path: Path) -> None:
    asked = {"id": "t", "question": "2023年の入江港の昆布の数量は何トンか", "passage": "port", "answers": ["987"]}
    port = {"passage": {"id": "port", "title": "入江港", "text": TABLE}}
    benchmark = read_benchmark(written(tmp_path / "table.jsonl", [*lines()[:6], port, {"question": asked}]))
    with opened(benchmark, tmp_path) as found:
        (item,) = run_benchmark(benchmark, found).items
    assert item.whole.span_in_short
    assert item.whole.cited == ("port",)
    assert "987" not in item.removed.answer
    assert item.removed.abstained


def test_the_whole_shelf_is_back_after_a_run(result: BenchmarkResult, parts: Parts) -> None:
    assert set(parts.documents) == set(PASSAGES)


def test_an_abstention_that_names_the_gold_words_does_not_state_them(made: Benchmark, parts: Parts) -> None:
    def silent(question: str) -> Answer:
        base = unanswered(parse_question(question), ())
        return replace(base, answer="この資料からは答えられません。「岡部清吉」に触れた箇所は見つかりませんでした。")

    found = run_benchmark(made, replace(parts, ask=silent)).figures
    assert found["span_in_answer"].value == found["short_f1"].value == 0 / 4
    assert found["abstained"].value == found["abstained[removed]"].value == 4 / 4
    assert found["confidence_auroc"].value == 0.5
    assert "first_footnote[answered]" not in found
    assert "length_p50" not in found


def test_progress_is_told_of_every_question(made: Benchmark, parts: Parts) -> None:
    told: list[tuple[int, int, str]] = []
    run_benchmark(made, parts, sample=2, seed=3, progress=lambda *step: told.append(step))
    assert told == [(0, 2, "asking"), (1, 2, "asking"), (2, 2, "asking")]


def test_a_hit_on_the_title_of_the_gold_passage_finds_nothing(made: Benchmark, parts: Parts) -> None:
    every = list(parts.documents.values())  # title, paragraph, title, paragraph, …: soba's paragraph is second
    found = run_benchmark(made, Parts(parts.documents, parts.ask, {"in order": InOrder(every)}, "in order")).figures
    # The paragraphs of soba, bridge, owl and tram stand at ranks 2, 4, 6 and 10.
    assert found["recall@1[in order]"].value == 0 / 4
    assert found["recall@5[in order]"].value == 2 / 4
    assert found["recall@10[in order]"].value == 4 / 4
    assert found["mrr@10[in order]"].value == pytest.approx((1 / 2 + 1 / 4 + 1 / 6 + 1 / 10) / 4)


def reply(confidence: float, *, answered: bool = True, short: bool = False, first: bool = False, n: int = 10) -> Reply:
    status = "grounded" if answered else "abstained"
    return Reply(status, not answered, confidence, "", "あ" * n, (), short, short, first, first)


def put(whole: Reply, removed: Reply, rank: int, seconds: float) -> Put:
    ranking = {f"recall@{depth}": float(rank <= depth) for depth in (1, 5, 10, 20)} | {"mrr@10": 1 / rank}
    return Put("q", "問", ("答",), "p", whole, removed, {"lexical": ranking}, seconds, "g")


PUTS = (
    put(reply(0.9, short=True, first=True, n=10), reply(0.2, answered=False), 1, 0.1),
    put(reply(0.8, short=True, first=False, n=20), reply(0.8, short=True), 2, 0.2),
    put(reply(0.6, short=False, first=True, n=60), reply(0.3, answered=False), 4, 0.3),
    put(reply(0.4, answered=False, n=999), reply(0.1, answered=False), 10, 0.4),
)


def test_figures_are_counted_over_what_they_say() -> None:
    values = {name: figure.value for name, figure in figures(PUTS).items()}
    assert values["span_in_short"] == 2 / 4
    assert values["span_in_short[answered]"] == 2 / 3
    assert values["first_footnote"] == 2 / 4
    assert values["abstained"] == 1 / 4
    assert values["abstained[removed]"] == 3 / 4
    assert values["span_in_answer[removed]"] == 1 / 4
    assert values["length_p50"] == 20  # of 10, 20, 60: what abstains has no answer
    assert values["seconds_p50"] == pytest.approx(0.25)
    assert values["recall@5[lexical]"] == 3 / 4
    assert values["mrr@10[lexical]"] == pytest.approx((1 + 1 / 2 + 1 / 4 + 1 / 10) / 4)
    assert "first_footnote[removed]" not in values


def test_the_first_cause_on_the_way_is_counted() -> None:
    right = PUTS[0]
    no_short = replace(right, whole=replace(right.whole, span_in_short=False))
    other = replace(no_short, whole=replace(no_short.whole, short="別の語"))
    unstated = replace(other, whole=replace(other.whole, span_in_answer=False))
    elsewhere = replace(unstated, whole=replace(unstated.whole, any_footnote=False))
    unfound = put(elsewhere.whole, elsewhere.removed, 21, 0.1)
    puts = [right, no_short, other, other, unstated, elsewhere, unfound, PUTS[3]]
    assert causes(puts, "lexical") == {
        "passage not found": 1,
        "wrongly abstained": 1,
        "another passage chosen": 1,
        "span not stated": 1,
        "no short answer": 1,
        "other words in short": 2,
    }


def test_separation_is_the_share_of_pairs_that_the_passage_wins() -> None:
    # .9 and .8 against .2 .8 .3 .1: 4 and 3½ wins; .6 and .4: 3 and 3
    area = figures(PUTS)["confidence_auroc"]
    assert area.value == pytest.approx((4 + 3.5 + 3 + 3) / 16)
    assert area.low is not None
    assert area.high is not None
    assert area.low < area.value < area.high
    unsure = separation([0.5, 0.5], [0.1, 0.9])  # the spread of what is removed counts too
    assert (unsure.low, unsure.value, unsure.high) == (0.0, 0.5, 1.0)
    assert separation([0.9, 0.8], [0.1, 0.2]).low == separation([0.9, 0.8], [0.1, 0.2]).high == 1.0


def test_shares_carry_their_interval() -> None:
    figure = figures(PUTS)["span_in_short"]
    assert figure.low == pytest.approx(0.150, abs=0.001)  # Wilson, 2 of 4
    assert figure.high == pytest.approx(0.850, abs=0.001)


def test_a_result_is_written_as_json_and_shown_in_words(result: BenchmarkResult) -> None:
    read = json.loads(result.to_json())
    assert read["figures"]["span_in_answer"]["value"] == 1.0
    assert read["items"][0]["whole"]["cited"][0] == "soba"
    out = io.StringIO()
    Console(file=out, width=100).print(render(result))
    shown = out.getvalue().splitlines()
    assert shown[0].startswith("made.jsonl: 4 of 4 questions (seed 0) over 6 passages")
    assert any("first footnote from the gold passage" in line and "100.0 %" in line for line in shown)
    assert any(line.startswith("lexical") and "1.000" in line for line in shown)
