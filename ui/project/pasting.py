"""Pasting: text from the clipboard, or dragged in, becomes an article, in the project that is open or in a new one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from annotations.articles import Article
from annotations.errors import UserError
from ui.look.dialog import Dialog
from ui.look.layouts import row
from ui.project.files import Files
from ui.project.suggesting import Suggesting
from ui.session import Session

DATE = "The date should be written like 2024-01-23."
ADDED = "1 article added."
LINK = "This is the address of a page, not its text: drag in the text, or save the page and drop the file."
EMPTY = "There is no text yet: paste or write the article."


class PasteText(Dialog):
    """The dialog of an article that is pasted: its text, title and date.

    `given`: what the person wants to add; the dialog stays open until somebody who wrote it accepts it.
    """

    given = Signal(str, str, str)  # text, title, ISO date

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("Paste text", parent, size=(640, 480))
        self.title, self.published = QLineEdit(), QLineEdit(placeholderText="YYYY-MM-DD")
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.text.setAccessibleName("Text of the article")
        self.text.textChanged.connect(self._look)
        beside = row(gap=12)
        beside.add(self.field("&Title", self.title), 3)
        beside.add(self.field("&Date", self.published), 1)
        self.add(beside)
        self.add(self.text, 1)
        self.go = self.end_with("Add article", self._give, icon="plus")
        self.text.setPlainText(text)
        self._look()

    def _look(self) -> None:
        """Show which title and date would be found in the text, where none is written."""
        text = self.text.toPlainText()
        from models.transfer.pasted import pasted

        found = pasted(text) if text.strip() else None
        self.title.setPlaceholderText(found.title if found else "found in the text, if left empty")
        self.published.setPlaceholderText((found.published if found else "") or "YYYY-MM-DD")
        self.wrong.setText("")

    def _give(self) -> None:
        text, date = self.text.toPlainText(), self.published.text().strip()
        if not text.strip():
            self.wrong.setText(EMPTY)
            self.text.setFocus()
        elif date and not QDate.fromString(date, Qt.DateFormat.ISODate).isValid():
            self.wrong.setText(DATE)
            self.published.setFocus()
        else:
            self.given.emit(text, self.title.text().strip(), date)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.go if self.text.toPlainText().strip() else self.text).setFocus()


class Pasting(QObject):
    """The way of what is in the clipboard into the project."""

    def __init__(
        self,
        session: Session,
        files: Files,
        suggesting: Suggesting,
        is_in_list: Callable[[], bool],
        window: QWidget,
    ) -> None:
        """Make an article at once where `is_in_list`: the keyboard is in the list of articles."""
        super().__init__(window)
        self._is_in_list = is_in_list
        self._session, self._files, self._suggesting = session, files, suggesting
        self._window = window

    def open(self) -> None:
        """Import the files in the clipboard, else open the dialog with its text; in the list take it at once."""
        held = QGuiApplication.clipboard().mimeData()
        if files := files_in(held):
            self._files.import_paths(files)
            return
        text = text_in(held)
        if text.strip() and self._is_in_list():
            from models.transfer.pasted import pasted

            if why := self._written(pasted(text)):
                self._session.failed.emit(why)
            return
        self._ask(text)

    def takes(self, held: QMimeData) -> bool:
        """Return whether there is anything in it to be dropped."""
        return bool(files_in(held) or text_in(held).strip())

    def take_dropped(self, held: QMimeData) -> list[Path]:
        """Return the files that were dragged in; open the dialog with a text from another program, an address is none."""
        if files := files_in(held):
            return files
        text = text_in(held)
        if is_address(text):
            self._session.noted.emit(LINK)
        elif text.strip():
            self._ask(text)
        return []

    def _ask(self, text: str) -> None:
        dialog = PasteText(text, self._window)
        dialog.given.connect(partial(self._take, dialog))
        dialog.open()

    def _take(self, dialog: PasteText, text: str, title: str, published: str) -> None:
        from models.transfer.pasted import pasted

        article = pasted(text, title=title, published=published)
        self._files.with_project(partial(self._write, dialog, article), dialog)

    def _write(self, dialog: PasteText, article: Article) -> None:
        """Write the article and show it; the dialog stays open when that could not be done."""
        if why := self._written(article):
            dialog.wrong.setText(why)
        else:
            dialog.accept()

    def _written(self, article: Article) -> str:
        """Write the article and show it; return why that could not be done, or ""."""
        opened = self._session.opened
        if opened is None:
            return ""
        from models.transfer.pasted import take_pasted

        try:
            opened.mark.require_all()
            with opened.mark.kept():
                taken = take_pasted(opened.project, article, by=self._session.annotator)
        except UserError as error:
            return str(error)
        self._session.articles_changed.emit()
        opened.open_article(taken.id)
        said = ADDED if taken.is_new else "This text was here already."
        self._session.noted.emit(said)
        self._suggesting.soon(ADDED if taken.is_new else "")
        return ""


def files_in(held: QMimeData | None) -> list[Path]:
    """Return the files of this machine that are carried."""
    urls = held.urls() if held is not None else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def text_in(held: QMimeData | None) -> str:
    """Return the text that is carried, of a page without its marks; "" when there is none."""
    if held is None:
        return ""
    if held.hasText() or not held.hasHtml():
        return held.text()
    return QTextDocumentFragment.fromHtml(held.html()).toPlainText()


def is_address(text: str) -> bool:
    """Return whether the text is no more than the address of a page."""
    words = text.split()
    return len(words) == 1 and QUrl(words[0]).scheme() in ("http", "https", "ftp")
