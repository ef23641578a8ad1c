"""Word, OpenDocument, rich text and e-books: what styles and marks say, and what is no text."""

from __future__ import annotations

import pytest

from tests.data.writing import zipped
from texts.document import ParagraphKind
from texts.errors import Damaged, Locked, NotText, TextsError
from texts.loading import docx, epub, odt, rtf
from texts.loading.extract import Extract

PROSE, HEADING, FURNITURE, QUOTE, NOTE = ParagraphKind
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def cut(extract: Extract) -> list[tuple[str, ParagraphKind]]:
    text, spans, _ = extract.whole()
    return [(text[start:end], kind) for start, end, kind in spans]


def word(body: str, **parts: str) -> list[tuple[str, ParagraphKind]]:
    members = {f"word/{name}.xml": part for name, part in parts.items()}
    document = f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
    return cut(docx.read(zipped({"word/document.xml": document, **members}), "a.docx"))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<w:p><w:r><w:t>“a </w:t></w:r><w:r><w:t>b”</w:t></w:r></w:p>", [("“a b”", PROSE)]),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", [("a b\nc", PROSE)]),
        ('<w:p><w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>', [("ab", PROSE)]),
        ("<w:p><w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r></w:p>", [("well\u2011known", PROSE)]),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:t>old</w:t></w:r></w:del></w:p>", [("new", PROSE)]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>x</w:t></w:r></w:p>", [("x", PROSE)]),
        ("<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", [("a", PROSE)]),
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", [("a", PROSE), ("b", PROSE)]),
        ("<w:p><w:r><w:txbxContent><w:p><w:r><w:t>in</w:t></w:r></w:p></w:txbxContent></w:r><w:r><w:t>out</w:t></w:r></w:p>", [("in", PROSE), ("out", PROSE)]),
        ('<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>h</w:t></w:r></w:p>', [("h", HEADING)]),
        ('<w:p><w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>h</w:t></w:r></w:p>', [("h", PROSE)]),
        ('<w:p><w:pPr><w:ind w:left="720" w:right="720"/></w:pPr><w:r><w:t>q</w:t></w:r></w:p>', [("q", QUOTE)]),
        ('<w:p><w:pPr><w:ind w:left="720"/></w:pPr><w:r><w:t>q</w:t></w:r></w:p>', [("q", PROSE)]),
        ('<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r></w:p>', [("x", PROSE)]),
    ],
)  # fmt: skip
def test_word(body: str, found: list[tuple[str, ParagraphKind]]) -> None:
    assert word(body) == found


def test_word_styles_go_back_to_what_they_are_based_on() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="A"><w:name w:val="Intense Quote"/></w:style>'
        '<w:style w:styleId="B"><w:name w:val="x"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="C"><w:name w:val="Body Text"/><w:basedOn w:val="C"/></w:style></w:styles>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r><w:t>{name}</w:t></w:r></w:p>'
        for name in "ABCD"
    )
    found = word(body, styles=styles)
    assert found == [("A", QUOTE), ("B", QUOTE), ("C", PROSE), ("D", PROSE)]


