"""Watching acts once at the start and once for each change that has settled."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.watch import watch
from tests.conftest import Installed


class Stopped(Exception):
    """The states are at their end."""


def acts(states: Sequence[str]) -> list[str]:
    """Return the states on which watching acts, when it sees these one after the other."""
    seen: Iterator[str] = iter(states)
    now: list[str] = []
    acted: list[str] = []

    def state() -> str:
        try:
            now.append(next(seen))
        except StopIteration:
            raise Stopped from None
        return now[-1]

    with pytest.raises(Stopped):
        watch(state, lambda: acted.append(now[-1]), sleep=lambda _: None)
    return acted


@pytest.mark.parametrize(
    ("states", "acted"),
    [
        ("aaaa", "a"),
        ("aabbbb", "ab"),
        ("aabbaa", "aba"),
        ("aabcdeee", "ae"),  # a folder being copied
        ("aabcddeee", "ade"),
        ("aabaa", "a"),  # nothing came of it
    ],
)
def test_it_acts_on_what_has_settled(states: str, acted: str) -> None:
    assert acts(states) == list(acted)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent differently there")
def test_the_index_follows_the_shelf_until_ctrl_c(tmp_path: Path, tenkyo: Installed) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "a.md").write_text("一。\n", "utf-8")
    env = {**tenkyo.env, "TENKYO_INDEX_DIR": str(tmp_path / "index"), "TENKYO_EMBEDDING": "none"}
    command = [str(Path(sys.executable).parent / "tenkyo"), "index", "--watch", "--corpus", str(shelf)]
    with subprocess.Popen(
        command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout
        assert process.stderr
        try:
            assert "1" in process.stdout.readline()
            first = process.stdout.readline()
            (shelf / "a.md").unlink()
            assert "no readable document" in process.stderr.readline()
            (shelf / "b.md").write_text("二。\n", "utf-8")
            (shelf / "c.md").write_text("三。\n", "utf-8")
            assert "2" in process.stdout.readline()
            assert process.stdout.readline() != first
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 0
            assert "no longer watching" in process.stderr.read()
        finally:
            process.kill()
    assert list((tmp_path / "index").iterdir())
