"""Building aside, switching, and removing what nobody reads."""

from __future__ import annotations

import gc
import multiprocessing
import threading
import time
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import IndexBroken
from retrieval.generations import Generations, Identity

IDENTITY = Identity(shelf="s", contents="c", model="m", dimension=2, tokenizer="t")


def _write(path: Path) -> dict[str, int]:
    (path / "data").write_text(path.name)
    return {"passages": 1}


def _build(generations: Generations, identity: Identity = IDENTITY) -> str:
    with generations.building():
        generation = generations.build(identity, _write)
    generation.close()
    return generation.id


def test_nothing_is_current_before_the_first_build(tmp_path: Path) -> None:
    assert Generations(tmp_path / "never").current(IDENTITY) is None


def test_a_build_becomes_current_with_its_manifest(tmp_path: Path) -> None:
    name = _build(Generations(tmp_path))
    current = Generations(tmp_path).current(IDENTITY)
    assert current is not None
    assert current.id == name
    assert (current.path / "data").read_text() == name
    assert current.manifest["counts"] == {"passages": 1}
    current.close()


@pytest.mark.parametrize(
    "other",
    [
        replace(IDENTITY, shelf="other"),
        replace(IDENTITY, contents="other"),
        replace(IDENTITY, model="other"),
        replace(IDENTITY, dimension=3),
        replace(IDENTITY, tokenizer="other"),
        replace(IDENTITY, schema=IDENTITY.schema + 1),
    ],
)
def test_a_generation_of_another_identity_is_never_opened(tmp_path: Path, other: Identity) -> None:
    _build(Generations(tmp_path))
    assert Generations(tmp_path).current(other) is None


def test_a_failed_build_leaves_the_old_generation_and_nothing_of_the_new(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    name = _build(generations)

    def fail(path: Path) -> dict[str, int]:
        _write(path)
        raise IndexBroken("half way")

    with pytest.raises(IndexBroken, match="half way"), generations.building():
        generations.build(replace(IDENTITY, shelf="new"), fail)
    current = generations.current(IDENTITY)
    assert current is not None
    assert current.id == name
    assert [path.name for path in (tmp_path / "generations").iterdir()] == [name]
    current.close()


def _die_building(directory: Path) -> None:
    def hang(path: Path) -> dict[str, int]:
        _write(path)
        (directory / "started").touch()
        time.sleep(60)
        return {}

    generations = Generations(directory)
    with generations.building():
        generations.build(replace(IDENTITY, shelf="new"), hang)


def test_a_builder_killed_half_way_leaves_the_old_generation_and_no_lock(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    name = _build(generations)
    process = multiprocessing.get_context("fork").Process(target=_die_building, args=(tmp_path,))
    process.start()
    while not (tmp_path / "started").exists():
        time.sleep(0.01)
    process.kill()
    process.join()
    current = generations.current(IDENTITY)
    assert current is not None
    assert current.id == name
    current.close()
    renewed = _build(generations, replace(IDENTITY, shelf="new"))
    assert [path.name for path in (tmp_path / "generations").iterdir()] == [renewed], "the dead build is removed too"


def test_a_generation_in_use_outlives_the_switch_and_goes_when_let_go(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    _build(generations)
    held = generations.current(IDENTITY)
    assert held is not None
    second = _build(generations, replace(IDENTITY, shelf="2"))
    assert (held.path / "data").exists()
    held.close()
    third = _build(generations, replace(IDENTITY, shelf="3"))
    assert not held.path.exists()
    assert second not in {path.name for path in (tmp_path / "generations").iterdir()}
    assert (tmp_path / "generations" / third).exists()


def test_a_generation_that_nobody_has_any_more_is_let_go(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    _build(generations)
    held = generations.current(IDENTITY)
    assert held is not None
    path = held.path
    with warnings.catch_warnings(action="error"):  # nothing is left to be closed by chance
        del held
        gc.collect()
    _build(generations, replace(IDENTITY, shelf="2"))
    assert not path.exists()


def test_a_second_builder_waits_and_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    told: list[str] = []
    order: list[str] = []

    def second() -> None:
        with generations.building(told.append):
            order.append("second")

    thread = threading.Thread(target=second)
    with generations.building():
        thread.start()
        while not told:
            time.sleep(0.01)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    assert "process" in told[0]


def test_the_same_identity_built_again_beside_a_reader_takes_another_name(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    first = _build(generations)
    held = generations.current(IDENTITY)
    second = _build(generations)
    assert held is not None
    assert first != second
    assert (held.path / "data").exists()
    held.close()


def test_a_directory_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexBroken, match="TENKYO_INDEX_DIR"), Generations(tmp_path / "file" / "x").building():
        pass


@pytest.mark.parametrize("damage", ["", "no such generation", "\x00\xff"])
def test_a_damaged_current_file_means_no_current_generation(tmp_path: Path, damage: str) -> None:
    _build(Generations(tmp_path))
    (tmp_path / "current").write_text(damage, encoding="latin-1")
    assert Generations(tmp_path).current(IDENTITY) is None


def test_a_generation_is_superseded_by_another_of_its_identity_alone(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    _build(generations)
    held = generations.current(IDENTITY)
    assert held is not None
    assert not held.superseded()
    _build(generations, replace(IDENTITY, model="other"))
    assert not held.superseded(), "what another program made for itself is none of ours"
    _build(generations)
    assert held.superseded()
    held.close()
