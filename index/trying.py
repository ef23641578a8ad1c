"""What else a query may have meant: with a part left out, or a word spelled as the texts spell it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from index.tree import EVERYTHING, And, Field, Name, Or, Phrase, Prefix, Query, Term, Within

__all__ = ["easier", "respelled"]


def easier(query: Query) -> Iterator[tuple[str, Query]]:
    """The query with each of its parts left out in turn: the part as it is written, and the rest.

    What is left always asks for something.
    """
    match query:
        case And(parts):
            for at, part in enumerate(parts):
                rest = (*parts[:at], *parts[at + 1 :])
                if rest:
                    yield str(part), rest[0] if len(rest) == 1 else And(rest)
        case Within(scope, part):
            if part != EVERYTHING:
                yield f"in:{scope}", part
            for left_out, less in easier(part):
                yield left_out, Within(scope, less)


def respelled(
    query: Query, near: Callable[[str], Iterable[str]]
) -> Iterator[tuple[str, str, Query]]:
    """The query with one of its words written otherwise: the word, what it becomes, the query.

    `near` gives the spellings of a word that are there. What is excluded stays as it is, and so do
    fields but those of voices, whose values are few and known.
    """
    match query:
        case Term(word) | Prefix(word):
            for other in near(word):
                yield word, other, Term(other)
        case Phrase(words):
            for word, other, new in _with_one_other(words, near):
                yield word, other, Phrase(new)
        case Field(Name.VOICE, words):
            for word, other, new in _with_one_other(words, near):
                yield word, other, Field(Name.VOICE, new)
        case Within(scope, part):
            for word, other, changed in respelled(part, near):
                yield word, other, Within(scope, changed)
        case And(parts) | Or(parts):
            for at, part in enumerate(parts):
                for word, other, changed in respelled(part, near):
                    yield word, other, type(query)((*parts[:at], changed, *parts[at + 1 :]))


def _with_one_other(
    words: tuple[str, ...], near: Callable[[str], Iterable[str]]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for at, word in enumerate(words):
        for other in near(word):
            yield word, other, (*words[:at], other, *words[at + 1 :])
