"""Between the page of agreement and the window: it opens, runs the comparison, and leads to a place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from models.queries import articles as article_queries
from ui.views import ANNOTATE
from ui.widgets.target import Target

if TYPE_CHECKING:
    from ui.agreement.agreement_view import AgreementView
    from ui.main_window import MainWindow


class Agreeing(QObject):
    """`view` is None until the page is first opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._files = window, window.session, window.files
        self.view: AgreementView | None = None
        self._session.project_opened.connect(self._forget)

    def open(self) -> None:
        """Shows the page, with everybody who has a set."""
        if (project := self._session.project) is None:
            return
        if self.view is None:
            self.view = self._made()
        self.view.offer(article_queries.annotators(project))
        self._window.pages.setCurrentWidget(self.view)
        self.view.people.setFocus()

    def compare(self, names: list[str]) -> None:
        """Starts the comparison, unless something else runs."""
        project, view = self._session.project, self.view
        if project is None or view is None:
            return
        if self._files.is_running:
            view.fail("Something is running already; wait for it, or cancel it.")
            return
        view.wait()
        words = ["agreement", str(project.folder), "--confusion", "--", *names]
        self._files.run("comparing", words, partial(self._show, view), partial(self._fail, view))

    def _made(self) -> AgreementView:
        from ui.agreement.agreement_view import AgreementView

        view = AgreementView(self._session.annotator)
        view.asked.connect(self.compare)
        view.cancelled.connect(self._window.sharing.cancel)
        view.pointed.connect(self._go)
        view.left.connect(self._leave)
        self._window.pages.addWidget(view)
        return view

    def _show(self, view: AgreementView, report: dict[str, Any], errors: str) -> None:
        if (project := self._session.project) and view is self.view:
            view.show_report(report, article_queries.titles(project, report["by_article"]))

    def _fail(self, view: AgreementView, why: str) -> None:
        if view is self.view:
            view.fail(why)

    def _go(self, to: Target) -> None:
        """As a panel's jump, so that the way back is kept."""
        self._leave()
        self._window.panels.pointed.emit(to)

    def _leave(self) -> None:
        self._window.views.show(ANNOTATE)

    def _forget(self) -> None:
        """The figures were another project's, or another annotator's window's."""
        if self.view:
            self._window.pages.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
