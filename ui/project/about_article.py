"""The title and metadata of the article at hand, shown and changed; and its removal from the project."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from annotations.errors import UserError
from ui.articles import next_article
from ui.plain_text import message_box
from ui.project.dialogs import ArticleInfo
from ui.session import Session


class AboutArticle(QObject):
    """The dialogs about the article at hand, and the writing of what was answered."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def open(self) -> None:
        """Open the dialog in which title and metadata are changed."""
        if article := self._session.article:
            dialog = ArticleInfo(article, self._window)
            dialog.edited.connect(partial(self._describe, dialog, article.id))
            dialog.open()

    def remove(self) -> None:
        """Ask whether the article is to be removed."""
        article = self._session.article
        if article is None:
            return
        question = (
            f"Remove “{article.title or article.id}” with everybody's work on it? A backup is made before."
        )
        box = message_box(QMessageBox.Icon.Question, "Remove article", question, self._window)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self._remove)
        box.open()

    def _describe(self, dialog: ArticleInfo, id_: str, title: str, meta: dict[str, Any]) -> None:
        """Write what the dialog says, which stays open when that could not be done."""
        opened = self._session.opened
        if opened is None:
            return
        try:
            with opened.mark.kept():
                opened.project.describe(id_, title=title, meta=meta)
        except UserError as error:
            dialog.wrong.setText(str(error))
            return
        dialog.accept()
        opened.reread_article()

    def _remove(self) -> None:
        """Remove the article at hand, after a backup, and open the one beside it."""
        opened = self._session.opened
        if opened is None or opened.article is None:
            return
        id_ = opened.article.id
        beside = next_article.beside(self._session, 1) or next_article.beside(self._session, -1)
        try:
            opened.mark.require_all()
            copy = opened.project.remove_article(id_)
        except UserError as error:
            opened.mark.refuse(error)
            return
        opened.leave_article()
        self._session.articles_changed.emit()
        self._session.described.emit()
        if beside:
            opened.open_article(beside)
        self._session.noted.emit(f"The article was removed; the backup before it is {copy}.")
