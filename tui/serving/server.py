"""The server: a reader of its own for each browser window, for whoever has the key.

Every answer must be asked for by the address that is served (so that no other site's name can be
made to lead here), and with the key that is told once, at the start: other programs and people on
this machine can reach its loopback too. The page takes nothing from anywhere else.
"""

from __future__ import annotations

import hmac
import secrets
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from aiohttp import web
from textual_serve.server import Server

from tui.serving.window import Window

__all__ = ["ReaderServer"]

_PAGE: Final = Path(__file__).parent / "page"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self' {socket}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_WEB: Final = 80
_HEARTBEAT: Final = 15
"""Seconds between two signs of life."""
_LEAVING: Final = 5
"""Seconds that readers have to leave when the serving ends."""
_MOST_CELLS: Final = 2_000
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ReaderServer(Server):
    """Serves what `command` shows, at one address."""

    def __init__(self, command: str, host: str, port: int) -> None:
        """`command` is run by a shell, so its words must be quoted. `port` must be free."""
        shown = f"[{host}]" if ":" in host else host
        # As browsers say it: the port of the web itself is not named.
        authority = shown if port == _WEB else f"{shown}:{port}"
        super().__init__(
            command,
            host=host,
            port=port,
            title="quoth",
            public_url=f"http://{authority}",
            templates_path=_PAGE,
        )
        self.key = secrets.token_urlsafe(16)
        """Who has it may read."""
        # A browser has one set of cookies for all ports of an address.
        self.cookie = f"quoth-{port}"
        """What a browser keeps the key in."""
        self._sockets: set[web.WebSocketResponse] = set()

    @property
    def address(self) -> str:
        """What to open in a browser the first time."""
        return f"{self.public_url}/?key={self.key}"

    def serve(self, debug: bool = False) -> None:  # noqa: ARG002
        """Serve until ctrl+c."""
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            print=self._tell,
            access_log=None,
            shutdown_timeout=_LEAVING,
        )

    def _tell(self, _: object) -> None:
        """Called once somebody can come."""
        print(
            f"quoth: reading at {self.address}\nquoth: ctrl+c ends it", file=sys.stderr, flush=True
        )

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is told before anybody can come."""

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Let the readers of all windows leave; the server waits for them."""
        for socket in tuple(self._sockets):
            await socket.close()

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Have a reader in a window of the browser until either is closed."""
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT)
        await socket.prepare(request)

        async def close() -> None:
            await socket.close()

        window = Window(
            self.command,
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        self._sockets.add(socket)
        try:
            await window.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(socket, window)
        finally:
            self._sockets.discard(socket)
            await window.stop()
        return socket

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()

        @web.middleware
        async def guarded(request: web.Request, handler: _Handler) -> web.StreamResponse:
            return await self._guarded(request, handler)

        app.middlewares.append(guarded)
        return app

    async def _guarded(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        authority = self.public_url.partition("//")[2]
        if request.host != authority:
            raise web.HTTPForbidden(text=f"Nothing is served by this name: open {self.public_url}")
        origin = request.headers.get("Origin")
        if origin is not None and origin != self.public_url:
            raise web.HTTPForbidden(text="Another page cannot read here.")
        given = request.query.get("key")
        if given is not None and self._fits(given):
            found = web.HTTPFound("/")
            found.set_cookie(self.cookie, self.key, httponly=True, samesite="Strict")
            raise found
        if not self._fits(request.cookies.get(self.cookie, "")):
            raise web.HTTPForbidden(
                text="Open the address with the key that quoth printed when it began to serve."
            )
        response = await handler(request)
        if not response.prepared:
            socket = self.public_url.replace("http", "ws", 1)
            response.headers["Content-Security-Policy"] = _POLICY.format(socket=socket)
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Cache-Control"] = "no-store"
        return response

    def _fits(self, key: str) -> bool:
        # What is not text at all comes as surrogates.
        return hmac.compare_digest(key.encode(errors="replace"), self.key.encode())


def _cells(request: web.Request, name: str, usual: int) -> int:
    """A width or a height that the page asks for."""
    asked = request.query.get(name, "")
    fits = asked.isascii() and asked.isdigit() and len(asked) < 5
    return min(max(1, int(asked)), _MOST_CELLS) if fits else usual
