"""Finishing and skipping an article, and the questions asked before."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotations import span_verbs
from annotations.spans import Span
from models.settings import Settings
from ui.annotate.annotate_keys import Annotating
from ui.annotate.finish_dialog import FinishDialog
from ui.annotate.skip_dialog import SkipDialog
from ui.wording import facts_left


class Finishing(QObject):
    """The end of an article's annotation; the score that was used last is kept in the settings."""

    def __init__(self, annotating: Annotating, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._annotating, self._session = annotating, annotating.session
        self._settings, self._window = settings, window

    def finish(self) -> None:
        """Finish the article, or ask first what becomes of the undecided suggestions."""
        if self._session.article is None:
            return
        if undecided := list(self._session.sheet.undecided):
            self._ask(undecided)
        else:
            self.finish_with()

    def finish_with(self, *, confirm: list[Span] | None = None, reject: list[Span] | None = None) -> None:
        """Finish the article and decide those suggestions in one edit; go to the next unfinished article."""
        was_finished = self._session.is_finished and not self._session.sheet.set.progress.changed
        facts = self._session.sheet.undecided_facts()
        if self._annotating.edits.finish(confirm=confirm or (), reject=reject or ()) or was_finished:
            self._annotating.going.to_next_open()
            if facts:
                self._session.noted.emit(f"Finished; {facts_left(len(facts))} in the article before.")

    def skip(self) -> None:
        """Ask why the article is skipped."""
        if self._session.article:
            dialog = SkipDialog(self._session.sheet.set.progress.skipped, self._window)
            dialog.chosen.connect(self._skip)
            dialog.open()

    def _skip(self, reason: str) -> None:
        if self._session.do("skip article", [], lambda at: span_verbs.skip(at, reason)):
            self._annotating.going.to_next_open()

    def _ask(self, undecided: list[Span]) -> None:
        dialog = FinishDialog(undecided, self._session.text, self._settings["finish_score"], self._window)
        dialog.tell_facts(len(self._session.sheet.undecided_facts()))
        dialog.decided.connect(self._decided)
        dialog.open()

    def _decided(self, confirm: list[Span], reject: list[Span], score: float) -> None:
        trouble = ""
        if score != self._settings["finish_score"]:
            trouble = self._settings.remember(finish_score=score)
        self.finish_with(confirm=confirm, reject=reject)
        if trouble:
            self._session.noted.emit(trouble)
