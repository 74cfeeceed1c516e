"""The card at the end of an article: what was done in it, what that taught, and how far the project is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.bindings import codes
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.icons import icon
from ui.look.layouts import Hair, Packed, column, row
from ui.look.lines import Elided, Words
from ui.look.marks import Bar, Card, Symbol
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip
from ui.wording import done as articles_done
from ui.wording import spans_and_facts, taught, time_spent

if TYPE_CHECKING:
    from models.queries.article_done import ArticleDone

WIDTH = 480  # pixels at 100 %


class DoneCard(Card):
    """The card; it has the keyboard while it is shown.  `chosen`: `done_next`, `done_stay` or the action `doubtful`."""

    chosen = Signal(str)

    def __init__(self, over: QWidget) -> None:
        self.title, self.left = Elided(role="text2"), Words(px=12, role="warn", wraps=True)
        self.tiles = {name: Tile(name) for name in ("spans", "facts", "keys", "time")}
        self.taught = Words(wraps=True)
        self._learned = QWidget()
        learned = row(Symbol("star", role="accent"), gap=8)
        learned.add(self.taught, 1)
        self._learned.setLayout(learned)
        self.bar, self.share = Bar(width=140), Words(px=12, role="text2")
        self.next = Button("Next article", "arrow-right", spelled(FIXED["done_next"].keys), kind="primary")
        self.stay = Button("Stay here", "", spelled(FIXED["done_stay"].keys))
        self.next.clicked.connect(lambda: self.chosen.emit("done_next"))
        self.stay.clicked.connect(lambda: self.chosen.emit("done_stay"))
        self._lines = self._laid_out()
        super().__init__(self._lines, floats=True)
        self.setParent(over)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        for button in (self.next, self.stay):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(tip(f"{button.text()} ({button.key})"))
        self.hide()

    def _laid_out(self) -> Packed:
        words = column(Words("Done", px=20, weight=600), self.title, gap=2)
        head = row(Tick(), gap=16)
        head.add(words, 1)
        tiles = row(*self.tiles.values(), None, gap=24)
        project = row(Words("Project", px=12, role="text2"), None, self.bar, self.share, None, gap=8)
        buttons = row(self.next, self.stay, None, gap=8)
        parts = (head, tiles, self.left, Hair(), self._learned, project, 4, buttons)
        return column(*parts, gap=12, margins=(24, 20, 24, 20))

    def tell(self, found: ArticleDone) -> None:
        """Show that; what was not counted is left out."""
        self.title.setText(found.title)
        self.tiles["spans"].tell(f"{found.spans:,}")
        self.tiles["facts"].tell(f"{found.facts:,}")
        self.tiles["keys"].tell("" if found.keys is None else f"{found.keys:,}")
        self.tiles["time"].tell(time_spent(found.seconds) if found.seconds >= 1 else "")
        left = spans_and_facts(found.left_spans, found.left_facts)
        self.left.setText(f"{left} left undecided." if left else "")
        self.left.setVisible(bool(left))
        self._say_learned(taught(found.taught))
        project = found.project
        share = project.done / project.articles if project.articles else 0.0
        self.bar.show_share(share, "good" if share == 1.0 else "accent")
        self.share.setText(articles_done(project))
        tiles = ", ".join(
            f"{tile.number.text()} {name}" for name, tile in self.tiles.items() if tile.number.text()
        )
        parts = (f"Done: {found.title}", tiles, left and f"{left} left undecided", self.taught.text())
        self.setAccessibleName(". ".join(filter(None, (*parts, self.share.text()))))

    def tell_offered(self, said: str) -> None:
        """Say in how many other articles the wordings confirmed here are suggested now."""
        self._say_learned(" ".join(filter(None, (self.taught.text(), said))))
        self.setAccessibleName(f"{self.accessibleName()}. {said}")

    def _say_learned(self, said: str) -> None:
        self.taught.setText(said)
        self._learned.setVisible(bool(said))

    def place(self, room: QSize) -> None:
        """Stand in the middle of the room."""
        width = min(px(WIDTH), room.width() - 2 * px(8))
        self.setFixedWidth(width)
        self._lines.activate()
        height = max(self._lines.totalHeightForWidth(width), self._lines.totalSizeHint().height())
        self.setGeometry((room.width() - width) // 2, max(0, (room.height() - height) // 2), width, height)

    def event(self, event: QEvent) -> bool:
        """Take the card's keys before the window's actions have them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _means(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if meant := _means(event):
            self.chosen.emit(meant)
        else:
            super().keyPressEvent(event)


def _means(event: QKeyEvent) -> str:
    """Return what a key of the card does, "" for any other."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    for name in ("done_next", "done_stay"):
        if event.key() in codes(name):
            return name
    return "doubtful" if event.text() and IN_FORCE.typed("doubtful", event.text()) else ""


class Tile(QWidget):
    """A number over the word for what it counts; hidden where there is none."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.number = Words(px=16, weight=600)
        self.setLayout(column(self.number, Words(what, px=12, role="text2"), gap=0))

    def tell(self, number: str) -> None:
        """Show that number; "" hides the tile."""
        self.number.setText(number)
        self.setVisible(bool(number))


class Tick(QWidget):
    """A tick in a disc."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(56), px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), px(28)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(roles().good) if roles().is_plain else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles().good_tint))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        picture = icon("check", roles().good, side, ratio=self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)
        painter.end()
