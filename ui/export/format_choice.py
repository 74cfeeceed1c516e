"""The formats of an export as cards, of which one is chosen: those that most want first, the rest unfolded."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from annotations import formats
from ui.export.export_words import abilities
from ui.look.buttons import Button
from ui.look.fonts import font
from ui.look.layouts import column, row
from ui.look.radio import Radio
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

COMMON = {  # name and what it is for, of those that most want
    "jsonl": ("JSONL", "everything, to read it again here or anywhere"),
    "spacy": ("spaCy", "training file for spaCy 3"),
    "hf": ("Hugging Face", "token tags, ready for a trainer"),
    "conll2003": ("CoNLL 2003", "a token a line"),
    "brat": ("brat", "text and standoff files"),
    "prodigy": ("Prodigy", "JSONL as Prodigy reads it"),
}
HIGH, NAME = 40, 116  # pixels at 100 %: of a card, and of the name on it
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


class FormatCard(Radio):
    """The card of a format, a radio button: its name, and what it is for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        form = formats.FORMATS[name]
        self.value = name
        self.title, self.about = COMMON.get(name, (name, form.about))
        self.setAccessibleName(f"{self.title}: {self.about}")
        self.setAccessibleDescription(abilities(form))
        self.setToolTip(tip(abilities(form), wraps=True))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(HIGH))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(HIGH))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r, box = QPainter(self), roles(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        wide, colour = (2.0, r.accent) if is_on or self.hasFocus() else (1.0, r.line)
        painter.setPen(QPen(QColor(colour), wide))
        painter.setBrush(QColor(r.accent_tint if is_on else r.hover if self.underMouse() else r.card))
        half = wide / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), px(6), px(6))
        if self.hasFocus():
            painter.setPen(QPen(QColor(r.accent), 1))
            painter.drawRoundedRect(box.adjusted(4.5, 4.5, -4.5, -4.5), px(4), px(4))
        left = px(16)
        for words, size, weight, role, right in (
            (self.title, 13, 600, "text", px(16 + NAME)),
            (self.about, 12, 400, "text2", box.width() - px(12)),
        ):
            face = font(size, weight)
            painter.setFont(face)
            painter.setPen(QColor(getattr(r, role)))
            room = max(1.0, right - left)
            shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, 0, room + 2, box.height()), _LEFT, shown)
            left = px(24 + NAME)
        painter.end()


class FormatChoice(QWidget):
    """The cards of all formats that are written.  `changed`: another was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        names = formats.names(to="write")
        self.setAccessibleName("Format")
        self._group = QButtonGroup(self)
        self.cards = [FormatCard(name) for name in sorted(names, key=lambda name: name not in COMMON)]
        self.cards.sort(key=lambda card: [*COMMON, card.value].index(card.value))
        self._rest, common = QWidget(), [card for card in self.cards if card.value in COMMON]
        for card in self.cards:
            self._group.addButton(card)
        self._rest.setLayout(column(*(card for card in self.cards if card not in common), gap=6))
        self.more = Button(f"All {len(names)} formats …", "chevron-down", kind="ghost", height=28, pad=8)
        self.more.clicked.connect(self.unfold)
        self.setLayout(column(*common, self._rest, row(self.more, None), gap=6))
        self._rest.hide()
        self.cards[0].setChecked(True)
        self._group.buttonToggled.connect(lambda _, is_on: self.changed.emit() if is_on else None)

    @property
    def value(self) -> str:
        """Return the name of the format that is chosen."""
        return next(card.value for card in self.cards if card.isChecked())

    @property
    def title(self) -> str:
        """Return its name as people say it."""
        return next(card.title for card in self.cards if card.isChecked())

    def choose(self, name: str) -> None:
        """Choose the format of that name."""
        card = next(card for card in self.cards if card.value == name)
        if card.value not in COMMON:
            self.unfold()
        card.setChecked(True)

    def unfold(self) -> None:
        """Show all formats."""
        self._rest.show()
        self.more.hide()

    def take_keyboard(self) -> None:
        """Give the keyboard to the card that is chosen."""
        next(card for card in self.cards if card.isChecked()).setFocus()
