"""Qt's palettes of our roles, and a label's colours derived from its hue alone.

Qt follows the desktop's colour scheme only where a platform theme is installed, so the palettes are ours.
Every label colour is searched for its contrast (WCAG 2.2, "contrast ratio") on the palette it is for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from annotations.processes.quick_dataclass import dataclass
from ui.look.roles import BY_SCHEME

_Role = QPalette.ColorRole
_TABLE = {  # by Qt's roles, ours
    _Role.Window: "chrome",
    _Role.WindowText: "text",
    _Role.Base: "page",
    _Role.AlternateBase: "chrome",
    _Role.Text: "text",
    _Role.PlaceholderText: "text2",
    _Role.Button: "card",
    _Role.ButtonText: "text",
    _Role.BrightText: "bad",
    _Role.ToolTipBase: "card",
    _Role.ToolTipText: "text",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "card",
    _Role.Midlight: "line",
    _Role.Mid: "edge",
    _Role.Dark: "line",
    _Role.Shadow: "line",
}
_DISABLED_ROLES = (_Role.WindowText, _Role.Text, _Role.ButtonText)

FILL_CONTRAST = 7.0  # text on the fill of a box, at least
BADGE_CONTRAST = 4.5  # a badge's text on the badge, and the badge on the page, at least
DIM_CONTRAST = 4.5  # dimmed text on the fill of a box, at least
_DIM = 0.42  # how much of the page's colour boilerplate takes, at most


def palette(scheme: str) -> QPalette:
    """Return the palette of one of `SCHEMES`, for `QApplication.setPalette`."""
    table, made = BY_SCHEME[scheme], QPalette()
    for role, name in _TABLE.items():
        made.setColor(role, QColor(getattr(table, name)))
    faint = mixed(QColor(table.text2), QColor(table.chrome), 0.0 if table.is_plain else 0.25)
    for role in _DISABLED_ROLES:
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made


@dataclass(frozen=True)
class LabelStyle:
    """The colours of one label on one palette; `edge` outlines boxes and writes hollow badges."""

    fill: QColor
    edge: QColor
    badge: QColor
    badge_text: QColor


def label_style(hue: int | None, on: QPalette) -> LabelStyle:
    """Return the colours for a hue of 0..359; None is the grey of a label that the schema lacks."""
    return _style(hue, on.color(_Role.Base).rgb(), on.color(_Role.Text).rgb())


@cache
def _style(hue: int | None, on: int, under: int) -> LabelStyle:
    """Return a label's colours for its hue and the RGB of page (`on`) and text (`under`)."""
    base, text = QColor(on), QColor(under)
    dark = luminance(base) < luminance(text)
    room = contrast(base, text)
    fill = _reach(hue, 0.38 if dark else 0.6, text, max(FILL_CONTRAST + 0.3, room * (0.62 if dark else 0.8)))
    badge = _reach(hue, 0.5 if dark else 0.55, base, BADGE_CONTRAST + (2.5 if dark else 0.9))
    return LabelStyle(fill=fill, edge=badge, badge=badge, badge_text=_readable(badge, base, text))


def swatch(of: QWidget, hue: int | None) -> QIcon:
    """Return an icon for lists: a small box in a label's colours, as high as a line of the widget's text.

    It is in the widget's palette, and the same where it is selected.
    """
    style, side = label_style(hue, of.palette()), of.fontMetrics().height()
    picture = QPixmap(QSize(side, side) * of.devicePixelRatioF())
    picture.setDevicePixelRatio(of.devicePixelRatioF())
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(style.edge)
    painter.setBrush(style.fill)
    painter.drawRoundedRect(2, 2, side - 4, side - 4, 3, 3)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def dimmed(on: QPalette) -> QColor:
    """Return the colour of boilerplate's text, which can still be read on the fill of a box."""
    return _dimmed(on.color(_Role.Base).rgb(), on.color(_Role.Text).rgb())


@cache
def _dimmed(on: int, under: int) -> QColor:
    base, text = QColor(on), QColor(under)
    fills = [_style(hue, on, under).fill for hue in (None, *range(0, 360, 15))]
    shades = (mixed(text, base, step / 50) for step in range(round(_DIM * 50), 0, -1))
    fits = (s for s in shades if min(contrast(s, fill) for fill in fills) >= DIM_CONTRAST)
    return next(fits, text)


def is_dark(on: QPalette) -> bool:
    return luminance(on.color(_Role.Base)) < luminance(on.color(_Role.Text))


def luminance(colour: QColor) -> float:
    """Return the relative luminance, 0..1 (WCAG 2.2)."""
    red, green, blue = _linear(colour.red()), _linear(colour.green()), _linear(colour.blue())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio, 1..21 (WCAG 2.2); the order does not matter."""
    return _ratio(luminance(one), luminance(other))


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with that share (0..1) of `other` in it."""

    def part(channel: Callable[[QColor], int]) -> int:
        return round(channel(one) * (1 - share) + channel(other) * share)

    return QColor(part(QColor.red), part(QColor.green), part(QColor.blue))


@cache
def _linear(part: int) -> float:
    """Return the light of a part of a colour, 0..255."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _reach(hue: int | None, saturation: float, against: QColor, target: float) -> QColor:
    """Return the colour nearest to `against` in lightness that still has the target contrast with it."""
    there = luminance(against)
    away = 0.0 if there > 0.2 else 1.0
    near, far = 1.0 - away, away
    for _ in range(12):
        middle = (near + far) / 2
        if _ratio(luminance(_colour(hue, saturation, middle)), there) >= target:
            far = middle
        else:
            near = middle
    return _colour(hue, saturation, far)


def _colour(hue: int | None, saturation: float, lightness: float) -> QColor:
    if hue is None:
        return QColor.fromHslF(0.0, 0.0, lightness)
    return QColor.fromHslF((hue % 360) / 360, saturation, lightness)


def _readable(on: QColor, *choices: QColor) -> QColor:
    """Return the first choice that can be read on the colour, else the best of black and white."""
    extremes = (QColor("black"), QColor("white"))
    fits = (choice for choice in choices if contrast(choice, on) >= BADGE_CONTRAST)
    return next(fits, max(extremes, key=lambda extreme: contrast(extreme, on)))
