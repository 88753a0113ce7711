"""Train the reader: ``python -m retrieval.reader.train DATA RUN --minutes 75``; needs the extra ``train``.

The learning rate falls linearly over the minutes given, not over steps, so that training ends in time on a busy
machine. Every few minutes all state is written to RUN; started again, it goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from retrieval.packed import PackedModel
from retrieval.reader.encode import Encoded, encode
from retrieval.reader.model import packed_path
from retrieval.reader.network import ReaderNetwork
from retrieval.reader.prepare import Example

_STEP = 32  # windows a step
_SORTED = 16  # steps whose windows are sorted by length together
_WARM_UP = 60  # steps
_SAVE_EVERY, _LOOK_EVERY, _TELL_EVERY = 240, 300, 25  # seconds, steps, steps
_SPAN_SHARE = 0.5

_log = logging.getLogger("reader.train")


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length as tensors; ``spans`` are the tokens of the answer, -100 where there is none."""

    words: Tensor
    mask: Tensor
    window: Tensor
    answers: Tensor
    spans: Tensor

    def part(self, number: int, parts: int) -> Batch:
        """Return every so-manyth window, padded no further than they need."""
        taken = [values[number::parts] for values in (self.words, self.mask, self.window, self.answers, self.spans)]
        longest = int(taken[1].sum(1).max())
        return Batch(*(values[:, :longest] for values in taken[:3]), *taken[3:])


