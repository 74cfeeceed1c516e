"""The one door for words of others in the window: labels, tips, boxes, menus and titles show them letter by letter.

Qt takes what looks like HTML for HTML: a title could show a picture from the disk, or be a link.  So no other
module makes a QLabel or a QMessageBox; tips and titles that are data go through here.  What turns the order of a
line (U+202E and its like) is written out, else a title would turn the sentence around that names it.
"""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Guesses  # QtCore's Qt lacks what looks for HTML
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from annotations.text.controls import unturned

_KEPT = '<p style="white-space: pre-wrap">{}</p>'  # blanks and lines as they are


class PlainLabel(QLabel):
    """A label whose text is never more than text."""

    def __init__(self, text: str = "", **properties: Any) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText, **properties)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(unturned(text))


class _PlainBox(QMessageBox):
    """A box whose words are never more than text, nor turned around."""

    def setText(self, text: str) -> None:
        super().setText(unturned(text))

    def setDetailedText(self, text: str) -> None:
        super().setDetailedText(unturned(text))


def tip(words: str, *, wraps: bool = False) -> str:
    """Return the text of a tip that shows the words as they are; Qt has no format for tips.

    `wraps`: they are broken into lines, where Qt would show one line, however long.

    >>> tip("Left of Oslo"), tip("<b>Oslo</b>")
    ('Left of Oslo', '<p style="white-space: pre-wrap">&lt;b&gt;Oslo&lt;/b&gt;</p>')
    """
    words = unturned(words)
    return _KEPT.format(escape(words)) if wraps or Guesses.mightBeRichText(words) else words


def window_title(words: str) -> str:
    """Return a window's title of those words, in one line; Qt would take [*] for its mark of what is unsaved."""
    return "".join(c if c.isprintable() else " " for c in unturned(words)).replace("[*]", "[*][*]")


def menu_text(words: str) -> str:
    """Return the words for a menu or button, where & would mark a key."""
    return unturned(words).replace("&", "&&")


def message_box(
    icon: QMessageBox.Icon, title: str, words: str, parent: QWidget | None = None, *, more: str = ""
) -> QMessageBox:
    """Return a box, not yet shown; `more` stands below the words."""
    box = _PlainBox(parent, icon=icon, textFormat=Qt.TextFormat.PlainText)
    box.setWindowTitle(window_title(title))
    box.setText(words)
    if more:
        say_below(box, more)
    return box


def say_below(box: QMessageBox, more: str) -> None:
    """Have the box say this below its words."""
    box.setInformativeText(unturned(more))
    for label in box.findChildren(QLabel):  # the box's format is not that of what stands below
        label.setTextFormat(Qt.TextFormat.PlainText)
