"""Writing an article in every format that is read, with the standard library and as plainly as can be."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from textwrap import wrap

from tests.data.articles import Article
from tests.data.pdf_writing import pdf
from texts.document import ParagraphKind

__all__ = [
    "WRITERS",
    "docx",
    "eml",
    "epub",
    "html",
    "markdown",
    "mbox",
    "odt",
    "plain",
    "rtf",
    "zipped",
]

HEADING, QUOTE = ParagraphKind.HEADING, ParagraphKind.BLOCK_QUOTE


def plain(article: Article) -> bytes:
    """Plain text: a paragraph a line."""
    return "\n\n".join(part.words for part in article.parts).encode()


def markdown(article: Article) -> bytes:
    """Markdown."""
    marks = {HEADING: "## ", QUOTE: "> "}
    return "\n\n".join(marks.get(part.kind, "") + part.words for part in article.parts).encode()


def html(article: Article) -> bytes:
    """A page as browsers save it, with everything that its site puts around the article."""
    origin = article.origin
    schema = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Everything Else Today"},
            {
                "@type": "NewsArticle",
                "headline": origin.title,
                "datePublished": f"{origin.date}T08:00:00+02:00",
                "author": [{"@type": "Person", "name": origin.author}],
                "publisher": {"@type": "Organization", "name": origin.outlet},
            },
        ],
    }
    return f"""<!DOCTYPE html>
