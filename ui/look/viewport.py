"""A viewport that PySide knows, for what is seen at the first paint.

To tell what kind of widget Qt's own is, PySide makes the classes of all widgets there are, seventy, from wizard to calendar.
"""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_viewport(area: QAbstractScrollArea, role: QPalette.ColorRole = QPalette.ColorRole.Base) -> None:
    """Give a new area a viewport of ours that is filled as Qt's, in the colour of the role."""
    made = QWidget()
    made.setBackgroundRole(role)
    made.setAutoFillBackground(True)
    area.setViewport(made)
