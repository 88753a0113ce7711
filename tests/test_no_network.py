"""Asking needs no network: building an index and answering attempts no connection and looks no name up.

Python tells an audit hook of every connection before it is made. The hook records and refuses what is not this
machine; where the system can give a process no network at all, the command runs in that, so that compiled parts,
which tell no hook, must do without as well.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BRIEF, Installed

GUARD = """
import ipaddress, json, sys
LOG = sys.argv.pop(1)

def local(host):
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False

def hook(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        allowed = not isinstance(address, tuple) or local(address[0])  # a Unix socket has a path
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        address = arguments[0]
        allowed = local(address[0] if isinstance(address, tuple) else address)
    else:
        return
    if not allowed:
        with open(LOG, "a", encoding="utf-8") as log:
            print(json.dumps([event, repr(address)]), file=log)
        raise OSError(f"no network in this test: {event} {address!r}")

sys.addaudithook(hook)
"""
COMMAND = "\nfrom bot.cli import main\nsys.exit(main(sys.argv[1:]))\n"


def without_network() -> list[str]:
    """Return the command that runs another one without any network, or nothing where there is none."""
    unshare = shutil.which("unshare")
    command = [unshare, "--map-root-user", "--net"] if unshare else []
    works = bool(command) and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
    return command if works else []


def guarded(code: str, log: Path, env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    script = log.with_suffix(".py")
    script.write_text(GUARD + code, "utf-8")
    command = [*without_network(), sys.executable, str(script), str(log), *arguments]
    return subprocess.run(
        command, cwd=log.parent, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def attempts(log: Path) -> list[list[str]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=1)",
        "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
    ],
)
def test_the_guard_sees_an_attempt_and_lets_nothing_out(code: str, tmp_path: Path, tenkyo: Installed) -> None:
    run = guarded(code, tmp_path / "log", dict(tenkyo.env))
    assert run.returncode == 1
    assert "no network in this test" in run.stderr
    assert len(attempts(tmp_path / "log")) == 1


def test_the_guard_lets_loopback_be(tmp_path: Path, tenkyo: Installed) -> None:
    code = (
        "import socket\nserver = socket.create_server(('127.0.0.1', 0))\n"
        "socket.getaddrinfo('localhost', 80)\n"
        "try:\n    socket.create_connection(server.getsockname(), 1).close()\n"
        "except OSError as error:\n    assert 'in this test' not in str(error)  # without a network not even this\n"
    )
    run = guarded(code, tmp_path / "log", dict(tenkyo.env))
    assert attempts(tmp_path / "log") == []
    assert "no network in this test" not in run.stderr


def test_building_an_index_and_answering_attempts_no_connection(tmp_path: Path, tenkyo: Installed) -> None:
    shelf, index_dir = tmp_path / "shelf", tmp_path / "index"
    shelf.mkdir()
    index_dir.mkdir()
    (shelf / "brief.md").write_text(BRIEF, "utf-8")
    known = tenkyo.index_dir / "vectors.sqlite"
    if known.exists():  # the words of every shelf need not be embedded again
        shutil.copy(known, index_dir)
    env = {**tenkyo.env, "TENKYO_INDEX_DIR": str(index_dir), "TENKYO_CORPUS": str(shelf)}
    log = tmp_path / "log"
    for arguments in (("index",), ("ask", "--json", "青森港の開港式はいつ開かれたか")):
        run = guarded(COMMAND, log, env, *arguments)
        assert run.returncode == 0, run.stderr
        assert attempts(log) == []
    assert "2023年4月5日" in json.loads(run.stdout)["answer"]
