"""A headless Chromium, where there is one, spoken to by its DevTools protocol."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import shutil
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientSession, ClientWebSocketResponse

__all__ = ["CHROMIUM", "Browser", "open_browser"]

CHROMIUM: Final = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
_QUIET: Final = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --no-proxy-server "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--remote-debugging-port=0 --window-size=1280,800"
).split()


class Browser:
    """One page of it, with every address it asked for and all that came by its web sockets."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._session: str | None = None
        self.asked: list[str] = []
        self.received = ""

    async def call(self, method: str, **given: object) -> dict[str, Any]:
        """What a method of the protocol gives; what happens meanwhile is noted."""
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": given}
        if self._session is not None:
            message["sessionId"] = self._session
        await self._socket.send_json(message)
        while True:
            answer = await self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    async def open(self, address: str) -> None:
        """Open a page at an address."""
        target = (await self.call("Target.createTarget", url="about:blank"))["targetId"]
        attached = await self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        await self.call("Network.enable")
        await self.call("Page.enable")
        await self.call("Page.navigate", url=address)

    async def press(self, key: str) -> None:
        """Press a key that writes a character."""
        await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def until_received(self, words: str) -> None:
        """Wait until words have come by a web socket."""
        while words not in self.received:
            await self._next()

    async def evaluate(self, expression: str) -> object:
        """What a JavaScript expression gives on the page."""
        given = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        value: object = given["result"].get("value")
        return value

    async def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads((await self._socket.receive()).data)
        given = message.get("params", {})
        if message.get("method") == "Network.requestWillBeSent":
            self.asked.append(given["request"]["url"])
        elif message.get("method") == "Network.webSocketFrameReceived":
            frame = given["response"]
            data = frame["payloadData"]
            raw = base64.b64decode(data) if frame["opcode"] == 2 else data.encode()
            self.received += raw.decode("utf-8", "replace")
        return message


@asynccontextmanager
async def open_browser(home: Path) -> AsyncIterator[Browser]:
    """A browser that knows nothing, whose files are in `home`."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, *_QUIET, f"--user-data-dir={home}", stdout=PIPE, stderr=PIPE
    )
    try:
        async with ClientSession() as client:
            address = await _address_of(process)
            async with client.ws_connect(address, max_msg_size=0) as socket:
                yield Browser(socket)
    finally:
        process.kill()
        await process.communicate()


async def _address_of(process: Process) -> str:
    assert process.stderr is not None
    async for line in process.stderr:
        if b"DevTools listening on " in line:
            return line.decode().rpartition(" ")[2].strip()
    raise AssertionError("the browser did not start")
