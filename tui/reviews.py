"""Where the reader's decisions are kept: a file a document, in the platform's data folder.

<digest>.json   the decisions on a document, under the digest it had when the first was made
at/<digest>     which of these files is meant by another path or another digest of the document
lock            held while one is changed

Never beside a document. A file that is edited is found by its path; by its digest it is found
wherever it was moved to.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from texts.document import Document
    from texts.review.sidecar import Review

__all__ = ["NotKept", "Reviews", "folder"]

_NOT_KEPT: Final = "Your decision is not kept"
_NAME: Final = re.compile(r"[0-9a-f]{64}")


class NotKept(Exception):
    """Decisions could not be kept. Its text is one clear sentence."""


class _Kept(Exception):
    """There are decisions that this quoth cannot read: they are left alone."""


def folder() -> Path:
    """Where they are kept on this platform; it may not exist yet."""
    import platformdirs

    return platformdirs.user_data_path("quoth", appauthor=False) / "reviews"


class Reviews:
    """The decisions in a folder."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def of(self, document: Document, path: Path | None) -> tuple[Review | None, str | None]:
        """The decisions on a document, and a sentence if some could not be used.

        `None` where there are none. What is damaged is set aside, not lost; what cannot be read, or
        is of a newer quoth, stays as it is. Where there is nothing it costs a few looks at the disk,
        and loads no code.
        """
        name = self._name(document.digest, path)
        if name is None:
            return None, None
        try:
            return self._read(name)
        except _Kept as problem:
            return None, f"Your decisions on this text are not shown: {problem}"

    def change(
        self, document: Document, path: Path | None, change: Callable[[Review], Review]
    ) -> Review:
        """Change the decisions on a document as they are on the disk now, and give them.

        They are there whole or as they were: what cannot be read is never written over. Raises
        `NotKept`.
        """
        from index.errors import BadIndex
        from index.kept.folder import write_whole
        from index.kept.lock import Busy, held
        from texts.review.sidecar import Review, bytes_of

        try:
            self.place.mkdir(mode=0o700, parents=True, exist_ok=True)
            with held(self.place / "lock"):
                name = self._name(document.digest, path) or document.digest
                review, _ = self._read(name)
                absolute = None if path is None else str(path.absolute())
                review = change(review or Review()).known_by(document.digest, absolute)
                write_whole(self._file(name), bytes_of(review))
                self._point(name, document.digest, path)
        except _Kept as problem:
            raise NotKept(f"{_NOT_KEPT}: {problem}") from problem
        except Busy as problem:
            raise NotKept(f"{_NOT_KEPT}: another quoth is at it; try again.") from problem
        except BadIndex as problem:
            raise NotKept(f"{_NOT_KEPT}: {self.place} cannot be used.") from problem
        except ValueError as problem:
            raise NotKept(f"{_NOT_KEPT}: {problem}.") from problem
        except OSError as problem:
            raise NotKept(f"{_NOT_KEPT}: {problem.strerror}.") from problem
        return review

    def _file(self, name: str) -> Path:
        return self.place / f"{name}.json"

    def _name(self, digest: str, path: Path | None) -> str | None:
        """The name of the file for a document; `None` where there is none."""
        if not os.path.isdir(self.place):
            return None
        if os.path.isfile(self._file(digest)):
            return digest
        for key in (digest, *([_key(path)] if path is not None else [])):
            with suppress(OSError, ValueError):
                name = (self.place / "at" / key).read_bytes()[:64].decode("ascii")
                if _NAME.fullmatch(name) and os.path.isfile(self._file(name)):
                    return name
        return None

    def _point(self, name: str, digest: str, path: Path | None) -> None:
        """Let the file be found by a digest and a path that are not its name."""
        from index.kept.folder import write_whole

        pointers = self.place / "at"
        pointers.mkdir(mode=0o700, exist_ok=True)
        for key in ({digest} - {name}) | ({_key(path)} if path is not None else set()):
            write_whole(pointers / key, name.encode())

    def _read(self, name: str) -> tuple[Review | None, str | None]:
        """A review, and a sentence where it was damaged. Raises `_Kept`."""
        from texts.errors import Damaged
        from texts.review.sidecar import MOST_BYTES, Newer, review_of

        file = self._file(name)
        try:
            with file.open("rb") as opened:
                return review_of(opened.read(MOST_BYTES + 1)), None
        except FileNotFoundError:
            return None, None
        except OSError as problem:
            raise _Kept(f"{file} cannot be read ({problem.strerror}).") from problem
        except Newer as problem:
            raise _Kept(f"{file} was written by a newer quoth.") from problem
        except Damaged:
            return None, _set_aside(file)


def _set_aside(file: Path) -> str:
    said = "Your decisions on this text are damaged"
    aside = file.with_suffix(".broken.json")
    number = 1
    while aside.exists():
        number += 1
        aside = file.with_suffix(f".broken-{number}.json")
    try:
        file.rename(aside)
    except OSError:
        return f"{said}: {file}"
    return f"{said}; they were set aside as {aside}"


def _key(path: Path) -> str:
    return sha256(os.fsencode(path.absolute())).hexdigest()
