"""The stories: articles compared in one table, made by a person or proposed, the largest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotations.compare.items import Story
from annotations.text.counts import counted
from ui import bindings
from ui.compare.table.writing import write
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.look.buttons import Button
from ui.look.layouts import Pane, column, row
from ui.look.lines import Caption
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import without_pictographs
from ui.plain_text import tip

CHOOSE = Verb("story_choose", "Compare its articles", "table-2", spelled(FIXED["story_choose"].keys[:1]))
NAME = Verb("story_name", "Name", "pencil", spelled(FIXED["story_name"].keys[:1]))
STORY = Qt.ItemDataRole.UserRole
HIGH = 46  # pixels at 100 %


class StoryList(Pane):
    """The list.

    `chosen`: the id of a story, "" for all articles; `named`: a story is to have a name; `wanted`: a new one is to be
    made; `turned`: another is in hand.
    """

    chosen = Signal(str)
    named = Signal(object)
    wanted, turned = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setObjectName("chrome")
        self.list.setAccessibleName("Stories")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_StoryDelegate(self.list))
        self.list.setMouseTracking(True)
        self.new = Button("New", "plus", height=28, pad=8, kind="ghost")
        self.new.setToolTip(tip("Make a story of articles that you choose"))
        head = row(Caption("Stories"), None, self.new, margins=(16, 8, 8, 0))
        lines = column(head, gap=2)
        lines.add(self.list, 1)
        self.setLayout(lines)
        self.setFocusProxy(self.list)
        self.new.clicked.connect(self.wanted)
        self.list.itemClicked.connect(self._choose)
        bindings.bind(self.list, "", FIXED["story_choose"].keys, self._choose)
        bindings.bind(self.list, "", FIXED["story_name"].keys, self._name)
        self.does = {"story_choose": self._choose, "story_name": self._name}
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.currentItemChanged.connect(self.turned)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.list.setMinimumHeight(px(HIGH))
        self.list.doItemsLayout()

    def show_stories(self, stories: Sequence[tuple[Story, bool]], here: Story, *, made: int) -> None:
        """Show the stories, each with whether a person made it; `made` articles are all of them, 0 to leave these out."""
        rows = [(Story("", "All articles"), True)] if made else []
        self.list.clear()
        for story, is_made in [*rows, *stories]:
            count = len(story.articles) if story.id else made
            said = f"{counted(count, 'article')}{'' if is_made else ', proposed'}"
            item = QListWidgetItem(story.name, self.list)
            item.setData(STORY, (story, is_made, said))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{story.name}, {said}")
            item.setToolTip(tip(f"{story.name}, {said}"))
            if story.id == here.id:
                self.list.setCurrentItem(item)

    def _at(self) -> tuple[Story, bool, str] | None:
        item = self.list.currentItem()
        return item.data(STORY) if item else None

    def _choose(self, *_: object) -> None:
        if at := self._at():
            self.chosen.emit(at[0].id)

    def _name(self) -> None:
        if (at := self._at()) and at[0].id:
            self.named.emit(at[0])

    def _verbs(self) -> tuple[Verb, ...]:
        at = self._at()
        return () if at is None else (CHOOSE, NAME) if at[0].id else (CHOOSE,)

    def in_focus(self) -> InFocus:
        """Return what the foot says of the story in hand."""
        at = self._at()
        return InFocus("none", at[0].name if at else "Stories", at[2] if at else "", "table-2", self._verbs())

    def _open_menu(self, at: QPoint) -> None:
        if self.list.itemAt(at) is None and self._at() is None:
            return
        menu = QMenu(self.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for verb in self._verbs():
            menu.addAction(f"{verb.word}\t{verb.key}", self.does[verb.action])
        menu.popup(self.list.viewport().mapToGlobal(at))


class _StoryDelegate(QStyledItemDelegate):
    """Draws a story: its name, how many articles it has, and a dashed frame while it is only proposed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(px(120), px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        story, is_made, said = index.data(STORY)
        r, box = roles(), QRectF(option.rect).adjusted(px(8), 2, -px(8), -2)
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        is_at = is_on and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        way = Qt.PenStyle.SolidLine if is_made else Qt.PenStyle.DashLine
        thick = 2 if is_at or (is_on and r.is_plain) else 1
        painter.setPen(QPen(QColor(r.accent if is_on else r.line if is_made else r.edge), thick, way))
        is_over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(QColor(r.accent_tint if is_on else r.hover if is_over else r.chrome))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(6), px(6))
        inner = box.adjusted(px(10), px(3), -px(8), 0)
        write(painter, inner, without_pictographs(story.name), 13, 600 if is_on else 500, r.text)
        write(painter, inner.adjusted(0, px(18), 0, 0), said, 12, 400, r.text2)
        painter.restore()
