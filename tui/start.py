"""Starting the reader: which texts, at which place, on which terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from texts.errors import NotFound, TextsError
from texts.loading import STANDARD_INPUT, Loader, file_of, load_stream
from texts.samples import sample_path
from tui import reviews
from tui import state as kept
from tui.config import load as load_config
from tui.errors import UserError
from tui.library_place import library_folder

if TYPE_CHECKING:
    from tui.app import QuothApp
    from tui.following import Found
    from tui.session import OpenText

__all__ = ["read"]

_SWITCH = 0.0005


def read(
    paths: Sequence[str],
    on_ready: Callable[[QuothApp], None] | None = None,
    *,
    find: str | None = None,
    library: str | None = None,
    plain: bool | None = None,
) -> int:
    """Open the reader on `paths`, or on the last place read, at first the sample.

    What cannot be opened is told before the screen changes: raises a `TextsError` or `UserError`.
    `on_ready` is called with the app once its first screen is there. `find` is a query: the reader
    goes to its first place, or raises `index.errors.QueryError`. `library` names the folder of the
    library that is kept. `plain` draws all signs in ASCII, whatever is configured. Where standard output is no
    terminal, the texts, or what is found in them, are printed, as other readers do. Gives the exit
    status.
    """
    if find is not None:
        from index.query import parse

        parse(find)
    if not (sys.stdout.isatty() or _is_served()):
        from tui.following import path_in

        files = [path_in(given) for given in paths] or [str(sample_path())]
        if find is not None:
            from tui.headless.search import print_hits

            return print_hits(find, files, "plain")
        from tui.headless.text import print_texts

        return print_texts(files)
    if os.environ.get("TERM", "") in ("", "dumb") and not _is_served():
        raise UserError(
            "this terminal cannot show the reader (TERM is dumb or not set); "
            "use quoth quotes or quoth text."
        )
    # Nothing becomes garbage before the first screen is there, and looking for it takes a seventh
    # of the time until then.
    gc.disable()
    config = load_config(plain=plain)
    state, notice = kept.load()
    moved = None
    if paths:
        found = _given(paths, library)
        texts, moved = found.texts, found.notice
    else:
        texts = _last(state)
    current, problem = _first_readable(texts, among_files=len(texts) > len(paths))
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
        texts,
        current,
        remembered=state.texts,
        queries=list(state.queries),
        folder=library_folder(library),
        reviews=reviews.Reviews(reviews.folder()),
    )
    app = QuothApp(
        session, state, config, notice=notice or problem or moved, on_ready=when_ready, find=find
    )
    try:
        app.run()
    finally:
        if problem := kept.save(app.state_at_end(kept.load()[0])):
            print(f"quoth: {problem}", file=sys.stderr)
    return app.return_code or 0


def _is_served() -> bool:
    """Whether a browser is the screen: what serves Textual's apps says so in this way."""
    return "TEXTUAL_DRIVER" in os.environ


def _given(paths: Sequence[str], library: str | None) -> Found:
    """All that was asked for, in order, with the first of what is to be told of the places."""
    from tui.following import Found, followed
    from tui.session import OpenText

    texts: list[OpenText] = []
    notices: list[str] = []
    for given in paths:
        if given == STANDARD_INPUT:
            texts.append(OpenText(None, load_stream(sys.stdin.buffer)))
            _take_back_the_keyboard()
            continue
        found = followed(given, library)
        texts += found.texts
        if found.notice:
            notices.append(found.notice)
    return Found(texts, next(iter(notices), None))


def _first_readable(texts: Sequence[OpenText], *, among_files: bool) -> tuple[int, str | None]:
    """The number of the first text that can be read, and what is said of the first that cannot.

    Raises that `TextsError` where no text can be read, or where it was asked for by its name.
    """
    from tui.session import PATIENCE

    problem: TextsError | None = None
    # One for all of them: a folder may hold thousands that cannot be read.
    with Loader(PATIENCE) as loader:
        for number, text in enumerate(texts):
            try:
                text.loaded(loader.load)
            except TextsError as found:
                problem = problem or found
                if not among_files:
                    break
            else:
                return number, None if problem is None else str(problem)
    raise problem or NotFound("there is nothing to read.")


def _last(state: kept.State) -> list[OpenText]:
    """The texts of last time that are still there, else the sample."""
    from tui.session import OpenText

    texts = [OpenText(Path(path)) for path in state.last if os.path.isfile(file_of(Path(path)))]
    while texts:
        try:
            texts[0].loaded()
        except TextsError:
            del texts[0]
        else:
            return texts
    return [_sample(state)]


def _sample(state: kept.State) -> OpenText:
    """The sample, the first time at its first quotation, since that is what there is to see."""
    from tui.session import OpenText, at_once

    text = OpenText(sample_path())
    text.reading = at_once(text.loaded())
    met = text.loaded().digest in state.texts
    if not met and text.reading is not None and text.reading.quotations:
        text.offset = text.reading.quotations[0].start
    return text


def _take_back_the_keyboard() -> None:
    """After a pipe was read from standard input, keys come from the terminal itself."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        raise UserError("there is no keyboard: quoth - needs a terminal beside the pipe.") from None
    os.dup2(terminal, 0)
    os.close(terminal)
