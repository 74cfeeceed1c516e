"""Renaming an article: its title is typed where it stands, in the list or in the heading."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from annotations.errors import Busy, UserError
from annotations.processes.quick_dataclass import dataclass
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


@dataclass(frozen=True)
class Title:
    """The title of an article, and whether a program found it in the text."""

    words: str
    is_found: bool = False


@dataclass(frozen=True)
class Renamed:
    """A change of an article's title."""

    article: str
    before: Title
    after: Title


class Renaming(QObject):
    """The link between the boxes and the project; undo takes back what was renamed since the last edit."""

    def __init__(self, session: Session, articles: ArticleList, heading: Heading) -> None:
        super().__init__(articles)
        self._session, self._list, self._heading = session, articles, heading
        self._done: list[Renamed] = []
        self._undone: list[Renamed] = []
        articles.renaming.connect(self._soon)
        for ended in (session.edited, session.project_closed):
            ended.connect(self._forget)

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

    # --- what undo and redo ask

    def back(self) -> bool:
        """Give the article the title that it had before; return False where none was renamed just now."""
        if not self._done or self._session.opened is None:
            return False
        one = self._done[-1]
        if self._put(one.article, one.after, one.before):
            self._undone.append(self._done.pop())
            self._session.noted.emit("Undid: rename the article.")
        return True

    def again(self) -> bool:
        """Give the article the title again that was taken back."""
        if not self._undone or self._session.opened is None:
            return False
        one = self._undone[-1]
        if self._put(one.article, one.before, one.after):
            self._done.append(self._undone.pop())
            self._session.noted.emit("Did again: rename the article.")
        return True

    def coming(self) -> tuple[str, str]:
        """Return what undo and redo would do here."""
        named = "rename the article"
        return named if self._done else "", named if self._undone else ""

    def _forget(self) -> None:
        """Have nothing to take back: an edit was made since, which goes first."""
        self._done, self._undone = [], []

    # --- the box

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
        article = self._session.article
        if article is None or article.id != id_:
            return
        found = article.meta.get("found") or []
        before = Title(article.title, is_found="title" in found)
        one = Renamed(id_, before, Title(title))
        if self._put(id_, before, one.after):
            self._done.append(one)
            self._undone = []
            self._session.ask_first(self)
            self._session.noted.emit("Renamed; {key:undo} takes it back.")

    def _put(self, id_: str, was: Title, title: Title) -> bool:
        """Give the article that title, shown, if it still has the one it was to have; return whether that was done."""
        opened = self._session.opened
        if opened is None:
            return False
        try:
            opened.open_article(id_)
            article = opened.article
            if article is None or article.title != was.words:
                raise UserError("The title was changed elsewhere; it stays.")
            found = [name for name in article.meta.get("found") or [] if name != "title"]
            meta = {**article.meta, "found": [*["title"] * title.is_found, *found]}
            with opened.mark.kept():
                opened.project.describe(id_, title=title.words, meta=meta)
        except UserError as error:
            self._session.failed.emit(str(error))
            if not isinstance(error, Busy):  # that can be tried again
                self._forget()
            return False
        opened.reread_article()
        return True
