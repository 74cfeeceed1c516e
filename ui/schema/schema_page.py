"""The page of the view Schema: labels or fact types on the left, the form of the one in hand on the right.

What is changed is written when its field is left, and when the page is, by whichever way.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from annotations.errors import UserError
from annotations.schema import changes
from annotations.schema.changes import WORDS, Part
from annotations.text.counts import counted
from ui.article.measures import Looks
from ui.frame.verbs import InFocus
from ui.look.empty import Empty
from ui.look.layouts import Hair, Pane, row
from ui.look.restyled import follow
from ui.look.scale import px
from ui.open_project import OpenProject
from ui.project.commands import Commands
from ui.project.dialogs import tell
from ui.schema.codebook_file import CodebookFile
from ui.schema.entry_list import entries_of
from ui.schema.entry_pane import EntryPane
from ui.schema.labels.label_side import LabelSide
from ui.schema.schema_actions import ADD, BACK, verbs
from ui.schema.schema_editing import SchemaEditing
from ui.schema.sides import Side
from ui.session import Session

if TYPE_CHECKING:
    from ui.schema.type_side import TypeSide

NARROW = 1200  # pixels at 100 %, of the window
LISTED, NARROW_LISTED = 344, 288
NOTHING = "Choose one on the left, or add one there. What you change is written at once."


class SchemaFocus(QObject):
    """The words of the foot on the schema.  `changed`: they are others."""

    changed = Signal(object)  # an InFocus

    def __init__(self, page: SchemaPage) -> None:
        super().__init__(page)
        self._page = page

    def now(self) -> InFocus:
        """Return what is in hand, of how many."""
        page, word = self._page, WORDS[self._page.part]
        entries = entries_of(page.editing.schema, page.part)
        count = counted(len(entries), word)
        if (entry := entries.get(page.in_hand)) is None:
            return InFocus("none", "Schema", count, "tag", (ADD, BACK))
        said = f"{word}, of {count}{', archived' if entry.archived else ''}"
        return InFocus("none", entry.name, said, "tag", verbs(is_archived=entry.archived))

    def look(self) -> None:
        """Tell what is in hand now."""
        self.changed.emit(self.now())


class SchemaPage(Pane):
    """The page; its actions are methods below it.  `left`: back to the article."""

    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session = session
        self.part: Part = "labels"
        self._held: dict[Part, str] = {"labels": "", "facts": ""}
        self.editing = SchemaEditing(session, opened_of(session), self)
        self.pane, self.labels = EntryPane(), LabelSide(self.editing)
        self.form = self.labels.form
        self.view = self.pane.list  # where alone the keys that move a row work: in the form they move a role
        self._right = QStackedWidget()
        self._nothing = Empty("tag", NOTHING)
        for side in (self._nothing, self.labels):
            self._right.addWidget(side)
        self.attending = SchemaFocus(self)
        self.codebook = CodebookFile(session, commands, self)
        whole = row(self.pane, Hair(upright=True), gap=0)
        whole.add(self._right, 1)
        self.setLayout(whole)
        self._connect()
        follow(self)

    def _connect(self) -> None:
        self.pane.chosen.connect(self._choose)
        self.pane.turned.connect(self._turn)
        self.pane.adding.connect(self._add)
        self.pane.moving.connect(self.move_by)
        self.labels.renaming.connect(partial(self._ask, False))
        self.labels.merging.connect(partial(self._ask, True))
        self.editing.refused.connect(lambda why: self.side.say(why))
        self.editing.recast.connect(self._follow)
        self.editing.ended.connect(lambda: self.side.end_name())
        self._session.schema_changed.connect(self._show)  # a method: the connection goes with the page
        self._session.project_closed.connect(self._keep_at_the_end)

    @cached_property
    def types(self) -> TypeSide:
        """Return the right side of fact types, made when they are first listed."""
        from ui.schema.type_side import TypeSide

        made = TypeSide(self.editing)
        made.renaming.connect(partial(self._ask, False))
        made.merging.connect(partial(self._ask, True))
        made.role_asked.connect(self._ask_of_role)
        self._right.addWidget(made)
        return made

    def restyle(self) -> None:
        """Take the scale in force."""
        wide = px(NARROW_LISTED if self.width() < px(NARROW) else LISTED)
        self.pane.setFixedWidth(min(wide, max(1, self.width() // 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def look(self, looks: Looks) -> None:
        """Take the looks of the article, for the label as it stands there."""
        self.labels.form.preview.look(looks)

    # --- what is shown

    @property
    def side(self) -> Side:
        """Return the right side of the part that is listed."""
        return self.labels if self.part == "labels" else self.types

    @property
    def in_hand(self) -> str:
        """Return the name of the label or fact type in hand; "" for none."""
        return self._held[self.part]

    def open(self) -> None:
        """Show the schema as it is now; the keyboard is at the list."""
        self.editing.look()
        self._show()
        self.pane.list.setFocus()

    def _show(self) -> None:
        """List the part; the one in hand stays so, else the one in its place is."""
        if not self.editing.is_open:
            return
        schema = self.editing.schema
        names = list(entries_of(schema, self.part))
        if self.in_hand not in names:
            self._rescue()
            before = self.pane.list.currentIndex().row()
            self._held[self.part] = names[min(max(before, 0), len(names) - 1)] if names else ""
        self.pane.show_schema(schema, self.in_hand)
        self._show_side()

    def _show_side(self) -> None:
        if self.in_hand:
            self.side.show_entry(self.editing.schema, self.in_hand)
        shown = self._nothing if not self.in_hand else self.labels if self.part == "labels" else self.types
        self._right.setCurrentWidget(shown)
        self.attending.look()

    def _choose(self, name: str) -> None:
        """Show the entry, unless what is typed of the one before could not be written: that stays in hand."""
        if not self.side.keep():
            self.pane.show_schema(self.editing.schema, self.in_hand)
            return
        self._held[self.part] = name
        self._show_side()

    def _turn(self) -> None:
        if self.pane.part != self.part and not self.side.keep():
            self.pane.parts.choose(self.part)
            return
        self.part = self.pane.part
        self._show()

    def _rescue(self) -> None:
        """Put on the clipboard what was typed of an entry that is not there any more, and say so."""
        if self.in_hand and (typed := self.side.unwritten()):
            QGuiApplication.clipboard().setText("\n".join(typed.values()))
            self._session.noted.emit(
                f"There is no {WORDS[self.part]} {self.in_hand} any more; what you typed as its "
                f"{' and '.join(typed)} is on the clipboard."
            )

    # --- what is written

    def _keep_at_the_end(self) -> None:
        """Write what is still typed while the project closes; what cannot be is told in a box, which stays."""
        self.side.keep()
        if typed := self.side.unwritten():
            words = "\n\n".join(f"{self.in_hand}, {what}:\n{text}" for what, text in typed.items())
            tell(self.window(), f"{self.side.said} This was not written.".strip(), words)

    def _add(self, name: str) -> None:
        self.side.keep()
        part, before = self.part, set(entries_of(self.editing.schema, self.part))
        if error := self.editing.write(lambda schema: changes.add(schema, part, name)):
            self.side.say(str(error))
            return
        self.pane.new.clear()
        self.pane.search.clear()
        made = next((one for one in entries_of(self.editing.schema, part) if one not in before), "")
        self._held[part] = made or self.in_hand
        self._show()
        self.side.go_to("key")

    def _ask(self, merging: bool, other: str) -> None:
        """Ask about a merge or rename, once all else that is typed is written."""
        if self.side.keep() and self.editing.is_open:
            self.editing.ask(self.part, self.in_hand, other, merging=merging)

    def _ask_of_role(self, role: str, new: str) -> None:
        """Ask about the rename of a role, or with `new` "" about its removal."""
        if self.side.keep() and self.editing.is_open:
            self.editing.ask_of_role(self.in_hand, role, new)

    def _follow(self, part: Part, old: str, new: str) -> None:
        """Keep in hand what has another name now."""
        if self._held[part] == old:
            self._held[part] = new

    def hideEvent(self, event: QHideEvent) -> None:
        if self.editing.is_open:
            self.side.keep()
        super().hideEvent(event)

    # --- what its actions do

    def go_to(self, place: str) -> None:
        """Give the keyboard to a field of what is in hand."""
        if self.in_hand:
            self.side.go_to(place)

    def archive(self) -> None:
        """Archive it, or offer it again."""
        if self.in_hand:
            self.side.archive()

    def move_by(self, step: int) -> None:
        """Move it a row up (-1) or down (1) among those that are listed."""
        self.side.keep()
        name, listed, part = self.in_hand, self.pane.list.names(), self.part
        if name not in listed or not 0 <= (place := listed.index(name) + step) < len(listed):
            return
        to = list(entries_of(self.editing.schema, part)).index(listed[place])
        if error := self.editing.write(lambda schema: changes.move(schema, part, name, to)):
            self.side.say(str(error))

    def go_back(self) -> None:
        """Go back to the article."""
        self.left.emit()


def opened_of(session: Session) -> OpenProject:
    """Return what is open, as a page is made for an open project alone."""
    if session.opened is None:
        raise UserError("No project is open; open one first.")
    return session.opened
