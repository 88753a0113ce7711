"""Whatever happens to a builder or to files, the old generation answers or the new, or it is said that none does."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.generations import Generations
from retrieval.index import open_index
from tests.retrieval.builders import Refusing, Server, Versioned, answering, as_nobody, attempt, build, rise
from tests.retrieval.kill_builders import build_in_child, kill_builders

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes as POSIX does")

KILLED = 20
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="module")
def server() -> Server:
    return Server()


@pytest.fixture(scope="module")
def finished(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory of indexes with a finished one of version 0, to be copied and spoilt."""
    directory = tmp_path_factory.mktemp("finished") / "shelf"
    build_in_child(server, directory, 0)
    return directory


@pytest.fixture
def directory(finished: Path, tmp_path: Path) -> Path:
    shutil.copytree(finished.parent, tmp_path / "index")
    return tmp_path / "index" / finished.name


def test_builders_killed_at_random_moments_leave_the_old_generation_or_the_new(server: Server, tmp_path: Path) -> None:
    assert kill_builders(tmp_path / "index" / "shelf", KILLED, seed=4, server=server).total() == KILLED


@pytest.fixture
def small_disk(directory: Path) -> Iterator[Path]:
    """Return the index on a disk of its own with little room left. Only root may mount one."""
    used = sum(path.stat().st_size for path in directory.parent.rglob("*") if path.is_file())
    mounted = directory.parent.with_name("disk")
    mounted.mkdir()
    options = f"size={used + 1_500_000},mode=755"
    if not ROOT or subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", mounted], check=False).returncode:
        pytest.skip("mounting a small disk needs root")
    try:
        shutil.copytree(directory.parent, mounted / "index")
        yield mounted / "index" / directory.name
    finally:
        subprocess.run(["umount", "--lazy", mounted], check=True)


def test_a_full_disk_leaves_the_old_generation(server: Server, small_disk: Path) -> None:
    before = server.result(answering, small_disk)
    filling = small_disk.parent / "filling"
    needed = sum(path.stat().st_size for path in (small_disk / "generations").rglob("*"))
    rng = random.Random(4)
    for share in (0.0, rng.random(), rng.random(), 0.95):
        filling.write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - int(share * needed)))
        said = server.result(attempt, small_disk, 1)
        assert said.startswith("IndexBroken: "), said or "there was room enough"
        assert "free the disk" in said or "run `tenkyo index`" in said
        filling.unlink()
        assert server.result(answering, small_disk) == before
        assert [path.name for path in (small_disk / "generations").iterdir()] == [before.split()[1]]


@pytest.mark.parametrize("share", [0.0, 0.02, 0.2, 0.6, 0.95])
def test_a_limit_on_the_size_of_files_leaves_the_old_generation(server: Server, directory: Path, share: float) -> None:
    before = server.result(answering, directory)
    largest = max(path.stat().st_size for path in directory.rglob("*") if path.is_file())
    said = server.result(rise, directory, int(share * largest), 1)
    assert said.startswith("IndexBroken: "), said or "there was room enough"
    assert server.result(answering, directory) == before


@pytest.mark.skipif(not ROOT, reason="gives up the rights of root, which only root has")
def test_a_directory_that_may_only_be_read_answers_and_a_build_there_says_what_to_do(
    server: Server, directory: Path
) -> None:
    for path in directory.parents:  # the way there
        if path.stat().st_uid == os.geteuid() and not path.stat().st_mode & 0o001:
            path.chmod(path.stat().st_mode | 0o011)
    before = server.result(answering, directory)
    assert server.result(as_nobody, directory, answering) == before
    said = server.result(as_nobody, directory, attempt, 1)
    assert said.startswith("IndexBroken: "), said
    assert "TENKYO_INDEX_DIR" in said
    assert server.result(answering, directory) == before


def _damaged(path: Path, rng: random.Random, how: str) -> bool:
    """Truncate a file or flip a bit of it, at random; say whether that changed it."""
    contents = bytearray(path.read_bytes())
    if not contents:
        return False
    at = rng.randrange(len(contents))
    if how == "truncated":
        path.write_bytes(contents[:at])
    else:
        contents[at] ^= 1 << rng.randrange(8)
        path.write_bytes(contents)
    return True


@pytest.mark.parametrize("how", ["truncated", "flipped"])
def test_damage_anywhere_in_a_generation_is_found_before_it_answers(directory: Path, how: str) -> None:
    rng = random.Random(4)
    held = Generations(directory).latest()
    assert held is not None
    held.close()
    for path in sorted(path for path in held.path.rglob("*") if path.is_file() and path.name != "manifest.json"):
        kept = path.read_bytes()
        for _ in range(5):
            if _damaged(path, rng, how):
                assert Generations(directory).latest() is None, f"{path.name}, {how}"
                path.write_bytes(kept)
    again = Generations(directory).latest()
    assert again is not None, "as it was, it opens"
    again.close()


@pytest.mark.parametrize(
    "name", ["chroma.sqlite3", "data_level0.bin", "vectors.npy", "manifest.json", "reader", "current"]
)
@pytest.mark.parametrize("how", ["truncated", "flipped", "missing"])
def test_what_was_damaged_is_built_again_from_the_vectors_kept(
    server: Server, directory: Path, name: str, how: str
) -> None:
    (path,) = [path for path in directory.rglob(name) if path.is_file()]
    if how == "missing":
        path.unlink()
    elif not _damaged(path, random.Random(name), how):
        pytest.skip("there is nothing in it to damage")
    assert server.result(opened_anyway, directory) == "answered, embedding nothing"


def opened_anyway(directory: Path) -> str:
    """Open version 0 with an embedding that must not be asked, and check what it answers."""
    open_index(Versioned(0), directory, Refusing()).close()
    assert answering(directory).startswith("0 ")
    return "answered, embedding nothing"


def test_a_store_of_vectors_that_is_damaged_is_made_again(server: Server, directory: Path) -> None:
    rng = random.Random(4)
    store = directory.parent / "vectors.sqlite"
    for version in range(1, 5):
        contents = bytearray(store.read_bytes())
        for _ in range(200):
            contents[rng.randrange(len(contents))] ^= 1 << rng.randrange(8)
        store.write_bytes(contents[: rng.randrange(len(contents) // 2, len(contents))] if version % 2 else contents)
        server.result(built, directory, version)
        assert server.result(answering, directory).startswith(f"{version} ")


def built(directory: Path, version: int) -> str:
    """Build, wherever the store is damaged; nothing else may go wrong."""
    build(directory, version)
    return ""
