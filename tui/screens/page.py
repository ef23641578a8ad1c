"""The page: a text, its attribution pane and its lines of state, kept in step with the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from texts.document import Document
from texts.errors import TextsError
from texts.loading.decoding import guess_in_words
from texts.reading import Quotation, Reading
from tui.contents import Section, section_at, sections_of
from tui.layout.anchors import Place
from tui.session import OpenText, Session, at_once
from tui.travel import here, place_in_words, unsure_in
from tui.widgets.attribution_pane import AttributionPane, voice_in_a_line
from tui.widgets.keys_line import KeysLine
from tui.widgets.reader_view import ReaderView
from tui.widgets.search_panel import SearchPanel
from tui.widgets.status_line import StatusLine
from tui.widgets.title_line import Heading, TitleLine
from tui.widgets.voices_pane import VoicesPane
from tui.wording import title_of

__all__ = ["Page"]

_TURNED = "right to left, as the terminal turns it; panes stand below"


class Page(Screen[None]):
    """Shows the session's current text. What can be done with it comes with its subclasses."""

    AUTO_FOCUS = "ReaderView"

    pane = query_one(AttributionPane)
    voices_pane = query_one(VoicesPane)
    title_line = query_one(TitleLine)
    status = query_one(StatusLine)
    panel = query_one(SearchPanel)
    one_line = query_one("#one-line", Static)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.view = self.made_view()
        """The view that the reader is in; commands are about its text."""
        self.views = {self.view: session.current}
        """The views there are, from left to right, and the number of the text in each."""
        self.sections: Sequence[Section] = ()
        """The headings of the text, in order."""
        self._said_at = 0

    def key(self, id: str) -> str:  # noqa: A002
        """The key of a command, by its id, as it is named in a sentence."""
        return self.session.keymap.key(id)

    def made_view(self) -> ReaderView:
        """A view that looks as all others do."""
        view, look = ReaderView(), self.session.look
        view.set_reactive(ReaderView.text_width, look.width)
        view.set_reactive(ReaderView.margin, look.margin)
        view.plain, view.turned = look.plain, look.bidi == "terminal"
        return view

    def compose(self) -> ComposeResult:
        self._take_shape()
        plain = self.session.look.plain
        self.set_class(plain, "-ascii")
        yield TitleLine(plain=plain)
        with Container(id="body"):
            yield SearchPanel()
            yield Container(*self.views, id="texts")
            with Container(id="side"):
                yield VoicesPane(plain=plain, list_key=self.key("voices"))
                yield AttributionPane(plain=plain)
        yield Static(id="one-line", markup=False)
        yield StatusLine()
        yield KeysLine()
        yield Static("window too small", id="too-small", markup=False)

    def _take_shape(self) -> None:
        """Take the shape for the terminal's size now: after the first frame the text would jump."""
        for size, breakpoints in (
            (self.app.size.width, self.app.HORIZONTAL_BREAKPOINTS),
            (self.app.size.height, self.app.VERTICAL_BREAKPOINTS),
        ):
            fitting = [name for least, name in breakpoints or () if size >= least]
            self.add_class(*fitting[-1:])

    @staticmethod
    def is_shown(widget: Widget) -> bool:
        """Whether there is room for a widget, and for all that holds it."""
        return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))

    def on_mount(self) -> None:
        self.show_text(self.session.current)

    # The text that is read.

    @property
    def document(self) -> Document:
        return self.session.text.loaded()

    @property
    def reading(self) -> Reading | None:
        return self.session.text.reading

    @property
    def at(self) -> int:
        """Where the cursor is, in the document's text."""
        return self.view.cursor.offset

    @property
    def current_quotation(self) -> Quotation | None:
        """The innermost quotation at the cursor."""
        return here(self.reading, self.at) if self.reading else None

    def show_text(self, number: int, offset: int | None = None) -> bool:
        """Go to a text of the session, at its own place or at `offset`; false if it cannot be read."""
        try:
            text = self.made_ready(number)
        except TextsError as problem:
            self.notify(str(problem), severity="error", markup=False)
            return False
        document = text.loaded()
        if self.views[self.view] != number and (views := self.views_of(number)):
            # It is on the page already, beside the one that is read.
            self.go_into(views[0])
        self.leave_text()
        self.session.current = self.views[self.view] = number
        if offset is not None:
            text.offset = offset
        self.sections = sections_of(document)
        for view in self.views_of(number):
            view.show(document, text.reading)
        self.go_to(text.offset or 0)
        turned = _TURNED if self.view.right_to_left else None
        told = (guess_in_words(document) or document.left_out, turned)
        self.say(" · ".join(words for words in told if words))
        self.text_shown()
        return True

    def made_ready(self, number: int) -> OpenText:
        """A text of the session as it is shown first, with its voices if it is short.

        Raises a `TextsError`.
        """
        text = self.session.open(number)
        if text.reading is None and (reading := at_once(text.loaded())) is not None:
            self.session.take(text, reading)
        return text

    def views_of(self, number: int) -> list[ReaderView]:
        """The views that show a text of the session."""
        return [view for view, held in self.views.items() if held == number]

    def go_into(self, view: ReaderView) -> None:
        """Make a view that is shown the one that the reader is in."""
        if view is not self.view and view in self.views:
            self.leave_text()
            if self.view.has_focus:
                view.focus()
            self.view = view
            self.session.current = self.views[view]
            self.session.text.offset = self.at
            self.sections = sections_of(self.document)
            self.text_shown()
            self.refresh_state()

    def leave_text(self) -> None:
        """Called before another text is shown; for what belongs to the one that was."""

    def text_shown(self) -> None:
        """Called when a text is shown, or one that was shown already is the current one."""
        self.make_room()

    def make_room(self) -> None:
        """Put nothing beside a right-to-left text: terminals turn whole rows."""
        self.set_class(any(view.right_to_left for view in self.views), "-turned")

    # The cursor and what follows it.

    def place_at(self, offset: int) -> Place:
        """The place of an offset of the text."""
        return Place(self.document.paragraphs.index_at(offset), offset)

    def go_to(self, offset: int) -> None:
        """Put the cursor at an offset of the text, a third down the screen."""
        self.view.go_to(self.place_at(offset))

    @on(ReaderView.CursorMoved)
    def follow_current(self, moved: ReaderView.CursorMoved) -> None:
        if moved.reader is self.view:
            self.follow_cursor()

    def follow_cursor(self) -> None:
        """Take what is shown along with the cursor."""
        # It may have gone on, even to another text, since it was said to have moved.
        self.session.text.offset = self.at
        if self.at != self._said_at:
            self.status.notice = ""
        self.refresh_state()

    def refresh_state(self) -> None:
        """Bring the pane and the lines of state in step with the cursor."""
        if not self.document.paragraphs:
            return
        paragraph = self.document.paragraphs[self.document.paragraphs.index_at(self.at)]
        reading, quotation = self.reading, self.current_quotation
        self.pane.show(reading, paragraph, quotation, self.view.hues)
        line = voice_in_a_line(
            reading,
            paragraph,
            quotation,
            width=self.one_line.content_size.width,
            plain=self.session.look.plain,
        )
        if self.one_line.content != line:
            self.one_line.update(line, layout=False)
        self.status.position = place_in_words(reading, self.at) if reading else ""
        self.title_line.heading = self._heading(paragraph.number)

    def _heading(self, number: int) -> Heading:
        document, reading = self.document, self.reading
        section = section_at(self.sections, self.at)
        count = len(document.paragraphs)
        whole = reading is not None and reading.covers >= count
        return Heading(
            title=title_of(document),
            section=None if section is None else self.sections[section].title,
            paragraph=number,
            paragraphs=count,
            percent=round(100 * number / count),
            quotations=len(reading.quotations) if reading else None,
            unsure=unsure_in(reading) if reading else 0,
            read=None if whole else round(100 * (reading.covers if reading else 0) / count),
        )

    def say(self, words: str) -> None:
        """Tell what just happened, until the cursor is elsewhere."""
        self.status.notice = words
        self._said_at = self.at

    def on_resize(self) -> None:
        self.call_after_refresh(self._take_new_shape)

    def _take_new_shape(self) -> None:
        self.refresh_state()
        if self.focused is None:
            # The pane that had the focus has no room any more.
            self.view.focus()
