"""The article list: a row for each article with its title, state, spans and facts left and the lowest score.

Which articles there are is held as `ArticleIds`; what a row shows is fetched, some rows at a time, when it is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from annotations.sets import FINISHED, State
from models.queries.articles import Listed
from models.queries.ids_in_order import ArticleIds
from ui.articles.row_delegate import LISTED, RowDelegate
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.viewport import own_viewport
from ui.plain_text import tip
from ui.widgets.row_chosen import RowChoice
from ui.widgets.rows_drawn import Index, draw_rows
from ui.wording import to_decide

PAGE = 64  # rows fetched at a time
COLUMNS = ("Article", "State", "To decide", "Lowest score")
SIGNS = {State.NEW: "", State.STARTED: "◐ started", State.DONE: "✓ done"}
SKIPPED = "⊘ skipped"
ROLES = frozenset(
    (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, LISTED)
)
Fetch = Callable[[list[str]], dict[str, Listed]]


class ArticleModel(QAbstractTableModel):
    """The rows of the article list, by article id."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ids = ArticleIds()
        self._count = 0  # the list asks for it once a row
        self._rows: dict[str, Listed] = {}
        self._fetch: Fetch = lambda ids: {}

    def show(self, ids: ArticleIds, fetch: Fetch) -> None:
        self.beginResetModel()
        self.ids, self._fetch, self._rows = ids, fetch, {}
        self._count = len(ids)
        self.endResetModel()

    def forget(self, ids: list[str]) -> None:
        """Drop those rows; they are fetched anew when they are seen next."""
        for id_ in ids:
            if self._rows.pop(id_, None) and (place := self.place(id_)) is not None:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def place(self, id_: str) -> int | None:
        return self.ids.place(id_)

    def row(self, place: int) -> Listed | None:
        id_ = self.ids[place]
        if id_ not in self._rows:
            start = place - place % PAGE
            page = self.ids[start : start + PAGE]
            self._rows |= self._fetch([other for other in page if other not in self._rows])
        return self._rows.get(id_)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in ROLES:
            return None
        row = self.row(index.row())
        if row is None or role == LISTED:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(_more(row))
        return _cells(row)[index.column()]


def spoken(row: Listed) -> str:
    """Return the row in words, for those who hear it."""
    left = [f"{row.undecided:,} spans" * bool(row.undecided), f"{row.facts:,} facts" * bool(row.facts)]
    said = " and ".join(filter(None, left))
    parts = (
        row.title or row.id,
        "skipped" if row.skipped else row.state.value,
        f"{said} to decide" if said else "",
    )
    return ", ".join(filter(None, parts))


def _more(row: Listed) -> str:
    comments = f"\n✎ {row.comments:,} open comment{'s' if row.comments > 1 else ''}" if row.comments else ""
    left = f"\n{to_decide(row.undecided, row.facts)}" * (row.state not in FINISHED)
    skipped = f"\nskipped: {row.skipped}" if row.skipped else ""
    changed = "\n* changed after it was finished" if row.changed else ""
    return (row.title or row.id) + left + skipped + changed + comments


def _cells(row: Listed) -> tuple[str, str, str, str]:
    state = SKIPPED if row.skipped else SIGNS.get(row.state, row.state.value) + (" *" if row.changed else "")
    left = "" if row.state in FINISHED else _left(row)
    title = f"✎{row.comments:,} " * bool(row.comments) + (row.title or row.id)
    return (title, state, left, f"{row.lowest:.2f}" if row.lowest is not None else "")


def _left(row: Listed) -> str:
    """Return the two counts of what is left, facts behind a diamond."""
    facts = f"◇ {row.facts:,}" * bool(row.facts)
    return "  ".join(filter(None, (f"{row.undecided:,}" * bool(row.undecided), facts)))


class ArticleList(QListView):
    """The pane of the article list.  `chosen` says which article the annotator wants to see."""

    draws_ring = True  # on the row in hand

    chosen = Signal(str)
    renaming = Signal(str)  # an article's id, by a double click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.articles = ArticleModel(self)
        self.setModel(self.articles)
        RowChoice(self)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName("Articles")
        self.setObjectName("chrome")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._chosen)
        self.doubleClicked.connect(lambda at: self.renaming.emit(self.articles.ids[at.row()]))
        follow(self)

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.verticalScrollBar().setSingleStep(px(20))
        self.scheduleDelayedItemsLayout()

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        draw_rows(self, top, bottom, roles)

    def show_articles(self, ids: ArticleIds, fetch: Fetch, current: str | None) -> None:
        self.articles.show(ids, fetch)
        self.point_to(current)

    def point_to(self, id_: str | None) -> None:
        """Mark the article's row and bring it into view, without choosing it."""
        place = self.articles.place(id_) if id_ else None
        self.selectionModel().blockSignals(True)
        if place is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self.articles.index(place, 0))
            self.scrollTo(self.articles.index(place, 0))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.articles.ids[index.row()])
