"""Saved searches: the queries that a reader wants to keep, before those that were only used."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["merged", "queries_in_order", "turned"]


def queries_in_order(saved: Sequence[str], used: Sequence[str], typed: str = "") -> list[str]:
    """All queries, each once: what is being typed, the saved ones, then the rest, the latest first."""
    return list(dict.fromkeys(q for q in (typed.strip(), *saved, *used) if q))


def turned(saved: Sequence[str], query: str) -> list[str]:
    """The saved queries with one more, at the end; or without it, if it was one of them."""
    if query in saved:
        return [kept for kept in saved if kept != query]
    return [*saved, query]


def merged(before: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """What two readers who began with `before` have saved: what either added, less what either let go."""
    kept = (q for q in ours if q in theirs or q not in before)
    added = (q for q in theirs if q not in before and q not in ours)
    return (*kept, *added)
