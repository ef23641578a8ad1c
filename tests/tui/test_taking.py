"""Taking words away: every form says what the text says and no more, and the list gives it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.tui.conftest import Open
from tests.tui.made import article, quoted, reading, span
from texts.attribution import attribute
from texts.document import Origin
from texts.export import FORMATS
from texts.loading import load, read_text
from texts.loading.controls import harmless
from texts.reading import Certainty, Reading
from texts.samples import sample_path
from tui.screens.keyed import KeyedList
from tui.session import OpenText
from tui.taking import Taken, forms, words_of_quotation

_WRITTEN = st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t")
"""What a text holds that is not taken for binary."""
_PATH = Path("/texts/bridge.txt")
_WORDS = "“We have no choice,” […] “It is not safe.”"
_CITED = f"{_WORDS}\n— Mara Lindqvist (explicit; said directly), bridge.txt, ¶ 3"
_MARKDOWN = (
    f"> {_WORDS.replace('[', chr(92) + '[').replace(']', chr(92) + ']')}\n"
    ">\n> — Mara Lindqvist (explicit; said directly), "
)


def of(number: int, made: Reading | None = None, path: Path | None = _PATH) -> dict[str, Taken]:
    """The forms of a quotation, by their keys."""
    made = made or reading()
    quotation = made.quotations[number]
    paragraph = made.document.paragraphs[quotation.paragraph - 1]
    return {form.key: form for form in forms(made.document, paragraph, made, quotation, path)}


def test_the_forms_of_a_quotation() -> None:
    found = of(1)
    link = found["l"].words
    assert link
    assert link.startswith("doc:/texts/bridge.txt#p3.0-78.")
    assert found["y"].words == _WORDS
    assert found["c"].words == f"{_CITED}\n{link}"
    assert found["p"].words == article().words_of(article().paragraphs[2].span)
    assert found["m"].words == f"{_MARKDOWN}[bridge\\.txt, ¶ 3]({link})"


def test_json_is_the_very_object_that_the_command_line_prints() -> None:
    made = attribute(load(sample_path()))
    printed = list(FORMATS["jsonl"].pieces(made))
    for number, line in enumerate(printed):
        words = of(number, made)["j"].words
        assert words == line.removesuffix("\n")
        assert json.loads(words)["document"] == made.document.name


def test_what_was_piped_has_no_link() -> None:
    found = of(1, path=None)
    assert found["l"].words is None
    assert found["l"].lacking
    assert found["c"].words == _CITED
    assert found["m"].words == f"{_MARKDOWN}bridge\\.txt, ¶ 3"


def test_where_no_quotation_is_the_paragraph_is_taken() -> None:
    document = article()
    found = {form.key: form for form in forms(document, document.paragraphs[0], None, None, _PATH)}
    assert found["y"].words is found["j"].words is None
    title = "Bridge to Close for a Year"
    assert found["p"].words == title
    link = found["l"].words
    assert link
    assert link.startswith("doc:/texts/bridge.txt#p1.0-26.")
    assert found["c"].words == f"{title}\n— bridge.txt, ¶ 1\n{link}"
    assert found["m"].words == f"> {title}\n>\n> — [bridge\\.txt, ¶ 1]({link})"


def test_a_citation_names_what_is_known_and_who_is_not() -> None:
    made = reading()
    origin = Origin("The *Bridge*", "Ed Lee", "The Post", "2026-05-01")
    made = replace(made, document=replace(made.document, origin=origin))
    assert of(3, made, None)["c"].words == (
        "“Nobody will come.”\n— [no attribution found] (unresolved; said directly), "
        "“The *Bridge*”, Ed Lee, The Post, 2026-05-01, bridge.txt, ¶ 5"
    )
    markdown = of(3, made, None)["m"].words
    assert markdown
    assert "\\[no attribution found\\]" in markdown
    assert "“The \\*Bridge\\*”" in markdown


def test_a_quotation_over_paragraphs_keeps_them_and_says_what_is_left_out() -> None:
    text = "“One\r\ngoes on,\n\n“Two.” He sat.\n\n“Three.”\n"
    document = read_text("a.txt", text.encode())
    spans = tuple(span(words, document) for words in ("“One\r\ngoes on,", "“Two.”", "“Three.”"))
    base = quoted("“Nobody will come.”", voice=None, certainty=Certainty.UNRESOLVED)
    quotation = replace(base, paragraph=1, spans=spans)
    assert words_of_quotation(document, quotation) == ("“One goes on,\n\n“Two.”\n\n[…] “Three.”")


@pytest.mark.parametrize(
    ("key", "begins"),
    [("y", _WORDS), ("c", _CITED), ("p", "“We have no"), ("m", _MARKDOWN), ("j", '{"document"')],
)
async def test_a_letter_of_the_list_copies(key: str, begins: str, open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "]", "y", key)
        copied = stage.app.clipboard
        assert copied.startswith(begins)
        assert f": sent {len(copied)} characters to the terminal’s clipboard" in stage.notices[0]
        assert stage.screen.status.notice == f"sent {len(copied)} characters"
        assert stage.app.screen is stage.screen


@pytest.mark.parametrize("size", [(80, 24), (58, 20)])
async def test_a_message_hides_neither_place_nor_keys(
    size: tuple[int, int], open_reader: Open
) -> None:
    async with open_reader(size=size, toasts=True) as stage:
        await stage.press("]", "]", "y", "y")
        *_, state, keys = stage.seen().splitlines()
        assert "the quotation: sent" in stage.seen()
        assert "quotation 2 of 5" in state + keys
        assert "sent " in state + keys


async def test_a_link_is_copied_from_a_file(open_reader: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“The road is shut,” said Ann Lee.\n", encoding="utf-8")
    async with open_reader(OpenText(path)) as stage:
        await stage.press("]", "y", "l")
        assert stage.app.clipboard.startswith(f"doc:{path}#p1.0-19.")


async def test_the_list_shows_what_would_be_copied_and_can_be_left(open_reader: Open) -> None:
    async with open_reader(size=(58, 20)) as stage:
        await stage.press("]", "]", "y", "l")
        overlay = stage.app.screen
        assert isinstance(overlay, KeyedList)  # what was piped has no link
        assert "no choice" in str(overlay.detail.content)
        await stage.press("down")
        assert "Mara Lindqvist" in str(overlay.detail.content)
        await stage.press("escape")
        assert stage.app.screen is stage.screen
        assert stage.app.clipboard == ""
        await stage.press("y", "down", "enter")
        assert stage.app.clipboard == _CITED


async def test_a_selection_wins(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]")
        at = stage.screen.view.content_region
        await stage.pilot.mouse_down(stage.screen.view, offset=(at.width // 2, 0))
        await stage.pilot.mouse_up(stage.screen.view, offset=(at.width // 2, 8))
        selected = stage.screen.get_selected_text()
        assert selected
        await stage.press("y")
        assert stage.app.clipboard == selected
        assert stage.notices[0].startswith("the selection: sent")
        assert stage.app.screen is stage.screen


def test_hostile_words_are_taken_harmless(hostile: Path) -> None:
    made = attribute(load(hostile))
    document = made.document
    for paragraph in document.paragraphs:
        quotation = next(iter(made.in_paragraph(paragraph.number)), None)
        for form in forms(document, paragraph, made, quotation, hostile):
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", form.words or "")


@given(st.text(_WRITTEN, min_size=1, max_size=80), st.text(max_size=40))
def test_markdown_shows_the_words_and_holds_one_link_only(words: str, title: str) -> None:
    made = read_text("a.txt", f"x{words}".encode(errors="replace"))
    made = replace(made, origin=Origin(title=harmless(title)))
    paragraph = made.paragraphs[0]
    (form,) = (f for f in forms(made, paragraph, None, None, _PATH) if f.key == "m")
    tokens = MarkdownIt("commonmark", {"linkify": False}).parse(form.words or "")
    inline = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens if token.nesting == 1] == [
        "blockquote_open", "paragraph_open", "paragraph_open",
    ]  # fmt: skip
    quoted, cited = (token.children or [] for token in inline)
    assert {token.type for token in quoted} <= {"text", "text_special"}
    shown = "".join(token.content for token in quoted)
    assert shown == " ".join(made.words_of(paragraph.span).split())
    links = [token.attrGet("href") for token in cited if token.type == "link_open"]
    assert len(links) == 1
    assert str(links[0]).startswith("doc:/texts/bridge.txt#p1.")


async def test_what_may_be_a_whole_book_is_written_off_the_event_loop(
    open_reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def words(*_: object) -> str:
        asked.append(current_thread() is main_thread())
        return "its words"

    monkeypatch.setattr("tui.taking.words_of_quotation", words)
    monkeypatch.setattr("tui.screens.taking._LONG", 10)
    async with open_reader() as stage:
        await stage.press("]", "]", "y")
        overlay = stage.app.screen
        assert isinstance(overlay, KeyedList)
        assert "too long to show here" in str(overlay.detail.content)
        await stage.press("y")
        await stage.until(lambda: stage.app.clipboard == "its words")
    assert asked == [False]
