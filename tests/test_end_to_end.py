"""The product as its users meet it: the installed command and real answers over real indexes.

One index of the shipped documents (and one of the original documents, where they are beside the repository) is built
for all tests of a run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.answer import Answer, Filters
from bot.assistant import Assistant
from bot.messages import text
from bot.render.terminal import render
from bot.settings import Settings
from bot.wire import schema_json, to_json
from bot.wiring import open_assistant
from tests.conftest import EMBEDDING, ROOT, Installed, Run, unsupported

ANSWERED = "李強首相が平壌を訪れたのはいつ、何のためか"
UNANSWERED = "李強首相は平壌で何時間演説したか"
SCHEMA = Draft202012Validator(json.loads(schema_json()))
Json = dict[str, Any]


@pytest.fixture(autouse=True)
def indexed(assistant: Assistant) -> None:
    """Have the index of the shipped documents built once, before the command is run."""


def questions(shelf: str) -> list[tuple[str, ...]]:
    """Return some twenty questions of the tuning gold over a shelf, of every kind and language, each with its turns."""
    lines = (ROOT / "corpus" / "gold" / f"{shelf}.jsonl").read_text("utf-8").splitlines()
    tuning = [tuple(item["turns"]) for item in map(json.loads, lines) if item["split"] == "tune"]
    return tuning[:: max(len(tuning) // 18, 1)]


def ask_all(assistant: Assistant, asked: Sequence[tuple[str, ...]]) -> list[Answer]:
    return [assistant.ask(turns[-1], turns[:-1]) for turns in asked]


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> list[Answer]:
    return ask_all(assistant, [(ANSWERED,), (UNANSWERED,), ("こんにちは",), *questions("demo")])


@pytest.fixture(scope="module")
def seed_answers(seeds_assistant: Assistant) -> list[Answer]:
    return ask_all(seeds_assistant, [(ANSWERED,), (UNANSWERED,), *questions("seeds")])


@pytest.fixture(scope="module")
def asked(tenkyo: Installed, assistant: Assistant) -> subprocess.CompletedProcess[str]:
    """Return what ``tenkyo ask --json`` gives for a question that the shipped documents answer."""
    return tenkyo("ask", "--json", ANSWERED)


# --- filters --------------------------------------------------------------------------------------------


def test_under_a_filter_the_documents_answer_as_if_they_were_the_whole_shelf(
    assistant: Assistant, tenkyo: Installed
) -> None:
    """What is rare is told by them alone; tables, notes and near passages come from nowhere else.

    The order of hits still counts words over the whole shelf, which changes an answer in a hundred.
    """
    doc = "china-dprk-trade-2025"
    settings = Settings(
        corpus=(str(ROOT / "corpus" / "documents" / f"{doc}.md"),), index_dir=tenkyo.index_dir, embedding=EMBEDDING
    )
    alone = open_assistant(settings)
    alike = []
    for *turns, question in [(ANSWERED,), (UNANSWERED,), *questions("demo")[::2]]:
        narrowed = assistant.ask(question, tuple(turns), Filters(document=(doc,)))
        assert {citation.doc for citation in narrowed.citations} <= {doc}
        assert {lead.doc for lead in narrowed.nearest} <= {doc}
        expected = alone.ask(question, tuple(turns))
        alike.append([s.text for s in narrowed.statements] == [s.text for s in expected.statements])
    assert sum(alike) >= 0.9 * len(alike)


# --- answers over a real shelf -------------------------------------------------------------------------


def check(answers: Sequence[Answer], directory: Path) -> None:
    """What must hold of every answer, whatever was asked."""
    assert {answer.status for answer in answers} >= {"grounded", "abstained"}
    for answer in answers:
        SCHEMA.validate(json.loads(to_json(answer)))
        assert answer.abstained == (answer.status == "abstained")
        assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))
        assert bool(answer.statements) == (answer.status in ("grounded", "partial"))
        assert answer.rejected == ()
        for statement in answer.statements:
            assert unsupported(statement, answer.citations) == [], (answer.question, statement)
        assert sum(len(s.text) for s in answer.statements) <= 600 or len(answer.statements) == 1
        if answer.abstained:
            assert answer.answer.startswith(text("abstained", answer.lang))
            assert answer.missing, answer.question
            assert answer.nearest, answer.question
    lines = "\n".join(to_json(answer, indent=None) for answer in answers)
    script = [sys.executable, str(ROOT / "tests" / "check_quotes.py"), str(directory)]
    run = subprocess.run(script, input=lines, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith(str(len(answers)))


def test_every_answer_over_the_shipped_documents_holds(answers: list[Answer]) -> None:
    check(answers, ROOT / "corpus" / "documents")


def test_every_answer_over_the_original_documents_holds(seed_answers: list[Answer], seeds: Path) -> None:
    check(seed_answers, seeds)


def test_the_same_question_has_the_same_answer(assistant: Assistant, answers: list[Answer]) -> None:
    again = assistant.ask(ANSWERED)
    assert again.answer == answers[0].answer
    assert again.citations == answers[0].citations


def test_the_question_of_the_readme_is_answered(answers: list[Answer]) -> None:
    answer = answers[0]
    assert answer.status == "grounded"
    assert "2025年10月" in answer.answer
    assert answer.citations[0].doc == "li-qiang-pyongyang-2025"
    assert answer.citations[0].sources


IN_FOUR_LANGUAGES = {
    "ja": (ANSWERED, "パスタを茹でるときの塩はどれくらいですか"),
    "en": ("When did Premier Li Qiang visit Pyongyang?", "How much salt does boiling pasta need?"),
    "zh": ("李强总理什么时候访问平壤？", "煮意大利面要放多少盐？"),
    "ko": ("리창 총리는 언제 평양을 방문했나요?", "파스타를 삶을 때 소금을 얼마나 넣나요?"),
}


@pytest.mark.parametrize("lang", IN_FOUR_LANGUAGES)
def test_our_own_words_are_in_the_language_of_the_question(lang: str, assistant: Assistant) -> None:
    answered, unanswered = (assistant.ask(question) for question in IN_FOUR_LANGUAGES[lang])
    assert (answered.lang, unanswered.lang) == (lang, lang)
    assert unanswered.status == "abstained"
    shown = render(unanswered, width=100)
    assert " ".join(text("abstained", lang).split()) in " ".join(shown.split())
    assert text("nearest", lang) in shown
    shown = render(answered, width=100)
    others = {text("footnotes", other) for other in IN_FOUR_LANGUAGES} - {text("footnotes", lang)}
    assert (f"─ {text('footnotes', lang)} ─" in shown) == (answered.status != "abstained")
    assert not any(f"─ {other} ─" in shown for other in others)


@pytest.mark.skipif(EMBEDDING == "none", reason="without the model, questions in other languages share no words")
@pytest.mark.parametrize(
    ("lang", "question", "words"),
    [
        ("ja", ANSWERED, "10月"),
        ("en", "When did Premier Li Qiang visit Pyongyang?", "10月"),
        ("zh", "李强总理什么时候访问平壤？", "10月"),
        ("ko", "2015년 1~10월 중국의 대북 대두유 수출액은 얼마인가요?", "大豆油"),
    ],
)
def test_a_question_is_answered_in_whichever_language_it_is_asked(
    lang: str, question: str, words: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert (answer.lang, answer.abstained) == (lang, False)
    assert words in "".join(c.quote for c in answer.citations)


def test_an_abstention_names_what_is_missing_and_shows_where_it_is_near(answers: list[Answer]) -> None:
    answer = answers[1]
    assert answer.status == "abstained"
    assert any("演説" in word for word in answer.missing)
    assert "演説" in answer.answer
    assert any(lead.doc == "li-qiang-pyongyang-2025" and "平壌" in lead.quote for lead in answer.nearest)
    assert all(lead.why_not for lead in answer.nearest)


def test_a_greeting_is_small_talk(answers: list[Answer]) -> None:
    assert (answers[2].status, answers[2].citations) == ("chat", ())


def test_a_follow_up_is_understood_from_what_was_asked_before(assistant: Assistant) -> None:
    first = "メドベージェフは平壌に来ましたか"
    answer = assistant.ask("その宴会の会場はどこですか", (first,))
    assert answer.turns == (first,)
    assert "錦繡山太陽宮殿" in answer.answer


def test_a_warm_question_takes_a_fraction_of_a_second(assistant: Assistant) -> None:
    asked = [turns[-1] for turns in questions("demo")]
    taken = []
    for question in asked:
        started = time.process_time()
        assistant.ask(question)
        taken.append(time.process_time() - started)
    assert sorted(taken)[len(taken) // 2] < 1  # the median; the aim is 0.15 s on an idle machine


# --- the command ---------------------------------------------------------------------------------------


def test_ask_json_prints_one_object_of_the_published_schema(
    asked: subprocess.CompletedProcess[str], tenkyo: Installed
) -> None:
    assert asked.returncode == 0, asked.stderr
    schema = tenkyo("schema")
    assert schema.returncode == 0
    published = Draft202012Validator(json.loads(schema.stdout))
    answer = json.loads(asked.stdout)
    published.validate(answer)
    assert (answer["status"], answer["lang"], answer["question"]) == ("grounded", "ja", ANSWERED)


def test_a_question_without_an_answer_exits_with_3(here: Run) -> None:
    run = here("ask", UNANSWERED)
    assert run.returncode == 3
    assert text("abstained", "ja") in run.stdout
    assert text("nearest", "ja") in run.stdout


def test_an_empty_question_exits_with_2(tenkyo: Installed) -> None:
    run = tenkyo("ask", "-", stdin=" \n")
    assert (run.returncode, run.stdout) == (2, "")
    assert "question" in run.stderr


def test_an_unknown_setting_exits_with_2_and_names_the_nearest(tenkyo: Installed) -> None:
    run = tenkyo("docs", TENKYO_CORPSU="demo")
    assert (run.returncode, run.stdout) == (2, "")
    assert "TENKYO_CORPUS" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_missing_shelf_exits_with_2_and_names_it(here: Run) -> None:
    run = here("ask", ANSWERED, "--corpus", "no/such/folder")
    assert (run.returncode, run.stdout) == (2, "")
    assert str(Path("no/such/folder")) in run.stderr
    assert "Traceback" not in run.stderr


def test_the_server_answers_in_order_and_goes_on_after_a_bad_line(tenkyo: Installed) -> None:
    lines = [
        json.dumps({"turns": [ANSWERED]}),
        "not json",
        json.dumps({"turns": ["メドベージェフは平壌に来ましたか", "その宴会の会場はどこですか"]}, ensure_ascii=False),
        json.dumps({"turns": []}),
        json.dumps({"turns": ["\ud800"]}),
        json.dumps({"turns": ["thank you"]}),
    ]
    run = tenkyo("ask", "--jsonl", stdin="\n".join(lines) + "\n")
    assert run.returncode == 0, run.stderr
    replies = [json.loads(line) for line in run.stdout.split("\n")[:-1]]
    assert len(replies) == len(lines)
    assert [set(reply) == {"error"} for reply in replies][:4] == [False, True, False, True]
    assert replies[0]["question"] == ANSWERED
    assert replies[2]["turns"] == ["メドベージェフは平壌に来ましたか"]
    assert (replies[5]["status"], replies[5]["lang"]) == ("chat", "en")
    assert "line 2" in replies[1]["error"]
    for number in (0, 2, 5):
        SCHEMA.validate(replies[number])


def _changed_quote(answer: Json) -> None:
    answer["citations"][0]["quote"] = answer["citations"][0]["quote"].replace("李強", "王毅")


def _changed_span(answer: Json) -> None:
    span = answer["citations"][0]["spans"][0]
    span["start"] += 1
    span["end"] += 1


def _changed_bytes(answer: Json) -> None:
    answer["citations"][0]["spans"][0]["bytes"][0] += 3


def _changed_hash(answer: Json) -> None:
    answer["citations"][0]["sha256"] = "0" * 64


def _changed_statement(answer: Json) -> None:
    answer["statements"][0]["text"] = "李強首相は平壌で演説した。"


def _span_beyond_the_text(answer: Json) -> None:
    answer["citations"][0]["spans"][0].update(start=10**7, end=10**7 + 3)


CHANGES = (_changed_quote, _changed_span, _changed_bytes, _changed_hash, _changed_statement, _span_beyond_the_text)


def test_verify_accepts_a_saved_answer(here: Run, tenkyo: Installed, asked: subprocess.CompletedProcess[str]) -> None:
    (tenkyo.directory / "answer.json").write_text(asked.stdout, "utf-8")
    run = here("verify", "answer.json")
    assert run.returncode == 0, run.stdout + run.stderr
    answer = json.loads(asked.stdout)
    assert f"{len(answer['citations'])} footnotes" in run.stdout


@pytest.mark.parametrize("change", CHANGES)
def test_verify_rejects_an_answer_that_was_changed(
    change: Callable[[Json], None], here: Run, asked: subprocess.CompletedProcess[str]
) -> None:
    answer = json.loads(asked.stdout)
    change(answer)
    run = here("verify", "-", stdin=json.dumps(answer, ensure_ascii=False))
    assert run.returncode == 1
    assert run.stdout.strip()
    assert "Traceback" not in run.stderr


def test_index_says_what_it_holds_and_is_not_built_again(here: Run, assistant: Assistant) -> None:
    run = here("index")
    assert run.returncode == 0, run.stderr
    summary, generation = run.stdout.splitlines()
    assert "8" in summary
    assert generation == assistant.ask(ANSWERED).index


def test_search_shows_hits_with_scores_best_first(here: Run) -> None:
    run = here("search", "李強首相", "平壌", "--json", "--limit", "5")
    assert run.returncode == 0, run.stderr
    hits = [json.loads(line) for line in run.stdout.splitlines()]
    assert [hit["rank"] for hit in hits] == [1, 2, 3, 4, 5]
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert "李強" in hits[0]["text"] + "".join(hits[0]["section"])


def test_docs_lists_the_shipped_documents(here: Run) -> None:
    run = here("docs")
    assert run.returncode == 0
    for path in (ROOT / "corpus" / "documents").glob("*.md"):
        assert path.stem in run.stdout
    assert run.stderr == ""


def test_doctor_finds_this_installation_well(here: Run, tenkyo: Installed) -> None:
    run = here("doctor")
    assert run.returncode == 0, run.stdout
    assert "BAD" not in run.stdout
    assert str(tenkyo.index_dir) in run.stdout