def text_document(body: str, styles: str = "") -> list[tuple[str, ParagraphKind]]:
    spaces = " ".join(
        f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
        for prefix, name in [
            ("text", "text"), ("office", "office"), ("style", "style"), ("fo", "xsl-fo-compatible")
        ]
    )  # fmt: skip
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return cut(odt.read(zipped({"content.xml": content}), "a.odt"))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d</text:p>", [("a b c\nd", PROSE)]),
        ("<text:p>a <text:span>b</text:span></text:p>", [("a b", PROSE)]),
        ("<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new</text:p>", [("new", PROSE)]),
        ("<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>", [("ab", PROSE)]),
        ('<text:list><text:list-item><text:p>i</text:p></text:list-item></text:list>', [("i", PROSE)]),
        ('<text:p text:style-name="P2">q</text:p>', [("q", QUOTE)]),
        ('<text:p text:style-name="Title">t</text:p>', [("t", HEADING)]),
    ],
)  # fmt: skip
def test_open_document(body: str, found: list[tuple[str, ParagraphKind]]) -> None:
    set_in = (
        '<style:style style:name="P2" style:parent-style-name="P2"><style:paragraph-properties '
        'fo:margin-left="1.2cm" fo:margin-right="0.5in"/></style:style>'
    )
    assert text_document(body, set_in) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("a\\par b\\par", [("a", PROSE), ("b", PROSE)]),
        ("\\ansicpg65001\\'c3\\'a9\\ansicpg99999 a", [("éa", PROSE)]),
        ("\\ldblquote a\\rdblquote\\emdash  b", [("“a”— b", PROSE)]),
        ("\\'93a\\'94 \\u8220?b\\u8221\\'94", [("“a” “b”", PROSE)]),
        ("{\\uc2\\u233 xx}\\u233 ?", [("éé", PROSE)]),
        ("\\u-10179 ?\\u-8704 ?", [("\U0001f600", PROSE)]),
        ("{\\f1 \\'c4\\'e0}", [("Да", PROSE)]),
        ("a\\~b\\_c\\-d\\{\\}\\\\", [("a\u00a0b\u2011c\u00add{}\\", PROSE)]),
        ("a\\line b\\tab c", [("a\nb c", PROSE)]),
        ("a{\\v no}{\\deleted no}b", [("ab", PROSE)]),
        ("a{\\*\\dest no}{\\pict 00ff}{\\object no}b", [("ab", PROSE)]),
        ("{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt word}}", [("word", PROSE)]),
        ("\\pard\\outlinelevel0 h\\par\\pard p", [("h", HEADING), ("p", PROSE)]),
        ("\\pard\\li720\\ri720 q\\par\\pard\\li720 p", [("q", QUOTE), ("p", PROSE)]),
        ("a{\\footnote n1\\par n2}b", [("ab", PROSE), ("n1", NOTE), ("n2", NOTE)]),
        ("\\trowd a\\cell b\\cell\\row", [("a", PROSE), ("b", PROSE)]),
        ("a{\\*\\x\\bin3 }}}}\\bin2 {{b\\unknown9 c", [("abc", PROSE)]),
    ],
)
def test_rich_text(body: str, found: list[tuple[str, ParagraphKind]]) -> None:
    head = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}"
    assert cut(rtf.read(f"{head}{body}}}".encode(), "a.rtf")) == found


def book(opf: str, **members: str) -> bytes:
    return zipped(
        {
            "META-INF/container.xml": (
                f'<container xmlns="{OASIS}:container"><rootfiles>'
                '<rootfile full-path="OPS/b.opf"/></rootfiles></container>'
            ),
            "OPS/b.opf": f'<package xmlns="http://www.idpf.org/2007/opf">{opf}</package>',
            **{f"OPS/{name}.xhtml": f"<p>{words}" for name, words in members.items()},
        }
    )


ITEMS = "".join(
    f'<item id="{name}" href="{name}.xhtml#top" media-type="application/xhtml+xml"/>'
    for name in ("one", "two", "aside")
)
SPINE = '<spine><itemref idref="aside" linear="no"/><itemref idref="two"/><itemref idref="one"/></spine>'


def test_a_book_is_read_in_its_order() -> None:
    data = book(ITEMS + SPINE, one="First.", two="Second.", aside="Aside.", other="Other.")
    assert [words for words, _ in cut(epub.read(data, "a.epub"))] == ["Second.", "First.", "Aside."]


LOCK = (
    '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="OPS/{}"/>'
    "</encryption>"
)


def with_lock(member: str) -> bytes:
    import io
    import zipfile

    data = io.BytesIO(book(ITEMS + SPINE, one="One.", two="Two.", aside="Aside."))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("META-INF/encryption.xml", LOCK.format(member))
    return data.getvalue()


def test_a_book_with_scrambled_fonts_is_read() -> None:
    assert len(cut(epub.read(with_lock("font.otf"), "a.epub"))) == 3


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (with_lock("one.xhtml"), Locked, "DRM"),
        (book(ITEMS + SPINE, one="One."), NotText, "it has no OPS/two.xhtml"),
        (zipped({"mimetype": "x"}), NotText, "is no e-book"),
    ],
)
def test_books_that_cannot_be_read(data: bytes, kind: type[TextsError], said: str) -> None:
    with pytest.raises(kind, match=said):
        epub.read(data, "a.epub")


def test_a_locked_archive() -> None:
    with pytest.raises(Locked, match="password"):
        docx.read(b"\xd0\xcf\x11\xe0" + bytes(100), "a.docx")
    data = bytearray(zipped({"word/document.xml": "<w/>"}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    with pytest.raises(Locked, match="password"):
        docx.read(bytes(data), "a.docx")


@pytest.mark.parametrize("part", ["<w:document", "no xml", "<a></b>", "<a>\x00</a>"])
def test_xml_that_is_not_whole(part: str) -> None:
    with pytest.raises(Damaged, match="its text is not whole"):
        docx.read(zipped({"word/document.xml": part}), "a.docx")
