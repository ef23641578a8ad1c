"""Whatever the words: each format gives them back, harmless, in spans that are literally there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.data.articles import Article, Part
from tests.data.writing import docx, eml, epub, html, odt, rtf
from tests.texts.loading.test_offsets import is_harmful
from texts.document import Document, Origin, ParagraphKind
from texts.errors import TextsError
from texts.loading import docx as docx_reader
from texts.loading import epub as epub_reader
from texts.loading import mail, webpage
from texts.loading import odt as odt_reader
from texts.loading import rtf as rtf_reader
from texts.loading.answers import document_of, packed
from texts.loading.extract import Extract

FORMATS = {
    "docx": (docx, docx_reader.read),
    "odt": (odt, odt_reader.read),
    "epub": (epub, epub_reader.read),
    "rtf": (rtf, rtf_reader.read),
    "html": (html, webpage.read),
    "eml": (eml, mail.read),
}
WORDS = st.lists(
    st.sampled_from(
        [
            "word", "“said”", "‘so’", "e\u0301", "محمد", "漢字", "👩‍👩‍👧", "𝒳", "a\u00adb", "[sic]", "<b>", "&amp;",
            "\\par", "{x}", "it's", "\u202e", "\u2066", "a\u00a0b", "— –", "…", "?", "x" * 90, "=41", "%s",
        ]
    ),
    min_size=1,
    max_size=12,
).map(lambda words: "Ada " + " ".join(words) + " end")  # fmt: skip


def document(extract: Extract) -> Document:
    return document_of(packed(extract, "a"), name="a", form="a", digest="")


# Where the lines of a message were broken is guessed from all of them.
@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"eml"}))
@settings(deadline=None)  # The first page of all imports what finds its article.
@given(paragraphs=st.lists(WORDS, min_size=1, max_size=4))
def test_words_come_back(name: str, paragraphs: list[str]) -> None:
    write, read = FORMATS[name]
    origin = Origin("Title", "Ann Lee", "The Post", "2024-05-01")
    made = read(write(Article(origin, tuple(map(Part, paragraphs)))), "a")
    found = document(made)
    spans = [p.span for p in found.paragraphs if p.kind is not ParagraphKind.FURNITURE]
    assert [span.of(found.decoded) for span in spans][-len(paragraphs) :] == paragraphs
    assert len(found.text) == len(found.decoded)
    assert not any(is_harmful(sign) for sign in found.text if sign != "\n")
    for span in spans:
        assert found.words_of(span) == found.words_of(span).strip()


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None)  # The first page of all imports what finds its article.
@given(data=st.binary(max_size=300), at=st.floats(0, 1), length=st.integers(0, 200))
def test_bytes_changed_anywhere_are_read_or_refused(
    name: str, data: bytes, at: float, length: int
) -> None:
    write, read = FORMATS[name]
    whole = write(Article(Origin("T", "A", "O", "2024-05-01"), (Part("He said so."),) * 3))
    start = int(at * len(whole))
    try:
        found = document(read(whole[:start] + data + whole[start + length :], "a"))
    except TextsError:
        return
    assert len(found.paragraphs) > 0
