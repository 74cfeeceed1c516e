"""The drawing of a row of the fact panel: type and state, the roles as chips, the sentence.

As in the text a suggestion is hollow and dashed, what is confirmed is filled; all rows are equally high.
A row is drawn once and shown again from what was drawn, until the row changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.facts.fact_rows import FactRow, FactRows, FillerChip
from ui.look.theme import label_style, mixed

PAD, GAP, CHIP_LINES = 6, 4, 2
CHOSEN = 0.2  # how much of the highlight the row in hand has
KEPT = 64  # rows whose drawing is kept: more than a window shows
_Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A row's drawing, without its ground, and what else it depends on."""

    row: FactRow
    look: tuple[object, ...]
    pixmap: QPixmap


class FactDelegate(QStyledItemDelegate):
    """The delegate of the fact list; a label without a hue is grey."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hues: Mapping[str, int] = {}
        self._drawn: dict[str, _Drawn] = {}  # by the fact's id, the latest last

    def take_hues(self, hues: Mapping[str, int]) -> None:
        """Take in the hues of the labels."""
        self._hues, self._drawn = hues, {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = option.fontMetrics.height()
        return QSize(120, (2 + CHIP_LINES) * line + (1 + CHIP_LINES) * (GAP + 2) + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, FactRows):
            return
        painter.save()
        self._ground(painter, option)
        painter.drawPixmap(option.rect.topLeft(), self._pixmap(painter, option, model.rows[index.row()]))
        painter.restore()

    def _pixmap(self, painter: QPainter, option: QStyleOptionViewItem, row: FactRow) -> QPixmap:
        ratio, palette = painter.device().devicePixelRatio(), option.palette
        look = (
            option.rect.size().toTuple(),
            ratio,
            palette.cacheKey(),
            palette.currentColorGroup(),
            option.font.key(),
        )
        drawn = self._drawn.pop(row.fact.id, None)
        if drawn is None or drawn.row is not row or drawn.look != look:
            drawn = _Drawn(row, look, self._draw(option, row, ratio))
        self._drawn[row.fact.id] = drawn
        if len(self._drawn) > KEPT:
            del self._drawn[next(iter(self._drawn))]
        return drawn.pixmap

    def _draw(self, option: QStyleOptionViewItem, row: FactRow, ratio: float) -> QPixmap:
        made = QPixmap(option.rect.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setFont(option.font)
        box = QRect(0, 0, option.rect.width(), option.rect.height()).adjusted(PAD + 2, PAD, -PAD, -PAD)
        line = option.fontMetrics.height()
        self._head(painter, option, row, QRect(box.left(), box.top(), box.width(), line + 2))
        chips = QRect(box.left(), box.top() + line + 2 + GAP, box.width(), CHIP_LINES * (line + 2 + GAP))
        self._chips(painter, option, row, chips)
        painter.setPen(option.palette.color(_Role.PlaceholderText))
        said = row.evidence[: box.width() // 2]  # more cannot be seen, and to measure a long sentence costs
        _write(painter, QRect(box.left(), chips.bottom(), box.width(), line), said)
        painter.end()
        return made

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        base, accent = option.palette.color(_Role.Base), option.palette.color(_Role.Highlight)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, mixed(base, accent, CHOSEN) if chosen else base)
        if chosen:
            bar = QRect(option.rect.left(), option.rect.top(), 4, option.rect.height())
            painter.fillRect(bar, accent)
        painter.setPen(option.palette.color(_Role.Mid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, row: FactRow, box: QRect) -> None:
        """Draw the type as a badge, the trigger, and on the right the state."""
        palette = option.palette
        bold = QFont(option.font)
        bold.setBold(True)
        wide = QFontMetrics(bold).horizontalAdvance(row.fact.type) + 2 * GAP + 2
        badge = QRect(box.left(), box.top(), min(wide, box.width() // 2), box.height() - 1)
        solid = palette.color(_Role.Text)
        paper = QColor(Qt.GlobalColor.transparent) if row.is_suggested else solid
        _box(painter, badge, paper, _pen(solid, row.is_suggested))
        painter.setFont(bold)
        painter.setPen(solid if row.is_suggested else palette.color(_Role.Base))
        _write(painter, badge, row.fact.type, centred=True)
        painter.setFont(option.font)
        score = f"{row.fact.score:.2f}" if row.fact.score is not None else "?"
        state = f"○ {score}" if row.is_suggested else "✓"
        width = option.fontMetrics.horizontalAdvance(state)
        painter.setPen(solid)
        _write(painter, QRect(box.right() - width, box.top(), width + 1, box.height()), state)
        left = badge.right() + GAP
        room = QRect(left, box.top(), box.right() - width - GAP - left, box.height())
        words = " · ".join(filter(None, (row.how, row.trigger)))
        if row.missing:
            painter.setPen(palette.color(_Role.BrightText))
        _write(painter, room, words)

    def _chips(self, painter: QPainter, option: QStyleOptionViewItem, row: FactRow, box: QRect) -> None:
        """Draw the chips in lines; what does not fit is counted."""
        metrics, high = option.fontMetrics, option.fontMetrics.height() + 2
        rest = metrics.horizontalAdvance("+00") + GAP
        left, top = box.left(), box.top()
        for n, chip in enumerate(row.chips):
            is_last_line = top + 2 * (high + GAP) > box.bottom() + GAP
            wide = min(metrics.horizontalAdvance(_said(chip)) + 2 * GAP + 2, box.width())
            room = box.right() - left - (rest if is_last_line and n < len(row.chips) - 1 else 0)
            if wide > room and left > box.left():
                if is_last_line:
                    painter.setPen(option.palette.color(_Role.Text))
                    _write(painter, QRect(left, top, rest, high), f"+{len(row.chips) - n}")
                    return
                left, top = box.left(), top + high + GAP
            self._chip(painter, option, chip, QRect(left, top, min(wide, box.right() - left), high - 1))
            left += wide + GAP

    def _chip(self, painter: QPainter, option: QStyleOptionViewItem, chip: FillerChip, at: QRect) -> None:
        style = label_style(self._hues.get(chip.label or ""), option.palette)
        base = option.palette.color(_Role.Base)
        _box(painter, at, base if chip.is_open else style.fill, _pen(style.edge, chip.is_open))
        painter.setPen(option.palette.color(_Role.Text))
        _write(painter, at, _said(chip), centred=True)


def _said(chip: FillerChip) -> str:
    return f"{chip.role}: {chip.words}"


def _pen(colour: QColor, dashed: bool) -> QPen:
    return QPen(colour, 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)


def _box(painter: QPainter, at: QRect, paper: QColor, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(paper)
    painter.drawRoundedRect(at, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _write(painter: QPainter, at: QRect, words: str, *, centred: bool = False) -> None:
    """Write one line, from a point: to have Qt lay out a rectangle costs three times as much."""
    room, metrics = at.adjusted(GAP, 0, -GAP, 0) if centred else at, painter.fontMetrics()
    if metrics.horizontalAdvance(words) > room.width():
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    base = room.top() + (room.height() + metrics.ascent() - metrics.descent()) // 2
    painter.drawText(room.left(), base, words)
