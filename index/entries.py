"""What an engine is told about a paragraph."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import blake2b
from itertools import chain

from index.engines.engine import Entry
from index.matching import Judged
from index.passages import Passage, Said
from index.tree import Name

__all__ = ["entry_of", "kept_entry_of"]


def entry_of(passage: Passage) -> Entry:
    """The entry of a paragraph. Linear in the paragraph.

    A paragraph that has not been read for voices yet is entered as one without quotations. Most
    paragraphs turn out to be that, so when the fuller reading arrives, few fingerprints change.
    """
    entry = kept_entry_of(passage, passage.number)
    inside = [one.run.line for one in passage.said]
    return replace(entry, fingerprint=_fingerprint(passage.line, inside, entry.facts))


def kept_entry_of(paragraph: Judged, number: int) -> Entry:
    """The entry of a paragraph of a document that is entered whole, so without a fingerprint."""
    said = paragraph.said
    return Entry(
        number,
        0,
        paragraph.line.split(),
        tuple(chain.from_iterable(one.run.line.split() for one in said)),
        _facts(said) if said else {},
    )


def _facts(said: tuple[Said, ...]) -> dict[Name, frozenset[str]]:
    facts = {
        name: frozenset(
            word for one in said for fact in one.facts.get(name, ()) for word in fact.split()
        )
        for name in Name
    }
    return {name: words for name, words in facts.items() if words}


def _fingerprint(line: str, inside: list[str], facts: Mapping[Name, Collection[str]]) -> int:
    whole = "\n".join(
        [line, *inside, *(f"{name} {' '.join(sorted(facts[name]))}" for name in sorted(facts))]
    )
    return int.from_bytes(blake2b(whole.encode(), digest_size=8).digest(), "big")
