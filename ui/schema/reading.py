"""Reading a guideline in full, and going back to work."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.panels import Panels
from ui.schema.label_palette import LabelPalette


class Reading(QObject):
    """The reading of a guideline in place of labels and facts; it ends when the keyboard leaves it."""

    def __init__(self, labels: LabelPalette, panels: Panels, article: QWidget) -> None:
        super().__init__(labels)
        self._labels, self._panels, self._article = labels, panels, article
        self._is_read = False
        self._body = labels.guideline.body
        self._body.left.connect(self.stop)

    def toggle(self) -> None:
        """Go to the guideline of the label of the span in focus, else of the current label; or back."""
        if self._is_read:
            self._article.setFocus()
            return
        self._panels.unfold()
        self._panels.open("labels")
        self._show(is_read=True)
        self._body.setFocus()

    def stop(self) -> None:
        """Show the labels again."""
        if self._is_read:
            self._show(is_read=False)

    def _show(self, *, is_read: bool) -> None:
        self._is_read = is_read
        self._labels.read(is_read)
        self._panels.first.read(is_read)
