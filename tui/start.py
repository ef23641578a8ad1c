"""Starting the reader: on which terminal, how it is to look, and what is kept when it ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from texts.loading import STANDARD_INPUT
from texts.samples import sample_path
from tui import reviews
from tui import state as kept
from tui.choosing import texts_to_read
from tui.config import load as load_config
from tui.errors import UserError
from tui.library_place import library_folder

if TYPE_CHECKING:
    from tui.app import QuothApp

__all__ = ["read"]

_SWITCH = 0.0005


def read(
    paths: Sequence[str],
    on_ready: Callable[[QuothApp], None] | None = None,
    *,
    find: str | None = None,
    library: str | None = None,
    plain: bool | None = None,
    heard: bool = False,
) -> int:
    """Open the reader on `paths`, or on the last place read, at first the sample.

    What cannot be opened is told before the screen changes: raises a `TextsError` or `UserError`.
    `on_ready` is called with the app once its first screen is there. `find` is a query: the reader
    goes to its first place, or raises `index.errors.QueryError`. `library` names the folder of the
    library that is kept. `plain` draws all signs in ASCII, whatever is configured.
    Where standard output is no terminal, the texts, or what is found in them, are printed, as other
    readers do; where they are to be `heard`, or the terminal can only print, with whose words they
    are. Gives the exit status.
    """
    if find is not None:
        from index.query import parse

        parse(find)
    if heard or (sys.stdout.isatty() and _only_prints()):
        from tui.headless.plain import print_found, print_plain

        if not heard:
            print("quoth: this terminal only prints, so this is quoth --plain.", file=sys.stderr)
        given = paths or [str(sample_path())]
        return print_plain(given) if find is None else print_found(find, given)
    if not (sys.stdout.isatty() or _is_served()):
        from tui.following import path_in

        files = [path_in(given) for given in paths] or [str(sample_path())]
        if find is not None:
            from tui.headless.search import print_hits

            return print_hits(find, files, "plain")
        from tui.headless.text import print_texts

        return print_texts(files)
    # Nothing becomes garbage before the first screen is there, and looking for it takes a seventh
    # of the time until then.
    gc.disable()
    config = load_config(plain=plain)
    state, notice = kept.load()
    chosen = texts_to_read(paths, library, state)
    if STANDARD_INPUT in paths:
        _take_back_the_keyboard()
    from tui.app import QuothApp
    from tui.session import Session

    # Voices are found and words indexed in a thread. Between two steps of the screen it may keep the
    # interpreter for this long; at the usual 5 ms a key press, which has many steps, would wait.
    sys.setswitchinterval(_SWITCH)

    def when_ready(app: QuothApp) -> None:
        gc.freeze()
        gc.enable()
        if on_ready is not None:
            on_ready(app)

    session = Session(
        chosen.texts,
        chosen.current,
        remembered=state.texts,
        queries=list(state.queries),
        saved=list(state.saved),
        folder=library_folder(library),
        reviews=reviews.Reviews(reviews.folder()),
    )
    app = QuothApp(
        session, state, config, notice=notice or chosen.notice, on_ready=when_ready, find=find
    )
    try:
        app.run()
    finally:
        if problem := kept.save(app.state_at_end(kept.load()[0])):
            print(f"quoth: {problem}", file=sys.stderr)
    return app.return_code or 0


def _only_prints() -> bool:
    """Whether the terminal cannot place words on a screen."""
    return os.environ.get("TERM", "") in ("", "dumb") and not _is_served()


def _is_served() -> bool:
    """Whether a browser is the screen: what serves Textual's apps says so in this way."""
    return "TEXTUAL_DRIVER" in os.environ


def _take_back_the_keyboard() -> None:
    """After a pipe was read from standard input, keys come from the terminal itself."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        raise UserError("there is no keyboard: quoth - needs a terminal beside the pipe.") from None
    os.dup2(terminal, 0)
    os.close(terminal)
