"""The drawing of a card: the type as a chip, the trigger, the state, and below them the fact as a sentence.

As in the text a suggestion is hollow and dashed, what is confirmed is filled.  Facts are ink: no card has a hue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine

from annotations.sentences import PieceKind, SentencePiece
from annotations.text.controls import unturned
from ui.cards.fact_card import FactCard
from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.marks import draw_pill
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import directed

SIDE, TOP, BOTTOM = 12, 10, 11  # pixels at 100 % between the card's edge and what stands on it
HEAD, GAP, PITCH = 18, 8, 18  # of the first line, below it, and of a line of the sentence
MOST = 6  # lines of a sentence
_GUESS = 30  # characters of a sentence beside its fillers, in the mean
_FONTS = {PieceKind.PLAIN: ("text2", 400, False), PieceKind.FILLER: ("text", 600, False)}
_FONTS |= {PieceKind.OPEN: ("warn", 400, True)}
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


class CardFace:
    """The faces of cards of one width, in pixels; what was laid out is kept until the width is another."""

    def __init__(self) -> None:
        self._width = 0
        self._heights: dict[str, tuple[FactCard, int]] = {}  # by the fact's id, as those below
        self._laid: dict[str, tuple[FactCard, QTextLayout]] = {}

    def resize(self, width: int) -> None:
        """Take the width of the cards."""
        if width != self._width:
            self._width = width
            self.forget()

    def forget(self) -> None:
        """Lay out all anew when it is asked for: colours or sizes are others."""
        self._laid, self._heights = {}, {}

    def is_known(self, card: FactCard) -> bool:
        """Return whether the height of the card is measured, not guessed."""
        held = self._laid.get(card.fact.id)
        return held is not None and held[0] is card

    def heights(self, cards: Sequence[FactCard]) -> list[int]:
        """Return the heights of the cards in pixels, each a guess until it was measured once."""
        held = self._heights
        return [
            one[1] if (one := held.get(card.fact.id)) and one[0] is card else self._guessed(card)
            for card in cards
        ]

    def measured(self, card: FactCard) -> int:
        """Return the height of a card in pixels, laid out if need be."""
        return self._keep(card, self._layout(card).lineCount())

    def _guessed(self, card: FactCard) -> int:
        said = _GUESS + sum(filler.end - filler.start for filler in card.fact.fillers())
        return self._keep(card, 1 + said * px(7) // max(1, self._width))

    def _keep(self, card: FactCard, lines: int) -> int:
        high = px(TOP + HEAD + GAP + BOTTOM) + max(1, min(lines, MOST)) * px(PITCH)
        self._heights[card.fact.id] = (card, high)
        return high

    def draw(self, painter: QPainter, card: FactCard, at: QPointF) -> None:
        """Draw the face, without ground and edge, from the card's upper left corner on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, room = at.x() + px(SIDE), self._width - 2 * px(SIDE)
        self._draw_head(painter, card, QRectF(left, at.y() + px(TOP), room, px(HEAD)))
        self._layout(card).draw(painter, QPointF(left, at.y() + px(TOP + HEAD + GAP)))

    # --- the parts

    def _draw_head(self, painter: QPainter, card: FactCard, box: QRectF) -> None:
        r, bold, small = roles(), font(11, 700), font(12)
        type_ = QFontMetricsF(bold).elidedText(card.fact.type, Qt.TextElideMode.ElideRight, box.width() / 2)
        wide = QFontMetricsF(bold).horizontalAdvance(type_) + 2 * px(7)
        fill, on, edge = ("", r.ink, r.ink) if card.is_suggested else (r.ink, r.on_ink, "")
        chip = QRectF(box.left(), box.top(), wide, box.height())
        draw_pill(
            painter, chip, type_, bold, colour=on, fill=fill, edge=edge, is_dashed=not fill, radius=px(4)
        )
        right = self._draw_state(painter, card, box)
        if card.lacks:
            strong = font(12, 600)
            room = right - chip.right() - 2 * px(GAP)
            said = QFontMetricsF(strong).elidedText(card.lacks, Qt.TextElideMode.ElideRight, room)
            wide = QFontMetricsF(strong).horizontalAdvance(said)
            _write(painter, QRectF(right - wide, box.top(), wide + 2, box.height()), said, strong, r.warn)
            right -= wide + px(GAP)
        room = right - chip.right() - px(GAP)
        trigger = QFontMetricsF(small).elidedText(unturned(card.trigger), Qt.TextElideMode.ElideRight, room)
        if room > px(24):
            at = QRectF(chip.right() + px(GAP), box.top(), room + 2, box.height())
            _write(painter, at, directed(trigger, card.trigger), small, r.text2)

    def _draw_state(self, painter: QPainter, card: FactCard, box: QRectF) -> float:
        """Draw score or tick at the right end; return where what stands before it may end."""
        if not card.is_suggested:
            side = px(14)
            at = QPointF(box.right() - side, box.center().y() - side / 2)
            painter.drawPixmap(at, icon("check", roles().good, side))
            return box.right() - side - px(GAP)
        small = font(12, tabular=True)
        wide = QFontMetricsF(small).horizontalAdvance(card.score)
        at_end = QRectF(box.right() - wide, box.top(), wide + 2, box.height())
        _write(painter, at_end, card.score, small, roles().text2)
        return box.right() - (wide + px(GAP) if card.score else 0)

    def _layout(self, card: FactCard) -> QTextLayout:
        held = self._laid.get(card.fact.id)
        if held is None or held[0] is not card:
            if held is not None and held[0].sentence is card.sentence:
                layout = held[1]  # only the decision is another
            else:
                pieces = card.sentence.pieces or (SentencePiece(card.fact.type),)
                layout = laid_out(pieces, self._width - 2 * px(SIDE))
            held = self._laid[card.fact.id] = (card, layout)
        return held[1]


