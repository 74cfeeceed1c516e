"""The first size: how large the window opens, and that it lies whole on the screen it opens on."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QWidget

SHARE = 0.9  # of the free part of the screen, both ways
MOST, LEAST = QSize(1440, 900), QSize(880, 600)


def first_size(free: QSize) -> QSize:
    """Return the size at a first start, where so much of the screen is free.

    >>> first_size(QSize(1366, 728)), first_size(QSize(2560, 1400)), first_size(QSize(800, 560))
    (PySide6.QtCore.QSize(1229, 655), PySide6.QtCore.QSize(1440, 900), PySide6.QtCore.QSize(800, 560))
    """
    return (free * SHARE).boundedTo(MOST).expandedTo(LEAST).boundedTo(free)


def fitted(window: QRect, free: QRect) -> QRect:
    """Return the window no larger than the free part of the screen, and moved so that it lies in it.

    >>> fitted(QRect(-40, 700, 3000, 500), QRect(0, 25, 1280, 695))
    PySide6.QtCore.QRect(0, 220, 1280, 500)
    """
    fits = QRect(window.topLeft(), window.size().boundedTo(free.size()))
    fits.moveLeft(max(free.left(), min(fits.left(), free.left() + free.width() - fits.width())))
    fits.moveTop(max(free.top(), min(fits.top(), free.top() + free.height() - fits.height())))
    return fits


def place(window: QWidget, remembered: str) -> None:
    """Give the window the place that was remembered, in base 64, as far as the screen has it; else the first size."""
    if window.restoreGeometry(QByteArray.fromBase64(remembered.encode())):
        if not window.isMaximized() and not window.isFullScreen():
            window.setGeometry(fitted(window.geometry(), _free(window)))
    else:
        window.resize(first_size(window.screen().availableSize()))


def _free(window: QWidget) -> QRect:
    """Return what a window's inside may take of its screen; its frame is known only once it was shown."""
    screen = next(
        (s for s in window.screen().virtualSiblings() if s.geometry().intersects(window.geometry())), None
    )
    inside, frame = window.geometry(), window.frameGeometry()
    edges = inside.left() - frame.left(), inside.top() - frame.top()
    ends = inside.right() - frame.right(), inside.bottom() - frame.bottom()
    return (screen or window.screen()).availableGeometry().adjusted(*edges, *ends)
