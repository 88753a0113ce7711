"""Our retriever among LlamaIndex's own parts."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.schema import MetadataMode, TextNode

from corpus.document import Document
from retrieval.llamaindex import TenkyoRetriever
from retrieval.retriever import Retriever
from tests.retrieval.conftest import HashEmbedder, OpenIndex, ShelfOfTexts


@pytest.fixture
def retriever(opened: OpenIndex, tmp_path: Path, brief: Document) -> TenkyoRetriever:
    index = opened(ShelfOfTexts((brief,)), tmp_path / "shelf", HashEmbedder())
    return TenkyoRetriever(Retriever(index), {brief.id: brief}, limit=4)


def test_nodes_are_passages_with_place_section_and_primary_sources(retriever: TenkyoRetriever, brief: Document) -> None:
    nodes = retriever.retrieve("青森港の開港式はいつ開かれたか")
    assert len(nodes) == 4
    scores = [node.score or 0.0 for node in nodes]
    assert scores == sorted(scores, reverse=True)
    first = nodes[0]
    metadata = first.metadata
    assert isinstance(first.node, TextNode)
    assert first.text == brief.text[metadata["start"] : metadata["end"]]
    assert (first.node.start_char_idx, first.node.end_char_idx) == (metadata["start"], metadata["end"])
    assert first.node.ref_doc_id == "brief"
    assert (metadata["title"], metadata["author"], metadata["section"]) == ("青森港と新しい航路", "山田花子", "開港式")
    assert [(source["marker"], source["url"]) for source in metadata["sources"]][:1] == [("1", "https://example.org/a")]
    assert metadata["generation"]


def test_asking_at_once_in_async_code_gives_the_same(retriever: TenkyoRetriever) -> None:
    async def both() -> list[list[str]]:
        found = await asyncio.gather(retriever.aretrieve("開港式"), retriever.aretrieve("積み荷"))
        return [[node.node_id for node in nodes] for nodes in found]

    assert asyncio.run(both()) == [
        [node.node_id for node in retriever.retrieve(question)] for question in ("開港式", "積み荷")
    ]


def test_it_serves_a_query_engine_of_llamaindex(retriever: TenkyoRetriever) -> None:
    engine = RetrieverQueryEngine.from_args(retriever, llm=MockLLM())
    response = engine.query("開港式はいつか")
    assert "新航路の開港式" in str(response), "the mock model repeats what it was given to read"
    assert len(response.source_nodes) == 4


def test_a_language_model_reads_the_text_and_not_its_coordinates(retriever: TenkyoRetriever) -> None:
    (node, *_) = retriever.retrieve("開港式")
    read = node.node.get_content(MetadataMode.LLM)
    assert "青森港と新しい航路" in read
    assert "sha256" not in read
    assert node.node.get_content(MetadataMode.EMBED) == node.text
