"""The text of an article to read: the article view with keys that scroll it, and none that changes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider

from ui.article.article_view import ArticleView
from ui.bindings import pressed

_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ReadText(ArticleView):
    """The view.  `wanted_open`: its place is wanted in Annotate; `stepped`: the next place (1) or the one before (-1)."""

    wanted_open, stepped = Signal(), Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._does: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {}
        for name, does in (
            ("evidence_open", self.wanted_open.emit),
            ("evidence_next", lambda: self.stepped.emit(1)),
            ("evidence_previous", lambda: self.stepped.emit(-1)),
        ):
            self._does |= dict.fromkeys(pressed(name), does)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, go to another place or open it; other keys go on to the page."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _SCROLLS and not modifiers:
            self.verticalScrollBar().triggerAction(_SCROLLS[key])
        elif does := self._does.get((key, modifiers)):
            if not event.isAutoRepeat() or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                does()
        else:
            event.ignore()
