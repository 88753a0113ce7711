"""Our retriever as a LlamaIndex retriever, for whatever is put together with LlamaIndex.

Invariant: a node is a passage as it is: its id, its canonical text, its place in the document, its section and the
notes it carries with the sources they name. Scores never rise and come from one generation, which each node names.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeRelationship, NodeWithScore, QueryBundle, RelatedNodeInfo, TextNode

from corpus.document import Document
from retrieval.hit import Hit
from retrieval.retriever import Retriever

PLACES = ("start", "end", "spans", "kind", "generation", "similarity", "coverage", "sha256")
"""Metadata that says where a text stands, not what it says: kept from language models and embeddings."""


class TenkyoRetriever(BaseRetriever):
    """Finds the ``limit`` best passages for a query, as text nodes; safe to use from many threads."""

    def __init__(self, retriever: Retriever, documents: Mapping[str, Document], limit: int = 10) -> None:
        super().__init__()
        self._retriever, self._documents, self._limit = retriever, documents, limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        evidence = self._retriever.retrieve(query_bundle.query_str, self._limit)
        return [self._node(hit, evidence.generation) for hit in evidence.hits]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)

    def _node(self, hit: Hit, generation: str) -> NodeWithScore:
        passage, document = hit.passage, self._documents[hit.passage.doc]
        carried = {mark.marker for mark in passage.marks}
        metadata = {
            "doc": document.id, "title": document.title, "author": document.author, "date": document.date,
            "section": " / ".join(passage.section), "context": passage.context, "page": passage.page,
            "sources": [asdict(source) | {"marker": note.marker} for note in document.notes if note.marker in carried
                        for source in note.sources],
            "kind": passage.kind, "start": passage.start, "end": passage.end, "sha256": document.sha256,
            "generation": generation, "similarity": hit.similarity, "coverage": hit.coverage,
        }  # fmt: skip
        return NodeWithScore(node=text_node(passage.id, passage.text, document.id, metadata), score=hit.score)


def text_node(key: str, text: str, document: str, metadata: dict[str, Any]) -> TextNode:
    """Return a text node that belongs to a document; what only says where it stands is kept from models."""
    hidden = [name for name in PLACES if name in metadata]
    node = TextNode(
        id_=key,
        text=text,
        metadata=metadata,
        excluded_llm_metadata_keys=hidden,
        excluded_embed_metadata_keys=list(metadata),
        start_char_idx=metadata.get("start"),
        end_char_idx=metadata.get("end"),
    )
    node.relationships[NodeRelationship.SOURCE] = RelatedNodeInfo(node_id=document)
    return node
