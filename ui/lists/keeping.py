"""The keeping of a project's own list while its dialog is open: what is done to it is written at once.

A list that another program has changed is shown as it is then; what was typed stays in the form.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import UserError
from annotations.suggest.own_list import OwnList, read_entry
from annotations.suggest.pattern_lines import PatternLine
from annotations.text.counts import counted
from models.queries import articles as article_queries
from models.transfer import own_lists
from models.transfer.own_lists import ListChanged, ListFile
from ui.lists.list_check import ListCheck
from ui.lists.list_rows import with_wrong
from ui.lists.lists_dialog import ListsDialog
from ui.open_project import OpenProject

WATCH = 700  # milliseconds between two looks for what others wrote
THEIRS = "Another program has changed the list; it is shown as it is now."


class ListKeeping(QObject):
    """The link between the dialog, the file and the suggestions.  `again`: articles are to be looked through."""

    again = Signal()

    def __init__(self, opened: OpenProject, dialog: ListsDialog) -> None:
        super().__init__(dialog)
        self._opened, self._dialog, self._project = opened, dialog, opened.project
        self._there = ListFile(OwnList(), None)
        self._before: list[tuple[str, OwnList]] = []  # what undo goes back to, with what it takes back
        self._trouble = ""  # why nothing can be done to the list
        self._wrong: dict[str, str] = {}  # what is wrong with token patterns, by their words
        self.is_changed = False  # since articles were looked through
        self._check = ListCheck(self._project.folder, self)
        self._connect()
        self._read()
        self._watch = QTimer(self, interval=WATCH)
        self._watch.timeout.connect(self._look_for_others)
        self._watch.start()

    def _connect(self) -> None:
        dialog = self._dialog
        dialog.written.connect(self._write_form)
        dialog.labelled.connect(self._label)
        dialog.removed.connect(self._remove)
        dialog.undone.connect(self._undo)
        dialog.again.connect(self.suggest)
        dialog.finished.connect(self.close)
        self._check.found.connect(self._take_wrong)
        self._check.failed.connect(lambda why: dialog.say(why, role="bad"))

    def close(self) -> None:
        """End what runs for the dialog."""
        self._watch.stop()
        self._check.close()

    @property
    def articles(self) -> int:
        """Return how many articles would be looked through again."""
        return len(article_queries.article_ids(self._project))

    def suggest(self) -> None:
        """Have all articles looked through with the list as it is now."""
        self.is_changed = False
        self.again.emit()
        self.show()
        self._dialog.say("The articles are looked through; the foot of the window says how far that is.")

    # --- the file

    def _read(self) -> bool:
        """Read the file anew; return whether that could be done."""
        try:
            self._there = own_lists.read(self._project)
        except UserError as error:
            self._there = ListFile(OwnList(), own_lists.stamp(self._project))
            self._trouble = "the list cannot be read"
            self.show()
            self._dialog.say(str(error), role="bad")
            return False
        self._trouble = "the project is open for reading alone" if self._project.read_only else ""
        self._look()
        return True

    def _look(self) -> None:
        """Show the list, and have its token patterns looked at."""
        self.show()
        if any(row.is_pattern and not row.is_wording for row in self._there.list.rows):
            self._check.start()
        else:
            self._check.close()

    def _take_wrong(self, wrong: dict[int, str]) -> None:
        if own_lists.stamp(self._project) == self._there.stamp:
            rows = self._there.list.rows
            self._wrong = {row.words: wrong[row.line] for row in rows if row.line in wrong}
            self.show()

    def _look_for_others(self) -> None:
        """Show what another program made of the file."""
        if own_lists.stamp(self._project) != self._there.stamp:
            self._take_theirs(THEIRS)

    def _take_theirs(self, said: str) -> None:
        self._before = []
        form = self._dialog.form
        typed, was = form.words.text(), self._there.list
        line = form.line
        if self._read():
            self._dialog.say(said, role="warn")
        if line and was.lines[line - 1 : line] != self._there.list.lines[line - 1 : line]:
            form.begin()  # the line that was being changed is another now: what was typed is for a new one
            form.words.setText(typed)

    def _put(self, made: OwnList, done: str, line: int = 0, *, is_undo: bool = False) -> bool:
        """Write the list, and say what was done; return whether it was."""
        before = self._there.list
        if self._trouble:
            self._dialog.say(f"Nothing was done: {self._trouble}.", role="bad")
            return False
        if made == before:
            self._dialog.say("Nothing is changed by that.")
            return True
        try:
            self._opened.mark.require_all()
            with self._opened.mark.kept():
                self._there = own_lists.write(self._project, made, self._there)
        except ListChanged as error:
            self._take_theirs(error.sentence)
            return False
        except UserError as error:
            self._dialog.say(str(error), role="bad")
            return False
        if not is_undo:
            self._before.append((done, before))
        self.is_changed = True
        self._look()
        if line:
            self._dialog.point(line)
        self._dialog.say(done, role="good")
        return True

    def show(self) -> None:
        """Show the list as it is now, and what can be done with it."""
        dialog, labels = self._dialog, self._project.schema.labels
        rows = with_wrong(self._there.list.told(labels), self._wrong)
        dialog.show_list(rows, [label.name for label in labels.values() if not label.archived])
        dialog.refuse(self._trouble)
        dialog.undo.refuse("" if self._before else "nothing was done here yet")
        count = self.articles
        dialog.suggest.say(f"Suggest again in {counted(count, 'article')}", "search", "")
        dialog.suggest.refuse(self._trouble or ("" if count else "there are no articles"))

    # --- what is done to it

    def _write_form(self) -> None:
        """Add what is in the form, or change its line."""
        form, there = self._dialog.form, self._there.list
        try:
            one = read_entry(form.words.text(), form.chosen)
            if form.line:
                made, line = there.replacing(form.line, form.words.text(), form.chosen), form.line
                done = f"Line {line:,} changed."
            else:
                made, added = there.adding([one])
                line = made.rows[-1].line if added else there.line_of(one)
                done = f"“{made.rows[-1].said}” added, as {one.label}, on line {line:,}."
                if not added:
                    self._dialog.point(line)
                    raise UserError(f"This is on line {line:,} already.")
        except UserError as error:
            at = f"Line {form.line:,}: " if form.line else ""
            self._dialog.say(f"{at}{error.sentence}", role="bad")
            return
        if self._put(made, done, line):
            form.begin()
            form.words.setFocus()

    def add(self, patterns: list[PatternLine], said: str) -> None:
        """Add these, which are `said` to be so many."""
        made, added = self._there.list.adding(patterns)
        there = len(patterns) - added
        rest = f"; {there:,} {'was' if there == 1 else 'were'} there already" if there else ""
        done = f"{said}: {added:,} added{rest}."
        if added:
            self._put(made, done, made.rows[-1].line)
        else:
            self._dialog.say(done)

    def _label(self, lines: list[int], label: str) -> None:
        there = self._there.list
        made = there.labelled(lines, label)
        twice = len(there.rows) - len(made.rows)
        rest = (
            f"; {twice:,} said what another line says, and {'is' if twice == 1 else 'are'} removed"
            if twice
            else ""
        )
        self._put(
            made, f"{counted(len(lines), 'line')} {'is' if len(lines) == 1 else 'are'} {label} now{rest}."
        )

    def _remove(self, lines: list[int]) -> None:
        if self._dialog.form.line in lines:
            self._dialog.form.begin()
        self._put(self._there.list.without(lines), f"{counted(len(lines), 'line')} removed.")

    def _undo(self) -> None:
        if self._before:
            done, before = self._before[-1]
            if self._put(before, f"Undid: {done}", is_undo=True):
                self._before.pop()
                self.show()
