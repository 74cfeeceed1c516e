"""The bar on top: the menus, the views, and whose project and work it is."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenuBar, QSizePolicy, QWidget

from ui import views
from ui.look.buttons import Button
from ui.look.fonts import font
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

MOST_NAME = 160  # pixels at 100 %, of the annotator's name
NARROW = 1200  # below that width, at 100 %, the project's name goes
LEAST_MENUS = 60  # pixels at 100 %: the menus fold into their own arrow, but not further


class TopBar(Pane):
    """The bar on top.  `turned`: the view of that name was clicked."""

    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menus.setMinimumWidth(1)  # what has no room folds into an arrow
        self.tabs = {view.name: self._tab(view) for view in views.VIEWS if view.is_tab}
        self._views = QWidget()
        self._views.setLayout(row(*self.tabs.values(), gap=2))
        self.project, self.annotator = Elided(px=12, role="text2"), Elided()
        for line in (self.project, self.annotator):
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.annotator.setAccessibleName("Annotator")
        self.annotator.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark = Avatar()
        left, right = QWidget(), QWidget()
        left.setLayout(row(self.menus, None))
        ends = row(None, gap=6)
        ends.add(self.project, 100)
        ends.add(self._mark)
        ends.add(self.annotator)
        right.setLayout(ends)
        bar = row(gap=12, margins=(8, 4, 16, 3))
        for part, share in ((left, 1), (self._views, 0), (right, 1)):
            part.setSizePolicy(
                QSizePolicy.Policy.Ignored if share else QSizePolicy.Policy.Fixed,
                QSizePolicy.Policy.Preferred,
            )
            bar.add(part, share)
        self._left, self._bar = left, bar
        self.setLayout(column(bar, Hair(), gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # it never widens the window
        follow(self)

    def _tab(self, view: views.View) -> Button:
        tab = Button(view.title.rstrip("…"), kind="tab", pad=12)
        tab.setCheckable(True)
        tab.clicked.connect(lambda is_on: self._turn(view.name, is_on=is_on))
        return tab

    def _turn(self, name: str, *, is_on: bool) -> None:
        """Ask for the view; a click on the tab of the one that is shown leaves it so."""
        self.tabs[name].setChecked(not is_on)  # until the view is shown
        if is_on:
            self.turned.emit(name)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(40))
        self._fit()

    def show_views(self, verbs: Mapping[str, QAction], here: str) -> None:
        """Check the tab of the view that is shown, and let those be pressed that can be shown."""
        for name, tab in self.tabs.items():
            action = verbs[views.named(name).opened_by]
            tab.setChecked(name == here)
            tab.setEnabled(action.isEnabled())
            key = action.shortcut().toString()
            tab.setToolTip(tip(f"{tab.text()} ({key})" if key else tab.text()))
        self._views.setVisible(bool(here))

    def show_people(self, project: str, annotator: str) -> None:
        """Show whose work it is, in which project; "" where none is open."""
        self.project.setText(project)
        self.annotator.setText(annotator)
        self._mark.show_name(annotator)
        self._fit()
        self._fold()

    def _fit(self) -> None:
        """Give the annotator's name its room, at the scale in force."""
        wanted = ceil(QFontMetricsF(font(13)).horizontalAdvance(self.annotator.text())) + 4
        self.annotator.setFixedWidth(min(px(MOST_NAME), wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Give the menus their room anew where others came or went."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        """Give the menus their room, or what the views leave of it; the name of the project goes first."""
        self.project.setVisible(self.width() >= px(NARROW))
        edges, views = self._bar.contentsMargins(), self._views.sizeHint().width()
        room = self.width() - edges.left() - edges.right() - 2 * self._bar.spacing() - views
        self._left.setMinimumWidth(min(self.menus.sizeHint().width(), max(px(LEAST_MENUS), room)))


class Avatar(QWidget):
    """A disc with the first letter of a name."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def show_name(self, name: str) -> None:
        """Show the first letter of that name; nothing for no name."""
        self._letter = name[:1].upper()
        self.setVisible(bool(name))
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(22), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(roles().line) if roles().is_plain else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles().ink_tint))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawEllipse(box)
        painter.setFont(font(11, 600))
        painter.setPen(QColor(roles().text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()
