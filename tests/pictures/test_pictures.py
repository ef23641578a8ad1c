"""What the reader looks like. A picture that changed is looked at before it is accepted.

``pytest tests/pictures --snapshot-update`` accepts what is drawn now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension  # type: ignore[import-untyped]

from tests.pictures import readme
from tests.pictures.stage import driven_by, self_contained, the_reader
from texts.samples import FIRST
from tui import config, state
from tui.app import QuothApp

# The plugin says so in a way that Syrupy has given up: without this, pictures are called .raw.
SVGImageExtension.file_extension = "svg"

Picture = Callable[..., bool]

_THIRD = ("]", "]", "]")
"""To the third quotation: its voice is not named beside it, and has to be found."""


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's is read or written, and the terminal is no one's in particular."""
    monkeypatch.setattr(state, "folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(config, "path", lambda: tmp_path / "config.toml")
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL_DIM_FACTOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def picture(snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> Picture:
    """Compares the reader, after keys and typed words, with its accepted picture."""
    drawn = QuothApp.export_screenshot
    monkeypatch.setattr(
        QuothApp, "export_screenshot", lambda app, **named: self_contained(drawn(app, **named))
    )

    def compare(
        keys: Iterable[str] = _THIRD,
        *,
        typed: str = "",
        size: tuple[int, int] = (100, 30),
        theme: str = "quoth-dark",
        sample: str = FIRST,
    ) -> bool:
        app = the_reader(sample, theme=theme)
        return snap_compare(app, terminal_size=size, run_before=driven_by(keys, typed))

    return compare


class TestSizes:
    """The text, whose words it holds, and why, in every width."""

    def test_58(self, picture: Picture) -> None:
        """Voices are named above their paragraphs; one line says whose words and how sure."""
        assert picture(size=(58, 30))

    def test_80(self, picture: Picture) -> None:
        """The margin names the voices; the pane under the text says why."""
        assert picture(size=(80, 24))

    def test_120(self, picture: Picture) -> None:
        """The pane stands beside the text."""
        assert picture(size=(120, 40))

    def test_160(self, picture: Picture) -> None:
        """The margin has room for whole names; the text is no wider than 72."""
        assert picture(size=(160, 45))


class TestColours:
    """Voices are told apart whatever colours there are."""

    def test_light(self, picture: Picture) -> None:
        """Dark words on paper, each voice's hue still legible."""
        assert picture(theme="quoth-light")

    def test_ansi(self, picture: Picture) -> None:
        """The terminal's own sixteen colours."""
        assert picture(theme="ansi-dark")

    def test_no_colour(self, picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
        """Only greys: glyphs, words, rules and bold letters carry everything."""
        monkeypatch.setenv("NO_COLOR", "1")
        assert picture()


class TestLists:
    """What opens over the text."""

    def test_voices(self, picture: Picture) -> None:
        """Who speaks and how often, the voice at the cursor highlighted."""
        assert picture((*_THIRD, "v"))

    def test_help(self, picture: Picture) -> None:
        """Every command under its heading, and what the first one does."""
        assert picture(("?",))

    def test_copy(self, picture: Picture) -> None:
        """The forms in which words can be taken away, each with its letter, and the first of them."""
        assert picture((*_THIRD, "y"), size=(80, 24))


class TestFinding:
    """The search panel."""

    def test_results(self, picture: Picture) -> None:
        """The count, rows with the words lit, and the text gone to the first place."""
        assert picture((*_THIRD, "/"), typed="in:quotes impunity")


class TestEvidence:
    """Why."""

    def test_lit(self, picture: Picture) -> None:
        """The quotation, its source, its cue and what else decided are lit in the text."""
        assert picture((*_THIRD, "enter"), size=(120, 40))


class TestTranscript:
    """A conversation."""

    def test_turns(self, picture: Picture) -> None:
        """Each turn is verbatim, its label the source; the title line does not repeat the title."""
        assert picture(sample="tide-gauge-interview")


class TestReadme:
    """README's picture."""

    def test_it_shows_the_present_screen(self) -> None:
        """`python -m tests.pictures.readme` would draw the same."""
        assert readme.PLACE.read_text(encoding="utf-8") == readme.screenshot()

    def test_it_shows_what_is_drawn_at_present(self) -> None:
        """So does the picture of whose words the sample holds."""
        assert readme.DRAWN.read_text(encoding="utf-8") == readme.drawing()


def test_no_picture_calls_anybody_or_tells_where_it_was_taken() -> None:
    pictures = [readme.PLACE, *(Path(__file__).parent / "__snapshots__").rglob("*.svg")]
    assert len(pictures) == 14
    for path in pictures:
        svg = path.read_text(encoding="utf-8")
        for call in ("url(http", "url('", 'url("', "@import", "href=", "<image", "<script"):
            assert call not in svg, (path.name, call)
        for trace in (str(Path.home()), str(Path.cwd()), "site-packages", ".txt", ".toml"):
            assert trace not in svg, (path.name, trace)
