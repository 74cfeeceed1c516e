"""The card of a span under the mouse: what it is, who says so, its guideline, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.schema.types import Label, opening
from annotations.spans import Span, Status
from annotations.text.text import quoted
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.fonts import font
from ui.look.layouts import column, row
from ui.look.lines import Elided, Words
from ui.look.marks import Card, draw_pill
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.theme import label_style
from ui.moments.who_says import who_says
from ui.plain_text import tip

WIDTH, LONGEST = 336, 180  # pixels at 100 %; characters of a guideline
VERBS = (  # action, word, icon
    ("relabel", "Relabel", "tag"),
    ("same_mentions", "Same", "copy"),
    ("fact", "Fact", "diamond"),
    ("example", "Example", "star"),
)


class LabelPill(QWidget):
    """The name of a label in its colours, with a dashed edge while it is only suggested."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._is_dashed = "", False
        self._hue: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def show_label(self, name: str, hue: int | None, *, is_dashed: bool) -> None:
        """Show that label."""
        self._name, self._hue, self._is_dashed = name, hue, is_dashed
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(font(11, 600)).horizontalAdvance(self._name)) + px(12), px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, style = QPainter(self), label_style(self._hue, self.palette())
        colour = style.edge if self._is_dashed else style.badge_text
        draw_pill(
            painter,
            QRectF(self.rect()),
            self._name,
            font(11, 600),
            colour=colour.name(),
            fill="" if self._is_dashed else style.badge.name(),
            edge=style.edge.name(),
            is_dashed=self._is_dashed,
            radius=px(4),
        )
        painter.end()


class HoverCard(Card):
    """The card; it never takes the keyboard.  `pressed`: the action of that name is wanted for the span."""

    pressed = Signal(str)

    def __init__(self, over: QWidget) -> None:
        self.quote, self.sure = Elided(px=14, weight=600), Words(px=12, role="text2")
        self.quote.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.label, self.who = LabelPill(), Words(px=12, role="text2", wraps=True)
        self.guideline = Words(wraps=True)
        self.confirm = self._button("confirm", "Confirm", "check", "primary")
        self.reject = self._button("reject", "Reject", "x", "plain")
        self.others = {name: self._button(name, word, icon, "ghost") for name, word, icon in VERBS}
        head, verbs = row(gap=8), row(self.confirm, self.reject, None, *self.others.values(), gap=4)
        head.add(self.quote)
        head.add(self.label)
        head.add(None)
        head.add(self.sure)
        self._lines = column(head, self.who, self.guideline, 2, verbs, gap=6, margins=(12, 10, 12, 10))
        super().__init__(self._lines, floats=True)
        self.setParent(over)
        self.setAccessibleName("Card of the span under the mouse")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    def _button(self, name: str, word: str, icon: str, kind: str) -> Button:
        words = "" if kind == "ghost" else word
        button = Button(words, icon, kind=kind, height=28, pad=8 if kind == "ghost" else 10)  # type: ignore[arg-type]
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(word)
        button.clicked.connect(partial(self._press, name))
        return button

    def _press(self, name: str, _: bool = False) -> None:
        self.pressed.emit(name)

    def tell(self, span: Span, label: Label | None, text: str, annotator: str) -> None:
        """Show that span."""
        is_open = span.status is Status.SUGGESTED
        words = quoted(text, span.start, span.end).strip("“”")
        self.quote.setText(words)
        wide = QFontMetricsF(font(14, 600)).horizontalAdvance(words)
        self.quote.setFixedWidth(min(round(wide) + 2, px(150)))
        self.label.show_label(span.label, label.hue if label else None, is_dashed=is_open)
        sure = f"{span.score:.0%} sure" if span.score is not None else ""
        self.sure.setText(sure if is_open else "confirmed")
        self.who.setText(who_says(span, annotator))
        said = _first(label.guideline) if label else "The labels of this project have no such label."
        self.guideline.setText(said)
        self.guideline.setVisible(bool(said))
        self.confirm.setVisible(is_open)
        self.reject.say("Reject" if is_open else "Delete", "x" if is_open else "trash-2", "")
        for name, word, button in (
            ("confirm", "Confirm", self.confirm),
            ("reject", self.reject.text(), self.reject),
            *((name, word, self.others[name]) for name, word, _ in VERBS),
        ):
            button.setToolTip(tip(IN_FORCE.fill(f"{word} ({{key:{name}}})")))

    def place(self, left: int, top: int, bottom: int, room: QSize) -> None:
        """Stand below the words between `top` and `bottom`, or above them where there is no room."""
        width = min(px(WIDTH), room.width() - 2 * px(8))
        self.setFixedWidth(width)
        self._lines.activate()
        height = max(self._lines.totalHeightForWidth(width), self._lines.totalSizeHint().height())
        left = max(px(8), min(left, room.width() - width - px(8)))
        below, above = bottom + px(6), top - px(6) - height
        fits = below + height <= room.height() or above < 0
        self.setGeometry(left, below if fits else above, width, height)


def _first(guideline: str) -> str:
    """Return the first paragraph of a guideline without its marks, cut at the end of a word."""
    said = " ".join(
        opening(guideline).split("\n\n", 1)[0].replace("*", "").replace("`", "").lstrip("# ").split()
    )
    return said if len(said) <= LONGEST else said[:LONGEST].rsplit(" ", 1)[0] + " …"
