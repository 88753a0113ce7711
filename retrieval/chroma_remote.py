"""Generations on a Chroma server: claimed by a name, written aside, counted, switched by one update, removed unread.

Invariant: a reader opens only a collection that is ready, was made for exactly the identity of the shelf it has in its
hands, and has as many records as that shelf has nodes; such a collection is never written again. So processes with the
same files answer from the same vectors, whichever of them built, and a process whose files are older goes on with the
older generation until it has the new files too.

A generation is removed when no reader was heard of for an hour and a newer one of its shelf is ready, or it is a month
old; what a killed builder left, five minutes after it was last heard of.
"""

from __future__ import annotations

import logging
import socket
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import IndexBroken, StoreUnreachable
from retrieval.chroma_address import Server
from retrieval.chroma_http import Gone, reported
from retrieval.chroma_reading import RemoteIndex, stored_id
from retrieval.chroma_records import add
from retrieval.chroma_server import AT_ONCE, BUILD_SECONDS, PREFIX, UNUSED_SECONDS, ChromaServer, Stored, stored_as
from retrieval.ports import Entry, Progress, Stage, Vectors

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection as ChromaCollection

    from retrieval.generations import Identity

_log = logging.getLogger(__name__)

_PATIENCE = 6.0  # writing hundreds of records takes a server longer than a question does
_POLL_SECONDS = 0.5
_TAKEN = 20  # times that a name may be taken before something else must be wrong
_LONGEST_TEXT = 16_384  # bytes of a document, a quota of Chroma Cloud


class RemoteStore:
    """Keeps the vectors of generations on a Chroma server.

    ``key`` tells shelves of one database apart when old generations are removed; ``place`` is where this process keeps
    its own part of the index: the processes of one place share a lease.
    """

    def __init__(self, server: Server, key: str, place: Path) -> None:
        self._server, self._key, self._place = server, key, place

    @cached_property
    def _holder(self) -> str:
        """Return who we are on the server: the host, and a number that the directory of our own part keeps."""
        host = "".join(c if c.isalnum() and c.isascii() else "-" for c in socket.gethostname())[:40]
        path = self._place / "holder"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with path.open("x", encoding="ascii") as file:
                    file.write(uuid.uuid4().hex[:12])
            except FileExistsError:
                pass
            number = path.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            number = ""
        return f"{host}-{number if number.isalnum() else uuid.uuid4().hex[:12]}"

    def write(
        self,
        identity: Identity,
        entries: Sequence[Entry],
        vectors: Callable[[Progress | None], Vectors],
        progress: Progress | None,
    ) -> None:
        """Have a ready collection of this identity on the server, building it where nobody else has or does.

        Raises IndexBroken (StoreUnreachable where the server does not answer) and ModelError; then nothing of ours is
        left there, or it is collected by the next builder.
        """
        with ChromaServer(self._server, _PATIENCE) as server:
            claimed = self._claimed_or_ready(server, identity, len(entries), progress)
            if claimed is None:
                return
            try:
                build(server, claimed, entries, vectors, progress)
            except BaseException:
                _forget(server, claimed)
                raise
            try:
                collect(server)
            except IndexBroken as error:  # what is built is ready all the same
                _log.warning("old generations are left on the server and removed by a later builder (%s)", error)

    def open(self, identity: Identity, nodes: Sequence[str]) -> RemoteIndex:
        """Open the ready collection of an identity. Raises IndexBroken where there is none, StoreUnreachable."""
        server = ChromaServer(self._server)
        try:
            return RemoteIndex(server, identity, nodes, self._holder)
        except BaseException:
            server.close()
            raise

    def about(self) -> str:
        """Return which server it is and its version. Raises IndexBroken, StoreUnreachable."""
        with ChromaServer(self._server) as server:
            server.listed()
            return f"{self._server.name}, Chroma's interface {server.version()}"

    def stale(self, remove: bool = False) -> list[str]:
        """Return what is left on the server that nobody builds or reads, removing it if asked to."""
        with ChromaServer(self._server, _PATIENCE) as server:
            return [stored.name for stored in collect(server, remove)]

    def _claimed_or_ready(
        self, server: ChromaServer, identity: Identity, size: int, progress: Progress | None
    ) -> ChromaCollection | None:
        """Return a collection that only we build; None once there is a ready one. Waits for another builder."""
        prefix = f"{PREFIX}{identity.digest()}-"
        for _ in range(_TAKEN):
            listed = self._settled(server, prefix, progress)
            if any(stored.ready and stored.holds(identity) and _whole(server, stored, size) for stored in listed):
                return None
            number = max((stored.number for stored in listed), default=0) + 1
            claimed = server.claim(f"{prefix}{number}", identity, self._key, self._holder)
            if claimed is None:
                continue
            # Who listed before others won may come late: of several the highest number builds.
            known = {stored.name for stored in listed} | {claimed.name}
            if any(stored.ready or stored.number > number for stored in server.listed(prefix, known)):
                server.delete(stored_as(claimed))
                continue
            for stored in listed:  # left by builders that are not heard of any more, or damaged
                server.delete(stored)
            return claimed
        raise IndexBroken(f"{server.server.name}: no collection {prefix}… can be made; run `tenkyo doctor`")

    def _settled(self, server: ChromaServer, prefix: str, progress: Progress | None) -> list[Stored]:
        """Return the generations of a prefix once nobody else builds one.

        Only one process of a place builds at a time, so what we are said to build is what a dead one left.
        """
        while True:
            listed = server.listed(prefix)
            now = server.now()
            if all(stored.ready or stored.until < now or stored.holder == self._holder for stored in listed):
                return listed
            if progress is not None:
                progress(0, 0, Stage.WAITING)
            time.sleep(_POLL_SECONDS)


