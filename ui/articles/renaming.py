"""Renaming an article: its title is typed where it stands, in the list or in the heading."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from annotations.errors import UserError
from ui.articles.article_list import ArticleList
from ui.articles.heading import Heading
from ui.look.scale import px
from ui.session import Session


class TitleBox(QLineEdit):
    """The box over a title.  `typed`: another title, by Enter or when the keyboard goes elsewhere; Esc leaves it."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, title: str, over: QWidget, place: QRect) -> None:
        super().__init__(title, over)
        self._before, self._is_over = title, False
        self.setAccessibleName("Title")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setGeometry(place)
        self.selectAll()
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does, to which it is a way back to the text."""
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_esc and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(is_kept=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(is_kept=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._end(is_kept=True)

    def _end(self, *, is_kept: bool) -> None:
        if self._is_over:
            return
        self._is_over = True
        title = self.text().strip()
        if is_kept and title and title != self._before:
            self.typed.emit(title)
        self.left.emit()
        self.close()


class Renaming(QObject):
    """The link between the boxes and the project."""

    def __init__(self, session: Session, articles: ArticleList, heading: Heading) -> None:
        super().__init__(articles)
        self._session, self._list, self._heading = session, articles, heading
        articles.renaming.connect(self._soon)

    def start(self) -> None:
        """Have the title of the article at hand typed: in the list if that has the keyboard, else in the heading."""
        article = self._session.article
        if article is None:
            return
        if self._list.hasFocus():
            self._in_list(article.id)
        else:
            line = self._heading.title
            place = QRect(line.x() - px(8), line.y() - px(4), line.width(), px(32))
            self._ask(self._heading, place)

    def _soon(self, id_: str) -> None:
        """Begin when a double click has done what else it does."""
        QTimer.singleShot(0, self, partial(self._in_list, id_))

    def _in_list(self, id_: str) -> None:
        place, article = self._list.articles.place(id_), self._session.article
        if place is not None and article is not None and article.id == id_:
            row = self._list.visualRect(self._list.articles.index(place, 0))
            self._ask(self._list.viewport(), row.adjusted(px(36), px(10), -px(12), -px(16)))

    def _ask(self, over: QWidget, place: QRect) -> None:
        article, was = self._session.article, QApplication.focusWidget()
        if article is None:
            return
        box = TitleBox(article.title or article.id, over, place)
        box.typed.connect(partial(self._write, article.id))
        if was is not None:
            box.left.connect(partial(was.setFocus, Qt.FocusReason.OtherFocusReason))

    def _write(self, id_: str, title: str) -> None:
        """Write the title; it is no longer one that a program found."""
        opened = self._session.opened
        article = opened.article if opened else None
        if opened is None or article is None or article.id != id_:
            return
        found = [name for name in article.meta.get("found") or [] if name != "title"]
        try:
            with opened.mark.kept():
                opened.project.describe(id_, title=title, meta={**article.meta, "found": found})
        except UserError as error:
            self._session.failed.emit(str(error))
            return
        opened.reread_article()
