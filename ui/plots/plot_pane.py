"""The plot pane: a title, names beside their looks, the drawing or its table, and what saves and copies them.

The table says all that is drawn; it is a press of a key away, for whoever cannot see a drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QStackedWidget, QWidget

from annotations import whole_files
from annotations.errors import UserError, cause
from ui.look.buttons import Button
from ui.look.layouts import Packed, column, row
from ui.look.lines import Words
from ui.look.marks import Card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.segments import Segments
from ui.plots.kinds import KINDS, PlotKind
from ui.plots.plots import NOTHING, Behind, Plot, as_csv, as_table
from ui.plots.styles import PlotKey
from ui.widgets.figure_table import FigureTable

if TYPE_CHECKING:
    from ui.plots.marked_canvas import MarkedCanvas

DRAWING, TABLE = "drawing", "table"
FILES = {"png": "Picture (PNG)", "svg": "Drawing (SVG)", "csv": "Table (CSV)"}
COPIES = {"picture": "Copy the picture", "table": "Copy the table"}
HIGH, TABLE_HIGH = 264, 112  # pixels at 100 %: of the pane, and of its table at least
NO_PLOT = "there is nothing to save yet"


class _Shown(QStackedWidget):
    """Drawing and table, one of which is shown: both are as high as the drawing needs."""

    def minimumSizeHint(self) -> QSize:
        parts = (self.widget(place) for place in range(self.count()))
        return QSize(0, max((part.minimumHeight() for part in parts if part is not None), default=0))

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.minimumSizeHint().height())


class PlotPane(Card):
    """A plot with its table.

    `noted`, `failed`: a sentence on what was saved or copied, or why it was not; `chosen`: what lies Behind a part that
    somebody wants to see; `moved`: another part is in hand.
    """

    noted = Signal(str)
    failed = Signal(str)
    chosen = Signal(object)
    moved = Signal()

    def __init__(self, title: str, *, high: int = HIGH) -> None:
        self._high, self._plot = high, Plot(title)
        self._kind: PlotKind | None = None
        self.title, self.says = Words(px=14, weight=600, wraps=True), Words(px=12, role="text2", wraps=True)
        self.title.setText(title)
        self.shown = Segments(f"{title}: picture or table", {DRAWING: "Picture", TABLE: "Table"})
        self.save = Button("Save", "download", kind="ghost", height=28, pad=6, takes_focus=True)
        self.save.setAccessibleName(f"Save: {title}")
        self.table = FigureTable(title)
        self.empty = Words(wraps=True, role="text2")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._canvases: dict[str, MarkedCanvas] = {}  # by what draws them
        self._keys, self._key_row = QWidget(), row(gap=16)
        self._keys.setLayout(self._key_row)
        self._stack = _Shown()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        for part in (self.table, self.empty):
            self._stack.addWidget(part)
        super().__init__(self._laid_out())
        self.says.hide()
        self._connect()
        follow(self)

    def _laid_out(self) -> Packed:
        head = row(gap=8)
        head.add(self.title, 1)
        for part in (self.shown, self.save):
            head.add(part)
        lines = column(head, self.says, self._keys, gap=6, margins=(16, 12, 12, 12))
        lines.add(self._stack, 1)
        return lines

    def _connect(self) -> None:
        self.shown.changed.connect(self._turn)
        self.save.clicked.connect(self._offer)
        self.table.wanted.connect(self._choose)
        self.table.moved.connect(self.moved)

    @property
    def plot(self) -> Plot:
        """Return what is shown."""
        return self._plot

    @property
    def canvas(self) -> MarkedCanvas:
        """Return the canvas that draws the kind of plot shown, made with the first of its kind."""
        kind = self._kind
        if kind is None:
            raise ValueError("a pane without a plot draws nothing")
        if kind.drawn_by not in self._canvases:
            made = self._canvases[kind.drawn_by] = kind.made()
            made.chosen.connect(self.chosen)
            made.moved.connect(self.moved)
            self._stack.addWidget(made)
        return self._canvases[kind.drawn_by]

    def show_plot(self, plot: Plot) -> None:
        """Show the plot: drawn, in its table, and in words."""
        old, self._plot, self._kind = self._plot, plot, KINDS.get(type(plot))
        if (plot.names, type(plot)) != (old.names, type(old)):
            self._show_names()
        self.title.setText(plot.title)
        self.says.setText(plot.says)
        self.empty.setText(plot.empty)
        if self._kind is not None:
            self.canvas.show_plot(plot, self._kind.looks(plot))
        at = self.table.cells.currentIndex()
        self.table.show_table(as_table(plot))
        if at.isValid():
            self.table.cells.setCurrentIndex(self.table.model.index(at.row(), at.column()))
        self.save.refuse(NO_PLOT if plot.is_empty else "")
        self._turn()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setMinimumHeight(px(self._high))
        self.table.setMinimumHeight(px(TABLE_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def _show_names(self) -> None:
        """Show a piece of each look with its name; one alone has its name in the title."""
        while (item := self._key_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        looks = self._kind.looks(self._plot) if self._kind else ()
        has_keys = len(looks) > 1 and self._kind is not None and self._kind.has_keys
        for name, look in zip(self._plot.names, looks, strict=False):
            if has_keys:
                self._key_row.add(PlotKey(name, look))
        self._key_row.add(None)
        self._keys.setVisible(has_keys)

    def _turn(self) -> None:
        """Show drawing or table as it was chosen, or why there is neither."""
        is_bare = self._kind is None or (self._plot.is_empty and bool(self._plot.empty))
        for part in (self.shown, self.save):
            part.setVisible(not is_bare)
        self.says.setVisible(not is_bare and bool(self._plot.says))
        self._keys.setVisible(not is_bare and self._key_row.count() > 1)
        if is_bare:
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentWidget(self.table if self.shown.value == TABLE else self.canvas)

    # --- what is in hand

    @property
    def inner(self) -> QWidget:
        """Return what takes the keyboard: the drawing, or the cells of the table."""
        here = self._stack.currentWidget()
        return self.table.cells if here is self.table or here is None else here

    @property
    def has_plot(self) -> bool:
        """Return whether there is something to take in hand."""
        return self._stack.currentWidget() is not self.empty

    def turn_over(self) -> None:
        """Show the table in place of the drawing, or the drawing again, and give it the keyboard."""
        if self.has_plot:
            self.shown.choose(DRAWING if self.shown.value == TABLE else TABLE)
            self.inner.setFocus()

    def sentence(self) -> str:
        """Return in words what is in hand, in the drawing or in the table."""
        if self._stack.currentWidget() is not self.table:
            return self.canvas.sentence() if self._kind else ""
        at = self.table.cells.currentIndex()
        return self._plot.told(at.row(), at.column()) if at.isValid() else ""

    def behind(self) -> Behind:
        """Return what lies behind the part in hand."""
        if self._kind is None or self._plot.is_empty:
            return NOTHING
        if self._stack.currentWidget() is not self.table:
            return self.canvas.behind()
        at = self.table.cells.currentIndex()
        return self._plot.behind(at.row(), at.column()) if at.isValid() else NOTHING

    def open(self) -> None:
        """Ask for what lies behind the part in hand, if anything does."""
        if behind := self.behind():
            self.chosen.emit(behind)

    def _choose(self, row: int, column: int) -> None:
        if behind := self._plot.behind(row, column):
            self.chosen.emit(behind)

    # --- what is saved and copied

    def _offer(self) -> None:
        menu = QMenu(self)
        for kind, words in FILES.items():
            menu.addAction(words, partial(self.ask, kind))
        menu.addSeparator()
        for what, words in COPIES.items():
            menu.addAction(words, partial(self.copy, what))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.save.mapToGlobal(QPoint(0, self.save.height())))

    def ask(self, kind: str) -> None:
        """Ask where to, and save the plot as a file of that kind."""
        name = f"{self._file_name()}.{kind}"
        path, _ = QFileDialog.getSaveFileName(self, FILES[kind], str(Path.home() / name))
        if path:
            self.write(kind, Path(path))

    def ask_where(self) -> None:
        """Ask where to and as which kind of file, and save the plot."""
        if self._is_refused():
            return
        kinds = {f"{words} (*.{kind})": kind for kind, words in FILES.items()}
        path, chosen = QFileDialog.getSaveFileName(
            self, "Save the picture", str(Path.home() / f"{self._file_name()}.png"), ";;".join(kinds)
        )
        if path:
            named = Path(path).suffix.removeprefix(".").lower()
            kind = named if named in FILES else kinds.get(chosen, "png")
            self.write(kind, Path(path) if named == kind else Path(f"{path}.{kind}"))

    def _is_refused(self) -> bool:
        """Say that there is nothing to save or copy, if that is so."""
        if self._plot.is_empty:
            self.failed.emit(f"“{self._plot.title}”: {NO_PLOT}.")
        return self._plot.is_empty

    def _file_name(self) -> str:
        return "".join(c if c.isalnum() else "-" for c in self._plot.title.lower()).strip("-")

    def copy(self, what: str) -> None:
        """Copy the plot, as a row of COPIES says: as a picture, or as a table with tabs between its cells."""
        from ui.plots import saving

        if self._is_refused():
            return
        if what == "picture":
            QGuiApplication.clipboard().setImage(saving.picture(self.canvas))
        else:
            QGuiApplication.clipboard().setText(as_csv(self._plot, apart="\t"))
        self.noted.emit(f"Copied: the {what} of “{self._plot.title}”.")

    def write(self, kind: str, path: Path) -> None:
        """Write the plot to the path, whole or not at all, and say so."""
        from ui.plots import saving

        make: dict[str, Callable[[], bytes]] = {
            "png": lambda: saving.png(self.canvas),
            "svg": lambda: saving.svg(self.canvas),
            "csv": lambda: as_csv(self._plot).encode("utf-8", "replace"),
        }
        try:
            with whole_files.writing(whole_files.free_target(path)) as stage:
                stage.write_bytes(make[kind]())
        except UserError as error:
            self.failed.emit(str(error))
        except OSError as error:
            self.failed.emit(f"{path}: The plot was not saved: {cause(error)}.")
        else:
            self.noted.emit(f"Saved as {path.name}.")
