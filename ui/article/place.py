"""The annotator's place in an article: the caret, the selection and the span in focus.

Whatever changes the place goes through `_become`, which tells what differs from before, and nothing else.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.article.article_layout import ArticleLayout
from ui.article.caret import runs_left, selected, target, token_selecting
from ui.article.scroll import Scrolling
from ui.article.selection import Range, Selecting, Unit
from ui.article.span_painter import Marks


class Place(QObject):
    """The place, and the signals that tell of its moves.

    `focus_id` is the span in focus, or None; `preview` the range that a dragged bound would give; `is_put`:
    the caret was put where it is, and a span has the focus only because it stands there.
    """

    caret_moved = Signal(int)
    selection_changed = Signal()
    focus_changed = Signal(object)  # span id or None

    def __init__(self, article: ArticleLayout, scrolling: Scrolling, parent: QObject) -> None:
        super().__init__(parent)
        self._article, self._scrolling = article, scrolling
        self.caret = self._told_caret = 0
        self.focus_id: str | None = None
        self.is_put = False
        self.preview: Range | None = None
        self._selecting: Selecting | None = None
        self._goal: float | None = None

    @property
    def selection(self) -> Range | None:
        """Return the range that is selected, never empty; None when nothing is."""
        return self._selecting.bounds if self._selecting else None

    def marks(self, *, keyboard: bool) -> Marks:
        """Return the marks to paint of the place; the caret only while the article has the keyboard."""
        caret = self.caret if keyboard and self.selection is None else None
        token = self._article.tokens.at(caret) if caret is not None and self.focus_id is None else None
        return Marks(self.focus_id, self.selection, caret, token, self.preview)

    def begin_again(self) -> None:
        """Put the caret at the start, as for another article."""
        self.caret = 0
        self._become(None, None)

    def drop_lost_focus(self) -> None:
        """Leave the span in focus when the article has it no more."""
        if self.focus_id is not None and self.focus_id not in self._article.spans:
            self._become(self._selecting, None)

    def set_caret(self, i: int, *, reveal: bool = True) -> None:
        """Put the caret, drop the selection, and focus the innermost span there, if any."""
        self.caret, self._goal, self.is_put = max(0, min(i, len(self._article.text))), None, True
        span = self._article.span_at(self.caret)
        self._become(None, span.id if span else None)
        if reveal:
            self._scrolling.reveal(self.caret)

    def set_focus(self, span_id: str | None, *, reveal: bool = True) -> None:
        """Put the caret at the span's start and drop the selection; None leaves the caret where it is."""
        self.is_put = False
        if span_id is not None:
            self.caret, self._goal = self._article.spans[span_id].start, None
        self._become(None, span_id)
        if reveal and span_id is not None:
            self._scrolling.reveal(self.caret)

    def clear_selection(self) -> None:
        """Drop the selection; caret and focus stay."""
        self._become(None, self.focus_id)

    def select(self, selecting: Selecting) -> None:
        """Select, keeping the focus; the caret goes with what moves. An empty range clears."""
        self.caret = selecting.head[0]
        self._become(selecting if selecting.bounds else None, self.focus_id)

    def selecting_from_caret(self) -> Selecting:
        """Return the selection there is, else that of the token under the caret."""
        return self._selecting or token_selecting(self._article, self.caret, 1)

    def move_caret(self, unit: Unit, step: int, select: bool = False) -> None:
        """Go one step back (-1) or on (1); lines and pages keep to the column the caret came from.

        Tokens and characters go to the left (-1) or right (1): in a right-to-left paragraph the left is on, as in Qt.
        """
        if unit in ("token", "character") and runs_left(self._article, self.caret):
            step = -step
        place = self._article.caret(self.caret)
        x = self._goal if self._goal is not None and unit in ("line", "page") else place.x()
        page = max(place.height(), self._scrolling.height - 3 * place.height())
        if select:
            self.select(selected(self._article, self._selecting, self.caret, unit, step, x=x, page=page))
            self._scrolling.reveal(self.caret)
        else:
            self.set_caret(target(self._article, self.caret, unit, step, x=x, page=page))
        self._goal = x if unit in ("line", "page") else None

    def set_preview(self, bounds: Range | None) -> None:
        """Outline the range that a dragged bound would give."""
        self.preview = bounds
        self._scrolling.repaint()

    def _become(self, selecting: Selecting | None, focus_id: str | None) -> None:
        reselected = self.selection != (selecting.bounds if selecting else None)
        refocused = focus_id != self.focus_id
        moved, self._told_caret = self.caret != self._told_caret, self.caret
        self._selecting, self.focus_id = selecting, focus_id
        self._scrolling.repaint()
        if moved:
            self.caret_moved.emit(self.caret)
        if reselected:
            self.selection_changed.emit()
        if refocused:
            self.focus_changed.emit(focus_id)
