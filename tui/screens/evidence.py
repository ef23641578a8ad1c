"""Why: lighting what an attribution rests on, and finding out who else may have said it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.worker import get_current_worker

from texts.attribution import explain
from texts.attribution.trace import Weighed
from texts.document import Document, Span
from texts.reading import Certainty, Quotation, Voice
from tui.chains import links_of
from tui.collecting import only_young
from tui.screens.travelling import Travelling
from tui.session import Session
from tui.travel import found_again
from tui.wording import certainty_in_words, chain_in_words, shortened

__all__ = ["Evidence"]

_NAME = 60


class Evidence(Travelling):
    """The page with the lights of one attribution."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._explained: Quotation | None = None

    def leave_text(self) -> None:
        super().leave_text()
        self._forget_why()

    def follow_cursor(self) -> None:
        super().follow_cursor()
        if self._explained is not None and self._explained != self.current_quotation:
            self.put_out_evidence()

    def action_evidence(self) -> None:
        quotation = self.current_quotation
        if quotation is None:
            self.say(f"no quotation here: {self.key('quotation.next')} goes to the next one")
            return
        if self._explained == quotation:
            self.go_to_introduction(self.reading.voice_of(quotation) if self.reading else None)
            return
        self._explained = quotation
        self.view.set_evidence(
            source=quotation.source,
            cue=quotation.cue,
            content=quotation.spans,
            basis=quotation.evidence.basis,
            links=self._links(quotation),
        )
        if quotation.certainty in (Certainty.CARRIED, Certainty.INFERRED):
            self._weigh(self.document, quotation)
        again = f"{self.key('evidence')} again: where introduced"
        self.say(f"lit: {self._lit_in_words(quotation)} · {again}")

    def _lit_in_words(self, quotation: Quotation) -> str:
        sure = certainty_in_words(quotation)
        if self.reading is None or self.is_shown(self.pane) or len(quotation.chain) < 3:
            return sure
        # There is no pane that draws the chain.
        chain = chain_in_words(self.reading, quotation, plain=self.session.look.plain)
        return f"{sure} · {chain}"

    def _links(self, quotation: Quotation) -> list[Span]:
        """The words by which the voices between the author and its own speak."""
        outer = links_of(self.reading, quotation)[1:-1] if self.reading else ()
        return [span for link in outer for span in link.spans]

    @work(
        thread=True,
        group="why",
        exclusive=True,
        exit_on_error=True,
        description="who else may have said it",
    )
    def _weigh(self, document: Document, quotation: Quotation) -> None:
        """Find out who else may have said it: the document is read again, with a trace."""
        worker = get_current_worker()
        with only_young():
            why = explain(document, quotation.paragraph, lambda: worker.is_cancelled)
        found = (e.weighed for e in why.explanations if e.quotation.spans == quotation.spans)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take_weighed, quotation, next(found, ()))

    def _take_weighed(self, quotation: Quotation, weighed: Sequence[Weighed]) -> None:
        if self._explained == quotation:
            self.pane.weigh(quotation, weighed)

    def go_to_introduction(self, named: Voice | None) -> None:
        """Go to where the text introduces a voice, which may be that of an earlier reading."""
        voice = found_again(named, self.reading) if named and self.reading else None
        if voice is None or voice.introduced is None:
            self.say("the text names nobody here")
            return
        self.jump(
            voice.introduced.start,
            f"{shortened(voice.name, _NAME)} is introduced here; {self.key('back')} returns",
        )

    def put_out_evidence(self) -> bool:
        """Put out the lights of the evidence; false if there were none."""
        lit = self._explained is not None
        self._forget_why()
        self.view.set_evidence()
        return lit

    def _forget_why(self) -> None:
        if self._explained is not None:
            self._explained = None
            self.workers.cancel_group(self, "why")
            self.pane.weigh(None)
