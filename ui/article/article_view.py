"""The article view: shows one article with its spans, and says what the annotator points at.

It changes no span: it keeps caret, selection and focus, and signals.  Keys belong to the window's actions, so
every key event is passed on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotations.spans import Span
from ui.article.article_layout import ArticleLayout
from ui.article.caret import Unit, selected, target, token_selecting
from ui.article.measures import Looks
from ui.article.pointer import Pointer
from ui.article.scroll import Scrolling
from ui.article.selection import Range, Selecting
from ui.article.span_painter import Marks, SpanPainter

SMALLEST, LARGEST = 6.0, 40.0  # points


class ArticleView(QAbstractScrollArea):
    """All offsets are code points.  `focus_id` is the span in focus; `selection` is never empty, or None."""

    focus_changed = Signal(object)  # span id or None
    selection_changed = Signal()
    caret_moved = Signal(int)
    selection_made = Signal(int, int)  # by mouse, when the button is up
    bounds_dragged = Signal(str, int, int)  # span id, new start, new end
    span_dragged = Signal(str, QPoint, bool)  # span id, where on the screen, whether it was let go there
    menu_requested = Signal(object, QPoint)  # span id or None, where on the screen
    zoomed = Signal(float)  # the font's size in points

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_id: str | None = None
        self.preview: Range | None = None
        self.layers: list[Callable[[QtGui.QPainter, ArticleLayout, QRectF], None]] = []  # over all the rest
        self.drags_spans = False  # a fact is built, into which the mouse takes what it can
        self._caret = self._told_caret = 0
        self._selecting: Selecting | None = None
        self._goal: float | None = None
        self._looks = Looks()
        self.article = ArticleLayout(self._looks.measures(self.font(), self.palette()), 600.0)
        self._painter = SpanPainter(self._looks.hues, self.palette())
        self._scrolling = Scrolling(self, self.article)
        self._pointer = Pointer(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Article"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # the article

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def spans(self) -> Mapping[str, Span]:
        return self.article.spans

    def set_article(self, text: str, spans: Iterable[Span], boilerplate: Iterable[Range] = ()) -> None:
        """Shows another article from its top; rejected spans are left out."""
        self.article.set_article(text, spans, boilerplate)
        self.verticalScrollBar().setValue(0)
        self._pointer.forget()
        self._caret = 0
        self._become(None, None)
        self._scrolling.refresh()

    def clear(self) -> None:
        self.set_article("", ())

    def change_spans(self, removed_ids: Iterable[str], added: Iterable[Span]) -> None:
        """Takes spans out and puts others in; an altered span is in both, and keeps the focus."""
        before = self.article.height
        with self._scrolling.held():
            touched = self.article.change_spans(removed_ids, added)
        self._scrolling.refresh_chunks(touched, before)
        if self.focus_id is not None and self.focus_id not in self.spans:
            self._become(self._selecting, None)

    def set_boilerplate(self, ranges: Iterable[tuple[int, int]]) -> None:
        with self._scrolling.held():
            self.article.set_boilerplate(ranges)
        self._scrolling.refresh()

    def span_at(self, i: int) -> Span | None:
        """The innermost (shortest) span that covers code point `i`."""
        return self.article.span_at(i)

    def token_at(self, i: int) -> Range | None:
        return self.article.token_at(i)

    # caret, selection, focus

    @property
    def caret(self) -> int:
        return self._caret

    @property
    def selection(self) -> Range | None:
        return self._selecting.bounds if self._selecting else None

    def set_caret(self, i: int, *, reveal: bool = True) -> None:
        """Puts the caret, drops the selection, and focuses the innermost span there, if any."""
        self._caret, self._goal = max(0, min(i, len(self.text))), None
        span = self.span_at(self._caret)
        self._become(None, span.id if span else None)
        if reveal:
            self.reveal(self._caret)

    def set_focus(self, span_id: str | None, *, reveal: bool = True) -> None:
        """Puts the caret at the span's start and drops the selection; None leaves the caret where it is."""
        if span_id is not None:
            self._caret, self._goal = self.spans[span_id].start, None
        self._become(None, span_id)
        if reveal and span_id is not None:
            self.reveal(self._caret)

    def set_selection(self, start: int, end: int) -> None:
        """Selects a range as it is, without snapping; an empty one clears."""
        self.select(Selecting((start, end), (start, end)))

    def clear_selection(self) -> None:
        self._become(None, self.focus_id)

    def select(self, selecting: Selecting) -> None:
        """Selects, keeping the focus; the caret goes with what moves."""
        self._caret = selecting.head[0]
        self._become(selecting if selecting.bounds else None, self.focus_id)

    def selecting_from_caret(self) -> Selecting:
        """The selection there is, else that of the token under the caret."""
        return self._selecting or token_selecting(self.article, self._caret, 1)

    def move_caret(self, unit: Unit, step: int, select: bool = False) -> None:
        """One step back (-1) or on (1); lines and pages keep to the column the caret came from."""
        place = self.article.caret(self._caret)
        x = self._goal if self._goal is not None and unit in ("line", "page") else place.x()
        page = max(place.height(), self.viewport().height() - 3 * place.height())
        if select:
            self.select(selected(self.article, self._selecting, self._caret, unit, step, x=x, page=page))
            self.reveal(self._caret)
        else:
            self.set_caret(target(self.article, self._caret, unit, step, x=x, page=page))
        self._goal = x if unit in ("line", "page") else None

    def set_preview(self, bounds: Range | None) -> None:
        """Outlines the range that a dragged bound would give."""
        self.preview = bounds
        self.viewport().update()

    def _become(self, selecting: Selecting | None, focus_id: str | None) -> None:
        reselected = self.selection != (selecting.bounds if selecting else None)
        refocused = focus_id != self.focus_id
        moved, self._told_caret = self._caret != self._told_caret, self._caret
        self._selecting, self.focus_id = selecting, focus_id
        self.viewport().update()
        if moved:
            self.caret_moved.emit(self._caret)
        if reselected:
            self.selection_changed.emit()
        if refocused:
            self.focus_changed.emit(focus_id)

    def article_point(self, position: QPointF) -> QPointF:
        """A point of the viewport in the article's coordinates."""
        return self._scrolling.to_article(position)

    def caret_rect(self, i: int) -> QRect:
        """Where a caret before code point `i` stands in the viewport."""
        return self._scrolling.caret_rect(i)

    def reveal(self, i: int) -> None:
        """Scrolls, only if need be, so that code point `i` is in view."""
        self._scrolling.reveal(i)

    @property
    def looks(self) -> Looks:
        """What was chosen: font, size, line spacing, place of the badges, hues."""
        return self._looks

    def look(self, **chosen: Any) -> None:
        """Chooses fields of `looks`."""
        if (looks := replace(self._looks, **chosen)) != self._looks:
            self._look(looks)

    def set_styles(self, hues: Mapping[str, int]) -> None:
        """The hue (0..359) of each label; a label without one is grey."""
        self.look(hues=dict(hues))

    def set_font_size(self, points: float) -> None:
        self.look(size=max(SMALLEST, min(points, LARGEST)))

    def zoom(self, step: int) -> None:
        self.set_font_size(self._looks.size + step)
        self.zoomed.emit(self._looks.size)

    def reset_zoom(self) -> None:
        self.set_font_size(Looks().size)
        self.zoomed.emit(self._looks.size)

    def _look(self, looks: Looks) -> None:
        """Lays everything out anew; the line at the top stays there."""
        self._looks = looks
        with self._scrolling.held():
            measures = looks.measures(self.font(), self.palette())
            self._painter = SpanPainter(looks.hues, self.palette())
            self.article.reshape(measures, measures.column(self.viewport().width()))
        self._scrolling.refresh()

    # events

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        self._scrolling.settle()
        y = self._scrolling.y
        painter = QtGui.QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QtGui.QPalette.ColorRole.Base))
        painter.translate(self._scrolling.left, -y)
        self._painter.paint(painter, self.article, QRectF(event.rect()).translated(0.0, y), self._marks())
        for paint in self.layers:
            paint(painter, self.article, QRectF(self.viewport().rect()).translated(0.0, y))
        painter.end()

    def _marks(self) -> Marks:
        caret = self._caret if self.hasFocus() and self.selection is None else None
        token = self.token_at(caret) if caret is not None and self.focus_id is None else None
        return Marks(self.focus_id, self.selection, caret, token, self.preview)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._look(self._looks)
        else:
            self._scrolling.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "article"):
            self._look(self._looks)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        event.ignore()

    def focusNextPrevChild(self, following: bool) -> bool:
        return False

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        """The menu key; the right button was met when it was pressed."""
        if event.reason() != QtGui.QContextMenuEvent.Reason.Mouse:
            at = self.viewport().mapToGlobal(self.caret_rect(self._caret).bottomLeft())
            self.menu_requested.emit(self.focus_id, at)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
