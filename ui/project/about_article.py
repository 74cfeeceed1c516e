"""What is known of the article at hand, asked for and changed; and taking it out of the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from annotations.errors import UserError
from models.project import Project
from ui.articles import next_article
from ui.project.dialogs import ArticleInfo
from ui.session import Session


class AboutArticle(QObject):
    """Asks, and writes what was answered."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def open(self) -> None:
        """Show title and metadata, to be changed."""
        if article := self._session.article:
            dialog = ArticleInfo(article, self._window)
            dialog.edited.connect(self._describe)
            dialog.open()

    def remove(self) -> None:
        """Ask whether the article is removed."""
        article = self._session.article
        if article is None:
            return
        question = (
            f"Remove “{article.title or article.id}” with everybody's work on it? A backup is made before."
        )
        box = QMessageBox(QMessageBox.Icon.Question, "Remove article", question, parent=self._window)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self._remove)
        box.open()

    def _describe(self, title: str, meta: dict[str, Any]) -> None:
        self._change(lambda project, id_: project.describe(id_, title=title, meta=meta))
        self._session.reread_article()

    def _remove(self) -> None:
        """Removes the article at hand, after a backup, and opens the one beside it."""
        beside = next_article.beside(self._session, 1) or next_article.beside(self._session, -1)
        copy = self._change(lambda project, id_: project.remove_article(id_))
        if copy is None:
            return
        self._session.leave_article()
        self._session.articles_changed.emit()
        self._session.described.emit()
        if beside:
            self._session.open_article(beside)
        self._session.noted.emit(f"The article was removed; the backup before it is {copy}.")

    def _change(self, work: Callable[[Project, str], Any]) -> Any:
        """Runs the work on project and article; a mistake becomes a notice."""
        project, article = self._session.project, self._session.article
        try:
            return work(project, article.id) if project and article else None
        except UserError as error:
            self._session.noted.emit(str(error))
            return None
