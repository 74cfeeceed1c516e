"""The article view: shows one article with its spans, and says what the annotator points at.

It changes no span: it keeps caret, selection and focus, and signals.  Keys belong to the window's actions, so
every key event is passed on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotations.spans import Span
from ui.article.appearance import Appearance
from ui.article.article_layout import ArticleLayout
from ui.article.measures import Looks
from ui.article.place import Place
from ui.article.pointer import Pointer
from ui.article.ring import Ring
from ui.article.scroll import Scrolling
from ui.article.selection import Range, Selecting, Unit
from ui.article.touched import Touch, missed_name
from ui.look.viewport import own_viewport


class ArticleView(QAbstractScrollArea):
    """The widget, put together of its parts: layout, scrolling, place of the annotator, appearance, mouse.

    All offsets are code points.  `focus_id` is the span in focus; `selection` is never empty, or None.
    """

    focus_changed = Signal(object)  # span id or None
    selection_changed = Signal()
    caret_moved = Signal(int)
    selection_made = Signal(int, int)  # by mouse, when the button is up
    bounds_dragged = Signal(str, int, int)  # span id, new start, new end
    span_dragged = Signal(str, QPoint, bool)  # span id, where on the screen, whether it was let go there
    words_clicked = Signal(int, bool)  # while a fact is built: where, and whether it was a double click
    menu_requested = Signal(object, QPoint)  # span id or None, where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.layers: list[Callable[[QtGui.QPainter, ArticleLayout, QRectF], None]] = []  # over all the rest
        self.touches: list[Touch] = [lambda point: missed_name(self.article, point)]  # for pointer and tips
        self.drags_spans = False  # a fact is built, into which the mouse takes what it can
        self.article = ArticleLayout(Looks().measures(self.font(), self.palette()), 600.0)
        self.scrolling = Scrolling(self, self.article)
        self.place = Place(self.article, self.scrolling, self)
        self.place.caret_moved.connect(self.caret_moved)
        self.place.selection_changed.connect(self.selection_changed)
        self.place.focus_changed.connect(self.focus_changed)
        self.appearance = Appearance(self, self.article, self.scrolling)
        self._pointer = Pointer(self)
        self.ring = Ring(self, self.scrolling)
        self.layers.append(self.ring.paint)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Article"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().installEventFilter(self._pointer)

    # the article

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def spans(self) -> Mapping[str, Span]:
        return self.article.spans

    def set_article(self, text: str, spans: Iterable[Span], boilerplate: Iterable[Range] = ()) -> None:
        """Show another article from its top; rejected spans are left out."""
        self.article.set_article(text, spans, boilerplate)
        self.verticalScrollBar().setValue(0)
        self._pointer.forget()
        self.place.begin_again()
        self.scrolling.refresh()

    def change_spans(self, removed_ids: Iterable[str], added: Iterable[Span]) -> None:
        """Take spans out and put others in; an altered span is in both, and keeps the focus."""
        before = self.article.height
        with self.scrolling.held():
            touched = self.article.change_spans(removed_ids, added)
        self.scrolling.refresh_chunks(touched, before)
        self.place.drop_lost_focus()

    def set_boilerplate(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Show these ranges as no part of the article, in place of those before."""
        with self.scrolling.held():
            self.article.set_boilerplate(ranges)
        self.scrolling.refresh()

    # the place in it

    @property
    def caret(self) -> int:
        return self.place.caret

    @property
    def selection(self) -> Range | None:
        return self.place.selection

    @property
    def focus_id(self) -> str | None:
        return self.place.focus_id

    def set_caret(self, i: int, *, reveal: bool = True) -> None:
        """Put the caret, drop the selection, and focus the innermost span there, if any."""
        self.place.set_caret(i, reveal=reveal)

    def set_focus(self, span_id: str | None, *, reveal: bool = True) -> None:
        """Put the caret at the span's start and drop the selection; None leaves the caret where it is."""
        self.place.set_focus(span_id, reveal=reveal)

    def set_selection(self, start: int, end: int) -> None:
        """Select a range as it is, without snapping; an empty one clears."""
        self.place.select(Selecting((start, end), (start, end)))

    def clear_selection(self) -> None:
        self.place.clear_selection()

    def move_caret(self, unit: Unit, step: int, select: bool = False) -> None:
        """Go one step back (-1) or on (1); lines and pages keep to the column the caret came from."""
        self.place.move_caret(unit, step, select)

    def caret_rect(self, i: int) -> QRect:
        """Return the place of a caret before code point `i` in the viewport."""
        return self.scrolling.caret_rect(i)

    def reveal(self, i: int) -> None:
        """Scroll, only if need be, so that code point `i` is in view."""
        self.scrolling.reveal(i)

    # events; those of the mouse go to the pointer

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        self.scrolling.settle()
        y = self.scrolling.y
        painter = QtGui.QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QtGui.QPalette.ColorRole.Base))
        painter.translate(self.scrolling.left, -y)
        marks, area = self.place.marks(keyboard=self.hasFocus()), QRectF(event.rect()).translated(0.0, y)
        self.appearance.painter.paint(painter, self.article, area, marks)
        for paint in self.layers:
            paint(painter, self.article, QRectF(self.viewport().rect()).translated(0.0, y))
        painter.end()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.appearance.apply()
        else:
            self.scrolling.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(
            self, "appearance"
        ):
            self.appearance.apply()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        event.ignore()

    def focusNextPrevChild(self, following: bool) -> bool:
        return False

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        self.scrolling.repaint()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.scrolling.repaint()

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        """Ask for the menu at the caret, by the menu key; the right button is handled when pressed."""
        if event.reason() != QtGui.QContextMenuEvent.Reason.Mouse:
            at = self.viewport().mapToGlobal(self.caret_rect(self.caret).bottomLeft())
            self.menu_requested.emit(self.focus_id, at)
