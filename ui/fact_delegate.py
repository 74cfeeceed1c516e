"""How a row of the fact panel is drawn: type and state, the roles as chips, the sentence.

As in the text a suggestion is hollow and dashed, what is confirmed is filled; every row is as high as the others.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.fact_rows import Chip, FactRow, FactRows
from ui.theme import label_style, mixed

PAD, GAP, CHIP_LINES = 6, 4, 2
CHOSEN = 0.2  # how much of the highlight the row in hand has
_Role = QPalette.ColorRole


class FactDelegate(QStyledItemDelegate):
    """`hues` by label; a label without one is grey."""

    hues: Mapping[str, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = option.fontMetrics.height()
        return QSize(120, (2 + CHIP_LINES) * line + (1 + CHIP_LINES) * (GAP + 2) + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, FactRows):
            return
        row, palette = model.rows[index.row()], option.palette
        painter.save()
        self._ground(painter, option)
        box = option.rect.adjusted(PAD + 2, PAD, -PAD, -PAD)
        line = option.fontMetrics.height()
        self._head(painter, option, row, QRect(box.left(), box.top(), box.width(), line + 2))
        chips = QRect(box.left(), box.top() + line + 2 + GAP, box.width(), CHIP_LINES * (line + 2 + GAP))
        self._chips(painter, option, row, chips)
        painter.setPen(palette.color(_Role.PlaceholderText))
        words = option.fontMetrics.elidedText(row.evidence, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRect(box.left(), chips.bottom(), box.width(), line), 0, words)
        painter.restore()

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
        """Its type as a badge, its trigger, and on the right its state."""
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
        painter.drawText(QRect(box.right() - width, box.top(), width + 1, box.height()), 0, state)
        left = badge.right() + GAP
        room = QRect(left, box.top(), box.right() - width - GAP - left, box.height())
        words = " · ".join(filter(None, (row.how, row.trigger)))
        if row.missing:
            painter.setPen(palette.color(_Role.BrightText))
        _write(painter, room, words)

    def _chips(self, painter: QPainter, option: QStyleOptionViewItem, row: FactRow, box: QRect) -> None:
        """The chips in lines; what does not fit is counted."""
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
                    painter.drawText(QRect(left, top, rest, high), 0, f"+{len(row.chips) - n}")
                    return
                left, top = box.left(), top + high + GAP
            self._chip(painter, option, chip, QRect(left, top, min(wide, box.right() - left), high - 1))
            left += wide + GAP

    def _chip(self, painter: QPainter, option: QStyleOptionViewItem, chip: Chip, at: QRect) -> None:
        style = label_style(self.hues.get(chip.label or ""), option.palette)
        base = option.palette.color(_Role.Base)
        _box(painter, at, base if chip.is_open else style.fill, _pen(style.edge, chip.is_open))
        painter.setPen(option.palette.color(_Role.Text))
        _write(painter, at, _said(chip), centred=True)


def _said(chip: Chip) -> str:
    return f"{chip.role}: {chip.words}"


def _pen(colour: QColor, dashed: bool) -> QPen:
    return QPen(colour, 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)


def _box(painter: QPainter, at: QRect, paper: QColor, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(paper)
    painter.drawRoundedRect(at, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _write(painter: QPainter, at: QRect, words: str, *, centred: bool = False) -> None:
    room = at.adjusted(GAP, 0, -GAP, 0) if centred else at
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
