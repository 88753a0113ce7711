"""The assistant as LlamaIndex's query engine and chat engine."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict

import pytest
from llama_index.core.base.response.schema import Response
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import QueryEngineTool

from bot.llamaindex import TenkyoChatEngine, TenkyoQueryEngine
from corpus.document import Document
from tests.conftest import Bench

QUESTION = "青森港の開港式はいつ開かれたか"


@pytest.fixture
def engine(bench: Bench, brief: Document) -> TenkyoQueryEngine:
    return TenkyoQueryEngine(bench.assistant(brief))


@pytest.fixture
def chat(bench: Bench, brief: Document) -> TenkyoChatEngine:
    return TenkyoChatEngine(bench.assistant(brief))


def test_a_response_is_the_answer_and_its_source_nodes_are_the_footnotes(
    engine: TenkyoQueryEngine, bench: Bench, brief: Document
) -> None:
    answer = bench.ask(QUESTION, brief)
    response = engine.query(QUESTION)
    assert isinstance(response, Response)
    assert str(response) == answer.answer
    assert "2023年4月5日" in str(response)
    assert [node.metadata["n"] for node in response.source_nodes] == [citation.n for citation in answer.citations]
    (node, *_), (citation, *_) = response.source_nodes, answer.citations
    assert node.text == citation.quote
    assert (node.metadata["doc"], node.metadata["section"]) == ("brief", citation.section)
    assert [(span["start"], span["end"]) for span in node.metadata["spans"]] == [
        (s.start, s.end) for s in citation.spans
    ]
    assert node.metadata["sources"][0]["url"] == "https://example.org/a"
    assert node.node.ref_doc_id == "brief"


def test_the_metadata_of_a_response_is_the_whole_answer(
    engine: TenkyoQueryEngine, bench: Bench, brief: Document
) -> None:
    response = engine.query(QUESTION)
    assert response.metadata is not None
    expected = {name: value for name, value in asdict(bench.ask(QUESTION, brief)).items() if name != "timings_ms"}
    assert {name: response.metadata[name] for name in expected} == expected
    json.dumps(response.metadata)


def test_what_is_not_answered_is_said_and_has_no_sources(engine: TenkyoQueryEngine) -> None:
    response = engine.query("函館の花火大会の予算はいくらか")
    assert response.metadata is not None
    assert response.metadata["status"] == "abstained"
    assert response.source_nodes == []
    assert str(response)


def test_queries_in_async_code_run_at_once(engine: TenkyoQueryEngine) -> None:
    async def several() -> list[str]:
        return [str(response) for response in await asyncio.gather(*(engine.aquery(QUESTION) for _ in range(4)))]

    assert set(asyncio.run(several())) == {str(engine.query(QUESTION))}


def test_it_is_a_tool_for_llamaindex(engine: TenkyoQueryEngine) -> None:
    tool = QueryEngineTool.from_defaults(engine, name="shelf", description="documents about a port")
    output = tool.call(input=QUESTION)
    assert "2023年4月5日" in str(output)


def test_a_follow_up_may_leave_out_what_was_said(chat: TenkyoChatEngine, bench: Bench, brief: Document) -> None:
    chat.chat(QUESTION)
    response = chat.chat("誰が出席したか")
    assert str(response) == bench.ask("誰が出席したか", brief, turns=(QUESTION,)).answer
    assert [message.role.value for message in chat.chat_history] == ["user", "assistant"] * 2
    chat.reset()
    assert chat.chat_history == []


def test_a_history_may_be_given_instead(chat: TenkyoChatEngine, bench: Bench, brief: Document) -> None:
    history = [ChatMessage(content=QUESTION, role="user"), ChatMessage(content="…", role="assistant")]
    response = chat.chat("誰が出席したか", history)
    assert str(response) == bench.ask("誰が出席したか", brief, turns=(QUESTION,)).answer
    assert len(chat.chat_history) == 4
    assert len(history) == 2


def test_a_stream_gives_the_verified_answer_in_pieces(chat: TenkyoChatEngine, bench: Bench, brief: Document) -> None:
    whole = bench.ask(QUESTION, brief).answer
    stream = chat.stream_chat(QUESTION)
    pieces = list(stream.response_gen)
    assert "".join(pieces) == whole
    assert len(pieces) > 1
    assert stream.source_nodes
    assert str(stream) == whole.strip()
    assert chat.chat_history[-1].content == whole


def test_async_chats_and_streams_say_the_same(chat: TenkyoChatEngine, bench: Bench, brief: Document) -> None:
    async def both() -> tuple[str, str]:
        said = str(await chat.achat(QUESTION))
        chat.reset()
        stream = await chat.astream_chat(QUESTION)
        return said, "".join([piece async for piece in stream.async_response_gen()])

    whole = bench.ask(QUESTION, brief).answer
    assert asyncio.run(both()) == (whole, whole)
