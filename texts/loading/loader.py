"""Loading many files, one after another, none of which can do harm."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from texts.document import Document
from texts.errors import NotText, TextsError
from texts.loading.controls import harmless_path
from texts.loading.files import bytes_of
from texts.loading.formats import E_MAIL, FORMATS, Format, suffix_of
from texts.loading.limits import LARGEST_FILE, Limits
from texts.loading.mailbox import is_mailbox, is_message, message, messages_in
from texts.loading.origin import origin_beside
from texts.loading.plain_files import read_text

if TYPE_CHECKING:
    from texts.loading.worker import Worker

__all__ = ["Loader"]


class Loader:
    """Gives the documents of files. Use it in a ``with``, or call `close` at the end.

    Plain text is read here. All else is read in a process of its own, which is started for the first
    such file, takes one after another, is ended when a file takes more than its `Limits`, and replaced.
    A loader is for one thread; several may work side by side, each with its own process.
    """

    def __init__(
        self, limits: Limits | None = None, unwanted: Callable[[], bool] = lambda: False
    ) -> None:
        """`unwanted` is asked several times a second; once it says so, a file is given up."""
        self._limits = limits or Limits()
        self._unwanted = unwanted
        self._worker: Worker | None = None

    def load(self, path: Path) -> Document:
        """The document in a file, or in a message of a mailbox. Raises a `TextsError`."""
        if is_message(path):
            return self._read(path, message(path, LARGEST_FILE), E_MAIL)
        if is_mailbox(path):
            raise _a_mailbox(path)
        form = FORMATS.get(suffix_of(path))
        if form is None:
            return read_text(str(path), bytes_of(path), origin_beside(path))
        return self._read(path, bytes_of(path, LARGEST_FILE), form)

    def _read(self, path: Path, data: bytes, form: Format) -> Document:
        from texts.loading.answers import document_of

        if self._worker is None:
            from texts.loading.worker import Worker

            self._worker = Worker(self._limits, self._unwanted)
        shown = harmless_path(str(path))
        answer = self._worker.ask(data, shown, form)
        digest = hashlib.sha256(data).hexdigest()
        document = document_of(answer, name=shown, form=form.words, digest=digest)
        stated = {key: words for key, words in asdict(origin_beside(path)).items() if words}
        return replace(document, origin=replace(document.origin, **stated))

    def close(self) -> None:
        """End the process that reads, if one was started. The loader may be used again."""
        if self._worker is not None:
            self._worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _a_mailbox(path: Path) -> TextsError:
    messages = messages_in(path)
    shown = harmless_path(str(path))
    return NotText(f"{shown} is a mailbox of {len(messages)} messages; name one, as {shown}/1.")
