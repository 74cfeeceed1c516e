"""The dialog of a project's own list: its lines to be searched, added, changed and removed, each written at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHeaderView, QLineEdit, QMenu, QTreeView, QWidget

from annotations.suggest.own_list import ListRow
from ui import bindings
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.keys_in_force import IN_FORCE
from ui.lists.list_form import ListForm
from ui.lists.list_rows import LABEL, LINE, WORDS, ListRows, sieve
from ui.look.buttons import Button
from ui.look.dialog import Dialog
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import menu_text

PAUSE = 120  # milliseconds after a letter of the search
NOTHING = "No wordings yet: type one above, or add those of a file or what is confirmed."
ABOUT = "Wordings and patterns of the project, suggested with their label wherever they stand."
ANY = "All labels"
SHARE = 0.9  # of the free part of the screen, both ways
Flag = QItemSelectionModel.SelectionFlag


class ListsDialog(Dialog):
    """The dialog; it signals what is wanted of the list, and is told what there is.

    `written`: the form's line is to be added or changed; `labelled`, `removed`: lines.
    """

    written = Signal()
    labelled = Signal(list, str)
    removed = Signal(list)
    from_file = Signal()
    from_confirmed = Signal()
    undone = Signal()
    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Lists", parent, about=ABOUT)
        self._rows: Sequence[ListRow] = ()
        self._why_not = ""  # why nothing can be done to the list
        self._says_wrong = False  # what is said is about the line in hand
        self._labels: tuple[str, ...] = ()
        self._make_head()
        self._make_list()
        self._make_foot()
        head = row(gap=8)
        head.add(self.search, 1)
        head.add(self.of)
        head.add(self.wrong_alone)
        verbs = row(self.change, self.label, self.remove, None, self.count, gap=4)
        self.add(head)
        self.add(column(self.list, verbs, gap=4), 1)
        self.add(column(self.form, self.told, gap=6))
        self.add(row(self.file, self.confirmed, None, self.undo, gap=6))
        self._connect()
        self.end(self.suggest, self.close_it)
        follow(self)
        self.list.setFocus()

    def _make_head(self) -> None:
        self.search = QLineEdit(placeholderText="Search", clearButtonEnabled=True)
        self.search.setAccessibleName("Search the list")
        self.of = QComboBox()
        self.of.setAccessibleName("Show the label")
        self.wrong_alone = QCheckBox("&Mistakes")
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)

    def _make_list(self) -> None:
        self.rows, self.list = ListRows(self), QTreeView()
        self.list.setModel(self.rows)
        self.list.setAccessibleName("Wordings and patterns")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.list.header().setStretchLastSection(True)
        self.change = self._made("Change", "pencil", "listed_change")
        self.label = self._made("Label", "tag", "listed_label")
        self.remove = self._made("Remove", "trash-2", "listed_remove")
        self.count = Words(px=12, role="text2")

    def _made(self, word: str, icon: str, name: str) -> Button:
        key = spelled(FIXED[name].keys)
        return Button(word, icon, key, kind="ghost", height=28, pad=8, takes_focus=True)

    def _make_foot(self) -> None:
        self.form = ListForm()
        self.told = Words(wraps=True)
        self.told.setAccessibleName("What was done")
        self.file = Button("Add from a file…", "upload", takes_focus=True)
        self.confirmed = Button("Add what is confirmed…", "check", takes_focus=True)
        self.undo = Button(
            "Undo", "undo-2", spelled(FIXED["listed_undo"].keys), kind="ghost", takes_focus=True
        )
        self.suggest = Button("Suggest again", "search", takes_focus=True)
        self.close_it = Button("Close", takes_focus=True)
        self.close_it.clicked.connect(self.reject)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.sift)
        self.of.activated.connect(self.sift)
        self.wrong_alone.toggled.connect(self.sift)
        self.form.written.connect(self.written)
        for button, signal in (
            (self.file, self.from_file),
            (self.confirmed, self.from_confirmed),
            (self.undo, self.undone),
            (self.suggest, self.again),
        ):
            button.clicked.connect(signal)
        self.list.doubleClicked.connect(self._change)
        for button, does in (
            (self.change, self._change),
            (self.label, self._label),
            (self.remove, self._remove),
        ):
            button.clicked.connect(does)
        for name, does in (
            ("listed_change", self._change),
            ("listed_label", self._label),
            ("listed_remove", self._remove),
            ("listed_undo", self.undone.emit),
        ):
            bindings.bind(self.list, "", FIXED[name].keys, does)
        self.list.selectionModel().selectionChanged.connect(self._turn)

    # --- what is shown

    def show_list(self, rows: Sequence[ListRow], labels: Sequence[str]) -> None:
        """Show the lines, with the labels that a project has."""
        self._rows, self._labels = rows, tuple(labels)
        self.form.offer(labels)
        held = self.of.currentData()
        self.of.clear()
        self.of.addItem(ANY, None)
        for name in dict.fromkeys(one.label for one in rows if one.label):
            self.of.addItem(name, name)
        self.of.setCurrentIndex(max(0, self.of.findData(held)))
        wrong = sum(bool(one.wrong) for one in rows)
        self.wrong_alone.setText(f"&Mistakes ({wrong:,})")
        self.wrong_alone.setEnabled(bool(wrong) or self.wrong_alone.isChecked())
        self.sift()

    def refuse(self, why: str) -> None:
        """Let nothing be done to the list, and say why in tips; "" to let it be as it was."""
        self._why_not = why
        self.form.setEnabled(not why)
        for button in (self.file, self.confirmed):
            button.refuse(why)
        self._turn()

    def sift(self) -> None:
        """Show those of the lines that are looked for; the one in hand stays so, else the one in its place."""
        self._soon.stop()
        at = self.list.currentIndex().row()
        held = self.rows.rows[at].line if 0 <= at < len(self.rows.rows) else 0
        passes = sieve(self.search.text(), self.of.currentData(), wrong_alone=self.wrong_alone.isChecked())
        self.rows.show([one for one in self._rows if passes(one)])
        place = self.rows.place_of(held)
        self._go(place if place >= 0 else min(max(at, 0), len(self.rows.rows) - 1))
        self._turn()

    def point(self, line: int) -> None:
        """Have the line in hand, whatever was looked for."""
        if self.rows.place_of(line) < 0:
            self.search.clear()
            self.of.setCurrentIndex(0)
            self.wrong_alone.setChecked(False)
            self.sift()
        self._go(self.rows.place_of(line))

    def say(self, sentence: str, *, role: str = "text2") -> None:
        """Say what was done, or what is wrong."""
        self._says_wrong = False
        self.told.set_role(role)
        self.told.setText(IN_FORCE.fill(sentence))

    def _go(self, place: int) -> None:
        if place >= 0:
            index = self.rows.index(place, 0)
            self.list.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
            self.list.scrollTo(index)

    def chosen(self) -> list[ListRow]:
        """Return the rows that are selected."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.rows.rows[place] for place in places if place < len(self.rows.rows)]

    def _turn(self) -> None:
        """Turn the verbs on and off by what is selected, and say how many lines there are."""
        chosen = self.chosen()
        can = not self._why_not
        self.change.setEnabled(can and len(chosen) == 1)
        self.label.setEnabled(can and any(one.is_pattern for one in chosen))
        self.remove.setEnabled(can and bool(chosen))
        shown, whole = len(self.rows.rows), len(self._rows)
        self._say_wrong(chosen[0] if len(chosen) == 1 else None)
        many = f"{len(chosen):,} selected · " if len(chosen) > 1 else ""
        of = f"{shown:,} of {whole:,}" if shown != whole else f"{whole:,}"
        self.count.setText(f"{many}{of} line{'' if whole == 1 else 's'}")
        if not whole and not self.told.text() and not self._why_not:
            self.say(NOTHING)

    def _say_wrong(self, one: ListRow | None) -> None:
        """Say in full what is wrong with the line in hand, and no more once another is."""
        if one is not None and one.wrong:
            self.say(f"Line {one.line:,}: {one.wrong}", role="bad")
            self._says_wrong = True
        elif self._says_wrong:
            self.say("")

    # --- what is asked

    def _change(self) -> None:
        if len(chosen := self.chosen()) == 1 and not self._why_not:
            self.form.change(chosen[0])

    def _remove(self) -> None:
        if (lines := [one.line for one in self.chosen()]) and not self._why_not:
            self.removed.emit(lines)

    def _label(self) -> None:
        """Offer the labels for the lines that are selected."""
        lines = [one.line for one in self.chosen() if one.is_pattern]
        if not lines or self._why_not:
            return
        menu = QMenu(self)
        for name in self._labels:
            menu.addAction(menu_text(name)).setData(name)
        menu.triggered.connect(lambda action: self.labelled.emit(lines, action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.label.mapToGlobal(QPoint(0, self.label.height())))

    def restyle(self) -> None:
        """Take the scale in force."""
        self.resize(QSize(px(760), px(640)).boundedTo(self.screen().availableSize() * SHARE))
        for place, wide in ((WORDS, 300), (LABEL, 120), (LINE, 56)):
            self.list.setColumnWidth(place, px(wide))
