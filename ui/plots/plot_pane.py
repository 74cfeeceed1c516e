"""The plot pane: a title, the lines by name, the drawing or its table, and what saves them.

The table says all that is drawn; it is a press of a key away, for whoever cannot see lines.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QStackedWidget, QWidget

from annotations import whole_files
from annotations.errors import UserError, cause
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.marks import Card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.segments import Segments
from ui.plots.canvas import PlotCanvas
from ui.plots.plots import Plot, as_csv, as_table
from ui.plots.styles import LineKey, style
from ui.widgets.figure_table import FigureTable

LINES, TABLE = "lines", "table"
KINDS = {"png": "Picture (PNG)", "svg": "Drawing (SVG)", "csv": "Table (CSV)"}
HIGH = 264  # pixels at 100 %, of the pane


class PlotPane(Card):
    """A plot with its table.  `noted`, `failed`: a sentence on what was saved, or why it was not."""

    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, title: str) -> None:
        self.title = Words(title, px=14, weight=600, wraps=True)
        self.says = Words(px=12, role="text2", wraps=True)
        self.shown = Segments(f"{title}: lines or table", {LINES: "Lines", TABLE: "Table"})
        self.save = Button("Save", "download", kind="ghost", height=28, pad=6, takes_focus=True)
        self.save.setAccessibleName(f"Save: {title}")
        self.canvas, self.table = PlotCanvas(), FigureTable(title)
        self._plot, self._keys, self._key_row = Plot(title, "", ""), QWidget(), row(gap=16)
        self._keys.setLayout(self._key_row)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.table)
        head = row(gap=8)
        head.add(self.title, 1)
        for part in (self.shown, self.save):
            head.add(part)
        lines = column(head, self.says, self._keys, gap=6, margins=(16, 12, 12, 12))
        lines.add(self._stack, 1)
        super().__init__(lines)
        self.says.hide()
        self.shown.changed.connect(self._turn)
        self.save.clicked.connect(self._offer)
        follow(self)

    @property
    def plot(self) -> Plot:
        """Return what is shown."""
        return self._plot

    def show_plot(self, plot: Plot) -> None:
        """Show the plot: drawn, in its table, and in words."""
        if plot.names != self._plot.names:
            self._show_names(plot.names)
        self._plot = plot
        self.title.setText(plot.title)
        self.says.setText(plot.says)
        self.says.setVisible(bool(plot.says))
        self.canvas.show_plot(plot)
        at = self.table.cells.currentIndex()
        self.table.show_table(as_table(plot))
        if at.isValid():
            self.table.cells.setCurrentIndex(self.table.model.index(at.row(), at.column()))
        self.save.refuse("there is nothing to save yet" if plot.is_empty else "")

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setMinimumHeight(px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def _show_names(self, names: tuple[str, ...]) -> None:
        """Show a piece of each line with its name; one line alone has its name in the title."""
        while (item := self._key_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, name in enumerate(names):
            self._key_row.add(LineKey(name, style(place)))
        self._key_row.add(None)
        self._keys.setVisible(len(names) > 1)

    def _turn(self) -> None:
        self._stack.setCurrentIndex(self.shown.value == TABLE)

    # --- what is saved

    def _offer(self) -> None:
        menu = QMenu(self)
        for kind, words in KINDS.items():
            menu.addAction(words, partial(self.ask, kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.save.mapToGlobal(QPoint(0, self.save.height())))

    def ask(self, kind: str) -> None:
        """Ask where to, and save the plot as a file of that kind."""
        name = "".join(c if c.isalnum() else "-" for c in self._plot.title.lower()).strip("-")
        path, _ = QFileDialog.getSaveFileName(self, KINDS[kind], str(Path.home() / f"{name}.{kind}"))
        if path:
            self.write(kind, Path(path))

    def write(self, kind: str, path: Path) -> None:
        """Write the plot to the path, whole or not at all, and say so."""
        make: dict[str, Callable[[], bytes]] = {
            "png": self.canvas.png,
            "svg": self.canvas.svg,
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
