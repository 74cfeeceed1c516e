"""The colours of facts in the article: ink on the page and no hue, since hues belong to labels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPalette

from ui.look.theme import luminance, mixed

_TABLE = {False: ("#2a2c33", "#ffffff"), True: ("#e8e9eb", "#151618")}  # on a dark page: ink, on ink
_STARK = ("#ffffff", "#000000")  # of high contrast
_SUGGESTED, _RAIL = 0.25, 0.45  # how much of the page is in the marks of suggestions, and in connectors


@dataclass(frozen=True)
class Inks:
    """The colours on one page; `faint` is for what nobody has decided, `rail` joins the parts of a fact."""

    ink: QColor
    on_ink: QColor
    faint: QColor
    rail: QColor
    page: QColor


def inks(page: QPalette) -> Inks:
    """Return the colours on the page of that palette."""
    return _inks(page.color(QPalette.ColorRole.Base).rgb(), page.color(QPalette.ColorRole.Text).rgb())


@cache
def _inks(on: int, under: int) -> Inks:
    page, text = QColor(on), QColor(under)
    is_stark = page == QColor("black")
    ink, on_ink = map(QColor, _STARK if is_stark else _TABLE[luminance(page) < luminance(text)])
    faint = ink if is_stark else mixed(ink, page, _SUGGESTED)
    return Inks(ink, on_ink, faint, mixed(ink, page, _RAIL), page)