def _whole(server: ChromaServer, stored: Stored, size: int) -> bool:
    """Say whether a ready collection has all its records, and say on the server that it is in use again."""
    try:
        collection = server.collection(stored.name)
        whole = server.count(collection) == size
    except Gone:
        return False
    if whole:
        try:
            server.switch(collection)
        except StoreUnreachable:
            raise
        except IndexBroken as error:  # a token that only reads
            _log.info("%s is used as it is (%s)", stored.name, error)
    return whole


def _forget(server: ChromaServer, claimed: ChromaCollection) -> None:
    try:
        server.delete(stored_as(claimed))
    except IndexBroken as error:
        _log.warning("%s is left on the server and removed by a later builder (%s)", claimed.name, error)


def build(
    server: ChromaServer,
    claimed: ChromaCollection,
    entries: Sequence[Entry],
    vectors: Callable[[Progress | None], Vectors],
    progress: Progress | None,
) -> None:
    """Write the entries into a claimed collection, check their number and switch to it. Raises IndexBroken."""
    heard = time.monotonic()

    def told(done: int, total: int, what: str) -> None:
        nonlocal heard
        if time.monotonic() - heard > BUILD_SECONDS / 10:
            server.keep(claimed)
            heard = time.monotonic()
        if progress is not None:
            progress(done, total, what)

    try:
        computed = vectors(told)
        server.keep(claimed)
        short = [_sent(entry) for entry in entries]
        with reported(server.server):
            add(claimed, short, computed, AT_ONCE, told)
        there = server.count(claimed)
        if there != len(entries):
            raise IndexBroken(f"{server.server.name} keeps {there} of {len(entries)} vectors; run `tenkyo index` again")
        server.switch(claimed)
    except Gone as error:
        raise IndexBroken(
            f"another process took over what was being built on {server.server.name}, for nothing was heard of this "
            f"one for {BUILD_SECONDS / 60:.0f} minutes; run `tenkyo index` again"
        ) from error


def collect(server: ChromaServer, remove: bool = True) -> list[Stored]:
    """Remove what nobody builds, and what nobody reads and is replaced or old; return what that was."""
    now, leased, listed = server.now(), server.leases(), server.listed()
    newest: dict[str, Stored] = {}
    for stored in listed:
        if stored.ready and stored.made >= newest.get(stored.shelf, stored).made:
            newest[stored.shelf] = stored

    def unused(stored: Stored) -> bool:
        if not stored.ready:
            return stored.until < now
        replaced = newest[stored.shelf] != stored or now - stored.made > UNUSED_SECONDS
        return replaced and stored.name not in leased

    found = [stored for stored in listed if "state" in stored.metadata and unused(stored)]
    for stored in found if remove else ():
        server.delete(stored)
    return found


def _sent(entry: Entry) -> Entry:
    text = entry.text.encode()[:_LONGEST_TEXT].decode(errors="ignore")
    return replace(entry, node=stored_id(entry.node), text=text)
