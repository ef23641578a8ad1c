"""`quoth add --watch`: which files of some folders have changed, told as it happens.

The system tells of changes (`watchfiles`); nothing is looked at again and again. While files are
added, a thread goes on taking note of what changes, in a space that does not grow: of many changes
only the folder is remembered, which is then looked through.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from index.kept.finding import is_in
from texts.loading import folders_in, may_be_read
from tui.errors import UserError

__all__ = ["Changed", "News", "Noted", "Watch", "changes_in", "watched"]

_MOST = 64  # paths; for more, looking through the folder costs less
_TICK = 200  # milliseconds between two looks at whether to stop
_DEBOUNCE = 1_600  # milliseconds for which changes that follow each other are gathered


Watch = Callable[[Sequence[Path], Path, Callable[[], bool]], Iterator[Collection[str]]]
"""What tells of changes in folders, a collection of paths at a time, until `stopped` says so.

It is given the folders, a path inside which nothing matters, and `stopped`. The first collection
comes as soon as nothing more is missed, and may be empty.
"""


class News(Protocol):
    """Changed paths as somebody asks for them."""

    def __iter__(self) -> Iterator[list[str]]:
        """What has changed, each time something has, until there is nothing to watch any more."""

    @property
    def left(self) -> bool:
        """Whether something has changed that nobody has asked for."""


class Changed:
    """Changed paths that are still to be looked at, at most `_MOST` and the folders."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = [str(folder) for folder in folders]
        self._paths: dict[str, None] = {}
        self._whole: dict[str, None] = {}

    def __bool__(self) -> bool:
        return bool(self._paths or self._whole)

    def note(self, paths: Iterable[str]) -> None:
        """Take note of files, and of folders, which stand for all that is in them."""
        for path in paths:
            if path in self._folders:
                self._whole[path] = None
            else:
                self._paths[path] = None
            if len(self._paths) > _MOST:
                self._whole |= dict.fromkeys(self._folders)
            if len(self._whole) == len(self._folders):
                self._paths.clear()

    def take(self) -> list[str]:
        """All that has been noted, which is then forgotten."""
        taken = [*self._whole, *self._paths]
        self._whole, self._paths = {}, {}
        return taken


class Noted:
    """What a watch tells, taken note of in a thread of its own until it is asked for."""

    def __init__(
        self,
        folders: Sequence[Path],
        besides: Path,
        stopped: Callable[[], bool],
        watch: Watch | None = None,
    ) -> None:
        """Returns once nothing that happens is missed any more."""
        self._stopped = stopped
        self._changed = Changed(folders)
        self._news = threading.Condition()
        self._over = False
        self._failure: BaseException | None = None
        begun = threading.Event()
        arguments = (watch or changes_in, folders, besides, begun)
        self._thread = threading.Thread(target=self._note, args=arguments, daemon=True)
        self._thread.start()
        begun.wait()

    def _note(
        self, watch: Watch, folders: Sequence[Path], besides: Path, begun: threading.Event
    ) -> None:
        try:
            for paths in watch(folders, besides, self._stopped):
                begun.set()
                with self._news:
                    self._changed.note(paths)
                    self._news.notify()
        except Exception as failure:  # told by who asks, in the main thread
            self._failure = failure
        finally:
            begun.set()
            with self._news:
                self._over = True
                self._news.notify()

    def __iter__(self) -> Iterator[list[str]]:
        """What has changed, each time something has, until the watch has ended.

        Raises what the watch raised.
        """
        while True:
            with self._news:
                while not (self._changed or self._over or self._stopped()):
                    # A signal only interrupts a wait that ends by itself.
                    self._news.wait(_TICK / 1_000)
                if self._stopped() or not self._changed:
                    break
                paths = self._changed.take()
            yield paths
        if self._failure is not None:
            raise self._failure

    @property
    def left(self) -> bool:
        """Whether something has changed that nobody has asked for."""
        with self._news:
            return bool(self._changed)


def watched(paths: Iterable[str]) -> list[Path]:
    """Those of some paths that are folders, none of them twice or in another.

    Raises `UserError` where there are none, or no package to watch them with.
    """
    if find_spec("watchfiles") is None:
        raise UserError(
            "--watch needs the package watchfiles: install it with pip install 'quoth[watch]'."
        )
    folders = [os.path.abspath(path) for path in paths if os.path.isdir(path)]  # noqa: PTH100 - links are left as they are
    if not folders:
        raise UserError("--watch needs a folder to watch: quoth add --watch FOLDER.")
    return [
        Path(folder)
        for folder in dict.fromkeys(folders)
        if not any(is_in(folder, other) for other in folders if other != folder)
    ]


def changes_in(
    folders: Sequence[Path], besides: Path, stopped: Callable[[], bool]
) -> Iterator[Collection[str]]:
    """What the system tells of folders; a `Watch`. Raises `UserError` where it cannot be asked.

    Each folder is watched for itself, since watching all that is in a folder would follow links out
    of it. So a new one begins the watch anew, and what happened meanwhile is looked for.
    """
    missed: list[str] = []
    while not stopped():
        within = {str(place): home for home in folders for place in folders_in(home)}
        within = {place: home for place, home in within.items() if not is_in(place, str(besides))}
        if not within:
            yield missed
            return
        try:
            with closing(_told_by_the_system(within)) as told:
                for new, paths in told:
                    yield [*missed, *_that_matter(paths, within)]
                    places = (within[os.path.dirname(path)] for path in new if path != str(besides))  # noqa: PTH120
                    missed = [str(home) for home in dict.fromkeys(places)]
                    if missed or stopped():
                        break
        except FileNotFoundError:
            missed = [str(home) for home in folders]  # a folder went before it could be watched
        except OSError as problem:
            words = problem.strerror or problem
            raise UserError(f"the folders cannot be watched: {words}.") from None


def _told_by_the_system(
    within: Mapping[str, Path],
) -> Generator[tuple[list[str], list[str]], None, None]:
    """New folders in some that are watched, and all paths that have changed, again and again."""
    from watchfiles import Change, watch

    for changes in watch(
        *within,
        watch_filter=None,
        debounce=_DEBOUNCE,
        rust_timeout=_TICK,
        yield_on_timeout=True,
        recursive=False,
        ignore_permission_denied=True,
    ):
        new = [path for kind, path in changes if kind is Change.added and _is_new(path, within)]
        yield new, [path for _, path in changes]


def _is_new(path: str, within: Mapping[str, Path]) -> bool:
    """Whether a path is a folder that is to be watched, and is not yet."""
    place, name = os.path.split(path)
    return (
        path not in within
        and place in within
        and not name.startswith(".")
        and os.path.isdir(path)
        and not Path(path).is_symlink()
    )


def _that_matter(paths: Iterable[str], within: Mapping[str, Path]) -> Iterator[str]:
    """Files that can be read, or could; and for the facts beside one, all that is around it."""
    for path in paths:
        home = within.get(os.path.dirname(path))  # noqa: PTH120
        if home is None:
            continue
        if may_be_read(Path(path), home):
            yield path
        elif path.endswith(".toml"):
            yield str(home)
