"""The words of a shelf, compounds included, keep their vectors and each language's mean."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.commonness import LANGUAGES
from retrieval.store import ContentStore
from retrieval.tokens import tokenize
from retrieval.vectors import VectorCache
from retrieval.words import WordVectors, with_compounds
from tests.retrieval.conftest import HashEmbedder


def test_units_that_adjoin_are_a_word_too() -> None:
    assert {"代表", "団", "代表団"} <= with_compounds(tokenize("代表団が訪れた"))


def test_what_was_built_is_read_back_in_order(tmp_path: Path) -> None:
    embedder = HashEmbedder()
    WordVectors.build(
        tmp_path, [["北京", "訪問"], ["平壌"]], VectorCache(ContentStore(tmp_path / "v.sqlite")), embedder, None
    )
    words = WordVectors.open(tmp_path)
    assert "北京" in words.words
    row = words.words.index("北京")
    assert np.allclose(words.vectors[row], embedder.passages(["北京"])[0], atol=1e-2)
    assert set(words.means) == set(LANGUAGES)


def test_words_and_vectors_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    WordVectors.build(
        tmp_path, [["北京", "訪問"]], VectorCache(ContentStore(tmp_path / "v.sqlite")), HashEmbedder(), None
    )
    (tmp_path / "words.json").write_text('["北京"]', encoding="utf-8")
    with pytest.raises(ValueError, match="1 words"):
        WordVectors.open(tmp_path)
