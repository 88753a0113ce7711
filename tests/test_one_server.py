"""The installed command with its vectors on a real Chroma server, as several machines that share one shelf use it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import BRIEF, EMBEDDING, Installed
from tests.retrieval.serving import ChromaProcess, Proxy

pytestmark = pytest.mark.skipif(EMBEDDING == "none", reason="there are no vectors without an embedding model")

QUESTION = "青森港の開港式はいつ開かれたか"


class Running:
    """A server of answers (``tenkyo ask --jsonl``) that runs on while its Chroma server comes and goes."""

    def __init__(self, tenkyo: Installed, env: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [str(Path(sys.executable).parent / "tenkyo"), "ask", "--jsonl"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
            cwd=tenkyo.directory, env={**tenkyo.env, **env},
        )  # fmt: skip

    def ask(self, question: str) -> dict[str, str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"turns": [question]}, ensure_ascii=False) + "\n")
        self._process.stdin.flush()
        answer: dict[str, str] = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        self._process.communicate(timeout=30)
        assert self._process.returncode == 0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ChromaProcess]:
    made = ChromaProcess(tmp_path).start()
    yield made
    made.kill()


def test_machines_share_a_server_that_dies_and_comes_back(
    tmp_path: Path, tenkyo: Installed, server: ChromaProcess
) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "brief.md").write_text(BRIEF, "utf-8")
    known = tenkyo.index_dir / "vectors.sqlite"
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        if known.exists():  # the words of every shelf need not be embedded again
            shutil.copy(known, tmp_path / name)
    proxy = Proxy(server.url)
    proxy.token = "very-secret"
    env = {"TENKYO_CORPUS": str(shelf), "TENKYO_CHROMA": proxy.url, "TENKYO_CHROMA_TIMEOUT": "4"}
    one = {**env, "TENKYO_INDEX_DIR": str(tmp_path / "one"), "TENKYO_CHROMA_TOKEN": "very-secret"}
    two = {**one, "TENKYO_INDEX_DIR": str(tmp_path / "two")}
    try:
        refused = tenkyo("ask", QUESTION, **env)
        assert (refused.returncode, "TENKYO_CHROMA_TOKEN" in refused.stderr) == (1, True)
        first = tenkyo("ask", "--json", QUESTION, **one)
        assert first.returncode == 0, first.stderr
        added = sum(path.endswith("/add") for _, path, _ in proxy.seen)
        second = tenkyo("ask", "--json", QUESTION, **two)
        assert json.loads(second.stdout)["index"] == json.loads(first.stdout)["index"]
        assert "2023年4月5日" in json.loads(second.stdout)["answer"]
        assert sum(path.endswith("/add") for _, path, _ in proxy.seen) == added, "only one of them writes"
        running = Running(tenkyo, two)
        assert "2023年4月5日" in running.ask("青森港の開港式はいつか")["answer"]
        server.kill()
        dead = tenkyo("ask", QUESTION, **two)
        assert (dead.returncode, dead.stdout) == (1, "")
        assert proxy.url in dead.stderr
        assert "very-secret" not in dead.stderr
        assert "TENKYO_CHROMA" in running.ask("新航路の開港式はいつ開かれたか")["error"]
        server.start()
        assert "2023年4月5日" in running.ask("新航路の開港式はいつ開かれたか")["answer"], "without being started again"
        running.close()
        assert tenkyo("ask", QUESTION, **two).returncode == 0
        doctor = tenkyo("doctor", "--repair", **two)
        assert (doctor.returncode, "DID" in doctor.stdout, proxy.url in doctor.stdout) == (0, False, True)
    finally:
        proxy.close()
