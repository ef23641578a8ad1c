"""Filters: what a search found, counted by who speaks, how, where and when, and how to ask for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from texts.words import words

if TYPE_CHECKING:
    from index.hits import Counts

__all__ = ["About", "Filter", "filters_of"]

_MOST = 40
"""Of each sort, the most frequent."""


@dataclass(frozen=True, slots=True)
class About:
    """What a filter may ask of a document."""

    title: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow what was found."""

    sort: str
    """The heading it stands under."""
    label: str
    count: int
    """How many of the paragraphs found it leaves."""
    query: str
    """What to add to the query."""


def filters_of(counted: Iterable[tuple[Counts, dict[str, About]]]) -> list[Filter]:
    """The filters for counts, each with what is known of its documents; the most frequent first."""
    voices: Counter[str] = Counter()
    modes: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    years: Counter[str] = Counter()
    for counts, abouts in counted:
        voices.update(counts.voices)
        modes.update(counts.modes)
        for name, count in counts.documents.items():
            about = abouts.get(name)
            if about is not None:
                documents[about.title] += count
                if about.date and about.date[:4].isdigit():
                    years[about.date[:4]] += count
    return [
        *_named("Voices", "voice", voices),
        *(Filter("How they are given", mode, n, f"mode:{mode}") for mode, n in modes.most_common()),
        *_named("Documents", "doc", documents),
        *(Filter("Years", year, n, f"date:{year}") for year, n in sorted(years.items())),
    ]


def _named(sort: str, field: str, counts: Counter[str]) -> Iterator[Filter]:
    for name, count in counts.most_common(_MOST):
        asked = " ".join(word.folded for word in words(name))
        if asked:
            yield Filter(sort, name, count, f'{field}:"{asked}"')
