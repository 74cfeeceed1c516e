"""The status line: a notice, what is left to decide, the *saved* mark, and what runs with its cancel button."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar, QWidget

from annotations.errors import NotWritten, ReadOnly
from models.queries.undecided_counts import Tally
from ui.keys_in_force import IN_FORCE
from ui.plain_text import PlainLabel, tip
from ui.widgets.notice_line import NoticeLine
from ui.wording import to_decide

NOTICE, SHORTENED = 9_000, 30_000  # milliseconds; of one that does not fit, the rest is to be looked for


class StatusBar(QStatusBar):
    """The status line.  `cancelled` is for whatever runs."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.noticed = NoticeLine()  # in place of Qt's own message, which is cut off
        self.noticed.setContentsMargins(6, 0, 6, 0)
        self.addWidget(self.noticed, 1)
        self._notice_end = QTimer(self, singleShot=True)
        self._notice_end.timeout.connect(self.end_notice)
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(180)
        self.bar.setAccessibleName("Progress")
        self.doing = PlainLabel()
        self.cancel = QPushButton("Cancel", flat=True)
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the article
        self.cancel.clicked.connect(self.cancelled)
        self.left, self.saved, self.annotator = PlainLabel(), PlainLabel(), PlainLabel()
        self.saved.setAccessibleName("Saved")
        for widget in (self.doing, self.bar, self.cancel, self.left, self.saved, self.annotator):
            widget.setContentsMargins(6, 0, 6, 0)
            self.addPermanentWidget(widget)
        self.show_progress(None)

    def notice(self, sentence: str) -> None:
        """Show the sentence for a while, with the keys in force in it."""
        self.noticed.setText(IN_FORCE.fill(sentence))
        self._notice_end.start(NOTICE if self.noticed.is_whole else SHORTENED)

    def end_notice(self) -> None:
        """Take the notice away."""
        self._notice_end.stop()
        self.noticed.setText("")

    def show_left(self, left: Tally | None) -> None:
        """Show how many spans and facts are left and the lowest score; None when there is no article."""
        if left is None:
            self.left.clear()
        else:
            score = f", lowest {left.lowest:.2f}" if left.lowest is not None else ""
            self.left.setText(to_decide(left.spans, left.facts) + score)

    def forget(self) -> None:
        """Say nothing any more of the project before."""
        self.show_read_only("")
        self.end_notice()

    def show_saved(self) -> None:
        self.saved.setText(f"✓ saved {QTime.currentTime().toString('HH:mm:ss')}")

    def show_read_only(self, why: str) -> None:
        """Say in place of the mark *saved* that nothing is written to the project, and why in a tip."""
        self.saved.setText(ReadOnly.mark if why else "")
        self.saved.setToolTip(tip(f"Open for reading alone, since {why}.") if why else "")

    def show_not_saved(self, why: NotWritten) -> None:
        """Take the mark of the last good save away: the last edit is not on the disk."""
        self.saved.setText(why.mark)

    def show_progress(self, doing: str | None, done: int = 0, of: int = 0) -> None:
        """Show what runs and how far it is; None when nothing runs.

        `of` is 0 when it is not known how much there is.
        """
        for widget in (self.doing, self.bar, self.cancel):
            widget.setVisible(doing is not None)
        if doing is not None:
            self.doing.setText(doing)
            self.bar.setRange(0, of)
            self.bar.setValue(min(done, of))
