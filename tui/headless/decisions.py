"""`quoth decisions`: what the reader has decided on documents, written out and taken in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from texts.attribution import attribute
from texts.document import Document
from texts.errors import Damaged
from texts.loading import STANDARD_INPUT
from texts.loading.controls import harmless_path
from texts.reading import Reading
from texts.review.applying import apply
from texts.review.decision import LONGEST_NAME
from texts.review.lines import HEADER, Line, lines_of, merged, objects, rows
from texts.review.placing import placed
from texts.review.sidecar import MOST_BYTES, Review, line_in
from tui import reviews
from tui.errors import UserError
from tui.headless.folders import tell
from tui.headless.opening import Opening
from tui.reviews import NotKept, Reviews

__all__ = ["decided", "print_decisions", "take_decisions"]


def decided(reading: Reading) -> Reading:
    """A reading as the reader has decided it; standard error tells what finds its words no more."""
    reviewed = apply(reading, _review(reading.document).decisions)
    if reviewed.astray:
        many = len(reviewed.astray)
        one = "1 decision finds its" if many == 1 else f"{many:,} decisions find their"
        tell(f"{reading.document.name}: {one} words no more; quoth decisions lists them")
    return reviewed.reading


def print_decisions(paths: Sequence[str], form: str, who: str | None = None) -> int:
    """Print all decisions on documents; 0 there are some, 1 none, 2 a file failed.

    `who` is printed as who made those that nobody is named for.
    """
    name = line_in(who, LONGEST_NAME) if who else None
    opening = Opening(paths)
    found = False
    if form == "csv":
        sys.stdout.write(HEADER)
    for document in opening:
        decisions = [replace(one, who=one.who or name) for one in _review(document).decisions]
        if decisions:
            found = True
            reading = attribute(document)
            for line in (objects if form == "jsonl" else rows)(reading, decisions):
                sys.stdout.write(line)
    return 2 if opening.failed else 0 if found else 1


def take_decisions(paths: Sequence[str], given: str) -> int:
    """Take in the decisions on one document that a file has; 0 some were taken, 1 none.

    Those on other texts stay where they are: neither the digest of theirs is that of this one, nor
    do they find their words in it. Raises a `UserError`; then nothing has been taken.
    """
    lines = _lines(given)
    opening = Opening(paths)
    documents = list(opening)
    if opening.failed:
        return 2
    if len(documents) != 1:
        raise UserError("--take takes in decisions on one document; name just that.")
    document = documents[0]
    before = _review(document)
    known = {document.digest, *before.digests}
    found, _ = placed(attribute(document), (line.decision for line in lines))
    here = set(found.values())
    own = [line.decision for line in lines if line.digest in known or line.decision in here]
    after = _change(document, lambda review: merged(review, own))
    taken = len(set(after.decisions) - set(before.decisions))
    tell(_told(taken, len(own) - taken, len(lines) - len(own)))
    return 0 if taken else 1


def _told(taken: int, known: int, elsewhere: int) -> str:
    words = [f"{taken:,} decision{'s' * (taken != 1)} taken in"]
    words += [f"{known:,} you have already, or a later one"] if known else []
    words += [f"{elsewhere:,} on other texts left out"] if elsewhere else []
    return "; ".join(words)


def _lines(given: str) -> Sequence[Line]:
    name = harmless_path(given)
    try:
        with Path(given).open("rb") as file:
            data = file.read(2 * MOST_BYTES + 1)
    except OSError as problem:
        raise UserError(f"{name} cannot be read: {problem.strerror}.") from None
    if len(data) > 2 * MOST_BYTES:
        raise UserError(f"{name} is too long for decisions; nothing was taken in.")
    try:
        return list(lines_of(data))
    except Damaged as problem:
        raise UserError(
            f"{name}: {problem}; nothing was taken in. What can be taken in is what "
            "quoth decisions prints as jsonl."
        ) from None


def _review(document: Document) -> Review:
    review, problem = Reviews(reviews.folder()).of(document, _path(document))
    if problem is not None:
        tell(problem)
    return review or Review()


def _change(document: Document, change: Callable[[Review], Review]) -> Review:
    try:
        return Reviews(reviews.folder()).change(document, _path(document), change)
    except NotKept as problem:
        raise UserError(str(problem)) from None


def _path(document: Document) -> Path | None:
    return None if document.name == STANDARD_INPUT else Path(document.name)
