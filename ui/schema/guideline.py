"""The guideline of a label, written in Markdown: shown, and never more than text.

It comes from a file of somebody else's: HTML stays as it is written, nothing is loaded, from disk or network,
an image is its description, and a link is followed only on a click, by the system's browser, to the web.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFocusEvent,
    QImage,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from ui.plain_text import PlainLabel

WEB = ("http", "https")
LONGEST = 1_000  # characters of a word beyond which lines break anywhere
_MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class MarkdownText(QTextBrowser):
    """A read-only field that shows Markdown; `left`: the keyboard went elsewhere in the window."""

    left = Signal()

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
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return None, and a blank image for an image: Qt would look on the disk for it."""
        return (
            QImage(1, 1, QImage.Format.Format_Mono)
            if kind == QTextDocument.ResourceType.ImageResource
            else None
        )

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()


class Guideline(QWidget):
    """The widget with a label's name and its guideline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.body = PlainLabel(margin=6), MarkdownText()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.body.setAccessibleName("Guideline")
        self.setMinimumHeight(self.fontMetrics().height() * 9)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.body)
        self._shown = ""

    def show_guideline(self, title: str, text: str) -> None:
        """Show the guideline from its top, unless it is shown already."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        if text != self._shown:
            self._shown = text
            self.body.show_markdown(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_shown"):
            self.body.show_markdown(self._shown)  # the colour of links is in the text


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
