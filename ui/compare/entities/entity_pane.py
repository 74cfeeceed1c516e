"""The pane of the entities of a story: their list, and below it the one in hand with its mentions by wording."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QWidget

from annotations.edits import Edit
from annotations.text.counts import counted
from ui.compare.comparing import Comparing
from ui.compare.entities.entity_card import EntityCard
from ui.compare.entities.entity_entry import EntityEntry
from ui.compare.entities.entity_filter import EntityFilter, MarkStrip
from ui.compare.entities.entity_giving import EntityGiving
from ui.compare.entities.entity_going import EntityGoing
from ui.compare.entities.entity_keys import EntityKeys
from ui.compare.entities.entity_list import EntityList
from ui.compare.entities.entity_listing import EntityListing
from ui.compare.entities.entity_marks import EntityMarks
from ui.compare.entities.entity_menu import OF_ENTITY, OF_ENTRY, OF_WORDING, entity_menu, pop_up
from ui.compare.entities.entity_rows import shortened
from ui.compare.entities.entity_verbs import EntityVerbs
from ui.frame.verbs import InFocus
from ui.look.layouts import Hair, Pane, column
from ui.look.restyled import follow
from ui.look.scale import px
from ui.session import Session

WIDE = 560  # pixels at 100 %, of the pane: in a wider one the card stands beside the list

LEAST, ROW = (108, 124), 36  # pixels at 100 %: heights of the list with its filter and of the card; of a row


class EntityPane(Pane):
    """The pane.

    `shown`: a list of EvidencePlace whose evidence is wanted; `left`: the keyboard is to go elsewhere; `turned`: something
    else is in focus, or is another now.
    """

    shown, left, turned = Signal(object), Signal(), Signal()

    def __init__(self, comparing: Comparing, session: Session) -> None:
        super().__init__()
        self.comparing, self._session = comparing, session
        self.marks = EntityMarks(self)
        self.filter, self.strip = EntityFilter(), MarkStrip()
        self.list, self.card, self.entry = EntityList(self.marks.has), EntityCard(), EntityEntry()
        self.listing = EntityListing(self.list, self.filter)
        self.going = EntityGoing(comparing, self.list, self.card.mentions)
        self.verbs = EntityVerbs(comparing, session, self.going, self.marks, self.entry)
        self.giving = EntityGiving(comparing, session, self.going, self.entry)
        verbs = self._verbs()
        self.does = {**verbs, "entry_take": self.entry.answer}
        self._keys = EntityKeys(verbs, self.list, self.card.mentions)
        self._came_from: QWidget = self.list
        self._lay_out()
        follow(self)
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self._card_or_entry = QStackedWidget()
        for part in (self.card, _over(self.entry)):
            self._card_or_entry.addWidget(part)
        above = column(self.filter, gap=0)
        above.add(self.list, 1)
        above.add(self.strip)
        self.halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._parts = Pane(above), Pane(column(Hair(), self._card_or_entry, gap=0))
        for part in self._parts:
            self.halves.addWidget(part)
            self.halves.setStretchFactor(self.halves.count() - 1, 1)
        self.halves.setHandleWidth(1)
        self.setLayout(column(self.halves, gap=0))
        self.setFocusProxy(self.list)

    def restyle(self) -> None:
        """Take the scale in force."""
        for part, high in zip(self._parts, LEAST, strict=True):
            part.setMinimumHeight(px(high))
        for view in (self.list, self.card.mentions):
            view.setMinimumHeight(px(ROW))

    def _verbs(self) -> dict[str, Callable[[], object]]:
        """Return what each key does, by its name in the table of fixed keys."""
        do, give, go = self.verbs, self.giving, self.going
        return {
            "entity_confirm": self._confirm,
            "entity_reject": do.reject,
            "entity_out": do.take_out,
            "entity_mark": self._mark,
            "entity_merge": do.merge,
            "entity_split": do.split,
            "entity_apart": do.keep_apart,
            "entity_together": do.forget_apart,
            "entity_relate": do.relate,
            "entity_name": give.rename,
            "entity_label": give.relabel,
            "entity_outside": give.identify,
            "entity_note": give.note,
            "entity_show": do.show,
            "entity_next": lambda: go.go(1),
            "entity_previous": lambda: go.go(-1),
            "entity_in": self._go_in,
            "entity_back": self._go_back,
            "entity_filter": self.filter.open,
            "entity_undecided": self.filter.undecided.toggle,
            "entity_unmark": do.unmark,
            "entity_leave": self._leave,
        }

    def _connect(self) -> None:
        self.comparing.changed.connect(self._show)
        self._session.stepped.connect(self._go_where)
        self.verbs.shown.connect(self.shown)
        self.marks.changed.connect(self._show_marks)
        self.filter.changed.connect(self._list)
        self.filter.left.connect(self.list.setFocus)
        self.entry.turned.connect(self._show_entry)
        self.list.selectionModel().currentChanged.connect(self._show_card)
        self.list.clicked.connect(lambda: self._turn_fold())
        self.list.choice.chosen.connect(lambda: self._turn_fold())
        mentions = self.card.mentions
        mentions.selectionModel().currentChanged.connect(self.turned)
        for clicked in (self.list, mentions):
            clicked.doubleClicked.connect(self.verbs.show)
        for view in (self.list, mentions):
            view.customContextMenuRequested.connect(lambda at, view=view: self._open_menu(view, at))
        self.card.more.clicked.connect(lambda: self._open_menu(self.card.more, QPoint()))
        self.card.confirm.clicked.connect(self._confirm)
        self.card.reject.clicked.connect(self.verbs.reject)
        self.strip.merge.clicked.connect(self.verbs.merge)
        self.strip.apart.clicked.connect(self.verbs.keep_apart)

    # --- what is shown

    def _show(self) -> None:
        """Show the entities as they stand now."""
        comparison, project = self.comparing.comparison, self._session.project
        labels = project.schema.labels.values() if project else ()
        self.list.drawing.hues = {label.name: label.hue for label in labels}
        self.marks.follow(comparison)
        self.listing.take(comparison)
        self._show_card()
        self._show_marks()

    def _list(self) -> None:
        self.listing.show()
        self._show_card()

    def _show_card(self) -> None:
        row = self.list.entities.row(self.list.currentIndex().row())
        self.card.show_entity(self.going.entity, row, self.comparing.comparison)
        self.turned.emit()

    def _show_marks(self) -> None:
        self.strip.tell([shortened(one.name) for one in self.marks.marked(self.comparing.comparison)])
        self.list.viewport().update()
        self.turned.emit()

    def _show_entry(self) -> None:
        """Show the question in place of the card; the keyboard goes back to where it was."""
        is_asked = self.entry.question is not None
        if is_asked:
            self._came_from = self.card.mentions if self.going.is_inside else self.list
        self._card_or_entry.setCurrentIndex(int(is_asked))
        if not is_asked:
            self._came_from.setFocus()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = Qt.Orientation.Horizontal if self.width() >= px(WIDE) else Qt.Orientation.Vertical
        if way != self.halves.orientation():
            self.halves.setOrientation(way)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.entry.put_away()

    # --- where the keyboard goes

    def hold(self, id_: str) -> bool:
        """Have that entity in hand, whatever is filtered, and give the list the keyboard; return whether it is here."""
        is_here = self.listing.reveal(id_)
        if is_here:
            self.list.setFocus()
        return is_here

    def parts(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        return (self.list, self.card.mentions)

    def _confirm(self) -> None:
        if not self._turn_fold():
            self.verbs.confirm()

    def _mark(self) -> None:
        if not self._turn_fold():
            self.verbs.mark()

    def _go_in(self) -> None:
        if not self._turn_fold():
            self.going.go_in()

    def _go_back(self) -> None:
        if self.going.is_inside:
            self.going.go_back()
        else:
            self._turn_fold()

    def _turn_fold(self) -> bool:
        """Fold or unfold those named once, if that row is in hand and the keyboard is in the list."""
        is_there = not self.going.is_inside and self.list.entities.is_fold(self.list.currentIndex().row())
        if is_there:
            self.listing.turn_fold()
        return is_there

    def _leave(self) -> None:
        if self.entry.question:
            self.entry.put_away()
        elif self.going.is_inside:
            self.list.setFocus()
        elif self.filter.text.text():
            self.filter.clear()
        else:
            self.left.emit()

    def _go_where(self, edit: Edit) -> None:
        """Have the entity in hand that an undo or redo was about."""
        if self.isVisible():
            self.going.go_where(edit)

    def _open_menu(self, over: QWidget, at: QPoint) -> None:
        below = over.viewport() if isinstance(over, QListView) else over
        menu = entity_menu(self, self.does, self.going.entity, self.comparing.comparison, self.hold)
        pop_up(menu, below, at)

    def in_focus(self) -> InFocus:
        """Return what the foot says of what is asked, of the entity in hand, or of the wording."""
        row = self.list.entities.row(self.list.currentIndex().row())
        if self.entry.question:
            return InFocus("none", self.entry.title.text(), "", "pencil", OF_ENTRY)
        if row is None:
            return InFocus("none", "Entities", self.filter.count.text())
        wording = self.card.mentions.wording() if self.going.is_inside else None
        if wording is None:
            return InFocus("none", row.name, f"{row.standing.value} · {row.more}", "tag", OF_ENTITY)
        more = f"{wording.standing.value} · {counted(len(wording.mentions), 'mention')}"
        return InFocus("none", wording.text, more, "tag", OF_WORDING)


def _over(entry: EntityEntry) -> Pane:
    """Return the ground of the entry, at the top of which it stands, as high as it can be."""
    lines = column(gap=0, margins=(8, 8, 8, 8))
    lines.add(entry, 99)
    lines.addStretch(1)
    return Pane(lines)
