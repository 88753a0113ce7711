"""A person's list of words that mean one thing: what a line may be, and which words of the shelf become akin."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UsageError
from retrieval.wordlist import listed, read_wordlist

SHELF = ("李強", "国連安保理", "安保理", "協議", "会", "渡し船")


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(text, "utf-8")
    return path


def test_a_line_is_a_group_and_a_sign_begins_a_remark(tmp_path: Path) -> None:
    path = written(tmp_path, "# names\n李強 = Li Qiang=리창  # the premier\n\n渡し船 = ferry\n")
    assert read_wordlist(path) == (("李強", "Li Qiang", "리창"), ("渡し船", "ferry"))


@pytest.mark.parametrize("line", ["李強", "李強 =", "= 李強 # alone", "李強 = 李強"])
def test_a_line_of_one_word_is_an_error_with_file_and_line(line: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"words\.txt:2: .*one word"):
        read_wordlist(written(tmp_path, f"a = b\n{line}\n"))


def test_a_file_that_cannot_be_read_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.txt"):
        read_wordlist(tmp_path / "none.txt")
    path = tmp_path / "sjis.txt"
    path.write_bytes("李強 = リー".encode("shift_jis"))
    with pytest.raises(UsageError, match="UTF-8"):
        read_wordlist(path)


@pytest.mark.parametrize("asked", ["Li Qiang", "li  qiang", "ＬＩ ＱＩＡＮＧ", "리창"])
def test_a_word_is_akin_to_the_words_of_its_group_however_it_is_typed(asked: str) -> None:
    kin = listed([("李強", "Li Qiang", "리창")], SHELF)
    assert set(kin(asked)) == {"李強"}
    assert all(0 < value < 1 for value in kin(asked).values())


def test_a_word_is_not_its_own_kin_nor_that_of_words_the_shelf_does_not_have() -> None:
    kin = listed([("李強", "Li Qiang"), ("趙楽際", "Zhao Leji")], SHELF)
    assert kin("李強") == {}
    assert kin("Zhao Leji") == {}
    assert kin("Mukari") == {}


def test_what_the_shelf_knows_only_in_parts_is_akin_to_its_parts() -> None:
    assert set(listed([("安保理の協議", "UNSC talks")], SHELF)("UNSC talks")) == {"安保理", "協議"}


def test_a_word_of_two_groups_is_akin_to_both() -> None:
    kin = listed([("UNSC", "国連安保理"), ("UNSC", "安保理")], SHELF)
    assert set(kin("unsc")) == {"国連安保理", "安保理"}
