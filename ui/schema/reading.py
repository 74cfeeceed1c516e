"""Reading a guideline in full, and going back to work."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QWidget

from ui.panels import Panels
from ui.schema.label_palette import LabelPalette

WIDTH = 400  # pixels of the guideline while it is read


class Reading(QObject):
    """The reading of a guideline in place of the labels, with some of the article's width.

    It ends when the keyboard leaves the guideline.
    """

    def __init__(self, labels: LabelPalette, panels: Panels, panes: QSplitter, article: QWidget) -> None:
        super().__init__(labels)
        self._labels, self._panels, self._panes, self._article = labels, panels, panes, article
        self._sizes: list[int] = []  # the widths of the panes before, while it is read
        self._body = labels.guideline.body
        self._body.left.connect(self.stop)

    def toggle(self) -> None:
        """Go to the guideline of the label of the span in focus, else of the label in hand; or back."""
        if self._sizes:
            self._article.setFocus()
            return
        self._panels.setCurrentWidget(self._labels)
        self._sizes = self._panes.sizes()
        self._labels.list.hide()
        left, middle, right = self._sizes
        more = max(0, WIDTH - right)
        self._panes.setSizes([left, middle - more, right + more])
        self._body.setFocus()

    def stop(self) -> None:
        """Show the labels again, and give the panes their former widths."""
        if self._sizes:
            self._labels.list.show()
            self._panes.setSizes(self._sizes)
            self._sizes = []
