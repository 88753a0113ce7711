"""Speaking with a real Chroma server that is slow, busy, dead, strange or does not know us."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import IndexBroken, StoreUnreachable
from retrieval.chroma_address import Server
from retrieval.chroma_http import Gone
from retrieval.chroma_server import ChromaServer
from tests.retrieval.serving import ChromaProcess, Proxy, own_certificate

Talk = Callable[[Server], ChromaServer]


@pytest.fixture
def talk() -> Iterator[Talk]:
    """Return `ChromaServer`; what it opened is closed after the test."""
    with ExitStack() as opened:
        yield lambda server: opened.enter_context(ChromaServer(server))


def test_the_token_goes_in_both_headers_and_only_where_there_is_one(proxy: Proxy, talk: Talk) -> None:
    talk(Server(proxy.url)).now()
    talk(Server(proxy.url, token="secret")).now()
    (_, path, without), (_, _, with_token) = proxy.seen
    assert path == "/api/v2/heartbeat"
    assert not {"authorization", "x-chroma-token"} & set(without)
    assert (with_token["authorization"], with_token["x-chroma-token"]) == ("Bearer secret", "secret")


def test_tenant_and_database_are_asked_for_by_name(proxy: Proxy, database: Server, talk: Talk) -> None:
    assert talk(replace(database, url=proxy.url)).listed() == []
    assert f"/tenants/default_tenant/databases/{database.database}/collections" in proxy.seen[-1][1]
    with pytest.raises(Gone, match=r"no-such-database.*TENKYO_CHROMA"):
        talk(Server(proxy.url, database="no-such-database")).collection("tenkyo-x-1")


def test_a_wrong_token_is_said_at_once_and_not_shown(proxy: Proxy, talk: Talk) -> None:
    proxy.token = "right"
    with pytest.raises(IndexBroken, match="TENKYO_CHROMA_TOKEN") as caught:
        talk(Server(proxy.url, token="wrong-secret")).now()
    assert "wrong-secret" not in str(caught.value)
    assert len(proxy.seen) == 1
    talk(Server(proxy.url, token="right")).now()


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again_after_longer_and_longer_pauses(proxy: Proxy, status: int, talk: Talk) -> None:
    proxy.statuses = [status] * 3
    assert talk(Server(proxy.url)).now() > 0
    first, second, third = (later - earlier for earlier, later in zip(proxy.times, proxy.times[1:], strict=False))
    assert 0.07 < first < second < third


def test_a_server_that_says_how_long_is_given_so_long(proxy: Proxy, talk: Talk) -> None:
    proxy.statuses, proxy.retry_after = [503], "1"
    talk(Server(proxy.url)).now()
    assert proxy.times[1] - proxy.times[0] >= 1


def test_a_connection_that_is_cut_off_is_made_again(proxy: Proxy, talk: Talk) -> None:
    proxy.cut = 2
    assert talk(Server(proxy.url)).now() > 0
    assert len(proxy.seen) == 3


def test_a_server_that_stays_busy_is_given_up(proxy: Proxy, talk: Talk) -> None:
    proxy.statuses = [503] * 100
    with pytest.raises(StoreUnreachable, match="503"):
        talk(Server(proxy.url, seconds=2)).now()


def test_a_dead_server_is_one_error_in_time_with_its_address_and_what_to_do(talk: Talk) -> None:
    started = time.monotonic()
    with pytest.raises(StoreUnreachable, match=r"http://127.0.0.1:9 .*TENKYO_CHROMA") as caught:
        talk(Server("http://127.0.0.1:9", seconds=3)).now()
    assert time.monotonic() - started < 4
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("delay", "drip"), [(30.0, 0.0), (0.0, 0.2)])
def test_a_slow_server_is_given_up_in_time_also_when_it_keeps_talking(
    proxy: Proxy, delay: float, drip: float, talk: Talk
) -> None:
    proxy.delay, proxy.drip = delay, drip
    started = time.monotonic()
    with pytest.raises(StoreUnreachable, match="TENKYO_CHROMA_TIMEOUT"):
        talk(Server(proxy.url, seconds=2)).now()
    assert time.monotonic() - started < 3


def test_a_server_that_is_slow_but_within_its_time_answers(proxy: Proxy, talk: Talk) -> None:
    proxy.delay = 0.8
    assert talk(Server(proxy.url, seconds=4)).now() > 0
    assert len(proxy.seen) == 1


def test_what_is_no_chroma_server_is_said(chroma: ChromaProcess, talk: Talk) -> None:
    with pytest.raises(IndexBroken, match="address of a Chroma server"):
        talk(Server(f"{chroma.url}/somewhere")).now()


def test_the_environment_and_an_env_file_change_nothing(
    chroma: ChromaProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, talk: Talk
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("CHROMA_SERVER_HOST=elsewhere\nANONYMIZED_TELEMETRY=True\n", "utf-8")
    for name, value in {
        "CHROMA_SERVER_HOST": "elsewhere", "CHROMA_SERVER_SSL_ENABLED": "true", "CHROMA_API_IMPL": "nonsense",
        "CHROMA_CLIENT_AUTH_PROVIDER": "nonsense", "CHROMA_SERVER_HTTP_PORT": "1",
        "CHROMA_OTEL_COLLECTION_ENDPOINT": "http://127.0.0.1:9",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    server = talk(Server(chroma.url))
    assert server.now() > 0
    assert server._api.get_settings().anonymized_telemetry is False


def test_tls_is_checked_and_a_certificate_of_one_s_own_can_be_trusted(
    chroma: ChromaProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, talk: Talk
) -> None:
    made = own_certificate(tmp_path)
    if made is None:
        pytest.skip("openssl is not installed: no certificate can be made")
    certificate, context = made
    proxy = Proxy(chroma.url, context)
    try:
        with pytest.raises(StoreUnreachable, match=r"(?i)certificate"):
            talk(Server(proxy.url, seconds=1)).now()
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert talk(Server(proxy.url, token="secret")).now() > 0
        assert proxy.seen[-1][2]["authorization"] == "Bearer secret"
    finally:
        proxy.close()
