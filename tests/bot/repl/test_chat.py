"""`tenkyo chat` as transcripts, with an assistant that answers from a queue."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.answer import Answer, Citation, Filters, QuotedSpan, Statement
from bot.messages import text
from bot.repl import run
from corpus.errors import FilterError, IndexBroken, TenkyoError, UsageError

CITATION = Citation(
    1, "brief", "首相の訪朝", "山田花子", "2025-12-18", "2. 訪問", None, "prose", "author", "十月に訪れた\x9b31m",
    (QuotedSpan(0, 10, (0, 30)),), "0" * 64,
)  # fmt: skip


def an_answer(words: str, *citations: Citation) -> Answer:
    short = Statement(words, tuple(citation.n for citation in citations))
    return Answer("q", (), "ja", "grounded", False, 0.8, "g1", words, short, citations=citations)


class FakeAssistant:
    """Answers from a queue; an exception in the queue is raised, a callable is called first."""

    def __init__(self, *queue: Answer | Exception | Callable[[], Answer]) -> None:
        self.queue = list(queue)
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.filters: list[Filters | None] = []

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        self.asked.append((question, turns))
        self.filters.append(filters)
        item = self.queue.pop(0)
        if isinstance(item, Exception):
            raise item
        return item() if callable(item) else item


def piped(lines: str, open_assistant: Callable[[], FakeAssistant], tmp_path: Path) -> tuple[int, str]:
    output = StringIO()
    status = run(
        open_assistant, lang="ja", history_path=tmp_path / "history", input=StringIO(lines), output=output, color=True
    )
    return status, output.getvalue()


def test_a_pipe_gets_one_answer_a_line_and_nothing_else(tmp_path: Path) -> None:
    fake = FakeAssistant(an_answer("十月。"), an_answer("祝うため。"))
    assert piped("  いつか \n\n何のためか", lambda: fake, tmp_path) == (0, " 十月。\n\n 祝うため。\n\n")
    assert not (tmp_path / "history").exists()


def test_how_much_was_left_out_is_told_once_and_when_it_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = (0, 2, 2, 3)
    fake = FakeAssistant(*(replace(an_answer("十月。"), left_out=number) for number in numbers))
    assert piped("一\n二\n三\n四\n", lambda: fake, tmp_path) == (0, " 十月。\n\n" * 4)
    told = [text("left_out", "ja", count=count, docs="tenkyo docs") for count in (2, 3)]
    assert capsys.readouterr().err.splitlines() == [f"tenkyo: {line}" for line in told]


def test_earlier_questions_are_the_turns_of_the_next_until_a_new_conversation(tmp_path: Path) -> None:
    fake = FakeAssistant(*[an_answer("十月。")] * 4)
    piped("一\n二\n三\n/new\n四\n", lambda: fake, tmp_path)
    assert fake.asked == [("一", ()), ("二", ("一",)), ("三", ("一", "二")), ("四", ())]


def test_commands_show_the_last_answer_again_and_leave(tmp_path: Path) -> None:
    fake = FakeAssistant(an_answer("十月。", CITATION))
    status, shown = piped("いつか\n／sources\n/json\n/quit\nまだか\n", lambda: fake, tmp_path)
    first, sources, printed = shown.split("\n\n ─ 脚注 ")[0], shown.split(" ─ 脚注 ")[2], shown[shown.index("{") :]
    assert (status, first) == (0, " 十月[1]。")
    assert "     十月に訪れた31m\n" in sources
    assert "\x9b" not in shown
    assert json.loads(printed)["citations"][0]["quote"] == CITATION.quote
    assert len(fake.asked) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/help", text("repl_help", "ja")),
        ("/sources", text("repl_no_answer", "ja")),
        ("/json", text("repl_no_answer", "ja")),
        ("/new", text("repl_new", "ja")),
        ("/source", text("repl_unknown", "ja", command="/source")),
    ],
)
def test_commands_need_no_assistant(line: str, said: str, tmp_path: Path) -> None:
    assert piped(line, FakeAssistant, tmp_path) == (0, f"{said}\n\n")


def test_a_filter_holds_from_question_to_question_until_it_is_taken_off(tmp_path: Path) -> None:
    fake = FakeAssistant(*[an_answer("十月。")] * 4)
    lines = "一\n/filter author=堀田 kind=row\n二\n／filter since=2025-09 kind=\n三\n/filter\n/filter off\n四\n"
    status, shown = piped(lines, lambda: fake, tmp_path)
    assert status == 0
    assert fake.filters == [
        None, Filters(author="堀田", kind=("row",)), Filters(author="堀田", since="2025-09"), None,
    ]  # fmt: skip
    said = [line for line in shown.splitlines() if line and line != " 十月。"]
    assert said == [
        text("repl_filter", "ja", filters="author=堀田 kind=row"),
        *[text("repl_filter", "ja", filters="author=堀田 since=2025-09")] * 2,
        text("repl_no_filter", "ja"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/filter", text("repl_no_filter", "ja")),
        ("/filter 堀田", text("repl_filter_form", "ja", names="document, author, kind, since, until")),
        ("/filter autor=堀田", "there is no filter 'autor'. Did you mean 'author'?"),
        ("/filters", text("repl_unknown", "ja", command="/filters")),
    ],
)
def test_a_filter_that_cannot_be_set_is_said_and_none_is_set(line: str, said: str, tmp_path: Path) -> None:
    fake = FakeAssistant(an_answer("十月。"))
    assert piped(f"{line}\n一\n", lambda: fake, tmp_path)[1].startswith(f"{said}\n")
    assert fake.filters == [None]


def test_a_filter_that_matches_nothing_is_said_in_the_persons_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = FakeAssistant(FilterError("author=田中", "堀田幸裕"))
    assert piped("一\n", lambda: fake, tmp_path)[0] == 1
    assert text("filter_none", "ja", filters="author=田中", nearest="堀田幸裕") in capsys.readouterr().err


def test_an_answer_without_footnotes_has_none_to_show(tmp_path: Path) -> None:
    fake = FakeAssistant(an_answer("十月。"))
    assert text("repl_no_footnotes", "ja") in piped("いつか\n/sources", lambda: fake, tmp_path)[1]


def test_a_failed_question_is_reported_forgotten_and_seen_in_the_exit_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = FakeAssistant(IndexBroken("索引が壊れています\ntenkyo index"), ValueError("\x1b[31m"), an_answer("十月。"))
    assert piped("一\n二\n三\n", lambda: fake, tmp_path) == (1, " 十月。\n\n")
    assert capsys.readouterr().err == (
        "エラー：索引が壊れています\ntenkyo index\n予期しないエラーが起きました：ValueError: [31m\n"
    )
    assert fake.asked[-1] == ("三", ())


@pytest.mark.parametrize(
    ("error", "status"), [(UsageError("no shelf"), 2), (IndexBroken("no index"), 1), (OSError("disk"), 1)]
)
def test_an_assistant_that_cannot_be_loaded_ends_the_pipe(
    error: Exception, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> FakeAssistant:
        raise error

    assert piped("一\n二\n", fail, tmp_path) == (status, "")
    assert capsys.readouterr().err.count(str(error)) == 1


@contextmanager
def prompt() -> Iterator[PipeInput]:
    """Open a terminal that shows nothing and reads what the test types."""
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


def prompted(keys: PipeInput, open_assistant: Callable[[], FakeAssistant], history: Path) -> tuple[int, str]:
    output = StringIO()
    status = run(open_assistant, lang="ja", history_path=history, input=keys, output=output)
    return status, output.getvalue()


def test_a_conversation_at_the_prompt_is_kept_in_the_history_file(tmp_path: Path) -> None:
    fake = FakeAssistant(an_answer("十月。"), an_answer("祝うため。"))
    history = tmp_path / "state" / "history"
    with prompt() as keys:
        keys.send_text("いつか\r消す\x03何のためか\r\x04")
        status, shown = prompted(keys, lambda: fake, history)
    assert status == 0
    said = [line for line in shown.splitlines() if line and line != text("loading", "ja")]
    assert said == [text("repl_welcome", "ja"), " 十月。", " 祝うため。"]
    assert fake.asked == [("いつか", ()), ("何のためか", ("いつか",))]
    kept = history.read_text(encoding="utf-8")
    assert "+いつか" in kept
    assert "消す" not in kept
    assert history.stat().st_mode & 0o077 == 0


def test_the_first_question_waits_for_the_assistant_and_says_so(tmp_path: Path) -> None:
    def slow() -> FakeAssistant:
        time.sleep(0.3)
        return FakeAssistant(an_answer("十月。"))

    with prompt() as keys:
        keys.send_text("いつか\r/quit\r")
        status, shown = prompted(keys, slow, tmp_path / "history")
    assert status == 0
    assert shown.endswith(f"{text('loading', 'ja')}\n\n 十月。\n\n")


def test_a_failure_to_load_closes_the_open_prompt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> FakeAssistant:
        time.sleep(0.1)
        raise UsageError("TENKYO_CORPUS: no such directory")

    with prompt() as keys:
        keys.send_text("まだ打っている")
        status, _ = prompted(keys, fail, tmp_path / "history")
    assert status == 2
    assert capsys.readouterr().err == "エラー：TENKYO_CORPUS: no such directory\n"


def test_an_error_at_the_prompt_ends_the_question_not_the_conversation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = FakeAssistant(TenkyoError("質問が長すぎます"), EOFError(), an_answer("十月。"))
    with prompt() as keys:
        keys.send_text("一\r二\r三\r\x04")
        status, shown = prompted(keys, lambda: fake, tmp_path / "history")
    assert status == 0
    assert shown.endswith("\n 十月。\n\n")
    assert "質問が長すぎます" in capsys.readouterr().err


def test_a_history_file_that_cannot_be_written_is_done_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    with prompt() as keys:
        keys.send_text("/quit\r")
        status, _ = prompted(keys, FakeAssistant, tmp_path / "file" / "history")
    assert status == 0
    assert "履歴なしで続けます" in capsys.readouterr().err


CHAT = """
import sys, time
from pathlib import Path
from bot.repl import run

