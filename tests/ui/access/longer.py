"""Words half as long again, as those of other languages are, and what they are cut off by."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.ui.access.moments import told
from ui.look.buttons import Button
from ui.look.lines import Elided

WORDS = (QLabel, QAbstractButton)


def worded(top: QWidget) -> list[QWidget]:
    """What shows words of ours; what gives way is for titles, paths and quotes."""
    return [
        one
        for one in top.findChildren(QWidget)
        if isinstance(one, WORDS) and one.isVisible() and one.text() and not isinstance(one, Elided)
    ]


def lengthen(top: QWidget) -> None:
    """Makes every text half as long again."""
    for one in worded(top):
        longer = one.text() + " " + one.text()[: len(one.text()) // 2]
        one.say(longer, one.icon_name, one.key) if isinstance(one, Button) else one.setText(longer)
    for _ in range(3):
        QApplication.processEvents()


def cut_off(top: QWidget) -> list[str]:
    return [told(one) for one in worded(top) if not fits(one, top)]


def fits(one: QWidget, top: QWidget) -> bool:
    """Whether the part is as large as its words want, and lies in what holds it."""
    wanted = one.sizeHint()
    high = one.heightForWidth(one.width()) if one.hasHeightForWidth() else wanted.height()
    wide = one.minimumSizeHint().width() if one.hasHeightForWidth() else wanted.width()
    parent = one.parentWidget()
    inside = parent is None or parent.rect().adjusted(-1, -1, 1, 1).contains(one.geometry())
    return one.width() >= wide - 1 and one.height() >= min(high, wanted.height()) - 1 and inside
