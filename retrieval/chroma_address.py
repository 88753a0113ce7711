"""Where a Chroma server is, read from one setting. Knows nothing of Chroma but its addresses.

    http://host:port    https://host    https://host/prefix?tenant=T&database=D    cloud://TENANT/DATABASE

Invariant: an address never holds a secret, so that it can stand in messages; the token comes by a setting of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, urlsplit

from corpus.errors import UsageError

CLOUD = "https://api.trychroma.com"
SECONDS = 10.0
"""How long one request may take, retries included, unless the setting says otherwise."""

_FORMS = "http://HOST:PORT, https://HOST, either with ?tenant=T&database=D, or cloud://TENANT/DATABASE"


@dataclass(frozen=True, slots=True)
class Server:
    """A Chroma server and what is needed to speak with it; ``seconds`` bound one request with its retries."""

    url: str
    tenant: str = "default_tenant"
    database: str = "default_database"
    token: str = field(default="", repr=False)
    seconds: float = SECONDS

    @property
    def name(self) -> str:
        """Return how messages call it."""
        return f"{self.url} ({self.tenant}/{self.database})"

    @property
    def cloud(self) -> bool:
        """Say whether it is Chroma Cloud."""
        return self.url == CLOUD

    @property
    def in_the_clear(self) -> bool:
        """Say whether the token would cross a network unencrypted."""
        parts = urlsplit(self.url)
        return bool(self.token) and parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1")


def parse_address(address: str, token: str = "", seconds: float = SECONDS) -> Server:
    """Return the server that an address names. Raises UsageError naming the forms an address has."""
    try:
        parts = urlsplit(address.strip())
        _ = parts.port  # raises where it is no number
    except ValueError as error:
        raise _unusable(address, str(error)) from error
    if parts.username or parts.password:
        raise UsageError("TENKYO_CHROMA holds a password; put it into TENKYO_CHROMA_TOKEN, which is never shown")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise UsageError("TENKYO_CHROMA_TOKEN holds a space or a character that no HTTP header can carry")
    if parts.scheme == "cloud":
        database = parts.path.strip("/")
        if not parts.netloc or not database or "/" in database or parts.query:
            raise _unusable(address, "Chroma Cloud needs a tenant and a database")
        if not token:
            raise UsageError("Chroma Cloud needs a key: set TENKYO_CHROMA_TOKEN")
        return Server(CLOUD, parts.netloc, database, token, seconds)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _unusable(address, "that is no address of a server")
    tenant, database = _tenant_and_database(address, parts)
    return Server(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", tenant, database, token, seconds)


def _tenant_and_database(address: str, parts: SplitResult) -> tuple[str, str]:
    given = parse_qs(parts.query, keep_blank_values=True)
    strange = sorted(set(given) - {"tenant", "database"})
    if strange or parts.fragment or any(len(values) != 1 or not values[0] for values in given.values()):
        raise _unusable(address, f"only tenant and database may follow, not {', '.join(strange) or parts.query!r}")
    default = Server("")
    return given.get("tenant", [default.tenant])[0], given.get("database", [default.database])[0]


def _unusable(address: str, why: str) -> UsageError:
    return UsageError(f"TENKYO_CHROMA={address!r}: {why}; write {_FORMS}")
