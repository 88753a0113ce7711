"""A real Chroma server on loopback, and a proxy in front of it that delays, fails, cuts off and remembers."""

from __future__ import annotations

import http.client
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from retrieval.chroma_address import Server

HOP = frozenset(("connection", "transfer-encoding", "content-length", "host", "keep-alive"))


class ChromaProcess:
    """``chroma run`` over a directory; it can be killed and started again at the same address."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> ChromaProcess:
        command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(self._directory / "data")]
        self._process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self._directory,
        )  # fmt: skip
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"{self.url}/api/v2/heartbeat", timeout=5):
                    return self
            except OSError:
                assert self._process.poll() is None, "the Chroma server does not start"
                time.sleep(0.1)
        raise AssertionError("the Chroma server does not answer")

    def kill(self) -> None:
        """Kill the server without warning."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def database(self, name: str) -> Server:
        """Return a new, empty database on the server."""
        request = urllib.request.Request(
            f"{self.url}/api/v2/tenants/default_tenant/databases",
            data=f'{{"name": "{name}"}}'.encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10):
            return Server(self.url, database=name)


class Proxy:
    """An HTTP proxy in front of a server.

    ``statuses`` are answered to the next requests instead of asking; ``cut`` so many are cut off; ``delay`` seconds
    pass before each; an answer comes in pieces ``drip`` seconds apart; where ``token`` is set others are refused.
    ``seen`` are the requests that came: method, path, headers in small letters.
    """

    def __init__(self, target: str, tls: ssl.SSLContext | None = None) -> None:
        self.statuses: list[int] = []
        self.retry_after = ""
        self.cut = 0
        self.delay = self.drip = 0.0
        self.token = ""
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        self.times: list[float] = []
        proxy, address = self, urlsplit(target)

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _pass(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                proxy._answer(self, body, address.hostname or "", address.port or 80)

            do_GET = do_POST = do_PUT = do_DELETE = _pass

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.url = f"{'https' if tls else 'http'}://{'localhost' if tls else '127.0.0.1'}:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler, body: bytes, host: str, port: int) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.seen.append((handler.command, handler.path, headers))
        self.times.append(time.monotonic())
        time.sleep(self.delay)
        if self.cut:
            self.cut -= 1
            handler.close_connection = True
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        if self.statuses:
            self._send(handler, self.statuses.pop(0), b"busy", "text/plain")
            return
        if self.token and headers.get("authorization") != f"Bearer {self.token}":
            self._send(handler, 401, b"who are you", "text/plain")
            return
        upstream = http.client.HTTPConnection(host, port, timeout=60)
        try:
            passed = {name: value for name, value in headers.items() if name not in HOP}
            upstream.request(handler.command, handler.path, body, passed)
            answer = upstream.getresponse()
            self._send(handler, answer.status, answer.read(), answer.getheader("content-type") or "")
        except OSError:
            self._send(handler, 502, b"no server", "text/plain")
        finally:
            upstream.close()

    def _send(self, handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str) -> None:
        try:
            handler.send_response(status)
            handler.send_header("content-type", kind)
            handler.send_header("content-length", str(len(body)))
            if self.retry_after:
                handler.send_header("retry-after", self.retry_after)
            handler.end_headers()
            pieces: Sequence[bytes] = [bytes([byte]) for byte in body] if self.drip else [body]
            for piece in pieces:
                handler.wfile.write(piece)
                handler.wfile.flush()
                time.sleep(self.drip)
        except OSError:  # whoever asked has given up
            handler.close_connection = True


def own_certificate(directory: Path) -> tuple[Path, ssl.SSLContext] | None:
    """Return a certificate for localhost that nobody vouches for, and the context of a server that shows it."""
    if shutil.which("openssl") is None:
        return None
    certificate, key = directory / "certificate.pem", directory / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return certificate, context
