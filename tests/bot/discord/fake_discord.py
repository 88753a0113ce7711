"""A Discord small enough to read: its REST interface and gateway on a loopback port, for a real discord.py client.

It speaks the parts of version 10 that a bot with messages and one command uses, sends what Discord would send
(messages without their text where the message content intent would be needed), and keeps all it was sent.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

TOKEN = "fake.token.value"
BOT, PERSON, OTHER, OTHER_BOT = 1000, 2000, 2001, 3000
GUILD, CHANNEL, DM, BOT_ROLE = 4000, 5000, 5001, 6000
_NOW = "2026-01-01T00:00:00.000000+00:00"
_MESSAGE_CONTENT = 1 << 15  # the privileged intent

Payload = dict[str, Any]


@dataclass
class Request:
    """One REST call: method, path without /api/v10, JSON body, and when it came (seconds)."""

    method: str
    path: str
    body: Payload
    at: float = field(default_factory=time.perf_counter)


def user(number: int) -> Payload:
    """Return a user object; the bots are bots."""
    bot = number in (BOT, OTHER_BOT)
    return {"id": str(number), "username": f"u{number}", "discriminator": "0", "avatar": None, "bot": bot}


def member() -> Payload:
    """Return a guild member object without its user."""
    return {"roles": [], "joined_at": _NOW, "deaf": False, "mute": False, "flags": 0}


def role(number: int, **more: object) -> Payload:
    """Return a role object."""
    plain = {"id": str(number), "name": f"r{number}", "color": 0, "hoist": False, "position": 1, "permissions": "0"}
    return {**plain, "managed": False, "mentionable": False, "flags": 0, **more}


class FakeDiscord:
    """Serves one bot; ``fail`` maps (method, end of path) to a status with which such calls are refused."""

    def __init__(self, heartbeat_interval: float = 40.0) -> None:
        self.requests: list[Request] = []
        self.heartbeats: list[float] = []
        self.commands: list[Payload] = []
        self.intents = 0
        self.fail: dict[tuple[str, str], int] = {}
        self.refuse_gateway = 0  # a close code
        self.base = ""
        self.gateway = ""
        self._interval = heartbeat_interval
        self._ids = itertools.count(10_000)
        self._sequence = itertools.count(1)
        self._socket: web.WebSocketResponse | None = None
        self._identified = asyncio.Event()
        self._arrived = asyncio.Condition()
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free loopback port."""
        app = web.Application()
        app.router.add_get("/gateway", self._serve_gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._serve_rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.base, self.gateway = f"http://127.0.0.1:{port}/api/v10", f"ws://127.0.0.1:{port}/gateway"

    async def stop(self) -> None:
        """Close every connection."""
        if self._runner:
            await self._runner.cleanup()

    async def connected(self) -> None:
        """Wait until the client has identified itself."""
        await asyncio.wait_for(self._identified.wait(), 5)

    async def hang_up(self, code: int) -> None:
        """End the connection with a close code."""
        assert self._socket is not None
        await self._socket.close(code=code)

    def sent(self, method: str, end: str) -> list[Request]:
        """Return the calls made so far with ``method`` to a path that ends in ``end``."""
        return [call for call in self.requests if call.method == method and call.path.endswith(end)]

    async def wait_for(self, method: str, end: str, count: int = 1, seconds: float = 5.0) -> list[Request]:
        """Wait until ``count`` such calls were made and return them."""
        async with asyncio.timeout(seconds), self._arrived:
            await self._arrived.wait_for(lambda: len(self.sent(method, end)) >= count)
        return self.sent(method, end)

    async def write(  # what a person does in Discord
        self,
        content: str,
        *,
        author: int = PERSON,
        dm: bool = False,
        mentions: tuple[int, ...] = (),
        roles: tuple[int, ...] = (),
        **more: object,
    ) -> str:
        """Deliver a message and return its id; its text is left out where Discord would leave it out."""
        number = str(next(self._ids))
        readable = dm or BOT in mentions or author == BOT or self.intents & _MESSAGE_CONTENT
        message = self._message(content if readable else "", DM if dm else CHANNEL, author, number)
        message["mentions"] = [user(who) for who in mentions]
        message["mention_roles"] = [str(which) for which in roles]
        if not dm:
            message |= {"guild_id": str(GUILD), "member": member()}
        await self._dispatch("MESSAGE_CREATE", {**message, **more})
        return number

    async def use_command(
        self, question: str, *, name: str = "ask", person: int = PERSON, locale: str = "ja", **options: str
    ) -> str:
        """Deliver a slash command with its further options, and return the interaction's token."""
        number = next(self._ids)
        token = f"interaction-{number}"
        given = [{"type": 3, "name": key, "value": value} for key, value in {"question": question, **options}.items()]
        await self._dispatch(
            "INTERACTION_CREATE",
            {
                "id": str(number),
                "application_id": str(BOT),
                "type": 2,
                "token": token,
                "version": 1,
                "guild_id": str(GUILD),
                "channel": {"id": str(CHANNEL), "type": 0},
                "channel_id": str(CHANNEL),
                "locale": locale,
                "app_permissions": "0",
                "attachment_size_limit": 1,
                "entitlements": [],
                "member": {**member(), "user": user(person), "permissions": "0"},
                "data": {"id": "1", "name": name, "type": 1, "options": given},
            },
        )
        return token

    def _message(self, content: str, channel: int, author: int, number: str) -> Payload:
        lists: Payload = {name: [] for name in ("mentions", "mention_roles", "attachments", "embeds", "components")}
        flags = {"tts": False, "mention_everyone": False, "pinned": False, "type": 0, "flags": 0}
        times = {"timestamp": _NOW, "edited_timestamp": None}
        ids = {"id": number, "channel_id": str(channel), "author": user(author)}
        return {**ids, "content": content, **times, **flags, **lists}

    async def _dispatch(self, event: str, data: Payload) -> None:
        assert self._socket is not None
        await self._socket.send_json({"op": 0, "t": event, "s": next(self._sequence), "d": data})

    async def _serve_gateway(self, request: web.Request) -> web.WebSocketResponse:
        self._socket = socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 1000 * self._interval}})
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            said = json.loads(frame.data)
            if said["op"] == 1:
                self.heartbeats.append(time.perf_counter())
                await socket.send_json({"op": 11})
            elif said["op"] == 2:
                await self._identify(socket, said["d"])
        return socket

    async def _identify(self, socket: web.WebSocketResponse, said: Payload) -> None:
        if self.refuse_gateway:
            await socket.close(code=self.refuse_gateway)
            return
        self.intents = said["intents"]
        ready = {"v": 10, "user": user(BOT), "session_id": "s", "resume_gateway_url": self.gateway}
        guilds = [{"id": str(GUILD), "unavailable": True}]
        await self._dispatch("READY", {**ready, "guilds": guilds, "application": {"id": str(BOT), "flags": 0}})
        channel = {"id": str(CHANNEL), "type": 0, "name": "general", "position": 0, "permission_overwrites": []}
        ours = role(BOT_ROLE, managed=True, tags={"bot_id": str(BOT)})
        guild = {"id": str(GUILD), "name": "g", "owner_id": str(PERSON), "preferred_locale": "ja", "member_count": 2}
        roles = [role(GUILD), ours, role(BOT_ROLE + 1)]
        await self._dispatch("GUILD_CREATE", {**guild, "channels": [channel], "roles": roles, "members": []})
        self._identified.set()

    async def _serve_rest(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["path"]
        body = await request.json() if request.can_read_body else {}
        async with self._arrived:
            self.requests.append(Request(request.method, path, body if isinstance(body, dict) else {"list": body}))
            self._arrived.notify_all()
        status, answer = self._answer(request.method, path.strip("/").split("/"), body)
        for (method, end), refused in self.fail.items():
            if request.method == method and path.endswith(end):
                status, answer = refused, {"message": "refused", "code": 50013}
        open_to_all = path.startswith(("/interactions/", "/webhooks/"))
        if not open_to_all and request.headers["Authorization"] != f"Bot {TOKEN}":
            status, answer = 401, {"message": "401: Unauthorized", "code": 0}
        # discord.py compares the content type as a whole: no charset after it.
        return web.Response(status=status, body=json.dumps(answer).encode(), content_type="application/json")

    def _answer(self, method: str, path: list[str], body: Any) -> tuple[int, object]:  # noqa: ANN401  JSON
        answer: tuple[int, object] = (404, {"message": f"404: {method} {'/'.join(path)}", "code": 0})
        match method, path:
            case "GET", ["users", "@me"]:
                answer = (200, user(BOT))
            case "GET", ["oauth2", "applications", "@me"]:
                about = {"id": str(BOT), "name": "tenkyo", "description": "", "icon": None, "owner": user(PERSON)}
                rights = {"bot_public": False, "bot_require_code_grant": False, "verify_key": "", "flags": 0}
                answer = (200, {**about, **rights})
            case "PUT", ["applications", _, "commands"]:
                made = [{**command, "id": str(n), "application_id": str(BOT)} for n, command in enumerate(body, 1)]
                self.commands = made
                answer = (200, made)
            case "POST", ["interactions", number, _, "callback"]:
                answer = (200, {"interaction": {"id": number, "type": 2}})
            case ("POST", ["webhooks", *_]) | ("POST", ["channels", _, "messages"]):
                if 0 < len(body["content"]) <= 2000:
                    answer = (200, self._message(body["content"], CHANNEL, BOT, str(next(self._ids))))
                else:
                    answer = (400, {"message": "Invalid Form Body", "code": 50035})
            case "POST", ["channels", _, "typing"]:
                answer = (204, None)
        return answer
