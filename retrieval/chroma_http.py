"""A connection to a Chroma server that retries, gives up in time, and says what was wrong.

Invariant: one request, its retries included, ends within the server's seconds; every failure leaves as IndexBroken, or
as StoreUnreachable where the server did not answer, with its address and what to do. Everything that is sent may be
sent twice: ids and names are ours, and writing the same again changes nothing.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import httpx
from chromadb.api import ServerAPI
from chromadb.config import Settings, System
from chromadb.errors import ChromaAuthError, ChromaError, NotFoundError

from corpus.errors import IndexBroken, StoreUnreachable
from retrieval.chroma_address import Server

_TRIES = 6  # at least; and as many more as a third of the time allows, in which a server may have started again
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 2.0  # seconds, doubled from try to try: 3.1 s in six when nothing listens
_BUSY = frozenset((429, 502, 503, 504))
_REFUSED = frozenset((401, 403))


class Gone(IndexBroken):
    """What was asked for is not there (any more)."""


class PatientClient(httpx.Client):
    """An HTTP client that tries again while that can help and ends in time.

    One try may take half of the time there is, so that a lost packet does not take it all.
    """

    def __init__(self, server: Server, seconds: float) -> None:
        headers = {"Content-Type": "application/json", "User-Agent": "tenkyo"}
        if server.token:
            headers |= {"Authorization": f"Bearer {server.token}", "X-Chroma-Token": server.token}
        limits = httpx.Limits(max_connections=32, max_keepalive_connections=8, keepalive_expiry=20)
        super().__init__(headers=headers, limits=limits)
        self._server, self._seconds = server, seconds

    def request(self, method: str, url: Any, **options: Any) -> httpx.Response:  # noqa: ANN401
        """Send a request until it is answered. Raises StoreUnreachable, and IndexBroken where the token is refused."""
        started = time.monotonic()
        deadline = started + self._seconds
        for number in count():
            pause = min(_FIRST_PAUSE * 2**number, _LONGEST_PAUSE) * random.uniform(0.8, 1.2)
            try:
                response = self._once(method, url, deadline, options)
                if response.status_code not in _BUSY:
                    return self._allowed(response)
                failure = f"it answers {response.status_code}"
                pause = max(pause, _asked_to_wait(response))
            except (httpx.TransportError, _TooSlow) as error:
                failure = f"{type(error).__name__.lstrip('_')}: {error}".rstrip(": ")
            now = time.monotonic()
            if now + pause >= deadline or (number + 1 >= _TRIES and now >= started + self._seconds / 3):
                break
            time.sleep(pause)
        raise StoreUnreachable(
            f"the Chroma server {self._server.url} does not answer ({failure}); see that it runs and can be reached, "
            "or correct TENKYO_CHROMA (TENKYO_CHROMA_TIMEOUT gives it more than "
            f"{self._server.seconds:g} seconds). Ask again when it is back; nothing need be restarted"
        )

    def _once(self, method: str, url: Any, deadline: float, options: dict[str, Any]) -> httpx.Response:  # noqa: ANN401
        """Send a request once and read its answer to the end, however slowly it comes."""
        most = min(deadline, time.monotonic() + self._seconds / 2)
        timeout = max(most - time.monotonic(), 0.001)
        with self.stream(method, url, timeout=timeout, **options) as response:
            content = bytearray()
            for part in response.iter_bytes():
                content += part
                if time.monotonic() > most:
                    raise _TooSlow("its answer came too slowly")
        headers = {"content-type": response.headers.get("content-type", "")}
        if "retry-after" in response.headers:
            headers["retry-after"] = response.headers["retry-after"]
        return httpx.Response(response.status_code, headers=headers, content=bytes(content), request=response.request)

    def _allowed(self, response: httpx.Response) -> httpx.Response:
        if response.status_code in _REFUSED:
            raise IndexBroken(
                f"the Chroma server {self._server.name} refuses the request ({response.status_code}); "
                "correct TENKYO_CHROMA_TOKEN, or what the token is allowed to do there"
            )
        return response


class _TooSlow(Exception):
    """An answer that is still coming when its time is over."""


def _asked_to_wait(response: httpx.Response) -> float:
    wait = response.headers.get("retry-after", "")
    return float(wait) if wait.isdecimal() else 0.0


def connect(server: Server, seconds: float) -> ServerAPI:
    """Return Chroma's own client for a server, speaking through a `PatientClient`. Opens no connection yet."""
    # Chroma would read ./.env and CHROMA_… variables; what matters is given here, and nothing is reported to anyone.
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        anonymized_telemetry=False,
        chroma_otel_collection_endpoint="",
        chroma_api_impl="chromadb.api.fastapi.FastAPI",
        chroma_server_host=server.url,
        chroma_server_http_port=443 if server.url.startswith("https") else 80,  # not used: the address is whole
        chroma_server_ssl_enabled=server.url.startswith("https"),
        chroma_server_api_default_path="/api/v2",  # type: ignore[arg-type]
        chroma_client_auth_provider=None,
    )
    system = System(settings)
    api = system.instance(ServerAPI)  # type: ignore[type-abstract]  # how Chroma asks for it
    plain: httpx.Client = api._session  # type: ignore[attr-defined]  # waits for ever and never tries again
    plain.close()
    api._session = PatientClient(server, seconds)  # type: ignore[attr-defined]
    return api


def disconnect(api: ServerAPI) -> None:
    """Close the connections."""
    api._session.close()  # type: ignore[attr-defined]


@contextmanager
def reported(server: Server) -> Iterator[None]:
    """Turn whatever Chroma raises into IndexBroken, and what is not there into Gone."""
    try:
        yield
    except IndexBroken:
        raise
    except NotFoundError as error:
        raise Gone(
            f"the Chroma server {server.name} has not what was asked for ({error}); run `tenkyo index` to build the "
            "index again, or correct the tenant and the database in TENKYO_CHROMA"
        ) from error
    except ChromaAuthError as error:
        raise IndexBroken(f"the Chroma server {server.name} refuses the token; correct TENKYO_CHROMA_TOKEN") from error
    except Exception as error:
        what = str(error) if isinstance(error, ChromaError) else f"{type(error).__name__}: {error}"
        raise IndexBroken(
            f"the Chroma server {server.name} cannot do what was asked ({what[:300]}); see that TENKYO_CHROMA is the "
            "address of a Chroma server of version 1.0 or later, then run `tenkyo index`"
        ) from error
