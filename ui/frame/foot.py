"""The foot: what is in focus and what runs, the verbs for it, whether all is saved, and Undo."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from annotations.errors import NotWritten, ReadOnly
from ui.frame.toast import Toast
from ui.frame.verb_row import Does, VerbRow, spelled
from ui.frame.verbs import InFocus
from ui.look.buttons import Button
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided, Words
from ui.look.marks import Symbol
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import tip

NARROW = 1200  # pixels at 100 %, of the window
CELL, NARROW_CELL, ICON_CELL = 264, 232, 44  # the last has room for the icon alone


class Foot(Pane):
    """The foot of the window.  `cancelled` is for whatever runs; `toast` shows notices over the page."""

    cancelled = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self.toast = Toast(over)
        self.noticed = self.toast
        self.first, self.second = Elided(px=13, weight=600), Elided(px=12, role="text2")
        self._picture = Symbol()
        self._cell = self._made_cell()
        self.verbs = VerbRow()
        self.saved = Words(px=12, role="text2")
        self.saved.setAccessibleName("Saved")
        self.undo = Button("Undo", "undo-2", kind="ghost")
        self.undo.clicked.connect(self._take_back)
        self._undo_key = self._read_only = ""
        self._special: Mapping[str, str] = {}
        self._what, self._does = InFocus(), dict[str, Does]()
        line = row(gap=0, margins=(0, 0, 8, 0))
        upright = Hair(upright=True)
        line.add(self._cell)
        line.add(upright)
        line.add(self.verbs, 1)
        for part in (self.saved, 8, self.undo):
            line.add(part)
        self.setLayout(column(Hair(), line, gap=0))
        self.setAccessibleName("What is in focus")
        self.show_progress(None)
        follow(self)

    def _made_cell(self) -> QWidget:
        """Return the left cell: two lines on what is in focus, or what runs with its progress."""
        self.doing, self.bar = Elided(px=12), QProgressBar()
        self.bar.setAccessibleName("Progress")
        self.bar.setTextVisible(False)
        self.cancel = Button("Cancel", kind="ghost", height=24, pad=6)
        self.cancel.clicked.connect(self.cancelled)
        self._said, self._running, cell = QWidget(), QWidget(), QWidget()
        lines = column(self.first, self.second, gap=0)
        said = row(gap=8)
        said.add(self._picture)
        said.add(lines, 1)
        self._said.setLayout(said)
        progress = row(gap=4)
        progress.add(column(self.doing, self.bar, gap=2), 1)
        progress.add(self.cancel)
        self._running.setLayout(progress)
        cell.setLayout(column(self._said, self._running, gap=0, margins=(16, 4, 12, 4)))
        return cell

    # --- what is in focus

    def bind(self, does: Mapping[str, Does]) -> None:
        """Take the actions that verbs name."""
        self._does = dict(does)
        self.show_keys()

    def show_all(self, verbs: bool) -> None:
        """Show the verbs and Undo, or neither."""
        for part in (self.verbs, self.undo):
            part.setVisible(verbs)

    def show_keys(self) -> None:
        """Show the keys in force."""
        undo = self._does.get("undo")
        keys = [key.toString() for key in undo.shortcuts()] if isinstance(undo, QAction) else []
        self._undo_key = spelled(keys)
        self.undo.setAccessibleName("Undo")
        self.show_focus(self._what)

    def _take_back(self) -> None:
        if isinstance(undo := self._does.get("undo"), QAction):
            undo.trigger()

    def set_special(self, **keys: str) -> None:
        """Take the keys that stand for many, like those of all labels."""
        self._special = {**self._special, **keys}

    def show_focus(self, what: InFocus) -> None:
        """Say what is in focus, and show its verbs."""
        before = self._what
        is_other = (what.kind, what.first, what.second) != (before.kind, before.first, before.second)
        if QAccessible.isActive() and is_other:
            said = ", ".join(filter(None, (what.first, what.second)))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._what = what
        self.first.setText(what.first)
        self.second.setText(what.second)
        self._picture.show_icon(what.icon)
        self.verbs.show_verbs(what.can, self._does, self._special, self._read_only)
        self._fold()

    # --- notices

    def notice(self, sentence: str) -> None:
        """Show the sentence for a while, with the keys in force in it."""
        self.toast.say(sentence)

    def warn(self, sentence: str) -> None:
        """Show the sentence on what went wrong until it is closed."""
        self.toast.say(sentence, stays=True)

    def end_notice(self) -> None:
        """Take the notice away."""
        self.toast.end()

    def forget(self) -> None:
        """Say nothing any more of the project before."""
        self.show_read_only("")
        self.end_notice()

    # --- whether it is saved

    def show_saved(self) -> None:
        """Say that all is written, and when in the tip."""
        self._mark("✓ Saved", "good", f"Saved at {QTime.currentTime().toString('HH:mm:ss')}.")

    def show_read_only(self, why: str) -> None:
        """Say in place of the mark *saved* that nothing is written to the project, and why in a tip."""
        self._read_only = f"the project is open for reading alone, since {why}" if why else ""
        self.show_focus(self._what)
        self._mark(
            ReadOnly.mark if why else "", "warn", f"Open for reading alone, since {why}." if why else ""
        )

    def show_not_saved(self, why: NotWritten) -> None:
        """Take the mark of the last good save away: the last edit is not on the disk."""
        self._mark(why.mark, "warn", str(why))

    def _mark(self, words: str, role: str, more: str) -> None:
        self.saved.set_role(role)
        self.saved.setText(words)
        self.saved.setToolTip(tip(more) if more else "")
        self._fold()

    # --- what runs

    def show_progress(self, doing: str | None, done: int = 0, of: int = 0) -> None:
        """Show what runs and how far it is; None when nothing runs.

        `of` is 0 when it is not known how much there is.
        """
        for widget in (self.doing, self.bar, self.cancel, self._running):
            widget.setVisible(doing is not None)
        self._said.setVisible(doing is None)
        if doing is not None:
            self.doing.setText(doing)
            self.bar.setRange(0, of)
            self.bar.setValue(min(done, of))

    # --- size

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.setFixedHeight(px(48))
        self.bar.setFixedHeight(px(6))
        self.show_focus(self._what)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Give the first verb its room: the left cell narrows to its icon, then Undo loses key and word."""
        cell = px(NARROW_CELL if self.width() < px(NARROW) else CELL)
        self.saved.setVisible(bool(self.saved.text()))
        self.saved.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        saved = self.saved.sizeHint().width() if self.saved.text() else 0
        left = self.width() - saved - px(24) - (0 if self.verbs.isHidden() else self.verbs.least())
        for said in (("Undo", self._undo_key), ("Undo", ""), ("", "")):
            self.undo.say(said[0], "undo-2", said[1])
            if (room := left - self.undo.sizeHint().width()) >= px(ICON_CELL):
                break
        self._cell.setFixedWidth(max(px(ICON_CELL), min(cell, room)))
