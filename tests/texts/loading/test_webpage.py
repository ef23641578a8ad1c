"""Which part of a saved page is its article, how it is decoded, and what it states of itself."""

from __future__ import annotations

import codecs

import pytest

from tests.data.articles import release
from tests.data.writing import html_parts
from texts.errors import NoText, NotText, TextsError, TooMuch
from texts.loading import webpage
from texts.loading.webpage import decoded_page, read

ARTICLE = html_parts(release())
OTHER = "".join(
    f"<p>“This week the {fruit} are better than in any year before,” said a reader in a long letter."
    for fruit in ("apples", "pears", "plums")
)


def words_of(page: str) -> str:
    return read(page.encode(), "page").whole()[0]


WHOLE = words_of(f"<article>{ARTICLE}</article>")


@pytest.mark.parametrize(
    "page",
    [
        "<main><article>{}</article></main><aside>{}</aside>",
        "<main>{}</main><div>{}</div>",
        "<div role=main>{}</div><div>{}</div>",
        "<div itemprop=articleBody>{}</div><div>{}</div>",
        "<div class='post-content'>{}</div><div>{}</div>",
        "<div>{}</div><div class='sidebar'>{}</div>",
        "<div>{}</div><div id='comments'>{}</div>",
        "<div>{}</div><footer>{}</footer>",
        "<div class='has-sidebar comments'>{}</div><nav>{}</nav>",
        "<div>{}</div><div hidden>{}",
    ],
)
def test_structure_tells_the_article(page: str) -> None:
    assert words_of(page.format(ARTICLE, OTHER)) == WHOLE


def test_a_list_of_teasers_is_no_article() -> None:
    teasers = "".join(
        f"<article><p>{'So it is with the ferry. ' * 5}{n}</article>" for n in range(5)
    )
    assert words_of(teasers).count("So it is") == 25


def test_trafilatura_tells_it_where_structure_does_not() -> None:
    pytest.importorskip("trafilatura", reason="the extra web is not installed")
    page = f"<div id=wrap><div id=content>{ARTICLE}</div><div class=col2>{OTHER}</div></div>"
    assert words_of(page) == WHOLE


def test_block_quotes_that_trafilatura_loses_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    first, last = "One who begins it all with these words.", "One who ends it all with these."
    page = f"<p>{first}<blockquote>Verbatim words.</blockquote><p>Else.<p>{last}<p>Other things."
    chosen = frozenset(webpage._shingles(first) + webpage._shingles(last))
    monkeypatch.setattr(webpage, "_shingles_chosen", lambda _: chosen)
    assert words_of(page) == f"{first}\n\nVerbatim words.\n\n{last}\n"


def test_without_it_all_is_kept_that_is_not_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webpage, "_shingles_chosen", lambda _: None)
    assert "plums" in words_of(f"<div>{ARTICLE}</div><div>{OTHER}</div>")


def test_labels_and_lists_of_links_are_left_out() -> None:
    page = "<article><h1>Head</h1><p>So it is.<p>Advertisement<p><a href=x>One</a> <a href=y>Two</a></article>"
    assert words_of(page) == "Head\n\nSo it is.\n"


def test_a_headline_outside_of_the_article_is_its_headline() -> None:
    assert words_of(f"<h1>Head</h1><article>{OTHER}</article>").startswith("Head\n\n“This week")


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("<p>“é”".encode(), "<p>“é”", "UTF-8"),
        (codecs.BOM_UTF16_LE + "<p>“é”".encode("utf-16-le"), "<p>“é”", "UTF-16 LE"),
        ("<meta charset=windows-1251><p>Да".encode("cp1251"), "Да", "windows-1251"),
        ("<?xml version='1.0' encoding='koi8-r'?><p>Да".encode("koi8-r"), "Да", "koi8-r"),
        ("<meta http-equiv=x content='text/html; charset=gb2312'><p>中".encode("gb2312"), "中", "gb2312"),
        ("<meta charset=iso-8859-1><p>“é”".encode("cp1252"), "“é”", "Windows-1252"),
        ("<meta charset=unicode_escape><p>é".encode("cp1252"), "é", "Windows-1252"),
        ("<p>“é”".encode("cp1252"), "“é”", "Windows-1252"),
    ],
)  # fmt: skip
def test_decoding(data: bytes, text: str, encoding: str) -> None:
    found, how = decoded_page(data, "page")
    assert found.endswith(text)
    assert how == encoding


@pytest.mark.parametrize(
    ("head", "title", "author", "outlet", "day"),
    [
        ("<title>A\n title</title>", "A title", None, None, None),
        ("<h1>B</h1><title>A - Site</title>", "B", None, None, None),
        ("<meta property='og:title' content='C'><title>A</title>", "C", None, None, None),
        ("<meta name=author content='Ann Lee'><meta name=author content='Bo Ray'>", None, "Ann Lee, Bo Ray", None, None),
        ("<meta property='article:author' content='https://x.example/ann'>", None, None, None, None),
        ("<meta property='og:site_name' content='The Post'>", None, None, "The Post", None),
        ("<meta property='article:published_time' content='2024-05-01T23:30:00-05:00'>", None, None, None, "2024-05-01"),
        ("<meta name=citation_publication_date content='2024/5/1'>", None, None, None, "2024-05-01"),
        ("<time itemprop=datePublished datetime='2024-05-01'>May</time>", None, None, None, "2024-05-01"),
        ("<meta name=date content='2024-13-45'>", None, None, None, None),
        ("<meta name=date content='last week'>", None, None, None, None),
        ('<script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"D","author":"Ann"}]</script>', "D", "Ann", None, None),
        ('<script type="application/ld+json">{"@type":"WebPage","headline":"No"}</script>', None, None, None, None),
        ('<script type="application/ld+json">{"@type":"Article","author":[[[3]],{"name":7}],"headline":{}}</script>', None, None, None, None),
        (f'<script type="application/ld+json">{{"@type":"Article","author":{"[" * 900}{"]" * 900}}}</script>', None, None, None, None),
        ('<script type="application/ld+json">{"@type":</script>', None, None, None, None),
    ],
)  # fmt: skip
def test_what_a_page_states(
    head: str, title: str | None, author: str | None, outlet: str | None, day: str | None
) -> None:
    origin = read(f"{head}<p>He said so on 3 March 2021.".encode(), "page").origin
    assert (origin.title, origin.author, origin.outlet, origin.date) == (title, author, outlet, day)


def test_where_a_page_was_saved_from() -> None:
    page = b"<!-- saved from url=(0022)https://x.example/a?b=1 --><p>So."
    assert read(page, "page").origin.address == "https://x.example/a?b=1"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<script>x</script><p hidden>y", NoText),
        (b"no tags at all", NotText),
        (b"<p>" + b"x" * (10 << 20), TooMuch),
    ],
)
def test_what_cannot_be_read(data: bytes, kind: type[TextsError]) -> None:
    with pytest.raises(kind):
        read(data, "page")