assert "prompt_toolkit" not in sys.modules

class Assistant:
    def ask(self, question, turns=(), filters=None):
        time.sleep(60)

def open_assistant():
    print("LOADING", flush=True)
    return Assistant()

sys.exit(run(open_assistant, lang="en", history_path=Path(sys.argv[1]), color=False))
"""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Start the REPL under a real pseudo-terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", CHAT, str(tmp_path / "history")],
        stdin=follower, stdout=follower, stderr=follower, start_new_session=True, close_fds=True,
        env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
    )  # fmt: skip
    os.close(follower)
    yield process, leader
    process.kill()
    process.wait()
    os.close(leader)


def read_until(leader: int, expected: bytes, seconds: float = 20) -> bytes:
    """Read what the terminal shows until ``expected`` appears."""
    shown, end = b"", time.monotonic() + seconds
    while expected not in shown:
        left = end - time.monotonic()
        if left <= 0 or not select.select([leader], [], [], left)[0]:
            pytest.fail(f"{expected!r} did not appear in {shown!r}")
        shown += os.read(leader, 4096)
    return shown


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_ctrl_c_stops_waiting_and_ctrl_d_leaves_at_a_real_terminal(
    terminal: tuple[subprocess.Popen[bytes], int],
) -> None:
    process, leader = terminal
    before = read_until(leader, b"LOADING")
    assert b">" in before, "the prompt is on the screen before the assistant loads"
    os.write(leader, b"when?\r")
    time.sleep(0.5)
    process.send_signal(2)
    stopped = text("repl_stopped", "en").encode()
    if b">" not in read_until(leader, stopped).split(stopped)[1]:
        read_until(leader, b">")
    os.write(leader, b"\x04")
    threading.Thread(target=drain, args=(leader,), daemon=True).start()
    assert process.wait(timeout=10) == 0


def drain(leader: int) -> None:
    try:
        while os.read(leader, 4096):
            pass
    except OSError:
        return
