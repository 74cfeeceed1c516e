"""The room of the builder: where it would leave the article under half of the window, the heading goes, then it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.building.strip import HEIGHT, BuilderStrip
from ui.look.restyled import follow
from ui.look.scale import px

LEAST = 80  # pixels at 100 %: the fact as a sentence, and its roles
_TELL = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class StripRoom(QObject):
    """Keeps the strip as high as it may be in its pane; `heading` is what stands above the article."""

    def __init__(self, strip: BuilderStrip, pane: QWidget, heading: QWidget) -> None:
        super().__init__(strip)
        self._strip, self._pane, self._heading = strip, pane, heading
        for one in (strip, pane):
            one.installEventFilter(self)
        follow(self)

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Fit the strip when it is opened or left, and when its pane has another height."""
        if event.type() in _TELL and (there is self._strip or event.type() is QEvent.Type.Resize):
            self.restyle()
        return False

    def restyle(self) -> None:
        """Take the scale in force."""
        is_open = not self._strip.isHidden()
        room = self._pane.height() - self._pane.window().height() // 2
        with_heading = room - self._heading.maximumHeight()
        is_low = is_open and with_heading < px(HEIGHT)
        if self._heading.isHidden() != is_low:
            self._heading.setHidden(is_low)
        if is_open:
            self._strip.be_high(
                max(min(px(HEIGHT), room if is_low else with_heading), min(px(LEAST), px(HEIGHT)))
            )
