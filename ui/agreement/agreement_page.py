"""The page of the view Agreement: it runs the comparison and shows what came of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries import articles as article_queries
from ui.agreement.agreement_view import AgreementView
from ui.project.commands import Commands
from ui.session import Session


class AgreementPage(QWidget):
    """The page, between `view` and the commands; `pointed` to a Target, `left` for the articles."""

    pointed = Signal(object)
    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self._session, self._commands, self._project = session, commands, session.project
        self.view = AgreementView(session.annotator)
        self.view.asked.connect(self.compare)
        self.view.cancelled.connect(commands.cancel)
        self.view.pointed.connect(self.pointed)
        self.view.left.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def open(self) -> None:
        """Offer everybody who has a set for comparison."""
        if project := self._session.project:
            self.view.offer(article_queries.annotators(project))
        self.view.people.setFocus()

    def compare(self, names: list[str]) -> None:
        """Start the comparison, unless something else runs."""
        if self._project is None:
            return
        if self._commands.is_running:
            self.view.fail("Something is running already; wait for it, or cancel it.")
            return
        self.view.wait()
        words = ["agreement", str(self._project.folder), "--confusion", "--", *names]
        self._commands.run("comparing", words, self._show, self._fail)

    def _show(self, report: dict[str, Any], errors: str) -> None:
        if self._project and self._is_of_project():
            self.view.show_report(report, article_queries.titles(self._project, report["by_article"]))

    def _fail(self, why: str) -> None:
        if self._is_of_project():
            self.view.fail(why)

    def _is_of_project(self) -> bool:
        """Return whether the project is still open: with another one this page is gone."""
        return self._session.project is self._project
