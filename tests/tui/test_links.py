"""Links to words: they come back as they were made, and lead to the words whatever happened."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.kept.adding import add
from texts.document import Document, Span
from texts.errors import NotFound
from texts.loading import load, read_text
from tui.errors import UserError
from tui.following import followed, path_in
from tui.links import Landing, Link, link_to, parsed
from tui.places import place_of_words, split_words

_TEXT = """\
A bridge.

“We have no choice,” said the engineer of the city. “It is
not safe,” she said, and nobody who stood there that morning
in the rain had a word to say.

The end.
"""


def document(text: str = _TEXT) -> Document:
    return read_text("bridge.txt", text.encode())


def span_of(words: str, text: str = _TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def link(words: str = "“It is\nnot safe,”", path: str = "/a/bridge.txt") -> Link:
    return link_to(document(), path, span_of(words))


def test_what_a_link_says() -> None:
    digest = document().digest[:16]
    assert str(link(path="/a b/ü.txt")) == (
        f"doc:/a%20b/%C3%BC.txt#p2.52-69.{digest}.%E2%80%9CIt%20is%20not%20safe%2C%E2%80%9D"
    )


paths = st.binary(min_size=1, max_size=60).filter(lambda path: b"\0" not in path).map(os.fsdecode)
numbers = st.integers(0, 999_999_999)


@given(
    paths, st.integers(1, 999_999_999), numbers, numbers, st.text("0123456789abcdef", min_size=16, max_size=16), st.text(max_size=60)
)  # fmt: skip
def test_a_link_comes_back_as_it_was_made(
    path: str, paragraph: int, start: int, end: int, digest: str, words: str
) -> None:
    whole = Link(path, paragraph, start, end, digest, words)
    assert parsed(str(whole)) == whole
    bare = Link(path, paragraph, start, end)
    assert parsed(str(bare)) == bare


@given(paths, st.text(max_size=60))
def test_nothing_in_a_link_means_anything_to_a_shell_or_a_terminal(path: str, words: str) -> None:
    made = str(Link(path, 1, 2, 3, "0" * 16, words))
    assert re.fullmatch(r"doc:[A-Za-z0-9/%#._~-]+", made)


@pytest.mark.parametrize(
    "given_",
    [
        "doc:",
        "doc:/a",
        "doc:/a#p0.1-2",
        "doc:/a#p1",
        "doc:/a#p1.2",
        "doc:/a#p1.2-3.short",
        "doc:#p1.2-3",
        "doc:/a%00b#p1.2-3",
        "doc:/a#p1234567890.2-3",
    ],
)
def test_what_is_no_link_is_told_in_a_sentence(given_: str) -> None:
    with pytest.raises(UserError, match=r"\.$"):
        parsed(given_)


def test_in_an_unchanged_text_it_leads_to_the_character() -> None:
    landing = link().landing_in(document())
    assert landing == Landing(span_of("“It is").start, stands=True, moved=False)


@pytest.mark.parametrize(
    "text",
    [
        "News.\n\n" + _TEXT,
        _TEXT.replace("A bridge.\n\n", ""),
        _TEXT.replace("It is\nnot", "It is not"),
        _TEXT.replace("We have", "We really have"),
        _TEXT.replace("“", '"').replace("”", '"'),
        _TEXT.upper(),
    ],
)
def test_in_an_edited_text_it_leads_to_the_words(text: str) -> None:
    landing = link().landing_in(document(text))
    assert landing.stands
    assert re.match(r'["“]?IT IS\sNOT', text[landing.offset :].upper())


def test_of_words_that_stand_twice_it_leads_to_the_nearer() -> None:
    twice = "It is not safe.\n\n" * 3 + _TEXT
    landing = link().landing_in(document(twice))
    assert landing.stands
    assert landing.moved
    near = link().landing_in(document("x\n\n" * 8 + twice))
    assert near.stands


@pytest.mark.parametrize(
    ("text", "leads_to"), [("One.\n\nTwo.\n\nThree.\n", "Two."), ("One.\n", "One.")]
)
def test_where_the_words_are_gone_it_leads_to_the_paragraph(text: str, leads_to: str) -> None:
    landing = link().landing_in(document(text))
    assert not landing.stands
    assert text[landing.offset :].startswith(leads_to)


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t"), max_size=300),
    st.data(),
)
def test_a_link_to_any_words_leads_back_to_them(text: str, data: st.DataObject) -> None:
    made = read_text("a.txt", f"One. {text}".encode(errors="replace"))
    paragraph = data.draw(st.sampled_from(list(made.paragraphs))).span
    start = data.draw(st.integers(paragraph.start, paragraph.end - 1))
    end = data.draw(st.integers(start + 1, paragraph.end))
    landing = parsed(str(link_to(made, "/a", Span(start, end)))).landing_in(made)
    assert landing == Landing(start, stands=True, moved=False)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("fair trial", 4),
        ("FAIR  “trial”", 4),
        ("trial", 9),
        ("rial", None),
        ("?!", None),
        ("", None),
        ("trial date", 25),
    ],
)
def test_words_are_found_without_their_signs(words: str, at: int | None) -> None:
    text = "The fair\ntrial. A re-run, trial — date (unknown)."
    found = place_of_words(text, words)
    assert found == (None if at is None else text.index("trial —") if at == 25 else at)


def test_long_runs_of_signs_are_passed_over_once() -> None:
    assert place_of_words("a" + "- " * 500_000 + "c" + " a b", "a b") == 1_000_003


def test_a_file_with_a_hash_in_its_name_goes_before_words(tmp_path: Path) -> None:
    plain, hashed = tmp_path / "a.txt", tmp_path / "b#c.txt"
    plain.write_text("x", encoding="utf-8")
    hashed.write_text("x", encoding="utf-8")
    assert split_words(f"{plain}#nine days") == (str(plain), "nine days")
    assert split_words(f"{plain}#nine #days") == (str(plain), "nine #days")
    assert split_words(str(hashed)) == (str(hashed), None)
    assert split_words(f"{hashed}#words") == (str(hashed), "words")
    assert split_words("/nowhere.txt#words") == ("/nowhere.txt#words", None)
    assert split_words(f"{plain}#") == (f"{plain}#", None)


class TestFollowing:
    """From the command line to the place."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "a folder" / "bridge.txt"
        path.parent.mkdir()
        path.write_text(_TEXT, encoding="utf-8")
        return path

    @pytest.fixture
    def made(self, path: Path) -> str:
        return str(link_to(load(path), str(path), span_of("“It is\nnot safe,”")))

    def at(self, given_: str, library: Path | None = None) -> tuple[str, str | None]:
        found = followed(given_, None if library is None else str(library))
        (text,) = found.texts
        assert text.offset is not None
        return text.loaded().text[text.offset :], found.notice

    def test_a_link_that_is_as_it_was_says_nothing(self, made: str) -> None:
        words, notice = self.at(made)
        assert words.startswith("“It is\nnot safe")
        assert notice is None

    def test_an_edited_text_says_so(self, made: str, path: Path) -> None:
        path.write_text("News.\n\n" + _TEXT, encoding="utf-8")
        words, notice = self.at(made)
        assert words.startswith("It is\nnot safe")
        assert notice
        assert "has changed since the link was made" in notice

    def test_a_moved_text_is_found_in_the_library(
        self, made: str, path: Path, library: Path
    ) -> None:
        moved = path.with_name("moved.txt")
        path.rename(moved)
        add(library, [str(moved)], "test", processes=0)
        words, notice = self.at(made, library)
        assert words.startswith("“It is\nnot safe")
        assert notice == f"The text of the link is now known as {moved}."

    def test_a_text_that_is_gone_is_shown_as_the_library_keeps_it(
        self, made: str, path: Path, library: Path
    ) -> None:
        add(library, [str(path)], "test", processes=0)
        path.unlink()
        words, notice = self.at(made, library)
        assert words.startswith("“It is\nnot safe")
        assert notice == "This is the text of the link as the library keeps it."

    def test_the_library_is_asked_where_the_file_has_other_words(
        self, made: str, path: Path, library: Path
    ) -> None:
        add(library, [str(path)], "test", processes=0)
        path.write_text("Something else.\n", encoding="utf-8")
        words, _ = self.at(made, library)
        assert words.startswith("“It is\nnot safe")

    def test_words_that_are_gone_say_so(self, made: str, path: Path) -> None:
        path.write_text("Something else.\n", encoding="utf-8")
        words, notice = self.at(made)
        assert words.startswith("Something")
        assert notice
        assert "does not have the words of the link any more" in notice

    def test_a_text_that_nobody_has_is_one_sentence(self, made: str, path: Path) -> None:
        path.unlink()
        with pytest.raises(UserError, match="is not there, and the library has no text"):
            self.at(made)

    def test_words_after_a_hash(self, path: Path) -> None:
        words, notice = self.at(f"{path}#it is not SAFE")
        assert words.startswith("It is\nnot safe")
        assert notice is None
        with pytest.raises(UserError, match="does not have the words “nine days”"):
            self.at(f"{path}#nine days")

    def test_a_paragraph_and_what_is_not_there(self, path: Path) -> None:
        assert self.at(f"{path}:1")[0].startswith("A bridge.")
        with pytest.raises(NotFound):
            followed(f"{path}.not", None)

    def test_the_path_alone(self, path: Path, made: str) -> None:
        for given_ in (str(path), f"{path}:3", f"{path}#safe", made):
            assert path_in(given_) == str(path)
