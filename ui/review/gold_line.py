"""The line of what will stand in gold: a fact as a sentence, a span as its words, or that nothing will."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.facts import Fact
from annotations.review.cases import Item
from annotations.schema.types import Schema
from annotations.sentences import PieceKind, SentencePiece, sentence_of
from annotations.sets import Boilerplate, Topic
from annotations.spans import Span
from annotations.text.text import quoted
from ui.look.fonts import font
from ui.look.marks import draw_pill
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import label_style
from ui.plain_text import tip

NOTHING, DRAW = "Nothing will stand here", "A draw: nothing is proposed"
LINES, PITCH = 2, 20  # of the sentence; pixels at 100 %
_FONTS = {
    PieceKind.PLAIN: ("text2", 400, False),
    PieceKind.FILLER: ("text", 600, False),
    PieceKind.OPEN: ("warn", 400, True),
}


class GoldLine(QWidget):
    """The line, of a height that never changes: type or label as a chip, then the words, in two lines at most."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = self.words = ""
        self._hue: int | None = None
        self._is_fact = False
        self._pieces: tuple[SentencePiece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self)

    def show_item(
        self,
        item: Item | None,
        text: str,
        schema: Schema,
        spans: Mapping[str, Span],
        *,
        is_decided: bool,
        is_draw: bool = False,
    ) -> None:
        """Show the item, or that there is none; `spans` are those that its fillers may refer to."""
        self._is_fact, self.kind, self._hue = isinstance(item, Fact), "", None
        if isinstance(item, Fact):
            self.kind, self._pieces = item.type, sentence_of(item, text, schema, spans).pieces
        elif isinstance(item, Topic):
            self.kind, self._pieces = "topic", (SentencePiece(item.name, PieceKind.FILLER),)
        elif isinstance(item, Boilerplate):
            quote = quoted(text, item.start, item.end)
            self.kind, self._pieces = item.kind, (SentencePiece(quote, PieceKind.FILLER),)
        elif isinstance(item, Span):
            label = schema.labels.get(item.label)
            self.kind, self._hue = item.label, label.hue if label else None
            self._pieces = (SentencePiece(quoted(text, item.start, item.end), PieceKind.FILLER),)
        else:
            words = DRAW if is_draw else "Nothing stands here" if is_decided else NOTHING
            self._pieces = (SentencePiece(words),)
        self.words = "".join(piece.words for piece in self._pieces)
        said = " ".join(filter(None, (self.kind, self.words)))
        self.setAccessibleName(f"In gold: {said}")
        self.setToolTip(tip(said, wraps=True))
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(PITCH * LINES))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, left = QPainter(self), 0.0
        if self.kind:
            left = self._draw_kind(painter) + px(12)
        layout = self._laid_out(max(1.0, self.width() - left))
        top = (self.height() - layout.lineCount() * px(PITCH)) / 2
        painter.setPen(QColor(roles().text))
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            high = QFontMetricsF(font(14)).height()
            line.draw(painter, QRectF(left, top + (px(PITCH) - high) / 2, 0, 0).topLeft())
        painter.end()

    def _draw_kind(self, painter: QPainter) -> float:
        """Draw the chip of type or label; return how wide it is."""
        r, face = roles(), font(11, 700)
        metrics = QFontMetricsF(face)
        wide = min(metrics.horizontalAdvance(self.kind) + px(14), self.width() / 2)
        name = metrics.elidedText(self.kind, Qt.TextElideMode.ElideMiddle, wide - px(10))
        box = QRectF(0, (self.height() - px(18)) / 2, wide, px(18))
        if self._is_fact:
            draw_pill(painter, box, name, face, colour=r.on_ink, fill=r.ink, radius=px(4))
        else:
            style = label_style(self._hue, self.palette())
            on, fill = style.badge_text.name(), style.badge.name()
            draw_pill(painter, box, name, face, colour=on, fill=fill, radius=px(4))
        return wide

    def _laid_out(self, room: float) -> QTextLayout:
        """Return the words in lines of that width; what finds no room in the last is cut by the widget's edge."""
        layout = QTextLayout(self.words.replace("\n", " "), font(14))
        formats, start = [], 0
        for piece in self._pieces:
            role, weight, is_italic = _FONTS[piece.kind]
            made = QTextLayout.FormatRange()
            made.start, made.length = start, len(piece.words.encode("utf-16-le", "surrogatepass")) // 2
            start += made.length
            made.format = _format(font(14, weight, italic=is_italic), getattr(roles(), role))
            formats.append(made)
        layout.setFormats(formats)
        layout.beginLayout()
        for number in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            line.setPosition(QRectF(0, number * px(PITCH), 0, 0).topLeft())
        layout.endLayout()
        return layout


def _format(face: QFont, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(face)
    made.setForeground(QColor(colour))
    return made
