"""Where a Chroma server is, as one setting says it."""

from __future__ import annotations

import pytest

from corpus.errors import UsageError
from retrieval.chroma_address import CLOUD, Server, parse_address


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("http://localhost:8000", Server("http://localhost:8000")),
        ("https://chroma.example.org/", Server("https://chroma.example.org")),
        ("https://example.org/chroma?tenant=t&database=d", Server("https://example.org/chroma", "t", "d")),
        ("http://[::1]:8000?database=d", Server("http://[::1]:8000", database="d")),
    ],
)
def test_an_address_names_a_server_a_tenant_and_a_database(address: str, server: Server) -> None:
    assert parse_address(address) == server


def test_chroma_cloud_is_named_by_tenant_and_database_and_needs_a_key() -> None:
    assert parse_address("cloud://t/d", "key") == Server(CLOUD, "t", "d", "key")
    assert parse_address("cloud://t/d", "key").cloud
    with pytest.raises(UsageError, match="TENKYO_CHROMA_TOKEN"):
        parse_address("cloud://t/d")


@pytest.mark.parametrize(
    "address",
    ["localhost:8000", "ftp://host", "http://", "http://host:port", "http://host?tenants=t", "http://host?tenant=",
     "http://host?tenant=a&tenant=b", "http://host#d", "cloud://t", "cloud://t/d/e", "chroma", "http://[::1"],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_the_forms_one_has(address: str) -> None:
    with pytest.raises(UsageError, match=r"http://HOST:PORT.*cloud://TENANT/DATABASE"):
        parse_address(address, "key")


def test_a_secret_has_no_place_in_an_address_and_none_is_shown() -> None:
    with pytest.raises(UsageError) as caught:
        parse_address("https://me:very-secret@example.org")
    assert "very-secret" not in str(caught.value)
    server = parse_address("https://example.org", "very-secret")
    assert "very-secret" not in f"{server!r} {server.name}"


@pytest.mark.parametrize("token", ["two words", "鍵", "line\n"])
def test_a_token_that_no_header_carries_is_refused_unseen(token: str) -> None:
    with pytest.raises(UsageError, match="TENKYO_CHROMA_TOKEN") as caught:
        parse_address("https://example.org", token)
    assert token not in str(caught.value)


def test_a_token_in_the_clear_is_told_but_not_on_this_machine() -> None:
    assert parse_address("http://chroma.lan:8000", "key").in_the_clear
    assert not parse_address("http://chroma.lan:8000").in_the_clear
    assert not parse_address("https://chroma.lan", "key").in_the_clear
    assert not parse_address("http://127.0.0.1:8000", "key").in_the_clear
