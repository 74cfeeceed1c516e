"""The page of the view Schema: labels or fact types on the left, the form of the one in hand on the right.

What is changed is written when its field is left, and when the page is, by whichever way.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from annotations.errors import NotWritten, ReadOnly, UserError
from annotations.schema import changes
from annotations.schema.changes import WORDS, Part
from ui.article.measures import Looks
from ui.frame.verbs import InFocus
from ui.look.empty import Empty
from ui.look.layouts import Hair, Pane, Scroll, row
from ui.look.restyled import follow
from ui.look.scale import px
from ui.open_project import OpenProject
from ui.project.commands import Commands
from ui.project.dialogs import tell
from ui.schema.entry_form import SAID, EntryForm, entries_of
from ui.schema.entry_pane import EntryPane
from ui.schema.schema_actions import ADD, BACK, verbs
from ui.schema.schema_editing import SchemaEditing, counted
from ui.session import Session

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
        page, word = self._page, WORDS[self._page.pane.part]
        entries = entries_of(page.editing.schema, page.pane.part)
        count = counted(len(entries), word)
        if (entry := entries.get(page.in_hand)) is None:
            return InFocus("none", "Schema", count, "tag", (ADD, BACK))
        away = ", archived" if entry.archived else ""
        return InFocus(
            "none", entry.name, f"{word}, of {count}{away}", "tag", verbs(is_archived=entry.archived)
        )

    def look(self) -> None:
        """Tell what is in hand now."""
        self.changed.emit(self.now())


class SchemaPage(Pane):
    """The page; its actions are methods below it.  `left`: back to the article."""

    left = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session = session
        self._has_failed = False  # the last write
        self._held: dict[Part, str] = {"labels": "", "facts": ""}
        self.editing = SchemaEditing(session, opened_of(session), self)
        self.pane, self.form = EntryPane(), EntryForm()
        self.attending = SchemaFocus(self)
        self._right = QStackedWidget()
        for side in (Empty("tag", NOTHING), Scroll(self.form)):
            self._right.addWidget(side)
        whole = row(self.pane, Hair(upright=True), gap=0)
        whole.add(self._right, 1)
        self.setLayout(whole)
        self._connect()
        follow(self)

    def _connect(self) -> None:
        self.pane.chosen.connect(self._choose)
        self.pane.turned.connect(self._turn)
        self.pane.adding.connect(self._add)
        self.form.left.connect(self.keep)
        self.form.renaming.connect(lambda name: self._ask(name, merging=False))
        self.form.merging.connect(lambda name: self._ask(name, merging=True))
        self.editing.refused.connect(self.form.say)
        self.editing.recast.connect(self._follow)
        self.editing.ended.connect(self.form.end_name)
        self._session.schema_changed.connect(self._show)  # a method: the connection goes with the page
        self._session.project_closed.connect(self._keep_at_the_end)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.pane.setFixedWidth(
            min(px(NARROW_LISTED if self.width() < px(NARROW) else LISTED), max(1, self.width() // 2))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def look(self, looks: Looks) -> None:
        """Take the looks of the article, for the label as it stands there."""
        self.form.preview.look(looks)

    # --- what is shown

    @property
    def in_hand(self) -> str:
        """Return the name of the label or fact type in hand; "" for none."""
        return self._held[self.pane.part]

    def open(self) -> None:
        """Show the schema as it is now; the keyboard is at the list."""
        self.editing.look()
        self._show()
        self.pane.list.setFocus()

    def _show(self) -> None:
        """List the part; the one in hand stays so, else the one in its place is."""
        if not self.editing.is_open:
            return
        part, schema = self.pane.part, self.editing.schema
        names = list(entries_of(schema, part))
        if self.in_hand not in names:
            self._rescue()
            before = self.pane.list.currentIndex().row()
            self._held[part] = names[min(max(before, 0), len(names) - 1)] if names else ""
        self.pane.show_schema(schema, self.in_hand)
        if self.in_hand:
            self.form.show_entry(schema, part, self.in_hand)
        self._right.setCurrentIndex(1 if self.in_hand else 0)
        self.attending.look()

    def _choose(self, name: str) -> None:
        """Show the entry; what was still being written of the one before is kept first."""
        self.keep()
        self._held[self.pane.part] = name
        self._show()

    def _turn(self) -> None:
        self.keep()
        self._show()

    def _rescue(self) -> None:
        """Put on the clipboard what was typed of an entry that is not there any more, and say so."""
        typed = {name: value for name, value in self.form.typed().items() if name in ("guideline", "gloss")}
        part, name = self.form.shown
        if typed and name not in entries_of(self.editing.schema, part):
            QGuiApplication.clipboard().setText("\n".join(typed.values()))
            what = " and ".join(SAID[field] for field in typed)
            self._session.noted.emit(
                f"There is no {WORDS[part]} {name} any more; what you typed as its {what} is on the clipboard."
            )

    # --- what is written

    def keep(self) -> None:
        """Write what was changed in the form."""
        self.editing.look()
        wrong = [self._keep(field, value) for field, value in self.form.typed().items()]
        said = next((str(error) for error in wrong if error), "")
        if said or self._has_failed:
            self.form.say(said)
        self._has_failed = bool(said)

    def _keep(self, field: str, value: Any) -> UserError | None:
        part, name = self.form.shown
        error = self.editing.write(lambda schema: changes.change(schema, part, name, **{field: value}))
        if isinstance(error, NotWritten) and not isinstance(error, ReadOnly):
            self.form.try_again()
        elif error:
            self.form.give_up(field)
        return error

    def _keep_at_the_end(self) -> None:
        """Write what is still typed while the project closes; what cannot be is told in a box, which stays."""
        typed = self.form.typed()
        self.keep()
        if self.form.typed() and (guideline := typed.get("guideline")):
            tell(self.window(), f"{self.form.wrong.text()} This was not written:", guideline)

    def _add(self, name: str) -> None:
        self.keep()
        part, before = self.pane.part, set(entries_of(self.editing.schema, self.pane.part))
        error = self.editing.write(lambda schema: changes.add(schema, part, name))
        if error:
            self.form.say(str(error))
            return
        self.pane.new.clear()
        self.pane.search.clear()
        made = next((one for one in entries_of(self.editing.schema, part) if one not in before), "")
        self._held[part] = made or self.in_hand
        self._show()
        self.form.key.setFocus()

    def _ask(self, other: str, *, merging: bool) -> None:
        self.keep()
        part, name = self.form.shown
        if name and self.editing.is_open:
            self.editing.ask(part, name, other, merging=merging)

    def _follow(self, part: Part, old: str, new: str) -> None:
        """Keep in hand what has another name now."""
        if self._held[part] == old:
            self._held[part] = new

    def hideEvent(self, event: QHideEvent) -> None:
        if self.editing.is_open:
            self.keep()
        super().hideEvent(event)

    # --- what its actions do

    def add(self) -> None:
        """Give the keyboard to the line of a new label or fact type."""
        self.pane.new.setFocus()
        self.pane.new.selectAll()

    def rename(self) -> None:
        """Give the keyboard to the name."""
        if self.in_hand:
            self.form.name.setFocus()
            self.form.name.selectAll()

    def merge(self) -> None:
        """Give the keyboard to the choice of what it is merged into."""
        if self.in_hand:
            self.form.merge.into.setFocus()

    def archive(self) -> None:
        """Archive it, or offer it again."""
        if self.in_hand:
            self.form.archived.click()

    def move_by(self, step: int) -> None:
        """Move it a row up (-1) or down (1) among those that are listed."""
        self.keep()
        name, listed, part = self.in_hand, self.pane.list.names(), self.pane.part
        if name not in listed or not 0 <= (place := listed.index(name) + step) < len(listed):
            return
        to = list(entries_of(self.editing.schema, part)).index(listed[place])
        if error := self.editing.write(lambda schema: changes.move(schema, part, name, to)):
            self.form.say(str(error))

    def look_for(self) -> None:
        """Give the keyboard to the search."""
        self.pane.search.setFocus()
        self.pane.search.selectAll()

    def go_back(self) -> None:
        """Go back to the article."""
        self.left.emit()


def opened_of(session: Session) -> OpenProject:
    """Return what is open, as a page is made for an open project alone."""
    if session.opened is None:
        raise UserError("No project is open; open one first.")
    return session.opened
