"""Finishing and skipping an article, and the questions asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotations import span_verbs
from annotations.facts import Fact
from annotations.spans import Span
from models.settings import Settings
from ui.annotate.annotate_keys import Annotating
from ui.articles.next_article import next_open
from ui.blind_check.blind_checking import BlindChecking
from ui.finish.keys_pressed import KeysPressed
from ui.finish.offering import WordingOffers
from ui.widgets.target import Target
from ui.wording import spans_and_facts

if TYPE_CHECKING:  # what asks is loaded when it asks
    from ui.finish.left_list import Left


class Finishing(QObject):
    """The end of an article's annotation; the score that was used last is kept in the settings.

    `done`: an article was finished, with its ArticleDone.  While `goes_on`, the next is opened at once; else whoever
    shows what is done calls `go_on`.
    """

    done = Signal(object)

    def __init__(self, annotating: Annotating, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._annotating, self._session = annotating, annotating.session
        self._settings, self._window = settings, window
        self.goes_on = True
        self.said = ""  # of the article finished last, when the next was opened at once
        self.offers = WordingOffers(self._session, self)
        self.keys = KeysPressed(self._session, self)
        self.blind = BlindChecking(annotating.session, annotating.view, window)

    def finish(self) -> None:
        """Finish the article, or ask first what becomes of what is undecided."""
        if self._session.article is None:
            return
        spans, facts = list(self._session.sheet.undecided), self._session.sheet.undecided_facts()
        if spans or facts:
            self._ask(spans, facts)
        else:
            self.finish_with()

    def finish_with(
        self,
        *,
        confirm: list[Left] | None = None,
        reject: list[Left] | None = None,
    ) -> None:
        """Finish the article and decide these in one edit; say what is done, and go to the next unfinished article."""
        was_finished = self._session.is_finished and not self._session.sheet.set.progress.changed
        if not (self._annotating.edits.finish(confirm=confirm or (), reject=reject or ()) or was_finished):
            return
        sheet, project, article = self._session.sheet, self._session.project, self._session.article
        left = spans_and_facts(len(sheet.undecided), len(sheet.undecided_facts()))
        self.said = ""
        if article:
            self.offers.begin(article.id, next_open(self._session))
        if project and article:
            from models.queries.article_done import article_done

            keys = self.keys.of(article.id)
            self.done.emit(article_done(project, article, sheet, keys=keys, since=self.keys.since))
        if self.goes_on:
            self.go_on()
            if left and self._session.article != article:
                self.said = f"Finished; {left} left undecided in the article before."
                self._session.noted.emit(self.said)

    def go_on(self) -> None:
        """Go to the next article that is neither finished nor skipped."""
        self._annotating.going.to_next_open()

    def skip(self) -> None:
        """Ask why the article is skipped."""
        from ui.finish.skip_dialog import SkipDialog

        if self._session.article:
            dialog = SkipDialog(self._session.sheet.set.progress.skipped, self._window)
            dialog.chosen.connect(self._skip)
            dialog.open()

    def _skip(self, reason: str) -> None:
        if self._session.do("skip article", [], lambda at: span_verbs.skip(at, reason)):
            self._annotating.going.to_next_open()

    def _ask(self, spans: list[Span], facts: list[Fact]) -> None:
        from ui.finish.finish_dialog import FinishDialog

        schema = self._session.project.schema if self._session.project else None
        hues = {label.name: label.hue for label in schema.labels.values()} if schema else {}
        text, score = self._session.text, self._settings["finish_score"]
        dialog = FinishDialog(spans, facts, text, score, hues, self._window)
        dialog.decided.connect(self._decided)
        dialog.going.connect(self._go)
        dialog.open()

    def _go(self, item: Left) -> None:
        """Go to what the sheet has pointed at: the article stays as it is."""
        from ui.finish.left_list import place_of

        if article := self._session.article:
            self._annotating.going.go(Target(article.id, *place_of(item), item.id))
            if isinstance(item, Fact):
                self._session.focus_fact(item.id)

    def _decided(self, confirm: list[Left], reject: list[Left], score: float) -> None:
        trouble = ""
        if confirm and score != self._settings["finish_score"]:
            trouble = self._settings.remember(finish_score=score)
        self.finish_with(confirm=confirm, reject=reject)
        if trouble:
            self._session.failed.emit(trouble)
