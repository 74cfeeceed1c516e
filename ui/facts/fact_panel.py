"""The panel of facts: all facts of the article at hand, the one in focus in hand, decided by keys.

Up and Down go about, Enter confirms, X rejects or deletes, F2 goes into the form below; F and E are those of
the article.
While keys are pressed one after the other the form, and without the keyboard the list too, follow when they
rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotations.articles import published_of
from annotations.facts import Fact
from annotations.sheet import Seen
from ui import bindings
from ui.facts.fact_delegate import FactDelegate
from ui.facts.fact_edits import FactEdits
from ui.facts.fact_form import FactContext, FactForm
from ui.facts.fact_rows import FactRow, FactRows, Index, Rowing
from ui.keys_in_force import IN_FORCE
from ui.plain_text import PlainLabel
from ui.session import Session

STATUSES: dict[str, Callable[[FactRow], bool]] = {
    "any status": lambda row: True,
    "suggested": lambda row: row.is_suggested,
    "confirmed": lambda row: not row.is_suggested,
    "incomplete": lambda row: bool(row.missing),
}
ANY_TYPE = "any type"
REST = 30  # milliseconds without another fact in focus
NOTHING = "There are no facts here: {key:suggest_here} suggests some, and {key:fact} makes one."


class FactPanel(QWidget):
    """The facts in `list`, and the form of the one in hand, which is the session's fact in focus."""

    keyed = ("fact", "change_fact")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._edits = session, FactEdits(session)
        self._place: FactContext | None = None
        self._rowing: Rowing | None = None
        self._pointing = False
        self._rested = QTimer(self, interval=REST, singleShot=True)
        self._rested.timeout.connect(self._follow)
        self.type, self.status = QComboBox(), QComboBox()
        self.type.setAccessibleName("Facts of type")
        self.status.setAccessibleName("Facts of status")
        self.type.addItem(ANY_TYPE)
        self.status.addItems(list(STATUSES))
        self.first = QCheckBox("incomplete first")
        self.count = PlainLabel(wordWrap=True)
        self.rows, self.list, self.form = FactRows(self), FactList(), FactForm()
        self._delegate = FactDelegate(self.list)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self._delegate)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        for n, widget in enumerate((self.type, self.status, self.first, self.count)):
            grid.addWidget(widget, n // 2, n % 2)
        parts = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        parts.addWidget(self.list)
        parts.addWidget(self.form)
        parts.setSizes([420, 240])
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(parts, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.type.activated.connect(self._show)
        self.status.activated.connect(self._show)
        self.first.toggled.connect(self._show)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.confirmed.connect(self._confirm)
        self.list.rejected.connect(self._reject)
        self.list.editing.connect(self._edit)
        self.list.entered.connect(self._enter)
        self.form.changed.connect(self._change)
        self.form.refused.connect(self._session.noted)
        IN_FORCE.changed.connect(self._list)  # it says keys where there is no fact
        self._session.fact_focused.connect(self._point)
        self._session.seen.connect(self._take_in)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._catch_up)

    # --- what is shown

    def refresh(self) -> None:
        """Show project, schema, article and facts as they are now."""
        project, article, place = self._session.project, self._session.article, None
        if project and article:
            published = published_of(article)
            place = FactContext(article.text, project.schema, published, self._session.annotator)
        if place is None or self._place is None or place != self._place or self._rowing is None:
            self._place = place
            self._rowing = Rowing(place.text, place.schema) if place else None
            if place:
                self._delegate.take_hues({label.name: label.hue for label in place.schema.labels.values()})
            self._list_types()
            self._show()
        elif self.form.has_keyboard():
            self._show()
        else:
            self._list()
            self._rested.start()

    def _take_in(self, seen: Seen) -> None:
        if self._rowing:
            self._rowing.touch(seen.facts)

    def _list_types(self) -> None:
        held = self.type.currentText()
        self.type.clear()
        self.type.addItems([ANY_TYPE, *(self._place.schema.facts if self._place else ())])
        self.type.setCurrentIndex(max(0, self.type.findText(held)))

    def _show(self) -> None:
        self._list()
        self._follow()

    def _list(self) -> None:
        every = self._rowing.rows(self._session.sheet) if self._rowing else []
        type_, fits, shown = self.type.currentText(), STATUSES[self.status.currentText()], every
        if type_ != ANY_TYPE or self.status.currentIndex():
            shown = [row for row in every if type_ in (ANY_TYPE, row.fact.type) and fits(row)]
        if self.first.isChecked():
            shown = sorted(shown, key=lambda row: not row.missing)
        self._pointing = True  # rows that go must not take the focus elsewhere
        self.rows.show(shown)
        self._pointing = False
        some = f"{len(shown):,} of {len(every):,}" if len(shown) < len(every) else f"{len(every):,}"
        self.count.setText(f"{some} facts" if every else IN_FORCE.fill(NOTHING))

    def _point(self, id_: str | None) -> None:
        """Show the fact that came into focus, once the keys rest."""
        self._edits.pointed_out = None
        self._rested.start()
        if self.list.hasFocus():
            self._point_to(id_)

    def _follow(self) -> None:
        """Show the fact in focus in list and form."""
        self._rested.stop()
        self._point_to(self._session.fact_id)
        self.form.show_fact(self.fact(), self._place)

    def _catch_up(self) -> None:
        """Bring the form up to date when the keyboard enters it: it must show what it is about to change."""
        if self._rested.isActive() and self.form.has_keyboard():
            self._follow()

    def _point_to(self, id_: str | None) -> None:
        """Select the row of the fact; none when it has none."""
        at, self._pointing = self.rows.place(id_), True
        if at is None:
            self.list.selectionModel().clear()
        elif at != self.list.currentIndex().row() or not self.list.selectionModel().hasSelection():
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.rows.index(at), choose)
        self._pointing = False

    def fact(self) -> Fact | None:
        """Return the fact in hand."""
        at = self.list.currentIndex().row()
        return self.rows.rows[at].fact if 0 <= at < len(self.rows.rows) else None

    def _chosen(self, index: QModelIndex) -> None:
        if not self._pointing and index.isValid():
            self._session.focus_fact(self.rows.rows[index.row()].fact.id)

    def _enter(self) -> None:
        """Focus the first fact to decide, else the first, when the keyboard enters with none in hand."""
        self._follow()
        if self.fact() is None and self.rows.rows:
            undecided = (row for row in self.rows.rows if row.is_suggested)
            self._session.focus_fact(next(undecided, self.rows.rows[0]).fact.id)

    # --- what is done

    def _confirm(self) -> None:
        fact = self.fact()
        if fact:
            behind = self._behind()
            if not self.rows.rows[self.list.currentIndex().row()].is_suggested or self._edits.confirm(fact):
                self._go_on(behind)

    def _reject(self) -> None:
        fact = self.fact()
        if fact:
            behind = self._behind()
            if self._edits.reject(fact):
                self._go_on(behind)

    def _edit(self) -> None:
        self._follow()
        self.form.begin()

    def _change(self, verb: str, after: Fact) -> None:
        fact = self.form.fact
        if fact and not self._edits.change(verb, fact, after):
            self.form.show_fact(None, None)  # so that it shows again what is
        self._show()

    def _behind(self) -> list[FactRow]:
        """Return the rows to go to after a decision, the best first.

        Suggested ones after the row in hand, then those before it; then all after it, then back from it.
        """
        at, rows = self.list.currentIndex().row(), self.rows.rows
        suggested = [row for row in (*rows[at + 1 :], *rows[:at]) if row.is_suggested]
        return [*suggested, *rows[at + 1 :], *rows[at::-1]]

    def _go_on(self, behind: list[FactRow]) -> None:
        self._list()
        shown = (self.rows.place(row.fact.id) for row in behind)
        left = (self.rows.rows[place] for place in shown if place is not None)
        to = next(left, None)
        if not (to and to.is_suggested):
            self._session.noted.emit("There is no suggested fact left to decide in the list.")
        self._session.focus_fact(to.fact.id if to else None)
        self._point(self._session.fact_id)


class FactList(QListView):
    """The list of facts, and its keys."""

    confirmed, rejected, editing, entered = Signal(), Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Facts")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """Paint the rows that changed; equally high, none of them moves: QListView would lay out all anew."""
        QAbstractItemView.dataChanged(self, top, bottom, roles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if does := _KEYS.get(Qt.Key(event.key())):
            getattr(self, does).emit()
        elif event.text().strip():
            event.ignore()  # letters look for nothing here
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.entered.emit()


_SIGNALS = {"facts_confirm": "confirmed", "facts_reject": "rejected", "facts_edit": "editing"}
_KEYS = {code: does for name, does in _SIGNALS.items() for code in bindings.codes(name)}