class Batches:
    """The training examples in a fixed order: step n always gives the same batch."""

    def __init__(self, path: Path, model: PackedModel) -> None:
        self._model = model
        self._examples = [Example(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]
        self._pool: tuple[int, list[list[tuple[Example, Encoded]]]] = (-1, [])

    def step(self, number: int) -> Batch:
        """Return the batch of a step; after the last example the first comes again."""
        pool, place = divmod(number, _SORTED)
        if self._pool[0] != pool:
            self._pool = (pool, self._batches(pool))
        return self._tensors(self._pool[1][place])

    def every(self) -> Iterator[Batch]:
        """Yield all examples once, sorted by length within pools."""
        for number in range(-(-len(self._examples) // _STEP)):
            yield self.step(number)

    def _batches(self, pool: int) -> list[list[tuple[Example, Encoded]]]:
        size, total = _STEP * _SORTED, len(self._examples)
        taken = [self._examples[(pool * size + i) % total] for i in range(size)]
        tokenizer = self._model.tokenizer
        pairs = [(e, encode(tokenizer, e.question, e.window, e.context)) for e in taken]
        pairs.sort(key=lambda pair: len(pair[1].ids))
        batches = [pairs[at : at + _STEP] for at in range(0, size, _STEP)]
        random.Random(pool).shuffle(batches)
        return batches

    def _tensors(self, pairs: Sequence[tuple[Example, Encoded]]) -> Batch:
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
        return Batch(*(torch.from_numpy(values) for values in (words, mask, window, answers, spans)))


def _tokens(encoded: Encoded, start: int, end: int) -> tuple[int, int]:
    """Return the first and last token that touch an answer; -100 where it was cut off."""
    touching = [i for i, (a, b) in enumerate(encoded.places) if a < end and b > start and a < b]
    return (encoded.first + touching[0], encoded.first + touching[-1]) if touching else (-100, -100)


def loss(network: ReaderNetwork, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return the losses of relevance and of the span, each one number."""
    relevance, span = network(batch.words, batch.mask, batch.window)
    both = functional.binary_cross_entropy_with_logits(relevance.float(), batch.answers)
    places = functional.cross_entropy(span.transpose(1, 2).reshape(-1, span.shape[1]), batch.spans.reshape(-1))
    return both, places if bool((batch.spans >= 0).any()) else both * 0


@torch.no_grad()
def look(network: ReaderNetwork, dev: Batches) -> dict[str, float]:
    """Return the shares on the followed examples: relevance right, span exactly right (in tokens)."""
    right, exact = [], []
    for batch in dev.every():
        with torch.autocast("cpu", torch.bfloat16):
            relevance, span = network(batch.words, batch.mask, batch.window)
        right.append((relevance > 0).float() == batch.answers)
        answered = batch.spans[:, 0] >= 0
        exact.append((span.argmax(1) == batch.spans).all(1)[answered])
    return {"right": float(torch.cat(right).float().mean()), "exact": float(torch.cat(exact).float().mean())}


class Run:
    """One training, with all that is needed to go on with it.

    Each thread takes a share of every batch through the network alone: threads that share each product wait for one
    another at every one of them, which costs more than half of the speed where other programs want the cores.
    """

    def __init__(self, data: Path, directory: Path, seconds: float, peak: float, threads: int) -> None:
        torch.manual_seed(6)
        torch.set_num_threads(1)
        self.threads = ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,))
        self.shares = threads
        model = PackedModel(packed_path())
        self.train, self.dev = Batches(data / "train.jsonl", model), Batches(data / "dev.jsonl", model)
        self.network = ReaderNetwork(model)
        learnt = [p for p in self.network.parameters() if p.requires_grad]
        groups: list[dict[str, Any]] = [
            {"params": [p for p in learnt if p.dim() > 1]},
            {"params": [p for p in learnt if p.dim() == 1], "weight_decay": 0.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=peak, weight_decay=0.01)
        self.path, self.seconds, self.peak = directory / "state.pt", seconds, peak
        self.step, self.elapsed = 0, 0.0
        if self.path.exists():
            state: dict[str, Any] = torch.load(self.path)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.elapsed = state["step"], state["elapsed"]

    def save(self) -> None:
        """Write all state, replacing what was there in one go."""
        aside = self.path.with_suffix(".new")
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}
        torch.save({**state, "step": self.step, "elapsed": self.elapsed}, aside)
        aside.replace(self.path)

    def go(self) -> None:
        """Train until the time is used up."""
        last, saved, losses = time.monotonic(), time.monotonic(), []
        while self.elapsed < self.seconds:
            losses.append(self._one_step())
            now = time.monotonic()
            self.elapsed, last = self.elapsed + now - last, now
            if self.step % _TELL_EVERY == 0:
                relevance, span = np.mean(losses, axis=0)
                _log.info("step %d, %.0f s: relevance %.3f span %.3f", self.step, self.elapsed, relevance, span)
                losses.clear()
            if self.step % _LOOK_EVERY == 0:
                _log.info("step %d, %d windows: %s", self.step, self.step * _STEP, look(self.network, self.dev))
            if now - saved > _SAVE_EVERY:
                self.save()
                saved = time.monotonic()
        self.save()
        _log.info("finished: step %d: %s", self.step, look(self.network, self.dev))

    def _one_step(self) -> tuple[float, float]:
        rate = self.peak * min(1.0, (self.step + 1) / _WARM_UP) * max(0.0, 1 - self.elapsed / self.seconds)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        batch = self.train.step(self.step)
        self.optimizer.zero_grad(set_to_none=True)
        found = list(self.threads.map(lambda share: self._learn(batch.part(share, self.shares)), range(self.shares)))
        torch.nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.requires_grad], 1.0)
        self.optimizer.step()
        self.step += 1
        relevance, span = np.mean(found, axis=0)
        return float(relevance), float(span)

    def _learn(self, part: Batch) -> tuple[float, float]:
        """Add the gradients of a share of a batch."""
        with torch.autocast("cpu", torch.bfloat16):
            relevance, span = loss(self.network, part)
        ((relevance + _SPAN_SHARE * span) / self.shares).backward()  # type: ignore[no-untyped-call]
        return float(relevance.detach()), float(span.detach())


def main(arguments: Sequence[str] | None = None) -> None:
    """Train for the minutes given, or go on with a training that was stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    options.run.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", filename=options.run / "log.txt")
    Run(options.data, options.run, 60 * options.minutes, options.rate, options.threads).go()


if __name__ == "__main__":
    main()
