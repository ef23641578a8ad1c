"""Searching against an oracle that reads every paragraph: the same hits, whatever is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from index.library import Library
from index.tree import (
    EVERYTHING,
    About,
    And,
    Dated,
    Field,
    Name,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Scope,
    Subject,
    Term,
    Within,
)
from tests.index import oracle
from tests.index.readings import Piece, plain, reading, said
from texts.document import Origin
from texts.reading import Certainty, Mode, Reading, Stance, VoiceKind
from texts.words import words

# Few words, so that they meet; some share beginnings, one is longer than an engine keeps.
VOCABULARY = ["a", "an", "the", "then", "free", "freed", "Café", "don’t", "人", "x" * 70, "x" * 71]
STARTS = ["a", "t", "th", "the", "fre", "free", "freed", "x" * 65, "人"]
FOLDED = sorted({word.folded for one in VOCABULARY for word in words(one)})

phrases_of_words = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=5).map(" ".join)


def quoted(pieces: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    return st.builds(
        said,
        pieces,
        st.sampled_from([" ", " then "]),
        voice=st.sampled_from(["Anna Free", "Bo Café/the man", None]),
        mode=st.sampled_from([Mode.DIRECT, Mode.INDIRECT]),
        certainty=st.sampled_from([Certainty.EXPLICIT, Certainty.UNRESOLVED]),
        kind=st.sampled_from([VoiceKind.PERSON, None]),
        key=st.one_of(st.none(), st.integers(1, 3)),
        via=st.sampled_from([None, None, "Bo Café/the man"]),
        stance=st.sampled_from([None, Stance.DOUBT, Stance.DENIAL]),
    )


words_alone: st.SearchStrategy[Piece] = phrases_of_words.map(lambda text: f"{text} ")
pieces = st.one_of(words_alone, words_alone, quoted(st.one_of(words_alone, quoted(words_alone))))
paragraphs = st.lists(st.lists(pieces, min_size=1, max_size=4), min_size=1, max_size=5)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    made = reading("doc", *draw(paragraphs))
    origin = Origin(
        title=draw(st.sampled_from([None, "Freed at last"])),
        outlet=draw(st.sampled_from([None, "The Gull"])),
        date=draw(st.sampled_from([None, "2021-05-03", "2022-05-01"])),
    )
    made = replace(made, document=replace(made.document, origin=origin))
    covers = draw(st.integers(0, len(made.document.paragraphs)))
    if draw(st.booleans()):
        return made
    known = tuple(one for one in made.quotations if one.paragraph <= covers)
    return replace(made, quotations=known, covers=covers)


leaves: st.SearchStrategy[Query] = st.one_of(
    st.sampled_from(
        [
            About(Subject.DOC, ("doc", "1")),
            About(Subject.DOC, ("free",), open=True),
            About(Subject.OUTLET, ("gull",)),
            Dated("2021-01-01", "2021-12-31"),
            Dated(None, "2022-05-01"),
        ]
    ),
    st.sampled_from(FOLDED).map(Term),
    st.sampled_from(STARTS).map(Prefix),
    st.builds(
        Phrase, st.lists(st.sampled_from(FOLDED), min_size=2, max_size=3).map(tuple), st.booleans()
    ),
)
fields: st.SearchStrategy[Query] = st.sampled_from(
    [
        Field(Name.VOICE, ("free",)),
        Field(Name.VOICE, ("the", "m"), open=True),
        Field(Name.VOICE, ("b",), open=True),
        Field(Name.KIND, ("person",)),
        Field(Name.MODE, ("direct",)),
        Field(Name.MODE, ("indirect",)),
        Field(Name.CERTAINTY, ("unresolved",)),
        Field(Name.VIA, ("cafe",)),
        Field(Name.STANCE, ("doubt",)),
        Or((Field(Name.MODE, ("direct",)), Field(Name.VOICE, ("cafe",)))),
    ]
)


def joined(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(several.map(And), several.map(Or), parts.map(Not))


unscoped = st.recursive(st.one_of(leaves, fields), joined, max_leaves=5)
scoped: st.SearchStrategy[Query] = st.builds(
    Within, st.sampled_from(Scope), st.one_of(unscoped, st.just(EVERYTHING))
)
queries = st.one_of(unscoped, scoped, joined(st.one_of(unscoped, scoped)))


def found(library: Library, query: Query) -> set[tuple[str, int]]:
    results = library.search(query, limit=None)
    hits = [(hit.document, hit.paragraph) for hit in results.hits]
    assert results.total == len(hits) == len(set(hits))
    return set(hits)


@settings(max_examples=60, deadline=None)
@given(st.lists(readings(), min_size=1, max_size=3), st.lists(queries, min_size=1, max_size=8))
def test_the_hits_are_those_of_the_oracle(drawn: Sequence[Reading], asked: Sequence[Query]) -> None:
    """Also after documents were replaced, wholly and by a fuller reading, and taken out."""
    library = Library()
    present: dict[str, Reading] = {}
    for number, one in enumerate(drawn):
        # The first two are different documents, the third takes the place of the first.
        name = f"doc {number % 2}"
        present[name] = replace(one, document=replace(one.document, name=name))
        library.add(present[name])
        for query in asked:
            assert found(library, query) == oracle.hits(query, list(present.values())), query
    library.forget("doc 0")
    del present["doc 0"]
    for query in asked:
        assert found(library, query) == oracle.hits(query, list(present.values())), query
    library.close()


@settings(max_examples=60, deadline=None)
@given(paragraphs, leaves)
def test_the_places_of_words_are_those_of_the_oracle(
    drawn: list[list[Piece]], query: Term | Prefix | Phrase
) -> None:
    one = reading("doc", *drawn)
    library = Library()
    library.add(one)
    hits = library.search(query, limit=None, ranked=False).hits
    for hit in hits:
        expected = oracle.places(query, one, hit.paragraph)
        assert [(span.start, span.end) for span in hit.spans] == expected
    assert list(hits.places()) == [span for hit in hits for span in hit.spans]
    library.close()


def test_words_too_long_for_the_index_are_told_apart() -> None:
    """They are kept by their beginning only, so excluding one must not exclude the other."""
    library = Library()
    library.add(plain("doc", "x" * 70, "x" * 71))
    assert found(library, Term("x" * 70)) == {("doc", 1)}
    assert found(library, Not(Term("x" * 70))) == {("doc", 2)}
    assert found(library, Prefix("x" * 65)) == {("doc", 1), ("doc", 2)}
    library.close()
