"""Opening the documents a command line names, one after another, and telling what is left out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from texts.document import Document
from texts.errors import TextsError
from texts.loading import STANDARD_INPUT, Loader, load_stream, paths_of
from texts.loading.decoding import guess_in_words

__all__ = ["Opening"]


class Opening:
    """The documents that paths stand for, in the order given; folders by name.

    A file that cannot be read does not keep the others from being read: it gives one sentence on
    standard error, and `failed` turns true, so that the exit status can say so.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = tuple(paths)
        self.failed = False

    def __iter__(self) -> Iterator[Document]:
        with Loader() as loader:
            for given in self._paths:
                try:
                    if given == STANDARD_INPUT:
                        yield _told(load_stream(sys.stdin.buffer))
                        continue
                    files = paths_of(given)
                except TextsError as problem:
                    self._tell(problem)
                    continue
                for path in files:
                    try:
                        document = loader.load(path)
                    except TextsError as problem:
                        self._tell(problem)
                        continue
                    yield _told(document)

    def _tell(self, problem: TextsError) -> None:
        self.failed = True
        print(f"quoth: {problem}", file=sys.stderr)


def _told(document: Document) -> Document:
    """The document; standard error tells where its encoding was a guess, and what is left out."""
    for caution in (guess_in_words(document), document.left_out):
        if caution:
            print(f"quoth: {document.name}: {caution}", file=sys.stderr)
    return document
