"""The assistant as a LlamaIndex query engine and as a chat engine.

Invariant: what they say is a verified answer, unchanged; their source nodes are its footnotes, in order, each with its
number, its document, its places and the primary sources behind it. Nothing here asks a language model.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Generator, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.llms.types import ChatMessage, ChatResponse, MessageRole
from llama_index.core.base.response.schema import Response
from llama_index.core.chat_engine.types import AgentChatResponse, BaseChatEngine, StreamingAgentChatResponse
from llama_index.core.schema import NodeWithScore, QueryBundle

from bot.answer import Answer, Citation
from retrieval.llamaindex import TenkyoRetriever, text_node

_PIECES = re.compile(r"[^。．.!?！？\n]*[。．.!?！？\n]*")


class Asks(Protocol):
    """Answers questions; safe to call from several threads."""

    def ask(self, question: str, turns: tuple[str, ...] = ()) -> Answer:
        """Answer a question after earlier turns."""
        ...


class TenkyoQueryEngine(BaseQueryEngine):
    """Answers a query; ``metadata`` of the response is the whole answer as `tenkyo ask --json` prints it."""

    def __init__(self, assistant: Asks) -> None:
        super().__init__(callback_manager=None)
        self._assistant = assistant

    def _query(self, query_bundle: QueryBundle) -> Response:
        answer = self._assistant.ask(query_bundle.query_str)
        return Response(answer.answer, source_nodes=footnotes(answer), metadata=asdict(answer))

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> dict[str, Any]:
        return {}


class TenkyoChatEngine(BaseChatEngine):
    """Answers in a conversation: earlier questions are what a later one may leave out.

    A whole answer is verified before any of it is said, so that a stream gives it sentence by sentence, at once.
    """

    def __init__(self, assistant: Asks) -> None:
        self._assistant = assistant
        self._history: list[ChatMessage] = []

    @property
    def chat_history(self) -> list[ChatMessage]:
        """Return what was said so far."""
        return list(self._history)

    def reset(self) -> None:
        """Begin a new conversation."""
        self._history.clear()

    def chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """Answer a message after a history, or after what was said here so far."""
        answer = self._answer(message, chat_history)
        return AgentChatResponse(
            response=answer.answer, source_nodes=footnotes(answer), is_dummy_stream=True, metadata=asdict(answer)
        )

    async def achat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """Answer a message as `chat` does, in a thread."""
        return await asyncio.to_thread(self.chat, message, chat_history)

    def stream_chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> StreamingAgentChatResponse:
        """Answer a message sentence by sentence."""
        answer = self._answer(message, chat_history)
        return StreamingAgentChatResponse(
            chat_stream=_pieces(answer.answer), source_nodes=footnotes(answer), is_writing_to_memory=False
        )

    async def astream_chat(
        self, message: str, chat_history: list[ChatMessage] | None = None
    ) -> StreamingAgentChatResponse:
        """Answer a message sentence by sentence."""
        answer = await asyncio.to_thread(self._answer, message, chat_history)
        return StreamingAgentChatResponse(
            achat_stream=_apieces(answer.answer), source_nodes=footnotes(answer), is_writing_to_memory=False
        )

    def _answer(self, message: str, chat_history: Sequence[ChatMessage] | None) -> Answer:
        if chat_history is not None:
            self._history = list(chat_history)
        turns = tuple(said.content or "" for said in self._history if said.role == MessageRole.USER)
        answer = self._assistant.ask(message, turns)
        self._history.append(ChatMessage(content=message, role=MessageRole.USER))
        self._history.append(ChatMessage(content=answer.answer, role=MessageRole.ASSISTANT))
        return answer


def footnotes(answer: Answer) -> list[NodeWithScore]:
    """Return the footnotes of an answer as source nodes, in order."""
    return [NodeWithScore(node=_footnote(citation, answer.index)) for citation in answer.citations]


def _footnote(citation: Citation, generation: str) -> Any:  # noqa: ANN401  a TextNode
    said = asdict(citation)
    metadata = {"n": said.pop("n"), **{name: value for name, value in said.items() if name != "quote"}}
    metadata |= {"start": citation.spans[0].start, "end": citation.spans[-1].end} if citation.spans else {}
    metadata["generation"] = generation
    places = ",".join(f"{span.start}-{span.end}" for span in citation.spans)
    return text_node(f"{citation.doc}@{places}#{citation.n}", citation.quote, citation.doc, metadata)


def _pieces(text: str) -> Generator[ChatResponse, None, None]:
    said = ""
    for piece in _PIECES.findall(text):
        if piece:
            said += piece
            yield ChatResponse(message=ChatMessage(content=said, role=MessageRole.ASSISTANT), delta=piece)


async def _apieces(text: str) -> AsyncGenerator[ChatResponse, None]:
    for piece in _pieces(text):
        yield piece


def retriever(limit: int = 10, **settings: Any) -> TenkyoRetriever:  # noqa: ANN401  load_settings checks them
    """Open the retriever over the shelf that the settings choose, as ``corpus=("DIR",)``. Raises TenkyoError."""
    from bot.settings import load_settings  # noqa: PLC0415
    from bot.wiring import open_retriever  # noqa: PLC0415

    documents, opened = open_retriever(load_settings(**settings))
    return TenkyoRetriever(opened, documents, limit)


def query_engine(**settings: Any) -> TenkyoQueryEngine:  # noqa: ANN401
    """Open the query engine over the shelf that the settings choose, as ``corpus=("DIR",)``. Raises TenkyoError."""
    return TenkyoQueryEngine(_assistant(settings))


def chat_engine(**settings: Any) -> TenkyoChatEngine:  # noqa: ANN401
    """Open a conversation over the shelf that the settings choose, as ``corpus=("DIR",)``. Raises TenkyoError."""
    return TenkyoChatEngine(_assistant(settings))


def _assistant(settings: dict[str, Any]) -> Asks:
    from bot.settings import load_settings  # noqa: PLC0415
    from bot.wiring import open_assistant  # noqa: PLC0415

    return open_assistant(load_settings(**settings))
