"""Train the reader: ``python -m retrieval.reader.train DATA RUN --minutes 75``; needs the extra ``train``.

The learning rate falls linearly over the minutes given, not over steps, so that training ends in time on a busy
machine. Every few minutes all state is written to RUN; started again, it goes on where it stopped.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from retrieval.packed import PackedModel
from retrieval.reader.encode import Encoded, encode
from retrieval.reader.example import Example, read_examples
from retrieval.reader.model import packed_path
from retrieval.reader.network import ReaderNetwork
from retrieval.reader.restore import restored

_STEP = 32  # windows a step, to the next whole group
_SORTED = 16  # steps whose windows are sorted by length together
_WARM_UP = 60  # steps
_SAVE_EVERY, _LOOK_EVERY, _TELL_EVERY = 120, 2000, 50  # seconds, steps, steps
_SPAN_SHARE = 0.5
_CONTRAST_SHARE = 0.5

_log = logging.getLogger("reader.train")


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length as tensors; ``spans`` are the tokens of the answer, -100 where there is none.

    ``groups`` are equal where windows belong to one question.
    """

    words: Tensor
    mask: Tensor
    window: Tensor
    answers: Tensor
    spans: Tensor
    groups: Tensor

    def part(self, number: int, parts: int) -> Batch:
        """Return every so-manyth group, padded no further than it needs."""
        rows = self.groups % parts == number
        flat = (self.words, self.mask, self.window, self.answers, self.spans, self.groups)
        taken = [values[rows] for values in flat]
        longest = int(taken[1].sum(1).max()) if len(taken[1]) else 0
        return Batch(*(values[:, :longest] for values in taken[:3]), *taken[3:])


class Batches:
    """The training examples in a fixed order: step n always gives the same batch."""

    def __init__(self, path: Path, model: PackedModel) -> None:
        self._model = model
        self._groups = [tuple(group) for _, group in groupby(read_examples(path), key=lambda example: example.group)]
        self._taken = 0  # groups
        self._pool: list[Batch] = []

    def next(self) -> Batch:
        """Return the next batch; after the last example the first comes again."""
        if not self._pool:
            taken: list[tuple[Example, ...]] = []
            while sum(map(len, taken)) < _STEP * _SORTED:
                taken.append(self._groups[self._taken % len(self._groups)])
                self._taken += 1
            self._pool = list(self._batches(taken))
            random.Random(self._taken).shuffle(self._pool)
        return self._pool.pop()

    @property
    def place(self) -> int:
        """Return how many groups were taken; a training that goes on begins there."""
        return self._taken

    def go_to(self, place: int) -> None:
        """Go on after so many groups."""
        self._taken, self._pool = place, []

    def every(self) -> Iterator[Batch]:
        """Yield all examples once, of like length together."""
        return self._batches(self._groups)

    def _batches(self, groups: Iterable[tuple[Example, ...]]) -> Iterator[Batch]:
        tokenizer = self._model.tokenizer
        read = [[(e, encode(tokenizer, e.question, e.window, e.context)) for e in group] for group in groups]
        read.sort(key=lambda group: max(len(encoded.ids) for _example, encoded in group))
        held: list[list[tuple[Example, Encoded]]] = []
        for group in read:
            held.append(group)
            if sum(map(len, held)) >= _STEP:
                yield self._tensors(held)
                held = []
        if held:
            yield self._tensors(held)

    def _tensors(self, groups: Sequence[Sequence[tuple[Example, Encoded]]]) -> Batch:
        pairs = [pair for group in groups for pair in group]
        numbers = torch.tensor([number for number, group in enumerate(groups) for _ in group])
        longest = max(len(encoded.ids) for _example, encoded in pairs)
        words = np.zeros((len(pairs), longest, self._model.shape.width), np.float32)
        mask, window = (np.zeros((len(pairs), longest), np.float32) for _ in range(2))
        spans = np.full((len(pairs), 2), -100, np.int64)
        flat = self._model.words(np.array([token for _, encoded in pairs for token in encoded.ids]))
        at = 0
        for row, (example, encoded) in enumerate(pairs):
            size = len(encoded.ids)
            words[row, :size] = flat[at : at + size]
            at += size
            mask[row, :size] = 1
            window[row, encoded.first : size - 1] = 1
            if example.answers:
                spans[row] = _tokens(encoded, example.start, example.end)
        answers = np.array([example.answers for example, _ in pairs], np.float32)
        return Batch(
            words=torch.from_numpy(words),
            mask=torch.from_numpy(mask),
            window=torch.from_numpy(window),
            answers=torch.from_numpy(answers),
            spans=torch.from_numpy(spans),
            groups=numbers,
        )


def _tokens(encoded: Encoded, start: int, end: int) -> tuple[int, int]:
    """Return the first and last token that touch an answer; -100 where it was cut off."""
    touching = [i for i, (a, b) in enumerate(encoded.places) if a < end and b > start and a < b]
    return (encoded.first + touching[0], encoded.first + touching[-1]) if touching else (-100, -100)


