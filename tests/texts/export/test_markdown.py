"""Markdown: readable as it stands, and dead where the document's words are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.data import hostile_text
from tests.texts.export.made import TEXT, document, ferry, written
from texts.document import Origin, Span
from texts.export.markdown import escaped
from texts.export.passages import folded
from texts.loading.controls import harmless
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading

EAGER = MarkdownIt("gfm-like")
"""Tables, strike-through, raw HTML, and a link made of anything that looks like an address."""


def test_a_page_in_full() -> None:
    origin = Origin(title="The <b>log</b>", outlet="The Post", date="2 May", note="Found_in_a tin.")
    reading = ferry(origin)
    assert written("markdown", reading, terms=True) == (
        "# The &lt;b&gt;log&lt;/b&gt;\n\n"
        "The Post · 2 May\n\n"
        "Found\\_in\\_a tin.\n\n"
        f"ferry\\.txt · UTF-8 · SHA-256 {reading.document.digest}\n\n"
        "## Voices\n\n"
        "| Voice | Kind | direct | block | mixed | indirect | all |\n"
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |\n"
        "| Ada Quill | person | 1 | 0 | 0 | 0 | 1 |\n"
        "| the log | document | 1 | 0 | 0 | 0 | 1 |\n"
        "| the master |  | 1 | 0 | 0 | 0 | 1 |\n"
        "| The “all-weather” line | organization | 0 | 0 | 1 | 1 | 2 |\n"
        "| no attribution found |  | 1 | 0 | 0 | 0 | 1 |\n\n"
        "## Quotations\n\n"
        "### 1. Ada Quill\n\n"
        "> “We waited,” \\[…\\] “and nobody came.”\n\n"
        "direct (verbatim) · The Post › Ada Quill · source: Ada Quill · cue: said (neutral) · explicit"
        " · paragraph 1, characters 0–12, 47–65\n\n"
        "### 2. the log\n\n"
        "> “Fog. ‘Turn back,’ says the master.”\n\n"
        "direct (verbatim) · The Post › Ada Quill › the log · source: the log · explicit"
        " · paragraph 2, characters 89–125\n\n"
        "### 3. the master\n\n"
        "> ‘Turn back,’\n\n"
        "direct (verbatim) · The Post › Ada Quill › the log › the master · source: the master"
        " · cue: says · explicit · paragraph 2, characters 95–107\n\n"
        "### 4. a term\n\n"
        "> “all-weather”\n\n"
        "term (quotes nobody) · paragraph 3, characters 131–144\n\n"
        "### 5. The “all-weather” line\n\n"
        "> “a \\[sic\\] \\*rare\\* event”\n\n"
        "mixed (verbatim inside the marks) · The Post › The “all-weather” line"
        " · source: The “all-weather” line · cue: called · explicit"
        " · paragraph 3, characters 162–184\n\n"
        "### 6. The “all-weather” line\n\n"
        "> it would pay\n\n"
        "indirect (reported, not verbatim) · The Post › The “all-weather” line · cue: said"
        " · carried (1 sentence away) · paragraph 3, characters 195–207\n\n"
        "### 7. no attribution found\n\n"
        "> “Who pays?”\n\n"
        "direct (verbatim) · unresolved · paragraph 4, characters 210–221\n\n"
    )


def test_a_page_without_a_title_is_named_by_its_file() -> None:
    assert written("markdown", ferry()).startswith("# ferry\\.txt\n\nferry\\.txt · UTF-8")


def test_a_page_says_how_far_the_reading_goes() -> None:
    reading = Reading(document(TEXT), (AUTHOR,), (), covers=1)
    assert "\nRead as far as paragraph 1 of 4.\n" in written("markdown", reading)
    assert "Read as far" not in written("markdown", ferry())


@pytest.mark.parametrize(
    ("words", "dead"),
    [
        ("It was 15:30, at 9.40 kr.", "It was 15:30, at 9.40 kr."),
        ("“No,” he said – twice!", "“No,” he said – twice!"),
        ("1. one", "1\\. one"),
        ("12) twelve", "12\\) twelve"),
        ("- item", "\\- item"),
        ("a\n===", "a ==="),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("https://a.example", "https\\://a\\.example"),
        ("a@b.example", "a\\@b\\.example"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_only_what_would_be_live_is_escaped(words: str, dead: str) -> None:
    assert escaped(words) == dead


def shown(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        assert token.type in ("text", "text_special", "inline"), token
        yield from shown(token.children) if token.children else [token.content]


def one_quotation(words: str) -> Reading:
    opened = document("x" + words, name="x")
    quotation = Quotation(
        1,
        (Span(1, len(opened.text)),),
        Mode.BLOCK,
        None,
        Certainty.UNRESOLVED,
        Evidence("all"),
    )
    return Reading(opened, (AUTHOR,), (quotation,), covers=1)


SIGNS = st.text(
    st.one_of(st.sampled_from("\\`*_{}[]()<>#+-.!|~$^=:&;@/ \n\tax19'\""), st.characters())
)
ADDRESSES = st.sampled_from(
    ["http://a.com", "www.a.com", "a@b.com", "a.com", "//a.com", "mailto:a@b.com", "&amp;", "&#60;"]
)


@given(st.lists(SIGNS | ADDRESSES, max_size=6).map("".join))
@example("![x](http://evil.example/x.png) <script>alert(1)</script>")
@example("| a | b |\n| --- | --- |\n| c | d |")
@example("```\ncode\n```")
@example("~~struck~~ **bold** __bold__ `code` $x^2$")
@example("[a]: http://a.com\n\n[a]")
@example("\x1f.PW")
@settings(max_examples=300, deadline=None)
def test_no_words_of_a_document_are_live(words: str) -> None:
    expected = folded(harmless(words))
    if not expected:
        return
    page = written("markdown", one_quotation(words.replace("\n\n", "\n")))
    tokens = EAGER.parse(page)
    opens = [token.type for token in tokens].index("blockquote_open")
    kinds = [token.type for token in tokens[opens : opens + 5]]
    assert kinds == [
        "blockquote_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "blockquote_close",
    ]
    assert "".join(shown([tokens[opens + 2]])) == expected


def test_a_hostile_name_stays_in_its_cell_and_its_heading() -> None:
    words = hostile_text(long_line=False)
    page = written("markdown", ferry(Origin(title=words, outlet=words)))
    calm = written("markdown", ferry(Origin(title="words", outlet="words")))
    assert [t.type for t in EAGER.parse(page)] == [t.type for t in EAGER.parse(calm)]
