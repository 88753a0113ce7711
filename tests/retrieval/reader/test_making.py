"""What all makers of examples share: answers of one sentence are one, and a command writes what training reads."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.reader.example import Example, read_examples
from retrieval.reader.making import answer_places, read_rows, shuffled, some_of, write_examples

SENTENCES = ("港は四月に開いた。", "市長は式に出た。")


@given(st.lists(st.tuples(st.sampled_from((0, 1)), st.integers(0, 7), st.integers(1, 8)), max_size=8))
def test_the_answer_in_a_sentence_reaches_over_all_words_given_for_it(cuts: list[tuple[int, int, int]]) -> None:
    answers = [(at, SENTENCES[at], words) for at, start, size in cuts if (words := SENTENCES[at][start : start + size])]
    places = answer_places(answers)
    assert list(places) == list(dict.fromkeys(at for at, _, _ in answers))
    for at, (start, end) in places.items():
        firsts = [(SENTENCES[at].index(words), words) for number, _, words in answers if number == at]
        assert start == min(first for first, _ in firsts)
        assert end == max(first + len(words) for first, words in firsts)


def test_words_that_are_not_in_their_sentence_are_an_error() -> None:
    with pytest.raises(ValueError, match="not found"):
        answer_places([(0, "港は四月に開いた。", "五月")])


def test_what_is_asked_comes_once_each_with_its_number_and_another_seed_gives_another_order() -> None:
    orders = [[asked for _, asked in shuffled(range(50), random.Random(seed))] for seed in (1, 2)]
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1]) == list(range(50))
    assert [number for number, _ in shuffled("ab", random.Random(0))] == [0, 1]


@pytest.mark.parametrize(("left_out", "expected"), [(0.0, ("a", "b")), (1.0, ("", ""))])
def test_parts_are_left_out_by_their_share_and_keep_their_places(left_out: float, expected: tuple[str, str]) -> None:
    assert some_of(("a", "b"), left_out, random.Random(0)) == expected


def test_a_command_writes_what_training_reads_every_epoch_behind_the_one_before(tmp_path: Path) -> None:
    def make(questions: Sequence[str], epochs: int) -> Iterable[list[Example]]:
        return ([Example(q, "", f"窓{n}", True, 0, 1, n)] for _ in range(epochs) for n, q in enumerate(questions))

    for name in ("a", "b"):
        (tmp_path / name).write_text(f'{{"q": "{name}？"}}\n', "utf-8")
    arguments = [str(tmp_path / name) for name in ("out", "a", "b")]
    write_examples("", [*arguments, "--epochs", "2"], lambda path: (row["q"] for _, row in read_rows(path)), make)
    once = [Example("a？", "", "窓0", True, 0, 1, 0), Example("b？", "", "窓1", True, 0, 1, 1)]
    assert list(read_examples(tmp_path / "out")) == once * 2
