"""Processes that build and open indexes, to be killed: what each does, by name, so that a fresh process can find it.

A shelf here has a version: its documents say which, and so does everything that an index of it answers.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

from corpus.document import Document, Passage, Span
from corpus.errors import TenkyoError
from corpus.shelf import shelf_hash
from retrieval.entries import nodes_of
from retrieval.index import open_index
from retrieval.retriever import Retriever
from tests.retrieval.conftest import HashEmbedder

PASSAGES = 24
_PATIENCE = 120.0  # seconds
QUESTION = "港の記録"


@dataclass(frozen=True)
class Versioned:
    """A shelf of one version, which one passage of each document says.

    So few that one generation can be made from the one before, and the next, with what was removed, cannot.
    """

    version: int

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(self._document(number) for number in range(4))

    @property
    def hash(self) -> str:
        return shelf_hash(self.documents)

    def _document(self, number: int) -> Document:
        passages, text = [], ""
        for place in range(PASSAGES // 4):
            said = f"第{number}港の記録{place}。版は{'前と同じ' if place else self.version}である。"
            name = f"d{number}:{place}"
            passages.append(Passage(name, f"d{number}", "prose", len(text), len(text) + len(said), said))
            text += said
        sha = f"{number}/{self.version}"
        return Document(f"d{number}", "t", "", "", "", "", "ja", text, sha, "", (), tuple(passages))


def build(directory: Path, version: int) -> None:
    """Build the index of a version."""
    open_index(Versioned(version), directory, HashEmbedder()).close()


class Refusing(HashEmbedder):
    """An embedding that fails where anything has to be embedded: what opens with it was there already."""

    def passages(self, texts: Any) -> Any:  # noqa: ANN401
        raise AssertionError("had to be built")


def answering(directory: Path) -> str:
    """Return the generation that is current there, having checked that all it holds is of one version.

    The identity in its manifest says which version; opening it as that version must not build, and whatever it finds
    must say that version.
    """
    from retrieval.generations import Generations  # noqa: PLC0415

    held = Generations(directory).latest()
    if held is None:
        return ""
    name, identity = held.id, held.manifest["identity"]
    held.close()
    assert isinstance(identity, dict)
    version = next(one for one in range(1_000) if Versioned(one).hash == identity["shelf"])
    index = open_index(Versioned(version), directory, Refusing())
    try:
        assert index.generation == name
        evidence = Retriever(index).retrieve(QUESTION, limit=PASSAGES)
        assert len(evidence.hits) == PASSAGES
        assert sum(f"版は{version}である" in hit.passage.text for hit in evidence.hits) == 4
        assert index.vectors is not None
        for hit in evidence.hits:  # what is stored under a passage or sentence is its own vector
            spans = index.sentences.get(hit.passage.id, ()) or (Span(hit.passage.start, hit.passage.end),)
            for node, span in zip(nodes_of(hit.passage, index.sentences), spans, strict=True):
                text = hit.passage.text[span.start - hit.passage.start : span.end - hit.passage.start]
                own = HashEmbedder().passages([text])[0]
                assert max(index.vectors.nearest(own, 2).values()) > 0.999
                assert index.vectors.similarities(own, [node])[node] > 0.999
    finally:
        index.close()
    return f"{version} {name}"


def rise(directory: Path, bytes_: int, version: int) -> str:
    """Build where no file may grow beyond so many bytes; return what was said."""
    import resource  # noqa: PLC0415  absent on Windows

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))
    return attempt(directory, version)


def attempt(directory: Path, version: int) -> str:
    """Build and return nothing, or what a person would be told."""
    try:
        build(directory, version)
    except TenkyoError as error:
        return f"{type(error).__name__}: {error}"
    return ""


def as_nobody(directory: Path, what: Callable[..., str], *arguments: Any) -> str:  # noqa: ANN401
    """Do something without the rights of root."""
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    try:
        return what(directory, *arguments)
    except TenkyoError as error:
        return f"{type(error).__name__}: {error}"


class Server:
    """Starts processes quickly: all that is slow to import is imported once, by a process that opens nothing."""

    def __init__(self) -> None:
        self._context: ForkServerContext = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.retrieval.warm"])

    def start(self, what: Callable[..., object], *arguments: Any) -> ForkServerProcess:  # noqa: ANN401
        """Start a process that does something."""
        process = self._context.Process(target=what, args=arguments)
        process.start()
        return process

    def result(self, what: Callable[..., str], *arguments: Any) -> str:  # noqa: ANN401
        """Return what a process of its own returns. Raises AssertionError when it dies."""
        receiving, sending = self._context.Pipe(duplex=False)
        process = self.start(_send, sending, what, *arguments)
        sending.close()
        if not receiving.poll(_PATIENCE):
            process.kill()
            raise AssertionError(f"{what.__name__} does not return")
        try:
            outcome = receiving.recv()
        except EOFError:
            process.join()
            raise AssertionError(f"{what.__name__} died with {process.exitcode}") from None
        process.join()
        if isinstance(outcome, Exception):
            raise AssertionError(f"{what.__name__}: {outcome!r}") from outcome
        return str(outcome)


def _send(sending: Any, what: Callable[..., str], *arguments: Any) -> None:  # noqa: ANN401
    try:
        outcome: object = what(*arguments)
    except Exception as error:  # told to who asked
        outcome = RuntimeError(f"{type(error).__name__}: {error}")
    sending.send(outcome)
    sending.close()