def laid_out(pieces: tuple[SentencePiece, ...], room: float) -> QTextLayout:
    """Return the sentence in lines of that width; of a long one the last line ends in an ellipsis."""
    layout = _lines(pieces, room)
    if layout.lineCount() > MOST:
        layout = _lines(tuple(_cut(pieces, layout.lineAt(MOST - 1))), room)
    return layout


def _lines(pieces: tuple[SentencePiece, ...], room: float) -> QTextLayout:
    plain = font(13)
    layout = QTextLayout("".join(unturned(piece.words) for piece in pieces), plain)
    layout.setFormats(list(_formats(pieces)))
    layout.beginLayout()
    pitch, metrics, top = px(PITCH), QFontMetricsF(plain), 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, room))
        line.setPosition(QPointF(0, top + (pitch - metrics.height()) / 2))
        top += pitch
    layout.endLayout()
    return layout


def _formats(pieces: tuple[SentencePiece, ...]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for piece in pieces:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, len(unturned(piece.words).encode("utf-16-le", "surrogatepass")) // 2
        start += made.length
        role, weight, is_italic = _FONTS[piece.kind]
        made.format = QTextCharFormat()
        made.format.setFont(font(13, weight, italic=is_italic))
        made.format.setForeground(QColor(getattr(roles(), role)))
        yield made


def _cut(pieces: tuple[SentencePiece, ...], last: QTextLine) -> Iterator[SentencePiece]:
    """Yield the pieces up to the end of the line, less a few characters for an ellipsis."""
    left = last.textStart() + last.textLength() - 4
    for piece in pieces:
        if len(piece.words) >= left:
            yield SentencePiece(piece.words[: max(0, left)].rstrip() + " …", piece.kind)
            return
        left -= len(piece.words)
        yield piece


def _write(painter: QPainter, box: QRectF, words: str, face: QFont, colour: str) -> None:
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(box, _LEFT, words)