<!-- saved from url=(0026)https://paper.example/well -->
<html lang="en"><head><meta charset="utf-8"><title>{escape(origin.title or "")} - Home</title>
<script type="application/ld+json">{json.dumps(schema)}</script>
<style>p {{ color: black }}</style></head>
<body class="single comments-open">
<div id="cookie-banner"><p>We and our 812 partners value your privacy, and “legitimate interest” is ours.
<button>Accept</button></p></div>
<header><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav></header>
<main><article>
{html_parts(article)}
<div class="share-buttons"><a href="#">Share</a> <a href="#">Print</a></div>
</article>
<aside><h2>Most read</h2><p>“You will not believe it,” said a man in a hat about his very own hat.</p></aside>
<div class="comments"><h3>2 comments</h3><p>“Nonsense,” said Anonymous Reader about all of this, at length.</p></div>
</main>
<footer><p>© Everything Else Today. “All rights reserved,” said nobody in particular, as usual.</p></footer>
<script>document.write("<p>“Surprise,” said the script.</p>")</script>
</body></html>""".encode()


def html_parts(article: Article) -> str:
    lines: list[str] = []
    notes: list[str] = []
    for part in article.parts:
        # Hard line ends, as in pages written by hand: they are white space.
        words = "\n".join(wrap(escape(part.words), 70, break_long_words=False))
        if part.note:
            notes.append(escape(part.note))
            number = len(notes)
            words += f'<sup id="ref{number}"><a href="#fn{number}">{number}</a></sup>'
        if part.kind is HEADING:
            lines.append(f"<h{min(len(lines) + 1, 2)}>{words}</h{min(len(lines) + 1, 2)}>")
        elif part.kind is QUOTE:
            lines.append(f"<blockquote><p>{words}</p></blockquote>")
        else:
            lines.append(f"<p>{words}")
    if notes:
        items = "".join(f'<li id="fn{n}"><p>{note}</p></li>' for n, note in enumerate(notes, 1))
        lines.append(f'<section class="footnotes" role="doc-endnotes"><ol>{items}</ol></section>')
    return "\n".join(lines)


def xhtml(article: Article) -> bytes:
    """A chapter, well-formed, with the origin in meta tags."""
    origin = article.origin
    facts = {
        "DC.title": origin.title,
        "DC.creator": origin.author,
        "DC.publisher": origin.outlet,
        "DC.date": origin.date,
    }
    metas = "".join(f'<meta name="{k}" content="{escape(v or "")}"/>' for k, v in facts.items())
    body = html_parts(article).replace("<p>", "</p>\n<p>")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>Chapter</title>{metas}</head><body>{body}</body></html>"
    ).encode()


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these members."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return archive.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'


def docx(article: Article) -> bytes:
    """A Word document."""
    origin = article.origin
    styles = (
        f'<w:styles {_W}><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="H2"><w:name w:val="mine"/><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style></w:styles>'
    )
    ids = {HEADING: "H2", QUOTE: "Q"}
    body, notes = "", ""
    for part in article.parts:
        style = f'<w:pPr><w:pStyle w:val="{ids[part.kind]}"/></w:pPr>' if part.kind in ids else ""
        half = len(part.words) // 2
        runs = "".join(
            f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
            for words in (part.words[:half], part.words[half:])
        )
        removed = "<w:del><w:r><w:delText>He never said that.</w:delText></w:r></w:del>"
        mark = ""
        if part.note:
            mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
            notes += (
                '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
                f"{escape(part.note)}</w:t></w:r></w:p></w:footnote>"
            )
        body += f"<w:p>{style}{runs}{mark}{removed}</w:p>"
    separator = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": styles,
            "word/footnotes.xml": f"<w:footnotes {_W}>{separator}{notes}</w:footnotes>",
            "docProps/core.xml": (
                f"<core {_DC}><dc:title>{escape(origin.title or '')}</dc:title>"
                f"<dc:creator>{origin.author}</dc:creator><dc:publisher>{origin.outlet}</dc:publisher>"
                f"<dcterms:created>{origin.date}T10:00:00Z</dcterms:created></core>"
            ),
        }
    )


_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("text", "text"),
        ("office", "office"),
        ("style", "style"),
        ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
    )
)


def odt(article: Article) -> bytes:
    """An OpenDocument text."""
    origin = article.origin
    body = ""
    for part in article.parts:
        words = escape(part.words).replace("  ", '<text:s text:c="1"/>')
        if part.note:
            words += (
                '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                f"<text:note-body><text:p>{escape(part.note)}</text:p></text:note-body></text:note>"
            )
        if part.kind is HEADING:
            body += f'<text:h text:outline-level="1">{words}</text:h>'
        else:
            style = "P1" if part.kind is QUOTE else "Standard"
            body += f'<text:p text:style-name="{style}">{words}</text:p>'
    automatic = (
        '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Quotations"/>'
        "</office:automatic-styles>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": (
                f"<office:document-content {_ODF}>{automatic}<office:body><office:text>{body}"
                "</office:text></office:body></office:document-content>"
            ),
            "meta.xml": (
                f"<office:document-meta {_ODF} {_DC}><office:meta>"
                f"<dc:title>{escape(origin.title or '')}</dc:title><dc:creator>Someone Else</dc:creator>"
                f"<meta:initial-creator>{origin.author}</meta:initial-creator>"
                f"<meta:creation-date>{origin.date}T09:00:00</meta:creation-date>"
                f'<meta:user-defined meta:name="Publisher">{origin.outlet}</meta:user-defined>'
                "</office:meta></office:document-meta>"
            ),
        }
    )


def epub(article: Article) -> bytes:
    """An e-book of one chapter and a table of contents."""
    origin = article.origin
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf" {_DC}><metadata>'
        f"<dc:title>{escape(origin.title or '')}</dc:title><dc:creator>{origin.author}</dc:creator>"
        f"<dc:publisher>{origin.outlet}</dc:publisher><dc:date>{origin.date}</dc:date></metadata>"
        '<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="c" href="text/one%20chapter.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="c"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            "OEBPS/nav.xhtml": "<html><body><nav><p>“Contents,” said the book.</p></nav></body></html>",
            "OEBPS/text/one chapter.xhtml": xhtml(article),
        }
    )


def rtf(article: Article) -> bytes:
    """Rich text, its letters beyond ASCII in the two ways there are."""
    origin = article.origin
    day = "\\yr{}\\mo{}\\dy{}".format(*map(int, (origin.date or "").split("-")))
    lines = [
        "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}",
        "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2 Quote;}}",
        f"{{\\info{{\\title {_rtf(origin.title or '')}}}{{\\author {origin.author}}}{{\\creatim{day}}}}}",
        "{\\header\\pard “Page”, said the header.\\par}".encode("cp1252").decode("latin-1"),
        "{\\*\\unknown He never said that.}",
    ]
    for part in article.parts:
        style = {HEADING: "\\s1 ", QUOTE: "\\s2\\li720\\ri720 "}.get(part.kind, "")
        note = (
            f"{{\\super\\chftn{{\\footnote\\pard {{\\super\\chftn}} {_rtf(part.note)}}}}}"
            if part.note
            else ""
        )
        lines.append(f"\\pard{style} {_rtf(part.words)}{note}\\par")
    return "\n".join([*lines, "}"]).encode("latin-1")


def _rtf(words: str) -> str:
    pieces = []
    for sign in words:
        if sign in "\\{}":
            pieces.append("\\" + sign)
        elif sign.isascii():
            pieces.append(sign)
        elif sign in "“”":
            pieces.append(f"\\'{sign.encode('cp1252').hex()}")
        else:
            units = memoryview(sign.encode("utf-16-le")).cast("H")
            pieces += [f"\\u{unit - (unit > 0x7FFF) * 0x10000}?" for unit in units]
    return "".join(pieces)


def eml(article: Article) -> bytes:
    """A message: wrapped lines, `>` before what is quoted, a picture attached, a signature."""
    origin = article.origin
    message = EmailMessage()
    message["From"] = f"{origin.author} <desk@paper.example>"
    message["To"] = "reader@paper.example"
    message["Subject"] = origin.title
    year, month, date = map(int, (origin.date or "").split("-"))
    message["Date"] = format_datetime(datetime(year, month, date, 23, 30, tzinfo=UTC))
    blocks = []
    for part in article.parts:
        mark = "> " if part.kind is QUOTE else ""
        blocks.append("\n".join(wrap(part.words, 72, initial_indent=mark, subsequent_indent=mark)))
    message.set_content("\n\n".join(blocks) + "\n\n-- \nThe desk\n", cte="quoted-printable")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="well.png")
    return message.as_bytes()


def mbox(article: Article) -> bytes:
    """A mailbox of two messages; the article is the first."""
    other = b"From: b@paper.example\nSubject: Re\n\nSeen.\n\nFrom now on, no more.\n"
    first = eml(article).replace(b"\nFrom ", b"\n>From ")
    return (
        b"From desk@paper.example Sat Sep 14 23:30:00 2024\n" + first
        + b"\n\nFrom b@paper.example Sun Sep 15 08:00:00 2024\n" + other
    )  # fmt: skip


def compressed(article: Article) -> bytes:
    """Markdown, compressed."""
    return gzip.compress(markdown(article))


WRITERS: dict[str, Callable[[Article], bytes]] = {
    ".txt": plain,
    ".md": markdown,
    ".md.gz": compressed,
    ".html": html,
    ".xhtml": xhtml,
    ".docx": docx,
    ".odt": odt,
    ".epub": epub,
    ".rtf": rtf,
    ".eml": eml,
    ".mbox": mbox,
    ".pdf": pdf,
}
"""How an article is written, by the ending of the file."""
