"""The reader in a browser: for who has the key, by the address served, with nothing from elsewhere."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar, WSMsgType
from aiohttp.web import AppRunner, TCPSite
from yarl import URL

from tests.tui.browser import CHROMIUM, open_browser
from texts.errors import NotFound
from texts.samples import sample_path
from tui.errors import UserError
from tui.headless.serve import reading_command, serve
from tui.serving.server import ReaderServer


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@pytest.fixture
async def server() -> AsyncIterator[ReaderServer]:
    """A server of the sample, running."""
    served = ReaderServer(reading_command([str(sample_path())], None), "127.0.0.1", free_port())
    runner = AppRunner(await served._make_app())
    await runner.setup()
    await TCPSite(runner, served.host, served.port).start()
    yield served
    await runner.cleanup()


@dataclass(frozen=True, slots=True)
class Serving:
    """`quoth serve` in a process of its own, with no state of the user's."""

    process: Process
    address: URL
    """What it told to open."""


@pytest.fixture
async def serving(tmp_path: Path) -> AsyncIterator[Serving]:
    kept = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("STATE", "DATA", "CONFIG")}
    # The tests run without being installed; what is served begins anew.
    source = {"PYTHONPATH": str(Path(__file__).parents[2])}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tui.cli", "serve", "--port", str(free_port()), str(sample_path())),
        env=os.environ | kept | source,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    told = (await process.stderr.readline()).decode()
    yield Serving(process, URL(told.rpartition(" ")[2].strip()))
    if process.returncode is None:
        process.send_signal(signal.SIGINT)
    _, also_told = await process.communicate()
    assert process.returncode == 0
    assert also_told == b"quoth: ctrl+c ends it\n"


@pytest.fixture
def address(serving: Serving) -> URL:
    return serving.address


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 403),
        ("/ws", {}, 403),
        ("/static/js/textual.js", {}, 403),
        ("/?key=wrong", {}, 403),
        ("/?key={key}", {"Host": "elsewhere.example"}, 403),
        ("/?key={key}", {"Origin": "http://elsewhere.example"}, 403),
        ("/", {"Cookie": "{cookie}=wrong"}, 403),
        ("/", {"Cookie": "quoth-1={key}"}, 403),
        ("/", {"Cookie": "{cookie}={key}"}, 200),
        ("/static/js/textual.js", {"Cookie": "{cookie}={key}"}, 200),
        ("/", {"Cookie": "{cookie}={key}", "Host": "localhost"}, 403),
        ("/ws", {"Cookie": "{cookie}={key}", "Origin": "http://elsewhere.example"}, 403),
        ("/?key={key}", {}, 302),
    ],
)
async def test_who_is_let_in(
    server: ReaderServer, path: str, headers: Mapping[str, str], status: int
) -> None:
    sent = {
        name: value.format(key=server.key, cookie=server.cookie) for name, value in headers.items()
    }
    address = server.public_url + path.format(key=server.key)
    async with ClientSession() as client:
        answer = await client.get(address, headers=sent, allow_redirects=False)
        assert answer.status == status
        assert server.key not in await answer.text()


async def test_a_key_that_is_no_text_is_a_wrong_one(server: ReaderServer) -> None:
    coming, going = await asyncio.open_connection(server.host, server.port)
    host = f"Host: {server.host}:{server.port}".encode()
    cookie = f"Cookie: {server.cookie}=".encode() + b"\xff\xfe"
    going.write(b"\r\n".join([b"GET / HTTP/1.1", host, cookie, b"", b""]))
    assert b" 403 " in await coming.readline()
    going.close()


async def test_the_reader_answers_keys(address: URL) -> None:
    async with (
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as client,
        client.get(address) as page,
        client.ws_connect(page.url.join(URL("ws?width=100&height=30"))) as screen,
    ):
        seen = ""
        for words in ("quotation 1 of 8", "quotation 2 of 8"):
            await screen.send_json(["stdin", "]"])
            while words not in seen:
                seen += (await screen.receive_bytes()).decode("utf-8", "replace")


async def test_the_end_of_serving_lets_an_open_window_leave(
    serving: Serving, tmp_path: Path
) -> None:
    async with (
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as client,
        client.get(serving.address) as page,
        client.ws_connect(page.url.join(URL("ws?width=x&height=99999"))) as screen,
    ):
        seen = ""
        while "On March 29" not in seen:
            seen += (await screen.receive_bytes()).decode("utf-8", "replace")
        serving.process.send_signal(signal.SIGINT)
        while (await screen.receive()).type is not WSMsgType.CLOSED:
            pass
        await serving.process.wait()
    assert (tmp_path / "STATE" / "quoth" / "state.json").is_file()


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
async def test_a_browser_shows_the_reader_and_asks_nobody_else(
    address: URL, tmp_path: Path
) -> None:
    async with open_browser(tmp_path / "browser") as browser:
        await browser.open(str(address))
        await browser.until_received("On March 29")
        await browser.evaluate("document.querySelector('textarea').focus()")
        await browser.press("]")
        await browser.until_received("quotation 1 of 8")
        assert "-first-byte" in str(await browser.evaluate("document.body.className"))
        assert await browser.evaluate("location.href") == f"{address.origin()}/"
        assert browser.asked
        for asked in browser.asked:
            assert asked.startswith((f"{address.origin()}/", "data:"))


@pytest.mark.parametrize(
    ("host", "port", "told"),
    [
        ("0.0.0.0", 8000, "name the one address"),  # noqa: S104
        ("::", 8000, "name the one address"),
        ("localhost", 8000, "an address in numbers"),
        ("127.0.0.1", 0, "from 1 to 65535"),
        ("127.0.0.1", 70_000, "from 1 to 65535"),
        ("192.0.2.1", 8000, "192.0.2.1:8000: "),
    ],
)
def test_where_nothing_can_be_served(host: str, port: int, told: str) -> None:
    with pytest.raises(UserError, match=told):
        serve([], host, port)


@pytest.mark.parametrize(
    ("host", "port", "opened"),
    [
        ("127.0.0.1", 8000, "http://127.0.0.1:8000"),
        ("127.0.0.1", 80, "http://127.0.0.1"),
        ("::1", 8000, "http://[::1]:8000"),
        ("0:0:0:0:0:0:0:1", 8000, "http://[::1]:8000"),
    ],
)
def test_the_address_is_the_one_that_browsers_ask_for(
    monkeypatch: pytest.MonkeyPatch, host: str, port: int, opened: str
) -> None:
    served: list[str] = []
    monkeypatch.setattr(ReaderServer, "serve", lambda self: served.append(self.public_url))
    monkeypatch.setattr(socket.socket, "bind", lambda *_: None)
    serve([], host, port)
    assert served == [opened]


def test_a_port_that_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UserError, match="choose another by --port"):
            serve([], port=taken.getsockname()[1])


def test_a_path_that_leads_nowhere_is_told_before_anything_is_served() -> None:
    with pytest.raises(NotFound):
        serve(["/no/such/file.txt"], port=free_port())


def test_without_the_package_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.headless.serve.find_spec", lambda _: None)
    with pytest.raises(UserError, match=r"pip install 'quoth\[serve\]'"):
        serve([])


def test_no_path_becomes_a_command() -> None:
    command = reading_command(["; touch owned", "$(id)"], "a b")
    assert command.endswith("--library 'a b' -- '; touch owned' '$(id)'")
