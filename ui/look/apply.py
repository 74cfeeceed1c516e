"""Puts a scheme of colours and a scale in force, in the whole program and at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.look import fonts, roles, scale
from ui.look.restyled import restyle_all
from ui.look.sheet import sheet
from ui.look.theme import palette


def begin(scheme: str, per_cent: float) -> None:
    """Set colours, scale and font before there is a window, and no style sheet.

    Under a style sheet every widget that gets a parent is polished anew with all that is in it, which takes half of the
    time in which a window is put together; `end` gives it one when it stands.
    """
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet("")
        scale.put_in_force(per_cent)
        _put_in_force(app, scheme)
        app.setFont(fonts.font())


def end() -> None:
    """Set the style sheet, now that the window stands."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet(sheet())


def apply_palette(scheme: str) -> None:
    """Set the program's colours; "system" follows the desktop's choice of light or dark."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _put_in_force(app, scheme)
        _show(app)


def apply_scale(per_cent: float) -> None:
    """Set the size of the whole window but the article's text, in per cent."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and per_cent / 100 != scale.scale():
        scale.put_in_force(per_cent)
        _show(app)


def _put_in_force(app: QApplication, scheme: str) -> None:
    if scheme == "system":
        scheme = "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
    roles.put_in_force(scheme)
    if app.palette() != (wanted := palette(scheme)):
        app.setPalette(wanted)


def _show(app: QApplication) -> None:
    """Give style sheet, font, and every widget and layout that has its own sizes, what is in force."""
    if app.font() != (font := fonts.font()):
        app.setFont(font)
    if app.styleSheet() != (wanted := sheet()):
        app.setStyleSheet(wanted)
    restyle_all()
