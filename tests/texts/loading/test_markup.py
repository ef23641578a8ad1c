"""How pages are walked: what is a paragraph, what kind it is, and what is no text of the page."""

from __future__ import annotations

import pytest

from texts.document import ParagraphKind
from texts.loading.markup import walk

PROSE, HEADING, FURNITURE, QUOTE, NOTE = ParagraphKind


def blocks(html: str) -> list[tuple[str, ParagraphKind]]:
    return [(b.words, b.where.kind) for b in walk(html, "page") if not b.where.silent]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>He\n said\t so.", ["He said so."]),
        ("<p>One<p>Two", ["One", "Two"]),
        ("<ul><li>One<li>Two<ul><li>Three</ul><li>Four</ul>", ["One", "Two", "Three", "Four"]),
        ("<table><tr><td>A<td>B<tr><th>C</table>", ["A", "B", "C"]),
        ("<dl><dt>A<dd>B<dt>C</dl>", ["A", "B", "C"]),
        ("<p>a <b>bold</b>ly <i>put</i> word", ["a boldly put word"]),
        ("Bare <div>block</div> bare", ["Bare", "block", "bare"]),
        ("<p>A verse<br>of two lines<br/>", ["A verse\nof two lines"]),
        ("<pre>a\n  b</pre>", ["a\nb"]),
        (
            "<p>no\u00a0break, \u00ad and “marks” ‘stay’",
            ["no\u00a0break, \u00ad and “marks” ‘stay’"],
        ),
        ("<p>&ldquo;Yes&rdquo; &amp; &#8220;no&#x201d; &xyzzy;", ["“Yes” & “no” &xyzzy;"]),
        ("<p>He said <q>it is <q>so</q>, yes</q>.", ["He said “it is ‘so’, yes”."]),
        ("<p>Seen<!-- unseen --> <script>no()</script><style>p{}</style>here", ["Seen here"]),
        ("<p>Seen <span style='DISPLAY : none'>not</span>here", ["Seen here"]),
        ("<p hidden>Not</p><p aria-hidden=true>Nor</p><noscript>Nor</noscript><p>But", ["But"]),
        ("<head><title>Not</title><meta name=a><body><p>But", ["But"]),
        ("<title>Not</title><p>But", ["But"]),
        ("</p></div></b><p>But</span>", ["But"]),
        ("<p>Unended <a href=x>link<p>Next", ["Unended link", "Next"]),
        ("<p>10<sup>th</sup> of May", ["10th of May"]),
        ("<p>So.<sup><a href='#n1'>1</a></sup> Yes.", ["So. Yes."]),
        ("<p>So.<a href='#n1'><sup>1</sup></a> Yes.", ["So. Yes."]),
        ("<p>So.<a epub:type='noteref' href='n.xhtml#n1'>1</a> Yes.", ["So. Yes."]),
        (
            "<p>So.<sup class='footnote-ref'>1</sup> See <a href='#top'>above</a>.",
            ["So. See above."],
        ),
    ],
)
def test_words(html: str, words: list[str]) -> None:
    assert [found for found, _ in blocks(html)] == words


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h2>A <em>head</em></h2><p>b", [("A head", HEADING), ("b", PROSE)]),
        ("<blockquote>Bare<p>and not</blockquote>c", [("Bare", QUOTE), ("and not", QUOTE), ("c", PROSE)]),
        (
            "<blockquote><p>Words</p><footer>— <cite>Somebody</cite></footer></blockquote>",
            [("Words", QUOTE), ("— Somebody", PROSE)],
        ),
        ("<aside epub:type='footnote' id='n1'><p>A note</p></aside>", [("A note", NOTE)]),
        (
            "<div class='footnotes'><h2>Notes</h2><ol><li>One <a class='footnote-backref' href='#r'>↩</a></ol></div>",
            [("Notes", NOTE), ("One", NOTE)],
        ),
        ("<section role='doc-endnotes'><blockquote>x</blockquote></section>", [("x", NOTE)]),
    ],
)  # fmt: skip
def test_kinds(html: str, found: list[tuple[str, ParagraphKind]]) -> None:
    assert blocks(html) == found


@pytest.mark.parametrize(
    "html",
    [
        "<nav>x</nav>", "<aside>x</aside>", "<footer>x</footer>", "<form>x</form>",
        "<div role=navigation>x</div>", "<div role=dialog><p>x</div>", "<nav><blockquote>x</blockquote></nav>",
    ],
)  # fmt: skip
def test_what_stands_apart_by_its_tag(html: str) -> None:
    assert [block.where.apart for block in walk(html, "page")] == [True]


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        ("sidebar", True), ("site-nav", True), ("cookie-banner", True), ("related-posts", True),
        ("comments", True), ("share_buttons", True), ("c-newsletter-signup-box", True),
        ("has-sidebar", False), ("no-comments", False), ("commentary", False), ("navy", False),
        ("article-body", False), ("shares-of-the-company", False), ("x" * 100 + "-nav", False),
    ],
)  # fmt: skip
def test_what_stands_apart_by_its_name(name: str, apart: bool) -> None:
    (block,) = walk(f'<div class="grid {name}"><p>x</div>', "page")
    assert block.where.apart_by_name is apart


def test_a_page_as_a_whole_is_not_called_apart() -> None:
    (block,) = walk("<body class='comments'><p>x", "page")
    assert not block.where.apart_by_name


def test_the_words_in_links_are_counted() -> None:
    (block,) = walk("<p>Read <a href=x>all about it</a>!", "page")
    assert block.linked == len("all about it")
