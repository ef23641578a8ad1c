"""Which encoding bytes are read with, and what is refused as no text."""

from __future__ import annotations

import codecs

import pytest

from texts.errors import NotText
from texts.loading import read_text
from texts.loading.decoding import decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"plain", "plain", "UTF-8"),
        ("“curly” é 𝒳".encode(), "“curly” é 𝒳", "UTF-8"),
        (codecs.BOM_UTF8 + "“x”".encode(), "“x”", "UTF-8 with byte order mark"),
        (codecs.BOM_UTF16_LE + "“x”".encode("utf-16-le"), "“x”", "UTF-16 LE"),
        (codecs.BOM_UTF16_BE + "“x”".encode("utf-16-be"), "“x”", "UTF-16 BE"),
        (codecs.BOM_UTF32_LE + "“x”".encode("utf-32-le"), "“x”", "UTF-32 LE"),
        ("“x” – déjà".encode("cp1252"), "“x” – déjà", "Windows-1252"),
        (b"caf\xe9 \x81", "café \ufffd", "Windows-1252"),
        (b"one \x00 stray NUL in an otherwise ordinary line of text, and no more", None, "UTF-8"),
    ],
)
def test_decodes_and_says_how(data: bytes, text: str | None, encoding: str) -> None:
    decoded, how = decode(data, "a.txt")
    assert how == encoding
    assert decoded == (data.decode() if text is None else text)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 10, "binary"),
        ("text".encode("utf-16-le") * 9, "binary"),
    ],
)
def test_refuses_what_is_no_text(data: bytes, said: str) -> None:
    with pytest.raises(NotText, match=said) as refused:
        read_text("thing.txt", data)
    assert "thing.txt" in str(refused.value)
