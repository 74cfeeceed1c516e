"""The ring round what has the keyboard: 2 px in the accent, for parts that draw none of their own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.look.roles import roles
from ui.look.scale import px

PLAIN = (  # names, else PySide would make these classes before anybody has seen one
    "QAbstractItemView",
    "QAbstractSlider",
    "QCheckBox",
    "QPlainTextEdit",
    "QRadioButton",
    "QTabBar",
    "QTextEdit",
    "QToolButton",
)


class FocusRing(QWidget):
    """A frame over one widget, which the mouse goes through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(over.rect())
        over.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, over: QObject, event: QEvent) -> bool:
        """Stay as large as the widget; go when the keyboard does."""
        if event.type() is QEvent.Type.Resize and isinstance(over, QWidget):
            self.setGeometry(over.rect())
        elif event.type() is QEvent.Type.FocusOut:
            self.hide()
            self.deleteLater()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles().accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        painter.end()


class FocusRings(QObject):
    """Shows the ring on whatever gets the keyboard and is one of Qt's plain parts; `draws_ring`: it has its own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and any(map(now.inherits, PLAIN)) and not getattr(now, "draws_ring", False):
            FocusRing(now)
