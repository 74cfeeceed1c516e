"""The guideline of a label, written in Markdown: shown, and never more than text.

It comes from a file of somebody else's: HTML stays as it is written, nothing is loaded, from disk or network,
an image is its description, and a link is followed only on a click, by the system's browser, to the web.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFocusEvent,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from ui.fixed_keys import FIXED
from ui.frame.pane_round import has_keyboard
from ui.frame.verb_row import spelled
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.look.scale import px

WEB = ("http", "https")
LONGEST = 1_000  # characters of a word beyond which lines break anywhere
_MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class MarkdownText(QTextBrowser):
    """A read-only field that shows Markdown."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(6)
        self.anchorClicked.connect(follow)

    def show_markdown(self, text: str) -> None:
        self.setWordWrapMode(_wrapping(text))
        self.document().setMarkdown(text, _MARKDOWN)
        for fragment in reversed(list(_images(self.document()))):
            describe(self.document(), fragment)
        space_out(self.document())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return None, and a blank image for an image: Qt would look on the disk for it."""
        return (
            QImage(1, 1, QImage.Format.Format_Mono)
            if kind == QTextDocument.ResourceType.ImageResource
            else None
        )


class Guideline(QWidget):
    """The widget with a label's name and its guideline, which is read, or written in an editor in its place.

    `left`: the keyboard went elsewhere in the window.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.body = Elided(px=14, weight=600), MarkdownText()
        self.edit = Button("Edit", "pencil", spelled(FIXED["guideline_edit"].keys), height=28, pad=8)
        self.edit.hide()
        self.body.setAccessibleName("Guideline")
        self.body.setPlaceholderText("Nothing is written here yet.")
        self.setMinimumHeight(self.fontMetrics().height() * 9)
        head = row(gap=4)
        head.add(self.title, 1)
        head.add(self.edit)
        self._lines = column(head, gap=4)
        self._lines.add(self.body, 1)
        self.setLayout(self._lines)
        self._shown = ""
        self.watch(self.body, self.edit)

    def watch(self, *parts: QWidget) -> None:
        """Tell when the keyboard leaves these for elsewhere than this widget."""
        for part in parts:
            part.installEventFilter(self)

    def show_editor(self, editor: QWidget, *, is_on: bool) -> None:
        """Show the editor in the guideline's place, or the guideline again."""
        if editor.parentWidget() is not self:
            self._lines.add(editor, 1)
        change_places(*((self.body, editor) if is_on else (editor, self.body)))
        self.edit.setVisible(not is_on)

    def show_guideline(self, title: str, text: str) -> None:
        """Show the guideline from its top, unless it is shown already."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        if text != self._shown:
            self._shown = text
            self.body.show_markdown(text)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            focus = QApplication.focusWidget()
            is_here = focus is not None and self.isAncestorOf(focus)
            if event.reason() not in _PASSING and not is_here:
                self.left.emit()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_shown"):
            self.body.show_markdown(self._shown)  # the colour of links is in the text


def change_places(shown: QWidget, hidden: QWidget) -> None:
    """Show what is hidden in place of what is shown; the keyboard goes along, and never elsewhere."""
    hidden.show()
    if has_keyboard(shown):
        hidden.setFocus()
    shown.hide()


def follow(link: QUrl) -> None:
    """Open a web page in the system's browser; any other link is left alone."""
    if link.scheme() in WEB:
        QDesktopServices.openUrl(link)


def describe(document: QTextDocument, image: QTextFragment) -> None:
    """Replace the image with its description."""
    words = image.charFormat().property(QTextFormat.Property.ImageAltText)
    cursor = QTextCursor(document)
    cursor.setPosition(image.position())
    cursor.setPosition(image.position() + image.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(f"[image: {words}]" if words else "[image]", QTextCharFormat())


def space_out(document: QTextDocument) -> None:
    """Give paragraphs and headings their room, and headings sizes that fit a narrow pane."""
    document.setIndentWidth(px(16))
    cursor, room, larger = QTextCursor(document), QTextBlockFormat(), QTextCharFormat()
    cursor.select(QTextCursor.SelectionType.Document)
    room.setTopMargin(px(4))
    cursor.mergeBlockFormat(room)
    block = document.begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            room.setTopMargin(px(10) if block.position() else px(4))
            larger.setProperty(QTextFormat.Property.FontSizeAdjustment, max(0, 2 - level))
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeBlockFormat(room)
            cursor.mergeCharFormat(larger)
        block = block.next()


def _wrapping(text: str) -> QTextOption.WrapMode:
    """Return where lines may break: anywhere if a word is very long, as Qt looks for its start every line."""
    longest = max(map(len, text.split()), default=0)
    if longest > LONGEST:
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def _images(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            if place.fragment().charFormat().isImageFormat():
                yield place.fragment()
            place += 1
        block = block.next()