def loss(network: ReaderNetwork, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Return the losses of relevance, of the contrast within groups and of the span, each one number."""
    relevance, span = network(batch.words, batch.mask, batch.window)
    both = functional.binary_cross_entropy_with_logits(relevance.float(), batch.answers)
    places = functional.cross_entropy(span.transpose(1, 2).reshape(-1, span.shape[1]), batch.spans.reshape(-1))
    return both, contrast(relevance.float(), batch), places if bool((batch.spans >= 0).any()) else both * 0


def contrast(relevance: Tensor, batch: Batch) -> Tensor:
    """Return how far what answers stands behind what does not, of the same group: cross-entropy of each among these."""
    answers = batch.answers > 0
    against = (batch.groups[:, None] == batch.groups[None, :]) & ~answers[None, :]
    rows = answers & against.any(1)
    if not bool(rows.any()):
        return relevance.sum() * 0
    others = relevance[None, :].expand_as(against).masked_fill(~against, -1e4)
    among = torch.cat([relevance[:, None], others], 1)[rows]
    return functional.cross_entropy(among, torch.zeros(len(among), dtype=torch.long))


@torch.no_grad()
def look(network: ReaderNetwork, dev: Batches) -> dict[str, float]:
    """Return the shares on the followed examples: relevance right, what answers first in its group, span exact."""
    right, first, exact = [], [], []
    for batch in dev.every():
        with torch.autocast("cpu", torch.bfloat16):
            relevance, span = network(batch.words, batch.mask, batch.window)
        right.append((relevance > 0).float() == batch.answers)
        for group in range(int(batch.groups[-1]) + 1):
            rows = batch.groups == group
            if bool((batch.answers[rows] > 0).any()):
                first.append(bool(batch.answers[rows][relevance[rows].argmax()] > 0))
        answered = batch.spans[:, 0] >= 0
        exact.append((span.argmax(1) == batch.spans).all(1)[answered])
    return {
        "right": float(torch.cat(right).float().mean()),
        "first": float(np.mean(first)),
        "exact": float(torch.cat(exact).float().mean()),
    }


class Run:
    """One training, with all that is needed to go on with it.

    Each thread takes a share of every batch through the network alone: threads that share each product wait for one
    another at every one of them, which costs more than half of the speed where other programs want the cores.
    """

    def __init__(  # noqa: PLR0913, PLR0917  what to train on, where, and how
        self, data: Path, directory: Path, seconds: float, peak: float, threads: int, start: Path | None = None
    ) -> None:
        torch.manual_seed(6)
        torch.set_num_threads(1)
        self.threads = ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,))
        self.shares = threads
        model = PackedModel(packed_path())
        self.train = Batches(data / "train.jsonl", model)
        self.dev = {path.stem: Batches(path, model) for path in sorted(data.glob("dev*.jsonl"))}
        self.network = ReaderNetwork(model)
        learnt = [p for p in self.network.parameters() if p.requires_grad]
        groups: list[dict[str, Any]] = [
            {"params": [p for p in learnt if p.dim() > 1]},
            {"params": [p for p in learnt if p.dim() == 1], "weight_decay": 0.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=peak, weight_decay=0.01)
        self.path, self.seconds, self.peak = directory / "state.pt", seconds, peak
        self.step, self.seen, self.elapsed = 0, 0, 0.0
        if self.path.exists():
            state: dict[str, Any] = torch.load(self.path)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.seen, self.elapsed = state["step"], state["seen"], state["elapsed"]
            self.train.go_to(state["place"])
        elif start is not None:
            shipped = start.suffix == ".onnx"
            self.network.load_state_dict(restored(start) if shipped else torch.load(start)["network"])

    def save(self) -> None:
        """Write all state, replacing what was there in one go."""
        aside = self.path.with_suffix(".new")
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}
        torch.save(
            {**state, "step": self.step, "seen": self.seen, "elapsed": self.elapsed, "place": self.train.place}, aside
        )
        aside.replace(self.path)

    def go(self) -> None:
        """Train until the time is used up."""
        last, saved, losses = time.monotonic(), time.monotonic(), []
        while self.elapsed < self.seconds:
            losses.append(self._one_step())
            now = time.monotonic()
            self.elapsed, last = self.elapsed + now - last, now
            if self.step % _TELL_EVERY == 0:
                said = "relevance %.3f contrast %.3f span %.3f" % tuple(np.mean(losses, axis=0))  # noqa: UP031
                _log.info("step %d, %d windows, %.0f s: %s", self.step, self.seen, self.elapsed, said)
                losses.clear()
            if self.step % _LOOK_EVERY == 0:
                self._look()
            if now - saved > _SAVE_EVERY:
                self.save()
                saved = time.monotonic()
        self.save()
        self._look()

    def _look(self) -> None:
        for name, dev in self.dev.items():
            _log.info("step %d, %d windows, %s: %s", self.step, self.seen, name, look(self.network, dev))

    def _one_step(self) -> tuple[float, float, float]:
        rate = self.peak * min(1.0, (self.step + 1) / _WARM_UP) * max(0.0, 1 - self.elapsed / self.seconds)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        batch = self.train.next()
        self.optimizer.zero_grad(set_to_none=True)
        shares = [share for number in range(self.shares) if len((share := batch.part(number, self.shares)).answers)]
        found = list(self.threads.map(lambda share: self._learn(share, len(shares)), shares))
        torch.nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.requires_grad], 1.0)
        self.optimizer.step()
        self.step, self.seen = self.step + 1, self.seen + len(batch.answers)
        relevance, against, span = np.mean(found, axis=0)
        return float(relevance), float(against), float(span)

    def _learn(self, part: Batch, shares: int) -> tuple[float, float, float]:
        """Add the gradients of a share of a batch."""
        with torch.autocast("cpu", torch.bfloat16):
            relevance, against, span = loss(self.network, part)
        both = relevance + _CONTRAST_SHARE * against + _SPAN_SHARE * span
        (both / shares).backward()  # type: ignore[no-untyped-call]
        return float(relevance.detach()), float(against.detach()), float(span.detach())


def main(arguments: Sequence[str] | None = None) -> None:
    """Train for the minutes given, or go on with a training that was stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--start", type=Path, help="state of an earlier run or the shipped file, to begin from its network"
    )
    options = parser.parse_args(arguments)
    options.run.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", filename=options.run / "log.txt")
    Run(options.data, options.run, 60 * options.minutes, options.rate, options.threads, options.start).go()


if __name__ == "__main__":
    main()
