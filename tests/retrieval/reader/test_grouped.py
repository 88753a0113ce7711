"""Examples of questions over several passages: what answers holds its words, and nothing else holds an answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from retrieval.ports import Vectors
from retrieval.reader.grouped import Maker, Matter, read_matters

MATTER: dict[str, Any] = {
    "topic": "渡し船",
    "passages": [
        {"doc": "港の記録", "author": "岸", "publisher": "", "section": "開港", "date": "2024-04-09",
         "sentences": ["港は四月に開いた。", "市長は式に出た。", "組合長は風邪で休んだ。"]},
        {"doc": "The ferry", "author": "", "publisher": "", "section": "", "date": "",
         "sentences": ["The port opened in April.", "A ticket costs 100 yen."]},
    ],
    "questions": [
        {"q": "いつ開いた？", "lang": "ja", "kind": "when", "answers": [
            {"p": 0, "s": 0, "words": "四月"}, {"p": 1, "s": 0, "words": "April"}]},
        {"q": "誰が出て誰が休んだ？", "turns": ["式は？"], "lang": "ja", "kind": "who", "answers": [
            {"p": 0, "s": 1, "words": "市長"}, {"p": 0, "s": 2, "words": "組合長"},
            {"p": 0, "s": 2, "words": "休んだ"}]},
        {"q": "船の名は？", "lang": "ja", "kind": "unanswerable", "answers": []},
    ],
}  # fmt: skip


class Letters:
    """Embeds a text as which of some letters it holds: enough to be nearer to one sentence than to another."""

    name, dimension, arithmetic = "letters", 4, ""

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a question."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text."""
        return np.array([[letter in text for letter in "開出休a"] for text in texts], np.float32)


@pytest.fixture
def matters(tmp_path: Path) -> list[Matter]:
    path = tmp_path / "matters.jsonl"
    path.write_text(json.dumps(MATTER, ensure_ascii=False), "utf-8")
    return list(read_matters(path))


@pytest.mark.parametrize("seed", range(10))
def test_what_answers_holds_its_words_and_what_does_not_holds_no_sentence_that_does(
    matters: list[Matter], seed: int
) -> None:
    told = [sentence for passage in MATTER["passages"] for sentence in passage["sentences"]]
    asked = {question.text: question for question in matters[0].asked}
    groups = list(Maker(matters, Letters(), seed).groups())
    assert {group[0].question for group in groups} == set(asked)
    for group in groups:
        question = asked[group[0].question]
        answering = {told[at]: told[at][start:end] for at, (start, end) in question.answers.items()}
        assert sum(example.answers for example in group) == min(2, len(answering))
        assert sum(not example.answers for example in group) == len(told) - len(answering)
        for example in group:
            if example.answers:
                assert example.window[example.start : example.end] in answering.values()
            else:
                assert not any(sentence in example.window for sentence in answering)


def test_the_nearest_sentences_of_other_matters_do_not_answer(matters: list[Matter], tmp_path: Path) -> None:
    asked = {"q": "何番線？", "lang": "ja", "kind": "which", "answers": []}
    other = {"topic": "駅", "questions": [asked], "passages": [
        {"doc": "駅の記録", "author": "", "publisher": "", "section": "", "date": "", "sentences": [
            "駅は五月に開いた。", *(f"{n}番線。" for n in range(20))]}]}  # fmt: skip
    path = tmp_path / "other.jsonl"
    path.write_text(json.dumps(other, ensure_ascii=False), "utf-8")
    two = [*matters, *read_matters(path)]
    drawn = [e for seed in range(12) for group in Maker(two, Letters(), seed).groups() for e in group]
    about_opening = {e.window for e in drawn if e.question.startswith("いつ") and "駅の記録" in e.context}
    assert any("駅は五月に開いた。" in window for window in about_opening)
    assert not any(e.answers for e in drawn if "駅の記録" in e.context)
    last = {e.window.split("。")[-2] for e in drawn if "駅の記録" in e.context}
    assert len(last) <= 3 * 8  # only the nearest of each question


def test_a_question_brings_the_turn_it_leans_on(matters: list[Matter]) -> None:
    assert matters[0].asked[1].text == "誰が出て誰が休んだ？ 式は？"


def test_a_window_has_the_sentence_before_it_and_what_it_is_about(matters: list[Matter]) -> None:
    seen = {example.window for group in Maker(matters, Letters(), 3).groups() for example in group}
    about = {example.context for group in Maker(matters, Letters(), 3).groups() for example in group}
    assert "市長は式に出た。組合長は風邪で休んだ。" in seen
    assert "開港 | 港の記録 | 岸 | 2024-04-09" in about


def test_words_that_are_not_in_their_sentence_are_an_error_with_file_and_line(tmp_path: Path) -> None:
    wrong = {**MATTER, "questions": [{**MATTER["questions"][0], "answers": [{"p": 0, "s": 1, "words": "四月"}]}]}
    path = tmp_path / "wrong.jsonl"
    path.write_text(json.dumps(MATTER) + "\n" + json.dumps(wrong), "utf-8")
    with pytest.raises(ValueError, match=r"wrong\.jsonl:2: an answer is not in its sentence"):
        list(read_matters(path))
