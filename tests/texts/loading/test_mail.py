"""Messages: headers, parts, what they quote, lines that flow; and mailboxes, folders of them."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from texts.document import ParagraphKind
from texts.errors import NotFound, NotText, TooMuch
from texts.loading import file_of, load, mail, mailbox, paths_of
from texts.loading.extract import Extract

PROSE, HEADING, FURNITURE, QUOTE, NOTE = ParagraphKind
HEAD = "From: Ann <a@x.example>\nSubject: Word\nMIME-Version: 1.0\n"


def cut(extract: Extract) -> list[tuple[str, ParagraphKind]]:
    text, spans, _ = extract.whole()
    return [(text[start:end], kind) for start, end, kind in spans][1:]


def read(body: str, headers: str = "Content-Type: text/plain; charset=utf-8\n") -> Extract:
    return mail.read(f"{HEAD}{headers}\n{body}".encode(), "a.eml")


WRAPPED = (
    "This is a message whose lines were broken at a width, as those of\n"
    "mail used to be, and so a paragraph of it is more than one line and\n"
    "ends where there is an empty one, or at the very end of the message\n"
    "as this one does.\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{WRAPPED}\n{WRAPPED}", [(" ".join(WRAPPED.split()), PROSE)] * 2),
        ("He came.\nHe left.\n", [("He came.", PROSE), ("He left.", PROSE)]),
        ("Bo wrote:\n> It is so.\n>\n> > No.\n", [("Bo wrote:", PROSE), ("It is so.", QUOTE), ("No.", QUOTE)]),
        ("So.\n-- \nAnn\nParis\n", [("So.", PROSE), ("Ann Paris", FURNITURE)]),
        ("“é” …\n", [("“é” …", PROSE)]),
    ],
)  # fmt: skip
def test_plain_text(body: str, found: list[tuple[str, ParagraphKind]]) -> None:
    assert cut(read(body)) == found


def test_lines_that_flow() -> None:
    body = "One line \nthat flows.\n> Quoted \n> too.\n From a space.\n-- \nAnn\n"
    found = cut(read(body, "Content-Type: text/plain; charset=utf-8; format=flowed\n"))
    assert found == [
        ("One line that flows.", PROSE),
        ("Quoted too.", QUOTE),
        ("From a space.", PROSE),
        ("Ann", FURNITURE),
    ]


def test_headers_are_decoded() -> None:
    headers = "From: =?utf-8?q?Ann=C3=A9?= <a@x.example>\nSubject: =?iso-8859-1?q?=AB_so_=BB?=\n"
    data = f"{headers}Date: Sat, 14 Sep 2024 23:30:00 -0500\n\nSo.\n"
    origin = mail.read(data.encode(), "a.eml").origin
    assert (origin.author, origin.title, origin.date) == ("Anné", "« so »", "2024-09-14")


@pytest.mark.parametrize("date", ["", "yesterday", "Sat, 99 Foo 2024", "\x00"])
def test_a_date_that_is_none(date: str) -> None:
    data = f"From: a@x.example\nDate: {date}\n\nSo.\n"
    assert mail.read(data.encode(), "a.eml").origin.date is None


def test_only_a_page() -> None:
    found = cut(
        read("<p>So <b>it</b> is.<blockquote>No.</blockquote>", "Content-Type: text/html\n")
    )
    assert found == [("So it is.", PROSE), ("No.", QUOTE)]


def test_of_two_forms_the_plain_one_is_read_and_attachments_are_named() -> None:
    message = EmailMessage()
    message["Subject"] = "Word"
    message.set_content("Plain.")
    message.add_alternative("<p>Page.</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a\x1b.pdf")
    message.add_attachment("He never said so.", filename="b.txt")
    extract = mail.read(message.as_bytes(), "a.eml")
    assert cut(extract) == [("Plain.", PROSE)]
    assert extract.left_out is not None
    assert extract.left_out.startswith("2 attachments left out: a")


@pytest.mark.parametrize("charset", ["unicode_escape", "raw-unicode-escape"])
def test_words_are_not_made_of_escapes(charset: str) -> None:
    said = read("He wrote \\x41nn.\n", f"Content-Type: text/plain; charset={charset}\n")
    assert cut(said) == [("He wrote \\x41nn.", PROSE)]


@pytest.mark.parametrize("charset", ["utf-8", "no-such-set", "zlib", "\x00"])
def test_a_character_set_that_is_not_so(charset: str) -> None:
    data = f"{HEAD}Content-Type: text/plain; charset={charset}\n\n".encode() + b"caf\xe9\n"
    assert cut(mail.read(data, "a.eml")) == [("café", PROSE)]


def test_a_text_is_no_message() -> None:
    with pytest.raises(NotText):
        mail.read(b"He said so.\n\nShe did not.\n", "a.eml")


BOX = (
    b"From a@x.example Sat Sep 14 23:30:00 2024\nFrom: a@x.example\nSubject: One\n\n"
    b"It is so.\n\nFrom now on it is.\n>From here too.\n\n"
    b"From b@x.example Sun Sep 15 08:00:00 2024\nFrom: b@x.example\nSubject: Two\n\nNo.\n"
)


@pytest.fixture
def box(tmp_path: Path) -> Path:
    path = tmp_path / "letters.mbox"
    path.write_bytes(BOX)
    return path


def test_a_mailbox_stands_for_its_messages(box: Path) -> None:
    paths = paths_of(str(box))
    assert paths == [box / "1", box / "2"] == paths_of(str(box.parent))
    assert [file_of(path) for path in paths] == [box, box]
    one, two = map(load, paths)
    assert "From now on it is.\n\nFrom here too." in one.text
    assert (one.origin.title, two.origin.title) == ("One", "Two")
    assert one.digest != two.digest


def test_a_mailbox_itself_is_no_document(box: Path) -> None:
    with pytest.raises(NotText, match=r"a mailbox of 2 messages; name one, as .*letters\.mbox/1"):
        load(box)


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999", "1" * 5_000])
def test_a_message_that_is_not_there(box: Path, number: str) -> None:
    with pytest.raises(NotFound, match="has 1 to 2"):
        load(box / number)


def test_a_mailbox_of_too_many_messages(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "_MOST_MESSAGES", 1)
    with pytest.raises(TooMuch, match="more than 1 messages; split it"):
        paths_of(str(box))


def test_a_changed_mailbox_is_looked_at_again(box: Path) -> None:
    assert len(paths_of(str(box))) == 2
    box.write_bytes(BOX + b"\n" + BOX)
    assert len(paths_of(str(box))) == 4


def test_a_folder_that_is_called_like_a_mailbox(tmp_path: Path) -> None:
    folder = tmp_path / "apple.mbox"
    folder.mkdir()
    (folder / "1").write_text("He said so.")
    assert load(folder / "1").text == "He said so."
    assert not mailbox.is_mailbox(folder)
