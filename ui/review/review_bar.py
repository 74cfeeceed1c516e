"""The head of a review: how many cases are open, whose work it is, and how far the reviewer is with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from annotations.review.anonymous import letter
from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.layouts import column, row
from ui.look.lines import Elided, Words
from ui.look.marks import Bar
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip
from ui.review.case_in_hand import Hand

NOBODY, OTHERS = "nobody", "all others"


class PersonChip(QComboBox):
    """A chip with an annotator's letter, which opens the list of all; the name is in its tip."""

    def __init__(self, side: str, place: int) -> None:
        super().__init__()
        self._side, self._place, self.is_hidden = side, place, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self._tell)
        self._tell()
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.view().setMinimumWidth(px(160))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(36), px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r, box = QPainter(self), roles(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_ring = self.hasFocus() or r.is_plain
        colour = r.accent if self.hasFocus() else r.edge
        painter.setPen(QPen(QColor(colour), 2 if self.hasFocus() else 1) if has_ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(r.hover if self.underMouse() else r.ink_tint))
        inner = box.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        painter.setFont(font(11, 600))
        painter.setPen(QColor(r.text))
        painter.drawText(box.adjusted(0, 0, -px(10), 0), Qt.AlignmentFlag.AlignCenter, self.letters())
        side = px(12)
        at = box.right() - side - px(3), (box.height() - side) / 2
        painter.drawPixmap(round(at[0]), round(at[1]), icon("chevron-down", r.text2, side))
        painter.end()

    def letters(self) -> str:
        """Return what stands on the chip: the letter of one, + for all others, – for nobody."""
        if self._place and self.count() and not self.currentData():
            return "+" if self.currentText() == OTHERS else "–"
        return letter(self._place)

    def hide_name(self, *, is_hidden: bool) -> None:
        """Keep the name out of the tip, or tell it there."""
        self.is_hidden = is_hidden
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._side} annotator")
        name = "" if self.is_hidden else f": {self.currentText() or NOBODY}"
        self.setToolTip(tip(f"{letter(self._place)}{name}"))
        self.update()


class ReviewBar(QWidget):
    """The head of a review.  `chosen`: other annotators are to be reviewed."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = PersonChip("Left", 0), PersonChip("Right", 1)
        self.count, self.more, self.bar = Elided(px=14, weight=600), Elided(px=12, role="text2"), Bar()
        for box in (self.left, self.right):
            box.activated.connect(self.chosen)
        first = row(gap=3)
        first.add(self.count, 1)
        for part in (self.left, Words("|", px=12, role="text2"), self.right):
            first.add(part)
        self.setLayout(column(first, self.bar, self.more, gap=8, margins=(16, 10, 12, 8)))

    def offer(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        """Offer the names, and show who is chosen: the second "" is nobody."""
        self.left.clear()
        self.right.clear()
        self.left.addItems(list(names))
        self.right.addItem(NOBODY, "")
        for name in names:
            self.right.addItem(name, name)
        if len(names) > 2:
            self.right.addItem(OTHERS, None)
        left, right = (*chosen, "", "")[:2]
        self.left.setCurrentText(left)
        self.right.setCurrentIndex(max(0, self.right.findData(right)))

    def hide_names(self, *, is_hidden: bool) -> None:
        """Keep out of the tips who is which side, or tell it there."""
        for chip in (self.left, self.right):
            chip.hide_name(is_hidden=is_hidden)

    def names(self) -> tuple[str, ...]:
        """Return the chosen names, the left one first; one alone when the right is nobody, or the same."""
        left, right = self.left.currentText(), self.right.currentData()
        if right is None:
            every = (self.left.itemText(n) for n in range(self.left.count()))
            return (left, *(name for name in every if name != left))
        return tuple(filter(None, dict.fromkeys((left, right))))

    def tell(self, hand: Hand) -> None:
        """Show how many cases of the article are open, and which of the articles it is."""
        work = hand.work
        cases, left = (len(work.comparison.cases), len(work.open_cases)) if work else (0, 0)
        self.bar.setVisible(work is not None)
        self.bar.show_share(1 - left / cases if cases else 1.0, "accent" if left else "good")
        if work is None:
            self.count.setText("There is no work to review.")
            self.more.setText("")
            return
        self.count.setText(
            f"{left:,} of {cases:,} {'case' if cases == 1 else 'cases'} open" if cases else "No cases"
        )
        at, of = hand.place
        agreed = len(work.comparison.agreed)
        points = f"{agreed:,} {'point' if agreed == 1 else 'points'} agreed" * (len(hand.names) > 1)
        where = f"article {at:,} of {of:,}" if at else "not to be reviewed"
        self.more.setText("  ·  ".join(filter(None, (where, points))))
