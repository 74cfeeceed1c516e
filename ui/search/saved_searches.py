"""The list of saved searches: names with their lines, to be looked for, saved, renamed and deleted in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from annotations.errors import UserError
from annotations.search.parsing import parse
from models.transfer.searches import named, remove_search, rename_search, save_search, saved_searches
from ui import bindings
from ui.fixed_keys import FIXED
from ui.frame.pane_round import has_keyboard
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Caption, Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import tip
from ui.search.query_line import QueryLine
from ui.search.saved_rows import HIGH, LINE, NAME, SavedRows, rows_of

SHOWN = 3  # rows that there is room for, at most
NONE_YET = "None yet: write a search and save it."
DELETED = "“{}” is deleted."
NAME_IT = "Type its name; {key:note_write} saves it."
TAKEN = "There is a search “{}” already; choose another name."
SHORT = 40  # code points of a line that are offered as its name


class SavedSearches(QWidget):
    """The list.  A search that is opened goes into the line and is looked for.

    `changed`: the file was written.
    """

    changed = Signal()

    def __init__(self, line: QueryLine) -> None:
        super().__init__()
        self._line = line
        self._folder: Path | None = None
        self._new: tuple[str, str] | None = None  # name and line of the row that is being named
        self._gone: tuple[str, str] | None = None  # what was deleted last
        self.list = QListWidget()
        self.list.setObjectName("chrome")
        self.list.setAccessibleName("Saved searches")
        self.list.setItemDelegate(SavedRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.save = Button("Save", "star", kind="ghost", height=28, pad=6, takes_focus=True)
        self.rename = Button("", "pencil", kind="ghost", height=28, pad=6)
        self.delete = Button("", "trash-2", kind="ghost", height=28, pad=6)
        self.back = Button("Put back", "undo-2", kind="ghost", height=28, pad=6)
        self.note = Words(px=12, role="text2", wraps=True)
        self._lay_out()
        self._connect()
        follow(self)

    def open(self, folder: Path | None) -> None:
        """Show the saved searches of a project."""
        if folder != self._folder:
            self._gone = None
        self._folder = folder
        self.show_all()

    def show_all(self, current: str = "") -> None:
        """Show what the file has now; that one is in hand."""
        found, trouble = dict[str, str](), ""
        try:
            found = saved_searches(self._folder) if self._folder else {}
        except UserError as error:
            trouble = str(error)
        blocked = self.list.blockSignals(True)
        self._new = None
        had = has_keyboard(self)
        self.list.clear()
        for name, line in found.items():
            self._add(name, line)
        self.list.setCurrentRow(max(0, [*found].index(current)) if current in found else -1)
        self.restyle()
        if had:
            self.setFocus()
        self.list.blockSignals(blocked)
        self._say(trouble or ("" if found else NONE_YET), "bad" if trouble else "text2")
        self._allow()

    def restyle(self) -> None:
        """Take the scale in force, and no more room than the rows need."""
        many = self.list.count()
        self.list.setFixedHeight(px(HIGH) * min(SHOWN, many))
        self.list.setVisible(many > 0)
        self.setFocusProxy(self.list if many else self.save)

    # --- verbs

    def open_current(self) -> None:
        """Put the search in hand into the line, and look for it."""
        if item := self.list.currentItem():
            self._line.look_for(str(item.data(LINE)))

    def save_line(self) -> None:
        """Save the line: a row is added, and its name is asked for in it."""
        line = self._line.text().strip()
        try:
            parse(line)
        except UserError as error:
            self._say(error.sentence, "bad")
            return
        self.show_all()
        self._new = (self._free(line[:SHORT]), line)
        blocked = self.list.blockSignals(True)
        item = self._add(*self._new)
        self.list.blockSignals(blocked)
        self.list.setCurrentItem(item)
        self._say(IN_FORCE.fill(NAME_IT))
        self.list.editItem(item)

    def rename_current(self) -> None:
        """Ask for another name of the search in hand, in its row."""
        if item := self.list.currentItem():
            self.list.editItem(item)

    def delete_current(self) -> None:
        """Delete the search in hand; it can be put back."""
        item = self.list.currentItem()
        if item is None or self._folder is None:
            return
        name, line, place = str(item.data(NAME)), str(item.data(LINE)), self.list.row(item)
        if self._try(partial(remove_search, self._folder, name)):
            self._gone = (name, line)
            self.show_all()
            self.list.setCurrentRow(min(place, self.list.count() - 1))
            self._say(DELETED.format(name))

    def put_back(self) -> None:
        """Save again what was deleted last."""
        if self._gone and self._folder:
            name, line = self._gone
            if self._try(partial(save_search, self._folder, name, line)):
                self._gone = None
                self.show_all(name)

    # --- how it is put together

    def _lay_out(self) -> None:
        for button, said in (
            (self.save, "Save the line as a search"),
            (self.rename, "Rename the saved search ({key:saved_rename})"),
            (self.delete, "Delete the saved search ({key:saved_delete})"),
            (self.back, "Put back what was deleted last"),
        ):
            button.setToolTip(tip(IN_FORCE.fill(said)))
            button.setAccessibleName(IN_FORCE.fill(said))
        head = row(Caption("Saved searches"), None, self.save, self.rename, self.delete, gap=4)
        foot = row(gap=8)
        foot.add(self.note, 1)
        foot.add(self.back)
        self.setLayout(column(head, self.list, foot, gap=2, margins=(16, 4, 12, 4)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_line)
        self.rename.clicked.connect(self.rename_current)
        self.delete.clicked.connect(self.delete_current)
        self.back.clicked.connect(self.put_back)
        self.list.itemClicked.connect(self.open_current)
        self.list.currentRowChanged.connect(self._allow)
        for name, verb in (
            ("saved_open", self.open_current),
            ("saved_rename", self.rename_current),
            ("saved_delete", self.delete_current),
        ):
            bindings.bind(self.list, "", FIXED[name].keys, verb)
        rows_of(self.list).closeEditor.connect(self._finish_naming, Qt.ConnectionType.QueuedConnection)

    def _add(self, name: str, line: str) -> QListWidgetItem:
        item = QListWidgetItem(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        for role, value in (
            (NAME, name),
            (LINE, line),
            (Qt.ItemDataRole.AccessibleTextRole, f"{name}: {line}"),
        ):
            item.setData(role, value)
        item.setToolTip(tip(line, wraps=True))
        self.list.addItem(item)
        self.restyle()
        return item

    def _finish_naming(self) -> None:
        """Save or rename what was named in its row; a new one that nobody named is gone again."""
        item, new, rows = self.list.currentItem(), self._new, rows_of(self.list)
        typed, rows.typed = rows.typed, None
        if item is None or self._folder is None:
            return
        was = str(item.data(NAME))
        if typed is None or (not new and typed == was):
            self.show_all("" if new else was)
        elif new and self._has(typed):
            self.show_all()
            self._say(TAKEN.format(typed), "bad")
        elif self._try(self._naming(was, typed)):
            self.show_all(named(typed))

    def _naming(self, was: str, typed: str) -> Callable[[], None]:
        """Return what saves the new search under the name that was typed, or renames the old one."""
        folder = self._folder or Path()
        if self._new:
            return partial(save_search, folder, typed, self._new[1])
        return partial(rename_search, folder, was, typed)

    def _has(self, name: str) -> bool:
        return any(
            self.list.item(n).data(NAME) == name and self.list.item(n) is not self.list.currentItem()
            for n in range(self.list.count())
        )

    def _free(self, name: str) -> str:
        """Return the name, with a number where one has it."""
        taken = {str(self.list.item(n).data(NAME)) for n in range(self.list.count())}
        return next(one for n in count(1) if (one := name if n == 1 else f"{name} {n}") not in taken)

    def _try(self, write: Callable[[], None]) -> bool:
        """Write the file, or say why that was not done."""
        try:
            write()
        except UserError as error:
            self.show_all()
            self._say(str(error), "bad")
            return False
        self.changed.emit()
        return True

    def _allow(self) -> None:
        is_there = self.list.currentItem() is not None
        self.rename.setEnabled(is_there)
        self.delete.setEnabled(is_there)
        self.save.setEnabled(self._folder is not None)
        self.back.setVisible(self._gone is not None)

    def _say(self, words: str, role: str = "text2") -> None:
        self.note.set_role(role)
        self.note.setText(words)
        self.note.setVisible(bool(words))
